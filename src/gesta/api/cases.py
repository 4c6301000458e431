"""One incident with all that is known of it, the matrix of who says what it cost whom, and the bias of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Request, Response
from fastapi import Query as Parameter
from pydantic import BaseModel

from gesta.api.answers import Answers, json_bytes
from gesta.api.kept import Kept
from gesta.api.problems import PROBLEMS
from gesta.model.casefile import Casefile
from gesta.model.ledger import Bias, Step
from gesta.pipeline.dossier import Dossier

CASES: Final = 200  # casefiles that are kept: of as many who read at once each finds that of its incident again for the matrix

Name = Annotated[str, Path(description="The incident's id, or the beginning of it, four characters at least.", min_length=4, max_length=64)]
AsOf = Annotated[date | None, Parameter(description="As known at the end of this day.")]


class Cell(BaseModel):
    """The last standing number of one claimant about one side; `taken_back` where none of its numbers stands."""

    claimant: str
    side: str | None
    effect: str
    step: Step
    taken_back: bool
    disputed: bool


class Matrix(BaseModel):
    """Claimants by sides. A cell is disputed where another claimant's standing number cannot hold beside it."""

    incident: str
    effects: list[str]
    claimants: list[str]
    sides: list[str | None]
    cells: list[Cell]


def case_routes(answers: Answers) -> APIRouter:
    """The routes about single incidents."""
    router, kept = APIRouter(tags=["incidents"], responses={404: PROBLEMS[404]}), Kept[Casefile](CASES)

    def case(dossier: Dossier, name: str, as_of: date | None) -> Casefile:
        """An incident and its matrix are asked for together, and are one casefile."""
        return kept.of(dossier, lambda: dossier.incident(name, as_of), name, as_of)

    @router.get("/incidents/{name}", response_model=Casefile, summary="All that is known of one incident")
    def incident(request: Request, name: Name, as_of: AsOf = None) -> Response:
        """Tellings, claims, course of figures, contradictions, silences, estimates, denials, episodes; reports and whose copy each is."""
        return answers.give(request, lambda dossier: json_bytes(case(dossier, name, as_of)))

    @router.get("/matrix", response_model=Matrix, summary="Who says what an incident cost whom")
    def matrix(
        request: Request, incident: Annotated[str, Parameter(min_length=4, max_length=64, description="Its id.")], as_of: AsOf = None
    ) -> Response:
        """Claimants by sides, each cell the last standing number with its day."""
        return answers.give(request, lambda dossier: json_bytes(matrix_of(case(dossier, incident, as_of))))

    @router.get("/bias", response_model=list[Bias], summary="How parties count", tags=["incidents"])
    def bias(request: Request) -> Response:
        """For each party and adversary, its count of its own losses beside the adversary's count of the same."""
        return answers.give(request, lambda dossier: json_bytes(dossier.bias()))

    return router


def matrix_of(case: Casefile) -> dict[str, Any]:
    """See `Matrix`. Effects, claimants and sides in the order in which they are first told."""
    last: dict[tuple[str, str | None, str], Step] = {}
    for step in sorted(case.steps, key=lambda step: (step.standing, step.known, step.as_of)):
        last[step.claimant, step.side, step.effect] = step
    disputed = {(s.claimant, s.side, s.effect, s.refs) for c in case.contradictions for s in (c.one, c.other)}
    cells = [
        {
            "claimant": claimant,
            "side": side,
            "effect": effect,
            "step": step,
            "taken_back": not step.standing,
            "disputed": (claimant, side, effect, step.refs) in disputed,
        }
        for (claimant, side, effect), step in last.items()
    ]
    return {
        "incident": case.incident.id,
        "effects": once(step.effect for step in case.steps),
        "claimants": once(step.claimant for step in case.steps),
        "sides": once(step.side for step in case.steps),
        "cells": cells,
    }


def once(values: Iterable[Any]) -> list[Any]:
    """Each value once, in the order of the first."""
    return list(dict.fromkeys(values))
