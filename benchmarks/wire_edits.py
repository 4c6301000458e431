"""What newsrooms do to a wire story, done to reports of our own by chance: cuts, other orders, house style, credits, own paragraphs.

Everything is drawn from a seeded generator, so a seed always gives the same edits. Which sentences of which report an edit keeps is
kept beside it: that is the key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from gesta.linking.printings import Printing

SENTENCE_END = re.compile(r"(?<=[a-z0-9%\"”’)][.!?])\s+(?=[A-Z\"“‘])|(?<=[.!?][\"”])\s+(?=[A-Z\"“‘])")
OUTLETS = (
    "Alder Times", "Bridgewater Echo", "Coast Herald", "Dunmore Star", "Eastfield News", "Fairhaven Record", "Granite Daily",
    "Hillcrest Observer", "Ironbridge Mail", "Juniper Post", "Kestrel Chronicle", "Lakeside Journal",
)  # fmt: skip
TITLES = (
    "What we know so far", "Fighting and talks: the day's news", "Tension grows along the line", "Leaders trade blame",
    "World news in brief", "Officials give new account", "Uneasy calm after violence", "The region waits",
)  # fmt: skip
# Each outlet ends its pages in its own way, at a length that an edit of one short paragraph does not exceed by much.
FOOTERS = (
    "Read more about the wider region on our world pages, where our correspondents explain the background every week. Comments on this"
    " article are closed. To report an error in it, write to the readers' desk and name the page.",
    "This newspaper is written by people. If you value what we do, tell a friend, take out a subscription, or come to the open day in"
    " our print works on the first Saturday of the month, when the presses run for visitors.",
    "All times are local unless we say so. Place names follow our style guide, which uses the form most common in English and takes no"
    " position on any claim to territory made by any government or movement named in our pages.",
)
# Statements that several papers quote: the words of one claimant, in whatever report they stand.
STATEMENTS = (
    "We have said from the first hour that our forces will answer fire with fire and that we did not want this fight, and we call on"
    " every government that has influence over the other side to use it now, before more mothers have to bury their sons",
    "No one has the right to describe these measures as an attack, because they were taken on our own soil, against people who had come"
    " to lay mines and to kill, and they will go on for as long as that danger lasts and not one hour longer",
    "The committee has asked both parties for access to all those who are held, it has received no answer from either, and it reminds"
    " them that the treatment of prisoners and of the dead is not a matter of goodwill but of a law that both of them have signed",
)
# A sentence of an outlet's own is who, did, what and when, drawn anew each time, so that two outlets hardly ever write the same.
WHO = (
    "A lecturer at the college", "The parish council", "Two petrol stations", "The local travel agent", "A former resident",
    "The twin town committee", "A visiting choir", "Some sixty readers", "The football club", "Our member of parliament",
    "The fire brigade", "A retired officer", "The grammar school", "Pensioners on the market square",
)  # fmt: skip
DID = (
    "asked for", "has cancelled", "will collect", "spoke at length about", "put off", "wrote to us about", "knew nothing of", "paid for",
    "argued over", "was worried by", "laughed at", "prayed for", "looked into", "voted against",
)  # fmt: skip
WHAT = (
    "three group tours", "children's shoes and blankets", "the price of fuel", "a minute's silence", "what the minister meant",
    "a relief fund", "refugees in rented rooms", "the coming winter", "an old quarrel", "news from abroad", "letters without answers",
    "an evening of talks", "the closed consulate", "a map on the wall",
)  # fmt: skip
WHEN = (
    "on Sunday", "before the match", "in the spring", "for the second year", "when we rang", "by next month", "without much hope",
    "at short notice", "after the service", "in the old station", "with good reason", "over tea", "that very evening", "all the same",
)  # fmt: skip
TOWNS = ("Alderbrook", "Bridgewater", "Coldharbour", "Dunmore", "Eastfield", "Fairhaven", "Hillcrest", "Ironbridge", "Kestrel Bay")
ATLANTIC = (
    ("defence", "defense"), ("Defence", "Defense"), ("neighbour", "neighbor"), ("colour", "color"), ("honour", "honor"),
    ("organisation", "organization"), ("Organisation", "Organization"), ("recognise", "recognize"), ("centre", "center"),
    ("metre", "meter"), ("programme", "program"), ("harbour", "harbor"), ("labour", "labor"), ("travelled", "traveled"),
)  # fmt: skip
HOUSE = (
    ("U.S.", "US"), ("U.N.", "UN"), (" percent", " per cent"), ("Security Council", "security council"), ("Sept ", "September "),
    (" a.m.", "am"), (" p.m.", "pm"), (" 8 p", " 8p"), (" that ", " "), ("Prime Minister ", "the prime minister, "),
    ("Foreign Minister ", "the foreign minister, "), ("President ", "president "), (" and ", " & "), ("cease-fire", "ceasefire"),
)  # fmt: skip
OTHER_WORDS = (
    ("said", "stated"), ("killed", "slain"), ("soldiers", "troops"), ("accused", "charged"), ("fighting", "combat"), ("began", "started"),
    ("told", "informed"), ("asked", "requested"), ("shelling", "bombardment"), ("reported", "announced"), ("called", "appealed"),
    ("people", "persons"), ("after", "following"), ("town", "city"), ("agreed", "consented"), ("attack", "assault"), ("about", "around"),
    ("also", "too"), ("against", "versus"), ("several", "a number of"), ("many", "a lot of"), ("because", "since"), ("troops", "forces"),
    ("number", "count"), ("number of", "tally of"), ("early", "in the first hours"), ("late", "toward the end"), ("villages", "hamlets"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text in the making: paragraphs of sentences, each with the report and number it comes from, None for an outlet's own."""

    paragraphs: tuple[tuple[tuple[str, tuple[str, int] | None], ...], ...]

    @property
    def kept(self) -> frozenset[tuple[str, int]]:
        """Which sentences of which reports it keeps."""
        return frozenset(origin for paragraph in self.paragraphs for _, origin in paragraph if origin)

    @property
    def text(self) -> str:
        """The paragraphs, a blank line between two."""
        return "\n\n".join(" ".join(sentence for sentence, _ in paragraph) for paragraph in self.paragraphs if paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A printing made of one or two reports, the sentences that it keeps, and what was done."""

    printing: Printing
    kept: frozenset[tuple[str, int]]
    done: tuple[str, ...]


def draft(report: Printing) -> Draft:
    """A report's sentences."""
    number = iter(range(10_000))
    blocks = [block for block in report.text.split("\n") if block.strip()]
    return Draft(paragraphs=tuple(tuple((s, (report.id, next(number))) for s in SENTENCE_END.split(block)) for block in blocks))


def cut(text: Draft, chance: Random) -> Draft:
    """Keeps the first paragraphs, or some; at least three in ten, and three sentences."""
    count = len(text.paragraphs)
    keep = max(2, round(count * chance.uniform(0.3, 0.8)))
    chosen = range(keep) if chance.random() < 0.6 else sorted(chance.sample(range(count), min(keep, count)))
    shorter = Draft(paragraphs=tuple(text.paragraphs[i] for i in chosen if i < count))
    return shorter if len(shorter.kept) >= 3 else text


def thinned(text: Draft, chance: Random) -> Draft:
    """Leaves out one sentence in five."""
    kept = tuple(tuple(s for s in paragraph if chance.random() > 0.2) for paragraph in text.paragraphs)
    shorter = Draft(paragraphs=tuple(paragraph for paragraph in kept if paragraph))
    return shorter if len(shorter.kept) >= 3 else text


def reordered(text: Draft, chance: Random) -> Draft:
    """The paragraphs in another order."""
    return Draft(paragraphs=tuple(chance.sample(text.paragraphs, len(text.paragraphs))))


def merged(text: Draft, chance: Random) -> Draft:
    """Joins pairs of sentences and pairs of paragraphs."""
    flat = [list(paragraph) for paragraph in text.paragraphs]
    for paragraph in flat:
        if len(paragraph) > 1 and chance.random() < 0.6:
            (first, origin), (second, _) = paragraph[0], paragraph[1]
            joint = chance.choice((", and ", "; ", " - ", ", while "))
            paragraph[0] = (first.rstrip(".") + joint + second[:1].lower() + second[1:], origin)
            del paragraph[1]
    if len(flat) > 2 and chance.random() < 0.5:
        at = chance.randrange(len(flat) - 1)
        flat[at : at + 2] = [flat[at] + flat[at + 1]]
    return Draft(paragraphs=tuple(tuple(paragraph) for paragraph in flat))


def with_own_paragraphs(text: Draft, chance: Random) -> Draft:
    """Adds one to four paragraphs of the outlet's own."""
    paragraphs = list(text.paragraphs)
    for _ in range(chance.randint(1, 4)):
        own = tuple((own_sentence(chance), None) for _ in range(chance.randint(1, 3)))
        paragraphs.insert(chance.randint(0, len(paragraphs)), own)
    return Draft(paragraphs=tuple(paragraphs))


def own_sentence(chance: Random) -> str:
    """A sentence on the outlet's own town."""
    return f"{chance.choice(WHO)} of {chance.choice(TOWNS)} {chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(WHEN)}."


def reworded(change: Callable[[str, Random], str]) -> Callable[[Draft, Random], Draft]:
    """A change of words as a change of a draft."""

    def changed(text: Draft, chance: Random) -> Draft:
        return Draft(paragraphs=tuple(tuple((change(s, chance), origin) for s, origin in paragraph) for paragraph in text.paragraphs))

    return changed


def atlantic(sentence: str, chance: Random) -> str:
    """The spelling of the other side."""
    for here, there in ATLANTIC:
        sentence = sentence.replace(there, here) if there in sentence else sentence.replace(here, there)
    return sentence


def house_style(sentence: str, chance: Random) -> str:
    """Some of an outlet's habits."""
    for wire, house in HOUSE:
        if chance.random() < 0.5:
            sentence = sentence.replace(wire, house)
    return sentence.replace('"', "“", 1).replace('"', "”") if chance.random() < 0.5 else sentence


def other_words(sentence: str, chance: Random) -> str:
    """One word in so many for another, where the list has one."""
    for word, other in OTHER_WORDS:
        if chance.random() < 0.35:
            sentence = re.sub(rf"\b{word}\b", other, sentence)
    return sentence


CHANGES: dict[str, tuple[float, Callable[[Draft, Random], Draft]]] = {
    "cut": (0.6, cut),
    "sentences left out": (0.3, thinned),
    "reordered": (0.3, reordered),
    "merged": (0.35, merged),
    "other side's spelling": (0.5, reworded(atlantic)),
    "house style": (0.4, reworded(house_style)),
    "other words": (0.25, reworded(other_words)),
    "own paragraphs": (0.4, with_own_paragraphs),
}


def changed(text: Draft, chance: Random) -> tuple[Draft, tuple[str, ...]]:
    """The draft after changes drawn by chance, and their names."""
    done = []
    for name, (often, change) in CHANGES.items():
        if chance.random() < often:
            text = change(text, chance)
            done.append(name)
    return text, tuple(done)


def combined(reports: Sequence[Printing], chance: Random) -> Draft:
    """Cuts of two reports as one text."""
    first, second = (cut(draft(report), chance) for report in reports)
    return Draft(paragraphs=first.paragraphs + second.paragraphs)


def edited(number: int, reports: Sequence[Printing], chance: Random) -> Edit:
    """A copy of one report, or one text made of two."""
    text, done = changed(combined(reports, chance) if len(reports) > 1 else draft(reports[0]), chance)
    parts = [text.text]
    if chance.random() < 0.2:
        parts.insert(chance.randint(0, 1), f"“{chance.choice(STATEMENTS)},” the ministry said.")
        done += ("statement quoted",)
    outlet = chance.randrange(len(OUTLETS))
    if chance.random() < 0.5:
        parts.append(FOOTERS[outlet % len(FOOTERS)])
        done += ("footer",)
    credits = tuple(report.outlet for report in reports if report.outlet) if chance.random() < 0.5 else ()
    if credits:
        parts.append(f"{' and '.join(credits)} contributed to this report.")
    latest = max(report.day or date(2022, 9, 13) for report in reports)
    printing = Printing(
        id=f"edit-{number:05}",
        text="\n\n".join(parts),
        title=chance.choice(TITLES),
        outlet=OUTLETS[outlet],
        published=None if chance.random() < 0.1 else latest + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 9))),
        credits=credits,
        url=f"https://{OUTLETS[outlet].lower().replace(' ', '-')}.example/{number}",
    )
    return Edit(
        printing=printing, kept=text.kept, done=(*done, "credited" if credits else "not credited", *["combined"][: len(reports) - 1])
    )


def with_statement(report: Printing, statement: str, marked: bool) -> Printing:
    """The report with a statement of about forty words in it, in quotation marks or as the ministry's argument without."""
    said = f"“{statement},” the ministry said." if marked else f"The ministry said: {statement}."
    head, _, rest = report.text.partition("\n")
    return replace(report, id=f"{report.id}+statement", text=f"{head}\n\n{said}\n{rest}", url=None)
