"""What tasks score: the pipeline, its reader and its codebook, each loaded when first asked for and then shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path

from gesta.codebook.gazetteer import Gazetteer
from gesta.errors import InputError
from gesta.evaluate.gold_codes import Spellings
from gesta.model import Article, Reading, Report
from gesta.pipeline import Pipeline
from gesta.reading.encoder import MODEL_FOLDER, Encoder

BATCH = 16


class Equipment:
    """One pipeline for all tasks of a run. `codebook` is a folder on top of the shipped codebook, `threads` bounds the encoder's."""

    def __init__(self, *, codebook: Path | None = None, threads: int | None = None, model: Path = MODEL_FOLDER) -> None:
        self.threads = threads
        self.codebook = codebook
        self._model = model
        self._reports: dict[Path, Report] = {}

    @cached_property
    def pipeline(self) -> Pipeline:
        """Intake, reading and coding as they are shipped."""
        return Pipeline(threads=self.threads, codebook=self.codebook)

    @cached_property
    def encoder(self) -> Encoder:
        """The reading model alone, for corpora that come in words."""
        return Encoder(self._model, threads=self.threads or 2, hide_names=True)

    @property
    def gazetteer(self) -> Gazetteer:
        """The place names."""
        return self.pipeline.codebook.gazetteer

    def coded(self, texts: Iterable[tuple[str, date | None]]) -> Iterator[Report]:
        """A report for each text with its day of publication, in order."""
        made = (Article(text=text, published=day, language="en", origin=str(n)) for n, (text, day) in enumerate(texts, 1))
        yield from self.pipeline.code(made)

    def files(self, paths: Iterable[Path]) -> list[Report]:
        """A report for each file of one article; a file is coded once in a run."""
        wanted = list(paths)
        new = [path for path in wanted if path not in self._reports]
        for path, report in zip(new, self.pipeline.code_paths(new), strict=True):
            if isinstance(report, InputError):
                raise report
            self._reports[path] = report
        return [self._reports[path] for path in wanted]

    def spellings(self, gold: Path) -> Spellings:
        """The spellings of codes that hold for the gold articles of a folder."""
        return Spellings.beside(gold, self.pipeline.codebook)

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        """A reading for each text, not coded."""
        self.pipeline.load()
        made = (Article(text=text, language="en") for text in texts)
        while batch := list(islice(made, BATCH)):
            yield from self.pipeline.reader.read(batch)
