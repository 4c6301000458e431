"""What it cost: effect words with the people they struck, and the number of each group of victims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from gesta.coding.asides import detailed_by
from gesta.coding.by_form import places
from gesta.coding.cast import Cast
from gesta.coding.clauses import Frame, conjuncts, is_passive, preposition
from gesta.coding.counted import COMPANIES, MORE, Counted
from gesta.coding.joined_harms import chain, in_common, members
from gesta.coding.killed import fatally, named_behind, torn, with_them
from gesta.coding.nounphrases import DETERMINERS, behind_of, of_nouns
from gesta.coding.parties_in_text import who
from gesta.coding.places_of_losses import LYING
from gesta.coding.quantities import Quantity
from gesta.coding.refuge import who_fled
from gesta.coding.running_tolls import so_far
from gesta.coding.shares import merely_identified, shares
from gesta.coding.tolls import FALLING, Toll, by_head, few, holds_people, openers, some, together, toll_of
from gesta.coding.triggers import phrase_words
from gesta.coding.unnumbered import none_told, told_heavy

NOBODY = frozenset({"no", "none", "nobody", "no-one", "neither"})
NEARLY = frozenset({"nearly", "almost"})  # "was nearly lynched"
GRAVELY = frozenset({"seriously", "critically", "severely", "badly", "gravely"})
BURYING = "bury"
HOLDING = "hold"  # people, of all that is held
FALLEN_TO = frozenset({"to", "from", "into", "under", "behind", "below"})
AMONG = frozenset({("among", "them"), ("among", "whom"), ("of", "whom")})
FARTHEST_COMPANY = 20  # words from a verb of harm to "along with two guards"
FARTHEST_SHARE = 14  # words from a group of victims to "five of them"
HELD = frozenset({"displaced", "captured", "detained"})
FREEING = frozenset({"release", "free", "exchange", "swap", "liberate"})
BODIES = frozenset({"body", "corpse", "remains"})
FORMER = frozenset({"former", "ex", "ex-"})
FINDING = frozenset({"find", "discover", "recover", "retrieve", "unearth"})
PRISONS = frozenset({"prison", "jail", "custody", "detention", "cell", "camp", "facility"})
TAKEN_AS = frozenset({"hostage", "prisoner", "captive"})
STRIKING = frozenset({"shoot", "wound", "stab", "injure", "beat", "hit", "strike"})  # done fatally they kill
UNTOLD = frozenset({"casualty", "injury", "fatality", "death", "victim"})  # of which "without causing any" tells none
MANPOWER = frozenset({"personnel", "manpower", "man", "soldier", "troop", "troops", "fighter", "militant", "rebel", "civilian"})


class Tolls(Counted):
    """Finds the tolls of one reading; `quantities` gives the numbers by the words they stand on."""

    def __init__(self, cast: Cast, quantities: tuple[Quantity, ...]) -> None:
        """No toll is found yet."""
        super().__init__(cast, quantities)
        self.found: list[Toll] = []
        self.taken: set[tuple[str, int]] = set()

    def run(self) -> tuple[Toll, ...]:
        """All tolls in order of the text."""
        effects = self.cast.codebook.ontology.effects
        at = places(self.reading)
        for effect, lexicon in effects.items():
            for i in sorted({i for form in openers(lexicon).intersection(at) for i in at[form]}):
                self.at_word(effect, lexicon, i)
        for toll in shares(self, tuple(self.found)):
            self.add(toll)
        for effect, i, heads in members(self):
            self.people(effect, i, heads)
        for i, heads in who_fled(self):
            self.people("displaced", i, heads)
        self.found = in_common(self, self.found)
        return tuple(sorted(self.found, key=lambda t: (t.number[0] if t.number else t.effect_word, t.effect)))

    def at_word(self, effect: str, lexicon: Mapping[str, tuple[str, ...]], i: int) -> None:
        """Tolls whose effect word is `i`."""
        word = self.reading.words[i]
        lemma = "corpse" if word.lower == "corpses" else word.lemma.lower()  # a lemmatiser may take them for a corps
        if word.upos in {"VERB", "AUX"} or word.xpos in {"VBN", "VBG", "VBD"}:
            self.verb(effect, lexicon, i, lemma)
        if word.upos == "NOUN" and not merely_identified(self.reading, i):
            self.noun(effect, lexicon, i, lemma)
        told = word.upos in {"ADJ", "VERB", "ADV"} or (word.upos == "NOUN" and (effect != "captured" or self.countable(effect, i)))
        if word.lower in lexicon["states"] and told and not self.done_to_others(i):
            self.state(effect, i)

    def held(self, i: int, frame: Frame) -> None:
        """People whom somebody holds: captured where rebels, gunmen or soldiers do, else detained; not "held hostage", "held back"."""
        reading, cast = self.reading, self.cast
        if holds_people(reading, i):
            armed = any(cast.is_class(a, name) for a in frame.agents for name in ("gunmen", "forces"))
            armed |= any(p.kind == "armed-group" for a in frame.agents for p in who(cast, a)) or (not frame.agents and self.hostages(i))
            police = any((role := cast.role(a)) is not None and role.sector == "COP" for a in frame.agents)
            taken = cast.codebook.ontology.effects["captured"]["people"]
            objects = [p for p in frame.patients if p + 1 not in frame.patients]  # "holding one corner": of two the last
            people = {p: behind_of(reading, p) or p for p in objects}
            heads = tuple(p for p, h in people.items() if self.human(h) and reading.words[h].lemma.lower() not in taken)
            self.people("captured" if armed and not police else "detained", i, heads)

    def hostages(self, i: int) -> bool:
        """True where the sentence or one of the two before tells of hostages, and these are held in no prison."""
        n = self.reading.words[i].sentence
        if any(self.reading.words[o].lemma in PRISONS for o in self.reading.dependents(i, "obl")):
            return False
        near = self.reading.words[self.reading.sentences[max(0, n - 2)].first : self.reading.sentences[n].end]
        return any(w.lemma.lower() in TAKEN_AS or w.lemma.lower() in {"kidnap", "abduct"} for w in near)

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
        if lemma == BURYING and not self.lays_to_rest(i, frame):
            return
        for rest in by_head(lexicon["patient"]).get(lemma, ()):
            if self.tells(i, rest):
                self.people("killed" if effect == "wounded" and fatally(self.reading, i) else effect, i, self.struck(i, frame.patients))
                return
        if effect == "killed" and lemma in STRIKING and fatally(self.reading, i):
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

    def lays_to_rest(self, i: int, frame: Frame) -> bool:
        """False for what people are buried under, and for a landslide that buries them: they may be alive."""
        under = {"under", "beneath", "by", "alive"} & {self.reading.words[w].lower for w in self.reading.subtree(i) if w > i}
        pronoun = any(self.reading.words[a].upos == "PRON" for a in frame.agents)
        return not under and (pronoun or not frame.agents or any(self.human(a) for a in frame.agents))

    def tells(self, i: int, rest: tuple[str, ...]) -> bool:
        """True where a verb has the rest of its phrase, by the parse or right behind it: "200 taken hostage"."""
        words = self.reading.words
        near = len(rest) == 1 and rest[0] in TAKEN_AS and i + 1 < len(words) and words[i + 1].lower == rest[0]
        return near or phrase_words(self.reading, i, rest, True) is not None

    def falls_elsewhere(self, i: int, lemma: str) -> bool:
        """True for "fell out", "fell ill", "fell behind", "fell to the rebels": nobody died of it."""
        if lemma != "fall":
            return False
        where = {preposition(self.reading, o) for o in self.reading.dependents(i, "obl")}
        beside = {self.reading.words[c].lower for c in self.reading.children[i]}
        return bool(self.reading.dependents(i, "compound", "xcomp") or beside & FALLING or where & FALLEN_TO)

    def before_passive(self, i: int) -> int | None:
        """The people counted right before "were hurt" whom the parse joins to those before: dozens in "two died and dozens were hurt"."""
        words = self.reading.words
        passive = [c for c in self.reading.children[i] if words[c].deprel in {"aux:pass", "aux"} and c < i]
        w = min(passive, default=0) - 1
        joined = w > 0 and words[w].relation == "conj" and words[w].head < w and words[w].sentence == words[i].sentence
        return w if joined and words[i].xpos == "VBN" and (w in self.at or self.counted_noun(w)) else None

    def apart(self, number: int, patients: tuple[int, ...]) -> bool:
        """True where a verb stands between a number and the others whom the parse joins it to."""
        first = min(patients, default=number)
        return number not in patients or any(self.reading.words[w].upos == "VERB" for w in range(first, number))

    def counted_noun(self, w: int) -> bool:
        """True for people with a number of their own behind "and": "and three more people"."""
        quantity = self.number_of(w) if self.human(w) else None
        return quantity is not None and quantity.run.first > 0 and self.reading.words[quantity.run.first - 1].lower in {"and", ","}

    def phrased(self, phrases: tuple[str, ...], i: int, lemma: str) -> bool:
        """True for a verb of one of the phrases with the rest of it: "die", "lose" with "life"."""
        return any(phrase_words(self.reading, i, rest, True) is not None for rest in by_head(phrases).get(lemma, ()))

    def struck(self, i: int, patients: tuple[int, ...]) -> tuple[int, ...]:
        """The victims of a verb of harm.

        What grammar gives, unless a number of its own stands beside it ("22 were killed and 10 wounded", "wounding five others").
        """
        word = self.reading.words[i]
        if (number := self.before_passive(i)) is not None and self.apart(number, patients):
            return (number,)
        if (told := self.direct(i)) is not None and self.counted_by(told) not in patients:
            return (self.counted_by(told),)
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
                and not any(self.harms(w) or self.reading.words[w].upos in {"SCONJ", "PUNCT"} for w in range(i + 1, after))
            ):
                noun = self.reading.words[after].head
                return (noun,) if after < noun <= after + 5 and self.reading.words[noun].upos in {"NOUN", "PROPN"} else (after,)
        return patients

    def harmed(self, w: int) -> bool:
        """True for a participle or adjective that names an effect on the people before it."""
        if w >= len(self.reading.words) or self.reading.words[w].xpos not in {"VBN", "JJ", "VBD"}:
            return False
        return any(self.reading.words[w].lower in entry["states"] for entry in self.cast.codebook.ontology.effects.values())

    def harmed_else(self, effect: str, h: int) -> bool:
        """True for the wounded of "leaving one dead, five wounded": they are not among the dead."""
        entries = self.cast.codebook.ontology.effects
        return self.harmed(h) and self.reading.words[h].lower not in entries[effect]["states"]

    def harmed_otherwise(self, h: int, i: int) -> bool:
        """True for people with a participle of harm of their own, not `i`: "thousands were killed and two million driven from home"."""
        own = self.reading.dependents(h, "acl")
        suffers = next(
            (v for v in range(h + 1, min(h + 4, len(self.reading.words))) if self.reading.words[v].upos not in {"AUX", "ADV"}), h
        )
        if suffers > h + 1 and self.harms(suffers) and self.before_passive(suffers) == h:
            return True
        return self.harmed(h + 1) or any(self.reading.words[c].xpos == "VBN" and self.harms(c) for c in own if c != i)

    def behind(self, i: int) -> tuple[int, ...]:
        """The number right behind an active verb of harm, and the people that it counts."""
        told = self.direct(i) if self.harms(i) else None
        return (*range(*told.number), self.counted_by(told)) if told is not None else ()

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
            lost = behind_of(self.reading, p) or p  # "hundreds of lives"
            if self.reading.words[lost].lemma == "life":
                self.count(effect, i, p, victims=p)
                whose = of_nouns(self.reading, lost, "of")
                self.people(effect, i, tuple(w for w in whose if self.number_of(w) is not None or (self.human(w) and self.unit(w))))

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
        elif lemma in BODIES and self.found_dead(i) and (one := tuple(b for b in behind if self.human(b) and self.unit(b))):
            self.people(effect, i, one)  # "found the body of a woman"
        elif lemma in lexicon["people"] and self.countable(effect, i):
            self.people(effect, i, (i,))

    def found_dead(self, i: int) -> bool:
        """True for a body that somebody finds, not one that is carried or shown."""
        words = self.reading.words
        return words[words[i].head].lemma in FINDING and words[i].relation in {"obj", "nsubj"}

    def countable(self, effect: str, i: int) -> bool:
        """False for "120 refugees have died", not counted as such once more, "one hostage said", "the 15-member body"."""
        words, quantity = self.reading.words, self.number_of(i)
        if (effect in HELD or words[i].lemma == "victim") and any(words[c].lower in NOBODY for c in self.reading.children[i]):
            return False  # nor "no refugees"
        if effect == "captured":
            several = quantity is not None and (quantity.best or quantity.low or 0) > 1
            return several and not self.kills(words[i].head) and not any(words[w].lower in FORMER for w in (i - 1, i - 2) if w >= 0)
        if effect == "displaced" and self.kills(words[i].head):
            return False
        if words[i].lemma == "prisoner":  # whose release tells that they are held, not "40 prisoners escaped"
            return words[words[i].head].lemma in FREEING
        return quantity is None or words[quantity.number.end].text != "-" or words[i].lemma != "body"

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
        if own is None and self.untold(effect, i, behind):
            return
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

    def untold(self, effect: str, i: int, behind: list[int]) -> bool:
        """Adds none of "without causing any casualties", and some of "heavy casualties", "heavy losses among the troops"."""
        lemma = self.reading.words[i].lemma.lower()
        reading = self.reading
        on = (w for w in reading.dependents(reading.words[i].head, "obl") if preposition(reading, w) in {"on", "upon", "among", "to"})
        victims = next((b for b in (*behind, *reading.dependents(i, "nmod"), *on) if self.human(b)), None)
        if lemma in UNTOLD and (none := none_told(self.reading, i)):
            self.add(replace(few(effect, 0, none, i), victims=victims, owner=self.sufferer(i)))
            return True
        heavy = told_heavy(self.reading, i) if lemma == "casualty" or (lemma == "loss" and self.of_people(i)) else ()
        if heavy:
            self.add(replace(some("casualties", heavy, i), victims=victims, owner=self.sufferer(i)))
        return bool(heavy)

    def of_people(self, i: int) -> bool:
        """True for "losses among the troops", "heavy losses of personnel"; losses that somebody suffers may be of money or tanks."""
        below = self.reading.dependents(i, "nmod")
        return any(self.cast.is_class(w, "forces") or self.reading.words[w].lemma in MANPOWER for w in below)

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
                for k in self.parts(h):
                    self.count(effect, i, k, victims=k, part_of=h)
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
        groups, joined = tuple(dict.fromkeys((*heads, *more, *rest, *self.company(i)))), chain(self, i)
        for h in groups:
            if any(self.harms(w) and w not in joined for w in range(i + 1, h)):
                continue
            if h > i and self.reading.words[i].lemma not in BODIES and (self.harmed_otherwise(h, i) or self.harmed_else(effect, h)):
                continue  # bodies are dead, whatever befell them: "the bodies of two men who had been abducted"
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
            if reading.words[k].xpos != "NNS" or reading.words[k].lemma.lower() not in COMPANIES  # of families nobody counts the people
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
        return tuple(
            k for n in nouns[:1] for k in conjuncts(reading, n) if k == n or (k > n and (self.part(k, near=True) or self.of_some(k)))
        )

    def part(self, w: int, *, near: bool) -> bool:
        """True for a counted noun; far from its whole for one of people alone. Never for "others", nor for families."""
        word = self.reading.words[w]
        if word.upos != "NOUN" or word.lemma.lower() in MORE or (word.xpos == "NNS" and word.lemma.lower() in COMPANIES):
            return False
        people = self.human(w)
        return (self.number_of(w) is not None and (near or people)) or (near and self.unit(w))

    def of_some(self, w: int) -> bool:
        """True for the bare number of "among them seven who …", "among them 14 in Aleppo"."""
        words = self.reading.words
        after = words[w + 1].lower if w + 1 < len(words) else ""
        placed = after in LYING and any(k in self.cast.place_of for k in range(w + 2, w + 5))
        return w in self.at and words[w].upos == "NUM" and (after == "who" or placed)

    def of_them(self, h: int) -> tuple[int, ...]:
        """The noun or the bare number of "53 bodies were found, 15 of them women", "19 hurt, five of them badly", in the words behind."""
        reading = self.reading
        words, end = reading.words, reading.sentences[reading.words[h].sentence].end
        for w in range(h + 1, min(h + FARTHEST_SHARE, end - 2)):
            if w in self.at and words[w + 1].lower in GRAVELY and words[w - 1].text in {",", "("}:
                return (w,)  # "19 hurt, five seriously"
            if w in self.at and words[w + 1].lower != "of" and words[w].upos == "NUM":
                return ()
            if (
                w in self.at
                and words[w + 1].lower == "of"
                and words[w + 2].lower in {"them", "whom"}
                and words[self.at[w].run.first - 1].text in {",", "("}
            ):
                noun = words[w + 3] if w + 3 < end else words[w]
                kind = noun.upos == "NOUN" and self.human(noun.i)
                return (noun.i,) if kind and noun.i not in self.at else (w,)
        return ()

    def count(
        self, effect: str, i: int, head: int, *, victims: int | None, owner: tuple[int, ...] = (), part_of: int | None = None
    ) -> None:
        """Adds the toll of one noun phrase, if it holds a number, "a", "another" or "no"."""
        quantity = self.direct(i) if head in self.behind(i) else None
        quantity = quantity or self.number_of(head)
        reading = self.reading
        owner = owner or self.sufferer(head)
        if quantity is not None and head not in range(*quantity.number) and self.thing(head):
            return
        if quantity is not None and quantity.qualifier == "some" and part_of is not None:
            return  # "30 people, many of them children"
        if quantity is not None and head in range(*quantity.number) and self.more_things(quantity, i):
            return
        if quantity is not None and head in range(*quantity.number) and quantity.best == 1 and not self.one_of_people(head):
            return
        if quantity is not None:
            if victims is not None and victims in range(*quantity.number):
                victims = self.torn_off(quantity) or self.elided(quantity) or victims
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

    def add(self, toll: Toll) -> None:
        """Keeps one toll for each effect and number; a number is never counted twice for one effect."""
        first = toll.number[0] if toll.number else toll.effect_word
        if toll.effect in {"killed", "missing"} and together(self.reading, toll.effect_word):
            toll = replace(toll, effect="killed_or_missing")
        if (toll.effect, first) in self.taken or (toll.effect == "casualties" and any(n == first for _, n in self.taken)):
            return
        self.taken.add((toll.effect, first))
        self.found.append(replace(toll, cumulative=toll.cumulative or so_far(self.reading, toll.effect_word)))
