"""`gesta codebook` and `gesta code --leftovers` as a researcher uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gesta.cli.app import run

SHELLED = "Azerbaijani forces shelled Armenian positions near Goris on Tuesday."
OWN = """\
type: ASSAULT
frames:
  - id: overfly
    verbs: [overfly]
    actors: [agent]
    recipients: [patient]
    needs: [actor, recipient]
    examples: ["Turkish jets overflew Greece."]
    counter_examples: ["Storks overfly Greece in spring."]
"""


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    return code, *capsys.readouterr()


def test_a_sentence_is_tried_and_each_value_shows_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "codebook", "try", SHELLED)
    assert code == 0
    rows = {row.split("  ")[1].strip(): row for row in out.splitlines() if row.startswith("  ")}
    assert "ASSAULT." in rows["coded by"]
    assert "“shelled”" in rows["coded by"]
    assert "“Goris”" in rows["places"]


def test_why_names_the_events_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(SHELLED, "utf-8")
    assert "“shelled”" in said(capsys, "codebook", "why", str(article), "e1")[1]
    code, _, err = said(capsys, "codebook", "why", str(article), "e9")
    assert code == 1
    assert "e1 ASSAULT" in err


def test_a_folder_is_checked_by_its_own_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "events").mkdir()
    file = tmp_path / "events" / "ASSAULT.yaml"
    file.write_text(OWN, "utf-8")
    code, out, err = said(capsys, "codebook", "check", str(tmp_path))
    assert (code, err) == (0, "")
    assert "1 frame checked, 0 complaints" in out
    file.write_text(OWN.replace("Turkish jets overflew Greece.", "It rained in Greece."), "utf-8")
    code, _, err = said(capsys, "codebook", "check", str(tmp_path))
    assert code == 1
    assert "ASSAULT.overfly: 'It rained in Greece.' does not tell it" in err
    assert "+ frame ASSAULT.overfly" in said(capsys, "codebook", "diff", str(tmp_path))[1]


def test_a_new_frame_is_a_file_that_only_lacks_its_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "codebook", "new", "overfly", "--type", "assault", "--into", str(tmp_path))
    assert code == 0
    assert Path(out.strip()).exists()
    code, _, err = said(capsys, "codebook", "check", str(tmp_path))
    assert code == 1
    assert err.strip().endswith("needs an example and a counter-example")
    assert said(capsys, "codebook", "new", "other", "--type", "ASSAULT", "--into", str(tmp_path))[0] == 1


def test_what_was_seen_and_not_coded_is_listed_in_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The striker attacked down the left and shot wide in the final of the football cup.", "utf-8")
    code, out, _ = said(capsys, "code", str(article), "--leftovers")
    rows = [json.loads(row) for row in out.splitlines()]
    assert code == 0
    assert {row["words"] for row in rows} >= {"attacked"}
    assert all(article.read_text("utf-8")[row["start"] : row["end"]] == row["words"] for row in rows)


def test_the_pages_of_a_codebook_have_the_frames_of_a_folder_on_top(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own" / "events").mkdir(parents=True)
    (tmp_path / "own" / "events" / "ASSAULT.yaml").write_text(OWN, "utf-8")
    code, out, _ = said(capsys, "codebook", "docs", str(tmp_path / "pages"), "--codebook", str(tmp_path / "own"))
    assert (code, out.split(" to ")[0]) == (0, "17 pages written")
    assert "### overfly\n" in (tmp_path / "pages" / "ASSAULT.md").read_text("utf-8")


def test_petrarchs_dictionaries_become_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actors, book = tmp_path / "actors.txt", tmp_path / "book"
    actors.write_text("NORTHLAND [NRL]\nSELMIA [slm]\nNOBODY [---]\n", "utf-8")
    code, out, err = said(capsys, "codebook", "import", "petrarch", str(actors), "--into", str(book))
    assert code == 3
    assert "1 row  " in out
    assert "1 line set aside; 1 name left out" in out
    assert f"{actors}:2: Selmia: [slm]" in err
    assert "+ countries NRL" in said(capsys, "codebook", "diff", str(book))[1]
    assert said(capsys, "codebook", "import", "petrarch", str(actors), "--into", str(book))[0] == 1
