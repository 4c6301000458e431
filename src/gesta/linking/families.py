"""Which PLOVER types and modes may tell of one thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: A family is what two tellings of one thing have in common when the words differ: "shelled", "clashed" and "attacked" are violence;
#: a ceasefire announced (CONCEDE), agreed (AGREE) or in force (RETREAT) is a truce. "*" stands for every mode not listed.
FAMILIES: Final[Mapping[str, Mapping[str, str]]] = {
    "ASSAULT": {"*": "violence"},
    "COERCE": {"*": "coercion"},
    "MOBILIZE": {"*": "mobilisation"},
    "PROTEST": {"*": "protest"},
    "RETREAT": {"ceasefire": "truce", "release": "release", "return": "release", "withdraw": "withdrawal", "*": "retreat"},
    "CONCEDE": {"ceasefire": "truce", "release": "release", "withdraw": "withdrawal", "*": "concession"},
    "AGREE": {"meet": "talks", "*": "accord"},
    "SUPPORT": {"sign": "accord", "*": "support"},
    "CONSULT": {"*": "talks"},
    "COOPERATE": {"*": "cooperation"},
    "AID": {"*": "aid"},
    "SANCTION": {"*": "sanction"},
    "ACCUSE": {"*": "accusation"},
    "REJECT": {"*": "rejection"},
    "THREATEN": {"*": "threat"},
    "REQUEST": {"*": "request"},
}

#: Families as which the handing over of the dead is coded, or the offer of it; the dead are no prisoners.
GIVING: Final = frozenset({"release", "accord", "concession", "withdrawal", "retreat"})
_DEAD: Final = re.compile(r"\b(?:bodies|body|remains|corpses?)\b", re.IGNORECASE)
#: What is signed is agreed, whichever type the signing is coded as.
_PACT: Final = re.compile(
    r"\b(?:sign|signs|signed|signing)\b.*\b(?:accord|agreement|armistice|ceasefire|cease-fire|deal|pact|treaty|truce)\b", re.IGNORECASE
)
_HANDED: Final = re.compile(
    r"\b(?:hand|hands|handed|handing|gave|giv\w+|return\w*|repatriat\w+|exchang\w+|swap\w*|releas\w+|deliver\w*|receiv\w+)\b", re.IGNORECASE
)

#: Families that tell one thing in two ways often enough to be compared: an agreement and the truce that it brings.
KINDRED: Final[Mapping[frozenset[str], str]] = {
    frozenset({"truce", "accord"}): "an accord and its truce",
    frozenset({"coercion", "violence"}): "force and arrests",
    frozenset({"mobilisation", "violence"}): "an advance and its fighting",
    frozenset({"withdrawal", "violence"}): "fighting and a withdrawal from it",
}

#: What is said and nothing else done: these link among themselves, where the place of speaking tells nothing.
VERBAL: Final = frozenset({"accusation", "rejection", "threat", "request", "support", "talks", "accord", "truce", "concession"})
#: What is told by its parties and its day: the place is where it was said, or one of the two ends of an exchange.
UNPLACED: Final = VERBAL | {"release", "remains"}
#: What goes on from day to day; anything else is an act of its day.
LASTING: Final = frozenset({"violence", "protest", "mobilisation", "withdrawal"})

#: Acts of two parties together, or of each towards the other: who is named first tells nothing.
MUTUAL: Final = frozenset({"release", "remains", "talks", "accord", "truce", "cooperation"})

#: How force is used, as far as modes tell: two ways are seldom one act.
MEANS: Final[Mapping[str, str]] = {
    "aerial": "from the air", "drone": "from the air", "explosives": "by a charge", "suicide-attack": "by a charge",
    "firearms": "on the ground", "heavy-weapons": "on the ground", "primitive": "on the ground", "abduct": "by seizure",
}  # fmt: skip
#: What is done to people in one's hands; how a thing was done is told of it always, so that one without it is another.
IN_HAND: Final = frozenset({"torture", "sexual", "abduct"})
#: Means of one blow, after which nothing goes on.
BLOWS: Final = frozenset({"from the air", "by a charge"})

#: The root of accords and truces, beside whose parties mediators are told as if they were some.
SETTLEMENT: Final = "settlement"
#: Families that are compared with one another at all.
ROOTS: Final[Mapping[str, str]] = {name: root for root, names in {
    SETTLEMENT: ("truce", "accord"),
    "force": ("violence", "coercion", "mobilisation", "withdrawal"),
}.items() for name in names}  # fmt: skip


def root(name: str) -> str:
    """What families that may tell of one thing have in common."""
    return ROOTS.get(name, name)


def family(kind: str, mode: str | None, words: str = "") -> str:
    """The family of a PLOVER type and mode, told in these words; an unknown type is a family of its own."""
    modes = FAMILIES.get(kind, {})
    found = modes.get(mode or "*") or modes.get("*") or kind.lower()
    if found == "support" and _PACT.search(words):
        return "accord"
    return "remains" if found in GIVING and _DEAD.search(words) and _HANDED.search(words) else found
