"""Of the places that stand beside an act, those where it happened."""

from __future__ import annotations

from collections.abc import Sequence

from gesta.coding.places_in_text import DIRECTIONS, Located, follows_comma, holds
from gesta.model import Reading

TOWNS = frozenset({"settlement", "facility"})
BEARINGS = DIRECTIONS - {"upper", "lower", "greater", "mainland", "occupied"} | frozenset(
    "km kilometre kilometer mile kilometres kilometers miles".split()
)
WIDE = frozenset({"country", "region", "water", "admin1"})


def where_it_was(reading: Reading, located: Sequence[Located], found: Sequence[int]) -> tuple[int, ...]:
    """The positions of `found` without those that only say where another one lies.

    "Bara, north of El Obeid", "Lashkar Gah, Helmand" and "a camp at Minova, on the shore of Lake Kivu" tell one place each; "between Goris
    and Jermuk", "in Homs province and the city of Hama" two. A place is kept where no other is left.
    """
    kept = [k for k in found if not holds_the_one_before(reading, located, k)]
    if any(kind(located[k]) in TOWNS for k in kept):
        firsts = {first_of_list(reading, located[k]) for k in kept if kind(located[k]) in TOWNS}
        kept = [k for k in kept if kind(located[k]) not in WIDE or first_of_list(reading, located[k]) in firsts]
    return tuple(k for k in kept if not is_bearing(reading, located[k])) or tuple(kept)


def holds_the_one_before(reading: Reading, located: Sequence[Located], k: int) -> bool:
    """True for Helmand in "Lashkar Gah, Helmand": a comma after the other place, which lies in it."""
    part, whole = located[k - 1] if k else None, located[k]
    if part is None or part.run.end + 1 != whole.run.first or not follows_comma(reading, whole.run.first):
        return False
    return part.toponym is not None and whole.toponym is not None and holds(whole.toponym, part.toponym)


def antecedent(reading: Reading, located: Sequence[Located], clause: Sequence[int]) -> tuple[int, ...]:
    """The place that a clause with "where" hangs from: En Nahud in "En Nahud, where jets bombed a market"; none where it has no "where"."""
    inside = set(clause)
    for w in clause:
        verb = reading.words[w].head
        if reading.words[w].lower == "where" and reading.words[verb].deprel == "acl:relcl":
            noun = reading.words[verb].head
            if noun not in inside:
                return tuple(k for k, place in enumerate(located) if noun in place.run)
    return ()


def kind(place: Located) -> str | None:
    """The kind of the place that a name was resolved to."""
    return place.toponym.kind if place.toponym else None


def is_bearing(reading: Reading, place: Located) -> bool:
    """True for Y in "north of Y", "12 km from Y", "north-east of Y": the place is another one."""
    head = first_of_list(reading, place)
    marks = [c for c in reading.dependents(head, "case") if reading.words[c].lower in {"of", "from"}]
    if not marks:
        return False
    before = (reading.words[w].lower for w in {reading.words[head].head, marks[0] - 1} if w >= 0 and w != head)
    return any(set(word.split("-")) <= BEARINGS for word in before)


def first_of_list(reading: Reading, place: Located) -> int:
    """The head of the name, or of the list that it stands in."""
    words = reading.words
    w = next((w for w in range(*place.run) if words[w].head not in place.run), place.run.first)
    while words[w].deprel == "conj":
        w = words[w].head
    return w
