"""An article's mirror image, and the world in which it is true.

Two states change names: everything that is called Armenian is called Azerbaijani and the other way about. In the *mirror world* the
codebook and the gazetteer change sides with them: who held an office of the one holds it of the other, and a town lies there. So a record
and its mirror image may differ by nothing but the names, whoever is known of either side. Where a table of swaps lists persons and towns of
a pair, their names can be swapped too, and the codebook stays as it is (*names alone*).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np

from gesta.codebook import Codebook, Registers
from gesta.codebook.gazetteer import Gazetteer
from gesta.codebook.gazetteer_places import KINDS
from gesta.codebook.name_index import key_of
from gesta.codebook.ontology import DATA
from gesta.codebook.register_rows import Country

#: Persons and towns that change sides: `left` and `right` are codes of states, `a` is on the left side, `b` on the right.
SWAPS: Final = Path(__file__).parent / "data" / "swaps.csv"
#: A state that is named once is hardly a party.
NAMED_AT_LEAST: Final = 2
#: Columns of `countries.csv` that say what a state is; those of its names change sides but for the names that are swapped.
OWN: Final = ("code", "alpha2", "gw", "cow", "cameo", "source")
KINDS_OF_NAME: Final = ("name", "adjectives", "demonyms_singular", "demonyms_plural")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Two states, the names of their own that change places, and those of persons and towns of a table."""

    states: tuple[str, str]
    names: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...] = ()

    def code(self) -> Callable[[str], str]:
        """Swaps the states in a code, `SDN.CVL` among them."""
        return swapper([self.states])


def swapper(pairs: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """A function that puts each name in the place of its pair, whole words, longer names first; the first pair of a name holds."""
    table: dict[str, str] = {}
    for a, b in pairs:
        table.setdefault(a, b)
        table.setdefault(b, a)
    pattern = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")(?!\w)")
    return lambda text: pattern.sub(lambda match: table[match.group()], text)


def rows_of(path: Path = SWAPS) -> list[tuple[str, str, str, str]]:
    """The rows of a table of swaps: left, right, a, b."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["left"], row["right"], row["a"], row["b"]) for row in csv.DictReader(file)]


def mirror_of(text: str, registers: Registers, rows: Iterable[tuple[str, str, str, str]]) -> Mirror | None:
    """The mirror of an article: of the two states that it names most; None where it does not name two, each twice."""
    counted = sorted(((mentions(text, country), country.code) for country in registers.countries.values()), reverse=True)
    if len(counted) < 2 or counted[1][0] < NAMED_AT_LEAST:
        return None
    left, right = sorted((counted[0][1], counted[1][1]))
    pairs = {(left, right): lambda a, b: (a, b), (right, left): lambda a, b: (b, a)}
    others = tuple(pairs[one, other](a, b) for one, other, a, b in rows if (one, other) in pairs)
    return Mirror(states=(left, right), names=tuple(own_names(text, registers.countries[left], registers.countries[right])), others=others)


def mentions(text: str, country: Country) -> int:
    """How often a text names a state or its people."""
    names = {country.name, *country.also, *country.adjectives, *country.demonyms_plural}
    return len(re.findall(r"\b(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")(?!\w)", text))


def own_names(text: str, left: Country, right: Country) -> Iterator[tuple[str, str]]:
    """What the text calls two states and their people, in pairs: of several names of a kind the one that it uses most.

    Spellings that the registers do not tell apart ("US", "U.S.") are one name, and change together.
    """
    for ours, theirs in zip(forms(left), forms(right), strict=True):
        if ours and theirs:
            one, other = most_used(text, ours), most_used(text, theirs)
            yield one, other
            yield from ((name, other) for name in ours if name != one and key_of(name) == key_of(one))
            yield from ((one, name) for name in theirs if name != other and key_of(name) == key_of(other))


def forms(country: Country) -> tuple[tuple[str, ...], ...]:
    """The names of a state, its adjectives, and the nouns for one and for several of its people."""
    return (country.name, *country.also), country.adjectives, country.demonyms_singular, country.demonyms_plural


def most_used(text: str, names: tuple[str, ...]) -> str:
    """The name that stands in the text most often; the first where none does."""
    return max(names, key=lambda name: len(re.findall(rf"\b{re.escape(name)}(?!\w)", text)))


def mirror_world(book: Codebook, mirror: Mirror) -> Codebook:
    """The codebook of the mirror world: rows and places change sides, the two states' own names do not."""
    with TemporaryDirectory() as folder:
        for path in DATA.glob("*.csv"):
            mirrored_table(path, Path(folder, path.name), mirror)
        registers = Registers.load(Path(folder))
    return replace(book, registers=registers, gazetteer=mirrored_places(book.gazetteer, mirror))


def mirrored_table(path: Path, target: Path, mirror: Mirror) -> None:
    """The table with codes and names swapped in every cell; of `countries.csv` the rows' own names stay."""
    code, text = mirror.code(), swapper(mirror.names)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        fields, rows = list(reader.fieldnames or ()), list(reader)
    if path.stem == "countries":
        of = {row["code"]: row for row in rows}
        other = dict([mirror.states, mirror.states[::-1]])
        rows = [turned(row, of[other[row["code"]]], mirror) if row["code"] in other else row for row in rows]
    else:
        rows = [{k: text(code(v)) if k != "source" else v for k, v in row.items()} for row in rows]
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields)
        writer.writeheader()
        writer.writerows(rows)


def turned(row: dict[str, str], other: dict[str, str], mirror: Mirror) -> dict[str, str]:
    """A state's row in the mirror world: its own names that are swapped, and for all else what the other is called."""
    text, swapped = swapper(mirror.names), {key_of(name) for pair in mirror.names for name in pair}
    whole = {side["code"]: {**side, "name": f"{side['name']};{side['also']}", "also": ""} for side in (row, other)}
    out = {k: v if k in OWN else text(other[k]) for k, v in row.items()}
    for column in KINDS_OF_NAME:
        ours, theirs = (list(filter(None, whole[side["code"]][column].split(";"))) for side in (row, other))
        kept = [name for name in ours if key_of(name) in swapped]
        out[column] = ";".join(dict.fromkeys([*kept, *(text(name) for name in theirs if key_of(name) not in swapped)]))
    out["name"], _, out["also"] = out["name"].partition(";")
    return out


def mirrored_places(gazetteer: Gazetteer, mirror: Mirror) -> Gazetteer:
    """The gazetteer with the places of the two states changed over, the states themselves left where they are."""
    tables, meta = gazetteer.tables, gazetteer.tables.meta
    left, right = (meta["countries"].index(code) for code in mirror.states)
    country, inner = np.array(tables.country), (np.array(tables.kind) & 0x7F) != KINDS.index("country")
    was = country.copy()
    country[inner & (was == left)], country[inner & (was == right)] = right, left
    return replace(gazetteer, tables=replace(tables, country=country, meta=mirrored_meta(meta, mirror)))


def mirrored_meta(meta: dict[str, Any], mirror: Mirror) -> dict[str, Any]:
    """Claims and neighbours swapped."""
    code = mirror.code()
    neighbours = {code(state): [code(other) for other in others] for state, others in meta["neighbours"].items()}
    return {**meta, "claimed_by": [[code(state) for state in states] for states in meta["claimed_by"]], "neighbours": neighbours}
