"""What it cost: effect words with the people they struck, and the number of each group of victims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from gesta.coding.asides import detailed_by
from gesta.coding.cast import Cast
from gesta.coding.clauses import SUFFERING, Frame, conjuncts, is_passive, preposition
from gesta.coding.killed import named_behind, torn, with_them
from gesta.coding.nounphrases import DETERMINERS, behind_of, core, of_nouns
from gesta.coding.quantities import Quantity
from gesta.coding.running_tolls import so_far
from gesta.coding.tolls import FALLING, Toll, few, holds_people, openers, together, toll_of
from gesta.coding.triggers import phrase_words

HARMS = frozenset({"casualty", "loss", "fatality", "death", "dead", "wounded", "injury"})
BEARING = SUFFERING | {"have", "take", "incur"}  # verbs whose subject the losses are that are their object
NOBODY = frozenset({"no", "none", "nobody", "no-one", "neither"})
COUNTABLE = frozenset({"count"})
NEARLY = frozenset({"nearly", "almost"})  # "was nearly lynched"
GRAVELY = frozenset({"seriously", "critically", "severely", "badly", "gravely"})
HOLDING = "hold"  # people, of all that is held
COMPANIES = frozenset("family crew group team party squad gang patrol band".split())
SHARED = {"dead": "killed", "victims": "killed", "killed": "killed", "wounded": "wounded", "injured": "wounded", "missing": "missing"}
FALLEN_TO = frozenset({"to", "from", "into", "under", "behind", "below"})
SEVERAL = frozenset(
    "group militia faction army force movement organisation organization coalition alliance network gang band government ministry".split()
)  # "a militia" is no single victim
MORE = frozenset({"further", "more", "other", "others", "another", "rest"})
LOSING = frozenset({"lose", "destroy", "miss", "missing"})
AMONG = frozenset({("among", "them"), ("among", "whom"), ("of", "whom")})
FARTHEST_COMPANY = 20  # words from a verb of harm to "along with two guards"
FARTHEST_SHARE = 14  # words from a group of victims to "five of them"


class Tolls:
    """Finds the tolls of one reading; `quantities` gives the numbers by the words they stand on."""

    def __init__(self, cast: Cast, quantities: tuple[Quantity, ...]) -> None:
        """Indexes the quantities of people by word."""
        self.cast, self.reading = cast, cast.reading
        self.at = {w: q for q in quantities if q.unit in COUNTABLE for w in range(*q.number)}
        self.found: list[Toll] = []
        self.taken: set[tuple[str, int]] = set()

    def run(self) -> tuple[Toll, ...]:
        """All tolls in order of the text."""
        effects = self.cast.codebook.ontology.effects
        at: dict[str, list[int]] = {}
        for word in self.reading.words:
            at.setdefault(word.lemma.lower(), []).append(word.i)
            at.setdefault(word.lower, []).append(word.i)
        for effect, lexicon in effects.items():
            for i in sorted({i for form in openers(lexicon).intersection(at) for i in at[form]}):
                self.at_word(effect, lexicon, i)
        self.shares()
        self.of_both()
        return tuple(sorted(self.found, key=lambda t: (t.number[0] if t.number else t.effect_word, t.effect)))

    def of_both(self) -> None:
        """As in "losses of 90 people killed and wounded": one number of both is casualties."""
        hurt = {t.number: t.effect_word for t in self.found if t.effect == "wounded"}
        both = {t.number for t in self.found if t.effect == "killed" and abs(hurt.get(t.number, t.effect_word) - t.effect_word) == 2}
        self.found = [t for t in self.found if t.number not in both or t.effect != "wounded"]
        self.found = [replace(t, effect="casualties") if t.number in both else t for t in self.found]

    def shares(self) -> None:
        """As in "three of the dead were civilians and one was a child": parts of those told before, by what they are."""
        reading = self.reading
        for word in reading.words:
            effect = SHARED.get(word.lower)
            number = word.head
            marked = (
                effect and preposition(reading, word.i) == "of" and any(reading.words[c].lower == "the" for c in reading.children[word.i])
            )
            if (
                effect
                and preposition(reading, word.i) == "among"
                and any(reading.words[c].lower == "the" for c in reading.children[word.i])
            ):
                self.people(effect, word.i, self.behind_be(word.i))
            if marked and number not in self.at and (counted := self.opened_by(word.i)) is not None:
                self.add(replace(toll_of(effect or "", self.at[counted], word.i), victims=self.predicate_of(counted)))
            if not marked or number not in self.at:
                continue
            told = conjuncts(reading, reading.words[number].head) if reading.words[number].relation == "nsubj" else ()
            for k in told:
                who = next((s for s in reading.dependents(k, "nsubj") if s in self.at), None)
                people = self.human(k)
                if who is not None and people and reading.dependents(k, "cop"):
                    self.add(replace(toll_of(effect or "", self.at[who], word.i), victims=k))
            if reading.words[number].upos == "NUM":
                self.add(toll_of(effect or "", self.at[number], word.i))

    def opened_by(self, i: int) -> int | None:
        """The number right behind "Of the dead" at the head of a sentence."""
        words, run = self.reading.words, self.reading.sentences[self.reading.words[i].sentence]
        after = i + 2 if i + 1 < run.end and words[i + 1].text == "," else i + 1
        return after if i == run.first + 2 and after < run.end and after in self.at and words[after].upos == "NUM" else None

    def predicate_of(self, number: int) -> int | None:
        """The people that a number is said to be: "soldiers" in "45 were soldiers"."""
        above = self.reading.words[number].head
        people = self.human(above)
        return above if people and self.reading.words[number].relation == "nsubj" else None

    def behind_be(self, i: int) -> tuple[int, ...]:
        """The people of "Among the dead were two nurses and a driver", whatever the parse makes of them."""
        words = self.reading.words
        if i + 2 >= len(words) or words[i + 1].lemma != "be" or words[i + 1].sentence != words[i].sentence:
            return ()
        end = self.reading.sentences[words[i].sentence].end
        first = next((w for w in range(i + 2, min(i + 9, end)) if words[w].upos == "NOUN" and words[w].relation != "compound"), None)
        counted = first is not None and (self.number_of(first) is not None or self.unit(first))
        return conjuncts(self.reading, first) if first is not None and counted else ()

    def at_word(self, effect: str, lexicon: Mapping[str, tuple[str, ...]], i: int) -> None:
        """Tolls whose effect word is `i`."""
        word = self.reading.words[i]
        lemma = word.lemma.lower()
        if word.upos in {"VERB", "AUX"} or word.xpos in {"VBN", "VBG", "VBD"}:
            self.verb(effect, lexicon, i, lemma)
        if word.upos == "NOUN":
            self.noun(effect, lexicon, i, lemma)
        if word.lower in lexicon["states"] and word.upos in {"ADJ", "VERB", "NOUN", "ADV"} and not self.done_to_others(i):
            self.state(effect, i)

    def held(self, i: int, frame: Frame) -> None:
        """People whom somebody holds: captured where rebels, gunmen or soldiers do, else detained; not "held hostage", "held back"."""
        reading, cast = self.reading, self.cast
        if holds_people(reading, i):
            armed = any(cast.is_class(a, name) for a in frame.agents for name in ("gunmen", "forces"))
            police = any((role := cast.role(a)) is not None and role.sector == "COP" for a in frame.agents)
            taken = cast.codebook.ontology.effects["captured"]["people"]
            objects = [p for p in frame.patients if p + 1 not in frame.patients]  # "holding one corner": of two the last
            people = {p: behind_of(reading, p) or p for p in objects}
            heads = tuple(p for p, h in people.items() if self.human(h) and reading.words[h].lemma.lower() not in taken)
            self.people("captured" if armed and not police else "detained", i, heads)

    def human(self, h: int) -> bool:
        """True for people and holders of a role."""
        return self.cast.is_class(h, "people") or self.cast.role(h) is not None

    def done_to_others(self, i: int) -> bool:
        """True for the verb of "three gunmen killed a mayor": they are not the dead."""
        word = self.reading.words[i]
        behind = any(o > i for o in self.reading.dependents(i, "obj"))
        return word.upos == "VERB" and behind and not is_passive(self.reading, i)

    def verb(self, effect: str, lexicon: Mapping[str, tuple[str, ...]], i: int, lemma: str) -> None:
        """Verbs of harm: victims are patients ("killed 49"), or agents ("49 died"); "claimed 60 lives", "lost 50"."""
        if i and self.reading.words[i - 1].lower in NEARLY:
            return
        frame = with_them(self.cast, i, self.cast.verb(i))
        for phrase in lexicon["patient"]:
            head, *rest = phrase.split()
            if head == lemma and phrase_words(self.reading, i, tuple(rest), True) is not None:
                self.people(effect, i, self.struck(i, frame.patients))
                return
        if lemma == HOLDING and effect == "detained":
            self.held(i, frame)
        elif not is_passive(self.reading, i) and self.phrased(lexicon["agent"], i, lemma) and not self.falls_elsewhere(i, lemma):
            self.people(effect, i, frame.agents)
        elif lemma in lexicon["lives"]:
            self.lives(effect, i, frame.patients)
        elif lemma in lexicon["losers"]:
            self.losses(effect, i, frame.agents, frame.patients)

    def falls_elsewhere(self, i: int, lemma: str) -> bool:
        """True for "fell out", "fell ill", "fell behind", "fell to the rebels": nobody died of it."""
        if lemma != "fall":
            return False
        where = {preposition(self.reading, o) for o in self.reading.dependents(i, "obl")}
        beside = {self.reading.words[c].lower for c in self.reading.children[i]}
        return bool(self.reading.dependents(i, "compound", "xcomp") or beside & FALLING or where & FALLEN_TO)

    def before_passive(self, i: int) -> int | None:
        """The number or the counted people right before "were hurt" that the parse joined to the clause before."""
        passive = [c for c in self.reading.children[i] if self.reading.words[c].deprel == "aux:pass"]
        w = passive[0] - 1 if passive else -1
        if w < 0 or self.reading.words[w].relation != "conj":
            return None
        people = self.reading.words[w].upos == "NOUN" and self.human(w) and self.number_of(w) is not None
        return w if people or (w in self.at and self.reading.words[w].upos == "NUM") else None

    def phrased(self, phrases: tuple[str, ...], i: int, lemma: str) -> bool:
        """True for a verb of one of the phrases with the rest of it: "die", "lose" with "life"."""
        split = (phrase.split() for phrase in phrases)
        return any(head == lemma and phrase_words(self.reading, i, tuple(rest), True) is not None for head, *rest in split)

    def struck(self, i: int, patients: tuple[int, ...]) -> tuple[int, ...]:
        """The victims of a verb of harm.

        What grammar gives, unless a number of its own stands beside it ("22 were killed and 10 wounded", "wounding five others").
        """
        word = self.reading.words[i]
        if word.xpos == "VBN" and not self.reading.dependents(i, "nsubj") and (number := self.before_passive(i)) is not None:
            return (number,)
        if word.xpos in {"VBN", "VBD"} and not self.reading.dependents(i, "nsubj", "aux"):
            near = self.stranded(i)
            if (
                near
                and near != patients
                and not any(p > i and self.number_of(p) is not None for p in patients)
                and self.number_of(near[0]) is not None
                and (word.relation in {"conj", "parataxis", "ccomp", "acl", "amod"} or not patients)
            ):
                return near
        if not patients and word.xpos == "VBN":
            patients = self.stranded(i)
        counted = [p for p in patients if self.number_of(p) is not None or self.unit(p)]
        active = word.xpos in {"VBG", "VB", "VBD"} or (
            word.xpos == "VBN" and word.relation in {"root", "ccomp"} and not self.reading.dependents(i, "aux")
        )
        if not counted and active:
            after = next((w for w in range(i + 1, min(i + 5, len(self.reading.words))) if w in self.at), None)
            if (
                after is not None
                and self.reading.words[after].sentence == word.sentence
                and not any(self.harms(w) for w in range(i + 1, after))
            ):
                noun = self.reading.words[after].head
                return (noun,) if after < noun <= after + 5 and self.reading.words[noun].upos in {"NOUN", "PROPN"} else (after,)
        return patients

    def harms(self, w: int) -> bool:
        """True for a verb that names any effect."""
        word, effects = self.reading.words[w], self.cast.codebook.ontology.effects
        return word.upos == "VERB" and any(word.lemma in {p.split()[0] for p in entry["patient"]} for entry in effects.values())

    def kills(self, w: int) -> bool:
        """True for "killed", "died"."""
        word, entry = self.reading.words[w], self.cast.codebook.ontology.effects["killed"]
        return word.upos == "VERB" and word.lemma in {*entry["patient"], *entry["agent"]}

    def harmed(self, w: int) -> bool:
        """True for a participle or adjective that names an effect on the people before it."""
        if w >= len(self.reading.words) or self.reading.words[w].xpos not in {"VBN", "JJ", "VBD"}:
            return False
        return any(self.reading.words[w].lower in entry["states"] for entry in self.cast.codebook.ontology.effects.values())

    def harmed_else(self, effect: str, h: int) -> bool:
        """True for the wounded of "leaving one dead, five wounded": they are not among the dead."""
        entries = self.cast.codebook.ontology.effects
        return self.harmed(h) and self.reading.words[h].lower not in entries[effect]["states"]

    def harmed_otherwise(self, h: int) -> bool:
        """True for people with a participle of harm of their own: "thousands were killed and two million driven from their homes"."""
        own = self.reading.dependents(h, "acl")
        return self.harmed(h + 1) or any(self.reading.words[c].xpos == "VBN" and self.harms(c) for c in own)

    def stranded(self, i: int) -> tuple[int, ...]:
        """Victims of a participle that the parse hangs on nothing.

        "49 killed", "three others wounded" – the number or noun just before it.
        """
        w = i - 1
        while w >= 0 and self.reading.words[w].upos in {"ADV", "AUX", "PUNCT"} and i - w < 3:
            w -= 1
        near = self.reading.words[w] if w >= 0 else None
        if near is not None and near.sentence == self.reading.words[i].sentence and near.upos in {"NOUN", "NUM", "PROPN"}:
            return (w,)
        return ()

    def lives(self, effect: str, i: int, patients: tuple[int, ...]) -> None:
        """As in "The conflict claimed 60 lives"."""
        for p in patients:
            if self.reading.words[p].lemma == "life":
                self.count(effect, i, p, victims=p)
                self.people(effect, i, tuple(w for w in of_nouns(self.reading, p, "of") if self.number_of(w) is not None))

    def losses(self, effect: str, i: int, agents: tuple[int, ...], patients: tuple[int, ...]) -> None:
        """As in "Azerbaijan said it lost 50": a bare number or people lost by a side."""
        for p in patients:
            bare = p in self.at and self.reading.words[p].upos == "NUM"
            if bare or self.human(p):
                self.count(effect, i, p, victims=None if bare else p, owner=agents)

    def noun(self, effect: str, lexicon: Mapping[str, tuple[str, ...]], i: int, lemma: str) -> None:
        """As in "The deaths of 11 Israelis", "a death toll of 93", "no casualties", "50 fatalities"."""
        before = self.reading.words[i - 1].lower if i else ""
        behind = [
            k
            for c in self.reading.dependents(i, "nmod")
            if preposition(self.reading, c) in {"of", "to", "at", "among"}
            for k in conjuncts(self.reading, c)
        ]
        if not behind:
            behind = self.straight_behind(i) or list(named_behind(self.cast, i))
        if f"{before} {lemma}" in lexicon["tolls"] or lemma in lexicon["tolls"]:
            self.toll(effect, i, behind)
        elif lemma in lexicon["nouns"] and not (lemma == "loss" and before == "in"):  # "millions in losses" is money
            self.named(effect, lexicon, i, behind)
        elif lemma in lexicon["people"] and self.number_of(i) is None and any(self.number_of(b) is not None for b in behind):
            self.people(effect, i, tuple(b for b in behind if self.human(b)))
        elif lemma in lexicon["people"] and not (effect == "displaced" and self.kills(self.reading.words[i].head)):
            self.people(effect, i, (i,))  # "120 refugees have died" are not counted as such once more

    def straight_behind(self, i: int) -> list[int]:
        """The counted noun right behind "deaths of", whatever the parse hangs it on."""
        words = self.reading.words
        if i + 2 >= len(words) or words[i + 1].lower != "of":
            return []
        number = next((w for w in range(i + 2, min(i + 5, len(words))) if w in self.at), None)
        head = words[number].head if number is not None else i
        return [head] if number is not None and number < head < number + 4 else []

    def named(self, effect: str, lexicon: Mapping[str, tuple[str, ...]], i: int, behind: list[int]) -> None:
        """A noun of harm: its own number, none at all ("no casualties"), or the people behind "of" or before "'s"."""
        owners = self.reading.dependents(i, "nmod:poss")
        own = self.number_of(i) if all(self.number_of(o) is None for o in owners) else None
        above = self.reading.words[i].head if self.reading.words[i].relation == "conj" else i  # "no damage or injuries"
        apart = any(self.reading.words[c].relation == "det" for c in self.reading.children[i])
        zero = any(self.reading.words[c].lower in NOBODY for c in self.reading.children[i if apart else above])
        if zero or own is not None:
            owner = tuple(b for b in behind if self.human(b))
            self.count(effect, i, i, victims=owner[0] if owner else None)
            for k in () if zero else self.parts(i):
                self.count(effect, i, k, victims=k, part_of=i)
        elif lexicon["nouns"] and self.reading.words[i].lemma.lower() not in {"loss", "casualty", "injury"}:
            whole = tuple(behind or owners)
            named = [k for b in (*behind, *owners) for k in (b, *self.listed(b))]
            named += torn(self.cast, i, whole, noun=True) if whole else ()
            people = tuple(b for b in named if self.number_of(b) is not None or self.unit(b))
            self.people(effect, i, people)

    def toll(self, effect: str, i: int, behind: list[int]) -> None:
        """The number of a toll: behind "of" or "to", or object of the verb that moves it ("brought the toll to 105")."""
        word = self.reading.words[i]
        heads = list(behind)
        if word.head != i:
            above = self.reading.words[word.head]
            heads += [c for c in self.reading.dependents(above.i, "obl", "obj", "nmod", "nsubj") if c != i]
            heads += [above.i] if above.i in self.at else []
        for h in heads:
            quantity = self.number_of(h)
            if quantity is not None:
                victims = h if self.reading.words[h].upos != "NUM" and h not in range(*quantity.number) else None
                self.add(replace(toll_of(effect, quantity, i), victims=victims, cumulative=True))
                return

    def state(self, effect: str, i: int) -> None:
        """As in "15 dead and 14 wounded", "leaving more than 1,500 people dead", "100 were missing"."""
        reading = self.reading
        word = reading.words[i]
        heads: list[int] = []
        people = self.human(word.head)
        counted = word.relation == "amod" and word.head > i and people  # "77 dead soldiers"
        if i - 1 in self.at:
            heads = [word.head] if counted else [i - 1]
        elif word.deprel == "amod" and word.head != i and word.head > i:
            return
        elif reading.dependents(i, "nsubj", "nsubj:pass"):
            heads = list(reading.dependents(i, "nsubj"))
        elif word.relation == "advcl" and reading.words[i - 1].lower == "as":  # "were listed as missing"
            heads = list(self.cast.verb(word.head).patients)
        elif word.deprel == "amod" and self.left_so(word.head):
            heads = [reading.words[word.head].head]  # "left two militants and a constable dead"
        elif word.relation in {"xcomp", "amod", "acl"} and word.head != i:
            heads = list(reading.dependents(word.head, "obj", "nsubj:pass")) or (
                [word.head] if reading.words[word.head].upos == "NOUN" else []
            )
        elif i > 1 and reading.words[i - 1].lower == "people" and i - 2 in self.at:
            heads = [i - 1]
        self.people(effect, i, tuple(k for h in heads for k in conjuncts(reading, h)) if word.relation != "conj" else tuple(heads))

    def left_so(self, h: int) -> bool:
        """True for the last of several people whom somebody left in a state."""
        word = self.reading.words[h]
        first = self.reading.words[word.head]
        return word.relation == "conj" and first.relation == "obj" and self.reading.words[first.head].lemma == "leave"

    def people(self, effect: str, i: int, heads: tuple[int, ...]) -> None:
        """One toll for each counted group of victims; one with a participle of its own behind it ("and four civilians wounded") is left."""
        more = (k for first in heads for k in self.listed(first))
        rest = torn(self.cast, i, heads) if heads else ()
        groups = tuple(dict.fromkeys((*heads, *more, *rest, *self.company(i))))
        for h in groups:
            if any(self.harms(w) for w in range(i + 1, h)) or (h > i and (self.harmed_otherwise(h) or self.harmed_else(effect, h))):
                continue
            self.count(effect, i, h, victims=h, part_of=detailed_by(self.reading, h, groups))
            for k in self.parts(h):
                self.count(effect, i, k, victims=k, part_of=h)

    def company(self, i: int) -> tuple[int, ...]:
        """The counted people who "were killed along with him": in "was killed, together with two of his guards", those behind "with"."""
        words, end = self.reading.words, self.reading.sentences[self.reading.words[i].sentence].end
        if words[i].upos != "VERB":
            return ()
        for w in range(i + 1, min(i + FARTHEST_COMPANY, end - 2)):
            if words[w].upos == "VERB":
                return ()
            if words[w].lower in {"along", "together"} and words[w + 1].lower == "with":
                number = next((n for n in range(w + 2, min(w + 5, end)) if n in self.at), None)
                noun = next((n for n in range(w + 2, min(w + 7, end)) if words[n].upos == "NOUN"), None)
                if number is None or noun is None or number > noun:
                    return ()
                return (number,) if number + 1 < noun and words[number + 1].lower == "of" else (noun,)
        return ()

    def listed(self, h: int) -> tuple[int, ...]:
        """The rest of "six guards, a driver and a cook" where the parse takes it for an apposition of the first, or hangs it on a name.

        As in "minister Juan Perez and two guards". An apposition of a name says who that is ("a priest, a teacher and a friend") unless it
        counts several: "Juan Perez, five other priests and two women".
        """
        reading = self.reading
        if h in self.cast.person_at:
            several = (a for a in reading.dependents(h, "appos") if (q := self.number_of(a)) is not None and (q.best or 0) > 1)
            return tuple(k for a in several for k in conjuncts(reading, a))
        lists = [
            a for a in reading.dependents(h, "appos") if reading.dependents(a, "conj") and (self.unit(a) or self.number_of(a) is not None)
        ]
        if not lists and self.number_of(h) is None and not self.unit(h):  # "In Goma, the main town of Kivu, 60 people were killed"
            beside = (a for a in reading.dependents(h, "appos", "nmod") if preposition(reading, a) is None)
            lists = [a for a in beside if self.number_of(a) is not None and self.human(a)]
        titled = reading.dependents(h, "appos", "flat", "nmod:desc") if self.number_of(h) is None else ()
        names = [a for a in titled if a in self.cast.person_at]
        return (*(k for a in lists for k in conjuncts(reading, a)), *(k for a in names for k in conjuncts(reading, a) if k != a))

    def parts(self, h: int) -> tuple[int, ...]:
        """The counted people behind "including", "among them" or "of whom" after a group of victims."""
        reading = self.reading
        under = [
            k
            for c in reading.dependents(h, "nmod", "obl", "advcl", "acl")
            if preposition(reading, c) == "including"
            for k in conjuncts(reading, c)
        ]
        if under:
            return tuple(under)
        if shares := self.of_them(h):
            return shares
        sentence = reading.sentences[reading.words[h].sentence]
        end = next((w for w in range(h + 2, min(h + FARTHEST_SHARE, sentence.end)) if w in self.at), sentence.end)
        said = [reading.words[w].lower for w in range(h + 1, min(h + FARTHEST_SHARE, end, sentence.end))]
        marks = [h + 1 + k for k, word in enumerate(said) if word == "including" and (k < 3 or said[k - 1] == ",")]
        marks += [h + 2 + k for k, pair in enumerate(pairwise(said)) if pair in AMONG and (k < 3 or said[k - 1] == ",")]
        nouns = [w for m in marks for w in range(m + 1, min(m + 7, sentence.end)) if self.of_some(w) or self.part(w, near=m < h + 4)]
        return tuple(nouns[:1])

    def part(self, w: int, *, near: bool) -> bool:
        """True for a counted noun; far from its whole for one of people alone."""
        if self.reading.words[w].upos != "NOUN":
            return False
        people = self.human(w)
        return (self.number_of(w) is not None and (near or people)) or (near and self.unit(w))

    def of_some(self, w: int) -> bool:
        """True for the bare number of "among them seven who …"."""
        after = self.reading.words[w + 1].lower if w + 1 < len(self.reading.words) else ""
        return w in self.at and self.reading.words[w].upos == "NUM" and after == "who"

    def of_them(self, h: int) -> tuple[int, ...]:
        """The noun or the bare number of "53 bodies were found, 15 of them women", "19 hurt, five of them badly", in the words behind."""
        reading = self.reading
        words, end = reading.words, reading.sentences[reading.words[h].sentence].end
        for w in range(h + 1, min(h + FARTHEST_SHARE, end - 2)):
            if w in self.at and words[w + 1].lower in GRAVELY and words[w - 1].text in {",", "("}:
                return (w,)  # "19 hurt, five seriously"
            if w in self.at and words[w + 1].lower != "of" and words[w].upos == "NUM":
                return ()
            if w in self.at and words[w + 1].lower == "of" and words[w + 2].lower in {"them", "whom"} and words[w - 1].text in {",", "("}:
                noun = words[w + 3] if w + 3 < end else words[w]
                kind = noun.upos == "NOUN" and self.human(noun.i)
                return (noun.i,) if kind and noun.i not in self.at else (w,)
        return ()

    def count(
        self, effect: str, i: int, head: int, *, victims: int | None, owner: tuple[int, ...] = (), part_of: int | None = None
    ) -> None:
        """Adds the toll of one noun phrase, if it holds a number, "a", "another" or "no"."""
        quantity = self.number_of(head)
        reading = self.reading
        owner = owner or self.sufferer(head)
        if quantity is not None and head not in range(*quantity.number) and self.thing(head):
            return
        if quantity is not None and head in range(*quantity.number) and self.more_things(quantity, i):
            return
        if quantity is not None and head in range(*quantity.number) and quantity.best == 1 and not self.one_of_people(head):
            return
        if quantity is not None:
            if victims is not None and victims in range(*quantity.number):
                victims = self.torn_off(quantity) or victims
            bare = victims is not None and victims in range(*quantity.number) and behind_of(reading, victims) is None
            named = behind_of(reading, head) if victims in range(*quantity.number) else victims
            counted = toll_of(effect, quantity, i)
            self.add(replace(counted, victims=None if bare else named, owner=owner, part_of=self.whole(part_of)))
            return
        marks = [c for c in reading.children[head] if reading.words[c].lower in NOBODY]
        if marks or reading.words[head].lower in NOBODY:
            self.add(replace(few(effect, 0, tuple(marks) or (head,), i), victims=victims, owner=owner))
        elif victims is not None and effect != "displaced" and self.unit(head):
            mark = tuple(c for c in reading.dependents(head, "det") if reading.words[c].lower in DETERMINERS) or (head,)
            self.add(replace(few(effect, 1 + self.kin(head), mark, i), victims=victims, owner=owner, part_of=self.whole(part_of)))

    def more_things(self, quantity: Quantity, i: int) -> bool:
        """True for more of the things counted last, which are lost as people are: "shot down 88 of the drones. A further 17 were lost"."""
        reading = self.reading
        more = any(reading.words[c].lower in MORE for c in reading.subtree(quantity.number.first))
        if not more or reading.words[i].lemma not in LOSING:
            return False
        last = max((w for w in self.at if w < quantity.run.first), default=None)
        if last is None or reading.words[i].sentence - reading.words[last].sentence > 1:
            return False
        counted = behind_of(reading, last)
        return self.thing(counted if counted is not None else reading.words[last].head)

    def torn_off(self, quantity: Quantity) -> int | None:
        """The people right behind a number that the parse lists beside them: "1,100 Lebanese and about 160 Israelis"."""
        words, noun = self.reading.words, quantity.number.end
        if (
            noun >= len(words)
            or words[noun].xpos not in {"NNS", "NNPS"}
            or words[noun].head != words[noun - 1].head
            or self.number_of(noun)
        ):
            return None
        return noun if words[noun - 1].relation == "conj" else None

    def sufferer(self, head: int) -> tuple[int, ...]:
        """Who "suffered 40 casualties", "has had 70,000 casualties": the subject of the verb that a noun of harm is the object of."""
        words = self.reading.words
        verb = words[words[head].head]
        borne = words[head].lemma.lower() in HARMS and verb.lemma in BEARING
        borne |= words[head].upos == "NUM" and verb.lemma in SUFFERING  # "suffered 11 dead"
        return self.cast.verb(verb.i).agents if borne and words[head].relation == "obj" else ()

    def one_of_people(self, head: int) -> bool:
        """False for "one of the worst atrocities", "one of its demands"."""
        behind = behind_of(self.reading, head)
        if behind is None or self.reading.words[behind].upos == "PRON" or behind in self.cast.hits or behind in self.cast.person_at:
            return True
        return self.cast.is_class(behind, "people") or self.cast.is_class(behind, "forces") or self.cast.role(behind) is not None

    def thing(self, head: int) -> bool:
        """True for what is no people though it is counted: bombs, attacks, houses, days."""
        cast = self.cast
        if cast.is_class(head, "people") or cast.is_class(head, "forces") or cast.role(head) is not None or head in cast.hits:
            return False
        if any(cast.is_class(c, "arms") for c in self.reading.dependents(head, "compound")):  # "artillery pieces"
            return True
        acts = cast.codebook.ontology.nouns.get(self.reading.words[head].lemma, ())
        named = any(rule.type == "ASSAULT" and not rule.killing for rule, _ in acts)
        return named or any(cast.is_class(head, name) for name in ("arms", "property", "territory", "time_like"))

    def whole(self, head: int | None) -> int | None:
        """The first word of the number of the total that a part belongs to."""
        quantity = self.number_of(head) if head is not None else None
        return quantity.run.first if quantity else None

    def unit(self, head: int) -> bool:
        """True for "a soldier", "another", "one": one person."""
        reading = self.reading
        word = reading.words[head]
        if word.lower in {"another", "one"} and word.upos in {"PRON", "DET", "NUM"}:
            return True
        article = any(reading.words[c].lower in DETERMINERS for c in reading.dependents(head, "det"))
        return article and word.xpos != "NNS" and word.lemma.lower() not in SEVERAL and (self.human(head) or head in self.cast.hits)

    def kin(self, head: int) -> int:
        """How many more there are in "a man, his wife and their child": two."""
        words = self.reading.words
        kin = (k for k in conjuncts(self.reading, head) if k > head and words[k].xpos == "NN" and self.human(k))
        return sum(any(words[c].xpos == "PRP$" for c in self.reading.children[k]) for k in kin)

    def number_of(self, head: int) -> Quantity | None:
        """The quantity that counts a noun: its numeral, itself, or the one of its container ("dozens of people")."""
        if head in self.at:
            return self.at[head]
        for c in self.reading.dependents(head, "nummod"):
            if c in self.at:
                return self.at[c]
        near = [c for c in core(self.reading, head) if c in self.at and c < head]
        if near:
            return self.at[near[-1]]
        word = self.reading.words[head]
        if word.lemma.lower() in COMPANIES and (of := of_nouns(self.reading, head, "of")):  # "a family of five", "a group of 12 miners"
            return self.at.get(next((c for c in (*of, *self.reading.dependents(of[0], "nummod")) if c in self.at), head))
        if head > 2 and head - 3 in self.at and self.reading.words[head - 1].lower in {"them", "whom"}:  # "15 of them women"
            return self.at[head - 3]
        if word.relation == "nmod" and word.head in self.at:
            return self.at[word.head]
        return self.at.get(head - 1) if word.upos == "NOUN" and head and self.reading.words[head - 1].sentence == word.sentence else None

    def add(self, toll: Toll) -> None:
        """Keeps one toll for each effect and number; a number is never counted twice for one effect."""
        first = toll.number[0] if toll.number else toll.effect_word
        if toll.effect in {"killed", "missing"} and together(self.reading, toll.effect_word):
            toll = replace(toll, effect="killed_or_missing")
        if (toll.effect, first) in self.taken or (toll.effect == "casualties" and any(n == first for _, n in self.taken)):
            return
        self.taken.add((toll.effect, first))
        self.found.append(replace(toll, cumulative=toll.cumulative or so_far(self.reading, toll.effect_word)))
