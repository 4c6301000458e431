"""The registers: rows are read strictly, names are found as texts write them, offices by the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.codebook.name_index import key_of, pieces
from gesta.codebook.registers import DATA, FILES, Registers
from gesta.codebook.tables import read_csv, read_yaml
from gesta.errors import CodebookError

REGISTERS = Registers.load()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """A row with every type of cell."""

    name: str
    river: str | None
    lanes: int | None
    opened: date | None
    toll: bool
    towns: tuple[str, ...]


HEADER = "name,river,lanes,opened,toll,towns\n"


def written(folder: Path, text: str, name: str = "bridges.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_cells_become_what_the_row_says(tmp_path: Path) -> None:
    rows = read_csv(written(tmp_path, HEADER + "Old,,2,1901-05-06,no,A; B\nNew,Tyne,,,yes,\n"), Bridge)
    assert rows == (
        Bridge(name="Old", river=None, lanes=2, opened=date(1901, 5, 6), toll=False, towns=("A", "B")),
        Bridge(name="New", river="Tyne", lanes=None, opened=None, toll=True, towns=()),
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "suggestion"),
    [
        ("name,rivers,lanes,opened,toll,towns\n", 1, 2, "river"),
        ("name,river,lanes,opened,toll\n", 1, None, None),
        ("name,name,river,lanes,opened,toll,towns\n", 1, 2, None),
        (HEADER + "Old,,2,,no\n", 2, None, None),
        (HEADER + "Old,,two,,no,\n", 2, 3, None),
        (HEADER + "Old,,2,1901-13-01,no,\n", 2, 4, None),
        (HEADER + "Old,,2,,No,\n", 2, 5, None),
        (HEADER + ",,2,,no,\n", 2, 1, None),
        (HEADER + 'Old,"a\nb",2,,no,\nOld,,2,,no,\n', 4, 1, None),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, text: str, line: int, column: int | None, suggestion: str | None) -> None:
    with pytest.raises(CodebookError) as raised:
        read_csv(written(tmp_path, text), Bridge)
    assert (raised.value.line, raised.value.column, raised.value.suggestion) == (line, column, suggestion)


def test_scalars_of_yaml_stay_text(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, "a: NO\nb: ~\nc: 2020-01-02\n", "a.yaml")) == {"a": "NO", "b": "~", "c": "2020-01-02"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: 1\na: 2\n", 2, 1), ("a: &x 1\nb: 2\n", 1, 4), ("a: 1\nb: *x\n", 2, 4), ("a: !!int 1\n", 1, 4), ("a: [1\n", 2, 1)],
)
def test_yaml_that_is_not_plain_is_refused(tmp_path: Path, text: str, line: int, column: int) -> None:
    with pytest.raises(CodebookError) as raised:
        read_yaml(written(tmp_path, text, "a.yaml"))
    assert (raised.value.line, raised.value.column) == (line, column)


@pytest.mark.parametrize(
    ("words", "code", "how", "length"),
    [
        ("Kurdistan Workers ' Party", "PKK", "group", 4),
        ("Kurdistan Workers ’ Party", "PKK", "group", 4),
        ("al - Shabaab fighters", "AL-SHABAAB", "group", 3),
        ("Al-Shabaab fighters", "AL-SHABAAB", "group", 1),
        ("Lord 's Resistance Army", "LRA", "group", 4),
        ("U.S. troops", "USA", "name", 1),
        ("U.S.-led raid", "USA", "name", 1),
        ("US troops", "USA", "name", 1),
        ("South Sudan said", "SSD", "name", 2),
        ("Azerbaijanis fled", "AZE", "demonym_plural", 1),
        ("Armenian gunners", "ARM", "adjective", 1),
        ("Yerevan said", "ARM", "capital", 1),
        ("Kremlin officials", "RUS", "metonym", 1),
        ("Palestinian Authority police", "PSE", "name", 2),
        ("African Union envoys", "AU", "body", 2),
        ("Agence France - Presse", "AFP", "outlet", 4),
        ("Shin Bet agents", "ISR", "force", 2),
    ],
)
def test_longest_name(words: str, code: str, how: str, length: int) -> None:
    hit = REGISTERS.longest_match(words.split(), 0)
    assert hit is not None
    assert (hit.code, hit.how, hit.length) == (code, how, length)


@pytest.mark.parametrize("words", ["us", "who said", "turkey farms", "as", "polish the brass", "Union", "AS MANY AS", "- Iraq"])
def test_words_that_name_nobody(words: str) -> None:
    assert REGISTERS.longest_match(words.split(), 0) is None


def test_a_metonym_is_the_government_and_a_name_the_country() -> None:
    kremlin, russia = REGISTERS.longest_match(["Kremlin"], 0), REGISTERS.longest_match(["Russia"], 0)
    assert kremlin is not None
    assert russia is not None
    assert (kremlin.name, kremlin.kind, kremlin.sector) == ("Kremlin", "government", "GOV")
    assert (russia.name, russia.kind, russia.country) == ("Russia", "country", "RUS")


@given(st.sampled_from(sorted(REGISTERS.countries)))
def test_every_state_is_found_by_its_name(code: str) -> None:
    hit = REGISTERS.longest_match(REGISTERS.country_name(code).split(), 0)
    assert hit is not None
    assert hit.code == code


@given(st.text(max_size=30))
def test_pieces_are_the_letters_in_order(text: str) -> None:
    assert all(p and not p.isspace() for p in pieces(text))
    assert len(key_of(text)) in {len(pieces(text)), len(pieces(text)) - 1}


@given(st.lists(st.text(max_size=8), min_size=1, max_size=8), st.data())
def test_a_hit_lies_within_the_words(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    hit = REGISTERS.longest_match(words, start)
    assert hit is None or 1 <= hit.length <= len(words) - start


def test_roles_by_singular_and_plural() -> None:
    spokesmen = REGISTERS.role("Spokesmen")
    assert spokesmen is not None
    assert (spokesmen.name, spokesmen.plural_of("spokesmen"), spokesmen.plural_of("spokesman")) == ("spokesman", True, False)
    assert REGISTERS.role("prime minister") is not None
    assert REGISTERS.role("teapot") is None


@pytest.mark.parametrize(
    ("noun", "speaks_for", "collective", "victim"),
    [
        ("soldiers", "state", True, "military"),
        ("witness", "none", True, "unknown"),
        ("president", "state", False, "unknown"),
        ("child", "none", True, "civilian"),
    ],
)
def test_roles_say_whom_they_speak_for(noun: str, speaks_for: str, collective: bool, victim: str) -> None:
    role = REGISTERS.role(noun)
    assert role is not None
    assert (role.speaks_for, role.collective, role.victim_who) == (speaks_for, collective, victim)


OFFICES = """person,also,code,country,office,start,end,source
Ana Silva,,AAA,AAA,president,2001,2004-03,invented
Bo Silva,,BBB,BBB,president,2006-02-03,,invented
Cy Dole,Cyrus Dole,AAA,AAA,mayor,1999,2000,invented
Cy Dole,Cyrus Dole,AAA,AAA,minister,2001,,invented
"""


@pytest.mark.parametrize(
    ("name", "day", "office"),
    [
        ("Ana Silva", date(2004, 3, 31), ("AAA", "president")),
        ("Ana Silva", date(2004, 4, 1), None),
        ("Silva", None, None),
        ("Silva", date(2003, 1, 1), ("AAA", "president")),
        ("Silva", date(2010, 1, 1), ("BBB", "president")),
        ("Cyrus Dole", None, ("AAA", "minister")),
        ("Dole", date(2000, 12, 31), ("AAA", "mayor")),
        ("Cy X. Dole", date(2002, 1, 1), ("AAA", "minister")),
        ("Nobody", None, None),
    ],
)
def test_holders_by_name_and_day(tmp_path: Path, name: str, day: date | None, office: tuple[str, str] | None) -> None:
    for stem in FILES:
        header = (DATA / f"{stem}.csv").read_text(encoding="utf-8").splitlines()[0] + "\n"
        written(tmp_path, OFFICES if stem == "offices" else header, f"{stem}.csv")
    found = Registers.load(folder=tmp_path).holder(name, day)
    assert (found and (found.code, found.office)) == office


def test_outlets_by_host_and_by_name() -> None:
    hosts = [REGISTERS.outlet_by_domain(host) for host in ("www.reuters.com", "uk.reuters.com", "reuters.com.example.org")]
    assert [host and host.code for host in hosts] == ["REUTERS", "REUTERS", None]
    afp = REGISTERS.outlet_by_name("agence france-presse")
    assert afp is not None
    assert afp is REGISTERS.outlet_by_name("AFP")


def test_an_overlay_replaces_and_adds(tmp_path: Path) -> None:
    head = "code,name,also,kind,sector,source\n"
    written(tmp_path, head + "AU,Afrikanska unionen,,organisation,IGO,own\nXYZ,Xylophone Zone,,organisation,IGO,own\n", "organisations.csv")
    over = Registers.load(overlay=tmp_path)
    names = [
        hit.name if (hit := over.longest_match(words.split(), 0)) else None
        for words in ("Afrikanska unionen", "Xylophone Zone", "African Union")
    ]
    assert names == ["Afrikanska unionen", "Xylophone Zone", None]
    assert over.digest != REGISTERS.digest
    assert Registers.load() is REGISTERS


def test_unknown_states_keep_their_code() -> None:
    assert (REGISTERS.country_name("QQQ"), REGISTERS.country("QQQ")) == ("QQQ", None)


@pytest.mark.parametrize(
    ("words", "told", "year", "code"),
    [
        ("PDF fighters", {"MMR"}, 2023, "PDF"),
        ("PDF fighters", {"FRA"}, 2023, None),
        ("PDF fighters", set(), 2023, None),
        ("PDF fighters", {"PDF"}, 2023, "PDF"),
        ("Republican Guard units", {"IRQ"}, 2003, "IRQ"),
        ("Republican Guard units", {"YEM"}, 2012, "YEM"),
        ("Republican Guard units", {"YEM", "IRQ"}, 2012, None),
        ("Maoists said", {"NPL", "IND"}, 2020, "CPI-MAOIST"),
        ("Maoists said", {"NPL", "IND"}, 2006, None),
    ],
)
def test_a_spelling_that_several_bear_counts_near_the_state_of_one(words: str, told: set[str], year: int, code: str | None) -> None:
    hit = REGISTERS.near_match(words.split(), 0, told, date(year, 6, 1))
    assert (hit and hit.code) == code
    assert REGISTERS.longest_match(words.split(), 0) is None


def test_an_organ_stands_for_its_body() -> None:
    hit = REGISTERS.longest_match("United Nations Mission in Sierra Leone troops".split(), 0)
    assert hit is not None
    assert (hit.code, hit.how, hit.length) == ("UN", "body", 6)


NAMED = st.sampled_from(
    "Mali mali MALI People people's Defence of al Al-Shabaab al-Shabaab M23 m23 the UN un US us Wagner wagner's 'Mali".split()
)


@given(st.lists(NAMED, max_size=6))
def test_names_are_found_at_their_beginnings_alone(words: list[str]) -> None:
    found = [i for i in range(len(words)) if REGISTERS.longest_match(words, i) is not None]
    assert set(found) <= set(REGISTERS.beginnings(words))


def test_a_name_in_capitals_does_not_begin_in_small_letters() -> None:
    assert REGISTERS.beginnings("the people of Mali and al Shabaab".split()) == [3, 5, 6]
