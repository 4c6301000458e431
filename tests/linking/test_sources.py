"""What an incident rests on: reports, newsrooms at the origin, claimants at the end of the chain."""

from __future__ import annotations

from datetime import date

from gesta.linking.independence import descents
from gesta.linking.origins import origins
from gesta.linking.printings import printing_of
from gesta.linking.sources import chain, sources
from gesta.model import Filing, Spoken
from tests.linking.wire_story import OTHER, WIRE

DAY = date(2022, 9, 13)


def filed(name: str, text: str, outlet: str, credits: tuple[str, ...] = (), published: str = "2022-09-13") -> Filing:
    return Filing(seq=1, id=name, known=DAY, text=text, text_sha256=name, outlet=outlet, credits=credits, published=published)


def spoken(report: str, outlet: str, claimant: str, via: tuple[str, ...] = (), own_voice: bool = False) -> Spoken:
    return Spoken(
        report=report, key="k", known=DAY, outlet=outlet, claimants=(claimant,), claimant_names=(claimant,), via=via, own_voice=own_voice,
        stance=None, start=DAY, end=DAY, date_prec=1, places=(), geonames=(), lats=(), lons=(), countries=(), admin1=(), where_prec=None,
        era="current", evidence="", evidence_start=0, evidence_end=0, confidence=0.5,
    )  # fmt: skip


FILINGS = [
    filed("agency", f"YEREVAN/BAKU, Sept 13 (Halcyon) - {WIRE}", "Halcyon News Agency"),
    filed("a", WIRE, "Harbour Post", ("Halcyon News Agency",)),
    filed("b", WIRE, "Lowland Tribune"),
    filed("c", OTHER, "Meridian Courier"),
]
FOUND = descents(printing_of(filing) for filing in FILINGS)


def test_three_printings_and_a_report_are_two_sources_with_one_claimant() -> None:
    rows = [spoken(filing.id, filing.outlet or "", "ARM") for filing in FILINGS]
    counted = sources(rows, FOUND)
    assert str(counted) == "4 reports, 2 independent sources, 1 claimant"
    assert counted.newsrooms == ("Halcyon News Agency", "Meridian Courier")


def test_a_chain_ends_at_the_ministry() -> None:
    row = spoken("a", "Harbour Post", "ARM", via=("HALCYON NEWS AGENCY", "HARBOUR POST"))
    assert chain(row, FOUND["a"]) == ("Harbour Post", "Halcyon News Agency", "ARM")


def test_what_no_statement_carries_is_said_by_the_newsroom_whose_copy_it_is() -> None:
    rows = [spoken("a", "Harbour Post", "HARBOUR POST", own_voice=True), spoken("b", "Lowland Tribune", "LOWLAND TRIBUNE", own_voice=True)]
    assert sources(rows, FOUND).claimants == ("Halcyon News Agency",)


def test_rows_say_whose_copy_a_report_is_and_why() -> None:
    rows = {row.report: row for row in origins([*FILINGS, FILINGS[0]])}
    assert [(rows[name].kind, rows[name].of, rows[name].group) for name in ("agency", "a", "c")] == [
        ("original", None, "agency"),
        ("copy", "agency", "agency"),
        ("original", None, "c"),
    ]
    assert rows["a"].why.startswith("100% of its own words stand in agency, 95% of whose words it has, in 1 run, the longest of")
    assert rows["a"].why.endswith("credits Halcyon News Agency. It names Halcyon News Agency.")


def test_an_original_that_an_agency_signs_goes_back_to_the_agency() -> None:
    (row,) = origins([filed("x", f"BAKU, Sept 13 (Caucasus Wire) -- {OTHER}", "Harbour Post")])
    assert (row.kind, row.of) == ("original", "Caucasus Wire")
