"""Sentences that tell what police do: which of them count as found."""

from __future__ import annotations

from gesta.evaluate.equipment import Equipment
from gesta.evaluate.police_events import scored

SENTENCES = [
    {"text": "Police in Nagpur, India, opened fire on a crowd on Monday, killing two people.", "labels": ["FORCE", "KILL"]},
    {"text": "Indian police arrested forty villagers.", "labels": ["ARREST"]},
    {"text": "A mob burned six shops.", "labels": []},
    {"text": "Troops watched and did nothing.", "labels": ["FAIL", "ARREST"]},
]


def test_a_sentence_is_found_for_what_an_event_in_it_tells_of_the_police() -> None:
    (report,) = Equipment(threads=1).coded([(" ".join(s["text"] for s in SENTENCES), None)])  # type: ignore[misc]
    found = scored({"id": "one", "sentences": SENTENCES}, report)
    assert {k: v for k, v in found.counts.items() if v} == {
        "FORCE right": 1, "FORCE gold": 1, "FORCE found": 1, "KILL right": 1, "KILL gold": 1, "KILL found": 1,
        "ARREST right": 1, "ARREST gold": 2, "ARREST found": 1,
    }  # fmt: skip
    assert [m.what for m in found.misses] == ["ARREST missed: nothing"]
