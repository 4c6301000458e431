"""A PETRARCH actor dictionary as a codebook folder: invented states and what stands for them, to lie on top of the shipped codebook."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

CODE: Final = re.compile(r"\[([^\]]*)\]")
#: Endings by which an English word for a people is told from another name of the land.
OF_A_PEOPLE: Final = ("i", "ian", "an", "ese", "ish", "ch")
SOURCE: Final = "PETRARCH actor dictionary"


def entries(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Names with their code: a line with a code, its synonyms (`+`), and codes on lines of their own; of dated codes the first."""
    names: list[str] = []
    code = ""
    for raw in re.sub(r"<!--.*?-->", "", text, flags=re.S).split("\n"):
        line = raw.partition("#")[0].rstrip()
        if not line.strip() or line.startswith("<"):
            continue
        found, named = CODE.search(line), CODE.sub("", line).strip()
        if named and not named.startswith("+"):
            if names and code:
                yield tuple(names), code
            names, code = [], ""
        if named:
            names.append(spelt(named.removeprefix("+")))
        if found and not code:
            code = found[1].split()[0].strip("<>") if found[1].split() else ""
    if names and code:
        yield tuple(names), code


def spelt(name: str) -> str:
    """A name as it is printed: "MINAS_TIRITH" is Minas Tirith; initials stay."""
    words = name.replace("_", " ").split()
    return " ".join(word if "." in word else word.title() for word in words)


def write_folder(dictionary: Path, folder: Path, shipped: Collection[str]) -> None:
    """`countries.csv` and `forces.csv` of a codebook folder hold the dictionary's states, and what stands for one with a sector.

    A code of three letters is a state's; a longer one that of a government or an army. What has no such code is left out. `shipped` are the
    codes that the shipped codebook has: such a state keeps its names.
    """
    states: dict[str, dict[str, list[str]]] = {}
    forces: list[tuple[str, str, str]] = []
    for names, code in entries(dictionary.read_text("utf-8")):
        if not re.fullmatch(r"[A-Z]{3,}", code):
            continue
        if len(code) == 3:
            row = states.setdefault(code, {"names": [], "peoples": []})
            for name in names:
                row["peoples" if row["names"] and name.lower().endswith(OF_A_PEOPLE) else "names"].append(name)
        elif code[3:6] in ("GOV", "MIL"):
            forces += [(name, code[:3], code[3:6]) for name in names]
    for _, state, _ in forces:
        states.setdefault(state, {"names": [state.title()], "peoples": []})
    with (folder / "countries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("code", "name", "also", "adjectives", "source"))
        for code, row in states.items():
            name, *also = row["names"]
            below = ["*"] if code in shipped else []
            writer.writerow((code, name, ";".join([*below, *also]), ";".join([*below, *row["peoples"]]), SOURCE))
    with (folder / "forces.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("name", "country", "kind", "sector", "source"))
        writer.writerows((name, state, "military" if sector == "MIL" else "government", sector, SOURCE) for name, state, sector in forces)
