"""Registered names in a text that is printed in capitals alone: there the reading writes "shining path"."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from itertools import islice

from gesta.codebook import Codebook
from gesta.codebook.registers import Hit
from gesta.model import Reading, Run

SHORTEST = 3  # letters of an abbreviation
OPENING = 60  # words that show how the text is printed
JOINING = frozenset("of for and the in al el ul wal wa de du des la le - ' ’".split())
ALWAYS = frozenset({"group", "body", "metonym", "name", "capital"})  # ways of naming that need no state named beside them


def put_in_usual_case(reading: Reading) -> bool:
    """True where the words are in small letters and the text is in capitals."""
    small = (w for w in reading.words if len(w.text) > 2 and w.text.islower())
    return any(reading.text[w.start : w.end].isupper() for w in islice(small, OPENING))


def hits_in_capitals(reading: Reading, codebook: Codebook, day: date | None, told: Set[str]) -> dict[Run, Hit]:
    """Runs of words to the registered names that they are with their capitals; `told` are states and groups that are known by other names.

    Names of several words get their first letters back, abbreviations of armed groups all of them ("Eln"). Outlets and other
    abbreviations are left out: they are everyday words.
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
    for word in reading.words:
        if len(word.text) >= SHORTEST and word.text.istitle() and Run(word.i, word.i + 1) not in out:
            short = registers.longest_match([word.text.upper()], 0, day)
            if short is not None and short.how == "group" and registers.longest_match([word.text], 0, day) is None:
                out[Run(word.i, word.i + 1)] = short
    return {run: hit for run, hit in out.items() if not any(reading.words[w].upos == "NUM" for w in range(*run))}
