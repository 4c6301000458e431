"""Registered names in a reading.

States and their adjectives, capitals, metonyms, bodies, groups, forces, outlets – the longest name at each word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gesta.codebook import Codebook
from gesta.codebook.registers import Hit
from gesta.coding.names_in_capitals import JOINING, hits_in_capitals
from gesta.coding.parties import Party
from gesta.model import Reading, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A registered name: its words, the party, and how it names it.

    `others` are the parties that the same name stands for beside it.

    `how` is name, adjective, demonym, demonym_plural, capital, metonym, body, group, force or outlet; `society` for a body that the article
    alone names.
    """

    run: Run
    party: Party
    how: str
    others: tuple[Party, ...] = ()


OF_STATES = frozenset({"name", "adjective", "demonym", "demonym_plural", "capital", "metonym"})
TELLING = OF_STATES | {"force", "group"}
PAPERS = frozenset({"Times", "Herald", "Tribune", "Gazette", "Chronicle", "Telegraph", "Inquirer"})
LONGEST_PAPER = 4  # words
WATERS = frozenset({"Sea", "Gulf", "Ocean", "Strait", "Straits", "Channel", "Bay"})
WIDE = 4  # words beside a state's name in that of a sea
SHORTENED = frozenset({"group", "body", "force", "outlet"})


def find_names(reading: Reading, codebook: Codebook, day: date | None) -> dict[int, NameHit]:
    """Word to the registered name that covers it."""
    texts = [w.text for w in reading.words]
    persons = {w for m in reading.mentions if m.label == "Person" for w in range(*m.run)}
    out: dict[int, NameHit] = {}
    for i in codebook.registers.beginnings(texts):
        if i in out or not texts[i][:1].isalnum():
            continue
        hit = codebook.registers.longest_match(texts, i, day)
        if hit is None or misses(reading, hit, Run(i, i + hit.length), i in persons):
            continue
        party, *others = (party_of(codebook, one) for one in (hit, *hit.others))
        found = NameHit(run=Run(i, i + hit.length), party=party, how=hit.how, others=tuple(others))
        out |= dict.fromkeys(range(i, i + hit.length), found)
    out |= near_names(reading, codebook, day, out)
    out |= printed_in_capitals(reading, codebook, day, out)
    out |= unlisted_papers(reading, out)
    return out | written_out(reading, out)


def printed_in_capitals(reading: Reading, codebook: Codebook, day: date | None, found: dict[int, NameHit]) -> dict[int, NameHit]:
    """Words to the names that a text in capitals alone hides, where no longer name is known."""
    telling = [one for one in found.values() if one.how in TELLING]
    told = {code for one in telling for code in (one.party.code, one.party.country) if code}
    out: dict[int, NameHit] = {}
    for run, hit in hits_in_capitals(reading, codebook, day, told).items():
        there = [found[w].run for w in range(*run) if w in found]
        inside = all(run.first <= known.first and known.end <= run.end and known != run for known in there)
        if inside and not misses(reading, hit, run, in_person=False):
            out |= dict.fromkeys(range(*run), NameHit(run=run, party=party_of(codebook, hit), how=hit.how))
    return out


def unlisted_papers(reading: Reading, found: dict[int, NameHit]) -> dict[int, NameHit]:
    """Words to the newspapers that no register has, by the last word of their names: "the Tehran Times" is no Iran and not The Times.

    Their code is the name in capitals.
    """
    words = reading.words
    out: dict[int, NameHit] = {}
    for i in (w.i for w in words if w.text in PAPERS and w.i not in found):
        first = i
        while (
            first
            and words[first - 1].text[:1].isupper()
            and words[first - 1].text != "The"
            and words[first - 1].sentence == words[i].sentence
        ):
            first -= 1
        ends = i + 1 == len(words) or not words[i + 1].text[:1].isupper()
        if 0 < i - first < LONGEST_PAPER and ends:
            name = reading.said(Run(first, i + 1))
            party = Party(code=name.upper(), name=name, kind="media", sector="MED")
            out |= dict.fromkeys(range(first, i + 1), NameHit(run=Run(first, i + 1), party=party, how="outlet"))
    return out


def party_of(codebook: Codebook, hit: Hit) -> Party:
    """The party that a registered name stands for; a state by its own name."""
    name = codebook.country_name(hit.code) if hit.how in OF_STATES else hit.name
    return Party(code=hit.code, name=name, kind=hit.kind, sector=hit.sector, country=hit.country)


def written_out(reading: Reading, found: dict[int, NameHit]) -> dict[int, NameHit]:
    """Words to the party whose abbreviation stands behind them in brackets: "Jama'at Nusrat al-Islam wal-Muslimin (JNIM)".

    Names are spelt in too many ways for a register to list them all. A name that holds another registered one is left as it is.
    """
    words = reading.words
    out: dict[int, NameHit] = {}
    for start, hit in found.items():
        bracket = start - 1
        if start != hit.run.first or hit.how not in SHORTENED or bracket < 1 or words[bracket].text not in {"(", "["}:
            continue
        first = bracket
        for w in range(bracket - 1, reading.sentences[words[bracket].sentence].first - 1, -1):
            if w in found or not (words[w].text[0].isupper() or words[w].lower in JOINING):
                break
            first = w if words[w].text[0].isupper() and words[w].lower != "the" else first
        initials = [w.text[0] for w in words[first:bracket] if w.text[0].isupper()]
        if hit.how == "outlet" and initials != list(words[start].text):
            continue  # the Zairean Armed Forces (FAZ) are no German newspaper
        if first < bracket:
            out |= dict.fromkeys(range(first, bracket), NameHit(run=Run(first, bracket), party=hit.party, how=hit.how))
    return out


def misses(reading: Reading, hit: Hit, run: Run, in_person: bool) -> bool:
    """True where the words are only a part of another name: of a person's; an outlet's of any ("the National Liberation Army")."""
    if hit.kind == "media":
        if reading.words[run.end - 1].upos == "ADJ" or any(m.label == "NORP" and m.run.first in run for m in reading.mentions):
            return True
        before = reading.words[run.first - 1].text if run.first else ""
        alone = hit.name.startswith("The ") and run.end - run.first == 1
        if alone and ((before[:1].isupper() and before != "The") or (in_person and before.lower() != "the")):
            return True  # "the Tehran Times" is not The Times, nor a Mr Hill The Hill
        return any(m.run.first <= run.end - 1 < m.run.end - 1 and reading.words[run.end].text[:1].isupper() for m in reading.mentions)
    if hit.how == "body" and run.first and reading.words[run.first - 1].text == "National":  # "National Security Council": a state's own
        return True
    if hit.how in OF_STATES and in_water(reading, run):
        return True
    return hit.how not in {"adjective", "metonym"} and in_person and part_of_name(reading, *run)


def in_water(reading: Reading, run: Run) -> bool:
    """True for the state in the name of a sea: "the South China Sea", "the Gulf of Oman"."""
    beside = range(max(0, run.first - WIDE), min(len(reading.words), run.end + WIDE))
    if not any(reading.words[w].text in WATERS for w in beside):
        return False
    named = next((m.run for m in reading.mentions if m.label == "Location" and m.run.first <= run.first and run.end <= m.run.end), run)
    return any(reading.words[w].text in WATERS for w in range(*named) if w not in run)


def near_names(reading: Reading, codebook: Codebook, day: date | None, found: dict[int, NameHit]) -> dict[int, NameHit]:
    """Words to groups and forces by spellings that others bear too ("PDF"): they count where the article names their bearer or its state.

    Such a bearer also takes a name from somebody elsewhere whose state the article does not name otherwise ("al-Shabaab" in Mozambique).
    """
    texts = [w.text for w in reading.words]
    telling = [one for one in found.values() if one.how in TELLING]
    told = {code for one in telling for code in (one.party.code, one.party.country) if code}
    words_for: dict[str, set[str]] = {}
    for one in telling:
        if one.how != "group" and one.party.country:
            words_for.setdefault(one.party.country, set()).add(texts[one.run.first])
    out: dict[int, NameHit] = {}
    for i in codebook.registers.near.beginnings(texts):
        there = found.get(i)
        if there is None:
            hit = codebook.registers.near_match(texts, i, told, day)
        elif there.run.first == i and there.how in {"group", "name"} and not words_for.get(there.party.country or "", set()) - {texts[i]}:
            hit = codebook.registers.near_match(texts, i, words_for.keys(), day)
        else:
            hit = None
        if hit is None or i in out or part_of_name(reading, i, i + hit.length):
            continue
        run = Run(i, i + hit.length)
        if all(found.get(w) is there for w in range(*run)):
            party = Party(code=hit.code, name=hit.name, kind=hit.kind, sector=hit.sector, country=hit.country)
            out |= dict.fromkeys(range(*run), NameHit(run=run, party=party, how=hit.how))
    return out


def part_of_name(reading: Reading, first: int, end: int) -> bool:
    """True when the words are only a part of a longer person's name ("Paris Hilton", "Chad Smith")."""
    return any(m.label == "Person" and m.run.first <= first and end <= m.run.end and m.run != Run(first, end) for m in reading.mentions)
