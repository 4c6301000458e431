"""The benchmark of wire copies: the same edits everywhere, a key that fits them, and a floor under what is found."""

from __future__ import annotations

from random import Random

from benchmarks.wire_edits import CHANGES, draft, edited
from benchmarks.wires import Count, counted, pools, samples, story_of

from gesta.linking.independence import descents


def test_a_seed_always_gives_the_same_edits() -> None:
    first, again = (next(pools(5, 10, 10)) for _ in range(2))
    assert first.printings == again.printings
    assert first.printings != next(pools(6, 10, 10)).printings


def test_every_change_keeps_sentences_of_its_story_and_no_others() -> None:
    report = samples()["samples/11-lowland-tribune-truce-holds.md:0"]
    whole = draft(report)
    for _, change in CHANGES.values():
        changed = change(whole, Random(1))
        assert changed.text != whole.text
        assert set() < changed.kept <= whole.kept


def test_an_edit_of_two_stories_keeps_both() -> None:
    two = list(samples().values())[:2]
    assert {name for name, _ in edited(1, two, Random(2)).kept} == {report.id for report in two}


def test_printings_of_one_story_are_one_in_the_key() -> None:
    assert story_of("samples/03-harbour-post-truce-frays.md:0") == story_of("samples/04-lowland-tribune-both-armies-count-dead.md:0")


def test_most_copies_are_found_and_hardly_any_other_pair() -> None:
    count = sum((counted(pool, descents(pool.printings)) for pool in pools(4, 30, 15)), Count())
    assert count.right / (count.right + count.wrong) > 0.97
    assert count.right / (count.right + count.missed) > 0.9
