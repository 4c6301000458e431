"""News of an invented war, made up by a seed: coded records whose days, towns, parties, figures, texts and addresses meet now and then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.store.reports import record

FIRST = date(2022, 1, 10)
TOWNS = (("Arvel", 1, 10.0, 20.0), ("Brun", 2, 10.04, 20.0), ("Corda", 3, 10.2, 20.1), ("Dorn", 4, 12.0, 21.0))
PARTIES = (("ARM", "AZE"), ("AZE", "ARM"), ("PSE.REB", "ARM"), ("AZE", "ARM.CVL"))
ACTS = ("ASSAULT", "ASSAULT", "ASSAULT", "ACCUSE", "AGREE", "RETREAT")
SYLLABLES = "ba de ki lo mu na re si to vu".split()


def news(seed: int, days: int, count: int) -> Iterator[dict[str, Any]]:
    """So many reports of so many days, in the order of their days but for some that come late."""
    chance = Random(seed)
    known = sorted(chance.randrange(days) for _ in range(count))
    for place in range(0, count, 7):
        known[place] = max(0, known[place] - chance.choice((1, 6, 30)))
    made: list[str] = []
    for number, day in enumerate(known):
        made.append(text := chance.choice(made) + " More soon." if made and chance.random() < 0.2 else story(chance))
        yield told(chance, FIRST + timedelta(days=day), text, url=chance.randrange(count) if chance.random() < 0.3 else count + number)


def story(chance: Random) -> str:
    """Words that nobody else has, in an order of their own."""
    return " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(40))


def told(chance: Random, known: date, text: str, url: int) -> dict[str, Any]:
    """One report of one to three events and a figure for each."""
    name = hashlib.sha256(f"{known} {text} {url}".encode()).hexdigest()
    made = record(name, text, published=known.isoformat(), url=f"https://post.example/{url}", outlet=f"Post {chance.randrange(4)}")
    made["places"] = [{"id": f"p{n}", "name": t, "geonames": n, "lat": lat, "lon": lon} for t, n, lat, lon in TOWNS]
    made["actors"] = [{"id": f"a-{code}", "name": code, "kind": "country", "code": code} for pair in PARTIES for code in pair]
    made["statements"], made["events"], made["figures"] = [], [], []
    for n in range(chance.randrange(1, 4)):
        a, b = chance.choice(PARTIES)
        back = chance.choice((0, 0, 1, 1, 2, 6, 9, 40, -3))
        on = (known - timedelta(days=back)).isoformat() if chance.random() < 0.8 else None
        shared = {"time": {"start": on, "end": on, "date_prec": 1, "span": [0, 4]} if on else {}, "evidence": [40 * n, 40 * n + 30]}
        shared |= {"places": [f"p{chance.choice(TOWNS)[1]}"]} if chance.random() < 0.8 else {}
        shared |= {"era": "background" if back > 6 else "current"}
        event = {"id": f"e{n}", "key": f"e{n}", "type": chance.choice(ACTS), "actors": [f"a-{a}"], "recipients": [f"a-{b}"]}
        best, side = chance.randrange(1, 60), {"code": b, "who": "military", "kinds": []}
        of = {"event": f"e{n}"} if chance.random() < 0.6 else {}
        figure = {"id": f"f{n}", "key": f"f{n}", "effect": "killed", "low": best, "best": best, "high": best, "qualifier": "exact"}
        made["events"].append(event | shared | {"factuality": chance.choice(("actual", "actual", "negated", "planned"))})
        made["figures"].append(figure | shared | of | {"victims": side})
    return made
