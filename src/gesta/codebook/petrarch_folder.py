"""A PETRARCH user's actors and agents as a codebook folder, to lie on top of the shipped codebook.

| in the dictionary | in the folder |
|---|---|
| a code of three letters | `countries.csv`: whose name it is, is not said, so all such names count as a state's |
| a state's code with a sector behind it | `forces.csv`, with the state and all that stands behind it as the sector |
| a code with days, or several (`NRL/SLM`) | `names.csv` |
| a body or group of the shipped codebook by its name, or a code that opens with IGO, NGO, IMG … | `organisations.csv`, `groups.csv` |
| an agent (`~`) | `roles.csv`; what the codebook knows of the noun otherwise stays |
| sectors that the codebook does not have | `sectors.csv` |
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from gesta.codebook.petrarch import NOBODY, WHOLE, Coded, Entry, entries
from gesta.codebook.registers import Body, Group, Registers
from gesta.errors import CodebookError

#: Endings by which an English word for a people is told from another name of the land.
OF_A_PEOPLE: Final = ("i", "ian", "an", "ese", "ish", "ch")
#: CAMEO's codes for who is of no one state, with the kind and sector that the record has for them.
OF_NO_STATE: Final = {
    "IGO": ("organisation", "IGO"),
    "NGO": ("organisation", "NGO"),
    "NGM": ("organisation", "NGO"),
    "MNC": ("organisation", "MNC"),
    "IMG": ("armed-group", "REB"),
    "INT": ("organisation", "IGO"),
}
KINDS: Final = {
    **dict.fromkeys(("GOV", "SPY", "JUD", "LEG"), "government"),
    **dict.fromkeys(("MIL", "COP"), "military"),
    **dict.fromkeys(("REB", "SEP", "UAF", "INS"), "armed-group"),
    **dict.fromkeys(("CVL", "EDU", "REL", "REF", "LAB", "AGR"), "civilians"),
    "MED": "media",
    "ELI": "person",
}
#: Sectors whose people speak for their state; those of every other one speak for themselves.
OF_THE_STATE: Final = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "REB", "UAF"})
#: The spellings of a state that are kept, or taken from the state of the same name under another code.
SPELLINGS: Final = ("also", "adjectives", "demonyms_singular", "demonyms_plural", "capital", "metonyms")
COLUMNS: Final = {
    "sectors": ("code", "name", "source"),
    "countries": ("code", "name", "also", "adjectives", "demonyms_singular", "demonyms_plural", "capital", "metonyms", "source"),
    "organisations": ("code", "name", "also", "kind", "sector", "source"),
    "groups": ("code", "name", "also", "kind", "sector", "country", "source"),
    "forces": ("name", "country", "kind", "sector", "source"),
    "names": ("name", "country", "kind", "sector", "start", "end", "source"),
    "roles": ("name", "plural", "sector", "speaks_for", "collective", "victim_who", "source"),
}
Row = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Folder:
    """The rows of a codebook folder by table and key, as far as dictionaries were read, and what of them was set aside."""

    shipped: Registers
    tables: dict[str, dict[str, Row]] = field(default_factory=lambda: {name: {} for name in COLUMNS})
    aside: list[CodebookError] = field(default_factory=list)
    nobody: int = 0

    def read(self, path: Path) -> None:
        """All of a dictionary stands in the tables, or aside with file and line; CodebookError where the file is none."""
        for entry in entries(path):
            if isinstance(entry, CodebookError):
                self.aside.append(entry)
            elif entry.is_agent:
                self.put_agent(entry)
            else:
                self.put_actor(entry)

    def put_agent(self, entry: Entry) -> None:
        """A noun with a row in `roles` for each of its spellings."""
        if len(entry.codes) > 1 or entry.codes[0].dated:
            self.aside.append(entry.fault("an agent has one code, without days"))
            return
        sector = entry.codes[0].code.replace("~", "")
        if not WHOLE.fullmatch(sector):
            self.aside.append(entry.fault(f"[{entry.codes[0].code}] is no sector beside ~"))
            return
        self.sector(sector)
        nouns = [name.lower() for name in entry.names]
        plurals = {plural_of(noun) for noun in nouns}
        for noun in nouns:
            if noun not in plurals:
                self.put_role(entry, noun, sector)

    def put_role(self, entry: Entry, noun: str, sector: str) -> None:
        """The row of one noun: the shipped one with this sector, else one with what is known of its last word."""
        known = self.shipped.role(noun)
        like = known or self.shipped.role(noun.rsplit(maxsplit=1)[-1])
        own = "state" if sector[:3] in OF_THE_STATE else "none" if sector == "CVL" or sector[:3] in OF_NO_STATE else "itself"
        speaks = known.speaks_for if known is not None and known.sector == sector and known.speaks_for == "state" else own
        name = known.name if known is not None else noun
        plural = known.plural if known is not None else noun if entry.plural == "" else (entry.plural or plural_of(noun)).lower()
        collective = like.collective if like is not None else entry.plural == ""
        self.add(
            "roles",
            name,
            entry,
            name=name,
            plural=plural,
            sector=sector,
            speaks_for=speaks,
            collective="yes" if collective else "no",
            victim_who=like.victim_who if like is not None else "unknown",
        )

    def put_actor(self, entry: Entry) -> None:
        """Names with a row for each code; where the times of two overlap, the first counts."""
        before: list[Coded] = []
        for coded in entry.codes:
            codes = coded.code.split("/")
            if coded.code in NOBODY:
                self.nobody += 1
                if coded.dated:
                    self.aside.append(entry.fault("stands for nobody in a time: no row can say that", coded.line))
            elif not all(WHOLE.fullmatch(code) for code in codes):
                self.aside.append(entry.fault(f"[{coded.code}]: not three or more capitals and digits", coded.line))
            elif any(code[:3] in self.shipped.sectors and code[:3] not in OF_NO_STATE for code in codes):
                self.aside.append(entry.fault(f"[{coded.code}]: a sector without a state", coded.line))
            elif not coded.dated and len(codes) == 1:
                self.put_name(entry, coded.code)
            else:
                for part in coded.without(before):
                    for code in codes:
                        self.put_meaning(entry, code, part)
                before.append(coded)

    def put_name(self, entry: Entry, code: str) -> None:
        """Names whose code holds always: of a body or group, of a state, or of somebody in a state."""
        kind, sector = self.of_no_state(entry, code)
        if kind:
            self.put_body(entry, code, kind, sector)
        elif len(code) == len("ARM"):
            self.put_state(entry, code)
        else:
            for name in entry.names:
                self.sector(code[3:])
                self.state(code[:3])
                self.add("forces", name, entry, name=name, country=code[:3], kind=kind_of(code[3:]), sector=code[3:])

    def of_no_state(self, entry: Entry, code: str) -> tuple[str, str]:
        """Kind and sector of a body or group: as the shipped codebook has the name, else by the code; empty for anybody else."""
        row = self.known(entry)
        if row is not None or code[:3] not in OF_NO_STATE:
            return (row.kind, row.sector) if row is not None else ("", "")
        return OF_NO_STATE["IMG"] if kind_of(code[3:]) == "armed-group" else OF_NO_STATE[code[:3]]

    def known(self, entry: Entry) -> Body | Group | None:
        """The body or group that the shipped codebook has under the entry's first name."""
        words = entry.names[0].split()
        hit = self.shipped.longest_match(words, 0)
        if hit is None or hit.length != len(words) or hit.how not in {"body", "group"}:
            return None
        return self.shipped.bodies.get(hit.code) if hit.how == "body" else self.shipped.groups.get(hit.code)

    def put_body(self, entry: Entry, code: str, kind: str, sector: str) -> None:
        """Names of a body or group, whose code is the whole one; behind NGO and the like, which say no more, stands who it is."""
        if code in OF_NO_STATE:
            known = self.known(entry)
            code = f"{code}-{known.code if known is not None else entry.names[0].upper()}"
        if kind == "organisation" and sector in {"IGO", "NGO"}:
            self.add_names("organisations", self.shipped.bodies, code, entry, kind=kind, sector=sector)
            return
        country = code[:3] if len(code) > len("ARM") and code[:3] not in OF_NO_STATE else ""
        if country:
            self.state(country)
        self.add_names("groups", self.shipped.groups, code, entry, kind=kind, sector=sector, country=country)

    def add_names(self, table: str, known: Collection[str], code: str, entry: Entry, **cells: str) -> None:
        """A row with the names, or its row has them too; beside them the spellings that the shipped codebook has."""
        same = self.known(entry)
        kept = "*" if code in known else joined("", same.code, same.name, *same.also) if same is not None else ""
        row = self.tables[table].setdefault(code, {"code": code, "name": entry.names[0], "also": kept, **cells})
        row["also"] = joined(row["also"], *(name for name in entry.names if name != row["name"]))

    def put_state(self, entry: Entry, code: str) -> None:
        """Names of a state; those that end as words for a people do are adjectives."""
        row = self.state(code, entry.names[0])
        for name in entry.names:
            people = name != entry.names[0] and name.lower().endswith(OF_A_PEOPLE)
            column = "adjectives" if people else "also"
            if name != row["name"]:
                row[column] = joined(row[column], name)

    def state(self, code: str, name: str = "") -> Row:
        """The row of a state. One that the shipped codebook has keeps its spellings; a new one has those of the state of its name."""
        if code in self.tables["countries"]:
            row = self.tables["countries"][code]
            row["name"] = name if row["name"] == code and name else row["name"]
            return row
        known = self.shipped.countries.get(code)
        same = next((row for row in self.shipped.countries.values() if row.name == name), None)
        row = {"code": code, "name": known.name if known else name or code}
        row |= {column: "*" if known else ";".join(getattr(same, column)) if same else "" for column in SPELLINGS}
        return self.tables["countries"].setdefault(code, row)

    def put_meaning(self, entry: Entry, code: str, time: Coded) -> None:
        """Names that stand for this code in a time."""
        state, sector = code[:3], code[3:]
        self.state(state)
        self.sector(sector)
        kind = kind_of(sector) if sector else "country"
        start, end = (day.isoformat() if day else "" for day in (time.start, time.end))
        for name in entry.names:
            self.add("names", f"{name} {code} {start}", entry, name=name, country=state, kind=kind, sector=sector, start=start, end=end)

    def sector(self, code: str) -> None:
        """The sector has a row, unless the shipped codebook has it."""
        if code and code not in self.shipped.sectors:
            self.tables["sectors"].setdefault(code, {"code": code, "name": code})

    def add(self, table: str, key: str, entry: Entry, **row: str) -> None:
        """The row stands in its table, unless one with its key does with other values: then it is set aside."""
        first = self.tables[table].setdefault(key, row)
        if first != row:
            self.aside.append(entry.fault(f"{row['name']!r} has another code above"))

    def write(self, folder: Path) -> dict[str, int]:
        """The files of the tables that have rows stand in the folder, which is made where there is none; rows by file."""
        folder.mkdir(parents=True, exist_ok=True)
        written: dict[str, int] = {}
        for table, rows in self.tables.items():
            path = folder / f"{table}.csv"
            if not rows:
                continue
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS[table], restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows({**row, "source": "PETRARCH dictionary"} for row in rows.values())
            written[path.name] = len(rows)
        return written


def write_folder(dictionaries: Iterable[Path], folder: Path, shipped: Registers) -> tuple[dict[str, int], list[CodebookError], int]:
    """The dictionaries' actors and agents are a codebook folder.

    Gives the rows by file; what was set aside, with file and line; and how many codes say that a name stands for nobody. CodebookError
    where a file cannot be read or holds verbs, or the folder has a file that would be written over: then nothing is written.
    """
    out = Folder(shipped=shipped)
    for path in dictionaries:
        out.read(path)
    there = next((path for table, rows in out.tables.items() if rows and (path := folder / f"{table}.csv").exists()), None)
    if there is not None:
        raise CodebookError(path=there, why="is there already; import into a folder of its own")
    return out.write(folder), out.aside, out.nobody


def kind_of(sector: str) -> str:
    """The kind of actor that the first known of a code's three letters make; a body where none is known."""
    parts = (sector[at : at + 3] for at in range(0, len(sector), 3))
    return next((KINDS[part] for part in parts if part in KINDS), "organisation")


def plural_of(noun: str) -> str:
    """The regular plural of a noun: of its last word, or of the last before "of"."""
    noun, of, owner = noun.partition(" of ")
    if of:
        return f"{plural_of(noun)}{of}{owner}"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def joined(have: str, *more: str) -> str:
    """A cell of several with more in it, each once."""
    return ";".join(dict.fromkeys((*filter(None, have.split(";")), *more)))
