"""`gesta codebook`: what the codebook would do, why it did, and a folder of one's own on top of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.exits import DONE, EPILOG, FAILED, PLAIN, SOME_FAILED
from gesta.cli.options import CodebookFolder
from gesta.cli.outcome import Outcome
from gesta.cli.progress import Progress
from gesta.cli.streams import complain, emit
from gesta.codebook import Codebook
from gesta.codebook.ontology import PLOVER_TYPES
from gesta.codebook.petrarch_folder import write_folder
from gesta.model import Article, Report
from gesta.pipeline import Pipeline
from gesta.pipeline.codebook_pages import pages
from gesta.pipeline.explaining import Filled, changes, event_of, frames_of, new_frame, own_frames, trials, why
from gesta.render.phrases import counted
from gesta.render.visible import terminal_text

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that lies on top of the shipped codebook.", show_default=False)]

codebook = typer.Typer(
    name="codebook", help="Try the codebook, ask why, and check a folder of your own.", epilog=EPILOG, no_args_is_help=True, **PLAIN
)
imports = typer.Typer(name="import", help="Make a folder of another coder's dictionaries.", epilog=EPILOG, no_args_is_help=True, **PLAIN)
codebook.add_typer(imports)


@imports.command()
def petrarch(
    dictionaries: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Dictionaries of actors and of agents, in any order.", show_default=False)
    ],
    folder: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="The folder of your codebook; made where there is none.")] = Path(
        "codebook"
    ),
) -> None:
    """Take over PETRARCH's actors and agents. Lines that no codebook can hold are named with file and line, and the rest is written."""
    written, aside, nobody = write_folder(dictionaries, folder, Codebook.load().registers)
    for fault in aside:
        complain(fault)
    for name, rows in written.items():
        emit(f"{counted(rows, 'row'):>9}  {terminal_text(str(folder / name))}\n")
    emit(f"{counted(len(aside), 'line')} set aside; {counted(nobody, 'name')} left out, which the dictionary gives to nobody\n")
    raise typer.Exit(SOME_FAILED if aside else DONE)


@codebook.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of your own; without one, the shipped codebook.", show_default=False)
    ] = None,
) -> None:
    """Check a codebook. Its files, and each example and counter-example of its frames, read by the model; exit code 1 where one fails."""
    coder = Pipeline(codebook=folder)
    book = coder.codebook
    frames = own_frames(book.ontology) if folder is not None else list(frames_of(book.ontology).values())
    failed = 0
    for trial in trials(coder, frames):
        if not trial.holds:
            failed += 1
            should = "does not tell it" if trial.tells else "tells it and should not"
            complain(f"{trial.frame}: {trial.sentence!r} {should}" + (f"; coded: {', '.join(trial.told)}" if trial.told else ""))
    for frame in frames:
        if folder is not None and not (frame.examples and frame.counter_examples):
            failed += 1
            complain(f"{frame.type}.{frame.id}: needs an example and a counter-example")
    emit(f"{counted(len(frames), 'frame')} checked, {counted(failed, 'complaint')} (codebook {book.version})\n")
    raise typer.Exit(FAILED if failed else 0)


@codebook.command(name="try")
def attempt(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="In quotation marks.", show_default=False)],
    book: CodebookFolder = None,
) -> None:
    """Code a sentence and say why. Each event with its values and their words, then the triggers that were seen and not coded."""
    report = next(Pipeline(codebook=book).code([Article(text=sentence, language="en", origin="sentence")]))
    for event in report.events:
        emit(f"{event.id}\n" + "".join(map(line, why(report, event))))
    if not report.events:
        emit("no event\n")
    emit(leftovers(report))


@codebook.command(name="why")
def explain(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A file, or - for standard input.", show_default=False)],
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="Its id in the record (e3), or the beginning of its key.", show_default=False)
    ],
    book: CodebookFolder = None,
) -> None:
    """Say why an event was coded. The frame, and for each value the words that gave it; nothing beside a value: a rule gave it."""
    outcome = Outcome(Progress())
    for report in outcome.reports(Pipeline(codebook=book).code_paths([article])):
        emit("".join(map(line, why(report, event_of(report, event)))))
    raise typer.Exit(outcome.exit_code)


@codebook.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The frame's name: a word or words-with-hyphens.", show_default=False)],
    kind: Annotated[str, typer.Option("--type", metavar="TYPE", help="PLOVER's event type.", show_default=False)],
    folder: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="The folder of your codebook; made where there is none.")] = Path(
        "codebook"
    ),
) -> None:
    """Begin a frame. Writes a file to fill in, with a line on each part."""
    if kind.upper() not in PLOVER_TYPES:
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(PLOVER_TYPES)}", param_hint="--type")
    emit(f"{new_frame(folder, kind.upper(), name)}\n")


@codebook.command()
def diff(
    old: Folder, other: Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="Another one.", show_default=False)] = None
) -> None:
    """Say what differs. Between the shipped codebook and a folder on top of it, or between two folders."""
    before, after = (None, old) if other is None else (old, other)
    for said in changes(Codebook.load(before), Codebook.load(after)):
        emit(f"{terminal_text(said)}\n")


@codebook.command()
def docs(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the pages go; made where there is none.", show_default=False)],
    book: CodebookFolder = None,
) -> None:
    """Write the codebook as pages. TYPE.md for each event type (what it counts, its codes, its frames), and README.md with them all."""
    written = pages(Codebook.load(book))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8")
    emit(f"{counted(len(written), 'page')} written to {terminal_text(str(folder))}\n")


def line(filled: Filled) -> str:
    """One value in a line, with its words."""
    words = " ".join(f"“{terminal_text(word)}”" for word in filled.words)
    return f"  {filled.name:16} {terminal_text(filled.value)}" + (f"   {words}" if words else "") + "\n"


def leftovers(report: Report) -> str:
    """The triggers seen and not coded, a line each."""
    text = report.article.text
    return "".join(f"  left: “{terminal_text(text[left.span.start : left.span.end])}” {left.why}\n" for left in report.leftovers)
