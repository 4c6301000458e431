"""Quantities in a text: how many, with what the words around a number make of it, and of what sort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gesta.codebook.vocabulary import vocabulary
from gesta.coding.quantities_atoms import Atom, run_of
from gesta.coding.quantities_bounds import Draft, bounds_of, drafts_of
from gesta.coding.quantities_numerals import Spelling, spelling_of
from gesta.coding.quantities_units import Unit, unit_of
from gesta.coding.times import TimeMention, find_times
from gesta.model import Qualifier, Run, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number told, with low, best and high by the record's table of words.

    `run` has all its words ("at least 49"), `number` those of the numeral alone.
    `unit` "count" is the only one that can number people; "ordinal" also holds numbers that name a thing ("Flight 17", "AK-47").
    `vague`: told by a word such as "several", whose value a codebook gives and nobody counted.
    `additional`: told beside a number that was told before ("another 12", "18 others", "three more").
    """

    run: Run
    number: Run
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    unit: Unit
    additional: bool = False
    vague: bool = False


def find_quantities(
    words: Sequence[Word], times: Sequence[TimeMention] | None = None, spelling: Spelling | None = None
) -> tuple[Quantity, ...]:
    """Every number told, in order, none overlapping; runs count words as `Word.i` does. `times` and `spelling` save finding them again."""
    atoms, numerals = spelling or spelling_of(words)
    inside = {i for time in (find_times(words, None) if times is None else times) for i in range(*time.run)}
    out = []
    for draft in drafts_of(atoms, numerals):
        number = run_of(words, atoms, draft.number_first, draft.number_end)
        if not is_pronoun(words, atoms, draft):
            out.append(quantity(words, atoms, draft, number, any(i in inside for i in range(*number))))
    return tuple(out)


def unit_quantity(word: Word) -> Quantity | None:
    """One, for "a", "an", "one" and "another" before a noun that counts people; None for any other word."""
    meaning = vocabulary("numbers").values("unit_determiners").get(word.lower)
    if meaning is None:
        return None
    run = Run(word.i, word.i + 1)
    return Quantity(run=run, number=run, low=1, best=1, high=1, qualifier="exact", unit="count", additional=meaning == "additional")


def quantity(words: Sequence[Word], atoms: Sequence[Atom], draft: Draft, number: Run, in_time: bool) -> Quantity:
    """The quantity of a draft."""
    low, best, high = bounds_of(draft)
    return Quantity(
        run=run_of(words, atoms, draft.first, draft.end),
        number=number,
        low=low,
        best=best,
        high=high,
        qualifier=draft.qualifier,
        unit=unit_of(atoms, draft, in_time),
        additional=draft.additional,
        vague=draft.numeral.vague and draft.high is None,
    )


@cache
def pronoun_cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Forms after which, before which, and before which with "of the" between, "one" counts nothing."""
    known = vocabulary("numbers")
    return known.forms("one_not_after"), known.forms("one_not_before"), known.forms("one_of_kind")


def is_pronoun(words: Sequence[Word], atoms: Sequence[Atom], draft: Draft) -> bool:
    """True for "one" that stands for a person or thing ("no other one", "one another", "one of the largest"), not for a number."""
    if draft.number_end - draft.number_first != 1 or atoms[draft.number_first].lower != "one" or draft.qualifier != "exact":
        return False
    not_after, not_before, kinds = pronoun_cues()
    word = words[atoms[draft.number_first].word]
    after = [atom.lower for atom in atoms[draft.end : draft.end + 4]]
    before = atoms[draft.first - 1].lower if draft.first else ""
    if draft.first > 1 and atoms[draft.first - 2].lower == "the" and not (after and after[0].isalpha()):  # "the only one"
        return True
    opens = draft.first > 0 and words[atoms[draft.first - 1].word].upos == "SCONJ"  # "said that one man was killed"
    barred = (before in not_after and not opens) or (bool(after) and after[0] in not_before)
    if word.upos == "NOUN" or (word.upos == "PRON" and after[:1] != ["of"]) or barred:
        return True
    return len(after) == 4 and after[0] == "of" and any(form in kinds or (form.endswith("est") and len(form) > 5) for form in after[1:])
