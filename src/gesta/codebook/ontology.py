"""Event types and the frames that show them, word classes, weapons, cues, effects, modality: the codebook's YAML as typed values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Any

from gesta.codebook.tables import Placed, read_yaml
from gesta.errors import CodebookError

DATA = Path(__file__).parent / "data"
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
LISTS = frozenset(
    "verbs nouns actors recipients mutual object object_of subject clause needs without governed plural examples counter_examples".split()
)
FLAGS = frozenset({"reciprocal", "killing", "territorial", "vague", "forces_move", "blame", "attributed", "subject_party", "blocks_clause"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRule:
    """One way of telling an event: the words that name it, where its roles stand, what must or must not be there, and sentences."""

    id: str
    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    mutual: tuple[str, ...] = ()
    reciprocal: bool = False
    object: tuple[str, ...] = ()
    object_of: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    governed: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    factuality: str | None = None
    era: str | None = None
    objectless: str | None = None
    killing: bool = False
    territorial: bool = False
    vague: bool = False
    forces_move: bool = False
    blame: bool = False
    attributed: bool = False
    subject_party: bool = False
    blocks_clause: bool = False


FRAME_KEYS = tuple(f.name for f in fields(FrameRule))
TYPE_KEYS = ("type", "about", "cameo", "acled", "modes", "topics", "frames")
MODE_KEYS = ("cameo", "acled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """CAMEO code and ACLED sub-event type of a PLOVER mode (None where ACLED would not record it)."""

    cameo: str
    acled: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A PLOVER type with its modes, the topics that tell them and its frames."""

    type: str
    about: str
    cameo: str
    acled: str | None
    modes: Mapping[str, Mode]
    topics: Mapping[str, frozenset[str]]
    frames: tuple[FrameRule, ...]

    def codes(self, mode: str | None) -> Mode:
        """The crosswalk of this type in this mode."""
        return self.modes.get(mode or "", Mode(cameo=self.cameo, acled=self.acled))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All event types, with their frames indexed by the lemma that opens (verbs) or heads (nouns) each trigger."""

    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[tuple[FrameRule, tuple[str, ...]], ...]]
    nouns: Mapping[str, tuple[tuple[FrameRule, tuple[str, ...]], ...]]
    classes: Mapping[str, frozenset[str]]
    weapons: tuple[tuple[str, str], ...]
    effects: Mapping[str, Mapping[str, tuple[str, ...]]]
    cues: Mapping[str, Mapping[str, tuple[str, ...]]]
    modality: Mapping[str, Mapping[str, frozenset[str]]]
    stances: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def known_verbs(self) -> frozenset[str]:
        """Every verb that a frame, an effect or a cue names: lemmas that a reader should know."""
        harms = {
            phrase.split()[0] for entry in self.effects.values() for key in ("patient", "agent", "lives", "losers") for phrase in entry[key]
        }
        return frozenset(self.verbs) | frozenset(self.stances) | harms

    def accepts(self, allowed: tuple[str, ...], lemmas: frozenset[str]) -> bool:
        """True when a lemma is listed or belongs to a class listed as `@class`; `@any` takes every lemma, `~` where there is none."""
        if not lemmas:
            return "~" in allowed
        return any(self.listed(entry, lemmas) for entry in allowed)

    def listed(self, entry: str, lemmas: frozenset[str]) -> bool:
        """True when this entry of a list takes one of the lemmas."""
        return entry == "@any" or entry in lemmas or (entry.startswith("@") and not lemmas.isdisjoint(self.classes[entry[1:]]))


def nothing(value: object) -> str | None:
    """A YAML scalar, None for `~`."""
    return None if value in (None, "~", "") else str(value)


def texts(value: object, path: Path, key: str) -> tuple[str, ...]:
    """A YAML list of scalars as strings."""
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise CodebookError(path=path, why=f"{key} must be a list of words")
    return tuple(value)


def frame_rule(entry: object, kind: str, modes: Iterable[str], path: Path) -> FrameRule:
    """A frame from its YAML mapping, of its file's type unless it names another; CodebookError for what no frame has."""
    raw = mapping(entry, path, "a frame").checked(path, FRAME_KEYS, ("id",))
    values: dict[str, Any] = {"type": kind}
    for key, value in raw.items():
        if key in FLAGS:
            if value not in ("yes", "no"):
                raise raw.fault(path, key, f"{key} is {value!r}, neither yes nor no")
            values[key] = value == "yes"
        elif key in LISTS:
            values[key] = frozenset(texts(value, path, key)) if key == "without" else texts(value, path, key)
        else:
            values[key] = nothing(value)
    if values["type"] not in PLOVER_TYPES:
        raise raw.fault(path, "type", f"type must be one of {', '.join(PLOVER_TYPES)}")
    if values["type"] == kind and values.get("mode") not in (None, *modes):
        raise raw.fault(path, "mode", f"{kind} has no mode {values['mode']!r}")
    if not (values.get("verbs") or values.get("nouns")):
        raise raw.fault(path, "id", f"the frame {values['id']!r} has neither verbs nor nouns")
    return FrameRule(**values)


def mapping(value: object, path: Path, what: str) -> Placed:
    """The value, which must be a YAML mapping."""
    if not isinstance(value, Placed):
        raise CodebookError(path=path, why=f"{what} must be made of lines `name: value`")
    return value


def event_type(path: Path) -> EventType:
    """One file of `data/events`; CodebookError, with line and column, for a key or a value that none has."""
    raw = mapping(read_yaml(path), path, "an event type").checked(path, TYPE_KEYS, ("type", "about", "cameo", "acled", "frames"))
    if raw["type"] not in PLOVER_TYPES:
        raise raw.fault(path, "type", f"type must be one of {', '.join(PLOVER_TYPES)}")
    if not isinstance(raw["frames"], list):
        raise raw.fault(path, "frames", "frames must be a list")
    modes = {
        name: Mode(cameo=m["cameo"], acled=nothing(m["acled"]))
        for name, said in raw.get("modes", {}).items()
        for m in [mapping(said, path, f"mode {name}").checked(path, MODE_KEYS, MODE_KEYS)]
    }
    return EventType(
        type=raw["type"],
        about=raw["about"],
        cameo=raw["cameo"],
        acled=nothing(raw["acled"]),
        modes=modes,
        topics={name: frozenset(texts(words, path, name)) for name, words in raw.get("topics", {}).items()},
        frames=tuple(frame_rule(entry, raw["type"], modes, path) for entry in raw["frames"]),
    )


def check_classes(frames: Iterable[FrameRule], classes: Mapping[str, frozenset[str]], folder: Path) -> None:
    """CodebookError for a frame that asks for a class (`@class`) which `classes.yaml` does not have."""
    for frame in frames:
        for word in chain.from_iterable(getattr(frame, name) for name in sorted(LISTS)):
            if word.startswith("@") and word != "@any" and word[1:] not in classes:
                near = get_close_matches(word[1:], classes, 1)
                path = folder / "events" / f"{frame.type}.yaml"
                raise CodebookError(
                    path=path, why=f"frame {frame.id}: no class {word} in classes.yaml", suggestion=f"@{near[0]}" if near else None
                )


def index(frames: list[FrameRule], attribute: str) -> dict[str, tuple[tuple[FrameRule, tuple[str, ...]], ...]]:
    """Lemma to (frame, the trigger's other words), longer triggers first: a verb phrase by its first word, a noun phrase by its last."""
    out: dict[str, list[tuple[FrameRule, tuple[str, ...]]]] = {}
    for frame in frames:
        for phrase in getattr(frame, attribute):
            words = tuple((phrase if attribute == "verbs" else phrase.replace("-", " ")).split())  # readers part words at hyphens
            head, rest = (words[0], words[1:]) if attribute == "verbs" else (words[-1], words[:-1])
            out.setdefault(head, []).append((frame, rest))
    return {head: tuple(sorted(found, key=lambda f: -len(f[1]))) for head, found in out.items()}


def word_lists(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """A two-level YAML of word lists."""
    return {name: {key: texts(words, path, f"{name}.{key}") for key, words in entry.items()} for name, entry in read_yaml(path).items()}


def word_classes(path: Path) -> dict[str, frozenset[str]]:
    """A YAML of classes, each a list of words."""
    return {name: frozenset(texts(words, path, name)) for name, words in read_yaml(path).items()}


def load_ontology(data: Path = DATA) -> Ontology:
    """The ontology of a codebook folder; CodebookError names the file that is wrong."""
    types = {found.type: found for found in map(event_type, sorted((data / "events").glob("*.yaml")))}
    frames = [frame for found in types.values() for frame in found.frames]
    cues = word_lists(data / "cues.yaml")
    weapons = read_yaml(data / "weapons.yaml")
    classes = word_classes(data / "classes.yaml")
    check_classes(frames, classes, data)
    return Ontology(
        types=types,
        verbs=index(frames, "verbs"),
        nouns=index(frames, "nouns"),
        classes=classes,
        weapons=tuple((word, mode) for mode, words in weapons.items() for word in words),
        effects=word_lists(data / "effects.yaml"),
        cues=cues,
        modality={name: {k: frozenset(v) for k, v in entry.items()} for name, entry in word_lists(data / "modality.yaml").items()},
        targets={
            word: kind for kind, words in read_yaml(data / "targets.yaml").items() for word in texts(words, data / "targets.yaml", kind)
        },
        stances={verb: stance for stance in reversed(cues) for verb in cues[stance]["verbs"]},
        settings=word_classes(data / "settings.yaml"),
    )
