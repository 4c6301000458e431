"""Two codings side by side, in GED's columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gesta.errors import InputError
from gesta.export.comparison import coded, compare, read_ged, summary
from gesta.export.ged import COLUMNS, ged_rows
from gesta.export.spreadsheets import lines
from tests.export.cases import CASE, LOOKUPS

(ROW,) = ged_rows([CASE], LOOKUPS)


def row(**changes: Any) -> Any:
    return coded(ROW | {"id": "theirs"} | changes)


def test_an_export_compared_with_itself_agrees() -> None:
    found = compare([coded(ROW)], [coded(ROW)])
    assert [(p.days, p.km, p.deaths_agree) for p in found.pairs] == [(0, 0.0, True)]
    assert dict(summary(found))["share of theirs that we have"] == "100 % (1 of 1)"


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"date_start": "2022-09-14 00:00:00", "date_end": "2022-09-14 00:00:00"}, True),
        ({"date_start": "2022-09-16 00:00:00", "date_end": "2022-09-16 00:00:00"}, False),
        ({"date_start": "2022-09-16", "date_end": "2022-09-16", "date_prec": "2"}, True),
        ({"latitude": "39.6"}, True),
        ({"latitude": "41.5"}, False),
        ({"latitude": "41.0", "where_prec": "4"}, True),
        ({"latitude": "", "longitude": ""}, True),
        ({"country": "Peru", "country_id": "135"}, True),
        ({"country": "Peru", "country_id": "135", "side_a": "x", "side_b": "y"}, False),
        ({"country": "Armenia (Soviet)", "country_id": "", "side_a": "x", "side_b": "y"}, True),
    ],
)
def test_pairs_lie_as_near_as_their_precision_asks(changes: dict[str, Any], same: bool) -> None:
    assert bool(compare([coded(ROW)], [row(**changes)]).pairs) is same


def test_each_row_is_paired_once_with_the_nearest() -> None:
    near, far = row(latitude="39.51"), row(id="far", latitude="39.6")
    found = compare([coded(ROW)], [far, near])
    assert [p.theirs.id for p in found.pairs] == ["theirs"]
    assert [other.id for other in found.only_theirs] == ["far"]


def test_a_table_is_read_back_from_csv(tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    path.write_text("".join(lines(COLUMNS, [ROW])), "utf-8")
    assert read_ged(path) == (coded(ROW),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "1: no column 'id'"),
        ("id,date_start,date_end,latitude,longitude,country,side_a,side_b,best,low,high\n1,soon,,,,,,,,,\n", "2: Invalid isoformat"),
    ],
)
def test_a_file_that_is_no_ged_says_where(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.csv").write_text(text, "utf-8")
    with pytest.raises(InputError, match=said):
        read_ged(tmp_path / "x.csv")
