"""What the reading room hands to the coding room: words, sentences, parse, entity mentions, attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final

from gesta.model.spans import Run, Span

#: What hangs from a word from which nothing hangs.
_NOTHING: Final[dict[str, tuple[int, ...]]] = {}


@dataclass(frozen=True, slots=True, kw_only=True, init=False)
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

    def __init__(
        self, *, i: int, start: int, end: int, text: str, lemma: str, upos: str, xpos: str, head: int, deprel: str, sentence: int
    ) -> None:
        # As a dataclass would write it, but that takes three times as long, and an article has many words.
        put = object.__setattr__
        put(self, "i", i)
        put(self, "start", start)
        put(self, "end", end)
        put(self, "text", text)
        put(self, "lemma", lemma)
        put(self, "upos", upos)
        put(self, "xpos", xpos)
        put(self, "head", head)
        put(self, "deprel", deprel)
        put(self, "sentence", sentence)
        put(self, "lower", text.lower())
        put(self, "relation", deprel.partition(":")[0])


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

    `apolitical` is a text of at most 150 words of which none tell of politics, by the first pass. In `kept` lies what was found out about
    its words, by who asked.
    """

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Run, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    pipeline: str
    apolitical: bool = False
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    below: tuple[dict[str, tuple[int, ...]], ...] = field(init=False, repr=False, compare=False)
    kept: dict[str, list[Any]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Dependents of each word, in order, and the same by relation, with and without its subtype."""
        children: list[tuple[int, ...]] = [()] * len(self.words)
        below: list[dict[str, tuple[int, ...]]] = [_NOTHING] * len(self.words)
        for word in self.words:
            i, head = word.i, word.head
            if head == i:
                continue
            before = children[head]
            known = below[head] if before else {}
            below[head] = known
            children[head] = (*before, i)
            known[word.relation] = (*known.get(word.relation, ()), i)
            if word.deprel != word.relation:
                known[word.deprel] = (*known.get(word.deprel, ()), i)
        object.__setattr__(self, "children", tuple(children))
        object.__setattr__(self, "below", tuple(below))
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
        # By the tuple's own constructor, in half the time of the class's: spans are asked for thousands of times.
        return tuple.__new__(Span, (self.words[run[0]].start, self.words[run[1] - 1].end))

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

    def dependents(self, i: int, relation: str, *others: str) -> tuple[int, ...]:
        """Dependents of word `i` by relation; `nsubj` also finds `nsubj:pass`, `nsubj:pass` finds itself alone."""
        below = self.below[i]
        if not below:
            return ()
        found = below.get(relation, ())
        several = False
        for other in others:
            if other in below:
                several = several or bool(found)
                found += below[other]
        return tuple(sorted(set(found))) if several else found
