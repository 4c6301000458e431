"""A record as rows of the ledger: what its ids stand for is spelled out, what its spans stand for is quoted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from gesta.model.telling import Claim, Filing, Spoken, Telling

Item = Mapping[str, Any]
Values = tuple[Any, ...]
LONGEST_EVIDENCE = 400  # code points, as the record's specification has it
_FILING: Final = tuple(Filing.__dataclass_fields__)
_NO_LINKS: Final[Mapping[str, tuple[str, ...]]] = {}
_NOWHERE: Final[Values] = ((),) * 6

# A store files thousands of reports a second: it takes the values of the fields, and makes no object of them. What items of one report
# share, who says it and where it is, stands in one place of their rows, `said` and `where`, as a tuple that they have in common.
SAID: Final = ("claimants", "claimant_names", "via", "own_voice", "stance")
WHERE: Final = ("places", "geonames", "lats", "lons", "countries", "admin1")
_SPOKEN: Final = (
    "key", "said", "start", "end", "date_prec", "where", "where_prec", "era", "evidence", "evidence_start", "evidence_end", "confidence",
    "day_told", "place_told",
)  # fmt: skip
OF_TELLING: Final = (*_SPOKEN, *(name for name in Telling.__dataclass_fields__ if name not in Spoken.__dataclass_fields__))
OF_CLAIM: Final = (*_SPOKEN, *(name for name in Claim.__dataclass_fields__ if name not in Spoken.__dataclass_fields__))


def _fields(required: Sequence[str], *optional: str) -> Callable[[Item], Values]:
    """From an item to its fields of these names, None for one that it has not; KeyError where that is required."""
    found: Callable[[Item], Values] = itemgetter(*required, *optional)
    nothing = dict.fromkeys(optional)

    def read(item: Item) -> Values:
        try:
            return found(item)  # in one step, which takes a third of the time of asking for each
        except KeyError:
            return found({**nothing, **item})

    return read


_ITEM: Final = _fields(("key", "evidence"), "statements", "time", "places", "era", "confidence", "spans")  # figures have no `where_prec`
_TIME: Final = _fields((), "start", "end", "date_prec", "span")
_EVENT: Final = _fields(
    ("id", "type"), "mode", "cameo", "acled", "factuality", "actors", "recipients", "mediators", "targets", "weapon"
)  # fmt: skip
_FIGURE: Final = _fields(("id", "victims", "effect", "qualifier"), "low", "best", "high", "provisional", "cumulative", "event")
_VICTIMS: Final = _fields((), "code", "who", "kinds")
_PLACE: Final = _fields(("name",), "geonames", "lat", "lon", "country", "admin1")


def known_day(about: Item, filed: date) -> date:
    """The day from which a report was known: published, else retrieved, else `filed`; `about` is the record's `report`."""
    stamp = about.get("published") or about.get("retrieved")
    return date.fromisoformat(stamp[:10]) if stamp else filed


def filing(record: Item, seq: int, filed: date) -> Filing:
    """The head and text of a record as it is filed."""
    return Filing(**dict(zip(_FILING, filing_values(record, seq, known_day(record["report"], filed)), strict=True)))


def tellings(record: Item, filed: date) -> tuple[Telling, ...]:
    """One row for each event of the record, in its order."""
    names = Names(record, known_day(record["report"], filed))
    return tuple(Telling(**_spelled(names, OF_TELLING, row)) for row in telling_values(names))


def claims(record: Item, filed: date) -> tuple[Claim, ...]:
    """One row for each figure of the record, in its order."""
    names = Names(record, known_day(record["report"], filed))
    return tuple(Claim(**_spelled(names, OF_CLAIM, row)) for row in claim_values(names))


def _spelled(names: Names, of: Sequence[str], row: Values) -> dict[str, Any]:
    """The fields of a telling or a claim by name."""
    found = dict(zip(of, row, strict=True))
    shared = zip((*SAID, *WHERE), (*found.pop("said"), *found.pop("where")), strict=True)
    return {"report": names.about["id"], "known": names.known, "outlet": names.about.get("outlet"), **dict(shared), **found}


def filing_values(record: Item, seq: int, known: date, revision_of: str | None = None) -> Values:
    """The fields of `Filing`, in their order; `revision_of` is the version before, where the record names none."""
    about = record["report"]
    of = about.get
    return (
        seq, about["id"], known, about["text"], of("text_sha256"), of("title"), of("outlet"), of("url"), of("published"),
        tuple(of("credits") or ()), of("language"), of("source_id"), bool(of("synthetic")), of("revision_of") or revision_of,
    )  # fmt: skip


def telling_values(names: Names) -> list[Values]:
    """What `OF_TELLING` names, for each event of a record."""
    record = names.record
    events: Sequence[Item] = record.get("events", ())
    denies = part_of = _NO_LINKS
    if record.get("links"):
        keys = {event["id"]: event["key"] for event in events}
        denies, part_of = links(record, "denies", keys), links(record, "part_of", keys)
    found: list[Values] = []
    for event in events:
        id_, type_, mode, cameo, acled, factuality, actors, recipients, mediators, targets, weapon = _EVENT(event)
        found.append((
            *names.spoken(event), type_, mode, cameo, acled, factuality or "actual",
            names.codes(actors) if actors else (), names.codes(recipients) if recipients else (),
            names.codes(mediators) if mediators else (), tuple(targets) if targets else (), weapon,
            denies.get(id_, ()), part_of.get(id_, ()),
        ))  # fmt: skip
    return found


def claim_values(names: Names) -> list[Values]:
    """What `OF_CLAIM` names, for each figure of a record."""
    record = names.record
    figures: Sequence[Item] = record.get("figures", ())
    events = {event["id"]: event["key"] for event in record.get("events", ())} if figures else {}
    parts = links(record, "part_of", {f["id"]: f["key"] for f in figures}) if figures and record.get("links") else _NO_LINKS
    found: list[Values] = []
    for figure in figures:
        id_, victims, effect, qualifier, low, best, high, provisional, cumulative, event = _FIGURE(figure)
        code, who, kinds = _VICTIMS(victims)
        found.append((
            *names.spoken(figure), effect, low, best, high, qualifier, code, who or "unknown", tuple(kinds) if kinds else (),
            bool(provisional), bool(cumulative), events.get(event), parts.get(id_, ()),
        ))  # fmt: skip
    return found


def links(record: Item, kind: str, keys: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Id of an item to the keys of the items of the same layer that its links of this kind point to."""
    found: dict[str, tuple[str, ...]] = {}
    for link in record.get("links", ()):
        if link["kind"] == kind and link["from"] in keys and link["to"] in keys:
            found[link["from"]] = (*found.get(link["from"], ()), keys[link["to"]])
    return found


class Names:
    """What the ids of one record stand for."""

    def __init__(self, record: Item, known: date) -> None:
        """Indexes actors, places and statements by id; the report is known from the day `known`."""
        self.record = record
        self.about: Item = record["report"]
        self.known = known
        self._text: str = self.about["text"]
        self._actors: dict[str, Item] = {item["id"]: item for item in record.get("actors", ())}
        self._places: dict[str, Item] = {item["id"]: item for item in record.get("places", ())}
        self._statements: dict[str, Item] = {item["id"]: item for item in record.get("statements", ())}
        self._codes = {i: actor.get("code") or actor["name"] for i, actor in self._actors.items()}
        self._media = self._credited()
        # Items of one record share few sets of places and of statements.
        self._where: dict[tuple[str, ...], Values] = {}
        self._said_by: dict[tuple[str, ...], Values] = {}

    def codes(self, ids: Sequence[str] | None) -> tuple[str, ...]:
        """Code of each actor, its name where it has none; each once."""
        if not ids:
            return ()
        codes = self._codes
        if len(ids) == 1:
            code = codes.get(ids[0])
            return () if code is None else (code,)
        return tuple(dict.fromkeys([codes[i] for i in ids if i in codes]))

    def spoken(self, item: Item) -> Values:
        """What `OF_TELLING` and `OF_CLAIM` have in common, for an event or a figure."""
        key, (start, end), statements, time, places, era, confidence, spans = _ITEM(item)
        first, last, date_prec, span = _TIME(time) if time else (None, None, None, None)
        began = day(first) if first else None
        by = tuple(statements) if statements else ()
        return (
            key, self._said_by.get(by) or self.said_by(by), began, began if first == last else day(last), date_prec,
            self.where(tuple(places)) if places else _NOWHERE, item.get("where_prec"), era or "current",
            self._text[start : min(end, start + LONGEST_EVIDENCE)], start, end, 0.5 if confidence is None else confidence,
            not first or span is not None, not places or not spans or bool(spans.get("places", True)),
        )  # fmt: skip

    def where(self, places: tuple[str, ...]) -> Values:
        """The places of an item as columns of equal length: `places` to `lons`; then countries and first-level divisions, each once."""
        found = self._where.get(places)
        if found is None:
            found = self._where[places] = self._placed([self._places[i] for i in places if i in self._places])
        return found

    def _placed(self, found: Sequence[Item]) -> Values:
        if not found:
            return _NOWHERE
        names, geonames, lats, lons, countries, divisions = zip(*map(_PLACE, found), strict=True)
        return (names, geonames, lats, lons, tuple(dict.fromkeys(filter(None, countries))), tuple(dict.fromkeys(filter(None, divisions))))

    def said_by(self, statements: tuple[str, ...]) -> Values:
        """Who makes the claim that these statements carry, at the end of the chain, and through whom it came: `claimants` to `stance`."""
        found = self._said_by.get(statements)
        if found is None:
            found = self._said_by[statements] = self._claimed([self._statements[i] for i in statements if i in self._statements])
        return found

    def _claimed(self, carried: Sequence[Item]) -> Values:
        media = self._media
        if not carried:
            return (media[:1], tuple(filter(None, [self.voice()])), media[1:], True, None)
        if len(carried) == 1 and not carried[0].get("within"):  # as most are; what follows would find the same, in twice the time
            sources = carried[0].get("sources")
            return (self.codes(sources), self.called(sources), media, False, carried[0]["stance"])
        around = {statement.get("within") for statement in carried}
        inner = [statement for statement in carried if statement["id"] not in around]
        stance = inner[0]["stance"] if inner else None
        spoken = [source for statement in inner for source in statement.get("sources") or ()]
        if not spoken:
            return ((), (), media, False, stance)
        between = [code for s in inner if s.get("within") for code in self.outer(s)]
        return (self.codes(spoken), self.called(spoken), tuple(dict.fromkeys((*between, *media))) if between else media, False, stance)

    def called(self, ids: Sequence[str] | None) -> tuple[str, ...]:
        """Name of each actor; each once."""
        if not ids:
            return ()
        if len(ids) == 1:
            actor = self._actors.get(ids[0])
            return () if actor is None else (actor["name"],)
        return tuple(dict.fromkeys([self._actors[i]["name"] for i in ids if i in self._actors]))

    def outer(self, statement: Item) -> tuple[str, ...]:
        """Codes of those whose statements this one stands inside, the nearest first."""
        found: list[str] = []
        seen = {statement["id"]}
        while (outside := self._statements.get(statement.get("within") or "")) and outside["id"] not in seen:
            seen.add(outside["id"])
            found.extend(self.codes(outside.get("sources")))
            statement = outside
        return tuple(found)

    def voice(self) -> str | None:
        """Whose word the report's own voice is: the agency it credits, else the outlet."""
        return next(iter(self.about.get("credits") or ()), None) or self.about.get("outlet")

    def _credited(self) -> tuple[str, ...]:
        """Codes of the media that a report's words came through: the agencies credited, then the outlet."""
        named = (*(self.about.get("credits") or ()), self.about.get("outlet"))
        return tuple(dict.fromkeys(medium_code(name) for name in named if name))


def medium_code(name: str) -> str:
    """The code of a medium: its name in capitals, without "the" (the record's specification)."""
    return name.removeprefix("The ").removeprefix("the ").upper()


@lru_cache(maxsize=1 << 12)
def day(stamp: str | None) -> date | None:
    """An ISO 8601 day or time as the day."""
    return date.fromisoformat(stamp[:10]) if stamp else None
