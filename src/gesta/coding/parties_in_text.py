"""Whom a noun phrase stands for.

Names, roles with a nationality, persons by apposition, register or earlier mention, metonyms, civilians and rebels.
"""

from __future__ import annotations

from gesta.codebook import Role
from gesta.coding.by_form import places
from gesta.coding.cast import Cast, hits_before, surname
from gesta.coding.clauses import conjuncts, preposition, whose
from gesta.coding.crossings import entering
from gesta.coding.names import NameHit
from gesta.coding.names_before import (
    COALITION,
    GROUP_NOUNS,
    body_before,
    called_group,
    coalition_near,
    country_before,
    group_before,
    mission_before,
    part_of_group,
    society_near,
    staff_before,
)
from gesta.coding.nounphrases import DETERMINERS, aircraft, behind_of, core, is_definite, listed, modifiers, of_nouns, reciprocal
from gesta.coding.offices_placed import opened_in, over_there, place_in_sentence, seat_before, seated_in, sender
from gesta.coding.parties import OF_A_COUNTRY, Party, apart, branch
from gesta.coding.quotations import in_quotation
from gesta.coding.rebels import IN_REBELLION, in_rebellion, led_by_others, lone_group, rebels_before
from gesta.coding.societies import is_private, of_campaigners, of_citizens

OF_A_STATE = frozenset({"country", "government", "military"})
RULING = frozenset({"government", "junta", "regime", "cabinet"})
REBEL_NOUNS = frozenset(
    "militant rebel insurgent guerrilla gunman separatist fighter extremist terrorist militia militiaman jihadist "
    "islamist radical attacker bomber assailant faction".split()
)
STRIKING = RULING | IN_REBELLION | {"army", "navy", "military", "police", "force", "opposition", "coalition"}
STRANGERS = frozenset({"diplomat", "sniper"})  # who are of no side that anybody tells
VAGUE = frozenset({"suspected", "alleged", "unidentified", "unknown", "masked"})
ORGANISED = frozenset({"rebel", "insurgent", "guerrilla", "militant", "fighter", "separatist"})
FOREIGN = frozenset({"foreign", "international", "western", "outside", "rival"})
BANDS = GROUP_NOUNS | {"member", "force"}
ENEMIES = frozenset({"enemy", "occupier", "invader", "aggressor", "foe"})
PROXIES = frozenset({"proxy", "ally", "surrogate", "client", "partner"})
OTHERS = frozenset({"neighbour", "neighbor", "rival", "opponent", "foe", "adversary", "counterpart"})  # whose one is, he is not
LOCAL = frozenset({"governor", "mayor"})
LOCALITY = frozenset("local regional provincial district municipal county village town city".split())
GANGS = frozenset({"gang", "cartel"})
FORMER = frozenset({"former", "ex", "retired", "onetime", "erstwhile"})  # who held an office speaks for it no more
POSTED = frozenset({"diplomat", "ambassador", "envoy", "consul", "correspondent"})  # abroad: those in Cairo are not Egypt's
BELONGING = frozenset({"affiliate", "affiliated", "belong", "belonging", "link", "loyal"})  # to or with whom they are one side
AT_HAND = 2  # sentences within which "the president" is the one named last, of whatever state
BETWEEN = frozenset({"mediator"})  # of neither side, nor of the country that a report is about, unless the words say whose


def nationality(cast: Cast, i: int, skip: frozenset[int] = frozenset()) -> tuple[Party, ...]:
    """The states, bodies or groups that modify a noun.

    "Armenian troops", "the army of Armenia", "Israel's military", "Taliban fighters", "its soldiers".
    """
    reading = cast.reading
    if (power := sender(cast, i)) is not None:
        return (power,)
    if whole := part_of_group(cast, i):
        return whole
    found: list[Party] = []
    owned = [m for m in reading.dependents(i, "det") if reading.words[m].xpos == "PRP$"]
    named = [
        m
        for m in (*modifiers(reading, i), *owned)
        if m not in skip
        and (m in cast.hits or m in owned or m in cast.person_at or reading.words[m].deprel == "nmod:poss")
        and not cast.only_backs(m)
        and not by_descent(cast, i, m)
    ]
    for m in listed(reading, sorted([m for m in named if m < i], reverse=True)) if named else ():
        found.extend([cast.hits[m].party] if m in cast.hits else [p for p in who(cast, m) if p.code])
    if not found:
        found = possessor_before(cast, i) or name_before(cast, i, skip)
    if not found and cast.role(i) is None and (cast.is_class(i, "forces") or cast.is_class(i, "arms")):
        found = [p for m in modifiers(reading, i) if m not in skip and strikes(cast, m) for p in who(cast, m) if p.code]
    if not found and (coalition := coalition_near(cast, i)):
        return coalition
    if not found and (seat := seat_before(cast, i, cast.role(i)) or seated_in(cast, i, cast.role(i))) is not None:
        return (seat,)
    if not found:
        for m in of_nouns(reading, i, "of", "for", "from", "in", "to"):
            if found and reading.words[m].relation != "conj":
                break
            case = preposition(reading, m)
            if case in {"in", "to"} and (reading.words[i].lemma.lower() in POSTED or (case == "to" and cast.is_class(i, "forces"))):
                continue
            if m in cast.hits and m not in skip and (case in {"of", "for", "from", None} or cast.role(i) is not None):
                found.extend(who(cast, m) if cast.hits[m].how == "body" else [cast.hits[m].party])
            elif case == "of" and (below := seat_of(cast, i, m)) is not None:
                found.append(below)
            elif case in {"of", "to"} and m in cast.person_at:
                found.extend(p for p in who(cast, m) if p.code)
            elif case in {"of", "for"} and (body := body_before(cast, m) or group_before(cast, m) or called_group(cast, m)):
                found.append(body)
            elif case == "of" and cast.both.get(m):
                found.extend(cast.both[m])
            elif (case == "of" and cast.role(m) is not None) or (case in {"of", "from"} and (cast.is_class(m, "forces") or led(cast, m))):
                found.extend(p for p in nationality(cast, m) if p.code)
    return tuple(found if len(found) < 2 else dict.fromkeys(found))


def by_descent(cast: Cast, i: int, m: int) -> bool:
    """True for the Albanians of "ethnic Albanian mayors": whose office or force it is, descent does not tell."""
    role = cast.role(i)
    return m > 0 and cast.reading.words[m - 1].lower == "ethnic" and role is not None and role.sector != "CVL"


def led(cast: Cast, m: int) -> bool:
    """True for "the US-led coalition"."""
    words = cast.reading.words
    return words[m].lemma.lower() == "coalition" and any(words[c].lower == "led" for c in cast.reading.dependents(m, "amod"))


def strikes(cast: Cast, m: int) -> bool:
    """True for the army in "army shelling" and "army helicopters", for the regime or rebels: not in "embassy bombing", "army-held"."""
    words = cast.reading.words
    whole = words[m].upos in {"NOUN", "PROPN"} and words[m].lemma.lower() in STRIKING
    return whole and not cast.only_backs(m) and not (m + 1 < len(words) and words[m + 1].text == "-")


def seat_of(cast: Cast, i: int, m: int) -> Party | None:
    """The state of an organ with a long name: "the Ministry of Internal Affairs of Georgia", "the Ministry of Health of the republic"."""
    role = cast.role(i)
    if role is None or not role.collective or role.speaks_for != "state" or m in cast.person_at or cast.role(m) is not None:
        return None
    return next((cast.hits[k].party for k in of_nouns(cast.reading, m, "of") if k in cast.hits and cast.hits[k].how == "name"), None)


def possessor_before(cast: Cast, i: int) -> list[Party]:
    """The owner whose "'s" stands right before the noun and its modifiers, whatever the parse says."""
    words = cast.reading.words
    w = i - 1
    while w > 0 and i - w < 4 and words[w].upos in {"ADJ", "NOUN", "NUM"} and words[w].sentence == words[i].sentence:
        w -= 1
    if w < 1 or words[w].text not in {"'s", "’s"}:
        return []
    return [cast.hits[w - 1].party] if w - 1 in cast.hits else [p for p in who(cast, w - 1) if p.code] if w - 1 in cast.person_at else []


def name_before(cast: Cast, i: int, skip: frozenset[int]) -> list[Party]:
    """The registered name in the unbroken run of modifiers before a noun that stands for people, whatever the parse hangs it on."""
    words = cast.reading.words
    if cast.role(i) is None and not cast.is_class(i, "people") and not cast.is_class(i, "forces"):
        return []
    w = i - 1
    while w >= 0 and i - w < 5 and words[w].upos in {"ADJ", "NOUN", "PROPN"} and words[w].sentence == words[i].sentence:
        named = w in cast.hits and w not in skip and (w not in cast.person_at or cast.hits[w].how == "group")  # Wagner is no person
        if named and not cast.only_backs(w) and not by_descent(cast, i, w):
            return [cast.hits[w].party]
        w -= 1
    return []


def by_role(cast: Cast, i: int, role: Role, nation: tuple[Party, ...]) -> Party:
    """The party that the holder of a role or a collective noun of a nation belongs to; code None when nothing in the article tells."""
    reading = cast.reading
    described = " ".join(reading.words[w].text for w in core(reading, i))
    owners = nation or organ_at(cast, i)
    if role.speaks_for == "none" and role.sector not in {"CVL", "REB"} and (role.victim_who != "civilian" or not owners):
        return Party(code=None, name=described, kind="person" if not role.collective else "other", sector=role.sector, role=role.name)
    if not owners:
        return Party(code=None, name=described, kind=kind_of(role), sector=role.sector, role=role.name)
    owner = owners[0]
    if role.speaks_for == "none" and role.sector != "REB":
        return branch(owner, "CVL")
    if owner.kind in OF_A_COUNTRY:
        found = part_of(cast, i, role, owner)
        return (
            found
            if role.collective
            else Party(code=found.code, name=described, kind="person", sector=found.sector, role=role.name, country=found.country)
        )
    return (
        owner
        if role.collective
        else Party(code=owner.code, name=described, kind="person", sector=role.sector, role=role.name, country=owner.country)
    )


def part_of(cast: Cast, i: int, role: Role, owner: Party) -> Party:
    """The part of a state that a role noun names: one that speaks for itself, its rebels, or its branch."""
    if role.speaks_for == "itself":
        return apart(owner, role.sector, cast.codebook.registers.sector_name(role.sector))
    rebels = cast.reading.words[i].lemma.lower() in REBEL_NOUNS and not aircraft(cast.reading, i)
    return branch(owner, "REB" if rebels else "MIL" if aircraft(cast.reading, i) else role.sector or "GOV")


def organ_at(cast: Cast, i: int) -> tuple[Party, ...]:
    """The state of an office that a registered organ's name holds: "the House Speaker"."""
    hit = cast.hits.get(i)
    return (hit.party,) if hit is not None and hit.how == "force" and hit.party.kind == "government" else ()


def in_office_at(cast: Cast, i: int, role: str | None) -> Party | None:
    """The country of a governor or mayor: that of the places in the sentence, where they lie in one."""
    if role not in LOCAL:
        return None
    places = {p.code: p for w in range(*cast.reading.sentences[cast.reading.words[i].sentence]) if (p := cast.place_of.get(w)) and p.code}
    return next(iter(places.values())) if len(places) == 1 else None


def kind_of(role: Role) -> str:
    """The kind of actor that a role makes."""
    if not role.collective:
        return "person"
    return {"MIL": "military", "COP": "military", "REB": "armed-group", "CVL": "civilians", "GOV": "government"}.get(
        role.sector or "", "other"
    )


def who(cast: Cast, i: int) -> tuple[Party, ...]:
    """The parties that the noun phrase headed by word `i` stands for, without its conjuncts; empty when it stands for none."""
    known = cast.memory.get(i)
    if known is None:
        cast.memory[i] = ()
        found = identify(cast, i)
        known = cast.memory[i] = found if len(found) < 2 else tuple(dict.fromkeys(found))
    return known


def identify(cast: Cast, i: int) -> tuple[Party, ...]:
    """`who` without its memory."""
    reading = cast.reading
    word = reading.words[i]
    if word.lower == "whose" and (owner := whose(reading, i)) != i:
        return who(cast, owner)
    if word.upos == "PRON" or word.lower in {"both", "its", "their", "his", "her", "our"} or reciprocal(reading, i):
        from_text = cast.memory.get(-1 - i)
        return from_text if from_text is not None else ()
    if i in cast.person_at:
        return person(cast, i)
    role = cast.role(i)
    if i in cast.hits:
        return named(cast, i)
    if of_citizens(reading, i) or of_campaigners(reading, i):
        return ()
    behind = behind_of(reading, i)
    if behind is not None and (role is None or not nationality(cast, i)):
        return tuple(p for c in conjuncts(reading, behind) for p in who(cast, c))
    if of_enemy(cast, i) or of_another(cast, i):
        return ()
    if word.lemma.lower() == "man" and any(reading.words[c].lower == "its" for c in reading.children[i]):
        return nationality(cast, i)  # "two of its men": a state's own
    if role is not None:
        return described(cast, i, role)
    called = [c for c in reading.dependents(i, "appos") if c in cast.person_at and word.xpos == "NN"]
    if called:
        return who(cast, called[0])
    beside = [c for c in reading.dependents(i, "appos", "nmod:desc", "flat") if c in cast.hits and not cast.only_backs(c)]
    apposed = [p for c in beside for k in (conjuncts(reading, c) if word.xpos == "NNS" else (c,)) for p in who(cast, k) if p.code]
    if apposed:
        return tuple(apposed)
    if backed(cast, i):
        return ()
    if society := society_near(cast, i):
        return (society,)
    owners = nationality(cast, i)
    if owners:
        return tuple(owner_as(cast, i, o) for o in owners)
    if known := body_before(cast, i) or country_before(cast, i):
        return (known,)
    if group := group_before(cast, i):
        return (group,)
    if word.lemma.lower() in GROUP_NOUNS and word.xpos == "NNS" and (banded := rebel_bands(cast, i)):
        return (banded,)
    if word.lemma.lower() in BANDS and (belonging := belongs_to(cast, i)):
        return belonging
    return tuple(p for c in reading.dependents(i, "appos") for p in who(cast, c) if p.code)


def rebel_bands(cast: Cast, i: int) -> Party | None:
    """The rebels that "rebel groups", "insurgent factions" are; None where nothing tells whose."""
    if not IN_REBELLION & {cast.reading.words[m].lemma.lower() for m in modifiers(cast.reading, i)}:
        return None
    found = rebels(cast, i, Party(code=None, name=cast.reading.words[i].text, kind="armed-group", sector="REB"))
    return found if found.code else None


def of_enemy(cast: Cast, i: int) -> bool:
    """True for "the enemy", "15 enemy soldiers", "the occupiers' troops": whom those fight who tell of them."""
    if places(cast.reading).keys().isdisjoint(ENEMIES):
        return False
    words, near = cast.reading.words, (i, *cast.reading.dependents(i, "compound", "amod", "nmod:poss"))
    hostile = any(words[w].lemma.lower() in ENEMIES for w in near)
    called = (c for c in cast.reading.children[i] if cast.reading.words[c].relation != "nmod")
    beside = (i, *called, *modifiers(cast.reading, i)) if hostile else ()
    return hostile and not any(w in cast.hits or w in cast.person_at for w in beside)


def of_another(cast: Cast, i: int) -> bool:
    """True for "its neighbour", "Mali's rivals" that no name stands with: somebody else than the one whose they are."""
    reading = cast.reading
    if reading.words[i].lemma.lower() not in OTHERS:
        return False
    owned = any(reading.words[c].xpos == "PRP$" for c in reading.dependents(i, "det")) or bool(reading.dependents(i, "nmod:poss"))
    beside = (*reading.dependents(i, "amod", "compound", "appos", "flat", "nmod:desc"), *of_nouns(reading, i, "from"), i)
    return owned and not any(w in cast.hits or w in cast.person_at for w in beside)


def backed(cast: Cast, i: int) -> bool:
    """True for "Iranian proxies", "proxy groups", "its allies": somebody else than the one who stands beside the noun."""
    if places(cast.reading).keys().isdisjoint(PROXIES):
        return False
    words = cast.reading.words
    return any(words[w].lemma.lower() in PROXIES for w in (i, *cast.reading.dependents(i, "compound", "amod")))


def owner_as(cast: Cast, i: int, owner: Party) -> Party:
    """A thing's owner: its people count as civilians, its gangs as rebels ("Palestinian homes" stays the state's side)."""
    if cast.reading.words[i].lemma.lower() in GANGS and owner.kind in OF_A_COUNTRY:
        return branch(owner, "REB")
    if cast.is_class(i, "people") and not cast.is_class(i, "forces"):
        return branch(owner, "REB" if cast.reading.words[i].lemma.lower() in REBEL_NOUNS else "CVL")
    return branch(owner, "MIL") if cast.is_class(i, "forces") or cast.is_class(i, "arms") else owner


def side_of(cast: Cast, p: Party) -> Party:
    """The side that a person, its army or its civilians belong to, by the name that the article's first mention of it has."""
    named = next(
        (hit.party for hit in cast.hits.values() if hit.party.code == p.bare and hit.party.kind in {"country", "armed-group"}), None
    )
    if named is not None:
        return named
    if p.kind == "armed-group" and p.code == p.bare:
        return p
    return Party(
        code=p.bare, name=cast.codebook.country_name(p.bare), kind="country" if p.country == p.bare else "armed-group", country=p.country
    )


def person(cast: Cast, i: int) -> tuple[Party, ...]:
    """A named person, with the state, body or group of the office."""
    first, end = cast.person_at[i]
    if i in cast.hits and cast.hits[i].run.first <= first and cast.hits[i].run.end >= end and cast.hits[i].how != "holder":
        return named(cast, i)
    known = cast.persons.get(surname(cast, first, end))
    return (known,) if known else ()


def named(cast: Cast, i: int) -> tuple[Party, ...]:
    """A registered name; a demonym in the plural stands for the country's civilians, "the Russians" who do something for their side."""
    hit = cast.hits[i]
    owners = [
        cast.hits[m].party for m in cast.reading.dependents(hit.run.end - 1, "nmod:poss") if m in cast.hits and m not in range(*hit.run)
    ]
    if hit.how == "body" and not owners and not any(w.text.isupper() for w in cast.reading.words[hit.run.first : hit.run.end]):
        owners = [cast.hits[m].party for m in seats(cast, hit.run.end - 1)]
    if hit.how == "body" and owners:  # "Armenia's Security Council" is no organ of the United Nations
        return (branch(owners[0], "GOV"),)
    if hit.how == "demonym_plural" and as_side(cast, i):
        return (hit.party,)
    if hit.how in {"demonym_plural", "demonym"}:
        return (branch(hit.party, "CVL"),)
    if hit.how == "adjective" and (cast.reading.words[i].upos == "NOUN" or suffers_as_one(cast, i)):
        return (branch(hit.party, "CVL"),)
    return (hit.party, *hit.others)


def suffers_as_one(cast: Cast, i: int) -> bool:
    """True for "a Kenyan" of whom something is done to: "killed a Kenyan", "a Kenyan was killed"."""
    article = any(cast.reading.words[c].lower in DETERMINERS for c in cast.reading.dependents(i, "det"))
    return article and cast.reading.words[i].deprel in {"obj", "nsubj:pass"}


def as_side(cast: Cast, i: int) -> bool:
    """True for "the Russians" as who acts or speaks, with no word that tells which of them: "the Russians shelled Goris"."""
    reading, word = cast.reading, cast.reading.words[i]
    acts = word.deprel in {"nsubj", "obl:agent"} and reading.words[word.head].upos in {"VERB", "AUX"}
    beside = [reading.words[c].lower for c in reading.children[i] if reading.words[c].upos != "PUNCT"]
    return acts and [w for w in beside if w not in {"by", "and", "but"}] == ["the"]


def seats(cast: Cast, i: int) -> tuple[int, ...]:
    """The capital or state of "the Security Council in Cairo" or "of Mali", where the body's name does not say more ("the UN …")."""
    reading = cast.reading
    if cast.role(i) is None or not any(reading.words[c].lower == "the" for c in reading.dependents(i, "det")):
        return ()
    return tuple(m for m in of_nouns(reading, i, "in", "of") if m in cast.hits and cast.hits[m].how in {"capital", "name"})


def described(cast: Cast, i: int, role: Role) -> tuple[Party, ...]:
    """A role noun: with its nationality, with the name that stands in apposition, or as told before in the article."""
    reading = cast.reading
    apposed = [c for c in reading.dependents(i, "appos") if c in cast.person_at or c in cast.hits]
    if apposed:
        return who(cast, apposed[0])
    if society := society_near(cast, i):
        return (society,)
    if not role.collective and FORMER & {reading.words[m].lower for m in modifiers(reading, i)}:
        return (Party(code=None, name=" ".join(reading.words[w].text for w in core(reading, i)), kind="person", role=role.name),)
    if not role.collective and private_owner(cast, i):
        return (Party(code=None, name=" ".join(reading.words[w].text for w in core(reading, i)), kind="person", role=role.name),)
    owners = nationality(cast, i)
    several = owners if role.collective or role.plural_of(reading.words[i].lower) else ()
    if len(several) > 1 and role.speaks_for == "itself":
        return tuple(part_of(cast, i, role, o) for o in several)
    if len(several) > 1 and role.speaks_for != "none":
        return tuple(o if o.kind not in {"country", "government"} else branch(o, role.sector or "GOV") for o in several)
    found = by_role(cast, i, role, owners)
    if found.code is None and (belonging := belongs_to(cast, i)):
        return belonging
    if found.code is None and role.speaks_for == "state" and role.name not in BETWEEN:
        return (sent_in(cast, i, role) or earlier(cast, i, role, found),)
    return (found,)


def sent_in(cast: Cast, i: int, role: Role) -> Party | None:
    """The army of the state that tells of troops who entered another: Mali's in "Mali's minister said troops had crossed into Niger"."""
    entered, told_by = entering(cast, i) if role.sector == "MIL" else (frozenset(), ())
    sides = (p for t in told_by for p in who(cast, t) if p.code and p.country is not None and p.bare not in entered)
    teller = next(sides, None) if entered else None
    return branch(teller, "MIL") if teller is not None and teller.kind in {*OF_A_STATE, "person"} and teller.code == teller.bare else None


def belongs_to(cast: Cast, i: int) -> tuple[Party, ...]:
    """Whose people they are by a participle, an apposition or a copula.

    "Gunmen belonging to M23", "fighters loyal to Haftar", "two gunmen, members of M23", "M23 is the rebel group that …".
    """
    reading = cast.reading
    joined = [c for c in reading.dependents(i, "acl", "amod") if reading.words[c].lemma.lower() in BELONGING]
    to = [k for c in joined for k in reading.dependents(c, "obl") if preposition(reading, k) in {"to", "with"}]
    is_that = reading.dependents(i, "nsubj") if reading.dependents(i, "cop") else ()
    members = [c for c in reading.dependents(i, "appos") if reading.words[c].lemma.lower() == "member"]
    told = (*to, *members, *is_that)
    return tuple(p for k in told for p in who(cast, k) if p.code and p.kind == "armed-group")


def private_owner(cast: Cast, title: int) -> bool:
    """True for the holder of an office in a body that is no state's: "director of the hospital", "a company spokesman"."""
    near = (*modifiers(cast.reading, title), *of_nouns(cast.reading, title, "of", "for", "at", "from", "with"))
    if any(of_a_calling(cast, m) for m in of_nouns(cast.reading, title, "for")):
        return True
    return any(m not in cast.hits and m not in cast.person_at and is_private(cast.reading, m) for m in near)


def of_a_calling(cast: Cast, i: int) -> bool:
    """True for the miners of "a spokesman for the miners", of no name: they are no state's."""
    role = cast.role(i)
    return role is not None and role.speaks_for == "none" and role.victim_who == "civilian" and not nationality(cast, i)


def earlier(cast: Cast, i: int, role: Role, found: Party) -> Party:
    """The party that "the army", "police", "the rebels", "the president" were before in the article, else the focus country's branch."""
    reading = cast.reading
    lemma = reading.words[i].lemma.lower()
    if body := body_before(cast, i) or staff_before(cast, i):
        return body
    if any(reading.words[c].lower in {"its", "our"} and not who(cast, c) for c in reading.dependents(i, "nmod:poss", "det")):
        return found  # "its secretary", of a union without a code
    if role.sector == "OPP" and is_definite(reading, i) and (told := told_with_owner(cast, i)):
        return told
    title = set() if role.plural_of(reading.words[i].lower) else set(role.name.split())  # "the foreign ministry", not "foreign ministers"
    if FOREIGN & {reading.words[m].lower for m in modifiers(reading, i)} - title or (lemma in STRANGERS and not is_definite(reading, i)):
        return found
    if led_by_others(cast, i):
        return found
    if (group := group_before(cast, i)) or reading.words[i].lower == "states":  # "Gulf states": no state of the article's own
        return group or found
    armed = (
        role.sector == "REB"
        or lemma in REBEL_NOUNS
        or lemma == "paramilitary"
        or bool((IN_REBELLION | {"militant"}) & {reading.words[m].lemma.lower() for m in modifiers(reading, i)})
    )
    if armed:
        return rebels(cast, i, found)
    police = role.sector == "COP" or any(reading.words[m].lemma.lower() == "police" for m in modifiers(reading, i))
    if police and role.collective and (ground := place_in_sentence(cast, i)):
        return branch(ground, "COP")
    if of_a_locality(cast, i) and (ground := place_in_sentence(cast, i)):
        return in_service(ground, role, found)
    if lemma == "mission" and is_definite(reading, i) and (body := mission_before(cast, i)):
        return body
    opened = over_there(cast, i) or opened_in(cast, i)
    for hit in hits_before(cast, i) if opened is None else ():
        if hit.party.sector == role.sector and (hit.party.kind == "military" or of_ministry(cast, i, role, hit)):
            return hit.party
    if not role.collective:
        holder = last_holder(cast, i, role)
        if holder is not None:
            return holder
    aside = in_quotation(reading, i)
    ruling = lemma in RULING and cast.home is not None and is_definite(reading, i)
    for j in filter(cast.memory.get, range(i - 1, -1, -1)) if opened is None and not ruling else ():
        if reading.words[j].sentence == reading.words[i].sentence and aside is None and in_quotation(reading, j):
            continue
        for p in cast.memory[j]:
            same = p.sector == role.sector and one_ministry(cast, i, j) and (not p.is_person if role.collective else p.role == role.name)
            if p.code and same and p.kind != "civilians" and p is not COALITION:  # "the army" is no coalition
                return p
    nation = opened or in_office_at(cast, i, role.name) or cast.home or (cast.focus[0] if cast.focus else None)
    if role.sector == "IGO":
        return body_of(cast, i, role, found)
    if nation is None:
        return found
    return in_service(nation, role, found)


def in_service(nation: Party, role: Role, found: Party) -> Party:
    """The branch of a nation that a role belongs to; one who holds it, where it is no body of many."""
    home = branch(nation, role.sector or "GOV")
    if role.collective:
        return home
    return Party(code=home.code, name=found.name, kind="person", sector=home.sector, role=role.name, country=home.country)


def of_a_locality(cast: Cast, i: int) -> bool:
    """True for "regional officials", "local authorities": of where the sentence takes place, whatever state was told of before."""
    words = cast.reading.words
    rules = words[i].lemma.lower() in {"official", "authority", "administration"}
    return rules and any(words[m].lower in LOCALITY for m in modifiers(cast.reading, i))


def of_ministry(cast: Cast, i: int, role: Role, hit: NameHit) -> bool:
    """True for "a defence official" right behind word of a defence ministry, whose man he is."""
    near = cast.reading.words[i].sentence - cast.reading.words[hit.run.first].sentence <= AT_HAND
    return near and hit.party.kind == "government" and role.name.endswith(" official")


def one_ministry(cast: Cast, i: int, j: int) -> bool:
    """False for "the ministry" and what is none: it does not go back to another state's ministers."""
    words = cast.reading.words
    return words[i].lemma.lower() != "ministry" or words[j].lemma.lower() == "ministry"


def rebels(cast: Cast, i: int, found: Party) -> Party:
    """Rebels without a name: those told of before, those of the country that opens the sentence, those of the article's own."""
    reading, lemma = cast.reading, cast.reading.words[i].lemma.lower()
    vague = VAGUE & {reading.words[c].lower for c in reading.children[i]}
    if is_definite(reading, i) or (not vague and lemma in ORGANISED and lone_group(cast) is not None):
        told = rebels_before(cast, i, found)
        return told if told.code or vague else in_rebellion(cast, i, found)
    there = opened_in(cast, i) if not vague and lemma in ORGANISED and modifiers(reading, i) else None
    if there is not None:
        return branch(there, "REB")  # "In Burundi, Hutu rebels attacked a farm"
    return found if vague else in_rebellion(cast, i, found)


def body_of(cast: Cast, i: int, role: Role, found: Party) -> Party:
    """The holder of an office of the body of states named last before, else what was found."""
    body = next((hit.party for hit in hits_before(cast, i) if hit.party.sector == "IGO"), None)
    return (
        found
        if body is None
        else Party(
            code=body.code,
            name=body.name if role.collective else found.name,
            kind=body.kind if role.collective else "person",
            sector="IGO",
            role=role.name,
        )
    )


def told_with_owner(cast: Cast, i: int) -> Party | None:
    """Whose "the dissidents" are where the article told of "dissidents of the FARC" before."""
    reading = cast.reading
    lemma = reading.words[i].lemma
    same = (w for w in range(i - 1, -1, -1) if reading.words[w].lemma == lemma and reading.words[w].upos in {"NOUN", "PROPN"})
    return next((p for w in same for p in nationality(cast, w) if p.kind == "armed-group"), None)


def listed_person(cast: Cast, j: int) -> bool:
    """True for a person named in a list with another: to "Ruiz and Lee", both presidents, "the president" does not go back."""
    word = cast.reading.words[j]
    others = (*cast.reading.dependents(j, "conj"), *((word.head,) if word.relation == "conj" else ()))
    return any(o in cast.person_at for o in others)


def last_holder(cast: Cast, i: int, role: Role) -> Party | None:
    """The person named before "the president", "the minister" who holds that office by the article or the register."""
    if not is_definite(cast.reading, i):
        return None
    aside = in_quotation(cast.reading, i)
    for j in range(i - 1, max(-1, i - 120), -1):
        if j not in cast.person_at or listed_person(cast, j) or (aside is None and in_quotation(cast.reading, j)):
            continue  # whom somebody names in his own words is not he who says them: "I rang Ruiz," the president said
        known = cast.persons.get(surname(cast, *cast.person_at[j]))
        if known is not None and known.code and known.role and (role.name in known.role or known.role in role.name):
            far = cast.reading.words[i].sentence - cast.reading.words[j].sentence > AT_HAND
            return (home_holder(cast, role) or known) if far else known
    return home_holder(cast, role)


def home_holder(cast: Cast, role: Role) -> Party | None:
    """The one of the country that the article is most about who holds an office, of those whom it names."""
    home = cast.home.bare if cast.home is not None else None
    return next((p for p in cast.persons.values() if p.code and p.bare == home and p.role == role.name), None)
