"""Decisions as a user makes them: entered, followed by what is computed, listed, undone; and what changed by them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.cli.app import run
from tests.cli.war_records import RECORDS, filed, report

Run = Callable[..., tuple[int, str, str]]
ELSEWHERE = report("eeee0005", "2022-09-21", "Lowland Tribune")
ELSEWHERE["places"] = [{"id": "p1", "name": "Baku", "country": "AZE", "admin1": "Baku", "lat": 40.38, "lon": 49.89, "geonames": 587084}]


@pytest.fixture
def called(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in this process on a store of its own, which knows of shells on Goris and on Baku."""
    store = filed(tmp_path / "war.gesta", [*RECORDS, ELSEWHERE])
    monkeypatch.setenv("GESTA_STORE", str(store))
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = run([str(a) for a in arguments])
        return code, *capsys.readouterr()

    return call


def incidents(called: Run) -> dict[str, str]:
    """Id by place, of what is no denial."""
    found = [json.loads(line) for line in called("incidents", "--format", "json")[1].splitlines()]
    return {row["place"]: row["id"] for row in found if row["factuality"] == "actual"}


def entered(out: str) -> str:
    """The id that a decision was entered as."""
    match = re.search(r"entered as (\w{16})", out)
    assert match
    return match[1]


def deaths(called: Run) -> list[int | None]:
    """Low, best and high of gesta's estimate for Goris."""
    out = called("incidents", "--format", "json", "--place", "Goris")[1]
    rows = [row for row in map(json.loads, out.splitlines()) if row["factuality"] == "actual"]
    return [rows[0][name] for name in ("deaths_low", "deaths_best", "deaths_high")]


def test_merged_incidents_are_one_until_that_is_undone(called: Run) -> None:
    before = incidents(called)
    assert before.keys() == {"Goris", "Baku"}
    code, out, _ = called("merge", *(name[:8] for name in before.values()), "--by", "reader", "--reason", "one barrage")
    assert code == 0
    assert len(incidents(called)) == 1
    listed = called("judgements")[1]
    assert "reader" in listed
    assert "“one barrage”" in listed
    assert called("undo", entered(out)[:6])[0] == 0
    assert incidents(called) == before
    assert "undone" in called("judgements")[1]
    assert called("undo", entered(out))[0] == 1


def test_a_split_takes_tellings_out(called: Run) -> None:
    goris = incidents(called)["Goris"]
    assert called("split", goris, "cccc0003:e1", "--by", "reader")[0] == 0
    out = called("incidents", "--format", "json", "--place", "Goris")[1]
    rows = [row for row in map(json.loads, out.splitlines()) if row["factuality"] == "actual"]
    assert sorted(row["reports"] for row in rows) == [1, 3]
    assert called("split", goris, "eeee0005:e1")[0] == 1


def test_a_rejected_figure_counts_no_more(called: Run) -> None:
    assert deaths(called) == [206, 221, 580]
    assert called("reject", "dddd0004:f1", "--by", "reader")[0] == 0
    assert deaths(called) == [206, 221, 221]
    assert called("accept", "dddd0004:f2")[0] == 0


def test_a_corrected_figure_counts_as_corrected(called: Run) -> None:
    assert called("correct", "dddd0004:f1", "--set", "best=130", "--set", "low=130", "--set", "high=130")[0] == 0
    assert deaths(called) == [206, 221, 280]
    out = called("incident", incidents(called)["Goris"])[1]
    assert "130" in out
    assert "430" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("correct", "dddd0004:f1", "--set", "bset=1"), 1, "there is no field 'bset' to correct"),
        (("correct", "dddd0004:f1", "--set", "best=many"), 1, "best cannot be"),
        (("correct", "dddd0004:f1", "--set", "best"), 2, "is no FIELD=VALUE"),
        (("accept", "dddd"), 1, "an item is named REPORT:KEY"),
        (("accept", "ffff0000:e1"), 1, "there is no event and no figure of this name"),
        (("accept", "dddd0004:f"), 1, "2 items begin so"),
        (("undo", "0000"), 1, "no judgement begins so"),
        (("merge", "0000"), 1, "no incident of this name"),
    ],
)
def test_what_cannot_be_decided_is_said_and_changes_nothing(called: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    got, out, err = called(*arguments)
    assert (got, out) == (code, "")
    assert said in " ".join(err.split())
    assert called("judgements") == (0, "", "gesta: nobody has decided anything yet\n")


def test_what_changed_between_two_days(called: Run) -> None:
    out = called("diff", "2022-09-13", "2022-09-16")[1]
    assert re.search(r"^Incidents: 1 new, 1 changed$", out, re.M)
    assert "    deaths best: 99 → 206\n" in out
    assert "+ bbbb0002:f100 ARM: killed 105, ARM (=Evil␛[2J Times, 2022-09-14)" in out
    assert called("diff", "2022-09-16", "2022-09-16") == (0, "", "gesta: nothing changed\n")
    rows = [json.loads(line) for line in called("diff", "2022-09-16", "2022-09-13", "--format", "json")[1].splitlines()]
    assert {row["fate"] for row in rows if row["table"] == "claims"} == {"gone"}


def test_what_changed_between_two_stores(called: Run, tmp_path: Path) -> None:
    fewer = filed(tmp_path / "fewer.gesta", RECORDS[:3])
    out = called("diff", fewer, tmp_path / "war.gesta")[1]
    assert "+ dddd0004:f100 ARM: killed 430, AZE (Harbour Post, 2022-09-20)" in out
    assert called("diff", fewer, tmp_path / "none.gesta")[0] == 1


def test_bias_is_listed(called: Run) -> None:
    out = called("bias")[1]
    assert re.search(r"^AZE +killed +ARM +1 +71 +430 +6\.06", out, re.M)
    assert called("bias", "--format", "csv")[1].startswith("party,adversary,effect,both")
