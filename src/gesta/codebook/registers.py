"""The registers: who is named by which words, who holds which office, which outlet publishes where."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from gesta.codebook.name_index import NameIndex, key_of
from gesta.codebook.register_rows import Body, Country, Force, Group, Name, Office, Organ, Outlet, Role, Sector
from gesta.codebook.row_layers import rows_laid
from gesta.codebook.tables import read_csv

DATA = Path(__file__).parent / "data"
FILES: dict[str, type[Any]] = {
    "sectors": Sector,
    "countries": Country,
    "organisations": Body,
    "organs": Organ,
    "groups": Group,
    "forces": Force,
    "names": Name,
    "offices": Office,
    "roles": Role,
    "outlets": Outlet,
}


# Who is meant where several of one surname are in office.
HEADS = frozenset(
    "president;prime minister;premier;chancellor;king;emir;sultan;crown prince;supreme leader;junta leader;leader;political leader;"
    "commander;secretary-general".split(";")
)
GIVEN = 4  # holders with a given name from which on it is no surname that tells who is meant
SPOKEN = 5  # letters from which on an abbreviation may be written with one capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A registered name in a text: what it names, how (name, adjective, demonym, …), over how many words, and whom else it names."""

    code: str
    name: str
    kind: str
    sector: str | None
    country: str | None
    how: str
    length: int
    others: tuple[Hit, ...] = ()


Named = Callable[[int], Hit]
# What a name that reveals a state may stand for, by the table that has it.
KINDS_OF_A_STATE = frozenset({"government", "military", "armed-group", "organisation", "media", "civilians", "person"})
KINDS = {"forces": KINDS_OF_A_STATE, "names": KINDS_OF_A_STATE | {"country"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One of those whom a spelling may stand for: its code, its states, the years (both included) in which it was there."""

    code: str
    states: frozenset[str]
    first: int = 0
    last: int = 9999
    named: Named = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """The loaded registers with their indexes; values do not change after loading."""

    countries: dict[str, Country]
    bodies: dict[str, Body]
    groups: dict[str, Group]
    roles: dict[str, Role]
    role_lengths: dict[str, tuple[int, ...]]
    sectors: dict[str, Sector]
    holders: dict[tuple[str, ...], tuple[Office, ...]]
    domains: dict[str, Outlet]
    outlets: dict[tuple[str, ...], Outlet]
    digest: str
    names: NameIndex[Named] = field(repr=False)
    near: NameIndex[list[Bearer]] = field(repr=False)
    told: NameIndex[list[Name]] = field(repr=False)

    @classmethod
    def load(cls, folder: Path | None = None, overlay: Path | None = None) -> Registers:
        """The registers of a folder (the shipped one when None), a user's rows on top of them: see `gesta.codebook.row_layers`.

        CodebookError, with file, line and column, on a malformed file. Without an overlay the same folder gives the same object.
        """
        return _kept(folder or DATA) if overlay is None else _load(folder or DATA, overlay)

    def beginnings(self, words: Sequence[str]) -> list[int]:
        """The words at which a registered name may begin, in order: at all others `longest_match` finds nothing."""
        found = self.names.beginnings(words)
        return sorted({*found, *self.told.beginnings(words)}) if self.told.names else found

    def longest_match(self, words: Sequence[str], start: int, on: date | None = None) -> Hit | None:
        """The longest registered name that begins with the word; None when none does.

        Of the same length those of `names` that hold on the day come before the others.
        """
        found = self.names.match(words, start)
        hit = found[0](found[1]) if found else None
        told = self.told.match(words, start) if self.told.names else None
        if told is None or (hit is not None and hit.length > told[1]):
            return hit
        meant = [_meant(row)(told[1]) for row in told[0] if row.holds_on(on)]
        return replace(meant[0], others=tuple(meant[1:])) if meant else hit

    def near_match(self, words: Sequence[str], start: int, told: Set[str], on: date | None) -> Hit | None:
        """Whom a spelling that several bear stands for, where the article has `told` of one of them or of its states, by code.

        Of several such bearers the one that was there on the day; None where that is not one alone.
        """
        found = self.near.match(words, start)
        if found is None:
            return None
        bearers, length = found
        meant = [b for b in bearers if b.code in told] or [b for b in bearers if not b.states.isdisjoint(told)]
        if len(meant) > 1 and on is not None:
            meant = [b for b in meant if b.first <= on.year <= b.last]
        return meant[0].named(length) if len(meant) == 1 else None

    def country(self, code: str) -> Country | None:
        """The state with this ISO 3166-1 alpha-3 code."""
        return self.countries.get(code)

    def country_name(self, code: str) -> str:
        """The name of a state; the code itself when there is none."""
        found = self.countries.get(code)
        return found.name if found else code

    def role(self, noun: str) -> Role | None:
        """The role that a noun, singular or plural, of one word or more, names."""
        return self.roles.get(noun.lower())

    def sector_name(self, code: str) -> str:
        """What a sector is called, with a capital; the code itself when there is none."""
        found = self.sectors.get(code)
        return found.name[:1].upper() + found.name[1:] if found else code

    def holder(self, name: str, on: date | None) -> Office | None:
        """The office of a person by full name or surname, on the day where given; None when unknown or not one alone.

        Of several who share it, that one of them who is at the head of a state or group: "Barzani" is the president, not his spokesman.
        Without a day a person of several offices gets the last of them.
        """
        terms = self.holders.get(key_of(name), ()) or self.holders.get(tuple(p for p in key_of(name) if len(p) > 1), ())
        if on is not None:
            terms = tuple(term for term in terms if term.held_on(on))
        if _several(terms, on):
            terms = tuple(term for term in terms if term.office in HEADS)
        if not terms or _several(terms, on):
            return None
        return max(terms, key=lambda term: term.first_day)

    def outlet_by_domain(self, host: str) -> Outlet | None:
        """The outlet that publishes on a host or on a domain above it."""
        parts = host.lower().strip().rstrip(".").removeprefix("www.").split(".")
        return next((found for i in range(len(parts)) if (found := self.domains.get(".".join(parts[i:])))), None)

    def outlet_by_name(self, name: str) -> Outlet | None:
        """The outlet with this name or short name, whatever its capitals."""
        return self.outlets.get(key_of(name))


Tables = dict[str, tuple[Any, ...]]


def _tables(folder: Path, overlay: Path | None) -> tuple[Tables, Tables]:
    """The rows of every register, a user's on top of them; and the user's alone."""
    rows: Tables = {stem: read_csv(folder / f"{stem}.csv", kind) for stem, kind in FILES.items()}
    own: Tables = dict.fromkeys(FILES, ())
    for stem, kind in FILES.items():
        if overlay is not None and (path := overlay / f"{stem}.csv").exists():
            rows[stem], own[stem] = rows_laid(rows[stem], path, kind, _closed(rows, stem))
    return rows, own


def _closed(rows: Tables, stem: str) -> dict[str, frozenset[str]]:
    """The columns of a register whose cells may hold only what some shipped row, or for states some row, has there."""
    kinds = (row.kind for row in rows[stem] if hasattr(row, "kind"))
    return {
        "sector": frozenset(row.code for row in rows["sectors"]),
        "kind": frozenset(filter(None, kinds)) | KINDS.get(stem, frozenset()),
        "country": frozenset(row.code for row in rows["countries"]),
        "body": frozenset(row.code for row in rows["organisations"]),
    }


def _digest(folders: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in (folder / f"{stem}.csv" for folder in folders for stem in FILES):
        if path.exists():
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:12]


def _named(code: str, name: str, kind: str, sector: str | None, country: str | None, how: str) -> Named:
    return lambda length: Hit(code=code, name=name, kind=kind, sector=sector, country=country, how=how, length=length)


def _country_names(row: Country) -> Iterator[tuple[str, Named]]:
    """Names of a state; an adjective that is a demonym too ("Iraqi") counts as the adjective, because it stands first."""
    for how, names in (
        ("name", (row.name, *row.also)),
        ("adjective", row.adjectives),
        ("demonym", row.demonyms_singular),
        ("demonym_plural", row.demonyms_plural),
        ("metonym", row.metonyms),
        ("capital", row.capital),
    ):
        government = how == "metonym"
        kind, sector = ("government", "GOV") if government else ("country", None)
        for name in names:
            yield name, _named(row.code, name if government else row.name, kind, sector, row.code, how)


def _names(own: Tables, every: Tables) -> NameIndex[Named]:
    """All names that are looked up in a text; of two that are the same the first wins, and a user's own over all others."""
    index: NameIndex[Named] = NameIndex()
    bodies = {row.code: row for row in every["organisations"]}
    for tables in (own, every):
        _add_names(index, tables, bodies)
    return index


def _add_names(index: NameIndex[Named], tables: Tables, bodies: Mapping[str, Body]) -> None:
    """The names of all rows are in the index."""
    for row in tables["countries"]:
        for name, named in _country_names(row):
            index.add(name, named)
    for stem, how in (("groups", "group"), ("organisations", "body"), ("outlets", "outlet")):
        # A row's own name wins over the same words among the spellings of another row.
        for row, names in (*((row, (row.name, row.code)) for row in tables[stem]), *((row, row.also) for row in tables[stem])):
            country, sector = getattr(row, "country", None), getattr(row, "sector", "MED")
            kind = "media" if stem == "outlets" else row.kind
            spoken = [short.title() for short in names if stem != "outlets" and short in row.also and _initials(row.name, short)]
            for name in (*names, *spoken):
                if _free(row, name):
                    index.add(name, _named(row.code, row.name, kind, sector, country, how))
    for organ in tables["organs"]:
        body = bodies[organ.body]
        for name in (organ.name, *organ.also):
            index.add(name, _named(body.code, body.name, body.kind, body.sector, None, "body"))
    for force in tables["forces"]:
        for name in filter(partial(_free, force), (force.name, *force.also)):
            index.add(name, _named(force.country, force.name, force.kind, force.sector, force.country, "force"))


def _initials(name: str, short: str) -> bool:
    """True for an abbreviation of a name of several words that is spoken as a word: British papers write Ecowas and Monusco."""
    return len(short) >= SPOKEN and short.isalpha() and short.isupper() and " " in name and short.casefold() not in name.casefold().split()


def _free(row: Any, name: str) -> bool:
    """True for a name that counts wherever it stands, and not only near the row's state."""
    return key_of(name) not in {key_of(near) for near in getattr(row, "also_near", ())}


def _near(tables: dict[str, tuple[Any, ...]]) -> NameIndex[list[Bearer]]:
    """Spellings that count only where the article names a state of their bearer, with all who bear them."""
    index: NameIndex[list[Bearer]] = NameIndex()
    of_key: dict[tuple[str, ...], list[Bearer]] = {}
    for name, bearer in chain(_groups_near(tables["groups"]), _forces_near(tables["forces"])):
        same = of_key.setdefault(key_of(name), [])
        if bearer not in same:
            same.append(bearer)
        index.add(name, same)
    return index


def _groups_near(groups: Iterable[Group]) -> Iterator[tuple[str, Bearer]]:
    for group in groups:
        named = _named(group.code, group.name, group.kind, group.sector, group.country, "group")
        bearer = Bearer(code=group.code, states=group.states, first=group.from_year or 0, last=group.to_year or 9999, named=named)
        yield from ((name, bearer) for name in group.also_near)


def _forces_near(forces: Iterable[Force]) -> Iterator[tuple[str, Bearer]]:
    for force in forces:
        named = _named(force.country, force.name, force.kind, force.sector, force.country, "force")
        bearer = Bearer(code=force.country, states=frozenset({force.country}), named=named)
        yield from ((name, bearer) for name in force.also_near)


def _words_before(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How many words stand before the last one in forms of several words, most first, by the last word."""
    found: dict[str, set[int]] = {}
    for *before, last in map(str.split, forms):
        if before:
            found.setdefault(last, set()).add(len(before))
    return {last: tuple(sorted(counts, reverse=True)) for last, counts in found.items()}


def _meant(row: Name) -> Named:
    return _named(row.country, row.name, row.kind, row.sector, row.country, "name" if row.kind == "country" else "force")


def _told(own: Iterable[Name], every: Iterable[Name]) -> NameIndex[list[Name]]:
    """Names that stand for several, or in a time, with all their rows; a user's own rows first."""
    index: NameIndex[list[Name]] = NameIndex()
    of_key: dict[tuple[str, ...], list[Name]] = {}
    for row in dict.fromkeys((*own, *every)):
        for name in (row.name, *row.also):
            same = of_key.setdefault(key_of(name), [])
            if row not in same:
                same.append(row)
            index.add(name, same)
    return index


def _several(terms: Sequence[Office], on: date | None) -> bool:
    """True for terms of more than one person, or on one day for more than one state, body or group."""
    return len({(term.person, term.code if on else "") for term in terms}) > 1


def _holders(offices: Iterable[Office]) -> dict[tuple[str, ...], tuple[Office, ...]]:
    """Full names, surnames and other spellings to terms of office; no surname that many bear as their given name ("Ahmed")."""
    rows = tuple(offices)
    given = Counter(first for first, _ in {(key_of(row.person)[0], row.person) for row in rows if " " in row.person})
    out: dict[tuple[str, ...], list[Office]] = {}
    for term in rows:
        surname = key_of(term.person.split()[-1])
        named = [] if given["".join(surname)] >= GIVEN else [surname]
        for key in dict.fromkeys((key_of(term.person), *named, *map(key_of, term.also))):
            out.setdefault(key, []).append(term)
    return {key: tuple(terms) for key, terms in out.items()}


def _load(folder: Path, overlay: Path | None = None) -> Registers:
    tables, own = _tables(folder, overlay)
    outlets: dict[tuple[str, ...], Outlet] = {}
    for row in tables["outlets"]:
        for name in (row.name, *row.also, row.code):
            outlets.setdefault(key_of(name), row)
    roles = {form: row for row in tables["roles"] for form in (row.plural, row.name)}
    return Registers(
        countries={row.code: row for row in tables["countries"]},
        bodies={row.code: row for row in tables["organisations"]},
        groups={row.code: row for row in tables["groups"]},
        roles=roles,
        role_lengths=_words_before(roles),
        sectors={row.code: row for row in tables["sectors"]},
        holders=_holders(tables["offices"]),
        domains={domain.lower(): row for row in tables["outlets"] for domain in row.domains},
        outlets=outlets,
        digest=_digest([folder, *([overlay] if overlay else [])]),
        names=_names(own, tables),
        near=_near(tables),
        told=_told(own["names"], tables["names"]),
    )


@cache
def _kept(folder: Path) -> Registers:
    return _load(folder)


__all__ = ["Body", "Country", "Force", "Group", "Hit", "Name", "Office", "Organ", "Outlet", "Registers", "Role", "Sector"]
