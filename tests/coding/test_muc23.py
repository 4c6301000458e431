"""Killings told by other words than "killed": of whom one took before, of kin and company, of bodies; each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, words


def assaults(code: Code, name: str) -> list[tuple[str, list[str]]]:
    report = code(f"muc23-{name}")
    return [(e.why.split("+")[0], [words(report, s) for s in e.spans.recipients]) for e in report.events if e.type == "ASSAULT"]


def figures(code: Code, name: str) -> list[tuple[str, int | None]]:
    return [(f.effect, f.best) for f in code(f"muc23-{name}").figures]


def test_him_is_who_was_seized_before(code: Code) -> None:
    # Militants stormed a village near Herat. They seized tribal elder Karim Noori and beheaded him in the market.
    assert assaults(code, "with-him")[-1] == ("ASSAULT.murder", ["Karim Noori"])


def test_kin_behind_a_comma_were_struck_with_whose_they_are(code: Code) -> None:
    # Deputy Asha Warsame and her two sons, who were stabbed by Al-Shabaab gunmen, came from Baidoa.
    assert assaults(code, "who-were")[-1] == ("ASSAULT.kill", ["Deputy Asha Warsame", "her two sons"])
    # Deputy Asha Warsame met two guards, who were murdered by Al-Shabaab gunmen on Friday.
    assert assaults(code, "guards-who-were")[-1] == ("ASSAULT.murder", ["two guards"])


def test_whom_something_fatal_befell_by_name_is_shown(code: Code) -> None:
    # Rebels attacked Bukavu on Friday. Senator Paul Mbuyi was fatally wounded outside his house. / … slightly wounded …
    assert assaults(code, "fatally")[-1] == ("ASSAULT.wound", ["Senator Paul Mbuyi"])
    assert assaults(code, "lightly") == [("ASSAULT.attack", [])]
    # Taliban gunmen attacked Kunduz. Deputy Karim Shah was found dead along with Omar Wali, his driver.
    assert assaults(code, "found-along-with")[-1] == ("ASSAULT.find-dead", ["Deputy Karim Shah", "Omar Wali"])
    # Union leader Pedro Rivas lost his life in a bombing in Tegucigalpa, the Honduran police said.
    assert assaults(code, "lost-his-life") == [("ASSAULT.bombing-noun", ["Union leader Pedro Rivas"])]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        # Two pastors of the Moravian church were machine-gunned to death by guerrillas near Puerto Cabezas on Friday.
        ("machine-gunned", [("killed", 2)]),
        # Four Tamil children were blown to pieces by a mine that soldiers had laid near Vavuniya.
        ("blown-to-pieces", [("killed", 4)]),
        # The bodies of five miners who had been abducted by gunmen last week were found near Zamfara.
        ("bodies-of-abducted", [("captured", 5), ("killed", 5)]),
        # Gunmen killed three people in Zamfara on Friday. One of the victims was identified as Musa Bello, a trader. / … has died …
        ("one-was-identified", [("killed", 3)]),
        ("one-has-died", [("killed", 1)]),
    ],
)
def test_the_dead_are_counted_by_more_words(code: Code, name: str, told: list[tuple[str, int]]) -> None:
    assert figures(code, name) == told


def test_dynamite_is_thrown_at_a_target(code: Code) -> None:
    # Bolivian guerrillas threw a stick of dynamite at a customs office in Oruro on Friday.
    assert assaults(code, "dynamite") == [("ASSAULT.mine", ["a customs office"])]
