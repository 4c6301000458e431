"""News or background: what the words leave open, weighed by what is seen around an act.

The rules of `chronology` decide where a time, a tense or a marking word puts something before the news. Whether it belongs to the story
that a report tells shows in more: where it stands, in what clause, how far back its day lies, what is told beside it. These signals, the
rules' own answer among them, have learned weights (`gesta.codebook.implied`); none is a name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from gesta.codebook.implied import Choice
from gesta.coding.chronology import COURSE, Chronology, era_of_time
from gesta.coding.clauses import told_aside, told_of_doer
from gesta.coding.drafts import Draft
from gesta.coding.nounphrases import is_definite
from gesta.coding.times import TimeMention

#: Days before publication at which a stretch of time begins, with the name of the stretch.
STRETCHES: Final = (
    (-99_999, "ahead"),
    (0, "a day or two"),
    (3, "three days"),
    (4, "a week"),
    (8, "two weeks"),
    (15, "a month"),
    (46, "a year"),
    (401, "years"),
)
LEAD: Final = 2  # sentences
EARLY: Final = 5  # sentences
#: Rules of `Chronology.before_the_news` that stand by words that leave nothing open.
SURE: Final = frozenset(
    {"after or since", "until now", "said before", "held against somebody", "former", "gone on", "that time", "of an old thing", "taken up"}
)
NOUNS: Final = frozenset({"NOUN", "PROPN"})


class Eras:
    """The eras of one article's acts."""

    def __init__(self, chronology: Chronology, drafts: Sequence[Draft]) -> None:
        """Looks at the acts in the order of the text, whose eras are still the rules'."""
        self.chronology, self.reading, self.day = chronology, chronology.reading, chronology.cast.day
        self.acts = sorted(drafts, key=lambda d: d.i)
        self.words = [act.i for act in self.acts]
        self.in_sentence = {n: tuple(those) for n, those in groupby(self.acts, key=lambda act: act.trigger.sentence)}
        self.older = [self.older_times(n) for n in range(len(self.reading.sentences))]
        opening = (d for d in drafts if d.trigger.sentence < LEAD)
        self.of_the_lead = frozenset(side for d in opening for side in d.sides)
        self.mostly_old = 2 * sum(act.era == "background" for act in self.acts) > len(self.acts)

    def settle(self, drafts: Iterable[Draft], choice: Choice) -> None:
        """Gives each act whose era is open the likelier one; all are looked at before the first is given one."""
        for d, signals in [(d, self.signals(d)) for d in drafts]:
            if signals is not None:
                d.era = "background" if choice.likeliest(({}, signals)) else "current"

    def signals(self, d: Draft) -> dict[str, float] | None:
        """What speaks for background, and what against it.

        None where the frame or sure words put an act in its era, where it begins or goes on, and in a report without a day of publication.
        """
        word, n = self.reading.words[d.i], d.trigger.sentence
        if self.day is None or d.trigger.rule.era is not None or (word.relation == "obj" and self.reading.words[word.head].lemma in COURSE):
            return None
        why = self.chronology.before_the_news(d.done_at, d.time, d.teller is not None)
        if why in SURE:
            return None
        beside = [act for act in self.in_sentence[n] if act.i != d.i and not told_aside(self.reading, act.i, d.i)]
        first, end = bisect_left(self.words, d.i), bisect_right(self.words, d.i)
        before, after = self.acts[max(0, first - 1) : first], self.acts[end : end + 1]
        before = [act for act in before if act.trigger.sentence != n or not told_aside(self.reading, act.i, d.i)]
        seen = {
            "always": True,
            "rule": d.era == "background",
            "told": d.teller is not None,
            "filled": d.why.endswith("+adversary"),
            "lead": n < LEAD,
            "early": LEAD <= n < EARLY,
            "late": 2 * n > len(self.reading.sentences),
            "older time here": any(not told_of_doer(self.reading, w, d.i) for w in self.older[n]),
            "older time before": n > 0 and bool(self.older[n - 1]),
            "old beside": any(act.era == "background" for act in beside),
            "news beside": any(act.era == "current" for act in beside),
            "old before": any(act.era == "background" for act in before),
            "old after": any(act.era == "background" for act in after),
            "report of old things": self.mostly_old,
            "a day of the story": self.chronology.story_day(d.done_at) is not None,
            "sides of the lead": bool(d.sides & self.of_the_lead),
            "told again": bool(d.mentions),
            "refers back": d.refers_back,
            "a place": bool(d.places),
        }
        marks = [f"act {d.type}", f"act {d.factuality}", *form(self.chronology, d.done_at), *self.when(d.time)]
        marks += [f"rule, {why}"] if why is not None else []
        return dict.fromkeys([*(name for name, holds in seen.items() if holds), *marks], 1.0)

    def when(self, mention: TimeMention | None) -> list[str]:
        """How far before publication the time begins, how exact it is, and what kind of words tell it."""
        if mention is None or mention.time.start is None:
            return ["no time" if mention is None else f"time, {mention.kind}"]
        out = [f"time, {mention.kind}", f"time to the {mention.time.precision}"]
        if self.day is not None:
            days = (self.day - date.fromisoformat(mention.time.start)).days
            out.append(next(name for least, name in reversed(STRETCHES) if days >= least))
        return out

    def older_times(self, n: int) -> tuple[int, ...]:
        """The words at which a sentence tells times that lie before the news."""
        told = (mention for _, mention in self.chronology.by_sentence.get(n, ()))
        return tuple(mention.run.first for mention in told if era_of_time(mention, self.day) == "background")


def form(chronology: Chronology, i: int) -> list[str]:
    """The class, tense and clause of a word that tells something."""
    words, verb = chronology.reading.words, chronology.verb_of(i)
    auxiliaries = {words[c].lemma.lower() for c in chronology.reading.dependents(verb, "aux")}
    out = [f"as {words[verb].xpos}", f"clause {words[verb].deprel}", *(f"with {aux}" for aux in sorted(auxiliaries))]
    if words[i].upos in NOUNS:
        owned = bool(chronology.reading.dependents(i, "nmod:poss"))
        out += [f"noun, {words[i].relation}", "noun, definite" if is_definite(chronology.reading, i) else "noun, new"]
        out += ["noun, owned"] * owned
    return out
