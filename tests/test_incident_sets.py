"""The sets of incidents: every quote stands in its report, keys name what exists, and the reports say that they are synthetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, get_args

import pytest
from benchmarks.incident_key import SUMMARY, Key, keys, placed, sources

from gesta.codebook import Codebook
from gesta.model.report import Effect

KEYS = keys()
OWN = [key for key in KEYS if "folder" not in key.written]
each_key = pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
each_own = pytest.mark.parametrize("key", OWN, ids=lambda key: key.name)


def rows(key: Key) -> Iterator[Mapping[str, Any]]:
    """Every row of the key that names a report."""
    for incident in key.written["incidents"]:
        yield from incident["tellings"]
    yield from key.written["denials"]
    yield from key.written["claims"]


def runs(text: str) -> set[tuple[str, ...]]:
    """Every five words in a row."""
    words = text.split()
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def test_there_are_sets_of_our_own_with_at_least_forty_reports() -> None:
    assert [key.name for key in KEYS] == ["air-strike", "dnieper", "prisoner-exchange", "rakhine", "september", "ten-towns"]
    assert sum(len(key.reports) for key in OWN) >= 40


@each_key
def test_every_row_names_a_report_and_every_report_is_used(key: Key) -> None:
    named = {(row["report"], row.get("id")) for row in rows(key)}
    assert named == set(key.reports)


@each_key
def test_every_quote_of_a_denial_stands_in_its_report_once_or_as_its_nth(key: Key) -> None:
    # Those of tellings are placed when the key is read, which fails when one cannot be.
    assert all(placed(row, key.article(row).text) for row in key.written["denials"])


@each_key
def test_no_two_tellings_share_a_code_point(key: Key) -> None:
    shared = [
        (one, other)
        for one, other in zip(key.tellings, key.tellings[1:], strict=False)
        if one.report == other.report and one.span.overlaps(other.span)
    ]
    assert shared == []


@each_key
def test_ids_are_unique_and_what_is_named_exists(key: Key) -> None:
    ids = [incident["id"] for incident in key.written["incidents"]]
    assert len(set(ids)) == len(ids)
    parts = [part for incident in key.written["incidents"] for part in incident.get("parts", [])]
    denied = [row["denies"] for row in key.written["denials"]]
    assert {*parts, *denied, *(row["incident"] for row in key.written["claims"])} <= set(ids)


@each_key
def test_types_are_the_codebooks_and_only_a_summary_has_parts(key: Key) -> None:
    types = set(Codebook.load().ontology.types)
    for incident in key.written["incidents"]:
        assert incident["type"] in types | {SUMMARY}
        assert ("parts" in incident) == (incident["type"] == SUMMARY)


@each_key
def test_days_are_iso_and_in_order_episodes_within_their_incident(key: Key) -> None:
    for incident in key.written["incidents"]:
        spans = [(date.fromisoformat(x["start"]), date.fromisoformat(x["end"])) for x in [incident, *incident.get("episodes", [])]]
        assert all(spans[0][0] <= start <= end <= spans[0][1] for start, end in spans)
    assert all(date.fromisoformat(claim["as_of"]) for claim in key.written["claims"] if claim["as_of"])


@each_key
def test_claims_are_of_known_effects_and_their_bounds_in_order(key: Key) -> None:
    for claim in key.written["claims"]:
        assert claim["effect"] in get_args(Effect)
        bounds = [claim[name] for name in ("low", "best", "high") if claim[name] is not None]
        assert bounds
        assert bounds == sorted(bounds)


@each_key
def test_sources_are_counted_by_the_rule(key: Key) -> None:
    counted = {incident["id"]: sources(key, incident["tellings"]) for incident in key.written["incidents"]}
    assert counted == {incident["id"]: incident["sources"] for incident in key.written["incidents"]}


@each_key
def test_copies_share_most_of_their_runs_of_five_words(key: Key) -> None:
    for group in key.written["copies"]:
        first, *others = [runs(key.article({"report": name}).text) for name in group["reports"]]
        assert all(len(first & other) / len(other) > 0.7 for other in others)


@each_own
def test_reports_are_synthetic_and_of_invented_outlets(key: Key) -> None:
    for (name, _), article in key.reports.items():
        assert article.synthetic, name
        assert article.published, name
        assert article.outlet, name
        assert article.url is None or article.url.split("/")[2].endswith(".example"), name


@each_own
def test_reports_are_as_long_as_a_news_report(key: Key) -> None:
    assert [name for name, article in key.reports.items() if not 150 <= len(article.text.split()) <= 350] == []


def test_a_quote_that_says_not_which_is_refused() -> None:
    with pytest.raises(ValueError, match="occurs 2 times"):
        placed({"report": "a.md", "quote": "fire"}, "fire upon fire")
    assert placed({"report": "a.md", "quote": "fire", "nth": 2}, "fire upon fire") == (10, 14)
