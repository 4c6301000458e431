"""Armed groups that no register has, by what their names say or what the article calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gesta.coding.clauses import POSSESSIVE
from gesta.model import Mention, Reading, Run

Classes = Mapping[str, frozenset[str]]

GROUPS = frozenset("group organisation organization movement outfit faction militia network".split())
ARMED_ALONE = frozenset({"militia", "guerrilla", "faction"})
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV"})  # before the noun of an apposition
STATES_OWN = frozenset("ministry police guard guards council government party parliament corps office university".split())
NAMED = frozenset({"called", "named", "the"})  # between "the rebel group" and its name
LABELS = frozenset({"Organization", "Misc", "Location"})
LONGEST_CALL = 7  # words behind a name in which an apposition calls it an armed group


def armed_names(reading: Reading, classes: Classes) -> Iterator[Run]:
    """The names of armed groups, without articles: "Jaish al-Sunna", "the rebel group Ansar", "fighters of the Free Rif Front"."""
    for mention in reading.mentions:
        if mention.label not in LABELS:
            continue
        run = bare(reading, mention.run)
        words = [w.lower for w in reading.words[slice(*run)]]
        if not words or not reading.words[run.first].text[:1].isupper() or STATES_OWN & set(words):
            continue
        named = says_so(words, mention.label, classes) or called(reading, run, classes)
        if named or (mention.label == "Organization" and fights(reading, mention, run, classes)):
            yield run


def bare(reading: Reading, run: Run) -> Run:
    """The run without an article, quotes or a possessive mark."""
    first, end = run
    while first < end and (reading.words[first].lower in {"the", "a", "an"} or reading.words[first].upos == "PUNCT"):
        first += 1
    while end > first and (reading.words[end - 1].text in POSSESSIVE or reading.words[end - 1].upos == "PUNCT"):
        end -= 1
    return Run(first, end)


def says_so(words: list[str], label: str, classes: Classes) -> bool:
    """True for a name that is a fighting group's by its own words: "Liwa al-Fath", "Rif Liberation Front", "Zintan Brigades"."""
    if len(words) < 2:
        return False
    fought_for = classes["causes_of_groups"] & set(words) and classes["fighting_bodies"] & set(words)
    joined = label == "Organization" or "al" in words or words[1] in classes["hosts"]  # no town of that name
    return (joined and words[0] in classes["hosts"]) or words[-1] in classes["fighting_names"] or bool(fought_for)


def called(reading: Reading, run: Run, classes: Classes) -> bool:
    """True behind "the rebel group", and before ", a rebel group"."""
    words, first = reading.words, reading.sentences[reading.words[run.first].sentence].first
    w = run.first - 1
    while w > first and (words[w].lower in NAMED or (words[w].upos == "PUNCT" and words[w].text in {'"', "“", "'", "‘"})):
        w -= 1
    if w > first and words[w].lemma.lower() in GROUPS and armed_by_word(reading, w, first, classes):
        return True
    after = words[run.end : run.end + LONGEST_CALL]
    if len(after) < 3 or after[0].text != "," or after[1].lower not in {"a", "an", "the"}:
        return False
    noun = next((word for word in after[2:] if word.lemma.lower() in GROUPS), None)
    if noun is None or any(k.text == "," or k.upos not in DESCRIBING for k in words[after[2].i : noun.i]):
        return False
    return armed_by_word(reading, noun.i, after[1].i, classes)


def armed_by_word(reading: Reading, noun: int, first: int, classes: Classes) -> bool:
    """True for a militia, and for a group that a word right before it calls armed."""
    words = reading.words
    if words[noun].lemma.lower() in ARMED_ALONE:
        return True
    w = noun - 1
    while w >= first and words[w].upos in {"ADJ", "NOUN", "PROPN"}:
        if words[w].lemma.lower() in classes["in_arms"]:
            return True
        w -= 1
    return False


def fights(reading: Reading, mention: Mention, run: Run, classes: Classes) -> bool:
    """True for a name, of several words or an abbreviation, whose fighters are told of: "Alwiyat al-Nur militants", "rebels of the ABC"."""
    words, fighters = reading.words, classes["armed_people"]
    short = run.end - run.first == 1 and not (words[run.first].text.isupper() and len(words[run.first].text) > 2)
    if short or words[run.end - 1].xpos == "JJ":
        return False
    after = words[run.end : run.end + 2]
    plural = any(w.xpos == "NNS" and w.lemma.lower() in fighters for w in after[:1])
    band = len(after) == 2 and after[0].lemma.lower() in classes["in_arms"] and after[1].lemma.lower() in GROUPS
    before = words[max(0, mention.run.first - 3) : run.first]
    texts = [w.lower for w in before if w.lower != "the"]
    of = len(texts) > 1 and texts[-1] in {"of", "from"}
    theirs = of and any(w.lemma.lower() in fighters and w.lower == texts[-2] for w in before)
    return plural or band or theirs
