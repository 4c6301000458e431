"""Who takes part beside the one that a sentence names first: "along with Eritrean troops", "together with Egypt"."""

from __future__ import annotations

from gesta.model import Reading

BESIDE = frozenset({"along", "alongside"})


def companions(reading: Reading, i: int) -> list[int]:
    """Those who are named together with a noun, hung on it or on the adverb behind it."""
    behind = [c for c in reading.children[i] if c > i]
    adverbs = [c for c in behind if reading.words[c].lower == "together"]
    hung = [*behind, *(k for c in adverbs for k in reading.dependents(c, "obl", "obj"))] if behind else []
    return [c for c in hung if reading.words[c].relation in {"nmod", "obl", "obj"} and in_company(reading, c)]


def companions_of_subject(reading: Reading, verb: int, found: tuple[int, ...]) -> tuple[int, ...]:
    """Those whom the parse hangs on the verb though they stand between its subject and it: "Mali, along with Niger, left"."""
    last = found[-1] if found else verb
    return tuple(c for c in reading.dependents(verb, "obl") if last < c < verb and in_company(reading, c))


def in_company(reading: Reading, c: int) -> bool:
    """True for a noun behind "along with", "alongside" or "together with"."""
    for mark in reading.dependents(c, "case"):
        if reading.words[mark].lower in BESIDE:
            return True
        if reading.words[mark].lower == "with" and mark and reading.words[mark - 1].lower in {"together", "along"}:
            return True
    return False
