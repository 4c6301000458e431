"""Where the forms and lemmas of a text stand: who looks for a few of them need not go through all its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from gesta.coding.once import once_a_reading
from gesta.model import Reading


@once_a_reading
def places(reading: Reading) -> Mapping[str, list[int]]:
    """The words of each form and lemma, in small letters, in order."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for word in reading.words:
        lemma, lower = word.lemma.lower(), word.lower
        at[lemma].append(word.i)
        if lower != lemma:
            at[lower].append(word.i)
    return dict(at)


def standing(reading: Reading, forms: Collection[str]) -> list[int]:
    """The words whose form or lemma, in small letters, is one of these, in order."""
    at = places(reading)
    known = [form for form in forms if form in at] if len(forms) < len(at) else [form for form in at if form in forms]
    return sorted({i for form in known for i in at[form]})
