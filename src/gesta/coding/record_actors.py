"""Parties become actors of the record: one for each code and name, with every mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gesta.coding.by_form import standing
from gesta.coding.cast import Cast
from gesta.coding.nounphrases import core, run_of
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who
from gesta.model import Actor, Run, Span

BEFORE_OFFICE = re.compile(r"^(?:(?:['’]s|the|an?|his|her|their|its|our|my)\s+)+", re.I)


class ActorRegister:
    """Numbers actors in the order in which they are asked for."""

    def __init__(self, cast: Cast) -> None:
        """Starts empty."""
        self.cast = cast
        self.ids: dict[tuple[str | None, str], str] = {}
        self.parties: dict[str, Party] = {}
        self.spans: dict[str, set[Span]] = {}

    def id_of(self, party: Party) -> str:
        """The record's id of a party."""
        key = (party.code, party.name)
        if key not in self.ids:
            self.ids[key] = f"a{len(self.ids) + 1}"
            self.parties[self.ids[key]] = party
            self.spans[self.ids[key]] = set()
        return self.ids[key]

    def ids_of(self, parties: list[Party] | tuple[Party, ...]) -> tuple[str, ...]:
        """Ids of several parties, once each, in their order."""
        return tuple(dict.fromkeys(self.id_of(p) for p in parties))

    def codes(self) -> dict[str, str | None]:
        """The code of each actor asked for until now, by id."""
        return {i: p.code for i, p in self.parties.items()}

    def shown(self, party: Party, words: tuple[int, ...]) -> None:
        """Notes that the words of a noun phrase show a party."""
        self.spans[self.id_of(party)].add(self.cast.reading.span(run_of(words)))

    def collect_mentions(self) -> None:
        """Every name, pronoun and noun phrase that stands for an actor of the record becomes a mention of it.

        Longer phrases swallow their parts.
        """
        reading, seen, named = self.cast.reading, set(self.ids), self.naming_somebody()
        for word in reading.words:
            if word.upos not in {"NOUN", "PROPN", "PRON", "ADJ", "DET"} or (word.head != word.i and word.relation in {"compound", "flat"}):
                continue
            if word.upos != "PRON" and word.i not in named:
                continue
            for party in who(self.cast, word.i):
                if (party.code, party.name) in seen:
                    words = core(reading, word.i) if word.upos != "PRON" else (word.i,)
                    self.shown(party, words)
        for start, hit in self.cast.hits.items():
            if start == hit.run.first and (hit.party.code, hit.party.name) in seen:
                self.spans[self.id_of(hit.party)].add(reading.span(Run(*hit.run)))

    def naming_somebody(self) -> set[int]:
        """The nouns that stand for people, states or bodies; a thing somebody owns ("its outposts") is no mention of the owner."""
        cast, classes = self.cast, self.cast.codebook.ontology.classes
        human = standing(cast.reading, classes["people"] | classes["forces"])
        return {*cast.hits, *cast.person_at, *cast.roles, *(i for i in human if cast.is_class(i, "people") or cast.is_class(i, "forces"))}

    def actors(self) -> tuple[Actor, ...]:
        """The record's actors."""
        return tuple(
            Actor(
                id=i,
                name=p.name,
                kind=p.kind,
                code=p.code,
                sector=p.sector,
                role=office(p.role),
                country=p.country,
                mentions=without_parts(self.spans[i]),
            )
            for i, p in self.parties.items()
        )


def office(said: str | None) -> str | None:
    """An office as the record names it: without article or owner before it ("'s prime minister", "his counterpart"); None for none."""
    return BEFORE_OFFICE.sub("", said or "").replace(" 's ", "'s ").replace(" ’s ", "’s ").strip() or None


def without_parts(spans: set[Span]) -> tuple[Span, ...]:
    """Spans in order, without those inside a longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def codes_of(ids: Iterable[str], codes: Mapping[str, str | None]) -> frozenset[str]:
    """Codes without the dot of some actors."""
    return frozenset(code.partition(".")[0] for i in ids if (code := codes.get(i)))
