"""Why an event was coded as it was, which of a codebook's own sentences hold, and what differs between two codebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from gesta.codebook import Codebook, FrameRule, Ontology
from gesta.codebook.folders import EVENTS
from gesta.codebook.ontology import load_ontology
from gesta.errors import CodebookError, NotFound
from gesta.model import Article, Event, Report, Span
from gesta.pipeline.coder import Pipeline

SKELETON = """\
type: {type}
frames:
  - id: {name}
    # Verbs by their lemma, phrases too ("carry out raid"); nouns that name the act. At least one of the two.
    verbs: [{name}]
    nouns: []
    # Where who acts and who is acted on stand: agent, patient, recipient, "against X", "on X", of ...
    actors: [agent]
    recipients: [patient]
    # What must be there for the event to be coded.
    needs: [actor, recipient]
    # Sentences of your own: one at least that tells the event, and one with the word in another sense. `gesta codebook check` reads them.
    examples: []
    counter_examples: []
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One value of an event: its name, the value in words, and the words of the text that gave it; none where a rule filled it."""

    name: str
    value: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A frame's sentence, read by the model of now. `tells`: it should tell the frame's event; `told`: the frames that were coded."""

    frame: str
    sentence: str
    tells: bool
    told: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """True where the frame told the sentence and should, or did not and should not."""
        return (self.frame in self.told) == self.tells


def event_of(report: Report, name: str) -> Event:
    """The event of this id (`e3`), or whose key begins so; NotFound where none does, or more than one."""
    found = [event for event in report.events if name == event.id or (len(name) >= 4 and event.key.startswith(name))]
    if len(found) != 1:
        there = ", ".join(f"{event.id} {event.type}" for event in report.events) or "none"
        raise NotFound(path=name, why=f"{'no' if not found else 'more than one'} event of this report is called so; there are {there}")
    return found[0]


def why(report: Report, event: Event) -> Iterator[Filled]:
    """Each value of the event with the words that gave it."""
    text, names = report.article.text, {a.id: a.name for a in report.actors} | {p.id: p.name for p in report.places}

    def words(slot: str) -> tuple[str, ...]:
        spans: Iterable[Span] = getattr(event.spans, slot, ())
        return tuple(" ".join(text[span.start : span.end].split()) for span in spans)

    yield Filled(name="coded by", value=event.why, words=words("trigger"))
    yield Filled(name="type", value=event.type + (f"/{event.mode}" if event.mode else ""), words=words("trigger"))
    for slot in ("actors", "recipients", "places"):
        value = ", ".join(names.get(item, item) for item in getattr(event, slot)) or "not said"
        yield Filled(name=slot, value=value, words=words(slot))
    time = event.time
    when = "not said" if time is None or time.start is None else " to ".join(dict.fromkeys(str(d) for d in (time.start, time.end)))
    yield Filled(name="time", value=when, words=words("time"))
    yield Filled(name="factuality, era", value=f"{event.factuality}, {event.era}", words=words("cue"))
    yield Filled(name="CAMEO, ACLED", value=f"{event.cameo or '-'}, {event.acled or '-'}")
    yield Filled(name="confidence", value=f"{event.confidence:.2f}")


def trials(coder: Pipeline, frames: Iterable[FrameRule]) -> Iterator[Trial]:
    """Every example and counter-example of the frames, read and coded now."""
    said = [(f"{f.type}.{f.id}", s, tells) for f in frames for tells, own in ((True, f.examples), (False, f.counter_examples)) for s in own]
    reports = coder.code(Article(text=sentence, language="en", origin=frame) for frame, sentence, _ in said)
    for (frame, sentence, tells), report in zip(said, reports, strict=True):
        told = tuple(event.why.partition("+")[0] for event in report.events)
        yield Trial(frame=frame, sentence=sentence, tells=tells, told=told)


def frames_of(ontology: Ontology) -> dict[str, FrameRule]:
    """Every frame by type and id: `ASSAULT.shell`."""
    return {f"{frame.type}.{frame.id}": frame for kind in ontology.types.values() for frame in kind.frames}


def own_frames(ontology: Ontology) -> list[FrameRule]:
    """The frames that are not as in the shipped codebook."""
    shipped = frames_of(load_ontology())
    return [frame for name, frame in frames_of(ontology).items() if shipped.get(name) != frame]


def new_frame(folder: Path, kind: str, name: str) -> Path:
    """A file for the type in the folder, with one frame to fill in; CodebookError where there is one already."""
    path = folder / EVENTS / f"{kind}.yaml"
    if path.exists():
        raise CodebookError(path=path, why="is there already; write the frame into it")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SKELETON.format(type=kind, name=name), "utf-8")
    return path


def changes(old: Codebook, new: Codebook) -> Iterator[str]:
    """What differs, a line each: `+` only in the new one, `-` only in the old one, `~` in both and not the same."""
    yield from differing("frame", frames_of(old.ontology), frames_of(new.ontology))
    for table in ("sectors", "countries", "bodies", "groups", "roles"):
        yield from differing(table, getattr(old.registers, table), getattr(new.registers, table))


def differing(what: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """The lines of one table, by name."""
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield f"+ {what} {name}"
        elif name not in new:
            yield f"- {what} {name}"
        elif old[name] != new[name]:
            parts = [f.name for f in fields(old[name]) if getattr(old[name], f.name) != getattr(new[name], f.name)]
            yield f"~ {what} {name}: " + "; ".join(
                f"{part} {shown(getattr(old[name], part))} → {shown(getattr(new[name], part))}" for part in parts
            )


def shown(value: Any) -> str:
    """A value of a row in a line."""
    if isinstance(value, tuple | frozenset):
        return f"[{', '.join(map(str, sorted(value, key=str) if isinstance(value, frozenset) else value))}]"
    return "nothing" if value is None else str(value)
