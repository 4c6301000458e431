"""What a user's YAML file changes in the shipped one: keys replaced, words added, words and frames withdrawn; each value knows its file."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from gesta.codebook.tables import Placed, mapping, word_list

WITHDRAW, ADD, ALL = "withdraw", "add", "all"
NOWHERE = Path("-")


def event_laid(below: Placed, above: Placed, keys: Collection[str], lists: Collection[str]) -> Placed:
    """An event type's file with a user's on top of it.

    `keys` are those of such a file, `lists` those of a frame that hold words. A frame of a new id is added before all others, one of a
    known id replaces it; modes and topics are replaced by name; `add` gives words to a frame, `withdraw` takes some, or the frame (`all`).
    CodebookError for a frame, a mode or a word that is not there.
    """
    above.checked(NOWHERE, (*keys, ADD, WITHDRAW), ("type",))
    if above["type"] != below["type"]:
        raise above.fault(NOWHERE, "type", f"the file of {below['type']} says it is {above['type']!r}", (below["type"],), above["type"])
    out = below.copied()
    for key in above:
        if key in {"modes", "topics"}:
            out.take(key, merged(below.get(key), mapping(above[key], above.path or NOWHERE, key)), above, key)
        elif key not in {"type", "frames", ADD, WITHDRAW}:
            out.take(key, above[key], above, key)
    frames = framed(list(below["frames"]), above)
    for key in (WITHDRAW, ADD):
        for frame_id, change in part(above, key).items():
            frames = changed(frames, part(above, key), frame_id, change, lists, taking=key == WITHDRAW)
    out["frames"] = frames
    return out


def part(raw: Placed, key: str) -> Placed:
    """The mapping under a key; an empty one where the key is not there."""
    return mapping(raw[key], raw.path or NOWHERE, key) if key in raw else empty()


def empty() -> Placed:
    """A mapping of nothing."""
    out = Placed()
    out.places, out.path, out.origins = {}, None, {}
    return out


def merged(below: object, above: Placed) -> Placed:
    """The keys of both; those above win."""
    out = below.copied() if isinstance(below, Placed) else empty()
    for key in above:
        out.take(key, above[key], above, key)
    return out


def framed(frames: list[object], above: Placed) -> list[object]:
    """The frames with the user's: in the place of one with the same id, else before all."""
    given = above.get("frames", [])
    if not isinstance(given, list):
        raise above.fault(NOWHERE, "frames", "frames must be a list")
    new: list[object] = []
    for frame in given:
        at = place_of(frames, frame.get("id") if isinstance(frame, Placed) else None)
        if at is None:
            new.append(frame)
        else:
            frames[at] = frame
    return [*new, *frames]


def place_of(frames: Iterable[object], frame_id: object) -> int | None:
    """Where the frame with this id stands."""
    return next((n for n, frame in enumerate(frames) if isinstance(frame, Placed) and frame_id and frame.get("id") == frame_id), None)


def changed(frames: list[object], said: Placed, frame_id: str, change: object, lists: Collection[str], *, taking: bool) -> list[object]:
    """The frames, one of them with more words, with fewer, or gone."""
    at = place_of(frames, frame_id)
    if at is None:
        known = [str(frame["id"]) for frame in frames if isinstance(frame, Placed) and "id" in frame]
        raise said.fault(NOWHERE, frame_id, f"there is no frame {frame_id!r} here", known)
    if taking and change == ALL:
        return [*frames[:at], *frames[at + 1 :]]
    words = mapping(change, said.path or NOWHERE, frame_id).checked(NOWHERE, sorted(lists))
    frame = frames[at]
    assert isinstance(frame, Placed)
    out = frame.copied()
    for key in words:
        have = word_list(frame, key) if key in frame else ()
        out.take(key, without(words, key, have) if taking else [*have, *word_list(words, key)], words, key)
    return [*frames[:at], out, *frames[at + 1 :]]


def without(said: Placed, key: str, have: Collection[str]) -> list[str]:
    """The words that are left when some are withdrawn."""
    gone = word_list(said, key)
    for word in gone:
        if word not in have:
            raise said.fault(NOWHERE, key, f"{word!r} cannot be withdrawn from {key}, it is not there", have, word)
    return [word for word in have if word not in gone]


def words_laid(below: Placed, above: Placed, *, closed: bool, what: str) -> Placed:
    """Lists of words, or groups of such lists, with a user's added; those under `withdraw` are taken out.

    Where `closed`, a name that the shipped file does not have is an error. `what` says what the names are of.
    """
    out = below.copied()
    for key in above:
        if key == WITHDRAW:
            continue
        if key not in below and closed:
            raise above.fault(NOWHERE, key, f"unknown {what} {key!r}", below)
        out.take(key, grown(below.get(key), above, key, what), above, key)
    for key, gone in part(above, WITHDRAW).items():
        said = part(above, WITHDRAW)
        if key not in out:
            raise said.fault(NOWHERE, key, f"unknown {what} {key!r}", out)
        out.take(key, shrunk(out, key, said, gone), said, key)
    return out


def grown(below: object, above: Placed, key: str, what: str) -> object:
    """The value of one name with what is added to it."""
    if isinstance(below, Placed):
        return words_laid(below, mapping(above[key], above.path or NOWHERE, key), closed=True, what=f"list of {what} {key}")
    have = list(below) if isinstance(below, list) else []
    return [*have, *(word for word in word_list(above, key) if word not in have)]


def shrunk(out: Placed, key: str, said: Placed, gone: object) -> object:
    """The value of one name without what is withdrawn."""
    have = out[key]
    if not isinstance(have, Placed):
        return without(said, key, list(have))
    left, lists = have.copied(), mapping(gone, said.path or NOWHERE, key).checked(NOWHERE, list(have))
    for name in lists:
        left.take(name, without(lists, name, have[name]), lists, name)
    return left
