"""The benchmark's articles: the same everywhere, as long as it says, and no two alike."""

from __future__ import annotations

from pathlib import Path

from benchmarks.throughput import WORDS, made_articles


def test_articles_are_of_the_length_they_say_and_differ(tmp_path: Path) -> None:
    texts = [path.read_text("utf-8") for path in made_articles(tmp_path, 20)]
    assert len(set(texts)) == 20
    assert all(WORDS <= len(text.split()) < 1.5 * WORDS for text in texts)


def test_they_are_made_the_same_again(tmp_path: Path) -> None:
    first, again = tmp_path / "a", tmp_path / "b"
    for folder in (first, again):
        folder.mkdir()
        made_articles(folder, 3)
    assert [p.read_text("utf-8") for p in sorted(first.iterdir())] == [p.read_text("utf-8") for p in sorted(again.iterdir())]
