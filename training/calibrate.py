"""The table of confidences: ``python training/calibrate.py --gold FOLDER...`` learns it from annotated articles and writes it.

What *right* means, and how well the table does on articles that it has not seen, is in `gesta.evaluate.calibration`
(``gesta evaluate confidence``). Only weights leave the articles. Run it anew when the coder has changed.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gesta.codebook.confidence import LAYERS, TABLE, Confidence
from gesta.evaluate import Equipment
from gesta.evaluate.calibration import Judged, binned, judged_in, judged_news, learned
from gesta.evaluate.news_reports import news_below
from gesta.evaluate.task import calibration_error

SOURCE = "learned on annotated articles, training/calibrate.py"


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, nargs="+", help="folders of annotated articles")
    parser.add_argument("--news", type=Path, help="a folder of corpora: news annotated for development is learned from too")
    parser.add_argument("--unseen", type=Path, default=[], nargs="+", help="annotated articles to try the table on, as it was and as it is")
    parser.add_argument("--table", type=Path, default=TABLE)
    options = parser.parse_args()
    equipment = Equipment()
    articles, unseen = (
        [items for folder in folders for _, items in judged_in(folder, equipment)] for folders in (options.gold, options.unseen)
    )
    if options.news:
        articles += judged_news(news_below(options.news, "development"), equipment)
    found = learned(articles)
    with options.table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("layer", "signal", "weight", "source"))
        for layer, weights in found.weights.items():
            writer.writerows((layer, name, f"{weight:.3f}", SOURCE) for name, weight in sorted(weights.items()))
    print(f"{options.table}: learned from {sum(map(len, articles))} items")
    for layer, before, now in tried(found, unseen):
        print(f"{layer:<12} error on unseen articles {before:.3f} as it was, {now:.3f} as it is")


def tried(table: Confidence, articles: Sequence[Sequence[Judged]]) -> Iterator[tuple[str, float, float]]:
    """The calibration error of each layer on articles: of the confidences that they were coded with, and of a table."""
    counts: Counter[str] = Counter()
    for item in (item for items in articles for item in items):
        binned(counts, f"{item.layer} before", item.sure, item.right)
        binned(counts, item.layer, table.of(item.layer, item.signals), item.right)
    for layer in LAYERS if articles else ():
        yield layer, calibration_error(counts, f"{layer} before") or 0.0, calibration_error(counts, layer) or 0.0


if __name__ == "__main__":
    main()
