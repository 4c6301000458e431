"""People without a public office are hidden, ids are not."""

from __future__ import annotations

from gesta.export.redaction import Redaction, private_names

RECORD = {
    "report": {"text": "Anna Sahakyan, a nurse, saw it. Sahakyan fled."},
    "people": [[0, 13], [32, 40]],
    "actors": [
        {"name": "Anna Sahakyan", "kind": "person", "code": None},
        {"name": "a resident who asked not to be named", "kind": "person", "code": None},
        {"name": "Nikol Pashinyan", "kind": "person", "code": "ARM"},
    ],
}


def test_private_names_are_those_without_an_office() -> None:
    assert private_names(RECORD) == {"Anna Sahakyan", "Sahakyan"}


def test_a_name_is_hidden_with_its_parts_and_once() -> None:
    hide = Redaction(private_names(RECORD))
    assert hide.text("Anna Sahakyan said; Ms Sahakyan's house. Annabel stays.") == "[name] said; Ms [name]'s house. Annabel stays."


def test_ids_and_addresses_stay() -> None:
    row = Redaction(["Anna"]).row(
        {"id": "Anna", "url": "https://x.example/Anna", "evidence": "Anna fled", "claimant_names": ["Anna"], "n": 1}
    )
    assert row == {"id": "Anna", "url": "https://x.example/Anna", "evidence": "[name] fled", "claimant_names": ["[name]"], "n": 1}


def test_nobody_to_hide_changes_nothing() -> None:
    assert Redaction([]).text("Anna fled") == "Anna fled"
