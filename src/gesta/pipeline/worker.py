"""`python -m gesta.pipeline.worker`: one process of a crew. Pickled orders and batches on standard input, results on standard output."""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import BinaryIO

from gesta.errors import GestaError, InputError
from gesta.model import Article, Report
from gesta.pipeline.coder import Pipeline
from gesta.pipeline.crew import Orders


def main() -> None:
    """Answers until standard input ends, which it does with the process that started this one."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    with suppress(BrokenPipeError):  # nobody waits for the answer any more
        serve(sys.stdin.buffer, answers)


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """First what became of the orders (None, or the error), then for each batch of articles their results, or the error that ended it.

    With a batch comes what is to be made of a report before it is handed over.
    """
    orders: Orders = pickle.load(asked)
    pipeline = Pipeline(orders.pipeline, 1, orders.force, orders.codebook, orders.first_pass)
    answer(answers, pipeline.load)
    while True:
        shape: Callable[[Report], object]
        batch: list[Article]
        try:
            shape, batch = pickle.load(asked)
        except EOFError:
            return
        answer(answers, partial(coded, pipeline, batch, shape))


def answer(answers: BinaryIO, work: Callable[[], object]) -> None:
    """What the work gives, or the error that is gesta's own, is written."""
    try:
        found: object = work()
    except GestaError as error:
        found = error
    pickle.dump(found, answers)
    answers.flush()


def coded(pipeline: Pipeline, batch: Sequence[Article], shape: Callable[[Report], object]) -> list[object]:
    """The results of a batch."""
    return [portable(result) if isinstance(result, InputError) else result for result in pipeline.shaped(batch, shape)]


def portable(error: InputError) -> InputError:
    """The error; its cause, which may be of any kind, as a note on it."""
    if error.__cause__ is not None:
        error.add_note("".join(traceback.format_exception(error.__cause__)))
    return error


if __name__ == "__main__":
    main()
