"""The gold scorer: on an article of ours, and the same figures as the scorer that comes with the gold articles, where that is at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from gesta.errors import MalformedRecord
from gesta.evaluate import TASKS, Equipment, evaluate
from gesta.evaluate.gold_items import locate, sentence_of
from gesta.pipeline import json_line

GOLD = Path(__file__).parents[3] / "shared" / "gold"
TEXT = "Azerbaijan said on Tuesday that Armenian forces had shelled Azerbaijani positions, killing 50 soldiers. Rain fell in Tbilisi."
ANNOTATED = {
    "report": {"published": "2022-09-14"},
    "places": [{"quote": "Tbilisi", "country": "GEO", "lat": 41.7, "lon": 44.8}],
    "statements": [
        {"source": "AZE", "stance": "assert", "quote": "Armenian forces had shelled Azerbaijani positions, killing 50 soldiers"},
    ],
    "events": [
        {
            "type": "ASSAULT",
            "mode": "heavy-weapons",
            "actors": ["ARM"],
            "recipients": ["AZE"],
            "date": "2022-09-13",
            "said_by": "AZE",
            "quote": "Armenian forces had shelled",
        }
    ],
    "figures": [{"effect": "killed", "low": 50, "best": 50, "high": 50, "qualifier": "exact", "code": "AZE", "who": "military",
                 "said_by": "AZE", "quote": "50 soldiers"}],
}  # fmt: skip


def article(data: Path, annotations: object) -> None:
    folder = data / "gold" / "dev"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ours.txt").write_text(f"GOLD TEST, Sept 14\n\n{TEXT}\n", "utf-8")
    (folder / "ours.yaml").write_text(annotations if isinstance(annotations, str) else yaml.safe_dump(annotations), "utf-8")


def figures(data: Path, equipment: Equipment) -> dict[str, float | None]:
    result = evaluate(TASKS["gold"], data, "dev", equipment, {})
    assert result is not None
    return {figure.measure.name: figure.value for figure in result.figures}


def test_what_is_annotated_as_it_is_coded_scores_fully(tmp_path: Path, equipment: Equipment) -> None:
    article(tmp_path, ANNOTATED)
    found = figures(tmp_path, equipment)
    assert found["events (type, actor, recipient)"] == found["events not reversed"] == found["place located"] == 1.0
    assert found["statements (content and source)"] == found["figures (effect, number)"] == 1.0


def test_sides_turned_round_are_a_reversed_event(tmp_path: Path) -> None:
    (event,) = ANNOTATED["events"]
    article(tmp_path, {**ANNOTATED, "events": [{**event, "actors": ["AZE"], "recipients": ["ARM"]}]})  # type: ignore[dict-item]
    found = figures(tmp_path, Equipment())
    assert (found["events (type)"], found["events (type, actor, recipient)"], found["events not reversed"]) == (1.0, 0.0, 0.0)


def test_annotations_that_are_no_yaml_are_named_with_line_and_column(tmp_path: Path, equipment: Equipment) -> None:
    article(tmp_path, "events:\n  - {type: [}\n")
    with pytest.raises(MalformedRecord, match=r"ours\.yaml:2:\d+"):
        figures(tmp_path, equipment)


def test_a_quote_is_found_whatever_its_marks_and_spaces() -> None:
    text = "He said: “No  one\nleft.” Mr. Smith left. She stayed."
    assert locate(text, '"No one left."') == (9, 24)
    assert text[slice(*sentence_of(text, (text.index("Smith"), text.index("Smith") + 5)))].strip() == "Mr. Smith left."


def test_figures_equal_those_of_the_scorer_beside_the_gold_articles(tmp_path: Path, equipment: Equipment) -> None:
    if not (GOLD / "score.py").exists():
        pytest.skip("left out: no gold articles beside this folder")
    folder = tmp_path / "gold" / "dev"
    folder.mkdir(parents=True)
    chosen = sorted(GOLD.glob("dev/*.yaml"), key=lambda path: path.with_suffix(".txt").stat().st_size)[:4]
    for path in chosen:
        for each in (path, path.with_suffix(".txt")):
            (folder / each.name).write_bytes(each.read_bytes())
    (tmp_path / "spec").symlink_to(GOLD.parent / "spec")
    ours = figures(tmp_path, equipment)
    records = tmp_path / "records.jsonl"
    reports = equipment.files(sorted(folder.glob("*.txt")))
    records.write_text("".join(json_line(report) + "\n" for report in reports), "utf-8")
    command = [sys.executable, str(GOLD / "score.py"), str(folder), "--records", str(records), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    wanted = {name: value.get("f1", value.get("share")) for name, value in theirs.items()}
    assert {name: ours[name] for name in theirs} == pytest.approx(wanted, abs=1e-12)
