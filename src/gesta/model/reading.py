"""What the reading room hands to the coding room: words, sentences, parse, entity mentions, attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from gesta.model.spans import Run, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word. `head` is the index of its governor (its own index for a sentence's root).

    Tags and relations are those of Universal Dependencies. `lower` is the form in lower case.
    `relation` is the relation without its subtype, `nsubj` for `nsubj:pass`.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    sentence: int
    lower: str = field(init=False, repr=False, compare=False)
    relation: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """What follows from the other fields."""
        object.__setattr__(self, "lower", self.text.lower())
        object.__setattr__(self, "relation", self.deprel.partition(":")[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A named entity: a run of words and its label (Person, Organization, Location, NORP, Date, Misc, Money, Facility, Product)."""

    run: Run
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says (`source`), by which words (`cue`), what (`content`). A side that the text hides is empty.

    Content may be broken into several runs.
    """

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as read: nothing is looked up yet, nothing of the text is changed.

    In `kept` lies what was found out about its words, by who asked.
    """

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Run, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    pipeline: str
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    relations: tuple[str, ...] = field(init=False, repr=False, compare=False)
    below: tuple[frozenset[str], ...] = field(init=False, repr=False, compare=False)
    kept: dict[str, dict[int, Any]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Dependents of each word, in order; its relation without its subtype; the relations of its dependents, with and without theirs."""
        children: list[list[int]] = [[] for _ in self.words]
        below: list[set[str]] = [set() for _ in self.words]
        for word in self.words:
            if word.head != word.i:
                children[word.head].append(word.i)
                below[word.head].update((word.relation, word.deprel))
        object.__setattr__(self, "children", tuple(map(tuple, children)))
        object.__setattr__(self, "relations", tuple(word.relation for word in self.words))
        object.__setattr__(self, "below", tuple(map(frozenset, below)))
        object.__setattr__(self, "kept", {})

    def __getstate__(self) -> list[object]:
        """What was read."""
        return [getattr(self, known.name) for known in fields(self) if known.init]

    def __setstate__(self, state: Sequence[object]) -> None:
        """A pickled reading: what follows from its fields is made again."""
        for known, value in zip(fields(self), state, strict=False):
            if known.init:
                object.__setattr__(self, known.name, value)
        self.__post_init__()

    def span(self, run: Run) -> Span:
        """The code points from the run's first word to its last."""
        return Span(self.words[run.first].start, self.words[run.end - 1].end)

    def said(self, run: Run) -> str:
        """The characters of the run."""
        return self.text[slice(*self.span(run))]

    def subtree(self, i: int) -> tuple[int, ...]:
        """The word and all that hangs from it, in order."""
        out, queue = [i], [i]
        while queue:
            below = self.children[queue.pop()]
            out.extend(below)
            queue.extend(below)
        return tuple(sorted(out))

    def dependents(self, i: int, *relations: str) -> tuple[int, ...]:
        """Dependents of word `i` by relation; `nsubj` also finds `nsubj:pass`, `nsubj:pass` finds itself alone."""
        if self.below[i].isdisjoint(relations):
            return ()
        return tuple([c for c in self.children[i] if self.relations[c] in relations or self.words[c].deprel in relations])
