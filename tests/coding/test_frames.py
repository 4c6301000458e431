"""Each frame's own examples tell its event, and its counter-examples do not: on parses frozen by `python -m tests.coding.freeze_frames`."""

from __future__ import annotations

import pytest

from gesta.codebook.ontology import load_ontology
from tests.coding.freeze_frames import sentences
from tests.coding.many import holds_for_each
from tests.coding.parses import documents
from tests.coding.record_views import Code

ONTOLOGY = load_ontology()
SENTENCES = list(sentences(ONTOLOGY))
OF_FRAME: dict[str, dict[str, tuple[bool, str]]] = {}  # each frame's sentences by name, with whether it tells its event in them
for name, rule, tells, sentence in SENTENCES:
    OF_FRAME.setdefault(f"{rule.type}.{rule.id}", {})[name] = (tells, sentence)
FRAMES = [rule for kind in ONTOLOGY.types.values() for rule in kind.frames]


@pytest.mark.parametrize("frame", OF_FRAME)
def test_a_frame_holds_for_its_examples_alone(code: Code, frame: str) -> None:
    def holds(name: str) -> None:
        tells, sentence = OF_FRAME[frame][name]
        found = [e.why.partition("+")[0] for e in code(name).events]
        assert (frame in found) == tells, (sentence, found)

    holds_for_each(OF_FRAME[frame], holds)


def test_what_is_frozen_are_the_frames_sentences() -> None:
    assert {name: documents()[name].text for name, *_ in SENTENCES} == {name: sentence for name, _, _, sentence in SENTENCES}


def test_most_frames_have_an_example_and_a_counter_example() -> None:
    without = [f"{rule.type}.{rule.id}" for rule in FRAMES if not (rule.examples and rule.counter_examples)]
    assert len(without) <= 0.2 * len(FRAMES), without


def test_every_type_has_frames_with_examples() -> None:
    assert [name for name, kind in ONTOLOGY.types.items() if not any(rule.examples for rule in kind.frames)] == []
