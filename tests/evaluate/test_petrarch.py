"""PETRARCH's records in miniature: its dictionaries become a codebook folder, and dyads are compared by their codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.evaluate import TASKS, Equipment, evaluate
from gesta.evaluate.petrarch import code_of
from gesta.model import Actor
from tests.evaluate.corpora import write

ACTORS = "NORTHLAND_ [NRL]\n+NORTHLANDIAN\nSELMIA [SLM]\n"
AGENTS = "CLERIC [~REL]\n"


@pytest.mark.parametrize(
    ("kind", "code", "sector", "country", "said"),
    [
        ("country", "NRL", None, "NRL", "NRL"),
        ("government", "NRL", "GOV", "NRL", "NRLGOV"),
        ("person", "NRL", "GOV", "NRL", "NRLGOV"),
        ("civilians", "NRL.REL", "REL", "NRL", "NRLREL"),
        ("organisation", "NRL", "TOR", "NRL", "NRLTOR"),
        ("organisation", "IGOEEU", "IGO", None, "IGOEEU"),
        ("person", "IGOEEU", "GOV", None, "IGOEEUGOV"),
        ("armed-group", "PSEREBHMS", "REB", "PSE", "PSEREBHMS"),
        ("other", None, "GOV", None, ""),
    ],
)
def test_a_code_is_the_states_with_the_sector_behind_it(
    kind: str, code: str | None, sector: str | None, country: str | None, said: str
) -> None:
    assert code_of(Actor(id="a1", name="N", kind=kind, code=code, sector=sector, country=country)) == said


def test_dyads_are_compared_with_and_without_sectors(tmp_path: Path, equipment: Equipment) -> None:
    (tmp_path / "event_coding" / "petrarch_validate_dictionaries").mkdir(parents=True)
    for name, entries in (("actors", ACTORS), ("agents", AGENTS)):
        (tmp_path / "event_coding" / "petrarch_validate_dictionaries" / f"PETR.Validate.{name}.txt").write_text(entries, "utf-8")
    text = "Northland's army shelled Selmia on Saturday."
    rows = [
        {"id": "sector", "text": text, "date": "19950101", "events": [{"source": "NRLMIL", "target": "SLM", "code": "194"}]},
        {
            "id": "agent",
            "text": "Northlandian clerics condemned Selmia on Saturday.",
            "date": "19950101",
            "events": [{"source": "NRLREL", "target": "SLM", "code": "121"}],
        },
        {"id": "none", "text": "It rained on Saturday.", "date": "19950101", "events": [{"source": None, "target": None, "code": None}]},
        {"id": "other", "text": text, "date": "19950101", "events": [{"source": "NRLREB", "target": "SLM", "code": "194"}]},
    ]
    write(tmp_path / "event_coding" / "petrarch2_unittest.jsonl", *rows)
    result = evaluate(TASKS["petrarch"], tmp_path, "dev", equipment, {})
    assert result is not None
    found = {figure.measure.name: figure.value for figure in result.figures}
    assert (found["dyads, exact codes, found"], found["dyads, states alone, found"]) == (3 / 4, 1.0)
    assert [miss.document for miss in result.misses] == ["other"]
