"""The table of confidences: ``python training/calibrate.py --gold ../shared/gold/dev`` learns it from annotated articles and writes it.

What *right* means, and how well the table does on articles that it has not seen, is in `gesta.evaluate.calibration`
(``gesta evaluate confidence``). Only weights leave the articles. Run it anew when the coder has changed.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from gesta.codebook.confidence import TABLE
from gesta.evaluate import Equipment
from gesta.evaluate.calibration import judged_in, learned

SOURCE = "learned on annotated articles, training/calibrate.py"


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of annotated articles")
    parser.add_argument("--table", type=Path, default=TABLE)
    options = parser.parse_args()
    articles = [items for _, items in judged_in(options.gold, Equipment())]
    with options.table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("layer", "signal", "weight", "source"))
        for layer, weights in learned(articles).weights.items():
            writer.writerows((layer, name, f"{weight:.3f}", SOURCE) for name, weight in sorted(weights.items()))
    print(f"{options.table}: learned from {sum(map(len, articles))} items")


if __name__ == "__main__":
    main()
