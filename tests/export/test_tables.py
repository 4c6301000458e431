"""Incidents in other people's columns."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.export.acled import COLUMNS as ACLED
from gesta.export.acled import acled_rows
from gesta.export.cases import Case
from gesta.export.ged import COLUMNS as GED
from gesta.export.ged import ged_rows, priogrid
from gesta.export.polecat import ICEWS, POLECAT, icews_rows, polecat_rows
from gesta.export.spreadsheets import cell, lines
from gesta.model import Claim, Estimate, Incident
from tests.export.cases import CASE, LOOKUPS, case, estimate, telling


def test_columns_are_as_many_as_theirs() -> None:
    assert [len(columns) for columns in (GED, ACLED, POLECAT, ICEWS)] == [49, 31, 40, 20]


def test_ged_counts_deaths_by_side() -> None:
    (row,) = ged_rows([CASE], LOOKUPS)
    assert tuple(row) == GED
    assert [row[c] for c in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high")] == [
        0,
        49,
        0,
        0,
        49,
        49,
        60,
    ]
    assert (row["side_a"], row["gwnoa"], row["country_id"], row["region"]) == ("Government of Azerbaijan", 373, 371, "Europe")
    assert (row["geom_wkt"], row["date_start"], row["active_year"]) == ("POINT (46.25 39.5)", "2022-09-13 00:00:00", 1)
    assert row["source_article"] == '"Harbour Post,2022-09-13,Shells hit Goris; 49 dead";"Meridian Courier,2022-09-13,\'Answer\' to fire"'


def test_ged_leaves_out_what_ucdp_would_not_count() -> None:
    unhurt = replace(CASE, estimates=(estimate(low=0, best=0, high=0),))
    left_out = [unhurt, case(start=None), case(violence=None), case(summary=True), replace(CASE, estimates=())]
    assert list(ged_rows(left_out, LOOKUPS)) == []


def test_a_total_beyond_the_sides_is_of_unknown_side() -> None:
    (row,) = ged_rows([replace(CASE, estimates=(estimate(best=99), estimate(side="ARM", who="military", best=49)))], LOOKUPS)
    assert (row["deaths_b"], row["deaths_unknown"], row["best"]) == (49, 50, 99)


def test_priogrid_cells_are_counted_from_the_south_west() -> None:
    assert [priogrid(-90, -180), priogrid(35.763369, 36.558974), priogrid(90, 180)] == [1, 181154, 259200]


def test_acled_takes_the_conservative_number_and_who_says_what() -> None:
    (row,) = acled_rows([CASE], LOOKUPS)
    assert tuple(row) == ACLED
    assert (row["event_type"], row["inter1"], row["interaction"]) == (
        "Explosions/Remote violence",
        "State forces",
        "State forces-State forces",
    )
    assert (row["actor1"], row["iso"], row["fatalities"], row["geo_precision"]) == ("Military Forces of Azerbaijan", 51, 49, 1)
    assert row["notes"] == "Armenian ministry: “shells hit Goris”. Azerbaijani ministry: “units returned fire”."


def test_acled_marks_civilians_as_targets() -> None:
    (row,) = acled_rows([case(sides_a=("RSF",), sides_b=("ARM.CVL",))], LOOKUPS)
    assert (row["inter1"], row["actor2"], row["civilian_targeting"]) == ("Rebel group", "Civilians (Armenia)", "Civilian targeting")
    assert list(acled_rows([case(acled=None)], LOOKUPS)) == []


@pytest.mark.parametrize(("recipient", "sub_event"), [("ARM", "Armed clash"), ("ARM.CVL", "Attack")])
def test_an_attack_on_armed_people_is_a_clash(recipient: str, sub_event: str) -> None:
    (row,) = acled_rows([case(acled="Attack", sides_b=(recipient,))], LOOKUPS)
    assert row["sub_event_type"] == sub_event


def test_polecat_keeps_compound_actors_in_one_row() -> None:
    rows = list(polecat_rows([telling(actors=("AZE", "RSF")), telling(factuality="negated")], LOOKUPS, "1"))
    assert [tuple(row) for row in rows] == [POLECAT]
    assert (rows[0]["Actor Name"], rows[0]["Actor Sectors"], rows[0]["Quad Code"]) == (
        "Azerbaijan;Rapid Support Forces",
        "GOV;REB",
        "MATERIAL CONFLICT",
    )


def test_icews_has_a_row_for_each_pair_and_both_ways_of_a_clash() -> None:
    clash = telling(actors=("AZE", "ARM"), recipients=())
    rows = list(icews_rows([telling(actors=("AZE", "RSF")), clash], LOOKUPS))
    assert [(row["Source Name"], row["Target Name"]) for row in rows] == [
        ("Azerbaijan", "Armenia"),
        ("Rapid Support Forces", "Armenia"),
        ("Azerbaijan", "Armenia"),
        ("Armenia", "Azerbaijan"),
    ]
    assert [row["Event ID"] for row in rows] == [1, 2, 3, 4]


def test_the_dictionary_knows_every_column_of_ours() -> None:
    text = (files("gesta.export") / "data" / "dictionary.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    known = {table: {row["column"] for row in rows if row["table"] == table} for table in ("incidents", "claims", "estimates")}
    added = {"incident", "group", "title", "url", "revised"}
    assert known["incidents"] == {field.name for field in fields(Incident)}
    assert known["claims"] == {field.name for field in fields(Claim)} | added
    assert known["estimates"] == {field.name for field in fields(Estimate)}
    assert all(row["type"] and row["meaning"] for row in rows)


@given(st.text())
def test_no_cell_starts_a_formula(text: str) -> None:
    assert not str(cell(text)).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.fixed_dictionaries({"a": st.text(st.characters(exclude_categories=["Cs"])), "b": st.none() | st.integers()})))
def test_csv_comes_back_as_it_went(rows: list[dict[str, object]]) -> None:
    back = list(csv.reader(io.StringIO("".join(lines(("a", "b"), rows)), newline="")))
    assert back[0] == ["a", "b"]
    assert back[1:] == [[str(cell(row["a"])), str(cell(row["b"]))] for row in rows]


def test_an_empty_table_still_has_its_header() -> None:
    assert "".join(lines(("a", "b"), [])) == "a,b\n"


def test_a_case_without_words_has_no_notes() -> None:
    (row,) = acled_rows([Case(incident=CASE.incident)], LOOKUPS)
    assert (row["notes"], row["fatalities"]) == (None, 0)
