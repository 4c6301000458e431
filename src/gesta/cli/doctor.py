"""`gesta doctor`: is everything here, and if not, how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sized
from datetime import date
from importlib.metadata import version
from typing import NamedTuple

import typer

from gesta.cli.exits import DONE, FAILED
from gesta.cli.options import PipelineName
from gesta.cli.streams import emit
from gesta.intake.webpage import read_web_page
from gesta.model import Article
from gesta.pipeline import Pipeline
from gesta.render.phrases import counted
from gesta.render.visible import terminal_text

NEEDED = (
    "duckdb", "feedparser", "numpy", "onnxruntime", "orjson", "protego", "py3langid", "pyarrow", "pyyaml", "spacy", "trafilatura", "typer",
)  # fmt: skip
REINSTALL = "reinstall gesta: pip install --force-reinstall gesta"
OLDEST, TOO_NEW = (3, 11), (3, 14)
SENTENCE = "Azerbaijan said that 50 of its soldiers had been killed near Goris on Tuesday."

PAGE = f"<!doctype html><html><body><article><h1>Toll rises</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>"


class Check(NamedTuple):
    """`look` answers with what was found, or raises; `mend` says what to do then."""

    name: str
    look: Callable[[Pipeline], str]
    mend: str


def doctor(pipeline: PipelineName = None) -> None:
    """Look whether everything is here. Each part is tried, and what fails comes with how to mend it."""
    loaded = Pipeline(pipeline)
    sound = [examined(check, loaded) for check in CHECKS]
    raise typer.Exit(DONE if all(sound) else FAILED)


def examined(check: Check, pipeline: Pipeline) -> bool:
    """Prints one line on the check, and one on how to mend it where it failed; True when it passed."""
    try:
        found = check.look(pipeline)
    except Exception as error:
        emit(f"FAILS  {check.name:10} {shown(f'{type(error).__name__}: {error}')}\n       {'':10} {check.mend}\n")
        return False
    emit(f"ok     {check.name:10} {shown(found)}\n")
    return True


def shown(text: str) -> str:
    """The text on one line."""
    return terminal_text(" ".join(text.split()))


def python(_: Pipeline) -> str:
    """The version that runs this."""
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        raise RuntimeError(f"{sys.version_info[0]}.{sys.version_info[1]} is not supported")
    return ".".join(map(str, sys.version_info[:3]))


def packages(_: Pipeline) -> str:
    """Each needed package with its version; PackageNotFoundError names the first that is not installed."""
    return ", ".join(f"{name} {version(name)}" for name in NEEDED)


def intake(_: Pipeline) -> str:
    """A web page gives its article; what that needs is loaded only for such pages, so nothing else would miss it."""
    text = read_web_page(PAGE, "doctor").text
    if SENTENCE not in text:
        raise RuntimeError("the text of a plain page is not found")
    return f"{len(text)} characters in a page"


def codebook(pipeline: Pipeline) -> str:
    """The codebook loads and passes its own checks."""
    return pipeline.codebook.version


def gazetteer(pipeline: Pipeline) -> str:
    """The gazetteer is there and answers."""
    return pipeline.codebook.gazetteer.version


def model(pipeline: Pipeline) -> str:
    """The reading model, or the named spaCy pipeline, loads."""
    return pipeline.reader.version


def reading(pipeline: Pipeline) -> str:
    """The tokeniser keeps every character's place, and the model parses."""
    (read,) = pipeline.reader.read([Article(text=SENTENCE)])
    if any(read.text[word.start : word.end] != word.text for word in read.words):
        raise RuntimeError("a word does not stand where its offsets say")
    if not any(word.deprel.startswith("nsubj") for word in read.words):
        raise RuntimeError("a plain sentence has no subject")
    return counts((read.words, "word"), (read.mentions, "name"), (read.attributions, "attribution"))


def coding(pipeline: Pipeline) -> str:
    """A plain sentence gives its figure, with side and claimant."""
    (report,) = pipeline.code([Article(text=SENTENCE, published=date(2022, 9, 13))])
    if not any(figure.best == 50 for figure in report.figures):
        raise RuntimeError("the figure of a plain sentence is not found")
    return counts((report.events, "event"), (report.figures, "figure"), (report.statements, "statement"))


def counts(*found: tuple[Sized, str]) -> str:
    """How much was found, in words."""
    return ", ".join(counted(len(items), noun) for items, noun in found) + " in a sentence"


CHECKS = (
    Check("python", python, "install Python 3.11, 3.12 or 3.13 and gesta with it"),
    Check("packages", packages, REINSTALL),
    Check("intake", intake, f"{REINSTALL}; or what is named above with pip install"),
    Check("codebook", codebook, REINSTALL),
    Check("gazetteer", gazetteer, REINSTALL),
    Check("model", model, f"{REINSTALL}; a pipeline named with --pipeline is installed with: python -m spacy download NAME"),
    Check("reading", reading, f"{REINSTALL}; a pipeline named with --pipeline needs a parser"),
    Check("coding", coding, REINSTALL),
)
