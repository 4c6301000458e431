"""Whom an act is aimed at where its sentence does not say: chosen by weights, marked as filled in, never by a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.codebook import Codebook
from gesta.codebook.implied import RECIPIENTS, Choice, load_choice
from gesta.coding.assemble import Coding
from gesta.coding.implied import imply, is_open
from gesta.errors import CodebookError
from tests.coding.parses import article, reading
from tests.coding.record_views import Code, told


def test_a_march_is_aimed_at_the_state_of_those_who_march_and_says_that_this_was_filled_in(code: Code) -> None:
    # Students marched in Nairobi on Monday.
    (event,) = code("students-march").events
    assert told(code("students-march"))[0][1:3] == (("KEN.CVL",), ("KEN",))
    assert event.why.endswith("+implied")
    assert event.spans.recipients == ()


@pytest.mark.parametrize(("weights", "filled"), [({}, False), ({"nobody": 1.0}, False), ({"own side": 1.0}, True), ({"home": 1.0}, False)])
def test_the_weights_decide_and_of_equals_nobody_is_taken(codebook: Codebook, weights: dict[str, float], filled: bool) -> None:
    coding = Coding(article("students-march"), reading("students-march"), codebook)
    drafting, drafts = coding.acts()
    assert [is_open(d) for d in drafts] == [True]
    imply(drafting, drafts, Choice(weights=weights))
    assert bool(drafts[0].roles.recipients) is filled


def test_what_the_text_tells_is_left_alone(codebook: Codebook) -> None:
    # Canada halted economic aid to Belarus.
    drafting, drafts = Coding(article("aid-halted"), reading("aid-halted"), codebook).acts()
    imply(drafting, drafts, Choice(weights={"own side": 9.0}))
    assert [[p.code for p in d.roles.recipients] for d in drafts] == [["BLR"]]


def test_no_signal_names_a_party(codebook: Codebook) -> None:
    countries = {country.name.lower() for country in codebook.registers.countries.values()}
    assert not {name for name in load_choice(RECIPIENTS).weights if name.lower() in countries}


def test_a_row_that_is_no_number_is_named(tmp_path: Path) -> None:
    path = tmp_path / "recipients.csv"
    path.write_text(RECIPIENTS.read_text("utf-8") + "unseen,much,x\n", "utf-8")
    with pytest.raises(CodebookError, match="much"):
        load_choice(path)
