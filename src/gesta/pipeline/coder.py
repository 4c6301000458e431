"""The one place where the rooms are joined: articles in, coded reports out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from gesta.codebook import Codebook
from gesta.coding import code_article
from gesta.errors import CodingFailed, GestaError, InputError
from gesta.intake import articles
from gesta.model import Article, Made, Reading, Report
from gesta.model.record import VERSION
from gesta.pipeline.batches import Found, batches, one_ahead
from gesta.pipeline.revisions import Revisions
from gesta.pipeline.version import __version__
from gesta.reading import Reader

Read = tuple[Article, Reading] | InputError


class Pipeline:
    """Intake, reading and coding in a row. Model and codebook are loaded once, when first needed.

    `pipeline` names an installed spaCy pipeline to read with instead of the shipped model; `threads` bounds the encoder's threads
    (None: all cores); `force` also codes what intake takes for another language than English.
    """

    def __init__(self, pipeline: str | None = None, threads: int | None = None, force: bool = False) -> None:
        self.force = force
        self._pipeline = pipeline
        self._threads = threads

    @cached_property
    def reader(self) -> Reader:
        """The reading room, loaded, with the cues of the codebook."""
        return Reader(
            pipeline=self._pipeline, threads=self._threads, cues=self.codebook.ontology.stances, verbs=self.codebook.ontology.known_verbs
        )

    @cached_property
    def codebook(self) -> Codebook:
        """The shipped codebook, loaded and checked."""
        return Codebook.load()

    @cached_property
    def made(self) -> Made:
        """The versions that every record of this pipeline names."""
        book = self.codebook
        return Made(record=VERSION, gesta=__version__, model=self.reader.version, codebook=book.version, gazetteer=book.gazetteer.version)

    def code(self, articles: Iterable[Article]) -> Iterator[Report]:
        """One report for each article, in order. Ends with CodingFailed at the first article that could not be coded."""
        for result in self.code_found(articles):
            if isinstance(result, InputError):
                raise result
            yield result

    def code_paths(self, paths: Iterable[Path | str]) -> Iterator[Report | InputError]:
        """Reports of all articles in the files, in order. What cannot be used stands in its place as the error that says why."""
        return self.code_found(found for path in paths for found in self._found(path))

    def code_found(self, found: Iterable[Found]) -> Iterator[Report | InputError]:
        """As `code_paths`, from what intake found. While one batch is coded the next one is read."""
        made = self.made  # loads model and codebook here: what is missing is said at once, and not by the reading thread
        gc.freeze()  # what was loaded stays: the collector need not walk it for every batch (a fifth of the coding time)
        revisions = Revisions()
        for batch in one_ahead(self._read, batches(found)):
            for read in batch:
                result = read if isinstance(read, InputError) else self._code(*read, made)
                yield result if isinstance(result, InputError) else revisions.tied(result)

    def _found(self, path: Path | str) -> Iterator[Found]:
        try:
            yield from articles(path, force=self.force)
        except Exception as error:
            yield set_aside(str(path), error)

    def _read(self, batch: Sequence[Found]) -> list[Read]:
        """The articles of a batch with their readings; errors stay where they are."""
        readings = iter(self._readings([item for item in batch if isinstance(item, Article)]))
        return [item if isinstance(item, InputError) else next(readings) for item in batch]

    def _readings(self, batch: list[Article]) -> list[Read]:
        """All read together; one by one where that fails, so that only the article at fault is set aside."""
        try:
            return list(zip(batch, self.reader.read(batch), strict=True))
        except Exception as error:
            if len(batch) == 1:
                return [set_aside(batch[0].origin, error)]
            return [read for article in batch for read in self._readings([article])]

    def _code(self, article: Article, reading: Reading, made: Made) -> Report | InputError:
        try:
            return code_article(article, reading, self.codebook, made)
        except Exception as error:
            return set_aside(article.origin, error)


def set_aside(origin: str, error: Exception) -> InputError:
    """The error for this document: itself when it is one of the input, else CodingFailed with `error` as its cause.

    Raises `error` where the fault is not the document's: a model or a codebook that is missing or wrong.
    """
    if isinstance(error, InputError):
        return error
    if isinstance(error, GestaError):
        raise error
    because = CodingFailed(path=origin, why=f"could not be coded, a fault of gesta: {type(error).__name__}: {error}")
    because.__cause__ = error
    return because
