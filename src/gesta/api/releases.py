"""Dated releases, as `gesta release` wrote them to a folder, listed and handed out; and what the store itself was published from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi import Path as Part
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field, ValidationError

from gesta.api.answers import Answers, json_bytes
from gesta.api.guard import Guard
from gesta.api.problems import PROBLEMS
from gesta.export.release import ABOUT, SUMS
from gesta.store import Ingest

TEXTS: Final = "reports.jsonl"  # the one file of a release that holds full texts
CITED: Final = "Conflict incidents and who says what of them, {day}, digest {digest}. Coded with gesta {gesta}."
Name = Annotated[str, Part(min_length=1, max_length=200, description="Its folder's name.")]


class ReleaseFile(BaseModel):
    """A file of a release. `sha256` is what SHA256SUMS says of it; None for SHA256SUMS itself."""

    name: str
    bytes: int
    sha256: str | None


class Release(BaseModel):
    """A dated release. Day and digest name it: they are what it is cited by. `filters` are those that its rows passed."""

    name: str
    day: date
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    cite: str
    gesta: str
    filters: dict[str, Any]
    files: list[ReleaseFile]


def release_routes(answers: Answers, guard: Guard) -> APIRouter:
    """The routes about releases and publications."""
    router = APIRouter(tags=["releases"])
    folder = guard.settings.releases

    @router.get("/releases", response_model=list[Release], summary="Dated releases to cite, the newest first")
    def releases() -> list[Release]:
        """What `gesta release` wrote to the folder that the server was started with (`--releases`); none without one."""
        return released(folder)

    @router.get(
        "/releases/{name}/{file}",
        summary="A file of a release",
        response_class=Response,
        responses={200: {"content": {"application/octet-stream": {}}, "description": "The file, as it was released."}, 404: PROBLEMS[404]},
    )
    def release_file(request: Request, name: Name, file: Annotated[str, Part(min_length=1, max_length=200)]) -> Response:
        """A file that its SHA256SUMS lists, or that list. Full texts (reports.jsonl) need a token."""
        found = next((one for one in released(folder) if one.name == name), None)
        if folder is None or found is None or all(one.name != file for one in found.files):
            raise HTTPException(404, "there is no such file in a release here")
        if file == TEXTS:
            guard.named(request)
        return FileResponse(folder / name / file, media_type="application/octet-stream", filename=file)

    @router.get("/publications", response_model=list[Ingest], summary="What the store was filled from, and when")
    def publications(request: Request) -> Response:
        """Every run of ingest that was published: from where, by which versions, how many reports were new, known, and set aside."""
        return answers.give(request, lambda dossier: json_bytes(list(dossier.store.ingests())))

    return router


def released(folder: Path | None) -> list[Release]:
    """The releases in a folder, the newest first; what is no whole release is left out."""
    if folder is None or not folder.is_dir():
        return []
    return sorted(read_releases(folder), key=lambda one: (one.day, one.name), reverse=True)


def read_releases(folder: Path) -> Iterator[Release]:
    """Each folder in it that holds what names a release, and the checksums of its files."""
    for path in folder.iterdir():
        try:
            about, sums = json.loads((path / ABOUT).read_text("utf-8")), (path / SUMS).read_text("utf-8")
            digest = hashlib.sha256(sums.encode()).hexdigest()
            listed = [(name, of) for of, _, name in (line.partition("  ") for line in sums.splitlines()) if "/" not in name]
            yield Release(
                name=path.name, day=about["day"], digest=digest, gesta=about["gesta"], filters=about.get("filters") or {},
                cite=CITED.format(day=about["day"], digest=digest[:12], gesta=about["gesta"]),
                files=[
                    ReleaseFile(name=name, bytes=(path / name).stat().st_size, sha256=of) for name, of in [*listed, (SUMS, None)]
                ],
            )  # fmt: skip
        except (OSError, ValueError, KeyError, TypeError, ValidationError):
            continue
