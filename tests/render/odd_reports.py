"""Odd reports for the tests of rendering: a hostile one, an empty one, other scripts, both sides of the antimeridian."""

from __future__ import annotations

import dataclasses
from datetime import date

from gesta.model import (
    Actor,
    Article,
    Leftover,
    Link,
    Notice,
    Place,
    Relation,
    Report,
    Span,
    Statement,
    Time,
    Victims,
    report_id,
    text_hash,
)
from tests.render.render_reports import MADE, Finder, day, event, figure, said

NASTY = (
    "</script><script>alert(1)</script> <img src=x onerror=alert(2)> &amp; \"quoted\" 'single' \x1b[31mred\x1b[0m \x9b31m \x00 "
    "\u2028 \u202eevil\u202c ]]> <!-- -->"
)


def hostile() -> Report:
    """A report in which every free text field and every id holds markup, escape sequences and a scripted link."""
    text = f"Soldiers shot {NASTY} two men in Ruritania.\r\nA second line \ud800 ends."
    whole = Span(0, len(text))
    article = Article(
        text=text, title=NASTY, url="javascript:alert(3)", outlet=NASTY, authors=(NASTY,), language='en" onload="alert(4)', credits=(NASTY,)
    )
    nasty_id = '"><script>alert(5)</script>'
    return Report(
        made=dataclasses.replace(MADE, model=NASTY),
        id='x" onclick="alert(6)',
        text_sha256=text_hash(text),
        article=article,
        actors=(Actor(id="a1", name=NASTY, kind=NASTY, code=NASTY, role=NASTY, mentions=(Span(0, 8),)),),
        places=(Place(id="p1", name=NASTY, kind=NASTY, country=NASTY, admin1=NASTY, lat=1.0, lon=179.9, precision=1, mentions=(whole,)),),
        statements=(
            Statement(
                id="s1",
                key="0",
                sources=("a1", "a404"),
                cue=Span(4, 2),
                content=(whole, Span(-5, 10**9)),
                stance="assert",
                quoted="direct",
                within="s1",
            ),
        ),
        events=(
            event(
                "e1",
                NASTY,
                whole,
                mode=NASTY,
                actors=("a1",),
                recipients=("a404",),
                places=("p1", "p404"),
                statements=("s1", "s404"),
                why=NASTY,
                weapon=NASTY,
                targets=(NASTY,),
                time=Time(start="never", end=NASTY, precision="day", date_prec=None, text=NASTY),
            ),
            dataclasses.replace(event("e2", "ASSAULT", Span(10, 3)), id=nasty_id),
        ),
        figures=(
            figure("f1", NASTY, None, None, None, NASTY, Victims(code=NASTY, who="unknown", kinds=(NASTY,)), whole, statements=("s1",)),
        ),
        links=(Link(id="l1", kind="denies", source="e1", target=nasty_id),),
        relations=(Relation(id="r1", kind=NASTY, source="a1", target="nobody"),),
        warnings=(Notice(code=NASTY, text=NASTY, span=whole),),
        leftovers=(Leftover(span=Span(0, 8), why=NASTY),),
    )


def empty() -> Report:
    """A report without text and without items."""
    article = Article(text="")
    return Report(made=MADE, id="0" * 64, text_sha256=text_hash(""), article=article)


SCRIPTS = """حذّرت الحكومة من أن ثلاثة جنود قُتلوا في الخرطوم يوم الثلاثاء.
政府说，喀土穆有三名士兵死亡，另有十人受伤。
הממשלה אמרה כי שלושה חיילים נהרגו.
"""


def scripts() -> Report:
    """Arabic, Chinese and Hebrew: wide and right-to-left text with evidence."""
    at = Finder(SCRIPTS)
    article = Article(text=SCRIPTS, title="ثلاثة جنود · 三名士兵", outlet="例报", published=date(2024, 5, 7), language="ar", synthetic=True)
    return Report(
        made=MADE,
        id=report_id(article),
        text_sha256=text_hash(SCRIPTS),
        article=article,
        actors=(Actor(id="a1", name="الحكومة", kind="government", code="SDN", mentions=(at("الحكومة"),)),),
        statements=(said("s1", ("a1",), at("حذّرت"), at("ثلاثة جنود قُتلوا في الخرطوم")),),
        events=(event("e1", "ASSAULT", at("三名士兵死亡，另有十人受伤"), actors=("a1",), time=day("2024-05-07")),),
        figures=(
            figure("f1", "killed", 3, 3, 3, "exact", Victims(code="SDN", who="military"), at("ثلاثة جنود قُتلوا"), statements=("s1",)),
            figure("f2", "wounded", 10, 10, 10, "exact", Victims(code="SDN", who="unknown"), at("十人受伤")),
        ),
    )


def pacific() -> Report:
    """Places on both sides of the antimeridian."""
    text = "Ships met between Suva and Apia, officials said."
    at = Finder(text)
    article = Article(text=text, title="Ships meet", outlet="Example Post", published=date(2024, 1, 2), synthetic=True)
    spots = (
        Place(id="p1", name="Suva", kind="settlement", country="FJI", lat=-18.1416, lon=178.4415, precision=1, mentions=(at("Suva"),)),
        Place(id="p2", name="Apia", kind="settlement", country="WSM", lat=-13.8333, lon=-171.7667, precision=1, mentions=(at("Apia"),)),
    )
    met = event("e1", "CONSULT", at("Ships met between Suva and Apia"), places=("p1", "p2"))
    return Report(made=MADE, id=report_id(article), text_sha256=text_hash(text), article=article, places=spots, events=(met,))
