"""A record as rows of the ledger: what its ids stand for is spelled out, what its spans stand for is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from gesta.model.telling import Claim, Filing, Telling

Item = Mapping[str, Any]
LONGEST_EVIDENCE = 400  # code points, as the record's specification has it


def known_day(about: Item, filed: date) -> date:
    """The day from which a report was known: published, else retrieved, else `filed`; `about` is the record's `report`."""
    stamp = about.get("published") or about.get("retrieved")
    return date.fromisoformat(stamp[:10]) if stamp else filed


def filing(record: Item, seq: int, filed: date) -> Filing:
    """The head and text of a record as it is filed."""
    about = record["report"]
    named = ("id", "text", "text_sha256", "title", "outlet", "url", "published", "language", "source_id", "revision_of")
    return Filing(
        seq=seq,
        known=known_day(about, filed),
        credits=tuple(about.get("credits") or ()),
        synthetic=bool(about.get("synthetic")),
        **{name: about.get(name) for name in named},
    )


def tellings(record: Item, filed: date) -> tuple[Telling, ...]:
    """One row for each event of the record, in its order."""
    return tuple(Telling(**fields) for fields in telling_fields(Names(record, known_day(record["report"], filed))))


def claims(record: Item, filed: date) -> tuple[Claim, ...]:
    """One row for each figure of the record, in its order."""
    return tuple(Claim(**fields) for fields in claim_fields(Names(record, known_day(record["report"], filed))))


def telling_fields(names: Names) -> Iterator[dict[str, Any]]:
    """The fields of each `Telling` of a record: a store that files thousands of reports a second makes no objects of them."""
    record = names.record
    keys = {event["id"]: event["key"] for event in record.get("events", ())}
    denies, part_of = (links(record, kind, keys) for kind in ("denies", "part_of"))
    for event in record.get("events", ()):
        yield {
            **names.spoken(event),
            "type": event["type"],
            "mode": event.get("mode"),
            "cameo": event.get("cameo"),
            "acled": event.get("acled"),
            "factuality": event.get("factuality") or "actual",
            "actors": names.codes(event.get("actors")),
            "recipients": names.codes(event.get("recipients")),
            "mediators": names.codes(event.get("mediators")),
            "targets": tuple(event.get("targets") or ()),
            "weapon": event.get("weapon"),
            "denies": denies.get(event["id"], ()),
            "part_of": part_of.get(event["id"], ()),
        }


def claim_fields(names: Names) -> Iterator[dict[str, Any]]:
    """The fields of each `Claim` of a record."""
    record = names.record
    events = {event["id"]: event["key"] for event in record.get("events", ())}
    parts = links(record, "part_of", {figure["id"]: figure["key"] for figure in record.get("figures", ())})
    for figure in record.get("figures", ()):
        yield {
            **names.spoken(figure),
            "effect": figure["effect"],
            "low": figure.get("low"),
            "best": figure.get("best"),
            "high": figure.get("high"),
            "qualifier": figure["qualifier"],
            "side": figure["victims"].get("code"),
            "who": figure["victims"].get("who") or "unknown",
            "kinds": tuple(figure["victims"].get("kinds") or ()),
            "provisional": bool(figure.get("provisional")),
            "cumulative": bool(figure.get("cumulative")),
            "event": events.get(figure.get("event")),
            "part_of": parts.get(figure["id"], ()),
        }


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
        self._actors: dict[str, Item] = {item["id"]: item for item in record.get("actors", ())}
        self._places: dict[str, Item] = {item["id"]: item for item in record.get("places", ())}
        self._statements: dict[str, Item] = {item["id"]: item for item in record.get("statements", ())}
        self._codes = {i: actor.get("code") or actor["name"] for i, actor in self._actors.items()}
        self._media = self._credited()
        # Items of one record share few sets of places and of statements.
        self._where: dict[tuple[str, ...], dict[str, Any]] = {}
        self._said_by: dict[tuple[str, ...], dict[str, Any]] = {}

    def codes(self, ids: Iterable[str] | None) -> tuple[str, ...]:
        """Code of each actor, its name where it has none; each once."""
        return tuple(dict.fromkeys([self._codes[i] for i in ids if i in self._codes])) if ids else ()

    def spoken(self, item: Item) -> dict[str, Any]:
        """The fields of `Spoken` for an event or a figure."""
        time, (start, end) = item.get("time") or {}, item["evidence"]
        return {
            "report": self.about["id"],
            "key": item["key"],
            "known": self.known,
            "outlet": self.about.get("outlet"),
            "start": day(time.get("start")),
            "end": day(time.get("end")),
            "date_prec": time.get("date_prec"),
            "where_prec": item.get("where_prec"),
            "era": item.get("era") or "current",
            "evidence": self.about["text"][start : min(end, start + LONGEST_EVIDENCE)],
            "evidence_start": start,
            "evidence_end": end,
            "confidence": item.get("confidence", 0.5),
            "day_told": not time.get("start") or time.get("span") is not None,
            "place_told": not item.get("places") or bool((item.get("spans") or {}).get("places", True)),
            **self.where(tuple(item.get("places") or ())),
            **self.said_by(tuple(item.get("statements") or ())),
        }

    def where(self, places: tuple[str, ...]) -> dict[str, Any]:
        """The places of an item as columns of equal length; countries and first-level divisions each once."""
        if places not in self._where:
            self._where[places] = self._placed([self._places[i] for i in places if i in self._places])
        return self._where[places]

    def _placed(self, found: Sequence[Item]) -> dict[str, Any]:
        return {
            "places": tuple(place["name"] for place in found),
            "geonames": tuple(place.get("geonames") for place in found),
            "lats": tuple(place.get("lat") for place in found),
            "lons": tuple(place.get("lon") for place in found),
            "countries": tuple(dict.fromkeys(p["country"] for p in found if p.get("country"))),
            "admin1": tuple(dict.fromkeys(p["admin1"] for p in found if p.get("admin1"))),
        }

    def said_by(self, statements: tuple[str, ...]) -> dict[str, Any]:
        """Who makes the claim that these statements carry, at the end of the chain, and through whom it came."""
        if statements not in self._said_by:
            self._said_by[statements] = self._claimed([self._statements[i] for i in statements if i in self._statements])
        return self._said_by[statements]

    def _claimed(self, carried: Sequence[Item]) -> dict[str, Any]:
        inner = [s for s in carried if not any(s["id"] == other.get("within") for other in carried)]
        spoken = [source for statement in inner for source in statement.get("sources") or ()]
        media = self._media
        if not spoken:
            return {
                "claimants": media[:1] if not carried else (),
                "claimant_names": tuple(filter(None, [self.voice()])) if not carried else (),
                "via": media[1:] if not carried else media,
                "own_voice": not carried,
                "stance": inner[0]["stance"] if inner else None,
            }
        between = tuple(dict.fromkeys(code for s in inner for code in self.outer(s)))
        return {
            "claimants": self.codes(spoken),
            "claimant_names": tuple(dict.fromkeys(self._actors[i]["name"] for i in spoken if i in self._actors)),
            "via": tuple(dict.fromkeys((*between, *media))),
            "own_voice": False,
            "stance": inner[0]["stance"],
        }

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


def day(stamp: str | None) -> date | None:
    """An ISO 8601 day or time as the day."""
    return date.fromisoformat(stamp[:10]) if stamp else None
