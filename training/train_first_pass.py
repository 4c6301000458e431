"""Learns the weights of the first pass: passages that tell of political events against passages of other matters.

    train_first_pass.py --data DATA [--out src/gesta/reading/model/first_pass.csv.gz]

For events: what MUC-4's templates are drawn from, FA-KES, sentences on deaths, the examples of the codebook's frames, and news passages
that name a state and politics. Against them: the counter-examples of the frames, news without a word of politics, ECB+ topics of sport,
films, accidents and trade, GUM's genres that are no news, EWT's reviews, answers and mail. The annotated articles, PLOVER, CASE-2021 and
our neutral paragraphs are not learnt from: `gesta evaluate` measures on them.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from gesta.codebook import Codebook
from gesta.evaluate.annotated import read_trees
from gesta.evaluate.corpus import records
from gesta.reading.checksums import write_checksums
from gesta.reading.first_pass import BIAS, MODEL, NUMBER, STATE, features, passages, spelt, state_names

Passages = list[list[str]]
Floats = NDArray[np.float64]

POLITICS: Final = frozenset(
    "minister ministry president parliament sanctions sanction talks summit embassy ambassador envoy diplomat diplomats diplomatic treaty "
    "troops military ceasefire bilateral foreign opposition protest protests protesters rebels rebel coup aid border agreement congress "
    "premier condemned accused refugees".split()
)
NEWS: Final = POLITICS | frozenset(
    "soldiers soldier militants militant government war army attack attacks attacked killed terror terrorist terrorism arrested arrest "
    "demonstrators demonstration refugee".split()
)
SECTION: Final = re.compile(r"/(sport|football|cricket|entertainment|life|culture|travel|food|health|tech|business|arts?)")  # in an address
OTHER_TOPICS: Final = frozenset("1 3 5 6 7 10 23 24 25 27 28 29 30 33".split())  # of ECB+
NO_NEWS: Final = frozenset({"academic", "voyage", "vlog", "textbook", "conversation", "court", "bio"})  # of GUM
EXAMPLES_COUNT: Final = 4  # an example counts as so many passages: there is no other corpus of what diplomats do
RARE, STEPS, RATE, DECAY, SLIGHT = 4, 150, 0.1, 1e-5, 0.02


def split(text: str) -> Passages:
    """The passages of a text."""
    return list(passages(text, state_names()))


def codebook_sentences() -> tuple[Passages, Passages]:
    """Examples and counter-examples of all frames."""
    frames = [frame for kind in Codebook.load(None).ontology.types.values() for frame in kind.frames]
    told = [list(spelt(s, state_names())) for frame in frames for s in frame.examples]
    return told * EXAMPLES_COUNT, [list(spelt(s, state_names())) for frame in frames for s in frame.counter_examples]


def muc_passages(data: Path) -> Passages:
    """Paragraphs of MUC-4's messages that hold a filler of a template."""
    out: Passages = []
    for message in records(data / "muc4/dev.jsonl.gz"):
        starts = [a for t in message["templates"] for slot in t["spans"].values() for spans in slot.values() for a, _ in spans]
        for match in re.finditer(r"[^\n]+", message["text"]):
            if any(match.start() <= a < match.end() for a in starts):
                out += split(match.group())
    return out


def news(data: Path) -> tuple[Passages, Passages]:
    """Passages that name a state and two words of politics, and those of articles without a word of either list."""
    political: Passages = []
    other: Passages = []
    for article in records(data / "worldwide_ner/train.jsonl.gz"):
        found = split(article["text"])
        political += [p for p in found if STATE in p and len(POLITICS & set(p)) >= 2]
        if not any(NEWS & set(p) for p in found):
            other += found
        elif re.search(
            r"/(sport|football|cricket|entertainment|life|culture|travel|food|health|tech|business|arts?)", article["source"].lower()
        ):
            other += [p for p in found if not NEWS & set(p)]
    return political, other


def other_matters(data: Path) -> Iterator[list[str]]:
    """Passages of corpora and topics that are no political news."""
    for document in records(data / "event_coref/ecbplus.train.jsonl.gz"):
        if document["topic"] in OTHER_TOPICS:
            yield from split(document["text"])[:4]
    trees = (read_trees(data / f"ud/{name}.train.conllu.gz", commercial=True) for name in ("gum", "ewt"))
    for name, sentences in (tree for corpus in trees for tree in corpus):
        if name.partition("-")[0] in {"reviews", "email", "answers"} or (name.startswith("GUM_") and name.split("_")[1] in NO_NEWS):
            yield from split(" ".join(word.form for sentence in sentences for word in sentence))


def corpora(data: Path) -> tuple[Passages, Passages]:
    """Passages that tell of events, and others."""
    told, untold = codebook_sentences()
    political, other = news(data)
    deaths = [p for row in records(data / "casualties/fatality_sentences.jsonl.gz") for p in split(row["text"])[:1]]
    syria = [p for row in records(data / "articles_fakes_syria.jsonl.gz") for p in split(row["text"])[:2]]
    events = [*told, *political, *muc_passages(data), *random.Random(1).sample(deaths, 600), *syria]
    return events, [*untold, *other, *other_matters(data)]


def small_words(data: Path) -> Counter[str]:
    """How often each word stands in small letters: what never does is a name, and names weigh nothing."""
    texts = (row["text"] for name in ("worldwide_ner/train", "casualties/fatality_sentences") for row in records(data / f"{name}.jsonl.gz"))
    return Counter(word for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower())


def vocabulary(found: Passages, small: Counter[str]) -> dict[str, int]:
    """The features that are weighed, numbered."""
    count = Counter(f for words in found for f in features(words))
    plain = (f for f, n in count.items() if n >= RARE and all(w[0] in STATE + NUMBER or small[w] > 1 for w in f.split(" ")))
    return {f: number for number, f in enumerate(sorted(plain))}


def learnt(events: Passages, others: Passages, known: dict[str, int]) -> tuple[Floats, float]:
    """Weights and bias by logistic regression, both kinds weighing the same; Adam over all passages at once."""
    pairs = [(row, known[f]) for row, words in enumerate([*events, *others]) for f in features(words) if f in known]
    rows, columns = np.array(pairs).T
    count = len(events) + len(others)
    truth = np.r_[np.ones(len(events)), np.zeros(len(others))]
    share = np.r_[np.full(len(events), 0.5 / len(events)), np.full(len(others), 0.5 / len(others))]
    scale = 1 / np.sqrt(np.maximum(np.bincount(rows, minlength=count), 1))
    weights, first, second = np.zeros(len(known) + 1), np.zeros(len(known) + 1), np.zeros(len(known) + 1)
    for step in range(1, STEPS + 1):
        score = np.bincount(rows, weights[columns], count) * scale + weights[-1]
        off = (1 / (1 + np.exp(-score)) - truth) * share
        slope = np.r_[np.bincount(columns, (off * scale)[rows], len(known)) + DECAY * weights[:-1], off.sum()]
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
    print(f"{len(events)} passages of events, {len(others)} others, {len(known)} features; right {((score > 0) == truth).mean():.3f}")
    return weights[:-1], float(weights[-1])


def written(known: dict[str, int], weights: Floats, bias: float) -> bytes:
    """The table as it is shipped: slight weights left out, the same bytes each time."""
    out = StringIO()
    table: Any = csv.writer(out, lineterminator="\n")
    table.writerow((BIAS, f"{bias:.3f}"))
    table.writerows((f, f"{weights[n]:.3f}") for f, n in known.items() if abs(weights[n]) >= SLIGHT)
    return gzip.compress(out.getvalue().encode("utf-8"), mtime=0)


def main() -> None:
    """Learns and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODEL / "first_pass.csv.gz")
    options = parser.parse_args()
    events, others = corpora(options.data)
    known = vocabulary([*events, *others], small_words(options.data))
    options.out.write_bytes(written(known, *learnt(events, others, known)))
    if options.out.parent == MODEL:
        write_checksums(MODEL)


if __name__ == "__main__":
    main()
