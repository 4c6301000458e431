"""An article that somebody pastes, or a file that somebody drops, coded as it is. Nothing of it is kept."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, Final

import anyio
import anyio.to_thread
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import FormData, UploadFile

from gesta.api.answers import JSON
from gesta.api.apart import LONGEST, Apart, Refused, Task, TooSlow
from gesta.api.guard import Guard
from gesta.api.problems import PROBLEMS

WAIT: Final = 30.0  # seconds that one waits for others
WAITING: Final = 8  # texts that wait at most
NAME: Final = 200  # characters of a file's name that are kept
FORM: Final = "multipart/form-data"
UPLOADED: Final = (
    "A file of any kind that gesta reads: plain text, Markdown, a saved web page, a line of JSON Lines; gzipped too. "
    "What it says of itself stands before the other fields."
)


class Said(BaseModel):
    """What somebody says of an article. Relative dates are read from `published`; without it they stay unknown."""

    model_config = ConfigDict(extra="forbid")

    published: date | None = None
    title: Annotated[str | None, Field(max_length=500)] = None
    outlet: Annotated[str | None, Field(max_length=200)] = None


class Article(Said):
    """A text to code."""

    text: Annotated[
        str, Field(min_length=1, max_length=LONGEST, examples=["Armenia said on Tuesday that 49 of its soldiers had been killed."])
    ]


class Coded(BaseModel):
    """The record, version 1, with the text."""

    record: dict[str, Any]


FILED: Final = Said.model_json_schema()
#: A form has no null: what is not said is left out.
FIELDS: Final = {name: {**one["anyOf"][0], "title": one["title"]} for name, one in FILED["properties"].items()}
#: A text as JSON, or a file in a form.
TAKEN: Final[dict[str, Any]] = {
    "required": True,
    "content": {
        JSON: {"schema": Article.model_json_schema()},
        FORM: {
            "schema": {
                **FILED,
                "title": "Upload",
                "description": UPLOADED,
                "properties": {
                    "file": {"type": "string", "format": "binary", "description": "The file, one article."},
                    **FIELDS,
                },
                "required": ["file"],
            }
        },
    },
}


def trying_routes(guard: Guard, apart: Apart) -> APIRouter:
    """The route that codes."""
    router = APIRouter(tags=["code"], responses={status: PROBLEMS[status] for status in (400, 401, 403, 409, 413, 415, 422, 429, 503)})
    turns, one = anyio.Lock(), anyio.CapacityLimiter(1)

    async def coded(task: Task) -> bytes:
        """The answer to the task, when its turn has come. Who waits for it holds no thread of those that answer."""
        if turns.statistics().tasks_waiting >= WAITING:
            raise HTTPException(503, "others are having articles coded; try again", {"Retry-After": "30"})
        with anyio.move_on_after(WAIT) as waited:
            await turns.acquire()
        if waited.cancelled_caught:
            raise HTTPException(503, "others are having articles coded; try again", {"Retry-After": "10"})
        try:
            return await anyio.to_thread.run_sync(apart.code, task, limiter=one)
        finally:
            turns.release()

    @router.post("/code", response_model=Coded, summary="Code one article", openapi_extra={"requestBody": TAKEN})
    async def code_article(request: Request) -> Response:
        """Who says what happened, to whom, where, when and at what cost: of a pasted text, or of a file.

        One article is coded at a time, in a process of its own, for at most a minute; nothing is kept.
        """
        guard.paced(request)
        task = await task_of(request)
        try:
            return Response(await coded(task), media_type=JSON)
        except Refused as error:
            raise HTTPException(error.status, str(error)) from None
        except TooSlow as error:
            raise HTTPException(503, f"{task.name or 'the text'}: {error}", {"Retry-After": "60"}) from None

    return router


async def task_of(request: Request) -> Task:
    """What the body asks to be coded; 415 for a body of another kind, 422 for one that lacks something."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == FORM:
        async with request.form(max_files=1, max_fields=3, max_part_size=4 * NAME) as form:
            return await filed(form)
    if kind != JSON:
        raise HTTPException(415, f"a text is sent as {JSON}, a file as {FORM}")
    try:
        article = Article.model_validate_json(await request.body())
    except ValidationError as error:
        raise refused(error) from None
    return Task(**article.model_dump())


async def filed(form: FormData) -> Task:
    """The file of a form, with what its other fields say of it."""
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise RequestValidationError([{"type": "missing", "loc": ("body", "file"), "msg": "Field required", "input": None}])
    try:
        said = Said.model_validate({name: value or None for name, value in form.multi_items() if name != "file"})
    except ValidationError as error:
        raise refused(error) from None
    return Task(file=await file.read(), name=called(file.filename or ""), **said.model_dump())


def refused(error: ValidationError) -> RequestValidationError:
    """The same complaint as of every other body."""
    return RequestValidationError([{**one, "loc": ("body", *one["loc"])} for one in error.errors(include_url=False, include_context=False)])


def called(name: str) -> str:
    """A file's own name, without the folders before it and without characters that are not seen."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(c for c in last if c.isprintable())[-NAME:] or "the file"
