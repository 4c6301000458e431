"""The colours keep the contrast that WCAG 2.2 AA asks for, light and dark."""

from __future__ import annotations

import re

import pytest

from gesta.render.page import style

STYLE = style()
LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]+)\}", STYLE)[:2])
ON_PAPER = ("ink", "soft", "link", "ev", "fi", "st", "alert", *(f"side{n}" for n in range(1, 7)))
PAIRS = [
    *((name, ground) for name in ON_PAPER for ground in ("paper", "sunk", "card")),
    ("sample", "sample-tint"), ("sel-ink", "sel"), ("ink", "fi-tint"), ("ink", "past-tint"), ("ink", "land"), ("soft", "land"),
    ("map-name", "land"), ("ink", "sea"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_readable(pair: tuple[str, str], theme: str) -> None:
    colours = LIGHT if theme == "light" else LIGHT | DARK
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


def test_dark_changes_every_colour() -> None:
    assert set(DARK) == set(LIGHT)


def test_there_is_a_style_for_paper_and_for_narrow_screens() -> None:
    assert "@media print" in STYLE
    assert "@media (max-width: 40rem)" in STYLE
    assert "prefers-reduced-motion" in STYLE
