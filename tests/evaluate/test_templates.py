"""MUC-4 templates and sentences on deaths, in miniature: sentences of our own in the corpora's formats."""

from __future__ import annotations

from gzip import compress
from pathlib import Path
from typing import Any

import pytest

from gesta.evaluate import TASKS, Equipment, evaluate
from tests.evaluate.corpora import write

WIRE = "QUITO, 3 MAY 90 (AFP) -- [TEXT] GUERRILLAS ATTACKED A POLICE STATION NEAR AMBATO. THREE POLICEMEN WERE KILLED IN THE ATTACK."
SLOTS = ("incident_type", "hum_tgt_effect", "hum_tgt_number")


def fill(*raws: str) -> list[dict[str, str]]:
    return [{"raw": raw} for raw in raws]


def message(kind: str, dead: int, target: str = "POLICEMEN") -> dict[str, Any]:
    slots = {"incident_type": fill(kind), "hum_tgt_effect": fill(f'DEATH: "{target}"'), "hum_tgt_number": fill(f'{dead}: "{target}"')}
    start = WIRE.index(target)
    spans = {"hum_tgt_description": {target: [[start, start + len(target)]]}}
    return {"id": kind, "text": WIRE, "templates": [{"template": "1", "optional_template": False, "slots": slots, "spans": spans}]}


def figures(name: str, data: Path, equipment: Equipment) -> dict[str, float | None]:
    result = evaluate(TASKS[name], data, "dev", equipment, {})
    assert result is not None
    return {figure.measure.name: figure.value for figure in result.figures}


def packed(data: Path, name: str, *rows: dict[str, Any]) -> None:
    path = write(data / "rows.jsonl", *rows)
    (data / name).parent.mkdir(exist_ok=True)
    (data / name).write_bytes(compress(path.read_bytes()))


@pytest.mark.parametrize(
    ("kind", "dead", "types", "killed"), [("ATTACK", 3, 1.0, 1.0), ("ATTACK", 4, 1.0, 0.0), ("KIDNAPPING", 3, 0.0, 0.0)]
)
def test_templates_are_aligned_by_type_and_target(
    tmp_path: Path, equipment: Equipment, kind: str, dead: int, types: float, killed: float
) -> None:
    packed(tmp_path, "muc4/tst2.jsonl.gz", message(kind, dead), {"id": "none", "text": WIRE, "templates": []})
    found = figures("muc4", tmp_path, equipment)
    assert (found["incident type, recall"], found["number killed"]) == (types, killed)


def test_named_dead_are_counted_beside_figures(tmp_path: Path, equipment: Equipment) -> None:
    text = "QUITO, 3 MAY 90 -- [TEXT] GUERRILLAS MURDERED MAYOR JUAN PEREZ AND TWO POLICEMEN NEAR AMBATO. FOUR PEASANTS WERE ALSO KILLED."
    dead = ("JUAN PEREZ", 1), ("POLICEMEN", 2), ("PEASANTS", 4)
    spans = {name: [[text.index(name), text.index(name) + len(name)]] for name, _ in dead}
    slots = {
        "incident_type": fill("ATTACK"),
        "hum_tgt_effect": fill(*(f'DEATH: "{name}"' for name, _ in dead)),
        "hum_tgt_number": fill(*(f'{number}: "{name}"' for name, number in dead)),
    }
    row = {"template": "1", "optional_template": False, "slots": slots, "spans": {"hum_tgt_name": spans}}
    packed(tmp_path, "muc4/tst2.jsonl.gz", {"id": "named", "text": text, "templates": [row]})
    assert figures("muc4", tmp_path, equipment)["number killed"] == 1.0


def test_dead_whom_the_key_does_not_count_are_left_out(tmp_path: Path, equipment: Equipment) -> None:
    uncounted = message("ATTACK", 3)
    uncounted["templates"][0]["slots"]["hum_tgt_number"] = fill('PLURAL: "POLICEMEN"')
    packed(tmp_path, "muc4/tst2.jsonl.gz", uncounted)
    found = figures("muc4", tmp_path, equipment)
    assert (found["incident type, recall"], found["number killed"]) == (1.0, None)


def test_a_sentence_tells_whose_dead_they_are(tmp_path: Path, equipment: Equipment) -> None:
    text = "Hamas gunmen killed 12 Israeli soldiers on Saturday."
    rows = [
        {"id": side, "outlet": "Test", "article_id": side, "date": "2023-10-08", "text": text, "victim_side": side}
        for side in ("israel", "palestine")
    ]
    packed(tmp_path, "casualties/fatality_sentences.jsonl.gz", *rows)
    found = figures("fatality", tmp_path, equipment)
    assert (found["sentences with a side coded"], found["side right, of all sentences"]) == (1.0, 0.5)
