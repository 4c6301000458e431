"""How much speaks for two tellings being of one thing: a sum of named parts, each with its reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from gesta.linking.accounts import Account, bare, part_of
from gesta.linking.families import BLOWS, IN_HAND, KINDRED, LASTING, MEANS, MUTUAL, SETTLEMENT, UNPLACED, root
from gesta.linking.nearness import gap, nearest
from gesta.linking.profiles import Vector, cosine, sentence_terms
from gesta.linking.sides import complementary, kin, parties, reversed_direction
from gesta.linking.wording import WORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points of each part. `enough` links two tellings; docs/incidents.md gives the reasons."""

    same_day: float = 2.0
    near_day: float = 1.0
    next_day: float = 0.5
    another_day: float = -0.5
    days_apart: float = -1.5
    loose_day: float = 1.0
    same_place: float = 3.0
    unmapped_place: float = 2.5
    busy_place: float = 1.5
    a_part: float = 1.5
    beside: float = 0.5
    in_reach: float = -1.5
    far: float = -2.5
    elsewhere: float = -4.0
    same_name: float = 1.0
    same_area: float = 0.5
    other_country: float = -1.5
    same_sides: float = 2.0
    some_sides: float = 1.0
    busy_sides: float = 1.0
    crossing_sides: float = -1.0
    other_sides: float = -2.5
    turned: float = -1.0
    same_family: float = 0.5
    same_mode: float = 0.5
    kindred: float = 0.0
    other_means: float = -1.0
    other_means_later: float = -2.0
    residents: float = -4.5
    same_target: float = 0.5
    same_weapon: float = 0.5
    same_toll: float = 1.5
    same_report: float = 1.0
    same_words: float = 3.0
    same_copy: float = 0.5
    same_story: float = 0.5
    same_matter: float = 1.5
    enough: float = 3.5


WEIGHTS: Final = Weights()
#: ACLED's sub-event where those hit are residents or unsaid: a state that is hit may stand for either. Targets that are fighters' own.
ANYBODY: Final = "Attack"
#: Where residents are; those hit there may be fighters or not.
SHELTERS: Final = frozenset({"hospital", "school", "worship", "housing", "market", "camp"})
ARMED: Final = frozenset({"military-position", "convoy"})
#: Kilometres up to which two named places are beside one another, in reach, or far; beyond that they are elsewhere.
#: Cosines of two sentences from which on something, and all, speaks for one matter.
UNLIKE, ALIKE = 0.1, 0.5
#: So many terms at least; fewer may be chance.
SHARED: Final = 3
BESIDE, IN_REACH, FAR = 5.0, 15.0, 40.0
_A_LITTLE: Final = 1e-6  # points


#: The name of a part, its points and the reason.
Component = tuple[str, float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The parts, by name: points and reason."""

    parts: tuple[tuple[str, float, str], ...]

    @property
    def points(self) -> float:
        """Their sum."""
        return sum(points for _, points, _ in self.parts)

    @property
    def why(self) -> str:
        """The reasons with their points, as a reader can check them."""
        return "; ".join(f"{reason} ({points:+.1f})" for _, points, reason in self.parts if points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What is known beside two tellings.

    Reports that print one copy, the tolls (effect, side, number) that belong to a telling, the spots and pairs of parties of which
    acts are told on many days, and the story of each report.
    """

    copies: dict[str, str]
    tolls: dict[str, frozenset[tuple[str, str | None, int]]]
    busy: frozenset[str | frozenset[str]] = frozenset()
    sentences: Mapping[str, Vector] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)


def likeness(one: Account, other: Account, known: Background, weights: Weights = WEIGHTS) -> Likeness:
    """What speaks for and against one thing behind two tellings."""
    found = (when(one, other, weights), where(one, other, known, weights), who(one, other, known, weights))
    return Likeness(parts=tuple(part for part in (*found, *others(one, other, known, weights)) if part is not None))


def likeness_from(least: float, one: Account, other: Account, known: Background) -> Likeness | None:
    """The likeness, or None where so many points are out of reach.

    Most pairs that share a cell and a day are parted by place or parties.
    """
    room = at_most(one, other, known)
    place, time = where(one, other, known, WEIGHTS), when(one, other, WEIGHTS)
    room += time[1] + (place[1] if place is not None else 0.0)
    if room + WEIGHTS.same_sides < least:
        return None
    parties = who(one, other, known, WEIGHTS)
    if room + (parties[1] if parties is not None else 0.0) < least:
        return None
    return Likeness(parts=tuple(part for part in (time, place, parties, *others(one, other, known, WEIGHTS)) if part is not None))


def others(one: Account, other: Account, known: Background, weights: Weights) -> tuple[Component | None, ...]:
    """The parts beside days, places and parties."""
    return (
        what(one, other, weights),
        means(one, other, weights),
        victims(one, other, weights),
        toll(one, other, known, weights),
        words(one, other, known, weights),
        story(one, other, known, weights),
        wording(one, other, known, weights),
    )


def at_most(one: Account, other: Account, known: Background) -> float:
    """Points that all parts but place, days and parties can have together, and a little more, for sums of fractions are not exact."""
    a, b = one.telling, other.telling
    most = _A_LITTLE + WEIGHTS.same_family + WEIGHTS.same_mode
    if a.report == b.report:
        most += WEIGHTS.same_report
    else:
        copies = known.copies.get(a.report) == known.copies.get(b.report)
        most += WEIGHTS.same_matter + (WEIGHTS.same_words if copies else WEIGHTS.same_story)
    if a.targets and b.targets:
        most += WEIGHTS.same_target
    if a.weapon and a.weapon == b.weapon:
        most += WEIGHTS.same_weapon
    return most + (WEIGHTS.same_toll if one.ref in known.tolls and other.ref in known.tolls else 0.0)


def told_day(account: Account) -> str:
    """The day or days in words."""
    return spelled_days(account.days.start, account.days.end)


@lru_cache(maxsize=1 << 12)
def spelled_days(start: int, end: int) -> str:
    """Two ordinals as days in words."""
    return str(date.fromordinal(start)) if start == end else f"{date.fromordinal(start)} to {date.fromordinal(end)}"


def when(one: Account, other: Account, weights: Weights) -> tuple[str, float, str]:
    """Days: the same, overlapping, the next, or apart; less where one of them is only the report's day."""
    apart = gap(one.days, other.days)
    told = one.days.told and other.days.told
    if apart > 1:
        return "time", weights.days_apart * min(apart, 4), f"{apart} days apart"
    if apart == 1:
        points = (weights.next_day if lasts(one) and lasts(other) else weights.another_day) if told else weights.loose_day
        return "time", points, f"one day apart: {told_day(one)}, {told_day(other)}"
    if one.days.open != other.days.open:
        return "time", 0.0, "one of no day at all"
    if not told:
        return "time", weights.loose_day, "news of the same days"
    if one.days.sharp and other.days.sharp:
        same = (one.days.start, one.days.end) == (other.days.start, other.days.end)
        return "time", weights.same_day if same else weights.near_day, f"both {told_day(one)}" if same else f"within {told_day(other)}"
    return "time", weights.loose_day, f"{told_day(one)} within {told_day(other)}"


def lasts(account: Account) -> bool:
    """Whether what is told may go on the next day: fighting may, a blow or an agreement may not."""
    return account.family in LASTING and MEANS.get(account.telling.mode or "") not in BLOWS


def where(one: Account, other: Account, known: Background, weights: Weights) -> tuple[str, float, str] | None:
    """Places: the same, by distance, or by the country or area that holds them. Where words are spoken tells little."""
    near = nearest(one, other)
    if one.family in UNPLACED and other.family in UNPLACED:
        return ("place", weights.same_family, f"both in {near[0].name}") if near and near[2] == 0 else None
    if near is None:
        return area(one, other, weights)
    a, b, distance = near
    if distance is None:
        if part_of(a, b):
            return "place", 0.0 if {a.key, b.key} & known.busy else weights.a_part, f"{a.name}, {b.name}, of which one may be a part"
        return "place", weights.far, f"{a.name}, {b.name}"
    if distance == 0:
        if a.key in known.busy:
            points = 0.0 if any(told.days.vague or told.days.open for told in (one, other)) else weights.busy_place
            return "place", points, f"both {a.name}, where much happens"
        return "place", weights.same_place if a.lat is not None else weights.unmapped_place, f"both {a.name}"
    if distance > FAR and bare(a.name) == bare(b.name):
        return "place", weights.same_name, f"places named {a.name}, {distance:.0f} km apart"
    bands = ((BESIDE, weights.beside), (IN_REACH, weights.in_reach), (FAR, weights.far))
    points = next((points for bound, points in bands if distance <= bound), weights.elsewhere)
    return "place", points, f"{a.name} {distance:.0f} km from {b.name}"


def area(one: Account, other: Account, weights: Weights) -> tuple[str, float, str] | None:
    """One place inside the other's area, or in another country."""
    a, b = one.telling, other.telling
    if shared := sorted(set(a.admin1) & set(b.admin1)):
        return "place", weights.same_area, f"both in {shared[0]}"
    if a.countries and b.countries and not set(a.countries) & set(b.countries) and not set(a.places) & set(b.places):
        return "place", weights.other_country, f"{a.countries[0]}, not {b.countries[0]}"
    return None


def who(one: Account, other: Account, known: Background, weights: Weights) -> tuple[str, float, str] | None:
    """Parties: all the same, some, crossing or others; and their direction, where both tell one."""
    a, b = one.sides.all, other.sides.all
    if not a or not b or (not a & b and complementary(one.sides, other.sides)):
        return None
    named = "–".join(sorted(a & b))
    if not a & b and kin(a, b):
        return None
    if not a & b:
        return "parties", weights.other_sides, f"{'–'.join(sorted(a))}, not {'–'.join(sorted(b))}"
    # Who left is seldom who attacked, so directions tell nothing between a withdrawal and its fighting.
    if one.family == other.family and one.family not in MUTUAL and reversed_direction(one.sides, other.sides):
        return "parties", weights.same_sides + weights.turned, f"{named}, the other way round"
    if a == b:
        if a in known.busy:
            return "parties", weights.busy_sides, f"both {named}, who fight daily"
        return "parties", weights.same_sides if len(a) > 1 else weights.some_sides, f"both {named}"
    if one.family in MUTUAL and len(a & b) > 1:
        return "parties", weights.same_sides, f"{named} in both; a third may be between them"
    if a < b or b < a:
        return "parties", weights.some_sides, f"{named} in both"
    points = weights.some_sides if root(one.family) == SETTLEMENT else weights.crossing_sides
    return "parties", points, f"{named} in both, beside {'–'.join(sorted(a ^ b))}"


def what(one: Account, other: Account, weights: Weights) -> tuple[str, float, str]:
    """Families and modes."""
    if one.family != other.family:
        if suspects(one, other):
            return "type", -weights.enough, "an arrest, and what somebody else did"
        kin = KINDRED.get(frozenset({one.family, other.family}))
        return "type", weights.kindred if kin else -weights.enough, kin or f"{one.family}, not {other.family}"
    if one.telling.mode != other.telling.mode and {one.telling.mode, other.telling.mode} & IN_HAND:
        return (
            "type",
            weights.same_family + weights.other_means,
            f"{one.telling.mode or one.family}, not {other.telling.mode or other.family}",
        )
    here, there = MEANS.get(one.telling.mode or ""), MEANS.get(other.telling.mode or "")
    if here and there and here != there:
        later = gap(one.days, other.days) > 0
        return "type", weights.same_family + (weights.other_means_later if later else weights.other_means), f"{here}, not {there}"
    if one.telling.mode and one.telling.mode == other.telling.mode:
        return "type", weights.same_family + weights.same_mode, f"both {one.telling.mode}"
    return "type", weights.same_family, f"both {one.family}"


def suspects(one: Account, other: Account) -> bool:
    """Whether one tells an arrest and the other violence within one country that those who arrest have not done: what they arrest for."""
    kinds = {(one.family, one.telling.mode == "arrest"), (other.family, other.telling.mode == "arrest")}
    if kinds != {("coercion", True), ("violence", False)} or len(one.sides.all | other.sides.all) > 1:
        return False
    return not forces(one) & forces(other)


def forces(account: Account) -> frozenset[str]:
    """The parties that act, residents left out."""
    return parties(tuple(code for code in account.telling.actors if not code.endswith(".CVL")))


def means(one: Account, other: Account, weights: Weights) -> tuple[str, float, str] | None:
    """What was hit, by what."""
    hit = sorted(set(one.telling.targets) & set(other.telling.targets))
    weapon = one.telling.weapon if one.telling.weapon and one.telling.weapon == other.telling.weapon else None
    points = (weights.same_target if hit else 0.0) + (weights.same_weapon if weapon else 0.0)
    return ("means", points, ", ".join([*hit, *([weapon] if weapon else [])])) if points else None


def victims(one: Account, other: Account, weights: Weights) -> tuple[str, float, str] | None:
    """Killing residents is another thing than the fight for their town; shells and bombs tell no residents from soldiers."""
    return ("victims", weights.residents, "residents, not fighters") if clash(one, other) else None


def clash(one: Account, other: Account) -> bool:
    """Whether one tells residents alone as those hit from near, and the other fighters."""
    a = unarmed(one)
    return a is not None and (b := unarmed(other)) is not None and a != b


def unarmed(account: Account) -> bool | None:
    """Whether those hit from near were residents alone; None where that is not told or was done from afar."""
    mode = account.telling.mode
    if account.family != "violence" or not account.telling.recipients or mode == "heavy-weapons" or MEANS.get(mode or "") in BLOWS:
        return None
    if all(code.endswith(".CVL") for code in account.telling.recipients):
        return True
    hit = set(account.telling.targets)
    return None if (account.telling.acled == ANYBODY or hit & SHELTERS) and not hit & ARMED else False


def toll(one: Account, other: Account, known: Background, weights: Weights) -> tuple[str, float, str] | None:
    """A number that both tellings give."""
    shared = known.tolls.get(one.ref, frozenset()) & known.tolls.get(other.ref, frozenset())
    if not shared:
        return None
    effect, _, number = max(shared, key=lambda t: (t[2], t[0]))
    return "figures", weights.same_toll, f"both {number} {effect}"


def words(one: Account, other: Account, known: Background, weights: Weights) -> tuple[str, float, str] | None:
    """The same sentence printed twice, or printings of one copy."""
    a, b = one.telling, other.telling
    if a.report == b.report and a.type == b.type and one.family in UNPLACED and set(a.claimants) != set(b.claimants):
        return "copy", weights.same_report, "two claimants in one report"
    if a.report == b.report or known.copies.get(a.report) != known.copies.get(b.report):
        return None
    if a.evidence == b.evidence:
        return "copy", weights.same_words, "the same words in two printings"
    return "copy", weights.same_copy, "printings of one copy"


def story(one: Account, other: Account, known: Background, weights: Weights) -> tuple[str, float, str] | None:
    """Acts of one kind in two reports of one story, where one of them tells no place.

    Two like events read alike, and days are what tells their stories apart: where neither report has one, a story tells nothing. Copies
    of one report are of one story always.
    """
    a, b = one.telling.report, other.telling.report
    if known.copies.get(a) == known.copies.get(b) or one.family != other.family or one.family in UNPLACED:
        return None
    if (one.spots and other.spots) or (one.days.open and other.days.open):
        return None
    here = known.stories.get(a)
    return ("story", weights.same_story, "reports of one story") if here is not None and here == known.stories.get(b) else None


@lru_cache(maxsize=1 << 14)
def terms_of(evidence: str) -> frozenset[str]:
    """The terms of a telling's own words."""
    return frozenset(sentence_terms(WORD.findall(evidence), False))


def wording(one: Account, other: Account, known: Background, weights: Weights) -> tuple[str, float, str] | None:
    """Rare words that the sentences of two reports share: the fuel market, the eastern gate. No sharing tells nothing.

    Of another day they tell nothing either: what is done daily is told in the same words daily. Nor do two printings of one copy where
    the tellings' own words have none in common: one sentence tells several things.
    """
    copies = known.copies.get(one.telling.report) == known.copies.get(other.telling.report)
    if copies and not terms_of(one.telling.evidence) & terms_of(other.telling.evidence):
        return None
    a, b = known.sentences.get(one.ref), known.sentences.get(other.ref)
    if one.telling.report == other.telling.report or gap(one.days, other.days) > 0:
        return None
    if a is None or b is None or len(a.keys() & b.keys()) < SHARED:
        return None
    alike = cosine(a, b)
    points = round(weights.same_matter * min(1.0, (alike - UNLIKE) / (ALIKE - UNLIKE)), 1)
    return ("wording", points, "told in much the same words") if points > 0 else None
