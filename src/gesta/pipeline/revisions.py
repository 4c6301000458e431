"""Versions of one article: the same url with other text."""

from __future__ import annotations

from dataclasses import replace

from gesta.model import Report
from gesta.pipeline.lines import Line


class Revisions:
    """The versions seen in one run, by url. The same version seen again is tied as it was the first time."""

    def __init__(self) -> None:
        self._versions: dict[str, list[str]] = {}

    def tied(self, report: Report) -> Report:
        """The report with `revision_of` set to the id of the version that came before it; itself where there is none or no url."""
        former = self._former(report.id, report.article.url)
        return report if former is None else replace(report, revision_of=former)

    def tied_line(self, line: Line) -> Line:
        """The same of a report that is written already."""
        former = self._former(line.id, line.url)
        return line if former is None else line.revising(former)

    def _former(self, report: str, url: str | None) -> str | None:
        """The id of the version that came before this one of the url."""
        if url is None:
            return None
        versions = self._versions.setdefault(url, [])
        if report not in versions:
            versions.append(report)
        place = versions.index(report)
        return versions[place - 1] if place else None
