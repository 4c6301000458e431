"""A process of a crew that needs no model: reads and codes as the fakes do, and kills itself at a text that says so."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any

from gesta.errors import GestaError
from gesta.model import Article
from gesta.pipeline import Pipeline, coder, worker
from tests.pipeline.fakes import MADE, FakeReader, fake_code


class DeadlyReader(FakeReader):
    """As the fake one, but for one text."""

    def read(self, articles: Iterable[Article]) -> Iterator[Any]:
        batch = list(articles)
        if any(article.text == "deadly" for article in batch):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(batch)


class FakePipeline(Pipeline):
    """A pipeline with the fakes; one ordered with `--force` finds its model missing."""

    def load(self) -> None:
        if self.force:
            raise GestaError("the model is missing")
        vars(self).update(reader=DeadlyReader(), made=MADE, codebook=SimpleNamespace())


if __name__ == "__main__":
    vars(coder)["code_article"] = fake_code
    vars(worker)["Pipeline"] = FakePipeline
    worker.main()
