"""Versions of one article: the same url with other text."""

from __future__ import annotations

from dataclasses import replace

from gesta.model import Report


class Revisions:
    """The versions seen in one run, by url. The same version seen again is tied as it was the first time."""

    def __init__(self) -> None:
        self._versions: dict[str, list[str]] = {}

    def tied(self, report: Report) -> Report:
        """The report with `revision_of` set to the id of the version that came before it; itself where there is none or no url."""
        url = report.article.url
        if url is None:
            return report
        versions = self._versions.setdefault(url, [])
        if report.id not in versions:
            versions.append(report.id)
        place = versions.index(report.id)
        return replace(report, revision_of=versions[place - 1]) if place else report
