"""The annotated articles, where they lie beside the project: all are read, every quotation is found, and the fields are the annotators'."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from gesta.intake import articles
from gesta.model import Article

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"
FLOOR = 0.98
FIELDS = ("title", "url", "outlet", "published", "authors", "credits")
TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated articles are not part of the project")


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Article, dict[str, Any]]]:
    """Each article with its annotation."""
    found = []
    for path in sorted(GOLD.glob("*.txt")):
        [article] = articles(path)
        assert isinstance(article, Article), article
        found.append((article, yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))))
    return found


def folded(value: object) -> list[str]:
    return sorted(re.sub(r"[\W_]", "", str(v)).casefold() for v in (value if isinstance(value, (list, tuple)) else [value]))


def test_fields_are_the_annotators(pairs: list[tuple[Article, dict[str, Any]]]) -> None:
    compared = [
        (folded(getattr(a, name)), folded(gold["report"][name])) for a, gold in pairs for name in FIELDS if gold["report"].get(name)
    ]
    assert len(compared) >= 100
    assert sum(ours == theirs for ours, theirs in compared) / len(compared) >= FLOOR


def test_no_credit_is_invented(pairs: list[tuple[Article, dict[str, Any]]]) -> None:
    assert [a.credits for a, gold in pairs if gold["report"].get("credits") == [] and a.credits] == []


def test_every_quotation_stands_in_the_text(pairs: list[tuple[Article, dict[str, Any]]]) -> None:
    missing = []
    for article, gold in pairs:
        text = " ".join(article.text.translate(TYPOGRAPHY).casefold().split())
        for layer in ("places", "statements", "events", "figures"):
            quotes = [str(item["quote"]) for item in gold.get(layer) or []]
            missing += [q for q in quotes if " ".join(q.translate(TYPOGRAPHY).casefold().split()) not in text]
    assert missing == []


def test_all_are_english_and_dated(pairs: list[tuple[Article, dict[str, Any]]]) -> None:
    assert {a.language for a, _ in pairs} == {"en"}
    assert all(a.published for a, _ in pairs)
