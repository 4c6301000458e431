"""Is everything here that gesta needs? Each part is tried, and what fails comes with how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from gesta.errors import GestaError

State = Literal["ok", "note", "fails", "skipped"]
OTHER_CAUSES: Final = "what is missing is named; GESTA_DEBUG=1 gesta code shows where"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of one check: what was found, as text and as facts (values that JSON holds), and how to mend it where it `fails`.

    A `note` is nothing wrong: something optional is not there, or waits. `skipped` was not tried, since what it needs fails.
    """

    name: str
    state: State
    found: str
    mend: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


class Amiss(Exception):
    """Something is wrong, with its own way to mend it."""

    def __init__(self, why: str, mend: str, **facts: Any) -> None:
        super().__init__(why)
        self.why, self.mend, self.facts = why, mend, facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a check found to be sound; with `is_note` something to know."""

    found: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    is_note: bool = False


def seen(found: str, **facts: Any) -> Seen:
    """Sound, and these are its facts."""
    return Seen(found=found, facts=facts)


def noted(found: str, **facts: Any) -> Seen:
    """Nothing wrong, but to be known."""
    return Seen(found=found, facts=facts, is_note=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """`look` answers what it found, or raises: Amiss, or anything else, for which `mend` says what to do. `needs`: checks it rests on."""

    name: str
    look: Callable[[Any], Seen]
    mend: str = OTHER_CAUSES
    needs: Sequence[str] = ()


def examined(checks: Sequence[Check], subject: object) -> Iterator[Finding]:
    """A finding for each check, in order; one that rests on what failed is skipped."""
    failed: set[str] = set()
    for check in checks:
        finding = found_by(check, subject, failed)
        if finding.state in ("fails", "skipped"):
            failed.add(check.name)
        yield finding


def found_by(check: Check, subject: object, failed: Collection[str]) -> Finding:
    """What one check finds."""
    lacking = [name for name in check.needs if name in failed]
    if lacking:
        return Finding(name=check.name, state="skipped", found=f"not tried, because {lacking[0]} fails")
    try:
        sound = check.look(subject)
    except Amiss as fault:
        return Finding(name=check.name, state="fails", found=fault.why, mend=fault.mend, facts=fault.facts)
    except GestaError as error:
        return Finding(name=check.name, state="fails", found=str(error), mend=check.mend)
    except Exception as error:
        return Finding(name=check.name, state="fails", found=f"{type(error).__name__}: {error}", mend=check.mend)
    return Finding(name=check.name, state="note" if sound.is_note else "ok", found=sound.found, facts=sound.facts)
