"""Every target of `fuzz/` stands its own seeds and a few inputs made of them; the many are tried by `python -m fuzz`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fuzz.__main__ import NAMES
from fuzz.mutations import Mutator
from fuzz.target import Choices, Fault, Target, sound
from fuzz.targets import TARGETS
from fuzz.trial import TooSlow, Trial

from gesta.errors import CodingFailed, EmptyInput

FEW = 30


def test_the_command_knows_every_target() -> None:
    assert set(TARGETS) == set(NAMES)


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_seeds_and_what_is_made_of_them_do_no_harm(target: Target) -> None:
    attempt, seeds = target.ready(), list(target.seeds())
    made = Mutator(seeds, target.words, seed=6)
    for data in (*seeds[:FEW], *(made.next() for _ in range(FEW))):
        attempt(data)


def test_inputs_are_made_again_by_the_same_number() -> None:
    one, other = (Mutator([b"shells fell"], (b"<p>",), seed=6) for _ in range(2))
    assert [one.next() for _ in range(200)] == [other.next() for _ in range(200)]


def test_a_fault_of_gesta_is_one_though_it_is_set_aside() -> None:
    sound(EmptyInput(why="empty"))
    with pytest.raises(Fault):
        sound(CodingFailed.by(KeyError("verb"), "f"))


def test_after_the_last_byte_every_choice_is_the_first() -> None:
    choices = Choices(b"\x05")
    assert [choices.number(4), choices.number(4), bool(choices)] == [1, 0, False]


def test_a_trial_keeps_one_input_for_each_place_that_raises(tmp_path: Path) -> None:
    trial = Trial("dates", tmp_path, seconds=60)

    def attempt(data: bytes) -> None:
        if data == b"slow":
            raise TooSlow("more than 5 s")
        if data:
            raise ValueError("\udcff")

    for data in (b"", b"a", b"b", b"slow"):
        trial.one(attempt, data)
    trial.tell()
    told = json.loads((tmp_path / "told.json").read_text("utf-8"))
    assert (told["tried"], sorted(where.split()[0] for where in told["crashes"])) == (4, ["TooSlow", "ValueError"])
    assert (tmp_path / next(name for where, name in told["crashes"].items() if "ValueError" in where)).read_bytes() == b"a"
