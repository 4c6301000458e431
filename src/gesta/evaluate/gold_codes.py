"""When two codes mean one actor, and when two lists of them agree, by the guidelines of the gold articles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gesta.codebook import Codebook

Role = tuple[str, str]


def bare(code: object) -> str:
    """Up to the first dot, in capitals, without spaces, hyphens and other signs."""
    return re.sub(r"[\W_]", "", str(code).upper().partition(".")[0])


def kind_of(code: str) -> str:
    """What stands after the dot: `CVL` of `SDN.CVL`."""
    return code.split("|", maxsplit=1)[0].partition(".")[2].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """Every spelling of a code to the code."""

    of: Mapping[str, str]

    @classmethod
    def from_table(cls, path: Path) -> Spellings:
        """From a table with the columns `code`, `name` and `also` (spellings parted by semicolons)."""
        with path.open(encoding="utf-8", newline="") as rows:
            return cls.from_rows((row["code"], (row["name"], *filter(None, row["also"].split(";")))) for row in csv.DictReader(rows))

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, Iterable[str]]]) -> Spellings:
        """From codes with their names."""
        return cls(of={bare(name): bare(code) for code, names in rows for name in (code, *names)})

    @classmethod
    def beside(cls, gold: Path, codebook: Codebook) -> Spellings:
        """From `../../spec/codes.csv` of the gold folder, where it lies there; else from the codebook's groups and bodies."""
        table = gold.parent.parent / "spec" / "codes.csv"
        return cls.from_table(table) if table.exists() else cls.from_codebook(codebook)

    @classmethod
    def from_codebook(cls, codebook: Codebook) -> Spellings:
        """From the codebook's groups and bodies."""
        registers = codebook.registers
        groups = [(group.code, (group.name, *group.also)) for group in registers.groups.values()]
        return cls.from_rows([*groups, *((body.code, (body.name, *body.also)) for body in registers.bodies.values())])

    def meant(self, code: str) -> set[str]:
        """The codes that a spelling may mean; gold may give several: "A|B"."""
        return {self.of.get(bare(part), bare(part)) for part in code.split("|")}

    def pairs(self, gold: Sequence[Role], found: Sequence[Role]) -> list[tuple[str, str]]:
        """Codes of gold and found that agree in role and meaning; each is used once."""
        left, out = list(found), []
        for role, code in gold:
            hit = next((p for p in left if p[0] == role and self.meant(code) & self.meant(p[1])), None)
            if hit:
                left.remove(hit)
                out.append((code, hit[1]))
        return out

    def agree(self, gold: Sequence[Role], found: Sequence[Role]) -> bool:
        """More than half of all that either names is named by both; true of two that name nobody."""
        both = len(self.pairs(gold, found))
        union = len(gold) + len(found) - both
        return union == 0 or both / union > 0.5

    def same(self, gold: Sequence[str], found: Sequence[str]) -> bool:
        """The same for codes in one role."""
        return self.agree([("", code) for code in gold], [("", code) for code in found])
