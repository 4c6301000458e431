"""What every store does, whatever it keeps its rows in."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gesta.errors import NotFound, StoreBusy, StoreError
from gesta.model import Anchor, BoundingBox, Derived, Judgement, Query, Span
from gesta.store import Failure, Ingest, Store, asking, next_page
from tests.store.reports import DAY, derived, incident, record

Open = Callable[..., Store]


def test_what_is_filed_comes_back(store: Open) -> None:
    with store(write=True) as writer:
        assert writer.add([record("r1"), record("r2")]) == 2
        assert [filing.id for filing in writer.filings()] == ["r1", "r2"]
        assert [filing.seq for filing in writer.filings()] == [1, 2]
        assert list(writer.records(["r2"])) == [record("r2")]
        (telling, _), (claim, _) = writer.tellings(), writer.claims()
        assert (telling.ref, telling.evidence, telling.actors) == ("r1:k1", "Shells hit Goris", ("PSE.REB",))
        assert (claim.ref, claim.best, claim.high, claim.claimants) == ("r1:k2", 49, None, ("ARM",))


def test_nothing_is_filed_twice(store: Open) -> None:
    failure = Failure(origin="feed.xml:3", error="NoArticle", why="no article", at="2022-09-13T00:00:00Z")
    with store(write=True) as writer:
        assert writer.add([record("r1"), record("r1")], [failure]) == 1
        assert writer.add([record("r1")], [failure]) == 0
        assert len(list(writer.filings())) == len(list(writer.tellings())) == len(list(writer.failures())) == 1


def test_a_later_text_of_one_url_is_its_revision(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1", url="u"), record("r2", url="u"), record("r3")])
        writer.add([record("r4", url="u")])
        assert [filing.revision_of for filing in writer.filings()] == [None, "r1", None, "r2"]


def test_readers_see_what_was_published_and_nothing_else(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1")])
        writer.publish(derived("r1"), Ingest(source="x", started="a", finished="b", made="m", filed=1, known=0, failed=0))
        writer.add([record("r2")])
        with store() as reader:
            assert reader.known(["r1", "r2"]) == {"r1"}
            writer.publish(Derived())
            assert reader.derived() == derived("r1")
        with store() as reader:
            assert reader.known(["r1", "r2"]) == {"r1", "r2"}
            assert reader.derived() == Derived()
            assert [ingest.filed for ingest in reader.ingests()] == [1]


def test_a_note_takes_the_place_of_the_one_before(store: Open) -> None:
    with store(write=True) as writer:
        assert writer.noted("feeds") is None
        writer.note("feeds", "a")
        writer.note("feeds", "b")
        writer.note("else", "c")
        writer.publish(Derived())
    with store() as reader:
        assert (reader.noted("feeds"), reader.noted("else")) == ("b", "c")


def test_a_new_note_is_seen_when_it_is_published(store: Open) -> None:
    with store(write=True) as writer:
        writer.note("feeds", "a")
        writer.publish(Derived())
        writer.note("feeds", "b")
        assert writer.noted("feeds") == "b"
        with store() as reader:
            assert reader.noted("feeds") == "a"
        writer.publish(Derived())
    with store() as reader:
        assert reader.noted("feeds") == "b"


def test_what_was_added_and_not_published_is_kept_for_the_next_writer(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1")])
    with store(write=True) as writer:
        assert writer.add([record("r1"), record("r2")]) == 1
        writer.publish(Derived())
    with store() as reader:
        assert [filing.seq for filing in reader.filings()] == [1, 2]


def test_two_writers_are_one_too_many(store: Open) -> None:
    with store(write=True), pytest.raises(StoreBusy):
        store(write=True)
    with store(write=True):
        pass


def test_a_reader_writes_nothing(store: Open) -> None:
    with store(write=True) as writer:
        writer.publish(Derived())
    with store() as reader, pytest.raises(StoreError, match="reading"):
        reader.add([record("r1")])


def test_judgements_are_appended_once(store: Open) -> None:
    anchor = Anchor(report="r1", key="k1", layer="events", kind="ASSAULT", evidence=Span(0, 16))
    first = Judgement(kind="correct", at="2022-09-14T00:00:00Z", by="a", items=(anchor,), changes=(("type", '"PROTEST"'),))
    second = Judgement(kind="undo", at="2022-09-15T00:00:00Z", by="b", undoes=first.id)
    with store(write=True) as writer:
        assert writer.judge([first]) == 1
        assert writer.judge([first, second]) == 1
        writer.publish(Derived())
    with store() as reader:
        assert list(reader.judgements()) == [first, second]


def test_coding_anew_replaces_the_coding_and_nothing_else(store: Open) -> None:
    anew = record("r1", published="2022-09-15")
    anew["events"] = []
    with store(write=True) as writer:
        writer.add([record("r1", url="u"), record("r2", url="u")])
        before = list(writer.filings())
        assert writer.recode([anew, record("unknown")]) == 1
        assert [(f.seq, f.known) for f in writer.filings()] == [(f.seq, f.known) for f in before]
        assert [telling.report for telling in writer.tellings()] == ["r2"]
        assert {claim.known for claim in writer.claims()} == {DAY}
        assert next(writer.records()) == anew


def test_a_report_taken_down_leaves_its_id(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1"), record("r2")])
        assert writer.take_down(["r2", "unknown"], "asked by its outlet") == 1
        assert writer.add([record("r2"), record("r3")]) == 1
        writer.publish(Derived())
    with store() as reader:
        assert [filing.seq for filing in reader.filings()] == [1, 3]
        assert [telling.report for telling in reader.tellings()] == ["r1", "r3"]
        assert [(report, why) for report, _, why in reader.tombstones()] == [("r2", "asked by its outlet")]
        assert reader.known(["r2"]) == {"r2"}


def test_the_digest_follows_filings_and_judgements(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1")])
        first = writer.versions()
        writer.publish(derived("r1"))
        assert writer.versions() == first
        writer.judge([Judgement(kind="accept", at="t", by="a")])
        assert writer.versions()["digest"] != first["digest"]
        assert (first["model"], first["codebook"]) == ("m", "c")


@pytest.fixture
def asked(store: Open) -> Store:
    """Three reports of one incident, the third a revision of the second; a fourth that is tied to nothing."""
    reports = [record("r1"), record("r2", url="u", published="2022-09-15"), record("r3", url="u", published="2022-09-21")]
    with store(write=True) as writer:
        writer.add([*reports, record("r4", published="2022-10-01")])
        writer.publish(derived("r1", "r2", "r3"))
    return store()


def test_an_event_knows_its_incident_and_whether_it_is_revised(asked: Store) -> None:
    page = asked.ask("events", Query())
    assert page["incident"].to_pylist() == ["i1", "i1", "i1", None]
    assert page["revised"].to_pylist() == [False, True, False, False]
    then = asked.ask("claims", Query(as_of=date(2022, 9, 20)))
    assert (then["report"].to_pylist(), then["revised"].to_pylist()) == (["r1", "r2"], [False, False])
    assert (then["title"].to_pylist(), then["group"].to_pylist()) == (["Title r1", "Title r2"], ["r1", "r1"])


def test_incidents_are_shown_as_they_were_known(asked: Store) -> None:
    assert asked.ask("incidents", Query())["deaths_best"].to_pylist() == [51]
    assert asked.ask("incidents", Query(as_of=date(2022, 9, 19)))["deaths_best"].to_pylist() == [49]
    assert asked.ask("incidents", Query(as_of=date(2022, 9, 12))).num_rows == 0
    assert asked.ask("events", Query(min_sources=2)).num_rows == 3
    assert asked.ask("events", Query(min_sources=2, as_of=date(2022, 9, 19))).num_rows == 0


HOLDING = [
    Query(start=DAY, end=DAY), Query(actors=("PSE",)), Query(actors=("PSE.REB", "XXX")), Query(claimants=("ARM",)),
    Query(types=("ASSAULT",)),
    Query(places=("GORIS",)), Query(places=("syunik",)), Query(countries=("ARM",)), Query(effects=("killed",), sides=("ARM",)),
    Query(bbox=BoundingBox(46, 39, 47, 40)), Query(bbox=BoundingBox(170, 39, 47, 40)), Query(incidents=("i1",)), Query(reports=("r1",)),
    Query(min_sources=2),
]  # fmt: skip
FAILING = [
    Query(start=date(2022, 9, 14)), Query(end=date(2022, 9, 12)), Query(actors=("REB",)), Query(claimants=("PSE",)), Query(types=("AID",)),
    Query(places=("Gor",)), Query(countries=("AZE",)), Query(effects=("killed",), sides=("AZE",)), Query(effects=("wounded",)),
    Query(bbox=BoundingBox(40, 30, 46, 45)), Query(bbox=BoundingBox(170, 39, 20, 40)), Query(incidents=("i2",)), Query(reports=("x",)),
    Query(min_sources=3), Query(granularity="conflict-day", min_sources=1),
]  # fmt: skip


@pytest.mark.parametrize("layer", ["incidents", "events", "claims", "figures", "actors", "timeline"])
def test_filters_let_through_what_they_name_and_nothing_else(asked: Store, layer: str) -> None:
    assert [query for query in HOLDING if asked.ask(layer, query).num_rows == 0] == []  # type: ignore[arg-type]
    assert [query for query in FAILING if asked.ask(layer, query).num_rows > 0] == []  # type: ignore[arg-type]


def test_a_key_is_found_whole_whatever_characters_it_holds(store: Open) -> None:
    names = {"r1": "Goris", "r2": "Goris\x1a;Shusha", "r3": "\x1a;Goris\x1a;", "r4": "\u0301", "r5": "Goris;"}
    with store(write=True) as writer:
        for report, place in names.items():
            made = record(report, f"Shells hit a town, says {report}.")
            made["places"][0] |= {"name": place, "admin1": None}
            writer.add([made])
        writer.publish(Derived())
        for layer in ("events", "claims"):
            found = {place: writer.ask(layer, Query(places=(place,)))["report"].to_pylist() for place in names.values()}
            assert found == {place: [report] for report, place in names.items()}
            assert writer.ask(layer, Query(places=("Goris\x1a;",))).num_rows == 0


def lasting(name: str, start: str | None, end: str | None) -> dict[str, Any]:
    made = record(name, f"Shells hit Goris, says {name}.", published="2022-12-01")
    made["events"][0]["time"] = {"start": start, "end": end, "date_prec": 1}
    return made


def test_what_is_going_on_in_a_period_is_found_however_long_ago_it_began(store: Open) -> None:
    spans = {
        "before": ("2022-01-01", "2022-05-31"), "since long": ("2020-01-01", "2022-06-01"), "a month": ("2022-05-01", "2022-06-01"),
        "in it": ("2022-06-15", None), "unknown start": (None, "2022-06-10"), "unknown": (None, None),
        "after": ("2022-07-02", "2022-09-01"),
    }  # fmt: skip
    with store(write=True) as writer:
        writer.add([lasting(name, *days) for name, days in spans.items()])
        writer.publish(Derived())
        first, last = date(2022, 6, 1), date(2022, 7, 1)
        began = writer.ask("events", Query(start=first, end=last))["report"].to_pylist()
        assert began == ["since long", "a month", "in it"]
        open_ended = Query(start=first)
        assert writer.ask("events", open_ended)["report"].to_pylist() == [*began, "after", "unknown start"]
        assert writer.tally("events", open_ended) == [((), 5)]
        page = writer.ask("events", Query(start=first, limit=2))
        assert page["report"].to_pylist() == began[:2]
        rest = writer.ask("events", Query(start=first, limit=9, after=next_page(page)))
        assert rest["report"].to_pylist() == ["in it", "after", "unknown start"]


def test_figures_of_a_day_are_those_of_the_incidents_of_that_day(asked: Store) -> None:
    then = date(2022, 9, 19)
    assert asked.ask("figures", Query(as_of=then))["best"].to_pylist() == [49]
    assert asked.ask("figures", Query(as_of=then, min_sources=2)).num_rows == 0
    assert asked.ask("figures", Query(as_of=then, granularity="conflict-day")).num_rows == 0
    assert asked.ask("figures", Query(as_of=date(2022, 9, 20), min_sources=2, limit=1))["best"].to_pylist() == [49]


def test_actors_and_days_are_counted(asked: Store) -> None:
    actors = asked.ask("actors", Query()).to_pylist()
    assert actors[0] == {"code": "ARM", "name": "Armenia", "incidents": 1, "events": 4, "as_actor": 0, "as_recipient": 4, "as_claimant": 4}
    (day,) = asked.ask("timeline", Query()).to_pylist()
    assert day == {
        "day": DAY, "incidents": 1, "events": 4, "reports": 4, "sources": 2, "deaths_low": 49, "deaths_best": 51, "deaths_high": None,
    }  # fmt: skip


@pytest.mark.parametrize("sort", ["", "-start", "known", "-known", "best", "-high", "outlet"])
def test_pages_together_are_the_whole(asked: Store, sort: str) -> None:
    whole, after, refs = asked.ask("claims", Query(sort=sort))["report"].to_pylist(), "", []
    for _ in whole:
        page = asked.ask("claims", Query(sort=sort, limit=1, after=after))
        refs += page["report"].to_pylist()
        after = next_page(page)
    assert refs == whole
    assert after == ""


def test_a_wrong_sort_cursor_or_box_is_said(asked: Store) -> None:
    page = asked.ask("claims", Query(limit=1))
    for query in (Query(sort="size"), Query(after="!!"), Query(sort="-best", after=next_page(page)), Query(bbox=BoundingBox(0, 50, 1, 40))):
        with pytest.raises(StoreError):
            asked.ask("claims", query)


def test_a_cursor_that_is_nested_too_deeply_is_none(asked: Store) -> None:
    with pytest.raises(NotFound, match="no cursor"):
        asked.ask("claims", Query(after=base64.urlsafe_b64encode(b"[" * 1500).decode()))


def test_rows_are_counted_by_their_values_as_the_filters_let_them_pass(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1"), record("r2", published="2022-09-14")])
        writer.publish(derived("r1"))
        (_, every), *_ = writer.tally("events", Query())
        assert every == writer.ask("events", Query()).num_rows
        assert writer.tally("events", Query(), ["actors"]) == [(("PSE.REB",), 2)]
        assert writer.tally("events", Query(actors=("FRA",)), ["actors"]) == []
        assert writer.tally("claims", Query(), ["effect", "claimants"]) == [(("killed", "ARM"), 2)]
        with pytest.raises(StoreError, match="cannot be counted"):
            writer.tally("events", Query(), ["nothing"])
        with pytest.raises(StoreError, match="are not counted"):
            writer.tally("actors", Query())


def test_values_are_counted_within_values(asked: Store) -> None:
    (day,) = asked.spread("events", Query(), ["start"], "type")
    assert (day.values, day.n, day.kinds) == ((DAY,), 4, {"ASSAULT": 4})
    (place,) = asked.spread("incidents", Query(), ["place", "lat", "countries"], "type", flag="contested")
    (row,) = asked.ask("incidents", Query()).to_pylist()
    assert (place.values, place.flagged) == ((row["place"], row["lat"], row["countries"][0]), int(row["contested"]))
    names = ["type", "actors", "claimants"]
    counted = [[(value, n) for (value,), n in asked.tally("events", Query(), [name])] for name in names]
    assert asked.facets("events", Query(), names) == (4, counted)
    assert asked.facets("events", Query(start=date(2030, 1, 1)), ["type"]) == (0, [[]])
    with pytest.raises(StoreError, match="cannot be counted"):
        asked.facets("events", Query(), ["nothing"])


def test_a_store_is_told_as_a_whole_without_its_texts(asked: Store) -> None:
    ids = [filing.id for filing in asked.filings()]
    assert [replace(filing, text="") for filing in asked.filings()] == list(asked.filings(texts=False))
    assert asked.listed() == ids[::-1]
    assert (asked.listed(below=3, limit=1), asked.listed(outlet="nobody")) == ([ids[1]], [])
    assert asked.beginning("reports", "r") == ids
    assert (asked.beginning("reports", "r2"), asked.beginning("incidents", "i")) == (["r2"], ["i1"])
    assert asked.names() == {"ARM": "Armenia", "PSE.REB": "Militants"}
    assert asked.sizes() == {"reports": 3, "judgements": 0, "set aside": 0}
    printed = asked.printed()
    assert sum(one.reports for one in printed) == 3
    assert {one.of is None for one in printed if one.outlet} == {origin.kind == "original" for origin in asked.origins()}


def test_the_items_of_a_report_are_told_their_incidents(asked: Store) -> None:
    rows = [row for layer in ("events", "claims") for row in asked.ask(layer, Query(reports=("r2",), background=True)).to_pylist()]
    assert asked.homes("r2") == {row["key"]: row["incident"] for row in rows} != {}
    assert (asked.homes("r4"), asked.homes("nothing")) == ({}, {})


def test_another_reader_sees_the_same_and_a_publishing_has_a_name_of_its_own(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1")])
        writer.publish(derived("r1"))
    with store() as reader, reader.another() as other:
        assert other.ask("events", Query()) == reader.ask("events", Query())
        before = reader.published()
        assert other.published() == before
    with store(write=True) as writer:
        writer.publish(derived("r1"))
    with store() as reader:
        assert reader.published() != before


def test_every_state_of_an_incident_is_told(store: Open) -> None:
    with store(write=True) as writer:
        writer.add([record("r1")])
        writer.publish(computed := derived("r1"))
        ids = {incident.id for incident in computed.incidents}
        assert tuple(writer.states(sorted(ids))) == computed.incidents
        assert list(writer.states(["nothing"])) == []


@pytest.mark.parametrize("looked_at", [0, 3, 100])
def test_a_box_is_the_same_however_many_rows_are_looked_at_first(store: Open, monkeypatch: pytest.MonkeyPatch, looked_at: int) -> None:
    monkeypatch.setattr(asking, "_WALKED", looked_at)
    records = [record(f"r{n}") for n in range(6)]
    for n, made in enumerate(records):
        made["places"][0]["lon"] = 46.3 if n % 2 else 10.0
    computed = derived("r1", "r3")
    away = replace(incident(id="i0", lon=10.0), known_from=date(2022, 9, 20))
    estimates = (replace(computed.estimates[0], subject="i0"), *computed.estimates)
    with store(write=True) as writer:
        writer.add(records)
        writer.publish(replace(computed, incidents=(away, *computed.incidents), estimates=estimates))
    with store() as reader:
        for limit in (1, 2, 9):
            box = Query(bbox=BoundingBox(46, 39, 47, 40), limit=limit)
            for layer in ("events", "claims"):
                assert reader.ask(layer, box)["report"].to_pylist() == ["r1", "r3", "r5"][:limit]
            assert reader.ask("incidents", box)["id"].to_pylist() == ["i1"]
            assert reader.ask("figures", box)["subject"].to_pylist() == ["i1"]


@pytest.mark.parametrize("looked_at", [0, 3, 100])
def test_a_page_of_figures_is_the_beginning_of_them_all(store: Open, monkeypatch: pytest.MonkeyPatch, looked_at: int) -> None:
    monkeypatch.setattr(asking, "_WALKED", looked_at)
    computed = derived("r1")
    ended = replace(incident(id="i0"), known_to=date(2022, 9, 25))
    others = [incident(id=f"i{n}", claimants=("FRA",) if n % 2 else ("ARM",)) for n in range(2, 7)]
    estimates = [replace(computed.estimates[0], subject=name) for name in ("i0", *(other.id for other in others))]
    whole = replace(computed, incidents=(ended, *computed.incidents, *others), estimates=(*computed.estimates, *estimates))
    with store(write=True) as writer:
        writer.add([record("r1")])
        writer.publish(whole)
    box = BoundingBox(46, 39, 47, 40)
    asked = [Query(claimants=("ARM",)), Query(actors=("ARM",), start=DAY), Query(bbox=box), Query(bbox=box, as_of=date(2022, 9, 22))]
    with store() as reader:
        every = [reader.ask("figures", query)["subject"].to_pylist() for query in asked]
        assert [len(set(found)) for found in every] == [4, 6, 6, 7]
        for query, found in zip(asked, every, strict=True):
            for limit in (1, 2, 5, 20):
                assert reader.ask("figures", replace(query, limit=limit))["subject"].to_pylist() == found[:limit]
