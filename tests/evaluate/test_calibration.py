"""Confidence: learned from what was right, the same each time, and a table that is wrong is named."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from gesta.codebook.confidence import Confidence, load_confidence
from gesta.errors import CodebookError
from gesta.evaluate import TASKS, Equipment, evaluate
from gesta.evaluate.calibration import SUPPORT, Judged, learned
from tests.evaluate.test_gold import ANNOTATED, article


def items(seed: int, shares: dict[str, float], articles: int = SUPPORT) -> list[list[Judged]]:
    """Articles with items of every layer: four thousand or so for each signal, right as often as its share says."""
    chance = Random(seed)
    return [
        [
            Judged(layer=layer, signals={"always": 1.0, signal: 1.0}, sure=0.5, right=chance.random() < share)
            for layer in ("events", "figures", "statements")
            for signal, share in shares.items()
            for _ in range(4000 // articles)
        ]
        for _ in range(articles)
    ]


def test_what_is_learned_is_how_often_such_items_are_right() -> None:
    table = learned(items(1, {"seldom": 0.2, "often": 0.9}))
    for layer in ("events", "figures", "statements"):
        assert table.of(layer, {"always": 1.0, "seldom": 1.0}) == pytest.approx(0.2, abs=0.05)
        assert table.of(layer, {"always": 1.0, "often": 1.0}) == pytest.approx(0.9, abs=0.05)
    assert learned(items(1, {"seldom": 0.2, "often": 0.9})) == table


def test_a_signal_that_few_articles_show_has_no_weight() -> None:
    assert set(learned(items(1, {"seldom": 0.2}, articles=SUPPORT - 1)).weights["events"]) == {"always"}
    assert set(learned(items(1, {"seldom": 0.2})).weights["events"]) == {"always", "seldom"}


def test_an_unknown_signal_says_nothing_and_nothing_is_certain() -> None:
    table = Confidence(weights={"events": {"always": 0.0, "sure": 99.0}})
    assert table.of("events", {"always": 1.0, "new": 1.0}) == 0.5
    assert table.of("events", {"always": 1.0, "sure": 1.0}) == 0.99


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("events,always,much,us\n", ":2"),
        ("event,always,1,us\n", ":2"),
        ("events,always,1,us\n", "no row figures, always"),
    ],
)
def test_a_wrong_table_is_named(tmp_path: Path, rows: str, place: str) -> None:
    path = tmp_path / "confidence.csv"
    path.write_text(f"layer,signal,weight,source\n{rows}", "utf-8")
    with pytest.raises(CodebookError, match=r"confidence\.csv") as caught:
        load_confidence(path)
    assert place in str(caught.value)


def test_the_curve_counts_every_item_once(tmp_path: Path, equipment: Equipment) -> None:
    article(tmp_path, ANNOTATED)
    folder = tmp_path / "gold" / "dev"
    for suffix in ("txt", "yaml"):
        (folder / f"theirs.{suffix}").write_bytes((folder / f"ours.{suffix}").read_bytes())
    result = evaluate(TASKS["confidence"], tmp_path, "dev", equipment, {})
    assert result is not None
    assert all(figure.value is not None and 0 <= figure.value <= 1 for figure in result.figures)
    assert sum(int(line.split()[5]) for line in result.notes[1:] if line.split()[1] != "-") == 2
