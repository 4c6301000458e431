"""What gesta knows before it reads: event types and frames, word classes, actors, offices, outlets, places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gesta.codebook.crosswalks import Crosswalks, crosswalks_of, load_crosswalks
from gesta.codebook.folders import check_files, digest_of
from gesta.codebook.gazetteer import Gazetteer, Toponym
from gesta.codebook.ontology import DATA, EventType, FrameRule, Ontology, load_ontology
from gesta.codebook.registers import Registers, Role


@dataclass(frozen=True)
class Codebook:
    """The loaded codebook; values do not change after loading."""

    ontology: Ontology
    registers: Registers
    gazetteer: Gazetteer
    crosswalks: Crosswalks
    version: str
    """12 hex digits over the shipped files and those of the user's folder."""

    @classmethod
    def load(cls, overlay: Path | None = None) -> Codebook:
        """The shipped codebook, a user's folder laid on top; CodebookError names file, line and column of what is wrong."""
        if overlay is not None:
            check_files(overlay)
        return cls(
            ontology=load_ontology(overlay=overlay),
            registers=Registers.load(overlay=overlay),
            gazetteer=Gazetteer.load(),
            crosswalks=load_crosswalks() if overlay is None else crosswalks_of(DATA, overlay),
            version=digest_of(overlay),
        )

    def country_name(self, code: str | None) -> str:
        """The name of a state by its code; the code itself when there is none."""
        return self.registers.country_name(code) if code else ""


__all__ = ["Codebook", "Crosswalks", "EventType", "FrameRule", "Gazetteer", "Ontology", "Registers", "Role", "Toponym"]
