"""Whether one report takes its words from another, by which rule, with the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gesta.linking.newsrooms import keys, last_named, newsroom_key
from gesta.linking.overlap import Overlap
from gesta.linking.printings import Printing
from gesta.model import Span

BorrowingKind = Literal["identical", "copy", "cut", "rewrite", "credit", "revision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """From which overlap on a report is a copy; shares are of own words, 0 to 1, in whichever of the two texts they are larger.

    A copy shares `lone` in one run, `most` in more, or `several` in at least `several_runs` runs of which the longest has
    `several_longest` words. One that credits the other's newsroom needs only `credited`, in `credited_runs` runs. From `same` on, in both
    texts, it is a copy as a whole; from `cut` on, in the later one, a cut. A second origin explains `second_origin` of a text. An
    original is preferred to its copy until the copy explains `original` more. Tuned on benchmarks/wires.py, seeds 1 to 3; another
    seed is reported. `several_runs` is one higher than scored best there, because papers share background in two runs.
    """

    lone: float = 0.5
    most: float = 0.35
    most_words: int = 20
    several: float = 0.2
    several_runs: int = 3
    several_longest: int = 12
    credited: float = 0.15
    credited_runs: int = 2
    credited_longest: int = 10
    same: float = 0.9
    cut: float = 0.8
    second_origin: float = 0.1
    original: float = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowing:
    """Report `later` takes words from `earlier`, and the evidence for it.

    `identical`: the same words. `copy`: nearly all of both (house style, another title). `cut`: the later is mostly part of the
    earlier. `rewrite`: it has words of its own beside the shared ones. `credit`: little is shared, but the later credits the newsroom
    of the earlier. `revision`: the same url, whatever is shared. `of_later`, `of_earlier`: shares of each text's own words in shared
    runs; `longest`: words of the longest run. `credit` names the newsroom that both go back to by the later report's own word, and
    `credit_span` is where its text says so.
    """

    later: str
    earlier: str
    kind: BorrowingKind
    of_later: float
    of_earlier: float
    runs: int
    longest: int
    credit: str | None = None
    credit_span: Span | None = None


def borrowing_between(later: Printing, earlier: Printing, shared: Overlap, rule: Rule) -> Borrowing | None:
    """The borrowing that the overlap proves; None where the two are independent of each other."""
    credit = common_credit(later, earlier)
    kind = kind_of(later, earlier, shared, credit is not None, rule)
    if kind is None:
        return None
    return Borrowing(
        later=later.id,
        earlier=earlier.id,
        kind=kind,
        of_later=round(shared.of_later, 4),
        of_earlier=round(shared.of_earlier, 4),
        runs=shared.runs,
        longest=shared.longest,
        credit=credit,
        credit_span=last_named(later.text, credit) if credit else None,
    )


def kind_of(later: Printing, earlier: Printing, shared: Overlap, credited: bool, rule: Rule) -> BorrowingKind | None:
    """The first kind whose conditions hold."""
    if later.url and later.url == earlier.url:
        return "revision"
    if later.text.split() == earlier.text.split() != []:
        return "identical"
    largest = max(shared.of_later, shared.of_earlier)
    if is_copy(shared, largest, rule):
        if min(shared.of_later, shared.of_earlier) >= rule.same:
            return "copy"
        return "cut" if shared.of_later >= rule.cut else "rewrite"
    enough = largest >= rule.credited and shared.runs >= rule.credited_runs and shared.longest >= rule.credited_longest
    return "credit" if credited and enough else None


def is_copy(shared: Overlap, largest: float, rule: Rule) -> bool:
    """True where most of one text, or several runs of it, stand in the other."""
    if largest >= (rule.most if shared.runs > 1 else rule.lone) and shared.words >= rule.most_words:
        return True
    return largest >= rule.several and shared.runs >= rule.several_runs and shared.longest >= rule.several_longest


def common_credit(later: Printing, earlier: Printing) -> str | None:
    """The newsroom, as the later report names it, that it credits and that wrote the earlier one or is credited there too."""
    there = keys(filter(None, (earlier.outlet, earlier.dateline_agency, *earlier.named)))
    return next((name for name in later.named if newsroom_key(name) in there), None)
