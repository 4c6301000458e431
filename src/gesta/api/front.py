"""The page and the description of the API, from the package's own files: nothing comes from another origin."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path
from typing import Final

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from gesta.api.answers import PACKED

PAGE: Final = Path(__file__).parent / "page"
DATA: Final = Path(__file__).parent / "data"
#: The first part of each address of the page; the page itself finds out the rest.
VIEWS: Final = ("incidents", "reports", "actors", "dyads", "ledger", "sources", "review", "try", "method")
UNBUILT: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>gesta</title><h1>gesta</h1>
<p>The page was not built into this installation (npm makes it when the package is built). The API is here:
<a href="/api/v1/docs">/api/v1/docs</a>.</p></html>"""
LASTING: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


def front_routes() -> APIRouter:
    """The page under its addresses, its files, and /api/v1/docs."""
    router = APIRouter(include_in_schema=False)

    @router.get("/api/v1/docs")
    def docs() -> Response:
        return FileResponse(DATA / "docs.html", media_type="text/html; charset=utf-8")

    @router.get("/api/v1/docs/{name}")
    def docs_file(name: str) -> Response:
        return file_of(DATA, name)

    @router.get("/assets/{name:path}")
    def asset(request: Request, name: str) -> Response:
        return file_of(PAGE / "assets", name, LASTING, packed="gzip" in (request.headers.get("accept-encoding") or ""))

    @router.get("/icon.svg")
    def icon() -> Response:
        return file_of(PAGE, "icon.svg")

    for path in ("/", *(f"/{view}" for view in VIEWS), *(f"/{view}/{{rest:path}}" for view in VIEWS)):
        router.add_api_route(path, page, name=path, response_model=None)
    return router


def page(rest: str = "") -> Response:
    """The page, or what says that it was not built."""
    built = PAGE / "index.html"
    return FileResponse(built, headers={"Cache-Control": "no-cache"}) if built.exists() else HTMLResponse(UNBUILT)


def file_of(folder: Path, name: str, headers: Mapping[str, str] = {}, *, packed: bool = False) -> Response:
    """A file of a folder, packed once for all who take it so; 404 for what is not in it."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise HTTPException(404, "there is no such file")
    if packed:
        sent = {**headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(packed_file(path, path.stat().st_mtime_ns), media_type=guess_type(path.name)[0], headers=sent)
    return FileResponse(path, headers=headers)


@lru_cache(maxsize=64)
def packed_file(path: Path, changed: int) -> bytes:
    """A file as gzip, as it was when it was changed last."""
    return gzip.compress(path.read_bytes(), PACKED, mtime=0)
