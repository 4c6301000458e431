"""Records as rows: ids spelled out, spans quoted, the claimant at the end of the chain."""

from __future__ import annotations

from datetime import date
from typing import Any

from gesta.model import claims, filing, known_day, tellings

TEXT = "Reuters quoted the ministry as saying that shells hit Goris and killed 49 soldiers."
FILED = date(2022, 9, 20)


def record(**changes: Any) -> dict[str, Any]:
    report: dict[str, Any] = {
        "id": "r", "text": TEXT, "text_sha256": "t", "title": "Shells", "outlet": "The Harbour Post", "url": "https://x.example/1",
        "published": "2022-09-13T06:10:00+00:00", "retrieved": None, "credits": [], "synthetic": True,
    }  # fmt: skip
    actors = [{"id": "a1", "name": "Reuters", "code": "REUTERS"}, {"id": "a2", "name": "Defence ministry of Armenia", "code": "ARM"}]
    statements = [
        {"id": "s1", "sources": ["a1"], "within": None, "stance": "assert"},
        {"id": "s2", "sources": ["a2"], "within": "s1", "stance": "accuse"},
    ]
    place = {"id": "p1", "name": "Goris", "country": "ARM", "admin1": "Syunik", "lat": 39.5, "lon": 46.3, "geonames": 616635}
    event = {
        "id": "e1", "key": "k1", "type": "ASSAULT", "mode": "heavy-weapons", "actors": ["a9"], "recipients": ["a2"], "places": ["p1"],
        "where_prec": 1, "time": {"start": "2022-09-13", "end": "2022-09-13", "date_prec": 1}, "statements": ["s2"], "evidence": [43, 59],
    }  # fmt: skip
    figure = {
        "id": "f1", "key": "k2", "effect": "killed", "low": 49, "best": 49, "high": 49, "qualifier": "exact", "event": "e1",
        "victims": {"code": "ARM", "who": "military", "kinds": []}, "statements": ["s1", "s2"], "evidence": [64, 82],
    }  # fmt: skip
    made = {"report": report, "actors": actors, "places": [place], "statements": statements, "events": [event], "figures": [figure]}
    return made | changes


def test_the_claimant_stands_at_the_end_of_the_chain() -> None:
    (row,) = claims(record(), FILED)
    assert (row.claimants, row.via, row.own_voice, row.stance) == (("ARM",), ("REUTERS", "HARBOUR POST"), False, "accuse")
    assert row.claimant_names == ("Defence ministry of Armenia",)


def test_an_event_is_quoted_and_placed() -> None:
    (row,) = tellings(record(), FILED)
    assert row.evidence == "shells hit Goris"
    assert (row.places, row.lats, row.countries, row.admin1) == (("Goris",), (39.5,), ("ARM",), ("Syunik",))
    assert (row.start, row.known, row.recipients, row.actors) == (date(2022, 9, 13), date(2022, 9, 13), ("ARM",), ())


def test_without_a_statement_the_outlet_speaks_or_the_agency_it_credits() -> None:
    bare = record()
    bare["figures"][0]["statements"] = []
    assert claims(bare, FILED)[0].claimants == ("HARBOUR POST",)
    bare["report"]["credits"] = ["Caucasus Wire"]
    (row,) = claims(bare, FILED)
    assert (row.claimants, row.via, row.own_voice) == (("CAUCASUS WIRE",), ("HARBOUR POST",), True)


def test_a_hidden_source_is_nobodys_claim() -> None:
    hidden = record()
    hidden["statements"][1]["sources"] = []
    assert claims(hidden, FILED)[0].claimants == ()
    assert not claims(hidden, FILED)[0].own_voice


def test_one_statement_alone_names_each_of_its_sources_once() -> None:
    statements = [{"id": "s2", "sources": ["a2", "a9", "a2", "a1"], "within": None, "stance": "assert"}]
    (row,) = claims(record(statements=statements), FILED)
    assert (row.claimants, row.via, row.stance) == (("ARM", "REUTERS"), ("HARBOUR POST",), "assert")
    assert row.claimant_names == ("Defence ministry of Armenia", "Reuters")
    (row,) = claims(record(statements=[statements[0] | {"sources": ["a9"]}]), FILED)
    assert (row.claimants, row.claimant_names, row.via, row.own_voice) == ((), (), ("HARBOUR POST",), False)
    (row,) = claims(record(statements=[statements[0] | {"sources": ["a2"]}]), FILED)
    assert (row.claimants, row.claimant_names) == (("ARM",), ("Defence ministry of Armenia",))


def test_figures_and_events_keep_their_links() -> None:
    made = record(
        links=[{"id": "l1", "kind": "part_of", "from": "f1", "to": "f1"}, {"id": "l2", "kind": "denies", "from": "e1", "to": "e1"}]
    )
    assert (claims(made, FILED)[0].event, claims(made, FILED)[0].part_of) == ("k1", ("k2",))
    assert tellings(made, FILED)[0].denies == ("k1",)


def test_a_report_is_known_from_its_publication_else_from_its_filing() -> None:
    assert known_day({"published": "2022-09-13"}, FILED) == date(2022, 9, 13)
    assert known_day({"published": None, "retrieved": None}, FILED) == FILED
    assert filing(record(), 3, FILED).seq == 3


def test_statements_that_point_at_each_other_end_the_chain() -> None:
    ring = record()
    ring["statements"][0]["within"] = "s2"
    ring["figures"][0]["statements"] = ["s2"]
    assert claims(ring, FILED)[0].via == ("REUTERS", "HARBOUR POST")
