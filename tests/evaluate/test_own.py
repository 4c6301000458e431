"""A user's own table: what its rows ask for is scored, and a row that is wrong is named by line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.cli.app import run
from gesta.errors import MalformedRecord
from gesta.evaluate import Equipment, evaluate, own
from gesta.evaluate.own_table import Table

SHELLED = "Armenian forces shelled Azerbaijani troops near Tovuz on Tuesday, killing four soldiers."
HEADER = "text,published,type,mode,actor,recipient,date,place,killed\n"


def table(folder: Path, rows: str, header: str = HEADER) -> Path:
    path = folder / "my.csv"
    path.write_text(header + rows, "utf-8")
    return path


def figures(path: Path, equipment: Equipment) -> dict[str, float | None]:
    result = evaluate(own.task(path), path.parent, "dev", equipment, {})
    assert result is not None
    return {
        figure.measure.name.partition(",")[0] if " of matched" in figure.measure.name else figure.measure.name: figure.value
        for figure in result.figures
    }


def test_a_row_is_asked_for_what_it_says_and_for_nothing_else(tmp_path: Path, equipment: Equipment) -> None:
    right = figures(table(tmp_path, f'"{SHELLED}",2022-09-15,ASSAULT,heavy-weapons,ARM,AZE,2022-09-13,Tovuz,4\n'), equipment)
    assert {right[name] for name in ("events, type", "mode", "actor", "recipient", "date", "place", "numbers of killed and wounded")} == {
        1.0
    }
    wrong = figures(table(tmp_path, f'"{SHELLED}",2022-09-15,ASSAULT,,AZE,,2022-09-12,,5\n'), equipment)
    assert {wrong[name] for name in ("actor", "date", "numbers of killed and wounded")} == {0.0}
    assert (wrong["mode"], wrong["recipient"], wrong["place"], wrong["events, type"]) == (None, None, None, 1.0)


def test_a_text_without_a_type_wants_no_event(tmp_path: Path, equipment: Equipment) -> None:
    path = tmp_path / "my.csv"
    (tmp_path / "a.txt").write_text(SHELLED, "utf-8")
    path.write_text("path,type\na.txt,\n", "utf-8")
    assert figures(path, equipment)["events, type, precision"] == 0.0


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("a,2022-09-31,ASSAULT,,,,,,\n", "2:2: '2022-09-31' is no day"),
        ("a,2022-09-13,ASAULT,,,,,,\n", "2:3: unknown type 'ASAULT'; did you mean 'ASSAULT'"),
        ("a,,ASSAULT,,,,13 May,,\n", "2:7: '13 May' is no day, month or year"),
        ("a,,ASSAULT,,,,,,\nb,,ASSAULT,,,,,,many\n", "3:9: 'many' is no whole number"),
        ("a,,ASSAULT\n", "2: 3 cells where the header has 9"),
        (",,ASSAULT,,,,,,\n", "2:1: one of text and path"),
    ],
)
def test_a_row_that_is_wrong_is_named_by_line_and_column(tmp_path: Path, rows: str, place: str) -> None:
    with pytest.raises(MalformedRecord) as caught:
        Table(table(tmp_path, rows)).texts()
    assert f"my.csv:{place}" in str(caught.value)


def test_an_unknown_column_and_a_file_that_is_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(MalformedRecord, match=r"my\.csv:1:2: unknown column 'tpye'.*did you mean 'type'"):
        Table(table(tmp_path, "", "text,tpye\n")).texts()
    with pytest.raises(MalformedRecord, match=r"my\.csv:2:1: 'gone\.txt' cannot be read"):
        Table(table(tmp_path, "gone.txt,ASSAULT\n", "path,type\n")).texts()


def test_the_command_takes_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "--gold", str(table(tmp_path, f'"{SHELLED}",2022-09-15,PROTEST,,,,,,\n')), "--worst", "3"]) == 0
    out = capsys.readouterr().out
    assert "line 2: PROTEST missed" in out
    assert run(["evaluate", "--gold", str(table(tmp_path, "a,b\n"))]) == 1
    assert "my.csv:2" in capsys.readouterr().err
