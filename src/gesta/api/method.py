"""How gesta codes and counts: ontology, conventions, versions, scores; what a reader needs before believing a number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from gesta.api.answers import Answers, json_bytes
from gesta.api.kept import Kept
from gesta.codebook import Codebook
from gesta.codebook.conventions import load_conventions
from gesta.evaluate.floors import load
from gesta.pipeline.dossier import Dossier
from gesta.pipeline.version import __version__


class EventType(BaseModel):
    """A type of PLOVER, with its modes and how many frames show it."""

    type: str
    modes: list[str]
    frames: int


class Method(BaseModel):
    """Ontology, conventions, versions, sizes, and by corpus the figures below which no version may fall (`gesta evaluate`)."""

    versions: dict[str, str]
    codebook: str
    types: list[EventType]
    rules: list[str]
    conventions: dict[str, Any]
    registers: dict[str, int]
    counts: dict[str, int]
    scores: dict[str, dict[str, float]]


def method_routes(answers: Answers, codebook: Codebook) -> APIRouter:
    """The route."""
    router, versions = APIRouter(tags=["store"]), Kept[Mapping[str, str]](1)  # their digest reads every record of the store

    @router.get("/method", response_model=Method, summary="How gesta codes and counts")
    def method(request: Request) -> Response:
        """Ontology, conventions, versions, sizes of the registers and of the store."""
        return answers.give(request, lambda dossier: json_bytes(described(dossier, codebook, versions.of(dossier, dossier.store.versions))))

    return router


def described(dossier: Dossier, codebook: Codebook, versions: Mapping[str, str]) -> dict[str, Any]:
    """See `Method`."""
    conventions = load_conventions()
    registers = codebook.registers
    return {
        "versions": {**versions, "gesta": __version__},
        "codebook": codebook.version,
        "types": [
            {"type": name, "modes": sorted({frame.mode for frame in kind.frames if frame.mode}), "frames": len(kind.frames)}
            for name, kind in sorted(codebook.ontology.types.items())
        ],
        "rules": ["gesta", "ucdp", "acled"],
        "conventions": {
            "acled_orders": {str(least): count for least, count in conventions.acled_orders.items()},
            "stale_days": conventions.stale_days, "news_days": conventions.news_days,
            "correction": conventions.correction, "about": conventions.about,
        },
        "registers": {
            "states": len(registers.countries), "bodies": len(registers.bodies), "groups": len(registers.groups),
            "office-holders": sum(map(len, registers.holders.values())), "outlets": len(registers.domains),
        },
        "counts": dossier.store.sizes(),
        "scores": {task: dict(floors.figures) for task, floors in sorted(load().items())},
    }  # fmt: skip
