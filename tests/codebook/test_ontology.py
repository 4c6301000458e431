"""The YAML of the codebook is read strictly: what is wrong is named with its place and what was probably meant."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.codebook.ontology import DATA, PLOVER_TYPES, FrameRule, load_ontology
from gesta.errors import CodebookError

EVENT = """type: AID
about: Help that is given.
includes: ["Arms."]
excludes: ["Help that is promised is AGREE."]
cameo: "070"
acled: ~
modes:
  military: {cameo: "072", acled: ~}
frames:
  - id: send
    verbs: [send]
    actors: [agent]
"""
Fault = Callable[[str, str], CodebookError]


@pytest.fixture
def fault(tmp_path: Path) -> Fault:
    """The error of a codebook whose AID file is EVENT with one part replaced."""
    for path in DATA.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    (tmp_path / "events").mkdir()

    def of(part: str, instead: str) -> CodebookError:
        assert part in EVENT
        (tmp_path / "events" / "AID.yaml").write_text(EVENT.replace(part, instead), "utf-8")
        with pytest.raises(CodebookError) as raised:
            load_ontology(tmp_path)
        return raised.value

    return of


def test_shipped_types_are_plovers_and_every_frame_can_be_found() -> None:
    ontology = load_ontology()
    assert set(ontology.types) == set(PLOVER_TYPES)
    indexed: set[FrameRule] = {frame for table in (ontology.verbs, ontology.nouns) for found in table.values() for frame, _ in found}
    assert indexed == {frame for kind in ontology.types.values() for frame in kind.frames}
    assert [frame for frame in indexed if frame.mode not in (None, *ontology.types[frame.type].modes)] == []


@pytest.mark.parametrize(
    ("part", "instead", "place", "why"),
    [
        ("    actors: [agent]", "    actor: [agent]", (12, 5), "unknown key 'actor'; did you mean 'actors'?"),
        ("    actors: [agent]", "    vague: true", (12, 5), "vague is 'true', neither yes nor no"),
        ("    actors: [agent]", "    mode: millitary", (12, 5), "AID has no mode 'millitary'"),
        ("    actors: [agent]", "    type: HELP", (12, 5), "type must be one of AGREE"),
        ("    verbs: [send]", "    mode: military", (10, 5), "neither verbs nor nouns"),
        ("id: send", "vague: no", (10, 5), "the key 'id' is missing"),
        ("about:", "abuot:", (2, 1), "unknown key 'abuot'; did you mean 'about'?"),
        ('includes: ["Arms."]\n', "", (1, 1), "the key 'includes' is missing"),
        ("type: AID", "type: HELP", (1, 1), "type must be one of AGREE"),
        ('{cameo: "072", acled: ~}', '{cameo: "072"}', (8, 14), "the key 'acled' is missing"),
    ],
)
def test_a_fault_has_a_place(fault: Fault, part: str, instead: str, place: tuple[int, int], why: str) -> None:
    error = fault(part, instead)
    assert (Path(error.path).name, error.line, error.column) == ("AID.yaml", *place)
    assert why in str(error)


@pytest.mark.parametrize(
    ("part", "instead", "why"),
    [
        ("[agent]", "agent", "actors must be a list of words"),
        ('["Arms."]', "Arms.", "includes must be a list of words"),
        ("[agent]", "[agent]\n    object: [@soldier]", "cannot start any token"),
        ("[agent]", '[agent]\n    object: ["@no such class"]', "no class @no such class"),
        ("  - id: send", "  - send\n  - id: send", "a frame must be made of lines"),
    ],
)
def test_a_fault_names_its_file(fault: Fault, part: str, instead: str, why: str) -> None:
    error = fault(part, instead)
    assert Path(error.path).name == "AID.yaml"
    assert why in error.why


def test_a_weapon_of_several_words_is_known_before_one_that_it_holds() -> None:
    weapons = load_ontology().weapons
    place = {word: n for n, (word, _) in enumerate(weapons)}
    modes = dict(weapons)
    hidden = [
        (long, short)
        for long in place
        for short in long.split()
        if " " in long and short in place and modes[short] != modes[long] and place[short] < place[long]
    ]
    assert hidden == []  # "rubber bullets" are no firearms, a "petrol bomb" is no explosive device
