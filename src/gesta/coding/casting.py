"""The cast of an article before anybody is looked up: names, persons, the states that it is most about."""

from __future__ import annotations

from collections import Counter
from datetime import date

from gesta.codebook import Codebook
from gesta.coding.cast import Cast
from gesta.coding.names import OF_STATES, find_names
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who
from gesta.coding.unlisted import organs_in_brackets, unlisted_bodies
from gesta.model import Reading, Run

IN_THE_LEAD = 2  # how often a state counts as named by each name of it in the first two sentences


def gather(reading: Reading, codebook: Codebook, day: date | None) -> Cast:
    """Names looked up, focus countries weighed, words of persons noted."""
    names = find_names(reading, codebook, day)
    names |= organs_in_brackets(reading, names)
    cast = Cast(reading=reading, codebook=codebook, day=day, hits=names | unlisted_bodies(reading, names, codebook.ontology.classes))
    focus_countries(cast)
    cast.located = frozenset(w for mention in reading.mentions if mention.label == "Location" for w in range(*mention.run))
    for mention in reading.mentions:
        if mention.label == "Person" and not common_noun(cast, mention.run):
            for w in range(*mention.run):
                cast.person_at[w] = (mention.run.first, mention.run.end)
    return cast


def common_noun(cast: Cast, run: Run) -> bool:
    """True for "Warplanes" or "Gunmen" at the head of a sentence, which a reading may take for a person."""
    if run.end - run.first > 1 or run.first not in {s.first for s in cast.reading.sentences}:
        return False
    word, classes = cast.reading.words[run.first].lower, cast.codebook.ontology.classes
    return any({word, word.removesuffix("s")} & classes[name] for name in ("arms", "forces", "people"))


def remember_roles(cast: Cast) -> None:
    """Looks every role up in the order of the text: "the rebels" are the last ones told of before, whatever is asked for first."""
    for i in cast.roles:
        who(cast, i)


def focus_countries(cast: Cast) -> None:
    """Weighs states by how often the article names them, the lead counted double."""
    weight: Counter[str] = Counter()
    by_code: dict[str, Party] = {}
    for start, hit in cast.hits.items():
        if start == hit.run.first and hit.how in OF_STATES and hit.party.code:
            lead = IN_THE_LEAD if cast.reading.words[start].sentence < 2 else 1
            weight[hit.party.code] += lead
            by_code.setdefault(hit.party.code, hit.party)
    cast.weight = weight
    cast.focus = tuple(by_code[code] for code, _ in sorted(weight.items(), key=lambda kv: (-kv[1], cast_order(cast, kv[0]))))


def cast_order(cast: Cast, code: str) -> int:
    """The first word that names the state: ties are broken by the order of mention, never by the alphabet."""
    return min(start for start, hit in cast.hits.items() if hit.party.code == code)
