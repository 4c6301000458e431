"""Losses that may still move, and those of no one act: "has so far left 1,000 dead", "have been killed in the past two years"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gesta.codebook.vocabulary import vocabulary
from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.nounphrases import of_nouns
from gesta.coding.tolls import Toll
from gesta.model import Reading

UNTIL_NOW = frozenset({"already", "far", "thus"})  # "so far", "thus far"
OF_COUNT = frozenset({"number", "figure", "count", "toll"})
LEAD = 8  # words of the next sentence in which it says that it goes on about the number
WITHIN = frozenset({"in", "during", "since", "throughout", "over", "from", "of"})
LONG = frozenset({"year", "month", "decade", "century"})
LASTING = frozenset({"during", "since", "throughout"})
LONGEST = 6  # steps up the parse, and words behind "since"
YEAR = 3  # words behind "since"
LAUNCHED = frozenset({"launched", "began", "started", "launch", "begun"})
REVOLTS = frozenset({"insurgency", "uprising", "rebellion", "revolt", "insurrection", "struggle"})
BEGINNING = frozenset("began begin begun started start broke erupted beginning outbreak onset ended".split())
MANY = 500  # people, whom no one act cost
OF_WARS = frozenset({"killed", "wounded", "casualties"})
PROVISIONAL = (
    "not final",
    "not the final",
    "preliminary",
    "provisional",
    "could rise",
    "may rise",
    "likely to rise",
    "expected to rise",
    "might rise",
    "for the moment",
    "initial",
    "so far confirmed",
    "not yet final",
    "still being",
    "incomplete",
    "not complete",
    "probably grow",
    "probably rise",
    "likely to grow",
    "would rise",
    "will rise",
    "would grow",
    "not be the last",
    "not the last",
)


def so_far(reading: Reading, i: int) -> bool:
    """True for a word of harm in the perfect with a word or a span of time that ends now.

    "The war has already claimed 60 lives", "five judges have been killed in the past six months"; not "has left 60 dead".
    """
    verb = i if reading.words[i].upos == "VERB" else reading.words[i].head
    marks = {reading.words[c].lower for c in reading.children[verb]}
    if not marks & {"has", "have"}:
        return False
    times = reading.dependents(verb, "obl")
    return bool(marks & UNTIL_NOW) or any(preposition(reading, t) == "since" or past_span(reading, t) for t in times)


def past_span(reading: Reading, t: int) -> bool:
    """True for "the past two years", "the last 36 hours"."""
    below = {reading.words[c].lower for c in reading.children[t]}
    return bool(below & {"past", "last"}) and bool(reading.dependents(t, "nummod"))


def of_no_one_act(cast: Cast, toll: Toll) -> bool:
    """True for losses of a war or a disaster, of a year or a month and what falls each day: no act told before them cost them."""
    if any(cast.is_class(w, "wars") or cast.is_class(w, "calamities") for w in causes(cast.reading, toll)):
        return True
    verb = verb_over(cast.reading, toll.effect_word)
    around = cast.reading.dependents(verb, "obl", "obl:unmarked", "nmod")
    return any(long(cast.reading, w, preposition(cast.reading, w)) for w in around)


def of_a_war(cast: Cast, toll: Toll, least: int = MANY, *, or_fighting: bool = False) -> bool:
    """True for the many whom a war cost: "over 64,000 people have died in the conflict", "a war that has killed 6,000"."""
    many = (toll.best or toll.low or 0) >= least and toll.effect in OF_WARS
    return many and any(is_war(cast, w, or_fighting=or_fighting) for w in causes(cast.reading, toll))


def is_war(cast: Cast, w: int, *, or_fighting: bool) -> bool:
    """True for a word for a war; "fighting" may be a day's."""
    return cast.is_class(w, "wars") or (or_fighting and cast.reading.words[w].lower == "fighting")


def since_it_began(cast: Cast, toll: Toll) -> bool:
    """True for a toll since a war began: "since the conflict broke out", "since then" behind such a sentence, many "since March 2011"."""
    reading = cast.reading
    n = reading.words[toll.effect_word].sentence
    run = reading.sentences[n]
    since = next((w for w in range(*run) if reading.words[w].lower == "since"), None)
    if since is None or not set(chain_up(reading, toll.effect_word)) & set(chain_up(reading, since)):
        return False
    if since + 1 < run.end and reading.words[since + 1].lower == "then" and n:
        before = range(*reading.sentences[n - 1])
        return took_up_arms([reading.words[w].lower for w in before]) or begins(cast, before, before)
    said = range(since + 1, min(since + 1 + 2 * LONGEST, run.end))
    if took_up_arms([reading.words[w].lower for w in said]) or begins(cast, said[:LONGEST], said[: LONGEST + 2]):
        return True
    year = any(reading.words[w].upos == "NUM" and len(reading.words[w].text) == 4 for w in said[:YEAR])
    then = any(reading.words[w].lower == "when" for w in range(since, toll.effect_word))  # "the worst since 1934, when 8,000 died"
    return year and not then and (toll.best or toll.low or 0) >= MANY


def begins(cast: Cast, war: Iterable[int], beginning: Iterable[int]) -> bool:
    """True where a war, or fighting, stands in the first words and a word of its beginning in the second."""
    words = cast.reading.words
    fought = any(is_war(cast, w, or_fighting=True) for w in war)
    return fought and any(words[w].lower in BEGINNING for w in beginning)


def took_up_arms(said: list[str]) -> bool:
    """True for "… the rebels took up arms", "… the group launched its insurgency"."""
    launched = next((n for n, form in enumerate(said) if form in LAUNCHED), None)
    return any(said[n : n + 3] in (["took", "up", "arms"], ["taken", "up", "arms"], ["take", "up", "arms"]) for n in range(len(said))) or (
        launched is not None and bool(REVOLTS & set(said[launched + 1 : launched + 5]))
    )


def chain_up(reading: Reading, i: int) -> list[int]:
    """The word and those that it hangs from, `LONGEST` steps up."""
    out = [i]
    while reading.words[out[-1]].head != out[-1] and len(out) < LONGEST:
        out.append(reading.words[out[-1]].head)
    return out


def causes(reading: Reading, toll: Toll) -> Iterator[int]:
    """What cost it: the war of "the war has killed 60", "60 died in the war", "a decade of war that has left 60 dead"."""
    verb = verb_over(reading, toll.effect_word)
    around = (w for w in reading.dependents(verb, "obl", "obl:unmarked", "nmod") if preposition(reading, w) in WITHIN)
    told = [*reading.dependents(verb, "nsubj", "nsubj:pass"), *around]
    if reading.words[verb].relation in {"acl", "acl:relcl"}:
        told.append(reading.words[verb].head)
    for w in told:
        yield w
        yield from of_nouns(reading, w, "of")


def verb_over(reading: Reading, i: int) -> int:
    """The verb of a word of harm: "left" of "left 20 dead"; the word itself where none stands over it."""
    w = i
    while reading.words[w].upos not in {"VERB", "AUX"} and reading.words[w].head != w:
        w = reading.words[w].head
    return w if reading.words[w].upos == "VERB" else i


def long(reading: Reading, t: int, case: str | None) -> bool:
    """True for "this year", "in the past month", "during October", "each day"; not for "last month", when an act may have been."""
    word = reading.words[t]
    marks = {reading.words[c].lower for c in reading.children[t]}
    times = vocabulary("times")
    if not marks.isdisjoint(times.values("every")):
        return True
    if word.lemma.lower() in LONG:
        return bool(marks & {"this", "past"}) or case in LASTING
    return case in LASTING and (word.lower in times.values("months") or (word.upos == "NUM" and len(word.text) == 4))


def provisional(reading: Reading, toll: Toll) -> bool:
    """True when the sentence says that the number may still move."""
    at = reading.words[toll.effect_word].sentence
    said = " ".join(w.lower for w in reading.words[slice(*reading.sentences[at])])
    after = reading.words[slice(*reading.sentences[at + 1])] if at + 1 < len(reading.sentences) else ()
    if {w.lower for w in after[:LEAD]} & OF_COUNT:  # "The number would probably grow, she said."
        said += " ; " + " ".join(w.lower for w in after)
    return any(words in said for words in PROVISIONAL)
