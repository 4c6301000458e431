"""The pages of the event types are what the codebook says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.codebook import Codebook
from gesta.pipeline.codebook_pages import pages

FOLDER = Path(__file__).parents[2] / "docs" / "codebook"
BOOK = Codebook.load()
PAGES = pages(BOOK)


def test_the_pages_in_docs_are_those_of_the_codebook() -> None:
    # After a change that is meant: make docs
    assert {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()} == PAGES


@pytest.mark.parametrize("name", BOOK.ontology.types)
def test_a_page_has_all_that_its_type_has(name: str) -> None:
    kind, lines = BOOK.ontology.types[name], PAGES[f"{name}.md"].splitlines()
    assert {f"- {line}" for line in kind.includes + kind.excludes} <= set(lines)
    assert [line[4:] for line in lines if line.startswith("### ")] == [frame.id for frame in kind.frames]
    assert {f"- Tells it: {said}" for frame in kind.frames for said in frame.examples} <= set(lines)
    assert {f"- Does not: {said}" for frame in kind.frames for said in frame.counter_examples} <= set(lines)
    assert f"| [{name}]({name}.md) | {kind.about} | {kind.cameo} |" in PAGES["README.md"]


@pytest.mark.parametrize("name", BOOK.ontology.types)
def test_a_mode_shows_its_codes_and_none_where_acled_has_nothing(name: str) -> None:
    for mode, codes in BOOK.ontology.types[name].modes.items():
        value = BOOK.crosswalks.intensity(codes.cameo)
        assert f"| {mode} | {codes.cameo} | {value:.1f} | {codes.acled or 'none'} |\n" in PAGES[f"{name}.md"]


def test_a_frame_that_codes_another_type_says_so() -> None:
    assert "### order-out\n\n- Coded as: [SANCTION](SANCTION.md)\n- Mode: expel\n" in PAGES["REQUEST.md"]
