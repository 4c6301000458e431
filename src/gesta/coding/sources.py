"""Whom a noun for a body, and a reporter's name, stand for by the name beside them: "the Adel monitoring group", "the BBC's Ana Ruiz"."""

from __future__ import annotations

from dataclasses import replace

from gesta.coding.cast import Cast, surname
from gesta.coding.clauses import own_subjects
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who
from gesta.model import Run


def body_beside(cast: Cast, head: int, sector: str | None) -> Party | None:
    """The registered body that a noun for a body of citizens is called by: "the Human Rights Watch monitor", "UN aid agencies".

    Before the noun, or in apposition behind it. None for any other noun, and for who backs it.
    """
    if sector != "NGO":
        return None
    called = [*modifiers(cast.reading, head), *cast.reading.dependents(head, "appos")]
    near = (cast.hits[m].party for m in called if m in cast.hits and not cast.only_backs(m))
    return next((p for p in near if p.kind == "organisation" and p.code), None)


def reporter_of(cast: Cast, head: int) -> Party | None:
    """Who speaks for a medium, as "the BBC's Ana Ruiz", by her surname alone from here on; None for anybody else."""
    if head not in cast.person_at:
        return None
    owners = cast.reading.dependents(head, "nmod:poss")
    medium = next((cast.hits[o].party for o in owners if o in cast.hits and cast.hits[o].party.kind == "media"), None)
    if medium is None:
        return None
    run = Run(*cast.person_at[head])
    reporter = replace(medium, name=cast.reading.said(run), kind="person", role="reporter")
    cast.persons[surname(cast, *run)] = reporter
    return reporter


def subject_ahead(cast: Cast, i: int) -> tuple[Party, ...]:
    """The state, body or group of which the words before "it said" tell: Chad's army in "Chad's army has freed ten hostages, it said"."""
    reading = cast.reading
    told = (c for c in reading.dependents(reading.words[i].head, "ccomp", "parataxis") if c < i)
    return tuple(p for c in told for s in own_subjects(reading, c) for p in who(cast, s) if p.code and not p.is_person)[:1]
