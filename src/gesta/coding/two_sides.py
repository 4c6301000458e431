"""Which two sides "both sides" and "the two countries" are: those that act on each other, else those that the article names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from gesta.codebook.ontology import FrameRule
from gesta.coding.by_form import standing
from gesta.coding.cast import Cast
from gesta.coding.clauses import conjuncts, preposition
from gesta.coding.nounphrases import is_definite
from gesta.coding.parties import WARRING, Party
from gesta.coding.parties_in_text import nationality, who

AT_HOME = 2  # times that a foreign state, a mediator for one, is named more often than a state's own rebels before it is taken for the foe
ORGANS = frozenset({"army", "military", "government", "junta"})
HOSTILE = frozenset({"ASSAULT", "ACCUSE", "THREATEN", "SANCTION", "COERCE"})  # what one side does to the other
TOGETHER = frozenset({"AGREE", "CONCEDE", "RETREAT"})  # what two sides do that have fought: agree, cease fire, withdraw
TWO = 2
CLAIMING = frozenset({"assert", "accuse"})
FACING = ("on", "against", "with", "at")

Pair = tuple[Party, ...]


class TwoSides:
    """The sides of one article, how often it names each, and how often it ties two of them."""

    def __init__(self, cast: Cast) -> None:
        """Ties are looked for when first asked for; an article with fewer than three sides needs none."""
        self.cast = cast
        self.ranked = sides_named(cast)
        self.ties: Counter[frozenset[str]] = Counter()
        self.named: list[tuple[int, frozenset[str]]] = []
        self.learnt = len(self.ranked) <= TWO

    def learn(self) -> None:
        """Finds the ties once; whom words were taken for, while not every pronoun is resolved, is forgotten again."""
        if self.learnt:
            return
        remembered = dict(self.cast.memory)
        found = list(ties(self.cast, frozenset(p.bare or "" for p in self.ranked)))
        self.ties = Counter(pair for _, pair in found)
        self.named = [(w, pair) for w, pair in found if self.cast.reading.words[w].relation == "conj"]
        self.cast.memory, self.learnt = remembered, True

    def most(self, *, states: bool = False) -> Pair:
        """The two named most, unless others are tied more often and weigh more; of `states` alone without armed groups."""
        self.learn()
        ranked = {p: n for p, n in self.ranked.items() if not states or p.kind != "armed-group"}
        named = two_named_most(ranked)
        tied = self.tied(frozenset(p.bare or "" for p in self.ranked if p not in ranked))
        return tied if self.count(tied) > self.count(named) and self.weight(tied) > self.weight(named) else named

    def just_named(self, i: int, *, states: bool = False) -> Pair:
        """The pair that the sentence of word `i` or the one before names last ahead of it: "a deal between Mali and Chad. Both …"."""
        self.learn()
        words = self.cast.reading.words
        near = [pair for w, pair in self.named if w < i and words[i].sentence - words[w].sentence <= 1]
        last = tuple(p for p in self.ranked if near and p.bare in near[-1])
        return () if states and any(p.kind == "armed-group" for p in last) else last

    def tied(self, but: frozenset[str]) -> Pair:
        """The two that are tied and weigh most, none of them one of `but`; empty where no two are tied."""
        self.learn()
        pairs = [pair for pair in combinations(self.ranked, 2) if self.count(pair) and not any(p.bare in but for p in pair)]
        return max(pairs, key=self.weight, default=())

    def weight(self, pair: Pair) -> int:
        """How often the rarer of the two is named, and twice how often they are tied."""
        return min((self.ranked[p] for p in pair), default=0) + 2 * self.count(pair)

    def count(self, pair: Pair) -> int:
        """How often the two are tied."""
        return self.ties[frozenset(p.bare or "" for p in pair)]


def ties(cast: Cast, sides: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """Where two sides are told of as a pair, "between Chad and Sudan", and where one strikes, accuses or sanctions the other."""
    for word in cast.reading.words:
        pairs: list[frozenset[str]] = []
        if word.relation == "conj" and (word.i in cast.hits or word.i in cast.person_at):
            listed = conjuncts(cast.reading, word.head)
            pairs = [bares_of(cast, listed, sides)] if len(listed) == TWO and is_pair(cast, word.head) else []
        elif word.upos == "VERB" and acts_of(cast, word.i, HOSTILE):
            frame = cast.verb(word.i)
            faced = [h for h in (*frame.patients, *(o for case in FACING for o in frame.obliques.get(case, ()))) if h not in cast.both]
            doing = bares_of(cast, frame.agents, sides)
            done_to = bares_of(cast, faced or tellers(cast, word.i), sides) if doing else doing
            pairs = [frozenset(pair) for pair in product(doing, done_to)]
        for pair in pairs:
            if len(pair) == TWO:
                yield word.i, pair


def bares_of(cast: Cast, heads: Iterable[int], sides: frozenset[str]) -> frozenset[str]:
    """The sides that words stand for."""
    return frozenset(p.bare or "" for h in heads for p in who(cast, h) if p.bare in sides)


def tellers(cast: Cast, i: int) -> tuple[int, ...]:
    """Who tells of an act that struck nobody who is named: Mali in "Mali said Nigerien troops had opened fire"."""
    word = cast.reading.words[i]
    told = word.relation == "ccomp" and cast.codebook.ontology.stances.get(cast.reading.words[word.head].lemma.lower()) in CLAIMING
    return cast.verb(word.head).agents if told else ()


def is_pair(cast: Cast, first: int) -> bool:
    """True for two who have to do with each other: "between A and B", "the leaders of A and B", "A and B agreed", "urged A and B".

    Two who broker or urge, or are told of something by a third, only stand beside each other.
    """
    reading, word = cast.reading, cast.reading.words[first]
    case, above = preposition(reading, first), reading.words[word.head]
    if word.relation in {"amod", "compound"}:
        return is_pair(cast, above.i)
    if case == "between":
        return True
    if case == "of":
        return above.xpos == "NNS"
    if word.relation in {"obj", "obl"}:
        return case in {None, "on", "upon"} and cast.codebook.ontology.stances.get(above.lemma.lower()) == "demand"
    rules = acts_of(cast, above.i) if word.relation == "nsubj" else ()
    return any((rule.reciprocal and rule.mode != "third-party") or rule.type in TOGETHER for rule in rules)


def acts_of(cast: Cast, i: int, types: frozenset[str] | None = None) -> list[FrameRule]:
    """What a verb may tell, of these types or of any, with the words of its phrase beside it: "open" with "fire"."""
    words = cast.reading.words
    known = cast.codebook.ontology.verbs.get(words[i].lemma.lower(), ())
    found = [(rule, rest) for rule, rest in known if types is None or rule.type in types]
    beside = {words[c].lemma.lower() for c in cast.reading.children[i]} if found else set()
    return [rule for rule, rest in found if beside.issuperset(rest)]


def sides_named(cast: Cast) -> dict[Party, int]:
    """The states and armed groups of the article with how often it names them, the most named first.

    "The army" and "the government" of no state that is named beside them count for the home country.
    """
    words = cast.reading.words
    count: Counter[str] = Counter()
    by_code: dict[str, Party] = {}
    first: dict[str, int] = {}
    for start, hit in cast.hits.items():
        if not (bare := hit.party.bare):
            continue
        first[bare] = min(start, first.get(bare, start))
        if start == hit.run.first and hit.party.kind in WARRING:
            count[bare] += 1
            by_code.setdefault(bare, hit.party)
    if cast.home is not None and (home := cast.home.bare) in count:
        count[home or ""] += sum(
            words[i].lower in ORGANS and is_definite(cast.reading, i) and not nationality(cast, i) for i in standing(cast.reading, ORGANS)
        )
    return {by_code[c]: times for c, times in sorted(count.items(), key=lambda kv: (-kv[1], first[kv[0]]))}


def two_named_most(ranked: Mapping[Party, int]) -> tuple[Party, ...]:
    """The two states or armed groups that the article is most about, of those that it names."""
    if not ranked:
        return ()
    lead, *rest = ranked
    others = [p for p in rest if p.country != lead.country or (p.kind == "armed-group") != (lead.kind == "armed-group")]
    at_home = next((p for p in others if p.country == lead.country and ranked[p] * AT_HOME >= ranked[others[0]]), None)
    other = at_home if at_home is not None and ranked[at_home] > 1 else next(iter(others), None)
    return (lead, other) if other is not None else (lead,)
