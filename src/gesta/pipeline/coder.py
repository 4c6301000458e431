"""The one place where the rooms are joined: articles in, coded reports out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from gesta.codebook import Codebook
from gesta.coding import code_article
from gesta.errors import CodingFailed, GestaError, InputError
from gesta.intake import NewsNames, articles, names_of, registered
from gesta.model import Article, Made, Notice, Reading, Report
from gesta.model.record import VERSION
from gesta.pipeline.batches import BATCH_ARTICLES, Found, ahead, batches
from gesta.pipeline.crew import Crew, Orders
from gesta.pipeline.lines import Line, line_of
from gesta.pipeline.revisions import Revisions
from gesta.pipeline.version import __version__
from gesta.reading import FirstPass, Reader, shipped

Other = TypeVar("Other")
Shaped = TypeVar("Shaped")
FEW: Final = 32
"""Documents that are looked at before a crew is asked for: when most are articles to be coded, more may follow."""
SPARED: Final = Notice(code="first-pass", text="Spared the reading: its words tell of no political event.")


class Read(NamedTuple):
    """An article with its reading."""

    article: Article
    reading: Reading


class Pipeline:
    """Intake, reading and coding in a row. Model and codebook are loaded once, when first needed.

    `pipeline` names an installed spaCy pipeline to read with instead of the shipped model; `threads` bounds the encoder's threads
    (None: all cores); `force` also codes what intake takes for another language than English; `codebook` is a folder that lies on top of
    the shipped codebook. With `first_pass` a report whose words tell of no political event is not read: its record has a warning
    `first-pass` and is else empty.

    With more than one of `processes` many articles are coded by so many processes beside this one, each with one thread and a model of its
    own (0.3 GB); they are started when there are more than a few articles, and kept until `close`. Records are the same to the byte.
    """

    def __init__(
        self,
        pipeline: str | None = None,
        threads: int | None = None,
        force: bool = False,
        codebook: Path | str | None = None,
        first_pass: bool = False,
        processes: int = 1,
    ) -> None:
        self.force = force
        self._processes = processes
        self._crew: Crew | None = None
        self._first_pass: FirstPass | None = shipped() if first_pass else None
        self._overlay = Path(codebook) if codebook is not None else None
        self._pipeline = pipeline
        self._threads = threads
        self._loaded = False

    @property
    def is_shipped(self) -> bool:
        """True where the shipped model reads, not a spaCy pipeline."""
        return self._pipeline is None

    @cached_property
    def reader(self) -> Reader:
        """The reading room, loaded, with the cues of the codebook."""
        book = self.codebook
        return Reader(
            pipeline=self._pipeline,
            threads=self._threads,
            cues=book.ontology.stances,
            verbs=book.ontology.known_verbs,
            states=book.registers.countries.values(),
        )

    @cached_property
    def codebook(self) -> Codebook:
        """The shipped codebook with the user's folder on top of it, loaded and checked."""
        return Codebook.load(self._overlay)

    @cached_property
    def names(self) -> NewsNames:
        """The outlets that intake knows."""
        return registered() if self._overlay is None else names_of(self.codebook.registers)

    @cached_property
    def made(self) -> Made:
        """The versions that every record of this pipeline names."""
        book = self.codebook
        return Made(record=VERSION, gesta=__version__, model=self.reader.version, codebook=book.version, gazetteer=book.gazetteer.version)

    def on(self, codebook: Codebook) -> Pipeline:
        """A pipeline with the same reader that codes by this codebook."""
        other = Pipeline(self._pipeline, self._threads, self.force, first_pass=self._first_pass is not None)
        vars(other).update(reader=self.reader, codebook=codebook)
        return other

    def code(self, articles: Iterable[Article]) -> Iterator[Report]:
        """One report for each article, in order. Ends with CodingFailed at the first article that could not be coded."""
        for result in self.code_found(articles):
            if isinstance(result, InputError):
                raise result
            yield result

    def code_paths(self, paths: Iterable[Path | str]) -> Iterator[Report | InputError]:
        """Reports of all articles in the files, in order. What cannot be used stands in its place as the error that says why."""
        return self.code_found(found for path in paths for found in self._found(path))

    def code_lines(self, paths: Iterable[Path | str]) -> Iterator[Line | InputError]:
        """As `code_paths`, each report as the line that is written of it; a crew's processes make the lines too."""
        if self._processes == 1:
            self.load()
        revisions = Revisions()
        for result in self.shaped((found for path in paths for found in self._found(path)), line_of):
            yield revisions.tied_line(result) if isinstance(result, Line) else result

    def readings(self, paths: Iterable[Path | str]) -> Iterator[Read | InputError]:
        """The articles in the files with their readings, in order, read in this process. What cannot be used stands in its place."""
        for batch in batches(found for path in paths for found in self._found(path)):
            yield from self._read(batch)

    def code_found(self, found: Iterable[Found]) -> Iterator[Report | InputError]:
        """As `code_paths`, from what intake found."""
        if self._processes == 1:
            self.load()  # what is missing is said at once
        revisions = Revisions()
        for result in self.each(found):
            yield revisions.tied(result) if isinstance(result, Report) else result

    def load(self) -> None:
        """Model and codebook are loaded. ModelMissing or CodebookError where one is missing or wrong."""
        if not self._loaded:
            self._loaded = bool(self.made)
            gc.freeze()  # what was loaded stays: the collector need not walk it for every batch (a fifth of the coding time)

    def each(self, found: Iterable[Article | Other]) -> Iterator[Report | InputError | Other]:
        """A report, or the error that says why there is none, for each article; whatever else was found passes through in its place.

        Versions of one url are not tied. Nothing is loaded before there is an article.
        """
        return self.shaped(found, itself)

    def shaped(self, found: Iterable[Article | Other], shape: Callable[[Report], Shaped]) -> Iterator[Shaped | InputError | Other]:
        """As `each`, with what `shape`, a function of a module, makes of a report in its place, in the process that coded it."""
        stream = batches(found)
        while self._crew is None and (some := list(islice(stream, FEW // BATCH_ARTICLES))):
            if self._processes > 1 and 2 * sum(isinstance(item, Article) for item in chain.from_iterable(some)) > FEW:
                self._crew = Crew(self._orders, self._processes)
                stream = chain(some, stream)
            else:
                for batch in some:
                    yield from self._coded(batch, shape)
        if self._crew is not None:
            yield from self._by_crew(self._crew, stream, shape)

    def close(self) -> None:
        """The processes beside this one are no more, where there were any; they are started anew when they are needed again."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None

    @property
    def _orders(self) -> Orders:
        return Orders(pipeline=self._pipeline, force=self.force, codebook=self._overlay, first_pass=self._first_pass is not None)

    def _by_crew(
        self, crew: Crew, stream: Iterable[list[Article | Other]], shape: Callable[[Report], Shaped]
    ) -> Iterator[Shaped | InputError | Other]:
        """As `shaped`, of batches. Where the iteration is left before its end, so are the processes, in the midst of what they are at."""

        def work(batch: list[Article | Other]) -> list[Shaped | InputError | Other]:
            articles = [item for item in batch if isinstance(item, Article)]
            results = iter(crew.results(articles, shape) if articles else ())
            return [next(results) if isinstance(item, Article) else item for item in batch]

        try:
            yield from chain.from_iterable(ahead(work, stream, crew.size))
        except BaseException:
            self.close()
            raise

    def _coded(self, batch: list[Article | Other], shape: Callable[[Report], Shaped]) -> Iterator[Shaped | InputError | Other]:
        """The batch, read and coded in this process."""
        read: list[Read | InputError | Other] = self._read(batch)
        for item in read:
            if isinstance(item, Read):
                result = self._code(item.article, item.reading)
                yield result if isinstance(result, InputError) else shape(result)
            else:
                yield item

    def _found(self, path: Path | str) -> Iterator[Found]:
        try:
            yield from articles(path, force=self.force, names=self.names)
        except Exception as error:
            yield set_aside(str(path), error)

    def _read(self, batch: Sequence[Article | Other]) -> list[Read | InputError | Other]:
        """The articles of a batch with their readings; all else stays where it is."""
        looked_at = [self._looked_at(item) if isinstance(item, Article) else item for item in batch]
        articles = [item for item in looked_at if isinstance(item, Article)]
        readings = iter(self._readings(articles) if articles else ())
        return [next(readings) if isinstance(item, Article) else item for item in looked_at]

    def _looked_at(self, article: Article) -> Article | Read:
        """The article, or where the first pass spares it, the article with a warning that says so and a reading without words."""
        if self._first_pass is None or not self._first_pass.spares(article.text):
            return article
        self.load()
        empty = Reading(text=article.text, words=(), sentences=(), mentions=(), attributions=(), pipeline=self.reader.version)
        return Read(replace(article, notices=(*article.notices, SPARED)), empty)

    def _readings(self, batch: list[Article]) -> list[Read | InputError]:
        """All read together; one by one where that fails, so that only the article at fault is set aside."""
        self.load()
        try:
            return [Read(article, reading) for article, reading in zip(batch, self.reader.read(batch), strict=True)]
        except Exception as error:
            if len(batch) == 1:
                return [set_aside(batch[0].origin, error)]
            return [read for article in batch for read in self._readings([article])]

    def _code(self, article: Article, reading: Reading) -> Report | InputError:
        try:
            return code_article(article, reading, self.codebook, self.made)
        except Exception as error:
            return set_aside(article.origin, error)


def itself(report: Report) -> Report:
    """The report."""
    return report


def set_aside(origin: str, error: Exception) -> InputError:
    """The error for this document: itself when it is one of the input, else CodingFailed with `error` as its cause.

    Raises `error` where the fault is not the document's: a model or a codebook that is missing or wrong.
    """
    if isinstance(error, InputError):
        return error
    if isinstance(error, GestaError):
        raise error
    return CodingFailed.by(error, origin)
