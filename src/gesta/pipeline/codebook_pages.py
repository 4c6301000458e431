"""The codebook as pages to read: one of each event type, and a table of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gesta.codebook import Codebook, Crosswalks, EventType, FrameRule
from gesta.codebook.ontology import Mode

MADE = "<!-- Written by `gesta codebook docs`. Change the codebook, not this page. -->\n"
WORDS = {"verbs": "Verbs", "nouns": "Nouns"}
ROLES = {"actors": "Who acts", "recipients": "Who is acted on", "mutual": "Both sides"}
CONDITIONS = {
    "needs": "Needs", "object": "Object", "object_of": "Of", "subject": "Subject", "clause": "What it is about", "governed": "Governed by",
    "plural": "In the plural alone", "without": "Not with",
}  # fmt: skip
SENTENCES = {"examples": "Tells it", "counter_examples": "Does not"}
INDEX = f"""\
{MADE}
# Event types

The sixteen types of PLOVER with what each counts, as gesta's codebook has them. CAMEO code, value on the Goldstein scale (-10 conflict,
10 cooperation) and ACLED sub-event are those of the type without a mode; each page has the modes. "none" stands where ACLED has no
sub-event of the kind. The sub-event is the usual one: who acts and what is hit can change it in a report.

UCDP's type of violence belongs to an incident of ASSAULT: one-sided (3) where all who are hit are unarmed, else state-based (1) where a
state's forces are a side, else non-state (2).

| type | about | CAMEO | Goldstein | ACLED | modes | frames |
|---|---|---|---|---|---|---|
"""
READING = """\
A frame is one way of telling the event: its words, where the parties stand (`agent` and `patient` hold for active and passive alike,
`against X` for what follows a preposition) and what else must be found, or must not. `@people` is a class of words, `@any` every word,
`~` none at all.
"""


def pages(codebook: Codebook) -> dict[str, str]:
    """File name to Markdown: README.md with a table of the types, TYPE.md for each. The same codebook gives the same pages."""
    types = codebook.ontology.types
    index = INDEX + "".join(row(index_cells(kind, codebook.crosswalks)) for kind in types.values())
    return {"README.md": index} | {f"{name}.md": page(kind, codebook.crosswalks) for name, kind in types.items()}


def index_cells(kind: EventType, walks: Crosswalks) -> list[str]:
    """A type's row of the table of types."""
    codes = code_cells(kind.codes(None), walks)
    return [f"[{kind.type}]({kind.type}.md)", kind.about, *codes, str(len(kind.modes)), str(len(kind.frames))]


def page(kind: EventType, walks: Crosswalks) -> str:
    """The page of a type."""
    rows = [["no mode", *code_cells(kind.codes(None), walks)]]
    rows += [[name, *code_cells(mode, walks)] for name, mode in kind.modes.items()]
    head = f"{MADE}\n# {kind.type}\n\n{kind.about} [All types](README.md).\n"
    counted = f"\n## Counted here\n\n{listed(kind.includes)}\n## Counted elsewhere\n\n{listed(kind.excludes)}"
    modes = f"\n## Modes\n\n| mode | CAMEO | Goldstein | ACLED |\n|---|---|---|---|\n{''.join(map(row, rows))}"
    return f"{head}{counted}{modes}\n## Frames\n\n{READING}" + "".join(frame_part(frame, kind.type) for frame in kind.frames)


def code_cells(mode: Mode, walks: Crosswalks) -> list[str]:
    """CAMEO code, its value on the Goldstein scale with one decimal, ACLED sub-event; "none" for what there is not."""
    value = walks.intensity(mode.cameo)
    return [mode.cameo, "none" if value is None else f"{value:.1f}", mode.acled or "none"]


def frame_part(frame: FrameRule, kind: str) -> str:
    """A frame with its words, roles, conditions and sentences."""
    return f"\n### {frame.id}\n\n{listed(frame_lines(frame, kind))}"


def frame_lines(frame: FrameRule, kind: str) -> Iterator[str]:
    """What a frame has, a line each; nothing of what it has not."""
    if frame.type != kind:
        yield f"Coded as: [{frame.type}]({frame.type}.md)"
    if frame.mode:
        yield f"Mode: {frame.mode}"
    if frame.acled:
        yield f"ACLED: {frame.acled}"
    for name, label in (WORDS | ROLES | CONDITIONS).items():
        words: Iterable[str] = getattr(frame, name)
        if words:
            yield f"{label}: `{', '.join(sorted(words) if name == 'without' else words)}`"
    for name, label in SENTENCES.items():
        yield from (f"{label}: {sentence}" for sentence in getattr(frame, name))


def listed(lines: Iterable[str]) -> str:
    """A bulleted list."""
    return "".join(f"- {line}\n" for line in lines)


def row(cells: Iterable[str]) -> str:
    """A row of a table; a bar within a cell is escaped."""
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |\n"
