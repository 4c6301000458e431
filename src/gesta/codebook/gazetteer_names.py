"""How place names are written: the folded form in which they are compared, and the keys under which one name is looked up."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Letters that NFKD leaves alone. Schwa becomes "a": that is how GeoNames and the English press romanise Azerbaijani.
_LETTERS: Final = str.maketrans(
    dict(zip("əǝıłøđðħŋŧ", "aailoddhnt", strict=True))
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "&": " and "}
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
        decomposed = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
    return _NO_WORD.sub(" ", text).strip()


def abbreviation(name: str) -> str | None:
    """``"US"`` for ``"U.S."``: two to five capitals without their stops, else None.

    Such names are kept apart in capitals, so that the pronoun "us" is not the United States.
    """
    bare = name.replace(".", "").strip()
    return bare if _ABBREVIATION.fullmatch(bare) else None


#: The Arabic article before sun and moon letters, as romanised.
ARTICLES: Final = tuple("al el ar as ash ad adh at ath an az ul".split())
_POINTS: Final = tuple((point, f"{point}ern") for point in ("north", "south", "east", "west"))
_PAIRS: Final = (("st", "saint"), ("ste", "sainte"), ("mt", "mount"), ("ft", "fort"), *_POINTS)
_SWAPS: Final = dict(_PAIRS) | {long: short for short, long in _PAIRS}
_SHORTEST_WITH_ARTICLE: Final = 4


def without_article(key: str) -> str:
    """The folded name without a leading Arabic article."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in ARTICLES else key


def spellings(name: str) -> tuple[str, ...]:
    """The keys to look up, the nearest first.

    As written; without "the"; "st" for "saint", "north" for "northern"; with another Arabic article or none; with "ah" for a final "a".
    """
    exact = fold(name)
    bare = exact.removeprefix("the ")
    keys = [abbreviation(name) or exact, exact, bare]
    first, _, rest = bare.partition(" ")
    if rest and first in _SWAPS:
        keys.append(f"{_SWAPS[first]} {rest}")
    core = without_article(bare)
    if len(core) >= _SHORTEST_WITH_ARTICLE:
        for ending in _endings(core):
            keys += [f"{article} {ending}" for article in ARTICLES]
            keys.append(ending)
    return tuple(dict.fromkeys(key for key in keys if key))


def _endings(core: str) -> tuple[str, ...]:
    """The name with and without the "h" of a feminine ending: "hawija", "hawijah"."""
    if core.endswith("ah"):
        return (core, core[:-1])
    return (core, f"{core}h") if core.endswith("a") else (core,)
