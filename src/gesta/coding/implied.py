"""Whom a refusal, a threat, a sanction, a protest or coercion is aimed at where the sentence does not say.

Such an act is done to somebody. Every party of the article and the actor's own side are weighed against "nobody" by what is seen of them,
never by their names; the weights are learned (`gesta.codebook.implied`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from gesta.codebook.implied import Choice
from gesta.coding.adversaries import Adversaries, is_civil, unregistered
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.nounphrases import behind_of
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import side_of

#: Types of acts that are aimed at somebody, told or not; of others an empty recipient is as often right.
AIMED: Final = frozenset({"COERCE", "CONCEDE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
NEAR = 2  # sentences
HELP: Final = frozenset({"aid", "assistance", "loan", "credit", "grant"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to what a text leaves open, and what is seen of it.

    `side` is a side of the article, a day or an era; None is nobody, no day, the news.
    """

    side: str | None
    signals: dict[str, float]


def imply(drafting: Drafting, drafts: list[Draft], choice: Choice) -> None:
    """Gives each open act the likeliest recipient; `why` then ends with +implied. Where nobody is likelier it stays empty."""
    unsaid = [d for d in drafts if is_open(d)]
    if not unsaid:
        return
    company = Company(drafting, drafts)
    for d, options in [(d, company.options(d)) for d in unsaid]:
        side = options[choice.likeliest([option.signals for option in options])].side
        party = company.party(d, side) if side is not None else None
        if party is not None:
            d.roles.recipients, d.why = [party], d.why + "+implied"


def is_open(d: Draft) -> bool:
    """True for an act of somebody that is aimed at somebody who is not told."""
    told = any(p.code for p in d.roles.recipients)
    return d.type in AIMED and not d.trigger.rule.reciprocal and not told and any(p.code for p in d.roles.actors)


def outward(d: Draft) -> bool:
    """True for a state's sanctions and threats, and its refusals to meet or to help, which are aimed at others."""
    return (d.type in {"SANCTION", "THREATEN"} or d.mode in {"meet", "assist"}) and all(p.code == p.bare for p in d.roles.actors)


class Company:
    """Who takes part in an article, where each is told of, and who acts on whom."""

    def __init__(self, drafting: Drafting, drafts: list[Draft]) -> None:
        """Looks at what was found of the article's words, and finds nothing new."""
        self.drafting, self.cast, self.reading = drafting, drafting.cast, drafting.reading
        self.known = Adversaries(drafting, drafts)
        self.told: dict[int, dict[str, Party]] = {}
        for w, party in self.names():
            if party.code and party.bare and party.kind != "media" and w not in self.cast.closed:
                self.told.setdefault(w, {}).setdefault(party.bare, party)
        self.forms: defaultdict[str, Counter[Party]] = defaultdict(Counter)
        for w in sorted(self.told):
            for side, party in self.told[w].items():
                self.forms[side][party] += 1
        self.acts: Counter[tuple[str, str]] = Counter()
        for d in drafts:
            for p in (*d.roles.actors, *d.roles.recipients):
                if p.bare and p.kind != "media":
                    self.forms[p.bare][p] += 1
            self.acts.update({(a.bare, r.bare) for a in d.roles.actors for r in d.roles.recipients if a.bare and r.bare})

    def names(self) -> list[tuple[int, Party]]:
        """Every word that stands for parties, with each of them."""
        found = [(w if w >= 0 else -1 - w, p) for w, parties in self.cast.memory.items() for p in parties]
        return [*found, *((w, hit.party) for w, hit in self.cast.hits.items())]

    def options(self, d: Draft) -> list[Option]:
        """Nobody, then every side of the article, in the order of the text."""
        acting = list(dict.fromkeys(p.bare for p in d.roles.actors if p.bare))
        home = self.cast.home.bare if self.cast.home is not None else None
        below = set(self.reading.subtree(d.i)) - {w for a in d.trigger.frame.agents for w in self.reading.subtree(a)}
        inside = {side for w in below for side in self.told.get(w, ())}
        foes = {foe.bare for p in d.roles.actors if (foe := self.known.of(p)) is not None}
        last, cut = self.last_before(d, acting), self.cuts_help(d)
        out = [Option(side=None, signals=self.nobody(d))]
        if len(acting) > 1 and foes & set(acting):
            return out  # what two foes do together, as "the two sides will return the bodies", they do to each other
        nameless = unregistered(self.cast, self.struck(d))
        for side in dict.fromkeys([*self.forms, *([home] if home else [])]):
            if nameless and side not in acting:
                continue
            if side in acting:
                if len(acting) == 1 and d.roles.actors[0].kind not in {"organisation", "armed-group"} and not outward(d):
                    out.append(Option(side=side, signals=self.own(d)))
                continue
            if cut and next((p.kind for p in self.forms.get(side, ())), None) == "armed-group":
                continue  # who cut aid after a coup had given it to a state
            seen = {
                "adversary": side in foes,
                "home": side == home,
                "recipient elsewhere": any(self.acts[a, side] for a in acting),
                "acts on the actor": any(self.acts[side, a] for a in acting),
                "in the clause": side in inside,
                "named last before": side == last,
            }
            out.append(Option(side=side, signals={name: 1.0 for name, there in seen.items() if there}))
        return out

    def cuts_help(self, d: Draft) -> bool:
        """True for aid that a state or body stops giving."""
        told = (*d.trigger.words, *d.trigger.frame.patients)
        return d.type == "SANCTION" and any(self.reading.words[w].lemma.lower() in HELP for w in told)

    def own(self, d: Draft) -> dict[str, float]:
        """What is seen of the actor's own side: the state whose people act, the people of the state that acts."""
        first = next(p for p in d.roles.actors if p.bare)
        seen = {"own side": True, "own side, people act": first.sector == "CVL"}
        return {name: 1.0 for name, there in seen.items() if there}

    def nobody(self, d: Draft) -> dict[str, float]:
        """What is seen for an act that is aimed at nobody."""
        heads = self.struck(d)
        things = bool(heads) and not any(self.human(h) or h in self.cast.place_of for h in heads)
        return {"nobody": 1.0, f"nobody, {d.type}": 1.0} | ({"nobody, things told": 1.0} if things and d.type == "COERCE" else {})

    def struck(self, d: Draft) -> tuple[int, ...]:
        """The first noun of what the act is done to, and the one behind its "dozens of"."""
        told = (*d.trigger.frame.patients, *d.struck, *d.trigger.reached)
        return tuple(dict.fromkeys(h for w in told[:1] for h in (w, behind_of(self.reading, w) or w)))

    def human(self, h: int) -> bool:
        """True for people: a person, a pronoun, the holder of a role, "villagers"."""
        named = h in self.cast.person_at or self.cast.role(h) is not None or self.reading.words[h].upos in {"PRON", "NUM"}
        return named or any(self.cast.is_class(h, name) for name in ("people", "forces")) or is_civil(self.cast, h)

    def civilians(self, d: Draft) -> bool:
        """True where those whom the act strikes are told, without a side: villagers, a man, a named person without an office."""
        return any(h in self.cast.person_at or is_civil(self.cast, h) for h in self.struck(d))

    def last_before(self, d: Draft, acting: list[str]) -> str | None:
        """The side told of last before the act, in its sentence or the two before, that does not act."""
        first = self.reading.sentences[max(0, d.trigger.sentence - NEAR)].first
        sides = (side for w in range(d.i - 1, first - 1, -1) for side in self.told.get(w, ()))
        return next((side for side in sides if side not in acting), None)

    def party(self, d: Draft, side: str) -> Party | None:
        """The party of a side that the act is aimed at: civilians where such are told."""
        actor = next((p for p in d.roles.actors if p.bare == side), None)
        forms = self.forms.get(side, Counter())
        if actor is not None:
            return self.counterpart(d, actor, forms)
        form = next((p for p, _ in forms.most_common() if p.code == side and not p.is_person), None)
        found = form or side_of(self.cast, next(iter(forms))) if forms else self.cast.home
        return branch(found, "CVL") if found is not None and self.civilians(d) else found

    def counterpart(self, d: Draft, actor: Party, forms: Counter[Party]) -> Party:
        """Of people and rebels their state; of a state its people, its rebels where the article tells more of them."""
        if actor.code != actor.bare:
            return side_of(self.cast, actor)
        others = [p for p, _ in forms.most_common() if p.code != actor.code and not p.is_person]
        return branch(side_of(self.cast, actor), "CVL") if self.civilians(d) or not others else others[0]
