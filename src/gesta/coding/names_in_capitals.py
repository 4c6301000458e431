"""Registered names in a text that is printed in capitals alone: there the reading writes "shining path" and "Eln"."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from itertools import islice

from gesta.codebook import Codebook
from gesta.codebook.registers import Hit
from gesta.model import Reading, Run, Word

OPENING = 60  # words that show how the text is printed
LONGEST_SHORT = 6  # letters of an abbreviation
SHORTEST_COMMON = 4  # letters of one that is also a word ("ARENA")
JOINING = frozenset("of for and the in al el ul wal wa de du des la le - ' ’".split())
ALWAYS = frozenset({"group", "body", "metonym", "name", "capital"})  # ways of naming that need no state named beside them


def put_in_usual_case(reading: Reading) -> bool:
    """True where the words are in small letters and the text is in capitals."""
    small = (w for w in reading.words if len(w.text) > 2 and w.text.islower())
    return any(reading.text[w.start : w.end].isupper() for w in islice(small, OPENING))


def hits_in_capitals(reading: Reading, codebook: Codebook, day: date | None, told: Set[str]) -> dict[Run, Hit]:
    """Runs of words to the registered names that they are with their capitals; `told` are states and groups that are known by other names.

    Names of several words get their first letters back, abbreviations all of theirs. Outlets are left out, whose names are everyday words.
    """
    if not put_in_usual_case(reading):
        return {}
    registers = codebook.registers
    out: dict[Run, Hit] = {}
    words = [w.text for w in reading.words]
    titled = [t if t in JOINING else t[:1].upper() + t[1:] for t in words]
    for i in registers.beginnings(titled):
        hit = registers.longest_match(titled, i, day)
        if hit is not None and hit.length > 1 and hit.kind != "media" and (hit.how in ALWAYS or hit.country in told):
            out[Run(i, i + hit.length)] = hit
    for i in registers.near.beginnings(titled):
        near = registers.near_match(titled, i, told, day)
        if near is not None and near.length > 1:
            out.setdefault(Run(i, i + near.length), near)
    upper = [w.text.upper() if may_be_short(reading, w) else w.text for w in reading.words]
    shorts = {*registers.beginnings(upper), *registers.near.beginnings(upper)}
    for i in sorted(i for i in shorts if upper[i] != words[i]):
        short = registers.longest_match(upper, i, day) or registers.near_match(upper, i, told, day)
        if short is not None and short.length == 1 and short.how in {"group", "body", "force"} and short.kind != "media":
            out[Run(i, i + 1)] = short
    return {run: hit for run, hit in out.items() if not any(reading.words[w].upos == "NUM" for w in range(*run))}


def may_be_short(reading: Reading, word: Word) -> bool:
    """True for a word that may be an abbreviation: one that is in no lexicon, and "arena", which is; not at the head of a sentence."""
    alone = word.upos in {"NOUN", "PROPN"} and len(word.text) <= LONGEST_SHORT and word.text.isalpha()
    if not alone or word.text.isupper():
        return False
    if word.text.islower():
        return len(word.text) >= SHORTEST_COMMON and reading.text[word.start : word.end].isupper()
    beside = reading.words[word.i + 1 : word.i + 2]
    named = bool(beside) and beside[0].upos == "PROPN" and beside[0].text[:1].isupper() and beside[0].text.isalpha()
    return not named and word.i != reading.sentences[word.sentence].first
