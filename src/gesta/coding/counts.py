"""Counts told as somebody's: "Mali puts its losses at 60", "its list now has 71 names", "the toll, which rose from 50 to 71"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from gesta.codebook.vocabulary import vocabulary
from gesta.coding.by_form import standing
from gesta.coding.cast import Cast
from gesta.coding.clauses import POSSESSIVE, own_subjects, preposition
from gesta.coding.counted import COUNTABLE
from gesta.coding.figure_times import elsewhere
from gesta.coding.nounphrases import behind_of, core, of_nouns
from gesta.coding.parties_in_text import of_enemy, who
from gesta.coding.quantities import Quantity
from gesta.coding.speakers import head_of
from gesta.coding.times import TimeMention
from gesta.coding.tolls import Toll, openers, toll_of
from gesta.model import Run

BACK = 2  # sentences back in which the effect that a bare number counts is looked for
BEHIND = 3  # words between a number and the time told behind it
BEFORE = 5  # words before a noun in which its owner stands
AT = 8  # words between "at" and a number put there, one put there before it counted
PUT = 14  # words between the verb that puts a count somewhere and "at"
FARTHEST_ASIDE = 16  # words in brackets
STEPS = 5  # steps up the parse from a number to the verb that tells it
THEIRS = frozenset({"theirs", "its", "his", "hers"})
REFERRING = frozenset({"it", "them"})
PARTS = frozenset({"obj", "obl", "nmod", "conj", "xcomp", "amod", "nummod", "dep", "ccomp", "iobj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One number of a count: its toll, the word that names who claims it (None where nobody does), and the words of claim and cue.

    `former` is true for the number that a newer one replaces ("from 50").
    """

    toll: Toll
    claimant: int | None
    cue: Run
    content: Run
    time: TimeMention | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a number is told: the noun of the count (None where there is none), who claims it, the cue, whose losses it counts where said."""

    noun: int | None
    claimant: int | None
    cue: int
    owner: tuple[int, ...] = ()


def plain(lexicon: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The words of an effect; of phrases those behind a noun or a number alone: "admit" in "admitted to hospital" names none by itself."""
    return {kind: tuple(p for p in phrases if kind == "tolls" or " " not in p) for kind, phrases in lexicon.items()}


@cache
def lemmas(kind: str) -> frozenset[str]:
    """One class of `counts.yaml`."""
    return vocabulary("counts").forms(kind)


class Counts:
    """Finds the counts of one reading beside the tolls that name their effect themselves."""

    def __init__(self, cast: Cast, quantities: tuple[Quantity, ...], tolls: tuple[Toll, ...], times: tuple[TimeMention, ...]) -> None:
        """`tolls` are those found already; a count of a number that is among them only says whose it is."""
        self.cast, self.reading = cast, cast.reading
        self.quantities = [q for q in quantities if q.unit in COUNTABLE]
        self.tolls = tolls
        self.times = [m for m in times if m.kind == "point" and m.time.start]
        effects = cast.codebook.ontology.effects
        self.harms = {toll.effect_word for toll in tolls}
        self.opens = {effect: openers(plain(lexicon)) for effect, lexicon in effects.items() if effect != "casualties"}
        self.counting = frozenset().union(*self.opens.values())

    def run(self) -> tuple[Count, ...]:
        """All counts in order of the text."""
        found = [c for q in self.quantities for c in self.of(q)]
        counted = {c.toll.number[0] for c in found}
        claims = lemmas("claims")
        for i in standing(self.reading, claims | self.counting):
            if self.is_count(i):
                found += self.listed(i, counted)
            if self.reading.words[i].lemma.lower() in claims:
                found += [*self.by_count(i, counted), *self.given(i, found)]
        return tuple(sorted(found, key=lambda c: c.toll.number[0]))

    def of(self, q: Quantity) -> Iterator[Count]:
        """The counts that one number is told by: one for each effect it counts, none where no words of a count stand around it."""
        words = self.reading.words
        n = next((w for w in range(*q.run) if words[w].head not in q.run or words[w].head == w), q.number.first)
        top = words[n].head if words[n].relation == "nummod" else n
        known = [t for t in self.tolls if t.number[0] == q.run.first]
        things = behind_of(self.reading, n) is not None or (top != n and words[top].lemma.lower() not in lemmas("entries"))
        if not known and (things or (q.best or q.low or 0) < 2):
            return
        told = self.theirs(n) or self.owned(n) or self.admitted(n) or self.predicated(n, top)
        if told is None or (told.noun is not None and not known and not self.of_people(told.noun, q)):
            return
        former = preposition(self.reading, n) == "from"
        owner = told.owner or self.suffering(told.noun)
        for toll in known or self.bare(q, told, top):
            end = max((q.run.end, *(w + 1 for w in (top, toll.effect_word) if w < q.run.end + BEHIND)))
            end = self.broken_down(end)
            first = min([q.run.first, *(w for w in (told.noun, toll.effect_word) if w is not None and told.cue < w)])
            yield Count(
                toll=replace(toll, owner=owner or toll.owner),
                claimant=told.claimant,
                cue=Run(told.cue, told.cue + 1),
                content=Run(first, end),
                time=self.time_of(q, end, former) or self.published(told.noun),
                former=former,
            )

    def broken_down(self, end: int) -> int:
        """The end of what is told with the brackets behind it that hold its parts: "800 casualties (300 killed and 500 injured)"."""
        words = self.reading.words
        if end >= len(words) or words[end].text != "(":
            return end
        close = next((w for w in range(end + 1, min(end + FARTHEST_ASIDE, len(words))) if words[w].text == ")"), None)
        parts = close is not None and any(t.number[0] in range(end + 1, close) for t in self.tolls)
        return close + 1 if parts and close is not None else end

    def suffering(self, noun: int | None) -> tuple[int, ...]:
        """Whose losses a count counts: the owner of a toll or of losses; the owner of a list or a figure only claims it."""
        if noun is None or self.reading.words[noun].lemma.lower() in lemmas("claims") or not self.effect_of(noun):
            return ()
        return self.owner(noun) or of_nouns(self.reading, noun, "of")[:1]

    def theirs(self, n: int) -> Told | None:
        """As in "Mali put its losses at five and the rebels theirs at four"."""
        words = self.reading.words
        if n < 3 or words[n - 1].lower != "at" or words[n - 2].lower not in THEIRS or words[n - 3].upos not in {"NOUN", "PROPN"}:
            return None
        return Told(noun=None, claimant=n - 3, cue=n - 2, owner=(n - 3,))

    def owned(self, n: int) -> Told | None:
        """As in "its figure of 50 dead"."""
        words = self.reading.words
        noun = next((w for w in range(n - 1, max(-1, n - 5), -1) if words[w].lemma.lower() in lemmas("claims")), None)
        if noun is None or not any(words[w].lower == "of" for w in range(noun + 1, n)) or not (owner := self.owner(noun)):
            return None
        return Told(noun=noun, claimant=owner[0], cue=noun)

    def admitted(self, n: int) -> Told | None:
        """As in "the 135 that Mali admits"."""
        for c in self.reading.dependents(n, "acl:relcl"):
            agents = self.cast.verb(c).agents
            if self.reading.words[c].lemma.lower() in lemmas("tells") and agents and n not in agents:
                return Told(noun=None, claimant=agents[0], cue=c)
        return None

    def predicated(self, n: int, top: int) -> Told | None:
        """The verb above a number: what its subject is counted at, what it puts a count at, or what it tells."""
        found = self.verb_above(top)
        puts = found is not None and self.reading.words[found[0]].lemma.lower() in lemmas("puts")
        if not puts and (at := self.put_at(n)) is not None:
            return at
        if found is None:
            return None
        verb, clause = self.outside(*found)
        lemma = self.reading.words[verb].lemma.lower()
        if lemma in lemmas("stands"):
            subject = next((s for s in own_subjects(self.reading, clause) if self.is_count(s)), None)
            if subject is not None:
                return Told(noun=subject, claimant=self.claimant_of(subject), cue=subject)
        if lemma in lemmas("puts"):
            return self.put(verb, n)
        agents = self.cast.verb(verb).agents
        given = next((w for w in range(verb + 1, n) if self.is_count(w)), None) if lemma in lemmas("gives") else None
        if given is not None and agents and top not in agents:
            return Told(noun=given, claimant=agents[0], cue=verb)
        if (
            lemma in lemmas("tells")
            and verb < n
            and agents
            and self.speaks(agents[0])
            and not any(toll.effect_word == verb for toll in self.tolls)  # a hospital that "admitted dozens"
            and top not in agents
            and (top == n or self.harmed(n, top))
        ):
            return Told(noun=None, claimant=agents[0], cue=verb)
        return None

    def speaks(self, w: int) -> bool:
        """True for a pronoun, and for who can be put to a side."""
        role = self.cast.role(w)
        named = w in self.cast.person_at or (role is not None and role.speaks_for == "none")
        return self.reading.words[w].upos == "PRON" or named or any(p.code for p in who(self.cast, w))

    def outside(self, verb: int, clause: int) -> tuple[int, int]:
        """The verb above a count that a participle describes: "lifted" in "lifted the number of soldiers reported dead to 176"."""
        w = verb
        while self.reading.words[w].deprel in {"acl", "nmod"} and self.reading.words[w].head != w:
            w = self.reading.words[w].head
        return (self.verb_above(w) or (verb, clause)) if w != verb and self.is_count(w) else (verb, clause)

    def harmed(self, n: int, top: int) -> bool:
        """True for "77 dead soldiers", "50 dead": the effect stands with the number."""
        return any(t.number[0] <= n <= t.number[-1] for t in self.tolls) or top == n

    def put(self, verb: int, n: int) -> Told | None:
        """As in "Mali puts its own losses at 60", "raised the toll from 71 to 77", "puts them at 80", "the toll was put at 12"."""
        words, frame = self.reading.words, self.cast.verb(verb)
        if words[verb].lemma == "take" and not any(words[w].lower == "to" for w in range(max(verb, n - BEHIND), n)):
            return None  # "taking 150 hostages"
        noun = next((w for w in (*range(verb + 1, n), *frame.patients) if self.is_count(w)), None)
        referring = any(words[w].lower in REFERRING and words[w].relation == "obj" for w in range(verb + 1, n))
        if noun is None and not referring:
            return None
        agent = next(iter(frame.agents), None)
        if agent is not None and words[agent].lemma.lower() in lemmas("claims"):  # "new figures from Bamako raised the toll to 12"
            agent = next(iter((*self.owner(agent), *of_nouns(self.reading, agent, "from", "of", "by"))), None)
        return Told(noun=noun, claimant=agent, cue=verb)

    def put_at(self, n: int) -> Told | None:
        """As in "put its own losses at 11 dead and 23 wounded", whatever the parse says: the number behind "at", or beside one that is."""
        words = self.reading.words
        first = self.reading.sentences[words[n].sentence].first
        at = next((w for w in range(n - 1, max(first, n - AT), -1) if words[w].lower == "at"), None)
        if at is None or any(words[w].upos in {"VERB", "PROPN"} and w not in self.harms for w in range(at + 1, n)):
            return None
        verb = next((w for w in range(at - 1, max(first - 1, at - PUT), -1) if words[w].upos == "VERB"), None)
        if verb is None or words[verb].lemma.lower() not in lemmas("puts"):
            return None
        return self.put(verb, at)

    def verb_above(self, top: int) -> tuple[int, int] | None:
        """The verb that a number hangs from, and the head of its clause: the same word, but for "be" beside a number."""
        words, w = self.reading.words, top
        for _ in range(STEPS):
            copula = next((c for c in self.reading.children[w] if words[c].relation == "cop"), None)
            if copula is not None and (words[w].upos == "NUM" or w == top):
                return copula, w
            if words[w].head == w or words[w].relation not in PARTS:
                return None
            w = words[w].head
            if words[w].upos in {"VERB", "AUX"}:
                return w, w
        return None

    def is_count(self, w: int) -> bool:
        """True for a noun that names a count, or people lost as a number: "count", "toll", "losses", "dead"."""
        word = self.reading.words[w]
        if word.lemma.lower() in lemmas("claims"):
            return word.upos == "NOUN"
        named = word.upos in {"NOUN", "ADJ"} and (word.lemma.lower() in self.counting or word.lower in self.counting)
        return named and (word.upos == "NOUN" or bool(self.owner(w)))

    def effect_of(self, noun: int) -> str | None:
        """The effect that a count's own words name: "the death toll", "its losses", "the number of soldiers reported dead"."""
        words = [w for w in self.reading.subtree(noun) if abs(w - noun) < 2 * BEFORE]
        return next((e for w in words for e in self.named(w)), None)

    def named(self, w: int) -> Iterator[str]:
        """The effect that a word names."""
        word = self.reading.words[w]
        yield from (e for e, opens in self.opens.items() if word.lemma.lower() in opens or word.lower in opens)

    def of_people(self, noun: int, q: Quantity) -> bool:
        """False for a count of other things: "the number of attacks", "the inflation figure"."""
        if self.effect_of(noun):
            return True
        things = [c for c in self.reading.dependents(noun, "nmod") if preposition(self.reading, c) == "of" and c not in q.run]
        before = [c for c in self.reading.dependents(noun, "compound") if self.cast.role(c) is None and c not in self.cast.hits]
        return not things and not before

    def owner(self, noun: int) -> tuple[int, ...]:
        """The word that says whose a count is: "its", "Mali" in "Mali's", "Malian"; whatever the parse says."""
        words = self.reading.words
        for w in range(noun - 1, max(-1, noun - BEFORE - 1), -1):
            if words[w].xpos == "PRP$" or w in self.cast.hits:
                return (w,)
            if words[w].text in POSSESSIVE and w:
                return (w - 1,)
            if words[w].upos not in {"ADJ", "NOUN", "PROPN", "ADV"}:
                return ()
        return ()

    def claimant_of(self, noun: int) -> int | None:
        """Whose claim a count is: its owner's; a toll or losses only where "'s" or "its" makes them somebody's."""
        owner = self.owner(noun)
        if not owner or of_enemy(self.cast, owner[0]):
            return None
        genitive = self.reading.words[owner[0]].xpos == "PRP$" or self.reading.words[owner[0] + 1].text in POSSESSIVE
        return owner[0] if genitive or self.reading.words[noun].lemma.lower() in lemmas("claims") else None

    def bare(self, q: Quantity, told: Told, top: int) -> list[Toll]:
        """The toll of a number that names no effect: that of its count, else the one told last."""
        effect = (self.effect_of(told.noun) if told.noun is not None else None) or self.told_last(q.run.first)
        word = told.noun if told.noun is not None and self.effect_of(told.noun) else q.number.first
        victims = top if top not in q.run and self.cast.is_class(top, "people") else self.of_whom(told.noun)
        return [replace(toll_of(effect, q, word), cumulative=True, victims=victims)] if effect else []

    def of_whom(self, noun: int | None) -> int | None:
        """The people in "the number of fighters killed"."""
        behind = of_nouns(self.reading, noun, "of") if noun is not None else ()
        return next((w for w in behind if self.cast.is_class(w, "people") or self.cast.role(w) is not None), None)

    def told_last(self, n: int) -> str | None:
        """The effect told last before a number, in its sentence or the two before."""
        first = self.reading.sentences[max(0, self.reading.words[n].sentence - BACK)].first
        return next((e for w in range(n - 1, first - 1, -1) for e in self.named(w)), None)

    def time_of(self, q: Quantity, end: int, former: bool) -> TimeMention | None:
        """The day of a count: told right behind its number, else the nearest in its sentence; a former number has only the first."""
        behind = next((m for m in self.times if end <= m.run.first <= end + BEHIND - 1), None)
        if behind is not None or former:
            return behind
        sentence = self.reading.sentences[self.reading.words[q.run.first].sentence]
        near = [
            m for m in self.times if m.run.first in sentence and not elsewhere(self.reading, head_of(self.reading, m.run), q.number.first)
        ]
        return min(near, key=lambda m: abs(m.run.first - q.run.first), default=None)

    def published(self, noun: int | None) -> TimeMention | None:
        """The day of "its count, published on Tuesday,"."""
        parts = self.reading.dependents(noun, "acl", "acl:relcl") if noun is not None else ()
        below = [k for p in parts if self.reading.words[p].lemma.lower() in lemmas("gives") for k in self.reading.subtree(p)]
        return next((m for m in self.times if m.run.first in below), None)

    def listed(self, i: int, counted: set[int]) -> Iterator[Count]:
        """As in "its number moved: 49 on Tuesday, 105 on Wednesday": several numbers behind a colon, each with its day."""
        owner = self.owner(i)
        end = self.reading.sentences[self.reading.words[i].sentence].end
        colon = next((w for w in range(i + 1, end) if self.reading.words[w].text == ":"), None)
        effect = self.effect_of(i) or self.told_last(i)
        if colon is None or effect is None or not (owner or self.effect_of(i)):
            return
        days = {
            q: self.time_of(q, q.run.end, former=True) for q in self.quantities if colon < q.run.first < end and q.run.first not in counted
        }
        dated = [(q, day) for q, day in days.items() if day is not None]
        for q, day in dated if len(dated) > 1 else ():
            toll = replace(toll_of(effect, q, q.number.first), cumulative=True, owner=self.sufferer(i))
            counted.add(q.run.first)
            yield Count(toll=toll, claimant=owner[0] if owner else None, cue=Run(i, i + 1), content=Run(*q.run), time=day)

    def sufferer(self, i: int) -> tuple[int, ...]:
        """Who has the losses of a toll: its owner, or the subject of "saw a higher toll"."""
        word = self.reading.words[i]
        verb = self.reading.words[word.head]
        if not self.effect_of(i):
            return ()
        seen = word.relation == "obj" and verb.lemma.lower() in lemmas("suffers")
        return self.owner(i) or (self.cast.verb(word.head).agents if seen else ())

    def by_count(self, i: int, counted: set[int]) -> Iterator[Count]:
        """As in "By Bamako's count 71 have died", "its own account is that 71 have died": the tolls in the rest of the sentence."""
        word, owner = self.reading.words[i], self.owner(i)
        outer = word.deprel == "nsubj:outer"
        if not owner or not (outer or preposition(self.reading, i) in {"by", "according to", "on", "in"}):
            return
        first = next((c + 1 for c in self.reading.children[word.head] if outer and self.reading.words[c].relation == "cop"), i + 1)
        end = self.reading.sentences[word.sentence].end
        for toll in self.tolls:
            if first <= toll.number[0] < end and toll.number[0] not in counted:
                yield Count(toll=toll, claimant=owner[0], cue=Run(i, i + 1), content=Run(first, end))

    def given(self, i: int, found: list[Count]) -> Iterator[Count]:
        """As in "He gave that number on Wednesday", "The figure came from the ministry": whose the last number was, and when."""
        words = self.reading.words
        verb = words[i].head
        definite = any(words[c].lower in {"the", "that", "this"} for c in self.reading.dependents(i, "det"))
        if not definite or words[verb].lemma.lower() not in lemmas("gives") or words[i].relation not in {"obj", "nsubj"}:
            return
        frame = self.cast.verb(verb)
        origin = frame.obliques.get("from", ()) if words[verb].lemma == "come" else frame.agents
        claimant = next((a for a in origin if a != i), None)
        before = [*(c.toll for c in found), *self.tolls]
        last = max(
            (t for t in before if t.number[-1] < min(i, verb) and self.near(t.number[0], i)), key=lambda t: t.number[0], default=None
        )
        if last is None or claimant is None:
            return
        sentence = self.reading.sentences[words[i].sentence]
        day = next((m for m in self.times if m.run.first in sentence and m.run.first > verb), None)
        yield Count(toll=last, claimant=claimant, cue=Run(verb, verb + 1), content=Run(last.number[0], core_end(self, last)), time=day)

    def near(self, a: int, b: int) -> bool:
        """True for two words of one sentence or of two that follow each other."""
        return 0 <= self.reading.words[b].sentence - self.reading.words[a].sentence <= 1


def core_end(counts: Counts, toll: Toll) -> int:
    """The word behind a toll's number and victims."""
    return max(toll.number[-1] + 1, *(w + 1 for w in (core(counts.reading, toll.victims) if toll.victims is not None else toll.number)))
