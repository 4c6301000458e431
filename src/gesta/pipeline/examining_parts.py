"""Checks of what is installed: versions, files, model, codebook, page, and whether a sentence is coded as it should be."""

from __future__ import annotations

import hashlib
import platform
import re
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution, version
from importlib.resources import files
from itertools import zip_longest
from pathlib import Path
from typing import Final

from gesta.intake.webpage import read_web_page
from gesta.model import Article
from gesta.pipeline.coder import Pipeline
from gesta.pipeline.examining import Amiss, Check, Seen, noted, seen
from gesta.pipeline.version import __version__
from gesta.reading.checksums import faults
from gesta.render.atlas import world
from gesta.render.phrases import counted

OLDEST, TOO_NEW = (3, 11), (3, 14)
REINSTALL: Final = "reinstall gesta: pip install --force-reinstall gesta"
INSTALL: Final = "pip install '{}'"
REQUIRED: Final = re.compile(r"(?P<name>[\w.-]+)(?:\[[^\]]*\])?\s*(?P<bounds>[^;]*)(?:;(?P<marker>.*))?")
BOUND: Final = re.compile(r"(>=|<|==)\s*([\d.]+)")
EXTRAS: Final = {"postgres": "psycopg", "train": "torch"}
SENTENCE: Final = "Azerbaijan said that 50 of its soldiers had been killed near Goris on Tuesday."
PAGE: Final = f"<!doctype html><html><body><article><h1>Toll rises</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>"
COUNTRIES: Final = 200  # fewer are no map of the world


def python(_: Pipeline) -> Seen:
    """The Python that runs this is one that gesta knows."""
    here = platform.python_version()
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        raise Amiss(f"{here} is not supported", "install Python 3.11, 3.12 or 3.13 and gesta with it", version=here)
    return seen(f"{here} ({platform.python_implementation()}, {platform.system()} {platform.machine()})", version=here)


def installed(_: Pipeline) -> Seen:
    """The files of gesta are those that were installed; where it runs from its sources, there is no list of them to hold them against."""
    try:
        package = distribution("gesta")
    except PackageNotFoundError:
        raise Amiss(f"{__version__} runs, but is not installed", "install it: pip install . in its folder", version=__version__) from None
    listed = [path for path in package.files or () if path.hash and path.parts[0] == "gesta"]
    changed = [str(path) for path in listed if is_changed(path)]
    if changed:
        raise Amiss(f"{__version__}: missing or changed since it was installed: {', '.join(changed[:5])}", REINSTALL, changed=changed)
    how = f"{len(listed)} files as installed" if listed else "from its sources"
    return seen(f"{__version__}, {how}", version=__version__, files=len(listed))


def is_changed(path: PackagePath) -> bool:
    """True where an installed file is missing or not what its list says."""
    if path.hash is None:
        return False
    try:
        digest = hashlib.new(path.hash.mode, Path(str(path.locate())).read_bytes()).digest()
    except OSError:
        return True
    return urlsafe_b64encode(digest).rstrip(b"=").decode() != path.hash.value


def packages(_: Pipeline) -> Seen:
    """Every package that gesta needs is there, in a version that it knows."""
    found: dict[str, str] = {}
    faulty: dict[str, str] = {}
    for name, bounds in required(distribution("gesta")):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            faulty[f"{name}{bounds}"] = f"{name} is missing"
            continue
        if not meets(found[name], bounds):
            faulty[f"{name}{bounds}"] = f"{name} is {found[name]}, needed is {bounds}"
    if faulty:
        raise Amiss("; ".join(faulty.values()), f"pip install {' '.join(map(repr, faulty))}", **found)
    return seen(", ".join(f"{name} {number}" for name, number in found.items()), **found)


def required(package: Distribution) -> Iterator[tuple[str, str]]:
    """Name and bounds of what a package needs without any extra."""
    for line in package.requires or ():
        asked = REQUIRED.fullmatch(line.strip())
        if asked and "extra" not in (asked["marker"] or ""):
            yield asked["name"], asked["bounds"].strip()


def meets(number: str, bounds: str) -> bool:
    """Whether a version lies in bounds such as `>=3.8.7,<3.9`."""
    return all(compared(number, sign, bound) for sign, bound in BOUND.findall(bounds))


def compared(number: str, sign: str, bound: str) -> bool:
    """`number sign bound`, part by part; what is no number in a version (rc1, .post2) is left out."""
    pairs = list(zip_longest(*(map(int, re.findall(r"\d+", re.split(r"[^\d.]", text)[0])) for text in (number, bound)), fillvalue=0))
    ours, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    return {">=": ours >= theirs, "<": ours < theirs, "==": ours == theirs}[sign]


def extras(_: Pipeline) -> Seen:
    """What is optional, and whether it is there."""
    there: dict[str, str | None] = {}
    for extra, package in EXTRAS.items():
        try:
            there[extra] = version(package)
        except PackageNotFoundError:
            there[extra] = None
    missing = [INSTALL.format(f"gesta[{extra}]") for extra, number in there.items() if number is None]
    said = ", ".join(f"{extra}: {number or 'not installed'}" for extra, number in there.items())
    return noted(f"{said} ({'; '.join(missing)})", **there) if missing else seen(said, **there)


def model(pipeline: Pipeline) -> Seen:
    """The reading model's files are those that were shipped, and it loads; or the named spaCy pipeline loads."""
    if not pipeline.is_shipped:
        return seen(pipeline.reader.version, version=pipeline.reader.version)
    wrong = faults()
    if wrong:
        raise Amiss("; ".join(wrong), REINSTALL, faults=wrong)
    return seen(f"{pipeline.reader.version}, its checksums are right", version=pipeline.reader.version)


def codebook(pipeline: Pipeline) -> Seen:
    """The codebook loads and passes its own checks."""
    return seen(pipeline.codebook.version, version=pipeline.codebook.version)


def gazetteer(pipeline: Pipeline) -> Seen:
    """The gazetteer is there and answers."""
    return seen(pipeline.codebook.gazetteer.version, version=pipeline.codebook.gazetteer.version)


def intake(_: Pipeline) -> Seen:
    """A web page gives its article; what that needs is loaded only for such pages, so nothing else would miss it."""
    text = read_web_page(PAGE, "doctor").text
    if SENTENCE not in text:
        raise RuntimeError("the text of a plain page is not found")
    return seen(f"{len(text)} characters in a page")


def reading(pipeline: Pipeline) -> Seen:
    """The tokeniser keeps every character's place, and the model parses."""
    (read,) = pipeline.reader.read([Article(text=SENTENCE)])
    if any(read.text[word.start : word.end] != word.text for word in read.words):
        raise RuntimeError("a word does not stand where its offsets say")
    if not any(word.deprel.startswith("nsubj") for word in read.words):
        raise RuntimeError("a plain sentence has no subject")
    return seen(counts(word=len(read.words), name=len(read.mentions), attribution=len(read.attributions)))


def coding(pipeline: Pipeline) -> Seen:
    """A plain sentence gives its figure, with side and claimant."""
    (report,) = pipeline.code([Article(text=SENTENCE, published=date(2022, 9, 13))])
    if not any(figure.best == 50 for figure in report.figures):
        raise RuntimeError("the figure of a plain sentence is not found")
    return seen(counts(event=len(report.events), figure=len(report.figures), statement=len(report.statements)))


def counts(**found: int) -> str:
    """How much was found, in words."""
    return ", ".join(counted(number, noun) for noun, number in found.items()) + " in a sentence"


def base_map(_: Pipeline) -> Seen:
    """The map behind pages and reports is there: nothing of it is fetched."""
    countries = len(world())
    if countries < COUNTRIES:
        raise RuntimeError(f"the base map has {countries} countries")
    return seen(f"{countries} countries, without the network", countries=countries)


def page(_: Pipeline) -> Seen:
    """The web page was built into the package."""
    built = files("gesta") / "api" / "page" / "index.html"
    if built.is_file():
        return seen("built")
    return noted("not built: gesta serve has the API alone (make page, with npm, builds it)")


PARTS: Final = (
    Check(name="python", look=python),
    Check(name="gesta", look=installed, mend=REINSTALL),
    Check(name="packages", look=packages, mend=REINSTALL, needs=("gesta",)),
    Check(name="extras", look=extras),
    Check(name="codebook", look=codebook, mend=f"{REINSTALL}; in a folder of your own gesta codebook check says what is wrong"),
    Check(name="gazetteer", look=gazetteer, mend=REINSTALL, needs=("codebook",)),
    Check(
        name="model",
        look=model,
        mend=f"{REINSTALL}; a pipeline named with --pipeline is installed with: python -m spacy download NAME",
        needs=("codebook",),
    ),
    Check(name="intake", look=intake, mend=f"{REINSTALL}; or what is named above with pip install"),
    Check(name="reading", look=reading, mend=f"{REINSTALL}; a pipeline named with --pipeline needs a parser", needs=("model",)),
    Check(name="coding", look=coding, mend=REINSTALL, needs=("reading", "gazetteer")),
    Check(name="map", look=base_map, mend=REINSTALL),
    Check(name="page", look=page),
)
