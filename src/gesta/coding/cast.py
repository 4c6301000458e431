"""The names, persons and countries of one article, as its coding finds them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from gesta.codebook import Codebook, Role
from gesta.coding.by_form import standing
from gesta.coding.clauses import POSSESSIVE, Frame, verb_frame
from gesta.coding.names import NameHit
from gesta.coding.nounphrases import behind_words
from gesta.coding.parties import Party
from gesta.model import Attribution, Reading, Run

BACKING = frozenset(
    "backed linked aligned allied supported affiliated brokered mediated sponsored inspired blamed born based "
    "sanctioned designated indicted wanted".split()
)

ARTICLES = frozenset({"the", "a"})
KIN = frozenset(
    "wife husband widow widower son daughter brother sister father mother uncle aunt cousin nephew niece grandson granddaughter".split()
)


@dataclass(slots=True)
class Cast:
    """The names, persons and focus countries of one article, as found so far; filled once, before events are coded.

    `closed` are the words of datelines and credits, `both` the sides that "both countries" or "the two" stand for,
    `orator` is whose head speaks where the article is an address (`addresses`),
    `namesakes` are surnames that two bear, with where each is named in full and the key in `persons`,
    `located` are words that the reading takes for places, known to the gazetteer or not;
    `heard` the attributions with the runs of what they tell (`tellings.heard`), once they were asked for.
    """

    reading: Reading
    codebook: Codebook
    day: date | None
    hits: dict[int, NameHit]
    person_at: dict[int, tuple[int, int]] = field(default_factory=dict)
    located: frozenset[int] = frozenset()
    persons: dict[str, Party] = field(default_factory=dict)
    namesakes: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    focus: tuple[Party, ...] = ()
    home: Party | None = None
    orator: Party | None = None
    weight: Counter[str] = field(default_factory=Counter)
    place_of: dict[int, Party] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    memory: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    both: dict[int, tuple[Party, ...]] = field(default_factory=dict)
    roles: dict[int, Role] = field(init=False)
    conflicts: list[tuple[Run, str]] = field(default_factory=list)
    starts: list[int] = field(init=False)
    lone: list[Party | None] = field(default_factory=list)
    heard: tuple[tuple[Attribution, tuple[Run, ...]], ...] | None = None

    def __post_init__(self) -> None:
        """First words of the registered names, and the nouns that name a role, in order."""
        self.starts = sorted(start for start, hit in self.hits.items() if start == hit.run.first)
        registers = self.codebook.registers
        nouns = standing(self.reading, registers.roles.keys() | registers.role_lengths.keys())
        self.roles = {i: role for i in nouns if (role := self.role_named(i)) is not None}

    def role(self, i: int) -> Role | None:
        """The register's role of a noun, its longest form first ("deputy prime minister", "border guard")."""
        return self.roles.get(i)

    def role_named(self, i: int) -> Role | None:
        """`role`, looked up."""
        registers, noun = self.codebook.registers, self.reading.words[i].lemma.lower()
        forms = (behind_words(self.reading, i, count) for count in registers.role_lengths.get(noun, ()))
        return next((longer for form in forms if (longer := registers.role(form)) is not None), registers.role(noun))

    def only_backs(self, m: int) -> bool:
        """True for the name in "Turkey-backed rebels": whoever backs or is linked to them is not their nationality."""
        return self.joined_behind(m) in BACKING or self.joined_before(m) in {"pro", "anti", "non"}

    def joined_before(self, m: int) -> str | None:
        """The word that a hyphen joins to the front of word `m`, in small letters: "anti" of "anti-government"."""
        words = self.reading.words
        return words[m - 2].lower if m > 1 and words[m - 1].text == "-" else None

    def joined_behind(self, m: int) -> str | None:
        """The word that a hyphen joins to the end of word `m`, in small letters: "backed" of "Turkey-backed"."""
        words = self.reading.words
        if "-" in words[m].text[1:-1]:  # "U.S.-backed" is one word
            return words[m].lower.rpartition("-")[2]
        return words[m + 2].lower if m + 2 < len(words) and words[m + 1].text == "-" else None

    def verb(self, i: int) -> Frame:
        """The arguments of the verb at word `i`."""
        return verb_frame(self.reading, i)

    def is_class(self, i: int, name: str) -> bool:
        """True when the word's lemma belongs to a word class of the codebook."""
        return self.reading.words[i].lemma.lower() in self.codebook.ontology.classes[name]


def surname(cast: Cast, first: int, end: int) -> str:
    """The last word of a person's name, without possessive marks and the end of a credit that runs into it.

    Of a relative the whole name: in "Ana Ruiz, daughter of Colonel Juan Ruiz" she does not hold his office. Of namesakes too; a surname
    alone is that of the one who was told of last.
    """
    words, full = [w for w in cast.reading.words[first:end] if w.text not in POSSESSIVE], full_name(cast, first, end)
    last = words[-1].lower.rpartition(")")[2] if words else ""
    for w, key in reversed(cast.namesakes.get(last, ())):
        if key == full or (len(words) == 1 and w < first):
            return key
    return full if len(words) > 1 and is_kin(cast.reading, end) else last


def full_name(cast: Cast, first: int, end: int) -> str:
    """A person's name as written, in small letters and without possessive marks."""
    return " ".join(w.lower for w in cast.reading.words[first:end] if w.text not in POSSESSIVE)


def is_kin(reading: Reading, end: int) -> bool:
    """True where "daughter of", ", the wife of" stands right behind a name that ends before word `end`."""
    behind = [w.lower for w in reading.words[end : end + 4] if w.text != "," and w.lower not in ARTICLES]
    return len(behind) > 1 and behind[0] in KIN and behind[1] == "of"


def hits_before(cast: Cast, i: int) -> Iterator[NameHit]:
    """Registered names before word `i`, nearest first."""
    return (cast.hits[cast.starts[k]] for k in range(bisect_left(cast.starts, i) - 1, -1, -1))
