"""An article that somebody pastes or drops, coded as it is. Nothing of it is kept."""

from __future__ import annotations

import threading
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from gesta.api.guard import Guard
from gesta.api.problems import PROBLEMS
from gesta.errors import InputError
from gesta.pipeline.coded import code

LONGEST = 100_000  # characters of one article: some ten seconds
WAIT = 30.0  # seconds that one waits for others


class Article(BaseModel):
    """A text to code. Relative dates are read from `published`; without it they stay unknown."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[
        str, Field(min_length=1, max_length=LONGEST, examples=["Armenia said on Tuesday that 49 of its soldiers had been killed."])
    ]
    published: date | None = None
    title: Annotated[str | None, Field(max_length=500)] = None
    outlet: Annotated[str | None, Field(max_length=200)] = None


class Coded(BaseModel):
    """The record, version 1, with the text."""

    record: dict[str, Any]


def trying_routes(guard: Guard) -> APIRouter:
    """The route that codes."""
    router = APIRouter(tags=["code"], responses={status: PROBLEMS[status] for status in (401, 403, 409, 413, 422, 429, 503)})
    alone = threading.Lock()

    @router.post("/code", response_model=Coded, summary="Code one article")
    def code_article(request: Request, article: Annotated[Article, Body()]) -> dict[str, Any]:
        """Who says what happened, to whom, where, when and at what cost. One article is coded at a time; nothing is kept."""
        guard.reads(request)
        guard.paced(request)
        if not alone.acquire(timeout=WAIT):
            raise HTTPException(503, "others are having articles coded; try again", {"Retry-After": "10"})
        try:
            coded = code(article.text, published=article.published, title=article.title, outlet=article.outlet)
        except InputError as error:
            raise HTTPException(409, error.why) from None
        finally:
            alone.release()
        return {"record": coded.record}

    return router
