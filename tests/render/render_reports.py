"""A report built by hand for the tests of rendering. Its text is written for these tests; the events it tells of are real."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

from gesta.model import (
    Actor,
    Article,
    Event,
    EventSpans,
    Figure,
    FigureSpans,
    Leftover,
    Link,
    Made,
    Notice,
    Place,
    Relation,
    Report,
    Span,
    Stance,
    Statement,
    Time,
    TimePrecision,
    Victims,
    report_id,
    text_hash,
)

MADE = Made(record=1, gesta="0.1.0", model="parse-5c1e", codebook="2f8e01", gazetteer="90cc1a")

BORDER = (
    "GORIS, Armenia – Azerbaijani artillery struck the Armenian towns of Goris and Sotk overnight, the Armenian defence ministry said on "
    "Tuesday, in the heaviest fighting since the war of 2020. At least 49 Armenian soldiers were killed, prime minister Nikol Pashinyan "
    "told parliament in Yerevan, adding that the toll was not final.\n\n"
    "The defence ministry in Baku denied shelling towns and said that its troops had answered “large-scale provocations”. It put its own "
    "losses at 50 dead, among them three officers. Baku accused Armenian saboteurs of laying mines on supply roads near Laçın.\n\n"
    "A doctor at the hospital in Goris said that four villagers, one of them a child, had been wounded. Dozens of families left Sotk for "
    "the coast of lake Sevan 🚌, residents said; naïve hopes of a quick return had gone.\n\n"
    "Russia announced that a ceasefire would begin on Wednesday morning. The two foreign ministers may meet in Geneva this month. If "
    "shelling went on, Pashinyan warned, Armenia would call on its allies.\n\n"
    "More than 6,600 people died in six weeks of war between 27 September and 10 November 2020, which ended with a truce brokered by "
    "Moscow. In the war of the early 1990s between 20,000 and 30,000 people were killed.\n"
)


class Finder:
    """Finds the spans of quotations in one text."""

    def __init__(self, text: str) -> None:
        """Keeps the text."""
        self.text = text

    def __call__(self, quote: str, nth: int = 1) -> Span:
        """The nth place where the quotation stands; ValueError when it does not."""
        start = -1
        for _ in range(nth):
            start = self.text.index(quote, start + 1)
        return Span(start, start + len(quote))


def day(start: str, end: str | None = None, precision: TimePrecision = "day", text: str | None = None) -> Time:
    """An interval of days."""
    return Time(start=start, end=end or start, precision=precision, date_prec=1, text=text)


def border() -> Report:
    """The full report: overlapping evidence, both sides' claims, vague dates, background, an unlocated place, links, leftovers."""
    at = Finder(BORDER)
    article = Article(
        text=BORDER,
        title="Dozens of soldiers killed as Armenia and Azerbaijan trade fire",
        url="https://courier.example/2022/09/13/armenia-azerbaijan",
        outlet="Example Courier",
        authors=("A. Writer",),
        published=datetime(2022, 9, 13, 16, 5, tzinfo=UTC),
        language="en",
        credits=("Reuters",),
        synthetic=True,
    )
    return Report(
        made=MADE,
        id=report_id(article),
        text_sha256=text_hash(BORDER),
        article=article,
        actors=actors(at),
        places=places(at),
        statements=statements(at),
        events=(*news(at), *background(at)),
        figures=figures(at),
        links=(
            Link(id="l1", kind="part_of", source="f3", target="f2", evidence=at("among them three officers")),
            Link(id="l2", kind="denies", source="e2", target="e1", evidence=at("denied shelling towns")),
        ),
        relations=(Relation(id="r1", kind="ally", source="a8", target="a1", statements=("s7",), evidence=at("its allies")),),
        warnings=(Notice(code="no-time-zone", text="The dateline names no time zone; days are those of publication."),),
        leftovers=(Leftover(span=at("left Sotk"), why="displacement without an actor"),),
    )


def actors(at: Finder) -> tuple[Actor, ...]:
    """Two sides with ministries and a leader, a mediator, unnamed people."""
    return (
        Actor(
            id="a1", name="Armenia", kind="country", code="ARM", sector="GOV", country="ARM", mentions=(at("Armenian"), at("Armenia would"))
        ),
        Actor(
            id="a2", name="Azerbaijan", kind="country", code="AZE", sector="GOV", country="AZE", mentions=(at("Azerbaijani"), at("Baku"))
        ),
        Actor(
            id="a3", name="Ministry of Defence of Armenia", kind="government", code="ARM", mentions=(at("the Armenian defence ministry"),)
        ),
        Actor(
            id="a4",
            name="Nikol Pashinyan",
            kind="person",
            code="ARM",
            role="prime minister",
            country="ARM",
            mentions=(at("Nikol Pashinyan"),),
        ),
        Actor(
            id="a5", name="Ministry of Defence of Azerbaijan", kind="government", code="AZE", mentions=(at("The defence ministry in Baku"),)
        ),
        Actor(id="a6", name="a doctor in Goris", kind="person", code=None, mentions=(at("A doctor at the hospital in Goris"),)),
        Actor(id="a7", name="residents of Sotk", kind="civilians", code="ARM.CVL", mentions=(at("residents"),)),
        Actor(id="a8", name="Russia", kind="country", code="RUS", country="RUS", mentions=(at("Russia"), at("Moscow"))),
    )


def places(at: Finder) -> tuple[Place, ...]:
    """Towns, a lake, a province-like region, a country, a place that the gazetteer does not know."""
    return (
        Place(
            id="p1",
            name="Goris",
            kind="settlement",
            country="ARM",
            admin1="Syunik",
            lat=39.5111,
            lon=46.3417,
            geonames=174895,
            precision=1,
            mentions=(at("Goris and"),),
        ),
        Place(
            id="p2",
            name="Sotk",
            kind="settlement",
            country="ARM",
            admin1="Gegharkunik",
            lat=40.2017,
            lon=45.8661,
            precision=1,
            mentions=(at("Sotk"),),
        ),
        Place(
            id="p3",
            name="Laçın",
            kind="settlement",
            country="AZE",
            claimed_by=("AZE", "NKR"),
            lat=39.6381,
            lon=46.5461,
            precision=2,
            mentions=(at("Laçın"),),
        ),
        Place(id="p4", name="Lake Sevan", kind="water", country="ARM", lat=40.32, lon=45.35, precision=3, mentions=(at("lake Sevan"),)),
        Place(id="p5", name="Armenia", kind="country", country="ARM", lat=40.2, lon=45.0, precision=6, mentions=(at("Armenia –"),)),
        Place(id="p6", name="Geneva", kind="settlement", country="CHE", lat=46.2022, lon=6.1457, precision=1, mentions=(at("Geneva"),)),
        Place(id="p7", name="the supply roads", kind="other", country=None, mentions=(at("supply roads"),)),
        Place(id="p8", name="Yerevan", kind="settlement", country="ARM", lat=40.1811, lon=44.5136, precision=1, mentions=(at("Yerevan"),)),
    )


def said(
    ident: str,
    sources: tuple[str, ...],
    cue: Span | None,
    content: Span,
    stance: Stance = "assert",
    quoted: Literal["direct", "indirect", "mixed"] = "indirect",
) -> Statement:
    """One statement."""
    key = f"{int(ident[1:]):016x}"
    return Statement(
        id=ident, key=key, sources=sources, cue=cue, content=(content,), stance=stance, quoted=quoted, date="2022-09-13", confidence=0.9
    )


def statements(at: Finder) -> tuple[Statement, ...]:
    """Who says it."""
    return (
        said("s1", ("a3",), at("said"), at("Azerbaijani artillery struck the Armenian towns of Goris and Sotk overnight")),
        said("s2", ("a4",), at("told"), at("At least 49 Armenian soldiers were killed")),
        said("s3", ("a5",), at("denied"), at("shelling towns"), "deny"),
        said("s4", ("a5",), at("said", 2), at("its troops had answered “large-scale provocations”"), "assert", "mixed"),
        said("s5", ("a5",), at("put"), at("its own losses at 50 dead, among them three officers")),
        said("s6", ("a2",), at("accused"), at("laying mines on supply roads near Laçın"), "accuse"),
        said("s7", ("a4",), at("warned"), at("Armenia would call on its allies"), "threaten"),
        said("s8", ("a6",), at("said", 3), at("four villagers, one of them a child, had been wounded")),
        said("s9", ("a7",), at("said", 4), at("Dozens of families left Sotk for the coast of lake Sevan 🚌")),
        said("s10", ("a8",), at("announced"), at("a ceasefire would begin on Wednesday morning"), "promise"),
    )


def news(at: Finder) -> tuple[Event, ...]:
    """Events of the news itself."""
    trigger = EventSpans(
        trigger=(at("struck"),),
        actors=(at("Azerbaijani artillery"),),
        recipients=(at("the Armenian towns"),),
        places=(at("Goris and Sotk"),),
        time=(at("overnight"),),
        cue=(at("said"),),
    )
    return (
        event(
            "e1",
            "ASSAULT",
            at("Azerbaijani artillery struck the Armenian towns of Goris and Sotk overnight"),
            mode="heavy-weapons",
            actors=("a2",),
            recipients=("a1",),
            places=("p1", "p2"),
            time=day("2022-09-12", "2022-09-13", "days", "overnight"),
            spans=trigger,
            statements=("s1",),
            cameo="194",
            acled="Shelling/artillery/missile attack",
            weapon="artillery",
            targets=("settlement",),
            mentions=(at("shelling went on"),),
            where_prec=1,
            confidence=0.93,
        ),
        event(
            "e2",
            "ASSAULT",
            at("denied shelling towns"),
            mode="heavy-weapons",
            actors=("a2",),
            recipients=("a1",),
            time=day("2022-09-12", "2022-09-13", "days"),
            statements=("s3",),
            factuality="negated",
            confidence=0.71,
        ),
        event(
            "e3",
            "ACCUSE",
            at("Baku accused Armenian saboteurs of laying mines on supply roads near Laçın"),
            actors=("a2",),
            recipients=("a1",),
            places=("p3", "p7"),
            time=day("2022-09-13"),
            spans=EventSpans(trigger=(at("accused"),)),
            confidence=0.84,
        ),
        event(
            "e4",
            "ASSAULT",
            at("laying mines on supply roads near Laçın"),
            mode="explosives",
            actors=("a1",),
            recipients=("a2",),
            places=("p3", "p7"),
            statements=("s6",),
            factuality="possible",
            confidence=0.48,
        ),
        event(
            "e5",
            "CONCEDE",
            at("a ceasefire would begin on Wednesday morning"),
            mode="ceasefire",
            actors=("a1", "a2"),
            mediators=("a8",),
            time=day("2022-09-14", text="Wednesday morning"),
            statements=("s10",),
            factuality="planned",
            confidence=0.8,
        ),
        event(
            "e6",
            "CONSULT",
            at("The two foreign ministers may meet in Geneva this month"),
            mode="meeting",
            actors=("a1", "a2"),
            places=("p6",),
            time=day("2022-09-13", "2022-09-30", "month", "this month"),
            factuality="possible",
            confidence=0.66,
        ),
        event(
            "e7",
            "REQUEST",
            at("Armenia would call on its allies"),
            actors=("a1",),
            statements=("s7",),
            factuality="hypothetical",
            confidence=0.55,
        ),
    )


def background(at: Finder) -> tuple[Event, ...]:
    """What happened before the news."""
    return (
        event(
            "e8",
            "ASSAULT",
            at("six weeks of war between 27 September and 10 November 2020"),
            actors=("a1", "a2"),
            time=day("2020-09-27", "2020-11-10", "range"),
            era="background",
            confidence=0.9,
        ),
        event(
            "e9",
            "RETREAT",
            at("ended with a truce brokered by Moscow"),
            mode="ceasefire",
            actors=("a1", "a2"),
            mediators=("a8",),
            time=day("2020-11-10"),
            era="background",
            confidence=0.77,
        ),
        event(
            "e10",
            "ASSAULT",
            at("the war of the early 1990s"),
            time=day("1990-01-01", "1994-12-31", "range", "early 1990s"),
            era="background",
            confidence=0.62,
        ),
    )


def event(ident: str, kind: str, evidence: Span, **more: Any) -> Event:
    """An event with what the tests do not care about filled in."""
    filled: dict[str, Any] = {"mode": None, "cameo": None, "acled": None, "actors": (), "recipients": (), "why": "frame", **more}
    return Event(id=ident, key=f"{int(ident[1:]):016x}", type=kind, evidence=evidence, **filled)


def figures(at: Finder) -> tuple[Figure, ...]:
    """Tolls of both sides, of civilians, of earlier wars."""
    officers = Victims(code="AZE", who="military", kinds=("officer",))
    villagers = Victims(code="ARM.CVL", who="civilian", kinds=("child",))
    return (
        figure(
            "f1",
            "killed",
            49,
            49,
            None,
            "at_least",
            Victims(code="ARM", who="military"),
            at("At least 49 Armenian soldiers were killed"),
            statements=("s2",),
            provisional=True,
            event="e1",
            spans=FigureSpans(number=(at("At least 49"),), effect=(at("killed"),), victims=(at("Armenian soldiers"),), cue=(at("told"),)),
        ),
        figure(
            "f2", "killed", 50, 50, 50, "exact", Victims(code="AZE", who="military"), at("its own losses at 50 dead"), statements=("s5",)
        ),
        figure("f3", "killed", 3, 3, 3, "exact", officers, at("three officers"), statements=("s5",)),
        figure(
            "f4",
            "wounded",
            4,
            4,
            4,
            "exact",
            villagers,
            at("four villagers, one of them a child, had been wounded"),
            statements=("s8",),
            places=("p1",),
        ),
        figure(
            "f5",
            "displaced",
            24,
            None,
            None,
            "order",
            Victims(code="ARM.CVL", who="civilian"),
            at("Dozens of families left Sotk"),
            statements=("s9",),
            spans=FigureSpans(number=(at("Dozens"),)),
            places=("p2",),
        ),
        figure(
            "f6",
            "killed",
            6600,
            6600,
            None,
            "more_than",
            Victims(code=None, who="mixed"),
            at("More than 6,600 people died"),
            era="background",
            time=day("2020-09-27", "2020-11-10", "range"),
            event="e8",
        ),
        figure(
            "f7",
            "killed",
            20000,
            None,
            30000,
            "range",
            Victims(code=None, who="unknown"),
            at("between 20,000 and 30,000 people were killed"),
            era="background",
            event="e10",
        ),
    )


def figure(
    ident: str,
    effect: Any,
    low: int | None,
    best: int | None,
    high: int | None,
    qualifier: Any,
    victims: Victims,
    evidence: Span,
    **more: Any,
) -> Figure:
    """A figure with what the tests do not care about filled in."""
    return Figure(
        id=ident,
        key=f"{int(ident[1:]):016x}",
        effect=effect,
        low=low,
        best=best,
        high=high,
        qualifier=qualifier,
        victims=victims,
        evidence=evidence,
        **more,
    )
