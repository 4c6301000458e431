"""The first pass is scored by what it lets through and by what it spares, and each that it gets wrong is shown."""

from __future__ import annotations

from pathlib import Path

from gesta.evaluate import TASKS, Equipment, evaluate
from tests.evaluate.corpora import write

FOUGHT = "Government troops shelled rebel positions near the border, killing 12 soldiers, the defence ministry said."
BAKED = "The bakery opens at seven and sells bread, rolls and a plum cake."


def test_a_message_that_is_spared_is_a_miss(tmp_path: Path, equipment: Equipment) -> None:
    rows = [{"id": text[:3], "text": text, "label": label} for text, label in ((FOUGHT, "ATTACK"), (BAKED, "ARREST"), (BAKED, "OTHER"))]
    write(tmp_path / "event_coding/case2021_task2.jsonl", *rows)
    result = evaluate(TASKS["first-pass-short"], tmp_path, "dev", equipment, {})
    assert result is not None
    assert [figure.value for figure in result.figures] == [0.5]
    assert [(miss.document, miss.what) for miss in result.misses] == [("The", "spared")]


def test_a_paragraph_that_is_let_through_is_a_miss(tmp_path: Path, equipment: Equipment) -> None:
    (tmp_path / "neutral").mkdir()
    (tmp_path / "neutral/dev.txt").write_text(f"# bread\n{BAKED}\n{FOUGHT}\n", "utf-8")
    result = evaluate(TASKS["first-pass-neutral"], tmp_path, "dev", equipment, {})
    assert result is not None
    assert [figure.value for figure in result.figures] == [0.5]
    assert [(miss.document, miss.what) for miss in result.misses] == [("paragraph 2", "let through")]
