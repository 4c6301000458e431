"""Decisions of people, over HTTP: what the commands accept, reject, correct, merge, split and undo do."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, HTTPException, Request, Security
from pydantic import BaseModel, ConfigDict, Field

from gesta.api.guard import TOKEN, Guard
from gesta.api.problems import PROBLEMS
from gesta.errors import GestaError, StoreError
from gesta.model import Judgement
from gesta.pipeline import judging
from gesta.pipeline.judging import Author
from gesta.store import Store, open_store

Text = Annotated[str, Field(max_length=2000)]


EXAMPLE: dict[str, Any] = {"kind": "accept", "items": ["0f3c9a:e81b2d4f00c1a2b3"], "reason": "The ministry's own page says so."}


class Decision(BaseModel):
    """One decision. `items` are refs (accept, reject, correct, split) or incidents' ids (merge); `incident` is the one to split."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    kind: Literal["accept", "reject", "correct", "merge", "split", "undo"]
    items: Annotated[list[Annotated[str, Field(min_length=4, max_length=100)]], Field(max_length=200)] = []
    incident: Annotated[str, Field(max_length=64)] = ""
    changes: Annotated[dict[Annotated[str, Field(max_length=50)], Text], Field(max_length=40)] = {}
    undoes: Annotated[str, Field(max_length=16)] = ""
    reason: Text = ""


class Decided(BaseModel):
    """The judgement as it stands in the store."""

    id: str
    kind: str
    at: str
    by: str


def writing_routes(store: str, guard: Guard) -> APIRouter:
    """The route that takes decisions. One is entered at a time; readers see it when what follows from it is computed."""
    router = APIRouter(tags=["decisions"], responses={status: PROBLEMS[status] for status in (400, 401, 403, 404, 409, 413, 422, 429, 503)})
    alone = threading.Lock()

    @router.post("/decisions", response_model=Decided, status_code=201, summary="Decide", dependencies=[Security(TOKEN)])
    def decide(request: Request, decision: Annotated[Decision, Body()]) -> Decided:
        """The decision is appended to the store, and what is computed follows it. Needs a token."""
        author = Author(by=guard.writes(request), reason=decision.reason)
        with alone, open_store(store, write=True) as opened:
            judgement = decided(opened, decision, author)
            judging.entered(opened, judgement)
        return Decided(id=judgement.id, kind=judgement.kind, at=judgement.at, by=judgement.by)

    return router


def decided(store: Store, decision: Decision, author: Author) -> Judgement:
    """The judgement, not yet entered; 409 where the decision does not fit what is in the store."""
    try:
        return DECIDE[decision.kind](store, decision, author)
    except StoreError:
        raise
    except GestaError as error:
        raise HTTPException(409, str(error)) from None


DECIDE: dict[str, Callable[[Store, Decision, Author], Judgement]] = {
    "accept": lambda store, d, author: judging.verdict(store, "accept", d.items, author),
    "reject": lambda store, d, author: judging.verdict(store, "reject", d.items, author),
    "correct": lambda store, d, author: judging.correct(store, next(iter(d.items), ""), d.changes, author),
    "merge": lambda store, d, author: judging.merge(store, d.items, author),
    "split": lambda store, d, author: judging.split(store, d.incident, d.items, author),
    "undo": lambda store, d, author: judging.undo(store, d.undoes, author),
}
