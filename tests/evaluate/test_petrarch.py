"""PETRARCH's records in miniature: its actor dictionary becomes a codebook folder, and dyads are compared by their codes."""

from __future__ import annotations

from pathlib import Path

from gesta.codebook import Codebook
from gesta.evaluate import TASKS, Equipment, evaluate
from gesta.evaluate.petrarch_actors import entries, write_folder
from tests.evaluate.corpora import write

ACTORS = """<!-- OURS -->
NORTHLAND_ [NRL] # a state
+NORTHLANDIAN
+THE_FROZEN_COAST
SELMIA [SLM]
FRANCE [FRA]
GREY_HOUSE [SLMGOV]
OLD_TOBIN
\t[NRL <950601]
\t[SLM > 950601]
NOBODY [---]
"""


def test_names_synonyms_and_dated_codes_are_read() -> None:
    assert list(entries(ACTORS)) == [
        (("Northland", "Northlandian", "The Frozen Coast"), "NRL"),
        (("Selmia",), "SLM"),
        (("France",), "FRA"),
        (("Grey House",), "SLMGOV"),
        (("Old Tobin",), "NRL"),
        (("Nobody",), "---"),
    ]


def test_the_folder_lies_on_top_of_the_shipped_codebook(tmp_path: Path) -> None:
    (tmp_path / "actors.txt").write_text(ACTORS, "utf-8")
    folder = tmp_path / "book"
    folder.mkdir()
    write_folder(tmp_path / "actors.txt", folder, {"FRA"})
    countries = Codebook.load(folder).registers.countries
    assert countries["NRL"].adjectives == ("Northlandian",)
    assert (countries["FRA"].name, "French" in countries["FRA"].adjectives) == ("France", True)


def test_dyads_are_compared_with_and_without_sectors(tmp_path: Path, equipment: Equipment) -> None:
    (tmp_path / "event_coding" / "petrarch_validate_dictionaries").mkdir(parents=True)
    (tmp_path / "event_coding" / "petrarch_validate_dictionaries" / "PETR.Validate.actors.txt").write_text(ACTORS, "utf-8")
    text = "Northland's army shelled Selmia on Saturday."
    rows = [
        {"id": "sector", "text": text, "date": "19950101", "events": [{"source": "NRLMIL", "target": "SLM", "code": "194"}]},
        {"id": "none", "text": "It rained on Saturday.", "date": "19950101", "events": [{"source": None, "target": None, "code": None}]},
        {"id": "other", "text": text, "date": "19950101", "events": [{"source": "NRLREB", "target": "SLM", "code": "194"}]},
    ]
    write(tmp_path / "event_coding" / "petrarch2_unittest.jsonl", *rows)
    result = evaluate(TASKS["petrarch"], tmp_path, "dev", equipment, {})
    assert result is not None
    found = {figure.measure.name: figure.value for figure in result.figures}
    assert (found["dyads, exact codes, found"], found["dyads, states alone, found"]) == (2 / 3, 1.0)
    assert [miss.document for miss in result.misses] == ["other"]
