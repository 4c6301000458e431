"""The figures of annotated articles, and what was asked of them."""

from __future__ import annotations

from typing import Final

from gesta.evaluate.task import Measure

LAYERS: Final = {
    "figures (effect, number)": 0.90,
    "figures (effect, number, side, claimant)": 0.75,
    "statements (content)": 0.75,
    "statements (content and source)": 0.68,
    "events (type)": 0.65,
    "events (type, actor, recipient)": 0.50,
    "factuality other than actual": 0.50,
}
SHARES: Final = {
    "events not reversed": 0.98,
    "event mode": 0.70,
    "event date": 0.75,
    "event era": 0.90,
    "event said_by": 0.85,
    "event places": None,
    "kind after the dot": 0.85,
    "background kept from the news": 0.95,
    "figure qualifier": 0.85,
    "figure provisional": 0.95,
    "figure who": None,
    "figure era": None,
    "statement stance": None,
    "report fields": None,
    "place found": None,
    "place located": None,
}
#: A second, independent annotation of eight of the articles against the first, F1.
SECOND: Final = {
    "figures (effect, number)": 0.96,
    "statements (content)": 0.98,
    "statements (content and source)": 0.93,
    "events (type)": 0.94,
    "events (type, actor, recipient)": 0.86,
}
MEASURES: Final = (
    *(
        Measure(name=name, key=name, wanted=wanted, peer=f"second annotation {SECOND[name]:.2f}" if name in SECOND else None)
        for name, wanted in LAYERS.items()
    ),
    *(Measure(name=name, key=name, kind="share", wanted=wanted) for name, wanted in SHARES.items()),
)
