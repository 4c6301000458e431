"""Annotated news that is no gold: one line a report, as offsets into the texts of other people's corpora.

Language models annotated these reports in November 2026, item by item, by the guidelines of the gold articles, without seeing what gesta
codes: 310 of mixed news (`data/news.jsonl.gz`: `articles.jsonl.gz`; `worldwide_ner`, the English Worldwide Newswire; `timex`, TimeBank and
AQUAINT), and 817 that tell of a war (`data/wars.jsonl.gz`: FA-KES on Syria, re3d on Syria and Iraq, MUC-4's development messages on Latin
America about 1990). The texts are their publishers'. A line has none: `corpus` (a file below the data folder), `id` in it, `sha256` of the
text in UTF-8, `split`, `layers`, and of each layer the items as in a gold article's YAML, with `span` ([start, end] in code points of the
text) for the quote, and spans for later tellings (`also`) and places; the names of sources are left out. `published` is the day of
publication, or null for none, where the corpus does not hold it or holds a wrong one.

The split `held-out`, a quarter of the reports of `articles.jsonl.gz` by a hash of their names, is to be scored and not to be read by
whoever mends the coder; `development` may be read and learned from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal

from gesta.errors import MalformedRecord
from gesta.evaluate.corpus import records
from gesta.evaluate.gold_items import Items, of_gold
from gesta.intake import article_from_text
from gesta.model import Article

NEWS: Final = Path(__file__).parent / "data" / "news.jsonl.gz"
WARS: Final = Path(__file__).parent / "data" / "wars.jsonl.gz"
Split = Literal["held-out", "development"]
CORPORA: Final = ("articles.jsonl.gz", "worldwide_ner/train.jsonl.gz", "worldwide_ner/dev.jsonl.gz", "timex/tbaq.train.jsonl.gz")
CORPORA_OF_WARS: Final = ("articles_fakes_syria.jsonl.gz", "re3d/re3d.jsonl.gz", "muc4/dev.jsonl.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsReport:
    """A report with what is annotated of it: `annotation` is as a gold article's YAML is read, each item with its `span` and `quote`."""

    corpus: str
    id: str
    article: Article
    layers: tuple[str, ...]
    annotation: Mapping[str, Any]

    @property
    def items(self) -> Items:
        """The annotations in the terms of the scorer. A layer that was not annotated is empty."""
        return of_gold(self.annotation, self.article.text)


def news_below(data: Path, split: Split, file: Path = NEWS) -> list[NewsReport]:
    """Every report of a split, its text from the corpora below `data`.

    MalformedRecord names corpus and id of a report that is not there, or whose text is another than was annotated.
    """
    return list(news_in({corpus: data / corpus for corpus in CORPORA}, split, file))


def news_in(corpora: Mapping[str, Path], split: Split, file: Path = NEWS) -> Iterator[NewsReport]:
    """The same of some corpora alone, by their files."""
    for corpus, path in corpora.items():
        rows = [row for row in records(file) if row["corpus"] == corpus and row["split"] == split]
        if rows and not path.exists():
            raise MalformedRecord(path=path, why=f"the corpus {corpus} is not there; of it report {rows[0]['id']} and others are annotated")
        wanted = {row["id"] for row in rows}
        there = {record["id"]: record for record in records(path) if record["id"] in wanted} if rows else {}
        yield from (of_row(row, there.get(row["id"]), path) for row in rows)


def of_row(row: Mapping[str, Any], record: Mapping[str, Any] | None, path: Path) -> NewsReport:
    """One line and the record of the corpus that it is about."""
    if record is None:
        raise MalformedRecord(path=path, why=f"{row['corpus']} has no report {row['id']}, which is annotated")
    text = record["text"]
    if sha256(text.encode()).hexdigest() != row["sha256"]:
        raise MalformedRecord(path=path, why=f"the text of report {row['id']} of {row['corpus']} is not the one that was annotated")
    day = row["published"] if "published" in row else record.get("date") or record.get("dct")
    article = article_from_text(
        text,
        published=day[:10] if day else None,
        title=record.get("title") or None,
        outlet=record.get("outlet") or None,
        url=record.get("url") or None,
        source_id=row["id"],
        language="en",
        origin=f"{row['corpus']} {row['id']}",
    )
    annotation = {layer: [quoted(item, text) for item in row[layer]] for layer in row["layers"]}
    return NewsReport(corpus=row["corpus"], id=row["id"], article=article, layers=tuple(row["layers"]), annotation=annotation)


def quoted(item: Mapping[str, Any], text: str) -> dict[str, Any]:
    """An item with the words that its spans stand for."""
    places = [text[start:end] for start, end in item.get("places", ())]
    return {**item, "quote": text[slice(*item["span"])], **({"places": places} if places else {})}
