"""Bodies that are no organ of a state: rights groups, companies, hospitals, churches. Told by words from armed groups and ministries."""

from __future__ import annotations

from gesta.coding.nounphrases import core, is_definite, modifiers, of_nouns
from gesta.model import Reading

SOCIETIES = frozenset({"watchdog", "charity", "ngo", "monitor", "observatory"})
TOLD_AGAIN = SOCIETIES | {"group"}
CIVIC = frozenset(
    "rights monitoring aid relief advocacy humanitarian medical watchdog campaign charity environmental research press lawyers".split()
)  # what a group of citizens is for
UNIONS = frozenset("committee committees network association union centre center syndicate council group society".split())
OF_CITIZENS = frozenset(
    "resistance coordination coordinating relief rescue doctors doctor lawyers lawyer teachers workers medical rights journalists victims "
    "families prisoners neighbourhood neighborhood volunteer volunteers solidarity".split()
)  # in the names of bodies that citizens made
PRIVATE = frozenset(
    "company firm corporation hospital clinic university college institute foundation society association charity church diocese "
    "congregation trust airline consultancy thinktank school community ngo watchdog observatory project initiative archive".split()
)  # who works for one of these speaks for no state, whatever nationality stands before it
NAMED_PRIVATE = frozenset("conference chamber organisation organization federation league assembly".split()) | UNIONS
OF_STATE = frozenset("state supreme higher government federal ministry".split())  # "the Higher Relief Council" is an organ of one
CAMPAIGNING = frozenset("anti-war antiwar civic civil protest union charity ngo activist campaigner student environmental".split())
JOINING = frozenset({"of", "for", "and", "the", "'s", "’s", "'", "’", "&"})
CITIZENS = OF_CITIZENS | CIVIC | frozenset("human peace mothers women commerce physicians scholars bishops churches bar students".split())


def is_private(reading: Reading, i: int) -> bool:
    """True for a hospital, a company, a church, and for a body whose name says that citizens made it ("Committee of Soldiers' Mothers").

    Registered names are for the caller to tell apart.
    """
    word = reading.words[i]
    lemma = word.lemma.lower()
    if lemma in PRIVATE and word.upos in {"NOUN", "PROPN"}:
        return True
    if lemma == "group" and word.lower == "groups":  # "Ethiopian rights groups"
        return bool({reading.words[m].lower for m in modifiers(reading, i)} & {"rights", "activist", "advocacy", "monitoring"})
    if lemma not in NAMED_PRIVATE or word.upos != "PROPN":
        return False
    name = whole_name(reading, i)
    return not name & OF_STATE and not reading.dependents(i, "nmod:poss") and bool(CITIZENS & name or lemma == "conference")


def whole_name(reading: Reading, i: int) -> frozenset[str]:
    """The words of the name that word `i` is part of: the capitals around it, with what joins them, whatever the parse says."""
    run = reading.sentences[reading.words[i].sentence]
    first = last = i
    while first > run.first and reading.words[first - 1].text[:1].isupper():
        first -= 1
    while last + 1 < run.end and (reading.words[last + 1].text[:1].isupper() or reading.words[last + 1].lower in JOINING):
        last += 1
    return frozenset(w.lower for w in reading.words[first : last + 1])


def name_end(reading: Reading, w: int) -> int:
    """The word behind the name that goes on after its noun: behind "Research" in "the Centre for Policy Research"."""
    end = w + 1
    while end < len(reading.words) and reading.words[end].upos not in {"PUNCT", "VERB", "AUX"} and end in reading.subtree(w):
        end += 1
    return end


def of_citizens(reading: Reading, i: int) -> bool:
    """True for a body whose name says that citizens made it: "the Kosti Resistance Committee"."""
    word = reading.words[i]
    if word.upos != "PROPN" or word.lower not in UNIONS:
        return False
    return any(reading.words[m].lower in OF_CITIZENS and reading.words[m].text[:1].isupper() for m in modifiers(reading, i))


def of_campaigners(reading: Reading, i: int) -> bool:
    """True for "the 'Stop the War' coalition", "a coalition of rights groups", "the National Coalition": of no state and no war."""
    words = reading.words
    if words[i].lemma.lower() != "coalition":
        return False
    beside = {words[m].lower for m in modifiers(reading, i)}
    members = {w for m in of_nouns(reading, i, "of") for k in (m, *modifiers(reading, m)) for w in (words[k].lower, words[k].lemma.lower())}
    quoted = i > 0 and words[i - 1].text in {'"', "”", "''"}
    named = words[i].text[:1].isupper() and bool(beside & {"national", "democratic", "opposition", "patriotic", "unity"})
    return quoted or named or bool((beside | members) & (CAMPAIGNING | CIVIC - {"relief", "aid", "press", "medical"}))


def told_ahead(reading: Reading, i: int) -> bool:
    """True for "a monitoring group", "a war monitor", "a rights watchdog": whoever is named next among bodies of citizens."""
    word = reading.words[i]
    if word.lemma.lower() not in TOLD_AGAIN or word.xpos != "NN" or is_definite(reading, i):
        return False
    phrase = {w.lower for w in reading.words[min(core(reading, i)) : i]}
    return word.lemma.lower() in {"monitor", "ngo"} or bool(phrase & CIVIC)


def told_before(reading: Reading, i: int) -> frozenset[str]:
    """What may be told again: `civic` for "the rights group", "the charity", `any` body for "the Oslo-based group", else none."""
    lemma = reading.words[i].lemma.lower()
    if lemma not in TOLD_AGAIN or not is_definite(reading, i):
        return frozenset()
    phrase = {w.lower for w in reading.words[min(core(reading, i)) : i]}
    if lemma in SOCIETIES or phrase & CIVIC:
        return frozenset({"civic"})
    return frozenset({"any"}) if phrase & {"based", "headquartered"} else frozenset()
