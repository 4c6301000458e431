"""What a format's reader hands on: the text and what the input says about it, before anything is checked or derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from gesta.intake.bylines import people
from gesta.model import Notice

Stated = str | Sequence[str] | bool | None
"""A field's value as front matter and JSON Lines may give it."""

ONE_LINE = ("title", "outlet", "url", "published", "retrieved", "language", "source_id", "id")
FIELDS = (*ONE_LINE, "authors", "credits", "synthetic")
YES, NO = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0", ""})


class WrongFieldError(ValueError):
    """A field whose value has the wrong shape; `field` is its name."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text with its metadata as read. `published` and `retrieved` are still as written where they came as words."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | str | None = None
    retrieved: date | datetime | str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    source_id: str | None = None
    synthetic: bool = False
    origin: str = "-"
    notices: tuple[Notice, ...] = ()

    def with_fields(self, fields: Mapping[str, Stated]) -> Draft:
        """The draft with the fields of a front matter or of a JSON record laid over it; an empty field changes nothing.

        WrongFieldError when a value has the wrong shape.
        """
        changed: dict[str, Any] = {name: said for name in ONE_LINE if (said := one_line(name, fields.get(name))) is not None}
        if (source_id := changed.pop("id", None)) is not None:
            changed.setdefault("source_id", source_id)
        changed |= {name: names for name in ("authors", "credits") if (names := several(name, fields.get(name)))}
        changed["synthetic"] = self.synthetic or yes_or_no("synthetic", fields.get("synthetic"))
        return replace(self, **changed)

    def with_body(self, title: str | None, text: str) -> Draft:
        """The draft with this title and text."""
        return replace(self, title=title, text=text)

    def with_notices(self, *notices: Notice) -> Draft:
        """The draft with these notices after its own."""
        return replace(self, notices=(*self.notices, *notices))


def unknown_fields(names: Sequence[str]) -> tuple[Notice, ...]:
    """A notice for each name that no field has, with the nearest one that a field has."""
    notices = []
    for name in names:
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, 1)
            notices.append(
                Notice(code="unknown-field", text=f"The field {name!r} is not read" + (f": did you mean {near[0]!r}?" if near else "."))
            )
    return tuple(notices)


def one_line(name: str, value: Stated) -> str | None:
    """A text field's value on one line, None when it is empty."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise WrongFieldError(name, f"{name} is one line of text, not a {'truth value' if isinstance(value, bool) else 'list'}")
    return " ".join(value.split()) or None


def several(name: str, value: Stated) -> tuple[str, ...]:
    """A list field's values; "A, B and C" is three."""
    if value is None:
        return ()
    if isinstance(value, bool):
        raise WrongFieldError(name, f"{name} is a list of names, not a truth value")
    return people(value) if isinstance(value, str) else tuple(filter(None, (one_line(name, v) for v in value)))


def yes_or_no(name: str, value: Stated) -> bool:
    """A truth value, false when nothing is said."""
    said = str(value or "").strip().casefold()
    if not isinstance(value, (str, bool, type(None))) or said not in YES | NO:
        raise WrongFieldError(name, f"{name} is true or false")
    return said in YES
