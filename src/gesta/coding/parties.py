"""A party: who a noun phrase stands for, before it becomes an actor of the record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gesta.codebook import Codebook

SECTOR_NAMES = {
    "MIL": "Military",
    "COP": "Police",
    "GOV": "Government",
    "SPY": "Intelligence services",
    "JUD": "Judiciary",
    "LEG": "Parliament",
    "CVL": "Civilians",
    "REB": "Rebels",
}
#: The kinds of party that are a state's.
STATES = frozenset({"country", "government", "military"})
WARRING = STATES | {"armed-group"}  # who fights a war
POWERS = WARRING | {"organisation"}  # who is nobody's kin
SIDES = POWERS | {"civilians"}
OF_A_COUNTRY = STATES | {"civilians"}  # who has a country's code, or one beneath it
BRANCHES = tuple([f"{name} of " for name in SECTOR_NAMES.values()])
KIND_OF_SECTOR = {
    "MIL": "military",
    "COP": "military",
    "GOV": "government",
    "SPY": "government",
    "JUD": "government",
    "LEG": "government",
    "CVL": "civilians",
    "REB": "armed-group",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor's identity: `code` as the record compares by; two mentions of one party give equal values.

    `bare` is the code up to the first dot: the side.
    """

    code: str | None
    name: str
    kind: str
    sector: str | None = None
    country: str | None = None
    role: str | None = None
    bare: str | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The side, which is asked for far more often than a party is made."""
        object.__setattr__(self, "bare", self.code.partition(".")[0] if self.code else None)

    @property
    def own_side(self) -> str | None:
        """The side where a state acts on people of its own: all but civilians are one of their own (`COD.REB` against `COD`)."""
        return self.code if self.code and "." in self.code and not self.code.endswith(".CVL") else self.bare

    @property
    def is_person(self) -> bool:
        """True for one named or described human being."""
        return self.kind == "person"

    @property
    def is_side(self) -> bool:
        """True for a state, body or group that can act in a conflict."""
        return self.code is not None and self.kind in SIDES


def as_claimant(party: Party) -> Party:
    """The party as the source of a statement: whoever is one of a state's civilians, and holds no office, speaks for nobody."""
    private = party.is_person and party.sector == "CVL" and (party.code or "").endswith(".CVL")
    return replace(party, code=None) if private else party


def is_unarmed(codebook: Codebook, party: Party) -> bool:
    """True for a medium and a registered body of citizens: who reports of an attack carries out none."""
    body = codebook.registers.bodies.get(party.code or "")
    return party.kind == "media" or (body is not None and body.sector == "NGO" and party.kind == "organisation")


def branch(country: Party, sector: str) -> Party:
    """A state's military, police, government …, or its civilians (`.CVL`) or unnamed rebels (`.REB`); of a group or body: itself."""
    if country.kind not in OF_A_COUNTRY or country.code is None:
        return country if sector != "CVL" else replace(country, code=country.code, sector=sector)
    base = country.bare or ""
    code = f"{base}.{sector}" if sector in {"CVL", "REB"} else base
    name = f"{SECTOR_NAMES.get(sector, 'Government')} of {plain_name(country)}"
    return Party(code=code, name=name, kind=KIND_OF_SECTOR.get(sector, "government"), sector=sector, country=country.country)


def apart(country: Party, sector: str, called: str) -> Party:
    """People of a state who speak for themselves, by their sector: `ARM.REL` for a cleric of Armenia; of a group or body: itself."""
    if country.kind not in OF_A_COUNTRY or country.code is None:
        return country
    return Party(
        code=f"{country.bare}.{sector}",
        name=f"{called} of {plain_name(country)}",
        kind=KIND_OF_SECTOR.get(sector, "civilians"),
        sector=sector,
        country=country.country,
    )


def plain_name(country: Party) -> str:
    """The country's own name, whichever of its branches is given."""
    own = "." not in (country.code or "") and not country.name.startswith(BRANCHES)
    return country.name if own else country.name.partition(" of ")[2]


def side_code(p: Party) -> str | None:
    """The side that lost: the rebels of a state are one of their own (`COD.REB`)."""
    return p.code if p.sector == "REB" else p.bare
