"""One wire story of our own, and reports made of it."""

from __future__ import annotations

from datetime import date

from gesta.linking.printings import Printing

LEAD = "Armenian and Azerbaijani forces exchanged artillery fire near the village of Sotk on Tuesday, officials on both sides said."
TOLL = "The defence ministry in Yerevan said that nine of its soldiers had been killed and that shells had hit two farms and a school."
DENIAL = "Baku denied that it had fired on houses, and accused Armenian units of mining the road that its supply lorries use at night."
CALLS = "Russia urged both governments to keep to the truce that they signed in November, and offered to send observers to the border."
WIRE = "\n\n".join((LEAD, TOLL, DENIAL, CALLS))
OTHER = (
    "People in Sotk woke to shelling. Nine Armenian soldiers are dead, says Yerevan, which blames its neighbour. Azerbaijan tells it"
    " the other way round: sappers had buried explosives under a track.\n\nMoscow wants calm, and a mission of its own"
    " at the frontier. A teacher whose classroom lost its roof said that she would hold lessons in the church until the spring came."
)


def printed(name: str, text: str, *, outlet: str | None = None, day: int = 13, credits: tuple[str, ...] = (), **more: str) -> Printing:
    return Printing(id=name, text=text, outlet=outlet or f"{name} post", published=date(2022, 9, day), credits=credits, **more)
