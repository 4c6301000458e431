"""Scores `gesta.coding.times` on TIMEX3 annotations: relaxed span F1, and accuracy of the values of days, months and years.

    python benchmarks/times.py ../shared/data/timex/tbaq.train.jsonl.gz [--misses]

Each line of the file is one document: `text`, `dct` (ISO date of creation), `timex` (`start`, `end`, `type`, `value`).
The words come from a blank spaCy pipeline, so no part of speech is known. Spans match when they share a code point (TempEval-3's relaxed
match). Values are compared for matched DATE and TIME annotations whose value is YYYY, YYYY-MM or YYYY-MM-DD (a time of day cut off).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import spacy

from gesta.coding.times import TimeMention, find_times
from gesta.model import Span, Word

VALUE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?")


def words_of(nlp: spacy.language.Language, text: str) -> tuple[Word, ...]:
    """The words of a text without tags and parse."""
    tokens = [token for token in nlp(text) if not token.is_space]
    blank = partial(Word, lemma="", upos="X", xpos="", deprel="dep", sentence=0)
    return tuple(blank(i=i, head=i, start=t.idx, end=t.idx + len(t), text=t.text) for i, t in enumerate(tokens))


def values_of(mention: TimeMention, size: int) -> set[str]:
    """The mention's date in TIMEX3's form, as long as the annotated value; both ends of what may hold several annotated dates in one."""
    time = mention.time
    if time.precision in ("range", "days") or mention.kind != "point":
        return {day[:size] for day in (time.start, time.end) if day}
    return {time.start[: {"year": 4, "month": 7}.get(time.precision, 10)]} if time.start else set()


def overlaps(timex: dict[str, Any], mention: TimeMention) -> bool:
    """True when the two share a code point."""
    return mention.time.span is not None and mention.time.span.overlaps(Span(timex["start"], timex["end"]))


def paired(gold: list[dict[str, Any]], found: tuple[TimeMention, ...]) -> Iterator[tuple[dict[str, Any] | None, TimeMention | None]]:
    """Each gold span with the first mention that overlaps it, then the mentions that overlap none."""
    for timex in gold:
        yield timex, next((m for m in found if overlaps(timex, m)), None)
    yield from ((None, m) for m in found if not any(overlaps(t, m) for t in gold))


def main() -> None:
    """Prints the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true", help="also print what was missed, found beyond the gold, or given another value")
    options = parser.parse_args()
    nlp = spacy.blank("en")
    count: Counter[str] = Counter()
    with gzip.open(options.corpus, "rt", encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            text = document["text"]
            mentions = find_times(words_of(nlp, text), date.fromisoformat(document["dct"][:10]) if document["dct"] else None)
            count["mentions"] += len(mentions)
            for timex, mention in paired(document["timex"], mentions):
                outcome, note = judged(timex, mention)
                count.update(outcome)
                if options.misses and note:
                    where = timex["start"] if timex else mention.time.span.start if mention and mention.time.span else 0
                    print(note, "|", text[max(0, where - 40) : where + 40].replace("\n", " "), "|", document["dct"])
    report(count)


def judged(timex: dict[str, Any] | None, mention: TimeMention | None) -> tuple[list[str], str]:
    """What a pair counts as, and a line on what is wrong with it (empty when nothing is)."""
    if timex is None:
        return ["beyond"], f"BEYOND {mention.time.text!r} {mention.kind}" if mention else ""
    if mention is None:
        return ["gold", "missed", f"missed {timex['type']}"], f"MISSED {timex['type']} {timex['text']!r}"
    outcome = ["gold", "found"]
    value = VALUE.fullmatch(timex["value"]) if timex["type"] in ("DATE", "TIME") else None
    if not value:
        return outcome, ""
    values = values_of(mention, len(value[1]))
    right = value[1] in values
    outcome += ["dated", "dated right"] if right else ["dated"]
    level = {4: "year", 7: "month", 10: "day"}[len(value[1])]
    outcome += [f"{level}", f"{level} right"] if right else [level]
    return outcome, "" if right else f"VALUE {timex['text']!r} {value[1]} not {sorted(values)}"


def report(count: Counter[str]) -> None:
    """The figures."""
    precision, recall = 1 - count["beyond"] / max(count["mentions"], 1), count["found"] / max(count["gold"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"relaxed spans: precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({count['gold']} annotated)")
    for level in ("dated", "day", "month", "year"):
        right = count[f"{level} right"]
        print(f"values right, {level}: {right} of {count[level]} = {right / max(count[level], 1):.3f}")
    print("missed:", {kind.removeprefix("missed "): n for kind, n in count.items() if kind.startswith("missed ")})


if __name__ == "__main__":
    main()
