"""The mirror world: names change places, knowledge changes sides, and a record that has a favourite shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.codebook import Codebook
from gesta.evaluate import TASKS, Equipment, evaluate
from gesta.evaluate.mirror import Mirror, mirror_of, mirror_world, rows_of, swapper
from gesta.evaluate.symmetry import compared, image
from gesta.model import Article

TEXT = "Armenian forces shelled Tovuz, Azerbaijan said. Nikol Pashinyan, Armenia's prime minister, denied it. Azerbaijani troops withdrew."
PAIRS = [("Armenia", "Azerbaijan"), ("Armenian", "Azerbaijani")]


@pytest.fixture(scope="module")
def mirror(equipment: Equipment) -> Mirror:
    found = mirror_of(TEXT, equipment.pipeline.codebook.registers, [])
    assert found is not None
    return found


@given(st.lists(st.sampled_from(["Armenia", "Azerbaijan", "Armenian", "Azerbaijani", "Armenians", "rain", "."])).map(" ".join))
def test_swapping_twice_changes_nothing(text: str) -> None:
    swap = swapper(PAIRS)
    assert swap(swap(text)) == text


def test_the_two_states_named_most_change_their_names(mirror: Mirror) -> None:
    assert mirror.states == ("ARM", "AZE")
    assert ("Armenian", "Azerbaijani") in mirror.names
    assert swapper(mirror.names)(TEXT).startswith("Azerbaijani forces shelled Tovuz, Armenia said.")
    assert mirror.code()("ARM.CVL") == "AZE.CVL"


def test_a_text_that_names_one_state_has_no_mirror(equipment: Equipment) -> None:
    assert mirror_of("Armenia said that Armenia had won.", equipment.pipeline.codebook.registers, []) is None


def test_spellings_of_one_name_change_together(equipment: Equipment) -> None:
    text = "US troops met Ukrainian troops. Ukraine thanked the U.S. on Monday, and the US thanked Ukraine."
    book = equipment.pipeline.codebook
    found = mirror_of(text, book.registers, [])
    assert found is not None
    assert swapper(found.names)(text).startswith("Ukraine troops met American troops. US thanked the Ukraine on Monday")
    world = mirror_world(book, found)
    assert {hit.code for name in ("US", "U.S.") if (hit := world.registers.longest_match([name], 0))} == {"USA"}


def test_towns_and_offices_change_sides_and_names_do_not(equipment: Equipment, mirror: Mirror) -> None:
    book = equipment.pipeline.codebook
    world = mirror_world(book, mirror)
    assert (first(book, "Goris"), first(world, "Goris")) == ("ARM", "AZE")
    assert (first(book, "Armenia"), first(world, "Armenia")) == ("ARM", "ARM")
    holder = world.registers.holder("Nikol Pashinyan", None)
    assert holder is not None
    assert holder.code == "AZE"
    assert world.registers.countries["AZE"].capital == book.registers.countries["ARM"].capital


def first(book: Codebook, name: str) -> str | None:
    return book.gazetteer.candidates(name)[0].country


def test_a_coder_with_a_favourite_is_found_out(equipment: Equipment, mirror: Mirror) -> None:
    report, turned = (
        next(iter(pipeline.code([Article(text=text, language="en")])))
        for pipeline, text in (
            (equipment.pipeline, TEXT),
            (equipment.pipeline.on(mirror_world(equipment.pipeline.codebook, mirror)), swapper(mirror.names)(TEXT)),
        )
    )
    counts, misses = compared("ours", report, turned, mirror, "")
    assert counts["events of"] > 0
    assert (counts["events right"], misses) == (counts["events of"], [])
    biased = replace(turned, events=tuple(replace(e, actors=()) for e in turned.events))
    assert compared("ours", report, biased, mirror, "")[0]["events right"] == 0


def test_dateline_moves_with_its_words() -> None:
    text = "YEREVAN, Armenia -- Rain fell."
    article = Article(text=text, language="en", dateline=None)
    assert image(article, PAIRS).text == "YEREVAN, Azerbaijan -- Rain fell."


def test_every_row_of_the_table_of_swaps_names_two_states(equipment: Equipment) -> None:
    known = equipment.pipeline.codebook.registers.countries
    assert [row for row in rows_of() if row[0] not in known or row[1] not in known or row[2] == row[3]] == []


def test_the_task_swaps_names_alone_where_the_table_has_the_pair(tmp_path: Path, equipment: Equipment) -> None:
    (tmp_path / "gold" / "dev").mkdir(parents=True)
    (tmp_path / "gold" / "dev" / "ours.txt").write_text(f"OURS, Sept 14\n\n{TEXT}\n", "utf-8")
    result = evaluate(TASKS["symmetry"], tmp_path, "dev", equipment, {})
    assert result is not None
    assert {figure.measure.name for figure in result.figures if figure.value is not None} >= {
        "events that swap",
        "events that swap, names alone",
    }
