"""What gesta knows before it reads: event types and frames, word classes, actors, offices, outlets, places."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gesta.codebook.crosswalks import Crosswalks, load_crosswalks
from gesta.codebook.gazetteer import Gazetteer, Toponym
from gesta.codebook.ontology import DATA, EventType, FrameRule, Ontology, load_ontology
from gesta.codebook.registers import Registers, Role


@dataclass(frozen=True)
class Codebook:
    """The loaded codebook; values do not change after loading."""

    ontology: Ontology
    registers: Registers
    gazetteer: Gazetteer

    @classmethod
    def load(cls, overlay: Path | None = None) -> Codebook:
        """The shipped codebook, a user's folder laid on top; CodebookError names file, line and column of what is wrong."""
        return cls(ontology=load_ontology(), registers=Registers.load(overlay=overlay), gazetteer=Gazetteer.load())

    @cached_property
    def version(self) -> str:
        """12 hex digits over the ontology's files and the registers."""
        digest = hashlib.sha256()
        for path in sorted([*(DATA / "events").glob("*.yaml"), *DATA.glob("*.yaml")]):
            digest.update(path.name.encode() + path.read_bytes())
        digest.update(self.registers.digest.encode())
        return digest.hexdigest()[:12]

    @property
    def crosswalks(self) -> Crosswalks:
        """From gesta's codes to those of others."""
        return load_crosswalks()

    def country_name(self, code: str | None) -> str:
        """The name of a state by its code; the code itself when there is none."""
        return self.registers.country_name(code) if code else ""


__all__ = ["Codebook", "Crosswalks", "EventType", "FrameRule", "Gazetteer", "Ontology", "Registers", "Role", "Toponym"]
