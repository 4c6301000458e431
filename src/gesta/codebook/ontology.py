"""Event types and the frames that show them, word classes, weapons, cues, effects, modality: the codebook's YAML as typed values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, get_args

from gesta.codebook.layers import empty, event_laid, words_laid
from gesta.codebook.tables import Placed, mapping, read_yaml, word_list
from gesta.model import Era, Factuality

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
    acled: str | None = None
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


# What a frame may ask for to be filled or found (`gesta.coding.roles` finds it), and what it may say instead of the sentence.
ROLES = ("actors", "recipients", "mutual")
PREPOSITIONS = (
    "about above across after against along alongside amid among around as at before behind below beside between beyond by despite during"
    " for from in inside into near of off on onto out over past per since targeting through throughout to toward towards under until upon"
    " via with within without"
).split()
SLOTS = (
    "agent", "patient", "goal", "bearer", "owner", "sides of agent", "clause-subject", "clause-object", "of-object",
    "of-name", "object-owner", "thing", "condition-subject", "subject-owner", "within object", "asked to",
    *(f"{word} X" for word in PREPOSITIONS),
)  # fmt: skip
NEEDS = (
    "actor", "recipient", "party", "two", "armed", "official", "clause", "asked", "place", "property", "armed-context", "agency",
    "infinitive", "bidding", "insisting", "alone", "own-people", "body", "predicate", "own", "own-deed",
)  # fmt: skip
CHOICES = {"factuality": get_args(Factuality), "era": get_args(Era), "objectless": ("skip", "only")}
# The files of word lists, and what their names are of; a user's folder may give those that are open further names.
CALLED = {
    "classes.yaml": "class", "cues.yaml": "stance", "effects.yaml": "effect", "modality.yaml": "factuality", "settings.yaml": "setting",
    "targets.yaml": "kind of target", "weapons.yaml": "mode",
}  # fmt: skip
OPEN = frozenset({"classes.yaml", "settings.yaml", "targets.yaml"})
FRAME_KEYS = tuple(f.name for f in fields(FrameRule))
TYPE_KEYS = ("type", "about", "includes", "excludes", "cameo", "acled", "modes", "topics", "frames")
MODE_KEYS = ("cameo", "acled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """CAMEO code and ACLED sub-event type of a PLOVER mode (None where ACLED would not record it)."""

    cameo: str
    acled: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A PLOVER type: what it counts, what belongs to a neighbour instead, its modes, the topics that tell them and its frames."""

    type: str
    about: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
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
    settings_of: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The settings that a word tells of."""
        of: dict[str, set[str]] = {}
        for name, listed in self.settings.items():
            for word in listed:
                of.setdefault(word, set()).add(name)
        object.__setattr__(self, "settings_of", {word: frozenset(names) for word, names in of.items()})

    @property
    def known_verbs(self) -> frozenset[str]:
        """Every verb that a frame, an effect or a cue names: lemmas that a reader should know."""
        harms = {
            phrase.split()[0] for entry in self.effects.values() for key in ("patient", "agent", "lives", "losers") for phrase in entry[key]
        }
        return frozenset(self.verbs) | frozenset(self.stances) | harms

    def names_violence(self, noun: str) -> bool:
        """True for the lemma with which a noun of an ASSAULT frame begins: "attack", "shelling"."""
        return any(rule.type == "ASSAULT" for rule, _ in self.nouns.get(noun, ()))

    def tells_violence(self, verb: str) -> bool:
        """True for the lemma with which a verb of an ASSAULT frame begins: "attack", "shell"."""
        return any(rule.type == "ASSAULT" for rule, _ in self.verbs.get(verb, ()))

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


def frame_rule(entry: object, kind: str, modes: Iterable[str], classes: Iterable[str], path: Path) -> FrameRule:
    """A frame from its YAML mapping, of its file's type unless it names another; CodebookError for what no frame has."""
    raw = mapping(entry, path, "a frame").checked(path, FRAME_KEYS, ("id",))
    values: dict[str, Any] = {"type": kind}
    for key, value in raw.items():
        if key in FLAGS:
            if value not in ("yes", "no"):
                raise raw.fault(path, key, f"{key} is {value!r}, neither yes nor no")
            values[key] = value == "yes"
        elif key in LISTS:
            values[key] = frozenset(word_list(raw, key, path)) if key == "without" else word_list(raw, key, path)
            check_words(raw, key, classes, path)
        elif key in CHOICES and nothing(value) is not None and nothing(value) not in CHOICES[key]:
            raise raw.fault(path, key, f"{key} is {value!r}, not one of {', '.join(CHOICES[key])}", CHOICES[key], str(value))
        else:
            values[key] = nothing(value)
    if values["type"] not in PLOVER_TYPES:
        raise raw.fault(path, "type", f"type must be one of {', '.join(PLOVER_TYPES)}", PLOVER_TYPES, str(values["type"]))
    if values["type"] == kind and values.get("mode") is not None and values["mode"] not in modes:
        raise raw.fault(path, "mode", f"{kind} has no mode {values['mode']!r}", modes, values["mode"])
    if not (values.get("verbs") or values.get("nouns")):
        raise raw.fault(path, "id", f"the frame {values['id']!r} has neither verbs nor nouns")
    return FrameRule(**values)


def check_words(raw: Placed, key: str, classes: Iterable[str], path: Path) -> None:
    """CodebookError for a role, a need or a class (`@class` of classes.yaml) that is none."""
    for word in raw[key]:
        if key in ROLES and word not in SLOTS:
            raise raw.fault(path, key, f"{key}: there is no role {word!r}", SLOTS, word)
        if key == "needs" and word not in NEEDS:
            raise raw.fault(path, key, f"needs: {word!r} is none of {', '.join(NEEDS)}", NEEDS, word)
        if word.startswith("@") and word != "@any" and word[1:] not in classes:
            raise raw.fault(path, key, f"frame {raw['id']}: no class {word} in classes.yaml", [f"@{name}" for name in classes], word)


def mode_of(raw: Placed, name: str, path: Path) -> Mode:
    """The crosswalk of a mode; CodebookError for a key that none has or that is missing."""
    said = mapping(raw[name], path, f"mode {name}").checked(path, MODE_KEYS, MODE_KEYS)
    return Mode(cameo=said["cameo"], acled=nothing(said["acled"]))


def event_type(raw: Placed, classes: Iterable[str], path: Path) -> EventType:
    """One file of `data/events`; CodebookError, with line and column, for a key or a value that none has."""
    raw.checked(path, TYPE_KEYS, ("type", "about", "includes", "excludes", "cameo", "acled", "frames"))
    if raw["type"] not in PLOVER_TYPES:
        raise raw.fault(path, "type", f"type must be one of {', '.join(PLOVER_TYPES)}", PLOVER_TYPES, str(raw["type"]))
    if not isinstance(raw["frames"], list):
        raise raw.fault(path, "frames", "frames must be a list")
    modes = mapping(raw["modes"], path, "modes") if "modes" in raw else empty()
    topics = mapping(raw["topics"], path, "topics") if "topics" in raw else empty()
    return EventType(
        type=raw["type"],
        about=raw["about"],
        includes=word_list(raw, "includes", path),
        excludes=word_list(raw, "excludes", path),
        cameo=raw["cameo"],
        acled=nothing(raw["acled"]),
        modes={name: mode_of(modes, name, path) for name in modes},
        topics={name: frozenset(word_list(topics, name, path)) for name in topics},
        frames=tuple(frame_rule(entry, raw["type"], modes, classes, path) for entry in raw["frames"]),
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


def word_lists(raw: Placed, path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """A two-level YAML of word lists."""
    groups = {name: mapping(raw[name], path, name) for name in raw}
    return {name: {key: word_list(group, key, path) for key in group} for name, group in groups.items()}


def word_classes(raw: Placed, path: Path) -> dict[str, frozenset[str]]:
    """A YAML of classes, each a list of words."""
    return {name: frozenset(word_list(raw, name, path)) for name in raw}


@cache
def kept(path: Path) -> Any:
    """What a shipped file holds, read once; nobody changes it."""
    return read_yaml(path)


@dataclass(frozen=True, slots=True)
class Layers:
    """The YAML files of a folder, those of a user's folder laid on top of them where there is one."""

    data: Path
    overlay: Path | None = None

    def above(self, name: str) -> Placed | None:
        """The user's file of this name; None where there is none, or where it is empty."""
        path = self.overlay / name if self.overlay is not None else None
        found = read_yaml(path) if path is not None and path.exists() else None
        return mapping(found, path, name) if path is not None and found is not None else None

    def below(self, path: Path) -> Placed:
        """The file of the folder below."""
        return mapping(kept(path) if self.data == DATA else read_yaml(path), path, path.name)

    def words(self, name: str) -> Placed:
        """A file of word lists."""
        below, above = self.below(self.data / name), self.above(name)
        return words_laid(below, above, closed=name not in OPEN, what=CALLED[name]) if above is not None else below

    def event(self, path: Path) -> Placed:
        """The file of an event type."""
        below, above = self.below(path), self.above(f"events/{path.name}")
        return event_laid(below, above, TYPE_KEYS, LISTS) if above is not None else below


def load_ontology(data: Path = DATA, overlay: Path | None = None) -> Ontology:
    """The ontology of a codebook folder, a user's folder laid on top; CodebookError names file, line and column of what is wrong."""
    files = Layers(data, overlay)
    raw = {name: files.words(name) for name in CALLED}
    classes = word_classes(raw["classes.yaml"], data / "classes.yaml")
    types = {
        found.type: found for path in sorted((data / "events").glob("*.yaml")) for found in [event_type(files.event(path), classes, path)]
    }
    frames = [frame for found in types.values() for frame in found.frames]
    cues = word_lists(raw["cues.yaml"], data / "cues.yaml")
    modality = word_lists(raw["modality.yaml"], data / "modality.yaml")
    return Ontology(
        types=types,
        verbs=index(frames, "verbs"),
        nouns=index(frames, "nouns"),
        classes=classes,
        weapons=tuple((word, mode) for mode in raw["weapons.yaml"] for word in word_list(raw["weapons.yaml"], mode)),
        effects=word_lists(raw["effects.yaml"], data / "effects.yaml"),
        cues=cues,
        modality={name: {k: frozenset(v) for k, v in entry.items()} for name, entry in modality.items()},
        targets={word: kind for kind in raw["targets.yaml"] for word in word_list(raw["targets.yaml"], kind)},
        stances={verb: stance for stance in reversed(cues) for verb in cues[stance]["verbs"]},
        settings=word_classes(raw["settings.yaml"], data / "settings.yaml"),
    )
