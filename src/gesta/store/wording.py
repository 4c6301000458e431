"""Text as every engine can keep it, and names as they are compared."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

import orjson

# PostgreSQL keeps no U+0000, no engine keeps half of a surrogate pair. Both are written as U+001A (substitute) and four hex digits, and
# U+001A itself too, so that what was filed comes back as it was.
_HASHED: Final = (1 << 39) - 1
MARK: Final = "\x1a"
# Stands between joined texts and in none of them: what `storable` writes has hex digits after each mark.
SEPARATOR: Final = f"{MARK};"
_ODD: Final = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED: Final = re.compile(rb"[\\]u(?:0000|001a|d)")  # as a class of one, a backslash is searched for in two thirds of the time
_WRITTEN: Final = re.compile("\x1a([0-9a-f]{4})")


def storable(text: str) -> str:
    """The text with U+0000, U+001A and lone surrogates written out."""
    return _ODD.sub(lambda odd: f"{MARK}{ord(odd[0]):04x}", text)


def odd(texts: Iterable[str]) -> bool:
    """Whether any of the texts holds what no engine keeps as it is."""
    joined = "".join(texts)
    if "\x00" in joined or MARK in joined:
        return True
    try:
        joined.encode()
    except UnicodeEncodeError:
        return True
    return False


def plain_json(written: bytes) -> bool:
    """Whether all the text in a JSON of `to_json` can be kept as it is: it escapes whatever `storable` would change."""
    return _ESCAPED.search(written) is None


def restored(text: str) -> str:
    """What `storable` was given."""
    return _WRITTEN.sub(lambda written: chr(int(written[1], 16)), text) if MARK in text else text


def to_json(value: Mapping[str, Any]) -> bytes:
    """Compact JSON in UTF-8, keys as they come; lone surrogates are escaped as JSON has it."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode()


def from_json(text: str) -> dict[str, Any]:
    """The value of `to_json`."""
    try:
        found: dict[str, Any] = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = json.loads(text)
    return found


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """A name without case and diacritics, as places are compared."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def code_keys(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Each code, and what stands before its dot: `PSE.REB` is found as `PSE` too."""
    return tuple(dict.fromkeys(key for code in codes for key in (code, code.partition(".")[0])))


@lru_cache(maxsize=1 << 16)
def place_keys(names: tuple[str | None, ...]) -> tuple[str, ...]:
    """Each name as it is compared, once."""
    return tuple(dict.fromkeys(folded(name) for name in names if name))


@lru_cache(maxsize=1 << 16)
def bounds(lats: tuple[float | None, ...], lons: tuple[float | None, ...]) -> tuple[float | None, ...]:
    """South, north, west, east of the points that are known; None where none is."""
    points = [(lat, lon) for lat, lon in zip(lats, lons, strict=True) if lat is not None and lon is not None]
    if not points:
        return (None, None, None, None)
    norths, easts = zip(*points, strict=True)
    return (min(norths), max(norths), min(easts), max(easts))


def item_number(seq: int | None, layer: str, key: str) -> int | None:
    """What stands for an item of the report `seq` in joins: seq in the upper 24 bits, so that items lie as filed, and 39 of a hash."""
    return None if seq is None else seq << 39 | numbered(layer, key) & _HASHED


def first_item(seq: int) -> int:
    """The number that no item of the report `seq` lies before, and every item of the reports filed before it does."""
    return seq << 39


@lru_cache(maxsize=1 << 16)
def numbered(*names: str) -> int:
    """64 bits, signed, of a hash of the names: what stands for them in joins."""
    joined = "\t".join(names).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big", signed=True)


def numbers(ids: Iterable[str]) -> list[int]:
    """What stands for each of the ids in joins."""
    return [numbered(name) for name in ids]
