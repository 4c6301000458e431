"""Articles in, readings out: the Doc's annotations are copied into a `Reading` and the Doc is dropped."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from itertools import islice, pairwise
from typing import Any, Final

from gesta.codebook.register_rows import Country
from gesta.errors import ModelMissing
from gesta.model import Article, Attribution, Mention, Reading, Run, Word
from gesta.reading.attribution_rules import rule_attributions
from gesta.reading.casing import Words, in_capitals, usual_case
from gesta.reading.first_pass import shipped
from gesta.reading.tokens import Annotations, Tokens, annotations_of, sentence_starts, tokens_of
from gesta.reading.told import reading_told

SPACY_ENTITIES = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "NORP": "NORP", "DATE": "Date", "TIME": "Date",
    "FAC": "Facility", "MONEY": "Money", "PRODUCT": "Product",
}  # fmt: skip

BATCH: Final = 32  # articles
SHORT: Final = 150  # words of a text that says little of what it is about
CLEARLY: Final = -1.0  # the first pass's score up to which such a text is on other matters; of CASE-2021's 231 reports of violence one is
KEPT: Final = 60_000  # words and their affixes and shapes: those of some five thousand reports

# What a model's files that are missing, cut off or changed make of the libraries that read them.
UNREADABLE = (OSError, EOFError, ValueError, KeyError, TypeError, IndexError, zlib.error)


class Reader:
    """A loaded pipeline.

    `cues` maps cue lemmas to stances, `verbs` are lemmas to know, `states` those whose names the network need not see (all three the
    codebook's); `threads` 0 leaves the number to onnxruntime.
    """

    def __init__(
        self,
        pipeline: str | None = None,
        threads: int | None = None,
        cues: Mapping[str, str] | None = None,
        verbs: Collection[str] = (),
        states: Collection[Country] = (),
    ) -> None:
        """Raises ModelMissing when the shipped model or the named pipeline is not there."""
        from gesta.reading.component import Network, load_pipeline

        try:
            self.nlp = load_pipeline(pipeline, threads or 0)
        except UNREADABLE as error:
            raise ModelMissing(f"{pipeline or 'the reading model'} cannot be loaded: {error}") from error
        set_here = {what for part in self.nlp.pipe_names for what in self.nlp.get_pipe_meta(part).assigns}
        if not {"token.dep", "token.tag"} <= set_here:
            raise ModelMissing(f"{pipeline} has no tagger and parser: gesta codes who did what to whom from them")
        self.cues = dict(cues or {})
        own = self.network = next((part for _, part in self.nlp.pipeline if isinstance(part, Network)), None)
        if own is not None:
            own.lemmas = own.lemmas.also_knowing("VERB", verbs)
            own.know(states)
        self.names = own.encoder.maker.names if own is not None else None
        self.small = (
            Words(self.names.lexicon | self.nlp.Defaults.stop_words, own.lemmas) if own is not None and self.names is not None else None
        )
        self.version = f"gesta-{own.encoder.meta['version']}" if own is not None else f"{pipeline}-{self.nlp.meta.get('version')}"

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading for each article, in order; articles are taken in batches of 32."""
        stream = iter(articles)
        while batch := list(islice(stream, BATCH)):
            # spaCy keeps every word that it meets: those of the first reports for good, later ones until their batch is read.
            with self.nlp.memory_zone() if len(self.nlp.vocab.strings) > KEPT else nullcontext():
                found = list(self.readings(batch))
            yield from found

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading for each article; what the shipped network says is taken as it is, where no other component may add to it."""
        if self.network is not None and len(self.nlp.pipeline) == 1:
            for doc, text in self.docs(articles):
                yield self.completed(reading_told(text, *self.network.told(doc), self.network.lemmas, self.version))
        else:
            for doc, text in self.nlp.pipe(self.docs(articles), as_tuples=True, batch_size=BATCH):
                yield self.reading(doc, text)

    def docs(self, articles: Iterable[Article]) -> Iterator[tuple[Any, str]]:
        """Tokenised texts, each with its characters, with forced sentence breaks after datelines and before credit lines."""
        from gesta.reading.component import BREAKS

        for article in articles:
            doc = self.nlp.make_doc(self.legible(article.text))
            datelines = [article.dateline.end] if article.dateline else []
            doc.user_data[BREAKS] = (*datelines, *(line.start for line in article.credit_lines))
            yield doc, article.text

    def legible(self, text: str) -> str:
        """The text; one that stands in capitals in usual case, so that the shipped model can tell names from words."""
        if self.small is None or self.names is None or not in_capitals(text):
            return text
        return usual_case(text, self.small, self.names.forms)

    def reading(self, doc: Any, text: str) -> Reading:
        """The reading of an annotated doc with these characters, white space left out."""
        tokens = tokens_of(doc)
        at = {i: k for k, i in enumerate(tokens.at)}
        sentences = sentence_runs(doc, tokens)
        words = words_of(tokens, annotations_of(doc), at, sentences)
        mentions = tuple(
            Mention(run=run, label=SPACY_ENTITIES.get(entity.label_, entity.label_))
            for entity in doc.ents
            if (run := run_in(at, entity.start, entity.end)) is not None
        )
        found = tuple(attribution(at, a) for a in doc.user_data.get("gesta_attributions", ()))
        return self.completed(
            Reading(text=text, words=words, sentences=sentences, mentions=mentions, attributions=found, pipeline=self.version)
        )

    def completed(self, told: Reading) -> Reading:
        """The reading with the attributions that only rules find, and of a short text whether its words tell of politics at all."""
        more = rule_attributions(told, self.cues, told.attributions)
        apolitical = len(told.words) <= SHORT and shipped().score(told.text) <= CLEARLY
        return replace(told, attributions=(*told.attributions, *more), apolitical=apolitical) if more or apolitical else told


def sentence_runs(doc: Any, tokens: Tokens) -> tuple[Run, ...]:
    """Sentences as runs of words; one of white space alone is none."""
    if not tokens.at:
        return ()
    edges = [bisect_left(tokens.at, start) for start in sentence_starts(doc)]
    return tuple(Run(first, end) for first, end in pairwise([*edges, len(tokens.at)]) if first < end)


def words_of(tokens: Tokens, said: Annotations, at: dict[int, int], sentences: tuple[Run, ...]) -> tuple[Word, ...]:
    """The words of the reading; one that hangs from white space is a root."""
    upos, xpos, lemmas, relations, heads = said.upos, said.xpos, said.lemmas, said.relations, said.heads
    number = [n for n, run in enumerate(sentences) for _ in range(*run)]
    return tuple(
        Word(
            i=k, start=start, end=end, text=form, lemma=lemmas[i] or form.lower(), upos=upos[i], xpos=xpos[i],
            head=(head := at.get(heads[i], k)), deprel="root" if head == k else relations[i], sentence=number[k],
        )
        for k, (i, start, end, form) in enumerate(zip(tokens.at, tokens.starts, tokens.ends, tokens.forms, strict=True))
    )  # fmt: skip


def run_in(at: dict[int, int], start: int, end: int) -> Run | None:
    """A token range as a run of words; None when it holds white space alone."""
    inside = [at[i] for i in range(start, end) if i in at]
    return Run(inside[0], inside[-1] + 1) if inside else None


def attribution(at: dict[int, int], ranges: Any) -> Attribution:
    """Token ranges as runs of words."""
    sources, cue, contents = (tuple(run for a, b in part if (run := run_in(at, a, b)) is not None) for part in ranges)
    return Attribution(source=sources, cue=cue, content=contents)
