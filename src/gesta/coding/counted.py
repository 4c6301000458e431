"""What number counts which people, by the parse and, where the parse hangs the number elsewhere, by the order of words."""

from __future__ import annotations

from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import SUFFERING, conjuncts, is_passive, preposition
from gesta.coding.nounphrases import DETERMINERS, behind_of, core, of_nouns
from gesta.coding.quantities import Quantity
from gesta.coding.tolls import by_head
from gesta.coding.unnumbered import vague

HARMS: Final = frozenset({"casualty", "loss", "fatality", "death", "dead", "wounded", "injury"})
BEARING: Final = SUFFERING | {"have", "take", "incur"}  # verbs whose subject the losses are that are their object
COUNTABLE: Final = frozenset({"count"})
COMPANIES: Final = frozenset("family crew group team party squad gang patrol band".split())
SEVERAL: Final = frozenset(
    "group militia faction army force movement organisation organization coalition alliance network gang band government ministry "
    "family household team crew".split()
)  # "a militia" is no single victim
MORE: Final = frozenset({"further", "more", "other", "others", "another", "rest"})
LOSING: Final = frozenset({"lose", "destroy", "miss", "missing"})
FARTHEST_NOUN: Final = 10  # words from a number to the people that it counts
BEFORE_PEOPLE: Final = frozenset({"ADJ", "NOUN", "PROPN"})


class Counted:
    """The numbers of people of one reading, and the people that each of them counts."""

    def __init__(self, cast: Cast, quantities: tuple[Quantity, ...]) -> None:
        """Indexes the quantities of people by word."""
        self.cast, self.reading = cast, cast.reading
        self.at = {w: q for q in quantities if q.unit in COUNTABLE for w in range(*q.number)}
        self.at |= vague(self.reading, self.at)

    def human(self, h: int) -> bool:
        """True for people and holders of a role."""
        return self.cast.is_class(h, "people") or self.cast.role(h) is not None

    def harms(self, w: int) -> bool:
        """True for a verb that names any effect."""
        word, effects = self.reading.words[w], self.cast.codebook.ontology.effects
        return word.upos == "VERB" and any(word.lemma in by_head(entry["patient"]) for entry in effects.values())

    def kills(self, w: int) -> bool:
        """True for "killed", "died"."""
        word, entry = self.reading.words[w], self.cast.codebook.ontology.effects["killed"]
        return word.upos == "VERB" and word.lemma in {*entry["patient"], *entry["agent"]}

    def more_things(self, quantity: Quantity, i: int) -> bool:
        """True for more of the things counted last, which are lost as people are: "shot down 88 of the drones. A further 17 were lost".

        In one sentence no word need say that they are more: "downed 62 of 92 drones, and 26 were lost".
        """
        reading = self.reading
        more = any(reading.words[c].lower in MORE for c in reading.subtree(quantity.number.first))
        last = max((w for w in self.at if w < quantity.run.first), default=None)
        if last is None or reading.words[i].lemma not in LOSING:
            return False
        if reading.words[i].sentence - reading.words[last].sentence > more:
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
        if verb.lemma == "inflict" and words[head].relation == "obj":  # "inflicted 18 casualties on the army"
            below = (*self.reading.dependents(head, "nmod"), *self.reading.dependents(verb.i, "obl"))
            return tuple(w for w in below if preposition(self.reading, w) in {"on", "upon"})
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
        if word.lemma == "total" and (of := of_nouns(self.reading, head, "of")):  # "a total of 24 rebel fighters"
            return self.number_of(of[0])
        if head > 2 and head - 3 in self.at and self.reading.words[head - 1].lower in {"them", "whom"}:  # "15 of them women"
            return self.at[head - 3]
        if word.relation == "nmod" and word.head in self.at:
            return self.at[word.head]
        if word.upos == "NOUN" and head - 1 in self.at and self.reading.words[head - 1].sentence == word.sentence:
            return self.at[head - 1]
        return self.ahead(head)

    def ahead(self, head: int) -> Quantity | None:
        """The number right before all the words before people, where the parse hangs it on the verb: 12 of "12 Lord's Army fighters"."""
        words, w = self.reading.words, head - 1
        while w > head - FARTHEST_NOUN and w > 0 and words[w].upos in BEFORE_PEOPLE and w < words[w].head <= head and w not in self.at:
            w -= 1
        known = w in self.at and w < head - 1 and words[w].sentence == words[head].sentence and self.human(head)
        return self.at[w] if known and words[w].upos == "NUM" and words[w].relation not in {"nummod", "compound", "conj"} else None

    def direct(self, i: int) -> Quantity | None:
        """The number right behind an active verb of harm, which counts whom it struck: 29 in "killed 13 and wounded 29"."""
        words = self.reading.words
        quantity = next(
            (q for w in range(i + 1, min(i + 5, len(words))) if (q := self.at.get(w)) is not None and q.run.first == i + 1), None
        )
        if quantity is None or words[quantity.run.first].sentence != words[i].sentence or is_passive(self.reading, i):
            return None
        return quantity

    def counted_by(self, quantity: Quantity) -> int:
        """The noun of the people that a number counts, else the number itself: "28" alone in "killed 28 and wounded 30 rebels"."""
        words, n = self.reading.words, quantity.number.end - 1
        noun = words[n].head if words[n].relation in {"nummod", "amod", "det", "compound"} else n
        if n < noun < n + FARTHEST_NOUN and not any(self.harms(w) or words[w].upos == "CCONJ" for w in range(n, noun)):
            return noun
        return n + 1 if n + 1 < len(words) and words[n + 1].lower == "others" else n

    def elided(self, quantity: Quantity) -> int | None:
        """The people whom a number counts that stand behind the next verb of harm: the rebels of "killed 28 and wounded 30 rebels"."""
        words, n = self.reading.words, quantity.number.end - 1
        verb = n + 2 if n + 1 < len(words) and words[n + 1].lower in {"and", "or"} else n
        if verb == n or verb >= len(words) or not self.harms(verb) or (other := self.direct(verb)) is None:
            return None
        noun = self.counted_by(other)
        return noun if noun not in range(*other.number) and self.human(noun) and words[noun].lemma not in {"other", "people"} else None
