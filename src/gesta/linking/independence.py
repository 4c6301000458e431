"""Which reports print the same copy, and whose copy it is.

Copies are found by the words they share and never by subject: two papers that tell of one strike in their own words are independent
of each other, fourteen that print one agency's story are one source. What counts as shared, in this order:

1. *Candidates* share fingerprints (`gesta.linking.candidates`).
2. *Runs* of six words and more are counted word by word (`gesta.linking.overlap`). Words inside quotation marks count for nothing:
   two papers that quote the same statement are two papers with one claimant. So do an outlet's stock passages, which are those that it
   prints in three stories that have little else in common (footers, standing background).
3. *Decision* by `gesta.linking.borrowing.Rule`. A lone shared run is a passage and not a copy; several runs, or most of
   a text, are one. A credit line weighs: with it less overlap is enough, without overlap it only names a source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from gesta.linking.borrowing import Borrowing, Rule, borrowing_between
from gesta.linking.candidates import Fingerprints, candidates, fingerprints
from gesta.linking.newsrooms import newsroom_key
from gesta.linking.overlap import Overlap, overlap
from gesta.linking.printings import Printing
from gesta.linking.stock import stock_hashes, without_stock
from gesta.linking.wording import Mask, Wording, wording

# Reports that share so much of either tell one story when an outlet's stock passages are sought: enough that a footer alone hardly does it.
ONE_STORY = 0.6
ROUNDS = 3
# The same text, or the same page, however few of its words can be compared.
SAME = ("identical", "revision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """Where a report's words come from.

    `origins` are the ids of the reports that it goes back to, the one with the largest part first; its own id alone where it is not a
    copy. A report put together from two stories has two. `newsroom` is who wrote the first origin: the agency that signs it, or that
    several outlets which print it credit, or its outlet; None where nobody says. `named` are newsrooms that the report credits.
    """

    report: str
    origins: tuple[str, ...]
    newsroom: str | None
    named: tuple[str, ...] = ()
    borrowings: tuple[Borrowing, ...] = ()
    revision_of: str | None = None

    @property
    def leading(self) -> Borrowing | None:
        """The borrowing that shows the first origin best: from that report itself, else the one that explains most of the words."""
        ranked = sorted(self.borrowings, key=lambda b: (b.kind != "revision", b.earlier != self.group, -b.of_later, b.earlier))
        return ranked[0] if ranked else None

    @property
    def group(self) -> str:
        """Equal for all printings of one story: the id of the first origin. It does not hang on the order in which reports are given."""
        return self.origins[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Printings in the order in which copy can have gone from one to the next, and of each what is compared.

    `own` marks the words that count; `earlier` lists the printings before that each is compared with.
    """

    printings: Sequence[Printing]
    wordings: Sequence[Wording]
    marks: Sequence[Fingerprints]
    own: Sequence[Mask]
    earlier: Sequence[Sequence[int]]

    def overlap(self, later: int, earlier: int) -> Overlap:
        """What two of them share."""
        return overlap(self.wordings[later], self.wordings[earlier], own_later=self.own[later], own_earlier=self.own[earlier])


def in_order(printings: Iterable[Printing]) -> tuple[list[Printing], list[Wording]]:
    """By day; within a day compilations of two newsrooms last, an agency's own text first, longer ones first; then by id.

    Hours are not compared between outlets, whose clocks tell when a page was made and not who had the words first. Versions of one url
    follow one another, and stand where the first of them on that day does.
    """
    every = sorted(printings, key=lambda p: (p.moment, p.id))
    words = {p.id: wording(p.text) for p in every}
    if len(words) < len(every):
        raise ValueError("two printings have the same id")
    first: dict[tuple[str, date | None], Printing] = {}
    for p in every:
        first.setdefault((p.url or p.id, p.day), p)

    def place(p: Printing) -> tuple[date, bool, bool, int, str]:
        leads = first[p.url or p.id, p.day]
        return p.day or date.max, len(leads.named) > 1, not leads.is_agencys_own, -len(words[leads.id]), leads.id

    every.sort(key=place)
    return every, [words[p.id] for p in every]


def texts_of(printings: Iterable[Printing]) -> Texts:
    """Sorted, read and paired, with quotations and stock passages taken from what counts. ValueError for an id that comes twice."""
    every, wordings = in_order(printings)
    marks = [fingerprints(words) for words in wordings]
    pages, twins = first_with_same([p.url for p in every]), first_with_same([tuple(p.text.split()) for p in every])
    earlier = [sorted({*found, *page, *twin}) for found, page, twin in zip(candidates(marks), pages, twins, strict=True)]
    texts = Texts(printings=every, wordings=wordings, marks=marks, own=[~words.quoted for words in wordings], earlier=earlier)
    return leaving_out_stock(texts)


def leaving_out_stock(texts: Texts) -> Texts:
    """The texts without their outlets' stock passages. Sought anew once some are out, for long ones make stories seem one at first."""
    outlets = [p.outlet for p in texts.printings]
    known = 0
    for _ in range(ROUNDS):
        stock = stock_hashes(outlets, texts.marks, stories(texts))
        if len(stock) == known:
            break
        known = len(stock)
        own = [without_stock(~words.quoted, marks, stock) for words, marks in zip(texts.wordings, texts.marks, strict=True)]
        texts = replace(texts, own=own)
    return texts


def first_with_same(values: Sequence[Hashable]) -> list[list[int]]:
    """For each value the place of the first that equals it, if that is another; nothing for values that are empty."""
    first: dict[Hashable, int] = {}
    known = [first.setdefault(value, index) if value else index for index, value in enumerate(values)]
    return [[place] if place != index else [] for index, place in enumerate(known)]


def stories(texts: Texts) -> list[int]:
    """For each report the number of its story: two that share most of their words tell one."""
    story = list(range(len(texts.printings)))
    for later, others in enumerate(texts.earlier):
        for earlier in others:
            shared = texts.overlap(later, earlier)
            if max(shared.of_later, shared.of_earlier) >= ONE_STORY:
                story[later] = min(story[later], story[earlier])
    return story


def descents(printings: Iterable[Printing], rule: Rule | None = None) -> dict[str, Descent]:
    """The descent of every report by its id.

    The answer does not hang on the order of the printings. ValueError for an id that comes twice. Time grows about linearly with the
    number of reports (benchmarks/wires.py prints the exponent).
    """
    chosen = rule or Rule()
    texts = texts_of(printings)
    borrowings: list[tuple[Borrowing, ...]] = []

    def overlaps() -> Iterator[tuple[dict[int, Overlap], int | None]]:
        for later in range(len(texts.printings)):
            found = borrowed(texts, later, chosen)
            borrowings.append(tuple(borrowing for borrowing, _ in found.values()))
            same = next((earlier for earlier, (borrowing, _) in found.items() if borrowing.kind in SAME), None)
            yield {earlier: shared for earlier, (_, shared) in found.items()}, same

    origins = traced(overlaps(), texts.own, chosen)
    rooms = newsrooms(texts.printings, origins)
    return {
        p.id: Descent(
            report=p.id,
            origins=tuple(texts.printings[origin].id for origin in origins[index]),
            newsroom=rooms[origins[index][0]],
            named=p.named,
            borrowings=borrowings[index],
            revision_of=next((borrowing.earlier for borrowing in borrowings[index] if borrowing.kind == "revision"), None),
        )
        for index, p in enumerate(texts.printings)
    }


def borrowed(texts: Texts, later: int, rule: Rule) -> dict[int, tuple[Borrowing, Overlap]]:
    """The earlier reports that one takes words from, by their number."""
    found: dict[int, tuple[Borrowing, Overlap]] = {}
    for earlier in texts.earlier[later]:
        shared = texts.overlap(later, earlier)
        if borrowing := borrowing_between(texts.printings[later], texts.printings[earlier], shared, rule):
            found[earlier] = borrowing, shared
    return found


def traced(found: Iterable[tuple[Mapping[int, Overlap], int | None]], own: Sequence[Mask], rule: Rule) -> list[tuple[int, ...]]:
    """For each report the numbers of those that its words go back to, the largest part first; itself where it copies none.

    Each word of a copy belongs to the report that had it first, so that a text put together from two stories does not make one story
    of them. A report is an origin of its own beside another where copies take what it added. With each report's overlaps comes the
    earlier one that it is the same as, or a version of: it shares that one's origins even where no run of words shows it.
    """
    sources: list[npt.NDArray[np.int32]] = []
    origins: list[list[int]] = []
    for later, (overlaps, same) in enumerate(found):
        source = np.full(len(own[later]), later, dtype=np.int32)
        traced_back = np.zeros(len(source), dtype=np.bool_)
        for earlier in by_gain(overlaps, own[later], rule, origins):
            words = np.flatnonzero((overlaps[earlier].there >= 0) & ~traced_back)
            source[words] = sources[earlier][overlaps[earlier].there[words]]
            traced_back[words] = True
        sources.append(source)
        known = largest(source[own[later] & traced_back], len(source), rule)
        origins.append(known or (origins[same][:1] if same is not None else [later]))
        for origin in origins[later]:
            if origin not in origins[origin]:
                origins[origin].append(origin)
    return [tuple(each) for each in origins]


def by_gain(overlaps: Mapping[int, Overlap], own: Mask, rule: Rule, origins: Sequence[Sequence[int]]) -> Iterator[int]:
    """The earlier reports, the one first that explains most words that none before it explained; an original is preferred to its copy."""
    left, rest, total = own.copy(), dict(overlaps), max(1, int(own.sum()))
    while rest:
        gains = {e: (shared.covered & left).sum() / total + rule.original * (origins[e][0] == e) for e, shared in rest.items()}
        best = max(rest, key=lambda e: (gains[e], -e))
        left &= ~rest.pop(best).covered
        yield best


def largest(sources: npt.NDArray[np.int32], words: int, rule: Rule) -> list[int]:
    """The reports that most words belong to: the first, and every other with enough of them."""
    counts = Counter(sources.tolist()).most_common()
    return [source for index, (source, count) in enumerate(counts) if index == 0 or count >= rule.second_origin * words]


def newsrooms(printings: Sequence[Printing], origins: Sequence[Sequence[int]]) -> dict[int, str | None]:
    """Who wrote each original."""
    members: dict[int, list[Printing]] = defaultdict(list)
    for index, found in enumerate(origins):
        members[found[0]].append(printings[index])
    return {origin: newsroom(printings[origin], every) for origin, every in members.items()}


def newsroom(original: Printing, members: Sequence[Printing]) -> str | None:
    """The newsroom of an original and its printings.

    It is the agency that signs the dateline. Else it is the outlet, if another outlet credits it or no two outlets credit one newsroom;
    else the newsroom that most of them credit, one that the original credits before others.
    """
    if original.dateline_agency:
        return original.outlet if original.is_agencys_own else original.dateline_agency
    own = newsroom_key(original.outlet or "")
    named: dict[str, str] = {}
    voters: dict[str, set[str]] = defaultdict(set)
    for p in members:
        for name in p.named:
            voters[newsroom_key(name)].add(newsroom_key(p.outlet or p.id))
            named.setdefault(newsroom_key(name), name)
    agreed = [key for key, outlets in voters.items() if len(outlets) > 1]
    if not agreed or own in voters:
        return original.outlet
    credited = {newsroom_key(name) for name in original.named}
    return named[min(agreed, key=lambda key: (-len(voters[key]), key not in credited, key))]
