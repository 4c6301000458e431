"""PETRARCH's dictionaries as a codebook folder: read line by line, nothing lost in silence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.codebook import Codebook
from gesta.codebook.petrarch import Coded, Entry, entries
from gesta.codebook.petrarch_folder import plural_of, write_folder
from gesta.codebook.registers import Registers
from gesta.errors import CodebookError

ACTORS = """<!-- OURS,
     [XXX] in two lines -->
NORTHLAND_ [NRL] # a state
+NORTHLANDIAN
+THE_FROZEN_COAST
SELMIA [SLM]
FRANCE [FRA]
GREY_HOUSE [SLMGOV] ; another comment
OLD_TOBIN
\t[NRLGOV 20010101 - 20041230]
\t[SLM > 041231]
\t[NRL]
TWIN_PORTS [NRL/SLM]
HAMAS [PSEREBHMS]
NORTHERN_LEAGUE [IGONOL]
ROMANIA [ROM]
BELL_FOUNDERS_(BF)_ [NGO]
RED_CROSS [NGO]
BLACK_BELL [INTREB]
NOBODY [---]
"""
AGENTS = """!PERSON! = MAN, MEN, WOMAN
CLERIC [~REL]
KEEPER_GENERAL {KEEPERS_GENERAL} [~GOV]
CHIEF_BELL_RINGER [~BEL]
ARMED_FORCES {} [~MIL]
BELL!PERSON! [~LAB]
VILLAGER [~CVL]
STUDENT [~EDU]
MINISTER_OF_BELLS [~GOV]
"""
SHIPPED = Registers.load()


@pytest.fixture
def given_files(tmp_path: Path) -> list[Path]:
    (tmp_path / "actors.txt").write_text(ACTORS, "utf-8")
    (tmp_path / "agents.txt").write_text(AGENTS, "utf-8")
    return [tmp_path / "actors.txt", tmp_path / "agents.txt"]


@pytest.fixture
def registers(given_files: list[Path], tmp_path: Path) -> Registers:
    _, aside, nobody = write_folder(given_files, tmp_path / "book", SHIPPED)
    assert (aside, nobody) == ([], 1)
    return Codebook.load(tmp_path / "book").registers


def hit(registers: Registers, name: str, on: date | None = None) -> list[tuple[str, str | None]]:
    found = registers.longest_match(name.split(), 0, on)
    return [] if found is None else [(one.code, one.sector) for one in (found, *found.others)]


def test_names_synonyms_codes_and_days_are_read(given_files: list[Path]) -> None:
    read = [entry for entry in entries(given_files[0]) if isinstance(entry, Entry)]
    assert [(entry.line, entry.names) for entry in read[:3]] == [
        (3, ["Northland", "Northlandian", "The Frozen Coast"]),
        (6, ["Selmia"]),
        (7, ["France"]),
    ]
    assert [(c.code, c.start, c.end) for c in read[4].codes] == [
        ("NRLGOV", date(2001, 1, 1), date(2004, 12, 30)),
        ("SLM", date(2005, 1, 1), None),
        ("NRL", None, None),
    ]


def test_states_keep_their_spellings_or_take_those_of_the_state_of_their_name(registers: Registers) -> None:
    assert registers.countries["NRL"].adjectives == ("Northlandian",)
    assert (registers.countries["FRA"].name, "French" in registers.countries["FRA"].adjectives) == ("France", True)
    assert hit(registers, "Romanian") == hit(registers, "Bucharest") == [("ROM", None)]


def test_a_code_behind_a_states_is_a_sector(registers: Registers) -> None:
    assert hit(registers, "Grey House") == [("SLM", "GOV")]
    assert (hit(registers, "Northern League"), hit(registers, "Hamas")) == ([("IGONOL", "IGO")], [("PSEREBHMS", "REB")])
    assert registers.groups["PSEREBHMS"].country == "PSE"


def test_behind_a_code_that_says_only_what_kind_of_body_it_is_stands_who(registers: Registers) -> None:
    assert (hit(registers, "Bell Founders"), hit(registers, "Red Cross")) == ([("NGO-BELL FOUNDERS", "NGO")], [("NGO-ICRC", "NGO")])
    assert registers.groups["INTREB"].kind == "armed-group"


def test_the_first_code_that_holds_on_the_day_counts(registers: Registers) -> None:
    assert hit(registers, "Old Tobin", date(2002, 1, 1)) == [("NRL", "GOV")]
    assert hit(registers, "Old Tobin", date(2005, 1, 1)) == [("SLM", None)]
    assert hit(registers, "Old Tobin", date(2004, 12, 31)) == hit(registers, "Old Tobin") == [("NRL", None)]


def test_several_codes_are_several_actors(registers: Registers) -> None:
    assert hit(registers, "Twin Ports") == [("NRL", None), ("SLM", None)]


def test_agents_are_roles(registers: Registers) -> None:
    said = {
        noun: (r.name, r.sector, r.speaks_for)
        for noun in ("clerics", "armed forces", "bellmen", "students", "villagers")
        if (r := registers.role(noun))
    }
    assert said == {
        "clerics": ("cleric", "REL", "itself"),
        "armed forces": ("armed force", "MIL", "state"),
        "bellmen": ("bellmen", "LAB", "itself"),
        "students": ("student", "EDU", "itself"),
        "villagers": ("villager", "CVL", "none"),
    }
    assert registers.role("keepers general") is registers.role("keeper general")
    assert registers.role("ministers of bells") is registers.role("minister of bells")
    assert (registers.roles["chief bell ringer"].sector, registers.sector_name("BEL")) == ("BEL", "BEL")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("GREY HOUSE", "Grey House: has no code"),
        ("SELMIA [slm]", "Selmia: [slm]: not three or more capitals and digits"),
        ("SELMIA [SLM", "no name with a code in brackets"),
        ("SELMIA [SLM 19951301-19960101]", "19951301 is no day"),
        ("SELMIA [SLM 960101-950101]", "the second day is before the first"),
        ("SELMIA [SLM in 1995]", "[SLM in 1995] is no code"),
        ("[SLM]", "no name with a code in brackets"),
        ("SELMIA [--- <950101] [SLM]", "stands for nobody in a time"),
        ("CLERIC [~REL <950101]", "an agent has one code, without days"),
        ("OLD TOBIN [ELI]", "[ELI]: a sector without a state"),
        ("CLERIC [~]", "no sector beside ~"),
    ],
)
def test_a_line_that_cannot_be_read_is_set_aside_and_the_rest_is_written(tmp_path: Path, line: str, why: str) -> None:
    (tmp_path / "own.txt").write_text(f"# ours\n{line}\nNORTHLAND [NRL]\n", "utf-8")
    written, (fault, *others), _ = write_folder([tmp_path / "own.txt"], tmp_path / "book", SHIPPED)
    assert (fault.path, fault.line, others) == (str(tmp_path / "own.txt"), 2, []) or "second" in why or "is no" in why
    assert why in str(fault)
    assert written["countries.csv"] >= 1
    assert "NRL" in Codebook.load(tmp_path / "book").registers.countries


def test_one_name_with_two_codes_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("GREY_HOUSE [SLMGOV]\nGREY_HOUSE [SLMMIL]\n", "utf-8")
    _, (fault,), _ = write_folder([tmp_path / "own.txt"], tmp_path / "book", SHIPPED)
    assert (fault.line, "has another code above" in str(fault)) == (2, True)


def test_verbs_and_a_folder_that_has_files_are_refused(tmp_path: Path, given_files: list[Path]) -> None:
    (tmp_path / "verbs.txt").write_text("# ours\n--- ASK [090] ---\nASK\n- * FOR HELP [172]\n", "utf-8")
    with pytest.raises(CodebookError, match=r"verbs\.txt:2: a dictionary of verbs"):
        write_folder([*given_files, tmp_path / "verbs.txt"], tmp_path / "book", SHIPPED)
    assert not (tmp_path / "book").exists()
    write_folder(given_files, tmp_path / "book", SHIPPED)
    with pytest.raises(CodebookError, match="is there already"):
        write_folder(given_files, tmp_path / "book", SHIPPED)


@pytest.mark.parametrize(
    ("one", "more"), [("cleric", "clerics"), ("party", "parties"), ("coach", "coaches"), ("day of rest", "days of rest")]
)
def test_plurals(one: str, more: str) -> None:
    assert plural_of(one) == more


DAYS = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(1990, 2, 1)))


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=5), st.dates(date(1989, 12, 30), date(1990, 2, 3)))
def test_what_is_left_of_a_time_is_what_no_earlier_one_holds(times: list[tuple[date | None, date | None]], day: date) -> None:
    def holds(coded: Coded) -> bool:
        return (coded.start or date.min) <= day <= (coded.end or date.max)

    *before, last = [Coded(code="NRL", line=1, start=a, end=b) for a, b in times if a is None or b is None or a <= b] or [
        Coded(code="NRL", line=1)
    ]
    assert sum(map(holds, last.without(before))) == (holds(last) and not any(map(holds, before)))
