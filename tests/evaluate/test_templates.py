"""MUC-4 templates and sentences on deaths, in miniature: sentences of our own in the corpora's formats."""

from __future__ import annotations

import re
from gzip import compress
from pathlib import Path
from typing import Any

import pytest

from gesta.evaluate import TASKS, Equipment, evaluate
from gesta.evaluate.muc4_incidents import may_be_one
from gesta.model import Actor
from tests.evaluate.corpora import write

WIRE = "QUITO, 3 MAY 90 (AFP) -- [TEXT] GUERRILLAS ATTACKED A FARM NEAR AMBATO. THREE PEASANTS WERE KILLED IN THE ATTACK."
SLOTS = ("incident_type", "hum_tgt_effect", "hum_tgt_number")


def fill(*raws: str) -> list[dict[str, str]]:
    return [{"raw": raw} for raw in raws]


def message(kind: str, dead: int, target: str = "PEASANTS") -> dict[str, Any]:
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


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("GUERRILLAS MURDERED MAYOR JUAN PEREZ NEAR AMBATO. HIS TWO BODYGUARDS WERE KILLED WHEN THEY RETURNED THE FIRE.", 3),
        ("GUERRILLAS MURDERED MAYOR JUAN PEREZ NEAR AMBATO. TWO GUERRILLAS WERE KILLED WHEN HIS BODYGUARDS RETURNED THE FIRE.", 1),
        ("GUERRILLAS GUNNED DOWN COLONEL JUAN PEREZ, RETIRED, NEAR AMBATO.", 1),
    ],
)
def test_the_dead_are_the_targets_and_theirs(tmp_path: Path, equipment: Equipment, told: str, number: int) -> None:
    text = f"QUITO, 3 MAY 90 -- [TEXT] {told}"
    start = text.index("JUAN PEREZ")
    slots = {
        "incident_type": fill("ATTACK"),
        "hum_tgt_effect": fill('DEATH: "JUAN PEREZ"'),
        "hum_tgt_number": fill(f'{number}: "JUAN PEREZ"'),
    }
    spans = {"hum_tgt_name": {"JUAN PEREZ": [[start, start + 10]]}}
    row = {"template": "1", "optional_template": False, "slots": slots, "spans": spans}
    packed(tmp_path, "muc4/tst2.jsonl.gz", {"id": "theirs", "text": text, "templates": [row]})
    assert figures("muc4", tmp_path, equipment)["number killed"] == 1.0


def bombed(text: str) -> dict[str, Any]:
    """A message whose one template is the bombing of a bank."""
    text = f"QUITO, 3 MAY 90 (AFP) -- [TEXT] {text}"
    places = [[found.start(), found.end()] for found in re.finditer("BANK", text)]
    slots = {"incident_type": fill("BOMBING"), "hum_tgt_effect": [], "hum_tgt_number": []}
    row = {"template": "1", "optional_template": False, "slots": slots, "spans": {"phys_tgt_id": {"BANK": places}}}
    return {"id": "bank", "text": text, "templates": [row]}


@pytest.mark.parametrize(
    "text",
    [
        # a purely guerrilla act is no incident
        "GUERRILLAS BOMBED A BANK IN QUITO ON WEDNESDAY. IN AMBATO GUERRILLAS AMBUSHED AN ARMY PATROL AND KILLED FIVE SOLDIERS.",
        # what is told with no other place, day or doer is no other instance
        "GUERRILLAS BOMBED A BANK IN QUITO ON WEDNESDAY. THE GOVERNMENT CONDEMNED THE BOMBING BY THE GUERRILLAS OF A BUILDING IN QUITO.",
        # an attack that names a bombing's target is that bombing
        "GUERRILLAS BOMBED A BANK IN QUITO ON WEDNESDAY. IT WAS ANOTHER ATTACK BY GUERRILLAS ON A BANK OF THE ECUADOREAN GOVERNMENT.",
    ],
)
def test_relevance_and_instances_are_those_of_the_task_description(tmp_path: Path, equipment: Equipment, text: str) -> None:
    packed(tmp_path, "muc4/tst2.jsonl.gz", bombed(text))
    found = figures("muc4", tmp_path, equipment)
    assert (found["incident type, precision"], found["incident type, recall"]) == (1.0, 1.0)


def test_an_attack_elsewhere_on_civilians_is_another_incident(tmp_path: Path, equipment: Equipment) -> None:
    text = "GUERRILLAS BOMBED A BANK IN QUITO ON WEDNESDAY. IN AMBATO GUERRILLAS ATTACKED A VILLAGE AND KILLED FIVE PEASANTS."
    packed(tmp_path, "muc4/tst2.jsonl.gz", bombed(text))
    assert figures("muc4", tmp_path, equipment)["incident type, precision"] == 0.5


def test_dead_whom_the_key_does_not_count_are_left_out(tmp_path: Path, equipment: Equipment) -> None:
    uncounted = message("ATTACK", 3)
    uncounted["templates"][0]["slots"]["hum_tgt_number"] = fill('PLURAL: "PEASANTS"')
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


def doer(code: str, country: str, kind: str) -> Actor:
    return Actor(id=code, name=code, kind=kind, code=code, country=country)


REBELS = doer("COL.REB", "COL", "armed-group")
STATE = doer("COL", "COL", "country")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (REBELS, doer("ELN", "COL", "armed-group"), True),
        (REBELS, STATE, False),
        (REBELS, doer("SENDERO", "PER", "armed-group"), False),
        (doer("FARC", "COL", "armed-group"), doer("ELN", "COL", "armed-group"), False),
        (doer("COL.CVL", "COL", "civilians"), STATE, True),
    ],
)
def test_a_countrys_unnamed_rebels_may_be_a_group_of_it(one: Actor, other: Actor, same: bool) -> None:
    assert may_be_one(one, other) == may_be_one(other, one) == same
