"""Each event type says what it counts and what its neighbours do; every code has its crosswalk."""

from __future__ import annotations

import re

import pytest

from gesta.codebook.crosswalks import load_crosswalks
from gesta.codebook.ontology import PLOVER_TYPES, Mode, load_ontology

TYPES = load_ontology().types
WALKS = load_crosswalks()
SCHEMES = {"PLOVER", "CAMEO", "ACLED"}
CODED = [(name, kind.codes(None)) for name, kind in TYPES.items()] + [
    (f"{name}/{mode}", codes) for name, kind in TYPES.items() for mode, codes in kind.modes.items()
]
#: CAMEO's root categories that each PLOVER type was made of, and those that gesta's modes draw on besides.
ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "CONCEDE": "05 08", "COOPERATE": "06", "AID": "07", "RETREAT": "08",
    "REQUEST": "02 10", "ACCUSE": "09 11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "SANCTION": "16", "MOBILIZE": "15",
    "COERCE": "17", "ASSAULT": "17 18 19 20",
}  # fmt: skip


def named(lines: tuple[str, ...]) -> set[str]:
    """The words in capitals that are no name of a scheme."""
    return {word for line in lines for word in re.findall(r"\b[A-Z]{2,}\b", line)} - SCHEMES


@pytest.mark.parametrize("name", PLOVER_TYPES)
def test_a_type_has_two_to_five_lines_of_each_kind(name: str) -> None:
    kind = TYPES[name]
    for lines in (kind.includes, kind.excludes):
        assert 2 <= len(lines) <= 5
        assert len(set(lines)) == len(lines)
        assert all(line[0].isupper() and line.endswith(".") for line in lines)


@pytest.mark.parametrize("name", PLOVER_TYPES)
def test_every_type_named_exists_and_every_exclusion_names_a_neighbour(name: str) -> None:
    kind = TYPES[name]
    assert named(kind.includes + kind.excludes) <= set(PLOVER_TYPES)
    assert [line for line in kind.excludes if not named((line,)) - {name}] == []


@pytest.mark.parametrize(("name", "codes"), CODED, ids=[name for name, _ in CODED])
def test_every_type_and_mode_has_a_cameo_code_with_a_goldstein_value(name: str, codes: Mode) -> None:
    assert re.fullmatch(r"(0[1-9]|1\d|20)\d{1,2}", codes.cameo)
    assert WALKS.intensity(codes.cameo) is not None
    assert codes.acled is None or codes.acled in WALKS.acled


@pytest.mark.parametrize(("name", "codes"), CODED, ids=[name for name, _ in CODED])
def test_a_cameo_code_is_of_a_root_category_that_the_type_was_made_of(name: str, codes: Mode) -> None:
    assert codes.cameo[:2] in ROOTS[name.partition("/")[0]].split()
