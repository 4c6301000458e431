"""What goes wrong, as `application/problem+json` (RFC 9457): nobody has to read a page of HTML or a stack of calls."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from gesta.errors import GestaError, InputError, NotFound, StoreBusy, StoreError

PROBLEM = "application/problem+json"
LOG = logging.getLogger("gesta.api")


class Problem(BaseModel):
    """What went wrong."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no incident of this name"])


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": HTTPStatus(status).phrase, "content": {PROBLEM: {}}}
    for status in (400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
}


def described(app: FastAPI) -> dict[str, Any]:
    """The description of the API, made once, in which problems are of their own type alone: FastAPI gives them that of JSON too."""
    if app.openapi_schema is None:
        document = FastAPI.openapi(app)
        every = [answer for methods in document["paths"].values() for about in methods.values() for answer in about["responses"].values()]
        for answer in every:
            if PROBLEM in answer.get("content", ()):
                answer["content"] = {PROBLEM: answer["content"]["application/json"]}
    return FastAPI.openapi(app)


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """The answer for a problem."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(body, status, headers, media_type=PROBLEM)


def status_of(error: GestaError) -> int:
    """The status that says best what an error of gesta means to a client."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, StoreBusy):
        return 503
    if isinstance(error, InputError):
        return 422
    return 400


def say_problems(app: FastAPI) -> None:
    """Every error is answered as a problem; what gesta did not foresee is logged, and its words are kept from the client."""

    @app.exception_handler(GestaError)
    async def ours(request: Request, error: GestaError) -> JSONResponse:
        why = error.why if isinstance(error, StoreError | InputError) else str(error)
        return problem(status_of(error), why)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        said = "; ".join(f"{'.'.join(str(part) for part in e['loc'][1:]) or e['loc'][0]}: {e['msg']}" for e in error.errors()[:5])
        return problem(422, said)

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> JSONResponse:
        LOG.exception("%s %s", request.method, request.url.path, exc_info=error)
        return problem(500, "a fault of gesta; the server's log has it")
