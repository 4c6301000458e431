"""Names of several words are one symbol to the network, and their own words in the reading."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gesta.codebook import Registers
from gesta.model import Article, Reading
from gesta.reading import Reader
from gesta.reading.decode import Decoded, Linked
from gesta.reading.long_names import LongNames, spread
from gesta.reading.names import CAPITAL, COUNTRY, forms_of

NAMES = LongNames(["Sri Lanka", "Saudi Arabia", "Republic of Korea", "Norway"])


def test_the_longest_name_is_one_word_and_none_runs_over_a_line() -> None:
    words = "Sri Lanka met Republic of Korea . Saudi Arabia did not".split()
    assert NAMES.joined(words, {8}).words == ["Sri Lanka", "met", "Republic of Korea", ".", "Saudi", "Arabia", "did", "not"]


@given(st.lists(st.sampled_from(["Sri", "Lanka", "Republic", "of", "Korea", "Norway"])))
def test_joined_words_are_the_words(words: list[str]) -> None:
    joined = NAMES.joined(words, frozenset())
    assert " ".join(joined.words).split() == words
    assert [words[a:b] for a, b in zip(joined.edges, joined.edges[1:], strict=False)] == [word.split() for word in joined.words]


def test_what_is_said_of_a_name_is_said_of_its_last_word() -> None:
    # Reuters said Sri Lanka fired
    told = Decoded(
        starts=[0], upos=["PROPN", "VERB", "PROPN", "VERB"], xpos=["NNP", "VBD", "NNPS", "VBD"], heads=[1, 1, 3, 1],
        relations=["nsubj", "root", "nsubj", "ccomp"], entities=[(2, 3, "Location")],
        sources=[Linked(first=0, end=1, cue=1)], cues=[(1, 2)], contents=[Linked(first=2, end=4, cue=1)],
    )  # fmt: skip
    found = spread(told, [0, 1, 2, 4, 5])
    assert (found.heads, found.relations) == ([1, 1, 3, 4, 1], ["nsubj", "root", "compound", "nsubj", "ccomp"])
    assert found.xpos == ["NNP", "VBD", "NNP", "NNPS", "VBD"]
    assert (found.entities, found.contents) == ([(2, 4, "Location")], [Linked(first=2, end=5, cue=1)])


def test_whole_names_of_states_are_known_and_no_abbreviation() -> None:
    forms = forms_of(Registers.load().countries.values())
    assert (forms["Sri Lanka"], forms["SRI LANKA"], forms["Addis Ababa"]) == (COUNTRY, COUNTRY, CAPITAL)
    assert not {"CAR", "Serbia and Montenegro", "Palestinian territories", "The Gambia"} & forms.keys()


def test_names_of_one_word_and_of_several_are_read_alike() -> None:
    reader = Reader(threads=1, states=tuple(Registers.load().countries.values()))
    one, other = (
        next(reader.read([Article(text=text)]))
        for text in (
            "Norway said on Monday that Saudi Arabia had asked Sri Lankan officials to leave.",
            "Saudi Arabia said on Monday that Norway had asked Dutch officials to leave.",
        )
    )
    assert tree(one) == tree(other)


def tree(reading: Reading) -> list[tuple[str, str]]:
    """Each word but those inside a name with its relation and the lemma it hangs from, names left out."""
    verbs = [word.lemma if word.upos != "PROPN" else "-" for word in reading.words]
    return [(word.relation, verbs[word.head]) for word in reading.words if word.relation != "compound"]
