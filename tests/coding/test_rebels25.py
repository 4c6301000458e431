"""Rebels by any of their names, whom an attack that is stopped was aimed at, and whom one is blamed on."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # The Central African army killed ten rebels near Bria on Monday. Rebel fighters attacked a post in Bambari. Urban guerrillas
        # blew up a bus in Bangui. Rebel groups shelled the town of Bossangoa.
        ("rebels-of-any-kind", [("ASSAULT", ("CAF",), ("CAF.REB",)), *[("ASSAULT", ("CAF.REB",), ("CAF",))] * 3]),
        # Insurgent groups killed four villagers in Mozambique on Tuesday. Opposition fighters seized a bridge in Pemba.
        ("opposition-fighters", [("ASSAULT", ("MOZ.REB",), ("MOZ.CVL",)), ("ASSAULT", ("MOZ.REB",), ("MOZ",))]),
        ("opposition-groups-of-a-parliament", []),  # Opposition groups in Mozambique walked out of parliament on Tuesday.
        ("advances-stalled", [("ASSAULT", ("SDN",), ("TCD",))]),  # Chadian forces have stalled Sudan's advances in the east.
        # The Cambodian offensive was halted by Thai troops at the border: nobody ceased fire.
        ("offensive-halted-by-others", [("ASSAULT", ("KHM",), ("THA",))]),
        # The garrison in Goma is Congolese. Congolese troops fended off an assault by M23 on Monday.
        ("fought-off", [("ASSAULT", ("COD",), ("M23",)), ("ASSAULT", ("M23",), ("COD",))]),
        # Police in Nairobi arrested two men after an attack that Kenya blamed on al-Shabaab.
        (
            "raid-blamed-by-clause",
            [("COERCE", ("KEN",), ("KEN.CVL",)), ("ASSAULT", ("AL-SHABAAB",), ("KEN",)), ("ACCUSE", ("KEN",), ("AL-SHABAAB",))],
        ),
    ],
)
def test_rebels_and_those_who_stop_them(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


def test_losses_of_rebels_are_not_those_of_their_state(code: Code) -> None:
    # The army said it had inflicted 18 casualties on Maoist rebels in Huila, Colombia.
    assert [(f.best, f.victims.code) for f in code("casualties-on-maoist-rebels").figures] == [(18, "COL.REB")]
