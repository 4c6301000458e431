"""How place names are written: folding, the forms under which one name is looked up, and the words around a name that are no part of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

# Letters that NFKD leaves alone. Schwa becomes "a": that is how GeoNames and the English press romanise Azerbaijani.
_LETTERS: Final = str.maketrans(
    {"ə": "a", "ǝ": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŋ": "n", "ŧ": "t", "&": " and "}
    | dict.fromkeys("'’‘`´ʻʼʽʾʿˈʹ′", "")
)
_INITIAL_DOT: Final = re.compile(r"(?<![^\W\d_])([^\W\d_])\.")
_NO_WORD: Final = re.compile(r"[\W_]+")
_ABBREVIATION: Final = re.compile(r"[A-Z]{2,5}")


def fold(name: str) -> str:
    """The form in which names are compared: lower case, no diacritics or apostrophes, one space for each run of hyphens, stops and spaces.

    ``fold("Sana'a") == "sanaa"``, ``fold("El-Fāsher") == "el fasher"``, ``fold("U.S.") == "us"``, ``fold("Xankəndi") == "xankandi"``.
    """
    text = _INITIAL_DOT.sub(r"\1", name.casefold().translate(_LETTERS))
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(_LETTERS)
    return _NO_WORD.sub(" ", text).strip()


def abbreviation(name: str) -> str | None:
    """``"US"`` for ``"U.S."``: two to five capitals without their stops, else None. Such names are kept apart, so that the pronoun "us" is no place."""
    bare = name.replace(".", "").strip()
    return bare if _ABBREVIATION.fullmatch(bare) else None


# The Arabic article before sun and moon letters, as romanised.
_ARTICLES: Final = ("al", "el", "ar", "as", "ash", "ad", "adh", "at", "ath", "an", "az", "ul")
_SWAPS: Final = {
    "st": "saint", "saint": "st", "ste": "sainte", "sainte": "ste", "mt": "mount", "mount": "mt", "ft": "fort", "fort": "ft",
    "north": "northern", "northern": "north", "south": "southern", "southern": "south", "east": "eastern", "eastern": "east",
    "west": "western", "western": "west",
}  # fmt: skip


def spellings(name: str) -> tuple[str, ...]:
    """Keys to look up for ``name``, the nearest first: as written, without "the", with "st" for "saint" or "north" for "northern", with another Arabic article."""
    exact = fold(name)
    keys = [abbreviation(name) or exact, exact]
    bare = exact.removeprefix("the ")
    keys.append(bare)
    words = bare.split()
    if words and words[0] in _SWAPS:
        keys.append(" ".join([_SWAPS[words[0]], *words[1:]]))
    if len(words) > 1 and words[0] in _ARTICLES:
        core = words[1:]
        keys += [" ".join([article, *core]) for article in _ARTICLES] + [" ".join(core)]
    elif len(bare) > 3:
        keys += [f"{article} {bare}" for article in _ARTICLES]
    return tuple(dict.fromkeys(key for key in keys if key))


_HINTS: Final[dict[str, str]] = {
    **dict.fromkeys(("village", "hamlet", "town", "township", "city", "capital", "settlement", "camp", "port", "suburb", "neighborhood", "neighbourhood",
                     "kibbutz", "moshav", "refugee camp", "municipality", "borough"), "settlement"),
    **dict.fromkeys(("province", "governorate", "oblast", "state", "krai", "republic", "prefecture", "department", "emirate", "canton"), "admin1"),
    **dict.fromkeys(("district", "county", "raion", "rayon", "parish", "subdistrict", "commune", "woreda", "tehsil", "locality", "sector"), "admin2"),
    **dict.fromkeys(("region", "territory", "territories", "area", "valley", "mountains", "mountain", "desert", "peninsula", "island", "islands",
                     "archipelago", "enclave", "plain", "plains", "hills", "corridor", "basin", "gorge", "highlands", "forest", "heights"), "region"),
    **dict.fromkeys(("river", "sea", "lake", "strait", "straits", "ocean", "gulf", "bay", "channel", "canal", "reservoir", "waters"), "water"),
    **dict.fromkeys(("airport", "airfield", "air base", "airbase", "base", "naval base", "military base", "garrison", "prison", "hospital", "crossing",
                     "bridge", "dam", "nuclear plant", "power plant", "power station", "refinery", "port facility", "checkpoint", "palace"), "facility"),
    "country": "country",
    "nation": "country",
}  # fmt: skip
_AFTER: Final = re.compile(rf"(?P<core>.+?) (?P<word>{'|'.join(sorted(map(re.escape, _HINTS), key=len, reverse=True))})")
_BEFORE: Final = re.compile(rf"(?:the )?(?P<word>{'|'.join(sorted(map(re.escape, _HINTS), key=len, reverse=True))})(?: of)? (?P<core>.+)")


def kind_of_word(word: str) -> str | None:
    """The kind of place that a common noun names: ``"admin1"`` for "province"; a kind's own name stands for itself; None for any other word."""
    key = fold(word)
    return _HINTS.get(key, key if key in set(_HINTS.values()) | {"other"} else None)


def without_kind_word(name: str) -> tuple[str, str] | None:
    """``("kandahar", "settlement")`` for "Kandahar city", ``("hasakah", "admin1")`` for "province of Hasakah"; None where no such word stands about the name."""
    key = fold(name)
    match = _AFTER.fullmatch(key) or _BEFORE.fullmatch(key)
    return (match["core"], _HINTS[match["word"]]) if match else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Which part of a place is meant: ``north`` and ``east`` are -1, 0 or 1; both 0 is the middle."""

    words: str
    north: int
    east: int


_POINT: Final = r"(?:north|south|east|west|north ?east|north ?west|south ?east|south ?west)(?:ern)?"
_DIRECTED: Final = re.compile(
    rf"(?:the )?(?:far |extreme |remote |rural |war torn )?(?P<point>{_POINT}(?: (?:and|or) {_POINT})?|central|inner|downtown|greater|upper|lower)"
    r"(?: (?:part|parts|half|corner) of)? (?:the )?(?P<core>.+)"
)


def direction(name: str) -> tuple[Direction, str] | None:
    """The part and the whole in "southeastern Turkey", "north of Gaza"-like names: ``(Direction, "turkey")``; None where no point of the compass leads."""
    match = _DIRECTED.fullmatch(fold(name))
    if match is None:
        return None
    point = match["point"]
    north = ("north" in point) - ("south" in point)
    east = ("east" in point) - ("west" in point)
    return Direction(words=point, north=north, east=east), match["core"]


_RULES: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"sch|sh|ch|tch|zh|dj|dzh", "j"), (r"kh|gh|[qgc]", "k"), (r"ph", "f"), (r"th", "t"), (r"dh", "d"), (r"ts|tz|[zx]", "s"), (r"[wv]", "b"),
        (r"ck", "k"), (r"[h]", ""), (r"[aeiouy]+", ""),
    )
)  # fmt: skip
_DOUBLED: Final = re.compile(r"(.)\1+")


def skeleton(key: str) -> str:
    """The consonants that survive another romanisation: the folded names "naqoura" and "an naqurah" share one skeleton. Empty for names of vowels."""
    words = key.split()
    text = "".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
    for pattern, into in _RULES:
        text = pattern.sub(into, text)
    return _DOUBLED.sub(r"\1", text)


_SOFT: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"ou|oo", "u"), (r"ee|ie|ei|ay|ai|ey", "i"), (r"[ywj]", "i"), (r"[eé]", "i"), (r"o", "u"), (r"kh|[qg]", "k"), (r"dh", "d"), (r"th", "t"),
        (r"[ia]?h\b|a\b", ""), (r"h", ""), (r"ck", "k"), (r"z", "s"), (r"c", "k"),
    )
)  # fmt: skip


def softened(key: str) -> str:
    """A folded name with what romanisations differ in made equal: "qabatia" and "qabatiyah", "naqoura" and "an naqurah"; other vowels stay apart."""
    words = key.split()
    text = " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
    for pattern, into in _SOFT:
        text = pattern.sub(into, text)
    return _DOUBLED.sub(r"\1", text)


def likeness(first: str, second: str) -> float:
    """One minus the edit distance of two folded names over the length of the longer: 1.0 the same, 0.0 nothing shared."""
    if first == second:
        return 1.0
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return 1.0 - row[-1] / max(len(first), len(second), 1)
