"""The day of an act whose clause tells none: that of the story, of the acts beside it, of the publication, or no day at all.

The choice is among the days that the report gives, weighed by learned signals (`gesta.codebook.implied`): who or what gives the day, how
near, and what the act is; none is a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gesta.codebook.implied import Choice
from gesta.coding.backgrounds import is_reacted_to
from gesta.coding.chronology import CURRENT_DAYS, Chronology
from gesta.coding.clauses import told_aside
from gesta.coding.drafts import SPEECH, Draft
from gesta.coding.eras import form
from gesta.coding.figure_times import time_of_speaking
from gesta.coding.implied import Option
from gesta.coding.times import TimeMention
from gesta.model import Run, Time

PUBLISHING: Final = frozenset({"release", "publish", "issue", "post", "print", "broadcast"})
TOLD_BEFORE: Final = 3  # sentences
AROUND: Final = 10  # sentences
NEXT: Final = 1  # sentence
DONE_BY_WORDS: Final = SPEECH | {"SANCTION"}
SPOKE_WITHIN: Final = 2  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A time that the report gives: where it comes from and how many sentences away."""

    source: str
    time: Time
    away: int = 0
    same_sides: bool = False


class Days:
    """The days that one article gives."""

    def __init__(self, chronology: Chronology, drafts: Sequence[Draft]) -> None:
        """Looks at the acts in the order of the text; those that tell their time are where others may take it from."""
        self.chronology, self.reading, self.day = chronology, chronology.reading, chronology.cast.day
        self.dated = [d for d in sorted(drafts, key=lambda d: d.i) if not is_undated(d)]
        self.words = [d.i for d in self.dated]

    def settle(self, drafts: Iterable[Draft], choice: Choice) -> None:
        """Gives each act without a time of its own the likeliest day, or none; where one is taken, `why` ends with +story-day."""
        for d in drafts:
            if not is_undated(d):
                continue
            if (spoken := self.spoken(d)) is not None:
                self.fill(d, spoken.time)
                continue
            times = self.times(d)
            options = self.options(d, times)
            taken = choice.likeliest([option.signals for option in options])
            if taken:
                self.fill(d, times[taken - 1][0].time)

    def fill(self, d: Draft, time: Time) -> None:
        """Lays an act on a time that other words tell."""
        d.time = TimeMention(run=Run(d.i, d.i + 1), time=replace(time, text=None, span=None), kind="point", direction=None)
        d.why += "+story-day"

    def spoken(self, d: Draft) -> TimeMention | None:
        """The day on which the same side spoke last, for an act done by words: "said on Monday that … He accused them"."""
        actors = frozenset(p.code for p in d.roles.actors if p.code)
        if d.type not in DONE_BY_WORDS or d.factuality != "actual" or not actors or not self.is_told_in_order(d):
            return None
        for t in reversed(self.chronology.told):
            cue = t.cue_head
            if cue is None or cue > max(d.i, d.done_at) or actors.isdisjoint(p.code for p in t.sources):
                continue
            if d.trigger.sentence - self.reading.words[cue].sentence > SPOKE_WITHIN:
                return None
            if (mention := time_of_speaking(self.chronology, t)) is not None:
                return mention if self.chronology.is_news(mention) else None
        return None

    def is_told_in_order(self, d: Draft) -> bool:
        """True for a verb that tells what comes next: not "had accused" outside of what somebody said, nor "as demanded by"."""
        marks = {self.reading.words[c].lower for c in self.reading.dependents(d.done_at, "aux")}
        bare = self.reading.words[d.done_at].xpos == "VBN" and not marks
        return d.trigger.verbal and not bare and not (d.teller is None and "had" in marks)

    def times(self, d: Draft) -> list[list[Given]]:
        """The different times that may be the act's, each with all that gives it, in the order of the sources."""
        found: dict[tuple[str, str], list[Given]] = {}
        for given in self.given(d):
            start = given.time.start or ""
            found.setdefault((start, given.time.end or start), []).append(given)
        return list(found.values())

    def given(self, d: Draft) -> Iterable[Given]:
        """What gives a time: the story, the sentence, the acts and the sentences around, the publication."""
        n = d.trigger.sentence
        if (story := self.chronology.story_day(d.done_at)) is not None:
            yield Given(source="story", time=replace(story.time, precision="day", date_prec=1))
        for k in range(n, max(-1, n - TOLD_BEFORE - 1), -1):
            those = self.chronology.by_sentence.get(k, ())
            told = [m for head, m in those if m.time.start is not None and not self.is_of_telling(head, m)]
            if k == n:
                told = [m for m in told if not told_aside(self.reading, m.run.first, d.i)]
            if k == n and is_reacted_to(self.reading, d.i):
                told = [m for m in told if m.run.first > d.i]
            if told:
                yield Given(source="told here" if k == n else "told before", time=told[-1].time, away=n - k)
                if k < n:
                    break
        first = bisect_left(self.words, d.i)
        for source, act in (("act before", self.dated[max(0, first - 1) : first]), ("act after", self.dated[first : first + 1])):
            for o in act:
                aside = o.trigger.sentence == n and told_aside(self.reading, o.i, d.i)
                if o.time is not None and not aside and abs(o.trigger.sentence - n) <= AROUND:
                    yield Given(source=source, time=o.time.time, away=abs(o.trigger.sentence - n), same_sides=bool(o.sides & d.sides))
        if self.day is not None:
            yield Given(source="published", time=Time(start=self.day.isoformat(), end=self.day.isoformat(), precision="day", date_prec=1))

    def is_of_telling(self, head: int, mention: TimeMention) -> bool:
        """True for a day on which something was said or published: "an account, released on September 19"."""
        above = self.reading.words[self.reading.words[head].head]
        return self.chronology.of_speaking(head, mention) or (above.deprel == "acl" and above.lemma.lower() in PUBLISHING)

    def options(self, d: Draft, times: list[list[Given]]) -> list[Option]:
        """No day, then each of the times, with what is seen of it."""
        about = [
            d.era,
            *([d.factuality] if d.factuality != "actual" else []),
            *(["told"] if d.teller is not None else []),
            *(mark for mark in form(self.chronology, d.done_at) if mark.startswith(("as ", "with ", "noun, "))),
        ]
        out = [Option(side=None, signals=dict.fromkeys(["none", f"none, act {d.type}", *(f"none, {what}" for what in about)], 1.0))]
        for those in times:
            marks = []
            for given in those:
                near = "here" if given.away == 0 else "next" if given.away <= NEXT else "far"
                marks += [given.source, f"{given.source}, {near}", f"{given.source}, {d.era}"]
                marks += [f"{given.source}, same sides"] * given.same_sides
                marks += [f"{given.source}, {what}" for what in about[1:]]
            time = those[0].time
            marks += [f"to the {time.precision}", f"to the {time.precision}, {d.era}", *self.age(time, d)]
            out.append(Option(side=time.start, signals=dict.fromkeys(marks, 1.0)))
        return out

    def age(self, time: Time, d: Draft) -> list[str]:
        """Whether the time lies in the news, before it or ahead."""
        if self.day is None or time.start is None:
            return []
        days = (self.day - date.fromisoformat(time.start)).days
        age = "ahead" if days < 0 else "news" if days <= CURRENT_DAYS else "old"
        return [age, f"{age}, {d.era}", *([f"{age}, {d.factuality}"] if d.factuality != "actual" else [])]


def is_undated(d: Draft) -> bool:
    """True for an act whose own words tell no time that can be laid on the calendar."""
    return d.time is None or d.time.time.start is None
