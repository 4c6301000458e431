"""How well reports are grouped by the event that they tell of, on ECB+; and its event mentions in chains, for orientation.

    python -m benchmarks.stories ECBPLUS.jsonl.gz [--growth]

Each line is one document: `id`, `text`, `event_cluster` (the documents of one cluster report one event), `tokens`, `mentions` (`kind`,
`tokens`, `chain`). Prints B-cubed of the grouping of documents. Then, within the stories so found and within the true events, B-cubed of
the gold event mentions put into chains: by the lemma of their first word, and by word family. Thresholds were tuned on the training half.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import gesta.reading
from gesta.evaluate.b_cubed import BCubed, b_cubed
from gesta.linking.printings import Printing
from gesta.linking.stories import Story, stories
from gesta.reading.lemmas import LemmaTable

SIZES = (1_000, 3_000, 10_000)
WORDS, WORDS_A_REPORT, REPORTS_A_STORY, NAMES = 20_000, 120, 5, 8
FAMILY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A gold event mention: the document, the lemma of its first word, and the chain it is in."""

    document: str
    lemma: str
    chain: str


def documents(path: Path) -> list[dict[str, Any]]:
    """The documents of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def printing(document: Mapping[str, Any]) -> Printing:
    """A document as a printing; ECB+ gives neither outlet nor day."""
    return Printing(id=document["id"], text=document["text"])


def group_of(found: Sequence[Story]) -> dict[str, str]:
    """The story of each report."""
    return {report: story.id for story in found for report in story.reports}


def mentions(document: Mapping[str, Any], lemmas: LemmaTable) -> Iterator[Mention]:
    """The event mentions of a document. A chain that occurs once is that of the mention alone."""
    for mention in document["mentions"]:
        if mention["kind"] == "event":
            at = mention["tokens"][0]
            word = document["tokens"][at]
            lemma = lemmas(word.lower(), "VERB", "VB")
            yield Mention(
                document=document["id"],
                lemma=lemma if lemma != word.lower() else lemmas(word.lower(), "NOUN", "NN"),
                chain=mention["chain"],
            )


def family(lemma: str) -> str:
    """What "explode" and "explosion" have in common: the first four letters.

    How alike the sentences are was tried too, and added nothing.
    """
    return lemma[:FAMILY]


def line(name: str, figures: BCubed) -> str:
    """A row of the table."""
    return f"{name:<58} P {figures.precision:.3f} R {figures.recall:.3f} F1 {figures.f1:.3f}"


def spelled(number: int) -> str:
    """A number as a word of letters."""
    return "".join("bcdfghjklm"[int(digit)] + "o" for digit in str(number))


def growth() -> None:
    """Seconds for made collections: reports of five to a story, words drawn so that few are frequent and most are rare."""
    taken = []
    for size in SIZES:
        chance = Random(size)
        collection = []
        for number in range(size):
            names = [spelled(number // REPORTS_A_STORY * NAMES + n).capitalize() for n in range(NAMES)]
            common = [spelled(int(WORDS ** chance.random())) for _ in range(WORDS_A_REPORT)]
            words = [*common, *chance.choices(names, k=20)]
            chance.shuffle(words)
            collection.append(Printing(id=f"{number:06}", text="Then " + " ".join(words)))
        start = perf_counter()
        found = stories(collection)
        taken.append(perf_counter() - start)
        print(f"{size} reports, {len(found)} stories in {taken[-1]:.1f} s")
    print(f"exponent of growth {log(taken[-1] / taken[0]) / log(SIZES[-1] / SIZES[0]):.2f}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    if options.growth or not options.file:
        growth()
        return
    rows = documents(options.file)
    found = stories(printing(row) for row in rows)
    groups, true = group_of(found), {row["id"]: row["event_cluster"] for row in rows}
    print(f"{len(rows)} documents, {len(set(true.values()))} events, {len(found)} stories found")
    print(line("documents by story", b_cubed(groups, true)))
    print(line("  by topic (both events of a topic together)", b_cubed({row["id"]: row["topic"] for row in rows}, true)))
    lemmas = LemmaTable.from_file(Path(gesta.reading.__file__).parent / "model" / "lemmas.json.gz")
    every = [mention for row in rows for mention in mentions(row, lemmas)]
    chains = {i: mention.chain for i, mention in enumerate(every)}
    print(f"{len(every)} event mentions in {len(set(chains.values()))} chains")
    for name, within in (("story", groups), ("true event", true)):
        same = {i: (within[mention.document], mention.lemma) for i, mention in enumerate(every)}
        print(line(f"event mentions by {name} and lemma", b_cubed(same, chains)))
        related = {i: (within[mention.document], family(mention.lemma)) for i, mention in enumerate(every)}
        print(line(f"event mentions by {name} and word family", b_cubed(related, chains)))


if __name__ == "__main__":
    main()
