"""What a user's folder adds to actors: sectors and nouns of his own, and names that stand for several."""

from __future__ import annotations

import pytest

from gesta.codebook import Codebook
from gesta.coding import code_article
from tests.coding.conftest import MADE
from tests.coding.parses import article, reading
from tests.coding.record_views import Code, Told, told

SECTORS = "code,name\nHVC,harvest councils\n"
ROLES = """\
name,plural,sector,speaks_for,collective,victim_who
cleric,clerics,REL,itself,yes,civilian
press,press,MED,itself,yes,unknown
student,students,EDU,itself,yes,civilian
national harvest council,national harvest councils,HVC,itself,yes,unknown
"""
NAMES = "name,country,kind,sector,start\nTwin Ports,GEO,country,,\nTwin Ports,TUR,country,,\n"


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Code:
    folder = tmp_path_factory.mktemp("book")
    for name, text in (("sectors", SECTORS), ("roles", ROLES), ("names", NAMES)):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    book = Codebook.load(folder)
    return lambda name: code_article(article(name), reading(name), book, MADE)


def test_who_speaks_for_itself_has_its_state_and_sector(code: Code) -> None:
    # Georgian clerics condemned Armenia's press on Monday.
    report = code("own-sectors")
    assert told(report)[0][:3] == ("ACCUSE", ("GEO.REL",), ("ARM.MED",))
    assert report.actors[0].name == "Religious leaders of Georgia"


def test_a_state_acts_on_its_own_people_of_a_sector(code: Code) -> None:
    # Georgian police arrested Georgian students in Gori on Monday.
    assert told(code("own-sectors-at-home")) == [Told("COERCE", ("GEO",), ("GEO.EDU",))]


def test_a_name_stands_for_several(code: Code) -> None:
    # The Twin Ports condemned Armenia on Monday.
    assert told(code("several-in-a-name"))[0][:3] == ("ACCUSE", ("GEO", "TUR"), ("ARM",))


def test_a_noun_of_three_words_is_found_before_its_last_two(code: Code) -> None:
    # Georgia's national harvest council condemned Armenia on Monday.
    assert told(code("role-of-three-words"))[0][:3] == ("ACCUSE", ("GEO.HVC",), ("ARM",))
