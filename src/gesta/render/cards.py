"""The side lists of a report: events, figures, statements and actors, each with the words that filled its parts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import fields

from gesta.model import Actor, Event, EventSpans, Figure, FigureSpans, Statement
from gesta.render.markup import Child, Html, el, html
from gesta.render.phrases import doubts, in_order, kind, percent, plainly, standing, when
from gesta.render.register import coded
from gesta.render.sheet import Sheet

ROLE_NAMES = {"recipients": "to whom", "actors": "who", "places": "where", "time": "when", "trigger": "trigger", "cue": "said by the words"}


def card(sheet: Sheet, ref: str, layer: str, era: str, voices: str, *children: Child) -> Html:
    """A list item that the text links to."""
    anchor = sheet.anchor(ref)
    return el(
        "li",
        *children,
        id=anchor,
        class_=f"card {layer}{' past' if era == 'background' else ''}",
        data_i=anchor,
        data_by=voices,
        tabindex="-1",
    )


def to_text(sheet: Sheet, ref: str, layer: str) -> Html:
    """The item's id, a link to its evidence in the text."""
    return el(
        "a", ref, href=f"#t-{sheet.anchor(ref)}", class_=f"ref {layer}", title="Show in the text", aria_label=f"{ref}: show in the text"
    )


def facts(pairs: Iterable[tuple[str, Child]]) -> Html:
    """A definition list of those pairs that have a value."""
    shown = [(el("dt", name), el("dd", value)) for name, value in pairs if value]
    return el("dl", shown, class_="facts")


def more(title: str, pairs: Iterable[tuple[str, Child]]) -> Html:
    """What opens on click."""
    return el("details", el("summary", title), facts(pairs))


def sure(confidence: float) -> Html:
    """The confidence, as a number and as a small bar."""
    whole = max(0.0, min(1.0, confidence)) * 100 if math.isfinite(confidence) else 0.0
    meter = el(
        "svg", el("rect", width="100%", height=4, rx=2, class_="rail"), el("rect", width=f"{whole:.0f}%", height=4, rx=2, class_="fill"),
        width=36, height=4, aria_hidden="true",
    )  # fmt: skip
    return el("span", meter, " ", percent(confidence), class_="sure", title="Confidence of the coding")


def read_words(sheet: Sheet, spans: EventSpans | FigureSpans) -> list[tuple[str, Child]]:
    """The words that filled each role."""
    return [(ROLE_NAMES.get(f.name, plainly(f.name)), sheet.quotes(getattr(spans, f.name))) for f in fields(spans)]


def event_card(sheet: Sheet, event: Event) -> Html:
    """Type, who to whom, when, where, who says it, how sure."""
    badges = [el("span", d, class_=f"badge {d}") for d in doubts(event)]
    head = el(
        "p", to_text(sheet, event.id, "ev"), el("strong", kind(event), class_="kind"), badges,
        el("span", when(event.time) or "no date", class_="when"), class_="head",
    )  # fmt: skip
    where = sheet.where(event.places)
    what = el("p", sheet.parties(event), (el("span", " · ", class_="quiet"), where) if where else None, class_="what")
    claim = el("p", "said by ", sheet.claim(event.statements), list(sheet.tied(event.id)), sure(event.confidence), class_="claim")
    codes = " · ".join(
        filter(None, (f"PLOVER {event.type}{'/' + event.mode if event.mode else ''}", event.cameo and f"CAMEO {event.cameo}"))
    )
    pairs: list[tuple[str, Child]] = [
        ("evidence", sheet.quotes([event.evidence])), *read_words(sheet, event.spans), ("told again", sheet.quotes(event.mentions)),
        ("mediated by", sheet.actors(event.mediators)), ("targets", ", ".join(map(plainly, event.targets))),
        ("weapon", event.weapon and plainly(event.weapon)), ("codes", codes), ("ACLED", event.acled),
        ("place precision", str(event.where_prec or "")), ("factuality", plainly(event.factuality)),
        ("coded by", event.why), ("key", event.key),
    ]  # fmt: skip
    return card(sheet, event.id, "event", event.era, sheet.voices_of(event.statements), head, what, claim, more("Words and codes", pairs))


def figure_card(sheet: Sheet, figure: Figure) -> Html:
    """How many of whom, who says it, what must be said beside it."""
    register, past = sheet.register, [el("span", "background", class_="badge background")] if figure.era == "background" else []
    head = el("p", to_text(sheet, figure.id, "fi"), sheet.figure(figure), sheet.caveats(figure), past, class_="head")
    code = figure.victims.code
    side = html(sheet.sides.mark(code), el("bdi", " · ".join(dict.fromkeys(filter(None, (code, register.side(code)))))))
    where = sheet.where(figure.places)
    what = el(
        "p",
        "of " if code else None,
        el("span", side, class_="actor"),
        (el("span", " · ", class_="quiet"), where) if where else None,
        class_="what",
    )
    claim = el("p", "said by ", sheet.claim(figure.statements), list(sheet.tied(figure.id)), sure(figure.confidence), class_="claim")
    bounds = " / ".join("–" if n is None else f"{n:,}" for n in (figure.low, figure.best, figure.high))
    pairs: list[tuple[str, Child]] = [
        ("evidence", sheet.quotes([figure.evidence])), *read_words(sheet, figure.spans), ("low / best / high", bounds),
        ("qualifier", plainly(figure.qualifier)), ("of the event", sheet.chip(figure.event) if figure.event else None), ("key", figure.key),
    ]  # fmt: skip
    return card(
        sheet, figure.id, "figure", figure.era, sheet.voices_of(figure.statements), head, what, claim, more("Words and bounds", pairs)
    )


def statement_card(sheet: Sheet, statement: Statement) -> Html:
    """Who says it, in which words, and what it carries."""
    register, source = sheet.register, sheet.register.source(statement)
    head = el(
        "p", to_text(sheet, statement.id, "st"), el("strong", sheet.sides.mark(source.code), el("bdi", source.label), class_="kind"),
        el("span", plainly(statement.stance), class_="badge"), el("span", f"{statement.quoted} speech", class_="when"), class_="head",
    )  # fmt: skip
    said = el("blockquote", sheet.quotes(statement.content), dir="auto")
    carried = [sheet.chip(i.id) for i in coded(sheet.report) if statement.id in i.statements]
    claim = el(
        "p",
        ("carries ", [(chip, " ") for chip in carried]) if carried else None,
        list(sheet.tied(statement.id)),
        sure(statement.confidence),
        class_="claim",
    )
    pairs: list[tuple[str, Child]] = [
        ("cue", sheet.quotes([statement.cue]) if statement.cue else None), ("said on", statement.date),
        ("quoted inside", sheet.chip(statement.within) if statement.within else None),
        ("goes on from", sheet.chip(statement.continues) if statement.continues else None), ("key", statement.key),
    ]  # fmt: skip
    voice = str(sheet.voices.index(register.source(statement)))
    return card(sheet, statement.id, "statement", "news", voice, head, said, claim, more("Words", pairs))


def actor_card(sheet: Sheet, actor: Actor) -> Html:
    """Who it is, how the text names it, what stands between it and others."""
    about = " · ".join(filter(None, (actor.role, plainly(actor.kind), actor.code, actor.sector, actor.country)))
    named = ", ".join(dict.fromkeys(q for span in actor.mentions if (q := sheet.quotes([span]))))
    ties = [r for r in sheet.report.relations if r.source == actor.id]
    head = el("p", el("strong", sheet.actor(actor.id), class_="kind"), el("span", about, class_="when"), class_="head")
    named_as = el("p", "named as ", named, class_="claim") if named else None
    facts_of = [el("p", standing(r.kind), " ", sheet.named(r.target), class_="claim") for r in ties]
    anchor = sheet.anchor(actor.id)
    return el("li", head, named_as, facts_of, id=anchor, class_="card who", data_i=anchor, tabindex="-1")


def listed(sheet: Sheet, cards: Sequence[Html], background: Sequence[Html], nothing: str) -> Html:
    """Cards, those of the background under a heading of their own."""
    if not cards and not background:
        return el("p", nothing, class_="quiet")
    apart = (sheet.heading(2, "Background", class_="minor"), el("ul", background, class_="cards")) if background else None
    return html(el("ul", cards, class_="cards") if cards else None, apart)


def event_list(sheet: Sheet) -> Html:
    """Events in order of time."""
    events = in_order(sheet.report.events)
    news = [event_card(sheet, e) for e in events if e.era != "background"]
    return listed(sheet, news, [event_card(sheet, e) for e in events if e.era == "background"], "No events were coded.")


def figure_list(sheet: Sheet) -> Html:
    """Figures in the order of the text."""
    figures = sorted(sheet.report.figures, key=lambda f: f.evidence)
    news = [figure_card(sheet, f) for f in figures if f.era != "background"]
    return listed(sheet, news, [figure_card(sheet, f) for f in figures if f.era == "background"], "No figures were read.")


def statement_list(sheet: Sheet) -> Html:
    """Statements in the order of the text."""
    ordered = sorted(sheet.report.statements, key=lambda s: s.content[:1])
    return listed(sheet, [statement_card(sheet, s) for s in ordered], [], "No statements were read.")


def actor_list(sheet: Sheet) -> Html:
    """Actors in the order of the record."""
    return listed(sheet, [actor_card(sheet, a) for a in sheet.report.actors], [], "No actors were found.")
