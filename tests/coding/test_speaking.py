"""Who speaks where the sentence closes with its source, or calls it by what it was called before; parts of a toll."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Toll, said, tolls


@pytest.mark.parametrize(
    ("name", "source", "content"),
    [
        # …, a civil society group and a local resident said.
        ("closing-list", (None, None), "Gunmen killed 14 farmers in two villages near Beni on Friday night"),
        # …, the district's mayor, Oleg Petrov, said.
        ("closing-office", ("RUS",), "A drone hit a fuel depot in the town of Kursk"),
    ],
)
def test_a_closing_source_is_parted_from_what_it_says(code: Code, name: str, source: tuple[str | None, ...], content: str) -> None:
    assert [(sources, words) for sources, _, words in said(code(name))] == [(source, content)]


def test_who_closes_a_sentence_is_none_of_its_victims(code: Code) -> None:
    # Gunmen killed 14 farmers …, a civil society group and a local resident said.
    assert [t.best for t in tolls(code("closing-list"))] == [14]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("the-source-again", ("SDN",)),  # An army source put the death toll at 42. The source told Reuters that …
        ("group-spokesman", ("RSF",)),  # The Rapid Support Forces denied the attack. A spokesman for the group, Yusuf Hamdan, said …
        ("two-of-them", (None,)),  # Residents gave another account. Two of them said that Malian soldiers …
        ("one-of-villagers", (None,)),  # Mali said … "We heard three blasts," one of the villagers said.
        ("rights-group-again", ("HRW",)),  # Human Rights Watch accused Mali of abuses. The New York-based group said …
        ("quoted-minister", ("ETH",)),  # The newspaper quoted the Ethiopian health minister, Dawit Alemu, as saying that …
        ("unlisted-television", ("TARIM",)),  # Tarim television said that …
        ("run-by-group", ("HAMAS",)),  # Hamas-run radio said that …
        ("officials-in-run-enclave", ("HAMAS",)),  # …, health officials in the Hamas-run enclave said.
        ("resistance-committee", (None,)),  # The Kosti Resistance Committee said that Sudan had shelled the market.
        ("committee-it", (None,)),  # The Rapid Support Forces denied the attack. The Kosti Resistance Committee said … It said …
        ("mission-again", ("UN",)),  # The United Nations condemned the attack on Beni. The mission said …
        ("dissidents-again", ("FARC",)),  # Dissidents of the FARC attacked a base in Cauca. The dissidents accused the ELN …
        ("recorded-deaths", ("UN",)),  # The United Nations has recorded 9,511 civilian deaths in Ukraine.
    ],
)
def test_who_is_meant_by_a_source(code: Code, name: str, source: tuple[str | None, ...]) -> None:
    assert said(code(name))[-1][0] == source


def test_a_toll_put_by_an_unnamed_source_is_its_claim(code: Code) -> None:
    # An army source put the death toll at 42.
    assert tolls(code("the-source-again")) == [Toll("killed", 42, 42, 42, "SDN", ("SDN",))]


def test_whom_ones_own_forces_killed_are_the_others(code: Code) -> None:
    # Russia and Ukraine fought near Kupiansk. … Russia said that its forces had killed 200 servicemen.
    assert tolls(code("own-forces-killed")) == [Toll("killed", 200, 200, 200, "UKR", ("RUS",))]


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("of-them-women", [("killed", 53), ("killed", 15)]),  # 53 bodies had been found near Kidal, 15 of them women.
        (
            "more-in-hospital",
            [("killed", 9), ("wounded", 19), ("wounded", 5)],
        ),  # Nine … killed … and 19 … taken to hospital, five of them …
        ("lost-their-lives", [("killed", 12), ("wounded", 7)]),  # Twelve villagers lost their lives … and seven sustained injuries.
        ("thirty-were-hurt", [("killed", 1), ("wounded", 32)]),  # One nurse was killed there and 32 were hurt.
        ("fourteen-of-the-dead", [("killed", 14)]),  # Fourteen of the dead were in a house in Gao.
    ],
)
def test_parts_of_a_toll_and_the_hurt_are_counted(code: Code, name: str, counted: list[tuple[str, int]]) -> None:
    assert [(t.effect, t.best) for t in tolls(code(name))] == counted


def test_hindu_pilgrims_are_no_newspapers(code: Code) -> None:
    # Gunmen killed nine Hindu pilgrims near Reasi.
    assert [t.code for t in tolls(code("hindu-pilgrims"))] == ["IND.CVL"]
