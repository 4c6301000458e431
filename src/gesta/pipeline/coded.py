"""What `gesta.code` returns: a report with the faces a notebook wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from gesta.codebook.folders import digest_of
from gesta.intake import article_from_text
from gesta.model import Actor, Event, Figure, Notice, Place, Report, Statement, to_record
from gesta.pipeline.coder import Pipeline
from gesta.pipeline.lines import json_line
from gesta.render import fragment


@dataclass(frozen=True, slots=True, repr=False)
class Coded:
    """One coded report. `report` holds everything; the layers most asked for are also here."""

    report: Report

    @property
    def record(self) -> dict[str, Any]:
        """The record as plain JSON values, as `gesta code --format json` prints it."""
        return to_record(self.report)

    @property
    def json(self) -> str:
        """The record as one line of JSON."""
        return json_line(self.report)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who acts, suffers or speaks."""
        return self.report.actors

    @property
    def places(self) -> tuple[Place, ...]:
        """Places named in the text."""
        return self.report.places

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who says it."""
        return self.report.statements

    @property
    def events(self) -> tuple[Event, ...]:
        """What somebody says happened."""
        return self.report.events

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What it cost."""
        return self.report.figures

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What a reader of the record should know."""
        return self.report.warnings

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, layer))} {layer}" for layer in ("events", "figures", "statements"))
        return f"<gesta.Coded {self.report.article.title or self.report.id[:12]!r}: {counts}>"

    def _repr_html_(self) -> str:
        """The report for a notebook: text with its evidence marked, events, statements and figures."""
        return fragment(self.report)


def code(
    text: str,
    *,
    published: date | datetime | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    authors: tuple[str, ...] = (),
    pipeline: str | None = None,
    force: bool = False,
    codebook: Path | str | None = None,
) -> Coded:
    """Code one article. Relative dates are anchored on `published` (ISO 8601 when a string); without it they stay unknown.

    `codebook` is a folder that lies on top of the shipped codebook; when its files change it is loaded anew. The model is loaded at the
    first call and kept. InputError when the text cannot be used: empty, too long, not English and not forced. CodebookError when a file
    of the folder is wrong.
    """
    coder = loaded(pipeline, codebook, digest_of(Path(codebook)) if codebook is not None else None)
    article = article_from_text(
        text, published=published, title=title, outlet=outlet, url=url, authors=authors, force=force, names=coder.names
    )
    return Coded(next(coder.code([article])))


@lru_cache(maxsize=2)
def loaded(pipeline: str | None, codebook: Path | str | None, digest: str | None) -> Pipeline:
    """One pipeline for each name and codebook of this digest, kept."""
    return Pipeline(pipeline, codebook=codebook)
