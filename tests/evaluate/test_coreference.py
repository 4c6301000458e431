"""Actions of several reports in incidents: what counts as coded, as one, as kept apart."""

from __future__ import annotations

from gesta.evaluate.coreference import MEASURES, Action, Topic, scored, topic
from gesta.evaluate.equipment import Equipment

TEXTS = {
    ("a1", "market"): "A bomb exploded at a market in Karachi .",
    ("a2", "market"): "Four people were hurt when a bomb exploded at a market in Karachi .",
    ("b1", "school"): "A bomb exploded at a school in Lima .",
}


def rows() -> list[dict[str, object]]:
    """Two reports on one bomb and one on another; the hurt of the second have no event of their own."""
    found: list[dict[str, object]] = []
    for (name, about), text in TEXTS.items():
        tokens = text.split()
        marked = [("exploded", about)] + ([("hurt", "hurt")] if "hurt" in tokens else [])
        mentions = [{"kind": "event", "tokens": [tokens.index(word)], "text": word, "chain": chain} for word, chain in marked]
        entity = {"kind": "entity", "tokens": [1], "text": tokens[1], "chain": "bomb"}
        found.append({"id": name, "topic": "1", "event_cluster": about, "text": text, "tokens": tokens, "mentions": [*mentions, entity]})
    return found


def test_actions_are_scored_by_the_incident_of_the_event_that_has_their_words(equipment: Equipment) -> None:
    made = rows()
    reports = list(equipment.coded((str(row["text"]), None) for row in made))
    found = scored("1", topic(made, reports))
    value = {measure.name: measure.value(found.counts) for measure in MEASURES}
    assert value == {
        "actions that are coded": 0.75,
        "B³ of actions coded": 1.0,
        "pairs of actions coded": 1.0,
        "B³ of all actions": 1.0,
        "two like events kept apart": 1.0,
        "incidents of several reports on one event": 1.0,
    }
    assert found.misses == ()


def test_an_incident_that_holds_both_events_is_a_miss_and_so_is_a_chain_in_two() -> None:
    def action(document: str, about: str, chain: str) -> Action:
        return Action(document=document, about=about, words="exploded", chain=chain)

    actions = ((action("a1", "market", "x"), "one"), (action("a2", "market", "x"), "two"), (action("b1", "school", "y"), "two"))
    holds = {"one": frozenset({("market", "a1")}), "two": frozenset({("market", "a2"), ("school", "b1")})}
    found = scored("1", Topic(actions=actions, holds=holds))
    value = {measure.key: measure.value(found.counts) for measure in MEASURES}
    assert (value["coded"], value["pairs"], value["apart"], value["one"]) == (2 / 3, 0.0, 0.0, 0.0)
    assert [miss.what for miss in found.misses] == ["two events in one incident", "one action in 2 incidents"]
