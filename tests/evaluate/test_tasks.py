"""Each task on a corpus of one or two sentences of ours: right gold scores, wrong gold does not, and the miss says what and where."""

from __future__ import annotations

from gzip import compress as packed
from pathlib import Path

import pytest

from gesta.evaluate import TASKS, Equipment, Result, evaluate
from tests.evaluate.corpora import NEWS, SHELLED, conllu, plover_row, polnear_row, spot, timex_row, tokens, toponym_row, write


def run(name: str, data: Path, equipment: Equipment) -> dict[str, float | None]:
    return {figure.measure.name: figure.value for figure in done(name, data, equipment).figures}


def done(name: str, data: Path, equipment: Equipment) -> Result:
    result = evaluate(TASKS[name], data, "dev", equipment, {})
    assert result is not None
    return result


def test_plover_wants_type_and_countries(tmp_path: Path, equipment: Equipment) -> None:
    write(tmp_path / "event_coding/plover_gsr.jsonl", plover_row("FIGHT", "ARM", "AZE"), plover_row("ASSAULT", "AZE", "ARM"))
    result = done("plover", tmp_path, equipment)
    assert [figure.value for figure in result.figures] == [1.0, 1.0, 0.5]
    assert [(miss.document, miss.text) for miss in result.misses] == [("ASSAULT-AZE-ARM", SHELLED)]


def test_case_takes_the_leading_sub_event(tmp_path: Path, equipment: Equipment) -> None:
    text = "Warplanes bombed the village of Darkush on Sunday."
    rows = [{"id": label, "text": text, "label": label} for label in ("AIR_STRIKE", "ARREST", "DIPLOMACY")]
    write(tmp_path / "event_coding/case2021_task2.jsonl", *rows)
    assert run("case", tmp_path, equipment) == {"sub-event type of the leading event": 0.5}


def test_entities_want_span_and_label(tmp_path: Path, equipment: Equipment) -> None:
    words = tokens(NEWS)
    place = words.index("Tbilisi")
    rows = [
        {"id": label, "tokens": words, "sentences": [[0, len(words)]], "entities": [[place, place + 1, label]]}
        for label in ("Location", "Person")
    ]
    write(tmp_path / "worldwide_ner/dev.jsonl", *rows)
    plain = (tmp_path / "worldwide_ner/dev.jsonl").read_bytes()
    (tmp_path / "worldwide_ner/dev.jsonl.gz").write_bytes(packed(plain))
    result = done("entities", tmp_path, equipment)
    assert {miss.what for miss in result.misses if miss.document == "Person"} >= {
        "missed: Person Tbilisi",
        "beyond the gold: Location Tbilisi",
    }
    assert "missed: Location Tbilisi" not in {miss.what for miss in result.misses}


def test_attribution_wants_all_three_parts(tmp_path: Path, equipment: Equipment) -> None:
    right, wrong = polnear_row(), polnear_row()
    wrong["attributions"][0]["source"] = [spot(wrong["text"], "its troops")]
    path = write(tmp_path / "rows.jsonl", right, {**wrong, "id": "p2"})
    (tmp_path / "polnear").mkdir()
    (tmp_path / "polnear/dev.jsonl.gz").write_bytes(packed(path.read_bytes()))
    result = done("attribution", tmp_path, equipment)
    figures = {figure.measure.name: figure.value for figure in result.figures}
    assert figures["whole attributions: source, cue and content overlap"] == 0.5
    assert {miss.document for miss in result.misses} == {"p2"}


def test_parse_counts_words_that_hang_right(tmp_path: Path, equipment: Equipment) -> None:
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud/gum.dev.conllu.gz").write_bytes(packed(conllu().encode()))
    assert run("parse", tmp_path, equipment)["UAS"] == 1.0
    (tmp_path / "ud/gum.dev.conllu.gz").write_bytes(packed(conllu().replace("\t2\tobj", "\t1\tobj").encode()))
    assert run("parse", tmp_path, equipment)["UAS"] == 0.75


@pytest.mark.parametrize(("value", "right"), [("2020-09-29", 1.0), ("2020-10-06", 0.0)])
def test_times_compare_spans_and_values(tmp_path: Path, equipment: Equipment, value: str, right: float) -> None:
    path = write(tmp_path / "rows.jsonl", timex_row(value))
    (tmp_path / "timex").mkdir()
    (tmp_path / "timex/tbaq.train.jsonl.gz").write_bytes(packed(path.read_bytes()))
    figures = run("times", tmp_path, equipment)
    assert (figures["spans, relaxed"], figures["values of those found"]) == (1.0, right)


@pytest.mark.parametrize(("point", "right"), [((41.7, 44.8), 1.0), ((10.0, 10.0), 0.0)])
def test_toponyms_are_found_and_located(tmp_path: Path, equipment: Equipment, point: tuple[float, float], right: float) -> None:
    path = write(tmp_path / "rows.jsonl", toponym_row(point))
    (tmp_path / "geoparsing").mkdir()
    (tmp_path / "geoparsing/lgl.jsonl.gz").write_bytes(packed(path.read_bytes()))
    figures = run("lgl", tmp_path, equipment)
    assert figures["names found"] == 1.0
    assert figures["located within 161 km, names given"] == figures["found in the text and within 161 km"] == right


def test_neutral_paragraphs_may_be_ones_own(tmp_path: Path, equipment: Equipment) -> None:
    (tmp_path / "neutral").mkdir()
    (tmp_path / "neutral/dev.txt").write_text(f"# a heading\nThe striker shot wide.\n{SHELLED}\n", "utf-8")
    assert run("neutral", tmp_path, equipment) == {"paragraphs with an ASSAULT": 0.5, "paragraphs with any event": 0.5}


def test_what_has_no_corpus_is_left_out(tmp_path: Path, equipment: Equipment) -> None:
    assert evaluate(TASKS["plover"], tmp_path, "dev", equipment, {}) is None
