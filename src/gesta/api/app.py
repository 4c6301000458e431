"""The application: routes, guards, problems, and the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial

import anyio.to_thread
from fastapi import APIRouter, Depends, FastAPI, Request
from starlette.middleware.gzip import GZipMiddleware

from gesta.api.alerts import Alerts
from gesta.api.answers import Answers
from gesta.api.apart import Apart
from gesta.api.askers import Askers
from gesta.api.cases import case_routes
from gesta.api.documents import document_routes
from gesta.api.front import front_routes
from gesta.api.guard import Gate, Guard
from gesta.api.layers import layer_routes
from gesta.api.method import method_routes
from gesta.api.opening import Opening, opening_routes
from gesta.api.overview import overview_routes
from gesta.api.problems import PROBLEMS, described, say_problems
from gesta.api.readers import Readers
from gesta.api.releases import release_routes
from gesta.api.settings import Settings
from gesta.api.trying import trying_routes
from gesta.api.watching import Rounds, courier_of, watching_routes
from gesta.api.writing import writing_routes
from gesta.codebook import Codebook
from gesta.pipeline.version import __version__

THREADS = 16  # requests that are worked on at once, most of them waiting for their turn to be answered
ABOUT = """Who says what happened, to whom, where, when and at what cost.

Every answer names its ETag: ask again with `If-None-Match` and get 304 until the store is published anew.
Problems are `application/problem+json`.
Lists are pages: `next` is the `cursor` of the page after."""


@cache
def shipped() -> Codebook:
    """The codebook, loaded once for all applications of a process."""
    return Codebook.load()


def create_app(settings: Settings, opening: Opening | None = None) -> FastAPI:
    """The application for one store. Nothing is opened before the first question but the codebook.

    `opening` hands its token, which the settings must know, to who shows its code.
    """
    readers, guard = Readers(settings.store), Guard(settings)
    answers, codebook, alerts = Answers(readers), shipped(), Alerts(settings.alerts)
    courier, apart = courier_of(readers, alerts), Apart()
    rounds = Rounds(courier, readers.state)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        rounds.start()
        yield
        rounds.stop()
        apart.close()
        readers.close()

    app = FastAPI(
        title="gesta",
        version=__version__,
        description=ABOUT,
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )

    def may_read(request: Request) -> None:
        guard.reads(request)

    api = APIRouter(prefix="/api/v1", dependencies=[Depends(may_read)], responses={s: PROBLEMS[s] for s in (400, 401, 403, 404, 422, 503)})
    for routes in (
        case_routes(answers), document_routes(answers, guard), layer_routes(answers), overview_routes(answers, codebook),
        method_routes(answers, codebook), writing_routes(settings.store, guard), trying_routes(guard, apart),
        watching_routes(answers, guard, alerts, courier), opening_routes(opening, guard), release_routes(answers, guard),
    ):  # fmt: skip
        api.include_router(routes)
    app.include_router(api)
    app.include_router(front_routes())
    say_problems(app)
    app.openapi = partial(described, app)  # type: ignore[method-assign]
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Askers, answers=answers, guard=guard)
    app.add_middleware(Gate, settings=settings)
    return app
