"""The lemma table that is shipped: forms that the rules get wrong, and the lemmas that help the rules choose."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from corpora import TreeWord
from gesta.reading.lemmas import LemmaTable, by_rule

# Irregular verbs of conflict reporting that the treebanks have seldom, never or with a slip: lemma, then its past forms.
IRREGULAR = """
flee fled|bleed bled|slay slew slain|dig dug|sink sank sunk|strike struck stricken|strive strove striven|swear swore sworn|tear tore torn
tread trod trodden|weave wove woven|weep wept|sweep swept|creep crept|kneel knelt|leap leapt|burn burnt|deal dealt|dwell dwelt
fight fought|seek sought|wreak wrought|bind bound|grind ground|fling flung|cling clung|sting stung|swing swung|string strung|wring wrung
hang hung|stick stuck|spin spun|shrink shrank shrunk|drink drank drunk|spring sprang sprung|ring rang rung|sing sang sung|swim swam swum
fly flew flown|blow blew blown|throw threw thrown|grow grew grown|draw drew drawn|slide slid|bite bit bitten|hide hid hidden
freeze froze frozen|steal stole stolen|break broke broken|shake shook shaken|forsake forsook forsaken|bear bore borne|lay laid|lead led
speed sped|breed bred|feed fed|arise arose arisen|undergo underwent undergone|shoot shot|spill spilt|split split|burst burst|cast cast
behold beheld|uphold upheld|withhold withheld|withstand withstood|overrun overran overrun|overthrow overthrew overthrown
forbid forbade forbidden|foresee foresaw foreseen|plead pled|shed shed|slit slit|rend rent|smite smote smitten|besiege besieged
"""
INFLECTED = ("VERB", "AUX", "NOUN", "ADJ", "ADV")


def build_lemmas(trees: Iterable[tuple[str, list[list[TreeWord]]]]) -> dict[str, Any]:
    """``irregular`` ("form/UPOS" -> lemma) and ``known`` (lemmas per UPOS), for ``LemmaTable``."""
    words = [word for _, sentences in trees for sentence in sentences for word in sentence if _plain(word)]
    known: dict[str, set[str]] = defaultdict(set)
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    tags: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        key = (word.form.lower(), word.upos)
        seen[key][word.lemma.lower()] += 1
        tags[key][word.xpos] += 1
        if word.upos in INFLECTED and word.lemma == word.lemma.lower():
            known[word.upos].add(word.lemma)
    irregular = {}
    for (form, upos), lemmas in seen.items():
        likeliest = lemmas.most_common(1)[0][0]
        guesses = {by_rule(form, upos, xpos, known[upos]) for xpos in tags[form, upos]}
        if guesses != {likeliest}:
            irregular[f"{form}/{upos}"] = likeliest
    irregular |= {f"{form}/VERB": lemma for lemma, *forms in map(str.split, re.split(r"[|\n]", IRREGULAR.strip())) for form in forms}
    useful = {upos: sorted(lemma for lemma in lemmas if lemma.isalpha()) for upos, lemmas in known.items()}
    return {"irregular": dict(sorted(irregular.items())), "known": useful}


def _plain(word: TreeWord) -> bool:
    return word.upos != "PROPN" and word.lemma not in ("", "_") and any(letter.isalpha() for letter in word.form)


def lemma_accuracy(table: LemmaTable, trees: Iterable[tuple[str, list[list[TreeWord]]]]) -> float:
    """Share of words whose lemma is the treebank's (upper and lower case count as the same)."""
    words = [word for _, sentences in trees for sentence in sentences for word in sentence if word.lemma != "_"]
    right = sum(table(word.form, word.upos, word.xpos).lower() == word.lemma.lower() for word in words)
    return right / len(words)
