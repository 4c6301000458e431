"""Files to the names of places in them, whatever the names stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gesta.coding.toponyms import PlaceName, toponyms
from gesta.errors import InputError
from gesta.model import Article, Reading, report_id
from gesta.pipeline.coder import Pipeline, set_aside

OF_PLACE: Final = ("name", "kind", "country", "admin1", "lat", "lon", "geonames")
COLUMNS: Final = ("id", "report", "origin", "start", "end", "text", "role", *OF_PLACE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Geoparsed:
    """An article and the names of places in its text, in order."""

    article: Article
    names: tuple[PlaceName, ...]

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for each name, by `COLUMNS`.

        `report` is the report's id, `start` and `end` are code points, `country` is alpha-3, `lat` and `lon` are degrees; what is of
        the place is None where the gazetteer has none.
        """
        report = report_id(self.article)
        for found in self.names:
            place = found.place
            yield {
                "id": f"{report[:12]}:{found.span.start}",
                "report": report,
                "origin": self.article.origin,
                "start": found.span.start,
                "end": found.span.end,
                "text": " ".join(self.article.text[slice(*found.span)].split()),
                "role": found.role,
                **{field: getattr(place, field, None) for field in OF_PLACE},
            }


def geoparse(pipeline: Pipeline, paths: Iterable[Path | str]) -> Iterator[Geoparsed | InputError]:
    """The articles in the files with the names in them, in order. What cannot be used stands in its place as the error that says why."""
    for item in pipeline.readings(paths):
        yield item if isinstance(item, InputError) else named(pipeline, *item)


def named(pipeline: Pipeline, article: Article, reading: Reading) -> Geoparsed | InputError:
    """The article with its names, or the error that says why there are none."""
    try:
        return Geoparsed(article=article, names=toponyms(article, reading, pipeline.codebook))
    except Exception as error:
        return set_aside(article.origin, error)
