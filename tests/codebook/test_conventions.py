"""The conventions are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.codebook.conventions import load_conventions
from gesta.errors import CodebookError

GOOD = """acled:
  source: ACLED
  words: {tens: 10, dozens: 12}
standing:
  source: gesta
  stale_days: 3
  news_days: 3
  correction_percent: 50
  about_percent: 10
"""


def test_acled_writes_ten_twelve_and_a_hundred() -> None:
    found = load_conventions().acled_orders
    assert [found[least] for least in (20, 24, 200, 2_000, 20_000, 200_000)] == [10, 12, 100, 1_000, 10_000, 100_000]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("stale_days", "stale_day", "6:3: unknown key 'stale_day'; did you mean 'stale_days'?"),
        ("dozens", "dozen", "3:21: unknown key 'dozen'; did you mean 'dozens'?"),
        ("stale_days: 3", "stale_days: three", "6:3: stale_days is 'three', no whole number"),
        ("about_percent: 10", "about_percent: 110", "9:3: about_percent is '110', no whole number up to 100"),
        ("  about_percent: 10\n", "", "the key 'about_percent' is missing"),
        ("{tens: 10, dozens: 12}", "[tens]", "3:3: words has no keys of its own"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "conventions.yaml"
    path.write_text(GOOD.replace(old, new), "utf-8")
    with pytest.raises(CodebookError) as error:
        load_conventions(path)
    assert str(error.value).endswith(said)


def test_a_file_without_keys_holds_no_conventions(tmp_path: Path) -> None:
    path = tmp_path / "conventions.yaml"
    path.write_text("- acled\n", "utf-8")
    with pytest.raises(CodebookError, match="no conventions"):
        load_conventions(path)
