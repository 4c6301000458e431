"""The table of scores in the model card."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

START = "<!-- scores: written by score.py -->\n"
END = "<!-- end of scores -->"
MEASURES = (
    ("entities, exact spans, nine labels (F1)", "worldwide", "nine_labels"),
    ("persons, places, organisations, NORP (F1)", "worldwide", "four_groups"),
    ("places: Location (F1)", "worldwide", "places"),
    ("source, tokens (F1)", "polnear", "source"),
    ("cue, tokens (F1)", "polnear", "cue"),
    ("content, tokens (F1)", "polnear", "content"),
    ("source, exact spans (F1)", "polnear", "source_spans"),
    ("content, exact spans (F1)", "polnear", "content_spans"),
    ("right cue of gold source and content tokens (accuracy)", "polnear", "link"),
    ("sentence starts, PolNeAR (F1)", "polnear", "sentences"),
    ("sentence starts, GUM (F1)", "gum", "sentences"),
    ("UAS, gold sentences", "gum", "uas"),
    ("LAS, gold sentences", "gum", "las"),
    ("LAS, own sentences", "gum", "las_own_sentences"),
    ("UPOS", "gum", "upos"),
    ("XPOS", "gum", "xpos"),
)

Scores = Mapping[str, Mapping[str, Mapping[str, float]]]


def score_table(scores: Scores) -> str:
    """A Markdown table, one column for each way of reading."""
    rows = [["measure", *scores], ["---"] * (len(scores) + 1)]
    rows += [[name, *(f"{found[part][key]:.3f}" for found in scores.values())] for name, part, key in MEASURES]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def write_scores(card: Path, scores: Scores) -> None:
    """Put the table between the card's two marks. ValueError where a mark is missing."""
    text = card.read_text(encoding="utf-8")
    first, end = text.index(START) + len(START), text.index(END)
    card.write_text(text[:first] + score_table(scores) + text[end:], encoding="utf-8")
