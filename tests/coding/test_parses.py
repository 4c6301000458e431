"""The frozen readings themselves: well formed, and written again as they were read."""

from __future__ import annotations

import pytest

from tests.coding.freeze import conllu
from tests.coding.freeze import documents as written
from tests.coding.many import holds_for_each
from tests.coding.parses import FOLDER, article, documents, names_by_file, paragraphs, reading, respelled

FILES = names_by_file()


def is_trees(name: str) -> None:
    read = reading(name)
    for run in read.sentences:
        roots = [i for i in range(*run) if read.words[i].head == i]
        assert [read.words[i].deprel for i in roots] == ["root"]
        assert read.subtree(roots[0]) == tuple(range(*run))


def stands_where_it_says(name: str) -> None:
    assert [reading(name).text[w.start : w.end] for w in reading(name).words] == [w.text for w in reading(name).words]


@pytest.mark.parametrize("file", FILES)
def test_every_sentence_is_one_tree(file: str) -> None:
    holds_for_each(FILES[file], is_trees)


@pytest.mark.parametrize("file", FILES)
def test_words_stand_where_they_say(file: str) -> None:
    holds_for_each(FILES[file], stands_where_it_says)


def test_every_reading_is_of_one_file() -> None:
    assert [name for names in FILES.values() for name in names] == list(documents())


def test_a_reading_is_written_as_it_was_read() -> None:
    files = "".join(p.read_text("utf-8") for p in sorted(FOLDER.glob("*.conllu")))
    assert "\n".join(line for name in documents() for line in conllu(name, article(name), reading(name))).split() == files.split()


def test_a_file_of_sentences_holds_articles_with_dateline_and_credit() -> None:
    ((name, about),) = written("== x\n>> OSLO >> Rain fell.\n\nSnow fell.\n\n<< Reporting by A. Berg\n")
    assert (name, about.text) == ("x", "OSLO Rain fell.\n\nSnow fell.\n\nReporting by A. Berg")
    assert [about.text[slice(*s)] for s in (about.dateline, *about.credit_lines) if s] == ["OSLO", "Reporting by A. Berg"]


def test_all_paragraphs_are_the_reading_and_none_is_empty() -> None:
    assert paragraphs(reading("border-war"), frozenset(range(9))) == reading("border-war")
    assert paragraphs(reading("border-war"), frozenset()).words == ()


def test_words_exchanged_twice_are_the_old_ones() -> None:
    swap = {"Armenia": "Azerbaijan", "Azerbaijan": "Armenia"}
    assert respelled(respelled(reading("border-war"), swap), swap) == reading("border-war")
