"""Who against whom, as two tellings can be compared: civilians with their state, both sides of a clash, directions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from gesta.codebook.registers import Registers
from gesta.model import Telling

_CODE: Final = re.compile(r"[^a-z]+")


def is_code(name: str) -> bool:
    """Whether an actor is a code; a name as written ("a nurse") has small letters."""
    return _CODE.fullmatch(name) is not None


def party(code: str) -> str:
    """The party behind a code: `ARM` of `ARM.CVL`, `PSE` of `PSE.REB`."""
    return code.partition(".")[0]


def parties(codes: tuple[str, ...]) -> frozenset[str]:
    """The parties of actors that have a code."""
    return frozenset(party(code) for code in codes if is_code(code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """`a` acted on `b`; two sides that fought each other, or met, are `mutual` and stand in `a` together."""

    a: frozenset[str]
    b: frozenset[str]
    mutual: bool
    all: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Every party named is known once and for all: each comparison asks for it."""
        object.__setattr__(self, "all", self.a | self.b)

    @property
    def directed(self) -> bool:
        """Whether both ends of the act are told and differ."""
        return not self.mutual and bool(self.a) and bool(self.b) and self.a != self.b


def sides(telling: Telling) -> Sides:
    """The sides of a telling; mediators are none."""
    a, b = parties(telling.actors), parties(telling.recipients)
    return Sides(a=a, b=b, mutual=len(a) > 1 and not b)


@cache
def lands() -> Mapping[str, str]:
    """The country of each armed group of the codebook, by the group's code."""
    return {code: group.country for code, group in Registers.load().groups.items() if group.country}


def kin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one names a country alone and the other a group of it: "rebels of Sudan" may be that group, and may not."""
    return any(a == frozenset({land}) for a, b in ((one, other), (other, one)) for code in b if (land := lands().get(code)))


def complementary(one: Sides, other: Sides) -> bool:
    """Whether one tells only who did it and the other only to whom."""
    return any(a.a and not a.b and not a.mutual and b.b and not b.a for a, b in ((one, other), (other, one)))


def reversed_direction(one: Sides, other: Sides) -> bool:
    """Whether one has a acting on b and the other b on a."""
    return one.directed and other.directed and not one.a & other.a and bool(one.a & other.b) and bool(one.b & other.a)
