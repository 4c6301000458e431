"""Whose people were killed, wounded or taken where the words at the number do not say: "an attack by gunmen that killed 40 people".

Every side of the article, and nobody's, is weighed by what is seen of it around the number: who was struck by the act that cost it,
where it lies, who tells it, whom the rules of `losses` would have put there; never by its name. The weights are learned
(`gesta.codebook.implied`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from gesta.codebook.implied import Choice
from gesta.coding.captives import suspects, wanted_free_by
from gesta.coding.drafts import Draft
from gesta.coding.implied import Company, Option
from gesta.coding.losses import Loss, code_for, named, two_sided
from gesta.coding.parties import STATES, Party, branch, side_code
from gesta.coding.parties_in_text import REBEL_NOUNS, nationality, of_enemy, side_of
from gesta.coding.places_of_losses import displaced_from, own_place
from gesta.coding.running_tolls import LONGEST, MANY, OF_WARS, chain_up, of_a_war, since_it_began
from gesta.coding.tolls import Toll
from gesta.model import Era, Run

#: Acts that cost people.
COSTLY: Final = frozenset({"ASSAULT", "COERCE", "RETREAT", "PROTEST"})
BACK: Final = 2  # sentences
SPANS: Final = frozenset({"since", "year", "years", "decade", "decades", "months"})  # of time, over which losses are summed
PLAIN: Final = frozenset({"people", "person", "life"})
HUNDRED: Final = 100
FIGHTERS: Final = frozenset({"fighter", "man", "commander", "leader", "member"})
NEAR: Final = 3  # steps of the parse
WITHIN: Final = ("in", "during")
#: Signals that weigh differently in old news, of the armed, and where the sentence tells an act, or one close by.
CROSSED: Final = frozenset({"rule", "home", "struck by the act", "does the act", "struck before", "place here"})


class Bereaved:
    """Who may have suffered the losses of one article."""

    def __init__(self, company: Company, drafts: list[Draft]) -> None:
        """Looks at the article's parties and at the acts that cost people, by the sentences that tell them."""
        self.company, self.cast, self.reading = company, company.cast, company.reading
        starts = [w.start for w in self.reading.words]
        self.acts: dict[int, list[Draft]] = {}
        for d in (d for d in drafts if d.type in COSTLY):
            told = {d.trigger.sentence, *(self.reading.words[max(0, bisect_right(starts, s.start) - 1)].sentence for s in d.mentions)}
            for n in told:
                self.acts.setdefault(n, []).append(d)

    def settle(self, toll: Toll, loss: Loss, era: Era, speakers: Collection[Party], before: Loss | None, choice: Choice) -> Loss:
        """The loss with the likeliest side.

        As it was where its words show one, where fighting cost it, and where the rules leave it nobody's in a story of two states.
        """
        if any(of_enemy(self.cast, w) for w in (self.head(toll), *toll.owner)):
            return self.of_the_enemy(loss, speakers)
        if (group := wanted_free_by(self.cast, toll.effect, self.head(toll))) is not None:
            return replace(loss, code=side_code(group), party=group, shown=True)
        if not loss.shown and suspects(self.cast, toll, self.head(toll)):
            return replace(loss, code=None, party=None, shown=True)
        if loss.code is None and loss.who == "military" and (band := self.band(toll)) is not None:
            return replace(loss, code=band.code, party=band, shown=True)
        if self.whole_war(toll, loss):
            return replace(loss, code=None, party=None)
        if toll.effect == "displaced" and not loss.shown and (loss.code is None or displaced_from(self.cast, self.head(toll)) is not None):
            return self.uprooted(toll, loss)
        if loss.shown or self.fought(toll):
            return loss
        act = self.cause(toll.effect_word, self.acts.get(self.sentence(toll), []))
        side = self.struck(toll, act, loss)
        if loss.code is None and two_sided(self.cast) and (side is None or not self.named_here(toll, act)):
            return self.where_they_fell(toll, loss)
        if side is None:
            options = self.options(toll, loss, era, speakers, before)
            side = self.weighed(options, choice)
        if act is not None and side in {p.bare for p in act.roles.actors if p.code == p.bare} and self.perhaps_abroad(toll):
            return replace(loss, code=None, party=None)  # "Rwandan shelling killed four people in Goma": not of its own
        if side == (loss.code.partition(".")[0] if loss.code else None):
            return loss
        party = self.party(side)
        if party is not None and party.kind in STATES and self.reading.words[self.head(toll)].lemma.lower() in REBEL_NOUNS:
            party = self.rebels(toll, party)  # militants are no state's
        return replace(loss, code=code_for(self.cast, self.head(toll), party, loss.who), party=party)

    def perhaps_abroad(self, toll: Toll) -> bool:
        """True where all places that the sentence names have namesakes in another country than the article's."""
        places = [self.cast.place_of[w] for w in range(*self.reading.sentences[self.sentence(toll)]) if w in self.cast.place_of]
        return bool(places) and all(p.code is None and p.country is not None for p in places)

    def where_they_fell(self, toll: Toll, loss: Loss) -> Loss:
        """The loss of the few people who "were killed in Gedo": of its country, whoever fights whom in the article."""
        place = own_place(self.cast, self.head(toll))
        few = (toll.best or toll.low or 0) < MANY and not toll.cumulative
        if place is None or not few or toll.effect not in {"killed", "wounded"} or loss.who not in {"unknown", "civilian"}:
            return loss
        return replace(loss, code=code_for(self.cast, self.head(toll), place, loss.who), party=place)

    def whole_war(self, toll: Toll, loss: Loss) -> bool:
        """True for people whom a war cost, whose side no word names: the dead of all sides together.

        As in "6,000 people have been killed since the conflict began", "a war that has left 6,000 people dead".
        """
        plain = self.reading.words[self.head(toll)].lemma.lower() in PLAIN or toll.victims is None
        by_name = loss.shown and (loss.party is None or named(self.cast, self.head(toll), [loss.party]))  # not by the place alone
        if by_name or not plain or toll.effect not in OF_WARS or toll.owner:
            return False
        return since_it_began(self.cast, toll) or of_a_war(self.cast, toll, HUNDRED, or_fighting=True)

    def uprooted(self, toll: Toll, loss: Loss) -> Loss:
        """The loss of people who fled: whoever fights, they are civilians of the country where they lived."""
        left = displaced_from(self.cast, self.head(toll))
        home = left or (self.cast.home if not two_sided(self.cast) else None)
        if home is None or loss.who == "military" or home.kind not in {"country", "government"}:
            return loss
        return replace(loss, code=branch(home, "CVL").code, party=home)

    def of_the_enemy(self, loss: Loss, speakers: Collection[Party]) -> Loss:
        """The loss of "the occupiers lost 190 men": of whoever fights those who tell it, of the home country's foe for the reporter."""
        own = next((p for p in speakers if p.bare), self.cast.home)
        foe = self.company.known.of(own) if own is not None else None
        others = [p for p in self.cast.focus if own is not None and p.bare != own.bare]
        foe = foe or (others[0] if len(others) == 1 else None)
        who = "military" if loss.who == "unknown" else loss.who
        return Loss(code=foe.bare if foe is not None else None, who=who, kinds=loss.kinds, party=foe, shown=True)

    def weighed(self, options: list[Option], choice: Choice) -> str | None:
        """The likeliest side."""
        return options[choice.likeliest([option.signals for option in options])].side

    def fought(self, toll: Toll) -> bool:
        """True for losses of a war, a clash or fighting: both sides', whoever is named beside it."""
        nouns = self.cast.codebook.ontology.nouns
        i = toll.effect_word
        told = (rule for w in self.causes_or_within(i) for rule, _ in nouns.get(self.reading.words[w].lemma.lower(), ()))
        return any(rule.reciprocal and rule.type == "ASSAULT" for rule in told)

    def struck(self, toll: Toll, act: Draft | None, loss: Loss) -> str | None:
        """The one side that words name as struck by the act that did the harm; of militants it says nothing."""
        if self.reading.words[self.head(toll)].lemma.lower() in REBEL_NOUNS:
            return None
        if act is None or not act.roles.recipient_words or act.i == toll.effect_word or self.filled_in(act):
            return None
        struck = sides(act.roles.recipients) - sides(act.roles.actors)
        side = next(iter(struck)) if len(struck) == 1 else None
        if side is not None and (foe := self.across_the_border(toll, act, side)) is not None:
            return foe
        return side if side is None or self.bears(side, loss) else None

    def across_the_border(self, toll: Toll, act: Draft, side: str) -> str | None:
        """The state that a group from elsewhere fights, where the people struck got the group's own country and no word says so."""
        if any(w in self.cast.hits or w in self.cast.place_of or nationality(self.cast, w) for w in act.roles.recipient_words):
            return None
        if own_place(self.cast, self.head(toll)) is not None:
            return None
        from_there = [p for p in act.roles.actors if p.kind == "armed-group" and p.country == side]
        foes = {foe.bare for p in from_there if (foe := self.company.known.of(p)) is not None and foe.kind == "country"}
        return next(iter(foes - {side}), None) if len(foes) == 1 and len(from_there) == len(act.roles.actors) else None

    def filled_in(self, act: Draft) -> bool:
        """True where an act strikes people of no nationality, and its actor's adversary from elsewhere stands in for whose they are."""
        people = any(self.civil(w) for w in act.roles.recipient_words)
        named = any(w in self.cast.hits or nationality(self.cast, w) for w in act.roles.recipient_words)
        home = self.cast.home.bare if self.cast.home is not None else None
        abroad = home not in sides(act.roles.recipients)
        return "+adversary" in act.why and bool(act.roles.actors) and people and not named and abroad

    def civil(self, w: int) -> bool:
        """True for "five people", "a minor", and not for "five troops"."""
        role = self.cast.role(w)
        if role is not None and role.victim_who != "unknown":
            return role.victim_who == "civilian"
        return self.cast.is_class(w, "people") and not self.cast.is_class(w, "forces")

    def band(self, toll: Toll) -> Party | None:
        """The group of militants of no name, where the words of the sentence name one as struck by the act that cost them.

        As in "killed 13 jihadists of the Boko Haram group", "ambushed a gathering of Boko Haram, killing 50 militants".
        """
        head = self.head(toll)
        if self.reading.words[head].lemma.lower() not in REBEL_NOUNS | FIGHTERS:
            return None
        here = self.reading.sentences[self.sentence(toll)]
        act = self.cause(toll.effect_word, self.acts.get(self.sentence(toll), []))
        if act is None or act.trigger.rule.reciprocal:
            return None
        named = any(
            k in self.cast.hits for w in act.roles.recipient_words if here.first <= w < here.end for k in (w, *self.reading.subtree(w))
        )
        groups = {p.bare: p for p in act.roles.recipients if p.kind == "armed-group" and p.code == p.bare}
        alone = len(groups) == 1 and len(act.roles.recipients) == 1
        return next(iter(groups.values())) if named and alone else None

    def named_here(self, toll: Toll, act: Draft | None) -> bool:
        """Whether the sentence of a toll itself names whom the act struck, and is not only one more telling of it."""
        here = self.reading.sentences[self.sentence(toll)]
        return act is not None and any(here.first <= w < here.end for w in act.roles.recipient_words)

    def rebels(self, toll: Toll, state: Party) -> Party | None:
        """The rebels of a state where an act told in the sentence strikes such."""
        struck = (p for d in self.acts.get(self.sentence(toll), []) for p in d.roles.recipients)
        return next((p for p in struck if p.code == f"{state.bare}.REB"), None)

    def party(self, side: str | None) -> Party | None:
        """The state, body or group of a side."""
        if side is None:
            return None
        forms = self.company.forms.get(side)
        known = next((p for p, _ in forms.most_common() if p.code == side and not p.is_person), None) if forms else None
        return known or (side_of(self.cast, next(iter(forms))) if forms else self.cast.home)

    def options(self, toll: Toll, loss: Loss, era: Era, speakers: Collection[Party], before: Loss | None) -> list[Option]:
        """Nobody's, then every side of the article, in the order of the text, and what is seen of each."""
        i = toll.effect_word
        here = self.sentence(toll)
        acts = self.acts.get(here, [])
        act = self.cause(i, acts) or min(acts, key=lambda d: (self.steps(i, d.i), abs(d.i - i)), default=None)
        told = (d for n in range(here - 1, max(-1, here - BACK - 1), -1) for d in reversed(self.acts.get(n, [])))
        earlier = next((d for d in told if d not in acts), None)
        rule = loss.code.partition(".")[0] if loss.code else None
        home = self.cast.home.bare if self.cast.home is not None else None
        seen: dict[str, frozenset[str | None]] = {
            "rule": frozenset({rule}),
            "home": frozenset({home}),
            "struck by the act": sides(act.roles.recipients) if act is not None else frozenset(),
            "does the act": sides(act.roles.actors) if act is not None else frozenset(),
            "struck here": frozenset(s for d in acts for s in sides(d.roles.recipients)),
            "acts here": frozenset(s for d in acts for s in sides(d.roles.actors)),
            "struck before": sides(earlier.roles.recipients) if earlier is not None else frozenset(),
            "acts before": sides(earlier.roles.actors) if earlier is not None else frozenset(),
            "foe": frozenset(foe.bare for p in (act.roles.actors if act is not None else ()) if (foe := self.company.known.of(p))),
            "place here": frozenset(p.bare for w in range(*self.reading.sentences[here]) if (p := self.cast.place_of.get(w))),
            "place of the harm": frozenset({place.bare}) if (place := own_place(self.cast, self.head(toll))) is not None else frozenset(),
            "named here": frozenset(side for w in range(*self.reading.sentences[here]) for side in self.company.told.get(w, ())),
            "tells it": sides(speakers),
            "lost before": frozenset({before.code.partition(".")[0]}) if before is not None and before.code else frozenset(),
            "body": frozenset(side for side, forms in self.company.forms.items() if all(p.kind == "organisation" for p in forms)),
        }
        near = act is not None and self.steps(i, act.i) <= NEAR
        about = {"old": era == "background", "armed": loss.who == "military", "told": bool(acts), "near": near}
        lands = {"nobody, two countries": 1.0} if len(seen["place here"] - {None}) > 1 else {}
        out = [Option(side=None, signals=self.nobody(toll, loss, about, act) | lands)]
        for side in dict.fromkeys([*self.company.forms, *([home] if home else []), *([rule] if rule else [])]):
            if not self.bears(side, loss):
                continue
            names = [name for name, those in seen.items() if side in those]
            crossed = [f"{name}, {what}" for name in names if name in CROSSED for what, holds in about.items() if holds]
            signals = dict.fromkeys([*names, *crossed], 1.0)
            out.append(Option(side=side, signals=signals))
        return out

    def bears(self, side: str, loss: Loss) -> bool:
        """False for bodies and groups where civilians died whom no word calls theirs: they have a country."""
        forms = self.company.forms.get(side)
        if loss.who not in {"civilian", "unknown"} or forms is None:
            return True
        return not all(p.kind in {"armed-group", "organisation", "media"} for p in forms)

    def nobody(self, toll: Toll, loss: Loss, about: dict[str, bool], act: Draft | None) -> dict[str, float]:
        """What is seen for losses of no one side."""
        lemma = self.reading.words[self.head(toll)].lemma.lower()
        seen = {
            "nobody": True,
            "nobody by rule": loss.code is None,
            "nobody, a sum": toll.cumulative or self.company.drafting.chronology.total(toll.effect_word, toll.best or toll.low or 0),
            "nobody, over time": any(w.lower in SPANS for w in self.reading.words[slice(*self.reading.sentences[self.sentence(toll)])]),
            "nobody, many": (toll.best or toll.low or 0) >= MANY,
            "nobody, rebels": lemma in REBEL_NOUNS,
            "nobody, fighting": act is not None and act.trigger.rule.reciprocal,
            "nobody, foreigners": any(self.reading.words[c].lower == "foreign" for c in self.reading.children[self.head(toll)]),
            f"nobody, {toll.effect}": True,
            **{f"nobody, {what}": holds for what, holds in about.items()},
        }
        return {name: 1.0 for name, holds in seen.items() if holds}

    def causes(self, i: int) -> set[int]:
        """Words of what did the harm: the subject of "left 40 people dead", the raid of "a raid that killed 40", "in which 40 died"."""
        above = chain_up(self.reading, i)[:NEAR]
        agents = {a for w in above for a in self.cast.verb(w).agents if self.reading.words[w].upos == "VERB"}
        words = self.reading.words
        hung = {words[w].head for w in above if words[w].relation == "acl" or (words[w].relation == "advcl" and words[w].xpos == "VBG")}
        return agents | hung | {i}

    def causes_or_within(self, i: int) -> set[int]:
        """Those words, and the war of "64,000 people have died in the war"."""
        within = {w for case in WITHIN for w in self.cast.verb(i).obliques.get(case, ())} if self.reading.words[i].upos == "VERB" else set()
        return within | self.causes(i)

    def cause(self, i: int, acts: list[Draft]) -> Draft | None:
        """The act that did the harm, or a later telling of it."""
        causes = self.causes(i)
        spans = [self.reading.span(Run(w, w + 1)) for w in causes]
        return next((d for d in acts if d.i in causes or any(m.start <= s.start < m.end for s in spans for m in d.mentions)), None)

    def sentence(self, toll: Toll) -> int:
        """The sentence of the word of harm."""
        return self.reading.words[toll.effect_word].sentence

    def head(self, toll: Toll) -> int:
        """The noun of the victims, else the word of harm."""
        return toll.victims if toll.victims is not None else toll.effect_word

    def steps(self, a: int, b: int) -> int:
        """Steps of the parse between two words, at most twice `LONGEST`."""
        up = {w: n for n, w in enumerate(chain_up(self.reading, a))}
        return min((n + up[w] for n, w in enumerate(chain_up(self.reading, b)) if w in up), default=2 * LONGEST)


def sides(parties: Iterable[Party]) -> frozenset[str | None]:
    """The codes of parties up to the first dot."""
    return frozenset(p.bare for p in parties if p.bare)
