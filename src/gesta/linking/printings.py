"""A report as linking needs it: who printed which words on which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from gesta.linking.newsrooms import newsroom_key
from gesta.model import Filing

# "YEREVAN/BAKU, Sept 13 (Halcyon) - ": a place in capitals first, the agency in brackets, a dash; all within one line.
DATELINE = re.compile(r"\s*[^\W\d_]{2}[^()\n]{0,70}\((?P<agency>[^()\n]{2,40})\)\s*(?:-|–|—|:)")
DAY_LENGTH = len("2022-09-13")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One report. `id` is the report's; `credits` are the newsrooms it credits, `dateline_agency` the one its dateline is signed with.

    What is not known is None.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | datetime | None = None
    credits: tuple[str, ...] = ()
    dateline_agency: str | None = None
    url: str | None = None

    @property
    def day(self) -> date | None:
        """The calendar day of publication."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def moment(self) -> datetime:
        """When it was published, in UTC; a day alone begins at midnight, and what is not known comes after everything else."""
        if isinstance(self.published, datetime):
            return self.published.astimezone(UTC) if self.published.tzinfo else self.published.replace(tzinfo=UTC)
        return datetime.combine(self.published or date.max, time(), UTC)

    @property
    def is_agencys_own(self) -> bool:
        """True where the agency that signs the dateline is the outlet."""
        return bool(self.outlet and self.dateline_agency) and newsroom_key(self.outlet or "") == newsroom_key(self.dateline_agency or "")

    @property
    def named(self) -> tuple[str, ...]:
        """Newsrooms beside its own outlet that the report says it has words from, each once."""
        own = newsroom_key(self.outlet or "")
        names = {newsroom_key(name): name for name in reversed((*filter(None, (self.dateline_agency,)), *self.credits))}
        return tuple(name for key, name in reversed(names.items()) if key != own)


def printing_of(filing: Filing) -> Printing:
    """The printing of a report as it lies in a store."""
    signed = DATELINE.match(filing.text)
    return Printing(
        id=filing.id,
        text=filing.text,
        title=filing.title,
        outlet=filing.outlet,
        published=published(filing.published),
        credits=filing.credits,
        dateline_agency=signed["agency"] if signed else None,
        url=filing.url,
    )


def published(stamp: str | None) -> date | datetime | None:
    """A day, or a day with hours, as the record writes them (ISO 8601)."""
    if not stamp:
        return None
    return date.fromisoformat(stamp) if len(stamp) == DAY_LENGTH else datetime.fromisoformat(stamp)
