"""The figures of one subject as they became known: streams kept up claim by claim, estimates made anew only where something changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from gesta.codebook.conventions import Conventions
from gesta.linking.courses import Stream
from gesta.linking.rules import Value, Word, dated, rules, word
from gesta.linking.totals import lifted, single, together, who_of
from gesta.linking.voices import CIVILIANS, Voices, losers
from gesta.model import Claim, RuleName

#: Stances in which a number is not vouched for.
NOT_VOUCHED: Final = frozenset({"deny", "ask", "demand", "threaten", "promise"})
#: Of people whose side is not said these are kept apart.
APART: Final = "civilian"
#: Side (None: not said) and kind of people ("" where the side says it).
Losers = tuple[str | None, str]
Cell = tuple[RuleName, str | None, str, str]


def losers_of(claim: Claim, joint: bool = False) -> Losers:
    """Whose losses a claim counts: a party's, its civilians', or those of nobody named, by kind.

    A number that both parties give together (`joint`) is a sum over both, whatever side the words around it name.
    """
    side = None if joint else losers(claim)
    return side, APART if side is None and claim.who == APART else ""


def vouched(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that may count: vouched for by their claimant, and no part of another number about the same people.

    Where there is news, what an outlet recalls in its own voice without a day ("the war of 2020 killed thousands") does not count.
    """
    every = list(claims)
    if any(c.era == "current" for c in every):
        every = [c for c in every if not (c.era == "background" and c.own_voice and c.start is None and c.end is None)]
    keys = {(c.report, c.key): c for c in every}
    return [c for c in every if c.stance not in NOT_VOUCHED and not any(same_people(c, keys.get((c.report, key))) for key in c.part_of)]


def same_people(part: Claim, whole: Claim | None) -> bool:
    """Whether a part must be left out: its whole counts people of its side and kind, or it is of one kind only ("three officers")."""
    return whole is None or bool(part.kinds) or losers_of(part) == losers_of(whole)


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The streams of one subject. `parties` are those of the incident; `touched` are the effects and losers whose estimates are due.

    `whole` is true where the largest number of a party counts people of any kind, so that its civilians are among them.
    """

    parties: frozenset[str]
    voices: Voices
    conventions: Conventions
    streams: dict[tuple[str, Losers], dict[str, Stream]] = field(default_factory=dict)
    touched: set[tuple[str, Losers]] = field(default_factory=set)
    values: dict[tuple[RuleName, str, Losers], Value] = field(default_factory=dict)
    kinds: dict[tuple[str, Losers], str] = field(default_factory=dict)
    whole: dict[tuple[str, Losers], bool] = field(default_factory=dict)
    # The standing word of each claimant with the kind of people it counts, kept until something new is heard of that claimant.
    _stood: dict[tuple[str, Losers], dict[str, tuple[Word, str] | None]] = field(default_factory=dict)
    # Of which rules, sides and kinds of people there were estimates of each effect when it was last settled.
    _shown: dict[str, frozenset[Cell]] = field(default_factory=dict)

    def add(self, claim: Claim) -> None:
        """A claim becomes known."""
        self._stream(claim).add(claim)

    def remove(self, claim: Claim) -> None:
        """A newer version of its report takes a claim back."""
        self._stream(claim).remove(claim)

    def _stream(self, claim: Claim) -> Stream:
        voice = self.voices.of(claim)
        key = claim.effect, losers_of(claim, len(voice.parties & self.parties) > 1)
        self.touched.add(key)
        found = self.streams.setdefault(key, {})
        if voice.key not in found:
            found[voice.key] = Stream(voice=voice, side=key[1][0], effect=claim.effect, conventions=self.conventions)
        self._stood.setdefault(key, {}).pop(voice.key, None)
        return found[voice.key]

    def settle(self) -> dict[Cell, Value | None]:
        """The estimates that the claims since the last time changed, by rule, side, kind of people and effect; None where one is gone."""
        changed: dict[Cell, Value | None] = {}
        effects = {effect for effect, _ in self.touched}
        for key in sorted(self.touched, key=repr):
            self._weigh(key)
        self.touched.clear()
        for effect in sorted(effects):
            after = self.cells(effect)
            changed |= dict.fromkeys(self._shown.get(effect, frozenset()) - after.keys()) | after
            self._shown[effect] = frozenset(after)
        return changed

    def _weigh(self, key: tuple[str, Losers]) -> None:
        """The values of all rules for one effect and one group of people."""
        effect, people = key
        words, kinds = self.words(key)
        self.kinds[key] = "civilian" if (people[0] or "").endswith(CIVILIANS) else who_of(kinds)
        largest = max(zip(words, kinds, strict=True), key=lambda pair: (pair[0].best, pair[0].ref), default=(None, ""))
        self.whole[key] = largest[1] in ("unknown", "mixed")
        for name, rule in rules(people[0], effect, self.conventions).items():
            if words:
                self.values[name, effect, people] = rule(words)
            else:
                self.values.pop((name, effect, people), None)

    def words(self, key: tuple[str, Losers]) -> tuple[list[Word], list[str]]:
        """The standing numbers of each claimant, and the kinds of people that they count."""
        stood = self._stood[key]
        for name, stream in self.streams[key].items():
            if name not in stood:
                stood[name] = self._word(stream)
        found = [pair for name in self.streams[key] if (pair := stood[name]) is not None]
        return dated([one for one, _ in found], self.conventions), [who for _, who in found]

    def _word(self, stream: Stream) -> tuple[Word, str] | None:
        """What a claimant stands by, and the kind of people that it counts."""
        if (standing := stream.standing()) is None:
            return None
        bearing = stream.voice.bearing(stream.side, self.parties)
        return word(standing, stream.voice.label, bearing, self.conventions), standing.first.who

    def cells(self, effect: str) -> dict[Cell, Value]:
        """All estimates of one effect. Numbers without a side have rows of their own only where no side is told."""
        found: dict[Cell, Value] = {}
        for rule in ("gesta", "ucdp", "acled"):
            own = {people: v for (name, what, people), v in self.values.items() if (name, what) == (rule, effect)}
            sides = {side: v for (side, _), v in sorted(own.items(), key=repr) if side is not None}
            loose = {kind: v for (side, kind), v in sorted(own.items(), key=repr) if side is None}
            for side, value in sides.items():
                found[rule, side, self.kinds[effect, (side, "")], effect] = value
            for kind, value in loose.items() if not sides else ():
                found[rule, None, self.kinds[effect, (None, kind)], effect] = value
            told = self.told(effect, loose)
            sides = self.parties_whole(effect, sides)
            if len(sides) == 1:
                sides = {side: replace(value, reason=f"{side} alone: {value.reason}") for side, value in sides.items()}
            if (total := together(told, sides, self.conventions)) is not None:
                found[rule, None, "all", effect] = single(total) if rule == "acled" else total
        return found

    def parties_whole(self, effect: str, sides: dict[str, Value]) -> dict[str, Value]:
        """The sides, without civilians who are among those that their party's number counts."""
        found = dict(sides)
        for side in sides:
            mine = side + CIVILIANS
            if mine in found and self.whole.get((effect, (side, ""))):
                found[side] = lifted(found[side], found.pop(mine))
        return found

    def told(self, effect: str, loose: dict[str, Value]) -> Value | None:
        """What is told of people whose side is not said: civilians beside soldiers are added, beside people of any kind they are not."""
        if self.kinds.get((effect, (None, ""))) == "military":
            return together(None, {kind or "soldiers": value for kind, value in loose.items()}, self.conventions)
        return together(loose.pop("", None), loose, self.conventions)


def changes(claims: Sequence[Claim], superseded: Mapping[str, date]) -> Iterator[tuple[date, list[Claim], list[Claim]]]:
    """Each day on which something changed, with the claims that became known and those that were taken back, oldest day first."""
    came: dict[date, list[Claim]] = {}
    went: dict[date, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: c.ref):
        gone = superseded.get(claim.report)
        if gone is not None and gone <= claim.known:
            continue
        came.setdefault(claim.known, []).append(claim)
        if gone is not None:
            went.setdefault(gone, []).append(claim)
    for day in sorted(came.keys() | went.keys()):
        yield day, came.get(day, []), went.get(day, [])
