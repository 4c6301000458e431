"""Annotated news: offsets into a corpus of ours are scored as gold is, and a text that is another is named."""

from __future__ import annotations

import json
from gzip import compress as packed
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from gesta.errors import MalformedRecord
from gesta.evaluate import TASKS, Equipment, Result, evaluate
from gesta.evaluate.calibration import judged_news
from gesta.evaluate.corpus import records
from gesta.evaluate.gold_items import Deed
from gesta.evaluate.news import SHOWN, task
from gesta.evaluate.news_reports import CORPORA, NEWS, news_below
from tests.evaluate.corpora import spot, write

ARTICLES, TIMES = CORPORA[0], CORPORA[3]
TEXT = "Azerbaijan said on Tuesday that Armenian forces had shelled Azerbaijani positions, killing 50 soldiers. The shelling went on."
EVENT = {
    "type": "ASSAULT", "mode": "heavy-weapons", "actors": ["ARM"], "recipients": ["AZE"], "date": "2022-09-13", "said_by": "AZE",
    "factuality": "actual", "era": "current", "span": spot(TEXT, "Armenian forces had shelled"), "also": [spot(TEXT, "The shelling")],
}  # fmt: skip
FIGURE = {
    "effect": "killed", "low": 50, "best": 50, "high": 50, "qualifier": "exact", "code": "AZE", "who": "military", "said_by": "AZE",
    "era": "current", "provisional": False, "span": spot(TEXT, "50 soldiers"),
}  # fmt: skip
SAID = {"source": "AZE", "stance": "assert", "span": spot(TEXT, "Armenian forces had shelled Azerbaijani positions, killing 50 soldiers")}


def line(name: str, split: str, corpus: str = ARTICLES, text: str = TEXT, **layers: list[dict[str, Any]]) -> dict[str, Any]:
    mark = sha256(text.encode()).hexdigest()
    return {"corpus": corpus, "id": name, "sha256": mark, "split": split, "layers": list(layers), **layers}


def corpora(data: Path) -> Path:
    """Two corpora and their annotations: one report held out, two for development, of which one has events alone."""
    for corpus, row in (
        (ARTICLES, [{"id": name, "text": TEXT, "date": "2022-09-14", "title": "Shelling", "outlet": None} for name in ("seen", "held")]),
        (TIMES, [{"id": "t1", "text": TEXT, "dct": "2022-09-14T08:00:00"}]),
    ):
        plain = write(data / "rows.jsonl", *row).read_bytes()
        (data / corpus).parent.mkdir(exist_ok=True)
        (data / corpus).write_bytes(packed(plain))
    return write(
        data / "annotations.jsonl",
        line("held", "held-out", statements=[SAID], events=[{**EVENT, "actors": ["AZE"], "recipients": ["ARM"]}], figures=[FIGURE]),
        line("seen", "development", statements=[SAID], events=[EVENT], figures=[FIGURE]),
        line("t1", "development", TIMES, events=[EVENT]),
    )


def scored(data: Path, name: str, equipment: Equipment, file: Path) -> Result | None:
    held = name == "news"
    chosen = task(name, "held-out" if held else "development", "ours", CORPORA[:1] if held else CORPORA, file)
    return evaluate(chosen, data, "dev", equipment, {})


def test_held_out_news_is_scored_as_gold_and_none_of_it_is_shown(tmp_path: Path, equipment: Equipment) -> None:
    result = scored(tmp_path, "news", equipment, corpora(tmp_path))
    assert result is not None
    figures = {figure.measure.name: figure.value for figure in result.figures}
    assert (figures["events (type)"], figures["events (type, actor, recipient)"], figures["events not reversed"]) == (1.0, 0.0, 0.0)
    assert figures["figures (effect, number, side, claimant)"] == figures["statements (content and source)"] == 1.0
    assert (result.documents, result.misses) == (1, ())


def test_news_for_development_is_taken_from_the_corpora_that_are_there(tmp_path: Path, equipment: Equipment) -> None:
    file = corpora(tmp_path)
    both = scored(tmp_path, "news-development", equipment, file)
    (tmp_path / ARTICLES).unlink()
    one = scored(tmp_path, "news-development", equipment, file)
    assert both is not None
    assert one is not None
    assert (both.documents, one.documents) == (2, 1)
    # Events alone were annotated there, so a coded figure is not beyond anything.
    values = {figure.measure.name: figure.value for figure in one.figures}
    assert (values["events (type, actor, recipient)"], values["figures (effect, number)"]) == (1.0, None)


def test_without_its_corpus_news_is_left_out(tmp_path: Path, equipment: Equipment) -> None:
    assert evaluate(TASKS["news"], tmp_path, "dev", equipment, {}) is None
    assert evaluate(TASKS["news-development"], tmp_path, "dev", equipment, {}) is None


def test_floors_hold_for_texts_with_their_annotations(tmp_path: Path, equipment: Equipment) -> None:
    file = corpora(tmp_path)
    before = scored(tmp_path, "news", equipment, file)
    file.write_text(file.read_text("utf-8").replace("heavy-weapons", "aerial"), "utf-8")
    after = scored(tmp_path, "news", equipment, file)
    assert before is not None
    assert after is not None
    assert before.fingerprint != after.fingerprint


def test_a_report_has_the_words_of_its_spans(tmp_path: Path) -> None:
    news, other = news_below(tmp_path, "development", corpora(tmp_path))
    assert (str(news.article.day), news.article.title, other.layers, str(other.article.day)) == (
        "2022-09-14", "Shelling", ("events",), "2022-09-14",
    )  # fmt: skip
    (event,) = news.annotation["events"]
    assert event["quote"] == "Armenian forces had shelled"
    deed: Deed = news.items.events[0]
    assert [TEXT[slice(*span)] for span in (deed.span or (0, 0), *deed.also)] == ["Armenian forces had shelled", "The shelling"]


def test_confidence_learns_from_the_layers_that_are_annotated(tmp_path: Path, equipment: Equipment) -> None:
    whole, events = judged_news(news_below(tmp_path, "development", corpora(tmp_path)), equipment)
    assert {item.layer for item in whole} == {"statements", "events", "figures"}
    assert [(item.layer, item.right) for item in events] == [("events", True)]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([{"id": "held", "text": TEXT.replace("50", "60")}], r"the text of report held of articles\.jsonl\.gz is not the one"),
        ([{"id": "other", "text": TEXT}], r"articles\.jsonl\.gz has no report held"),
        ([], r"the corpus articles\.jsonl\.gz is not there; of it report held"),
    ],
)
def test_a_text_that_is_another_or_missing_is_named(tmp_path: Path, rows: list[dict[str, Any]], why: str) -> None:
    file = corpora(tmp_path)
    (tmp_path / ARTICLES).unlink()
    if rows:
        (tmp_path / ARTICLES).write_bytes(packed("\n".join(map(json.dumps, rows)).encode()))
    with pytest.raises(MalformedRecord, match=why):
        news_below(tmp_path, "held-out", file)


def test_the_annotations_that_come_with_gesta_hold_no_text() -> None:
    rows = list(records(NEWS))
    assert len({(row["corpus"], row["id"]) for row in rows}) == len(rows) == 310
    assert sum(row["split"] == "held-out" for row in rows) == 40
    items = [item for row in rows for layer in row["layers"] for item in row[layer]]
    assert not any({"quote", "name", "text"} & set(item) for item in items)
    places = [place for item in items for place in (item["span"], *item.get("also", ()), *item.get("places", ()))]
    assert all(0 <= start < end for start, end in places)


def test_every_figure_that_is_shown_is_one_of_gold() -> None:
    names = [measure.name for measure in TASKS["news"].measures]
    assert sorted(names) == sorted(SHOWN)
    assert set(SHOWN) <= {measure.name for measure in TASKS["gold"].measures}
