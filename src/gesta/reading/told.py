"""What the network said of an article's windows, as the reading that coding gets: words, sentences, mentions, attributions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from gesta.model import Attribution, Mention, Reading, Run, Word
from gesta.reading.decode import Decoded
from gesta.reading.tokens import Tokens

Parts = Sequence[tuple[int, Decoded]]
"""Windows in order, each with the position of its first word among the article's; together they cover the words."""

#: Form, UPOS and XPOS to the lemma.
Lemmas = Callable[[str, str, str], str]
_ROOT: Final = "root"


def reading_told(text: str, tokens: Tokens, parts: Parts, lemmas: Lemmas, pipeline: str) -> Reading:
    """The reading of a text with these tokens."""
    opens = [first + start for first, found in parts for start in found.starts]
    return Reading(
        text=text,
        words=tuple(words_told(tokens, parts, lemmas, frozenset(opens))),
        sentences=tuple(Run(first, end) for first, end in pairwise([*opens, len(tokens.at)])),
        mentions=tuple(Mention(run=Run(at + a, at + b), label=label) for at, found in parts for a, b, label in found.entities),
        attributions=tuple(each for first, found in parts for each in attributions_told(first, found)),
        pipeline=pipeline,
    )


def words_told(tokens: Tokens, parts: Parts, lemmas: Lemmas, opens: frozenset[int]) -> list[Word]:
    """The words; those of `opens` begin a sentence, the first word always does."""
    starts, ends, forms = tokens.starts, tokens.ends, tokens.forms
    words: list[Word] = []
    sentence = -1
    for first, found in parts:
        for n, (upos, xpos, head, relation) in enumerate(zip(found.upos, found.xpos, found.heads, found.relations, strict=True)):
            i = first + n
            if i in opens:
                sentence += 1
            form = forms[i]
            words.append(
                Word(
                    i=i, start=starts[i], end=ends[i], text=form, lemma=lemmas(form, upos, xpos) or form.lower(), upos=upos, xpos=xpos,
                    head=first + head, deprel=_ROOT if head == n else relation, sentence=sentence,
                )
            )  # fmt: skip
    return words


def attributions_told(first: int, found: Decoded) -> list[Attribution]:
    """Attributions of a window: each cue with the sources and contents linked to it, and contents that have no cue."""
    out: list[Attribution] = []
    for start, end in found.cues:
        contents = tuple(Run(first + c.first, first + grown(found, c.end, c.cue)) for c in found.contents if c.cue == start)
        if contents:
            sources = tuple(Run(first + s.first, first + s.end) for s in found.sources if s.cue == start)
            out.append(Attribution(source=sources, cue=(Run(first + start, first + end),), content=contents))
    out += (Attribution(source=(), cue=(), content=(Run(first + c.first, first + c.end),)) for c in found.contents if c.cue is None)
    return out


def grown(found: Decoded, end: int, cue: int | None) -> int:
    """The end of a content that goes on in one nested inside it: "said [B said] [X]" covers X too."""
    for other in found.contents:
        if other.first == end and other.cue is not None and other.cue != cue and other.cue < end and cue is not None and other.cue > cue:
            return other.end
    return end
