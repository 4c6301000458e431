"""The persons of one article: put to an office by apposition, title, register or home country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gesta.coding.cast import Cast, full_name, hits_before, surname
from gesta.coding.casting import common_noun
from gesta.coding.clauses import POSSESSIVE, own_subjects, preposition
from gesta.coding.coreference import SPOKESMEN, body_above, told_ahead_of
from gesta.coding.governments import head_of
from gesta.coding.names import OF_STATES, NameHit
from gesta.coding.nounphrases import core, modifiers, of_nouns
from gesta.coding.offices_placed import installer, opened_in
from gesta.coding.parties import POWERS, Party, branch
from gesta.coding.parties_in_text import FORMER, by_role, in_office_at, nationality, private_owner, who
from gesta.coding.quotations import in_quotation, paragraph_between
from gesta.coding.societies import OF_STATE, is_private
from gesta.coding.unlisted import OFFICIAL
from gesta.model import Run, Span, Word

OPPOSED = frozenset("victim hostage prisoner captive opponent critic survivor target enemy foe rival defector deserter founder".split())
ORGANS_OF_STATE = (
    OFFICIAL
    | OF_STATE
    | frozenset("council palace guard guards commission committee assembly republic court bank agency service governorate province".split())
)  # in the names of bodies whose officers are the state's
INSIDE = ("of", "at", "for", "with")
OF_MEMBERS = frozenset("union syndicate subsidiary tribe club".split())
PARTIES = frozenset({"party", "movement", "faction"})
BODIES = frozenset("agency organisation organization institute network team".split())  # nobody is one, whatever stands behind a name
OWNING = frozenset({"its", "their"})
ARMIES = frozenset({"army", "military", "force", "troop", "command"})
EQUALS = frozenset({"counterpart", "colleague", "rival", "opponent", "predecessor", "successor", "guest", "host"})
LEADING = frozenset({"lead", "head", "command", "run", "chair"})
SPEAKING = SPOKESMEN | {"secretary"}
BRIEFINGS = frozenset({"briefing", "conference", "statement"})
SPOKE = 5  # sentences back to another spokesman of the same body
NEAR = 2  # sentences back in which an army was named whose officer a man of an unknown unit is
ARTICLES = frozenset({"the", "a", "an"})
ARMED = frozenset({"MIL", "COP"})
LONG_NAME = 6  # letters: shorter surnames that differ by one letter are two persons


def learn_persons(cast: Cast) -> None:
    """Puts every person of the article to an office; needs the article's home country."""
    for mention in cast.reading.mentions:
        if mention.label == "Person" and not common_noun(cast, mention.run):
            learn_person(cast, mention.run.first, mention.run.end)
    cast.memory = {}


# Sectors (PLOVER) whose people act in public: state, army, courts, parties, bodies, armed groups. Everybody else is private.
PUBLIC = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "IGO", "REB", "OPP", "UAF"})


def private_people(cast: Cast, places: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of names of persons for whom neither the article nor the register shows a public office.

    What the reader took for a person and is a registered name or one of the `places` is none.
    """
    elsewhere = tuple(places)
    runs = sorted(m.run for m in cast.reading.mentions if m.label == "Person" and not any(w in cast.hits for w in range(*m.run)))
    private = (cast.reading.span(run) for run in runs if not holds_office(cast.persons.get(surname(cast, *run))))
    return tuple(span for span in private if not any(span.overlaps(place) for place in elsewhere))


def by_first_surname(cast: Cast, name: str) -> Party | None:
    """Who was told of by two surnames, as "Colonel Luis Rojas Prado", and is now called by the first: "Rojas".

    None where two might be, and for what others bear as a given name, as in "Ahmed Mohamed Zaki".
    """
    said = name.casefold()
    full = {p.name: p for p in cast.persons.values() if said in p.name.casefold().split()[1:-1]}
    one = next(iter(full.values())) if len(full) == 1 else None
    given = one is not None and any(key[0] == said and len(key) > 1 for key in cast.codebook.registers.holders)
    return one if one is not None and one.code is not None and not given else None


def by_given_name(cast: Cast, name: str) -> Party | None:
    """Who was told of by a full name and is now called by its first word, as Malays, Ethiopians and Burmese are: "Anwar said".

    None where two might be, and where his last name alone stands in the article: then the given name is another's.
    """
    called = {cast.reading.said(m.run).casefold() for m in cast.reading.mentions if m.label == "Person" and m.run.end - m.run.first == 1}
    full = {p.name: p for p in cast.persons.values() if p.name.casefold().split()[0] == name.casefold() != p.name.casefold()}
    one = next(iter(full.values())) if len(full) == 1 else None
    return one if one is not None and one.code is not None and one.name.casefold().split()[-1] not in called else None


def is_namesake(cast: Cast, first: int, end: int, known: Party) -> bool:
    """True for another one of that surname: no given name begins alike, and the words beside him give him another office."""
    name = person_name(cast, first, end)
    given, others = ({word[0].casefold() for word in words.split()[:-1]} for words in (known.name, name))
    apart = known.code is not None and "\n" not in name and given and others and given.isdisjoint(others)
    said = office_in_text(cast, first, end) if apart else None
    return said is not None and said.code != known.code and (said.code is not None or said.sector == "CVL")


def holds_office(person: Party | None) -> bool:
    """True for a person who speaks or acts for a state, a body, a party or an armed group."""
    return person is not None and person.code is not None and not person.code.endswith(".CVL") and person.sector in PUBLIC


def person_name(cast: Cast, first: int, end: int) -> str:
    """The name as written, without a possessive mark and the end of a credit that runs into it ("Getty Images)Hill")."""
    words = cast.reading.words[first:end]
    while len(words) > 1 and words[-1].text in POSSESSIVE:
        words = words[:-1]
    return cast.reading.text[words[0].start : words[-1].end].rpartition(")")[2]


def learn_person(cast: Cast, first: int, end: int) -> None:
    """Puts a person to the state, body or group that the article's apposition, else the register, gives; surnames are remembered."""
    key, name = surname(cast, first, end), person_name(cast, first, end)
    known = cast.persons.get(key)
    if known is not None and is_namesake(cast, first, end, known):
        cast.namesakes.setdefault(key, [(first - 1, key)]).append((first, full_name(cast, first, end)))
        key, known = full_name(cast, first, end), None
    if known is None and " " not in name:
        known = next((p for other, p in cast.persons.items() if one_edit(key, other)), None)
    if known is None and " " not in (bare := without_titles(cast, name)):
        known = by_first_surname(cast, bare) or (by_given_name(cast, bare) if not aged(cast, end) else None)
    if known is not None:
        cast.persons[key] = known
    if known is not None and (known.code is not None or " " not in name):
        return
    said = office_in_text(cast, first, end)
    if said is None and " " not in name and aged(cast, end):
        cast.persons[key] = Party(code=None, name=name, kind="person")
        return
    holder = cast.codebook.registers.holder(name, cast.day) or cast.codebook.registers.holder(without_titles(cast, name), cast.day)
    holder = holder or head_of(cast, first, end, name)
    at_odds = said is not None and said.code is not None and holder is not None and said.code != holder.code
    # A full name in office on that day outweighs a title that the parse hung on it from afar, but not words of the article beside it.
    misread = said is not None and holder is not None and " " in name and said.country not in {None, holder.country}
    misread = misread and not beside(cast, first, end, said)
    if holder is not None and said is not None and said.code is None and another_office(said.role or "", holder.office):
        holder = None  # a namesake
    if said is not None and holder is not None and at_odds and not misread:
        why = f"office: the article puts {name} to {said.code}, the register to {holder.code}"
        cast.conflicts.append((Run(first, end), why))
    if holder is not None and (said is None or said.code is None or misread):
        said = Party(code=holder.code, name=holder.person, kind="person", sector="GOV", role=holder.office, country=holder.country)
    elif said is not None and said.code is None and said.name:
        said = once_in_office(cast, said, name) or at_home(cast, said, first)
    if said is None:
        cast.persons[key] = Party(code=None, name=name, kind="person")
        return
    full = name if " " in name or holder is None else holder.person
    cast.persons[key] = replace(said, name=full, kind="person")


def once_in_office(cast: Cast, said: Party, name: str) -> Party | None:
    """Who held that office on another day by the register, under the full name: "then-President Daniel Moi" is Kenya's."""
    held = cast.codebook.registers.holder(name, None) if " " in name else None
    office = (said.role or "").removeprefix("then-").removeprefix("then ")
    if held is None or not (held.office == office or held.office.startswith(f"{office} of ")):  # of "secretary of state" the head alone
        return None
    return replace(said, code=held.code, name="", country=held.country)


def aged(cast: Cast, end: int) -> bool:
    """True for "Ahmed, 34, who": whose age the article tells, with one name and no office, is a private person and no namesake."""
    texts = [w.text for w in cast.reading.words[end : end + 3]]
    return len(texts) == 3 and texts[0] == "," and texts[1].isdigit() and texts[2] in {",", "."}


def is_age(cast: Cast, w: int) -> bool:
    """True for the number between commas behind a name: "Luis Rojas, 42, and …" counts nobody."""
    words = cast.reading.words
    closed = w + 1 < len(words) and words[w + 1].text in {",", ".", ";", ")"}
    return closed and w > 1 and words[w].text.isdigit() and words[w - 1].text == "," and w - 2 in cast.person_at


def without_titles(cast: Cast, name: str) -> str:
    """The name without the ranks and titles before it, as in "Gen. Laura Hill" or "Brig. Gen. Hill"."""
    words = name.split()
    while len(words) > 1 and ((words[0].endswith(".") and len(words[0]) > len("X.")) or cast.codebook.registers.role(words[0]) is not None):
        words = words[1:]
    return " ".join(words)


def another_office(said: str, held: str) -> bool:
    """True where title and register name two offices of which nobody holds both: a defence minister is no prime minister."""
    title, office = ([w for w in text.lower().replace("defense", "defence").split() if w not in ARTICLES][-2:] for text in (said, held))
    return title != office and len(title) == len(office) == 2 and title[1] == office[1] == "minister"


def one_edit(a: str, b: str) -> bool:
    """True for two spellings of a long name that differ by one letter put in, left out or changed ("Qassimi", "Qasimi")."""
    if min(len(a), len(b)) < LONG_NAME or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    start = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:]


def office_in_text(cast: Cast, first: int, end: int) -> Party | None:
    """The office that stands with a person's name: title before it, apposition on either side."""
    reading = cast.reading
    inside = range(first, end)
    head = next((w for w in inside if reading.words[w].head not in inside or reading.words[w].head == w), end - 1)
    titles = [c for c in modifiers(reading, head) if c not in inside]
    titles += [c for c in reading.dependents(head, "appos") if reading.words[c].lemma.lower() not in BODIES]
    above = reading.words[head]
    if above.relation in {"appos", "flat", "compound", "nmod:desc"} and above.head != head:
        titles.append(above.head)
    titles += [w for w in twins(cast, head) if w not in inside and cast.role(w) is not None]
    held = [party for t in titles if t not in cast.person_at and (party := office_of(cast, t, frozenset(inside))) is not None]
    # Of "a Thai army spokesman, Colonel X" the title that says whose it is.
    told = next((party for party in held if party.code), None) or leads(cast, head)
    return told or (held[0] if held else office_beside(cast, first, end))


def twins(cast: Cast, head: int) -> list[int]:
    """The words that the parse makes a second subject beside a name, with nothing but commas to join them: "X, its spokesman, said"."""
    reading, word = cast.reading, cast.reading.words[head]
    if word.relation != "nsubj":
        return []
    return [
        w
        for w in reading.dependents(word.head, "nsubj")
        if w != head and not any(x.lower == "and" for x in reading.words[min(w, head) : max(w, head)])
    ]


def leads(cast: Cast, head: int) -> Party | None:
    """The office that a relative clause tells: "X, who commands the peacekeepers", "X, who also heads the mission"; None without one."""
    reading = cast.reading
    near = (head, *(c for c in reading.dependents(head, "flat") if reading.words[c].upos == "PROPN"))
    for c in (c for n in near for c in reading.dependents(n, "acl:relcl")):
        if is_head(cast, c):
            return office_of(cast, c, frozenset())
        if reading.words[c].lemma.lower() not in LEADING or any(reading.words[a].lower in {"had", "once"} for a in reading.children[c]):
            continue
        objects = (*reading.dependents(c, "obj"), *(o for o in reading.dependents(c, "obl") if preposition(reading, o) is None))
        led = next((p for o in objects for p in who(cast, o) if p.code), None)
        if led is not None:
            return Party(code=led.bare, name="", kind="person", sector=led.sector, role="leader", country=led.country)
    return None


def is_head(cast: Cast, c: int) -> bool:
    """True for the office of "who is also head of the mission", held now."""
    reading = cast.reading
    held = any(reading.words[w].lower in {"is", "'s", "’s"} for w in reading.dependents(c, "cop"))
    return held and cast.role(c) is not None and bool(of_nouns(reading, c, "of", "for") or reading.dependents(c, "nmod:poss"))


def office_of(cast: Cast, title: int, skip: frozenset[int]) -> Party | None:
    """The office that a title names, with its state or body where the words beside it tell; `skip` are the words of the name."""
    role = cast.role(title)
    if role is None:
        return of_body(cast, title, skip)
    spoken = " ".join(cast.reading.words[w].text for w in core(cast.reading, title) if w not in skip and w not in cast.hits)
    before = {cast.reading.words[m].lower for m in cast.reading.dependents(title, "amod", "compound")}
    if FORMER & {*before, *spoken.lower().replace("-", " ").split()[:3]}:
        return Party(code=None, name="", kind="person", sector="CVL", role=spoken.lower())
    if private_owner(cast, title) or of_unlisted(cast, title, skip) or ours(cast, title) or of_unknown(cast, title):
        return Party(code=None, name="", kind="person", role=spoken.lower() or role.name)
    if (society := of_society(cast, title)) is not None:
        return Party(code=society.code, name="", kind="person", sector=society.sector, role=spoken.lower() or role.name)
    found = by_role(cast, title, role, nationality(cast, title, skip))
    owner = owner_before(cast, title)
    placed = not any(m in cast.hits for m in modifiers(cast.reading, title))  # "its spokesman in Cairo" is not Egypt's
    if owner is not None and (found.code is None or owner.kind == "organisation" or placed):  # "its Kenya director"
        found = replace(found, code=owner.code, country=owner.country)
    return Party(
        code=found.code,
        name="state" if role.speaks_for == "state" else "",
        kind="person",
        sector=role.sector,
        role=spoken.lower() or role.name,
        country=found.country,
    )


def of_society(cast: Cast, title: int) -> Party | None:
    """The body, in no register, of "a spokesman for the Zaka rescue service", whose name stands beside the noun for it."""
    nouns = (m for m in of_nouns(cast.reading, title, "of", "for") if m not in cast.hits)
    named = (cast.hits[c] for m in nouns for c in cast.reading.dependents(m, "compound", "amod") if c in cast.hits)
    return next((hit.party for hit in named if hit.how == "society"), None)


def of_body(cast: Cast, title: int, skip: frozenset[int]) -> Party | None:
    """As in "Amnesty's Sudan researcher", "its Kenya director": who works for a body of states or citizens, by whatever title."""
    if cast.reading.words[title].xpos != "NN":
        return None
    owners = [owner_before(cast, title), *nationality(cast, title, skip)]
    body = next((p for p in owners if p is not None and p.kind == "organisation" and p.code), None)
    if body is None and cast.reading.words[title].lemma.lower() not in OPPOSED:  # "a coordinator of the militia"
        behind = [p for m in of_nouns(cast.reading, title, "of", "for") for p in who(cast, m)]
        body = next((p for p in behind if p.kind == "armed-group" and p.code), None)
    if body is None:
        return None
    role = cast.reading.words[title].lemma.lower()
    return Party(code=body.code, name="", kind="person", sector=body.sector, role=role, country=body.country)


def ours(cast: Cast, title: int) -> bool:
    """True for "our head of mission" in the reporter's voice, and "its director" after a body that is no state's: no state's office."""
    reading = cast.reading
    for c in reading.dependents(title, "nmod:poss"):
        word = reading.words[c]
        if word.lower == "our" and in_quotation(reading, c) is None:
            return True
        if word.lower in OWNING and word.sentence:
            run = reading.sentences[word.sentence - 1]
            root = next((w for w in range(*run) if reading.words[w].head == w), None)
            subject = next(iter(own_subjects(reading, root)), None) if root is not None else None
            if subject is not None and subject not in cast.hits and is_private(reading, subject):
                return True
    return False


def of_unlisted(cast: Cast, title: int, skip: frozenset[int]) -> bool:
    """True where a title stands in a body that no register has and that is no organ: "head of a union", "president of the Harbour Centre".

    Such a body decides before any nationality: "the UN director of the Harbour Centre" is not of the UN.
    """
    words = cast.reading.words
    owners = (*of_nouns(cast.reading, title, *INSIDE), *cast.reading.dependents(title, "nmod:poss"))
    if any(words[m].lemma in OF_MEMBERS and words[m].upos == "NOUN" for m in owners):
        return True
    first = title + 2 if words[title + 1 : title + 2] and words[title + 1].lower in INSIDE else len(words)
    first += first < len(words) and words[first].lower in ARTICLES
    near = {m.run for m in cast.reading.mentions if m.label == "Organization" and m.run.first == first}
    for m in of_nouns(cast.reading, title, *INSIDE):
        near |= {mention.run for mention in cast.reading.mentions if mention.label == "Organization" and m in mention.run}
    return any(is_unlisted(cast, run) for run in near if not skip & set(range(*run)))


def of_unknown(cast: Cast, title: int) -> bool:
    """True for "the party's leader", "the rebels' spokesman" where no code tells whose: no office of the state's."""
    for m in (*cast.reading.dependents(title, "nmod:poss"), *of_nouns(cast.reading, title, "of", "for")):
        role, word = cast.role(m), cast.reading.words[m]
        if word.lower in {"his", "her"} and serves(cast, title):
            return aide_of(cast, m) is None
        called = word.lemma.lower() in PARTIES or (role is not None and role.sector in {"REB", "OPP"})
        if called and m not in cast.hits and (word.upos == "PROPN" or not any(p.code for p in who(cast, m))):
            return True
    return False


def is_unlisted(cast: Cast, run: Run) -> bool:
    """True for the name of a body that no register has, and that no word calls an organ of a state."""
    named = {form for w in cast.reading.words[slice(*run)] for form in (w.lower, w.lemma.lower())}
    last = run.end - 1
    return not (named & ORGANS_OF_STATE or last in cast.hits or last in cast.person_at or cast.role(last) is not None)


def owner_before(cast: Cast, title: int) -> Party | None:
    """Whose "its spokesman" is: the body or state that the pronoun goes back to; None without one."""
    reading = cast.reading
    for c in reading.dependents(title, "nmod:poss"):
        if reading.words[c].lower in OWNING:
            return next((p for p in body_above(cast, c) if p.code), None)
        if reading.words[c].lower in {"his", "her"} and serves(cast, title) and (one := aide_of(cast, c)) is not None:
            return one
    return None


def serves(cast: Cast, title: int) -> bool:
    """True for an office under a person, "her spokesman", "his prime minister"; not for "his Russian counterpart"."""
    beside = any(m in cast.hits for m in modifiers(cast.reading, title))
    return cast.role(title) is not None and not beside and cast.reading.words[title].lemma.lower() not in EQUALS


def aide_of(cast: Cast, c: int) -> Party | None:
    """Whose "her spokesman" is: the person of whom he tells, else the last one before who is the subject of a sentence."""
    if told := told_ahead_of(cast, c, lambda p: p.is_person and p.code is not None):
        return told[0]
    words, here = cast.reading.words, cast.reading.words[c].sentence
    before = (w for w in range(c - 1, -1, -1) if w in cast.person_at and words[w].relation == "nsubj" and words[w].sentence < here)
    last = next(before, None)
    known = cast.persons.get(surname(cast, *cast.person_at[last])) if last is not None and here - words[last].sentence <= NEAR else None
    return known if known is not None and known.code else None


def office_beside(cast: Cast, first: int, end: int) -> Party | None:
    """The office in the words right before a name ("Southern Command chief General X") or between commas after it.

    Asked where the parse shows none.
    """
    words = cast.reading.words
    edge = first - 1 if first and words[first - 1].text == "," else first
    edge = before_place(cast, edge) if edge < first else edge
    left = title_before(cast, edge).start
    right = range(end + 1, min(end + 7, len(words))) if end < len(words) and words[end].text == "," else range(0)
    right = range(right.start, next((w for w in right if words[w].upos in {"VERB", "AUX"} or words[w].text == ","), right.stop))
    if any(words[w].lemma.lower() in BODIES for w in right):  # "Arx, a private agency for defence studies"
        right = range(0)
    for w in (*range(edge - 1, left - 1, -1), *right):
        role = cast.role(w)
        if role is None or w in cast.person_at or words[w].sentence != words[first].sentence:
            continue
        if w in right and words[w].relation in {"amod", "compound"} and w < words[w].head in right:  # "X, a military analyst"
            continue
        near = range(left, edge) if w < first else right
        owner = next((cast.hits[k].party for k in near if k in cast.hits), None)
        owner = owner or next((p for k in near if words[k].upos == "PRON" or owns(cast, k) for p in who(cast, k) if p.code), None)
        owner = installer(cast, w) or owner
        code = branch(owner, role.sector or "GOV").code if owner is not None and role.speaks_for == "state" else None
        return Party(
            code=code,
            name="state" if role.speaks_for == "state" else "",
            kind="person",
            sector=role.sector,
            role=role.name,
            country=owner.country if owner and code else None,
        )
    return posted_by(cast, left, edge) if edge < first and edge - left > 1 else None


def before_place(cast: Cast, edge: int) -> int:
    """The end of the title in "UNHCR coordinator in Darfur, Laura Hill": the word behind it, where a place follows it."""
    words = cast.reading.words
    at = edge - 1
    while at > 0 and words[at].upos == "PROPN" and words[at - 1].upos == "PROPN":
        at -= 1
    return at - 1 if at > 1 and words[at].upos == "PROPN" and words[at - 1].lower in {"in", "for"} else edge


def posted_by(cast: Cast, left: int, edge: int) -> Party | None:
    """The body that opens a title by whatever name ("UNHCR coordinator"); None for any other words."""
    hit = cast.hits.get(left)
    if hit is None or hit.party.kind != "organisation" or hit.run.end >= edge:
        return None
    return Party(code=hit.party.code, name="", kind="person", sector=hit.party.sector, role=cast.reading.words[edge - 1].lemma.lower())


def beside(cast: Cast, first: int, end: int, said: Party | None) -> bool:
    """True when the words of a title right before the name, or between commas right after it, name the state or group of `said`."""
    words = cast.reading.words
    left = first - 1 if first and words[first - 1].text == "," else first
    run = left
    while run > 0 and words[run - 1].sentence == words[first].sentence and (in_title(words[run - 1]) or words[run - 1].lower == "the"):
        run -= 1
    right = range(end + 1, min(end + 8, len(words))) if end < len(words) and words[end].text == "," else range(0)
    right = range(right.start, next((w for w in right if words[w].text in {",", "."} or words[w].upos in {"VERB", "AUX"}), right.stop))
    named = {cast.hits[w].party.code for w in (*range(run, left), *right) if w in cast.hits}
    return said is not None and bool({said.code, said.country} & named)


def owns(cast: Cast, k: int) -> bool:
    """True for a collective that stands as possessor: "the military's task force commander"."""
    role, after = cast.role(k), cast.reading.words[k + 1 : k + 2]
    return role is not None and role.speaks_for == "state" and bool(after) and after[0].text in {"'s", "’s"}


def in_title(word: Word) -> bool:
    """True for the words that titles are made of."""
    return word.upos in {"NOUN", "PROPN", "ADJ", "PART"} or word.lower == "of"


def at_home(cast: Cast, said: Party, first: int) -> Party:
    """An office without a nationality is one of the capital that opens the sentence, else of the army named just before, else of home.

    An armed group's has none.
    """
    if foreign_people(cast, first):
        return said
    nation = (
        opened_in(cast, first)
        or briefed_at(cast, said, first)
        or spokesman_before(cast, said, first)
        or voice_of(cast, said, first)
        or spoke_before(cast, first)
        or army_before(cast, said, first)
        or in_office_at(cast, first, said.role)
        or cast.home
        or (cast.focus[0] if cast.focus else None)
    )
    if nation is None or said.sector in {"REB", "IGO", "NGO"}:
        return said
    return Party(code=nation.bare, name="", kind="person", sector=said.sector, role=said.role, country=nation.country)


def title_before(cast: Cast, first: int) -> range:
    """The words of the title right before a name."""
    words, left = cast.reading.words, first
    while left > 0 and first - left < 8 and words[left - 1].sentence == words[first].sentence and in_title(words[left - 1]):
        left -= 1
    return range(left, first)


def foreign_people(cast: Cast, first: int) -> bool:
    """True for "European Commissioner X", "Scottish leader X": of a people or party that the register does not put to a state."""
    people = {w for m in cast.reading.mentions if m.label == "NORP" for w in range(*m.run)}
    return any(w in people and w not in cast.hits and w not in cast.place_of for w in title_before(cast, first))


def spoke_before(cast: Cast, first: int) -> Party | None:
    """The state that itself speaks in the sentence before, in the same paragraph: "China condemned it. Foreign ministry spokesman X …"."""
    reading = cast.reading
    here = reading.words[first].sentence
    run = reading.sentences[here - 1] if here else None
    if run is None or paragraph_between(reading, run.end - 1, reading.sentences[here].first):
        return None
    root = next((w for w in range(*run) if reading.words[w].head == w), None)
    if root is None or reading.words[root].lemma.lower() not in cast.codebook.ontology.stances:
        return None
    states = [cast.hits[s].party for s in own_subjects(reading, root) if s in cast.hits and cast.hits[s].how in OF_STATES]
    return states[0] if len(states) == 1 else None


def voice_of(cast: Cast, said: Party, first: int) -> Party | None:
    """Whose "a spokesman, X", "Spokesman X" or "army spokesman X" is: the body that itself speaks in the sentence before.

    Of an army's spokesman an army.
    """
    words, here = cast.reading.words, cast.reading.words[first].sentence
    organ, _, title = (said.role or "").removeprefix("a ").rpartition(" ")
    if not here or title not in SPOKESMEN or (organ and said.sector not in ARMED):
        return None
    tells = cast.codebook.ontology.stances
    for w in range(cast.reading.sentences[here].first - 1, cast.reading.sentences[here - 1].first - 1, -1):
        if words[w].upos != "VERB" or words[w].lemma.lower() not in tells or words[w].xpos == "VBG":
            continue
        bodies = [p for s in own_subjects(cast.reading, w) for p in who(cast, s) if p.code and not p.is_person and p.kind in POWERS]
        bodies = [p for p in bodies if not organ or p.sector == said.sector]
        if bodies:
            return bodies[0]
    return None


def army_before(cast: Cast, said: Party, first: int) -> Party | None:
    """For an officer without a nationality the army named last, in his sentence or the one or two before, as for a defence minister.

    None for anybody else.
    """
    if said.sector != "MIL" and not (said.role or "").replace("defense", "defence").endswith("defence minister"):
        return None
    here = cast.reading.words[first].sentence
    hit = next(iter(hits_before(cast, first)), None)
    own = {h.party.bare: h.party for w in range(cast.reading.sentences[here].first, first) if (h := cast.hits.get(w)) and is_army(cast, h)}
    if len(own) == 1:
        return next(iter(own.values()))
    near = hit is not None and here - cast.reading.words[hit.run.first].sentence <= NEAR
    return hit.party if near and hit is not None and is_army(cast, hit) else None


def is_army(cast: Cast, hit: NameHit) -> bool:
    """True for the name of an army, and for a state's before "army", "troops"."""
    words = cast.reading.words
    named = hit.party.kind == "military" or (hit.run.end < len(words) and words[hit.run.end].lower.removesuffix("s") in ARMIES)
    return named and hit.party.kind in {"country", "military"}


def briefed_at(cast: Cast, said: Party, first: int) -> Party | None:
    """For a spokesman without a nationality the organ whose briefing his sentence names: "At a White House briefing, press secretary X"."""
    if (said.role or "").rpartition(" ")[2] not in SPEAKING:
        return None
    run = cast.reading.sentences[cast.reading.words[first].sentence]
    named = (w for w in range(run.first, first) if w in cast.hits and cast.hits[w].party.kind == "government")
    return next((cast.hits[w].party for w in named if cast.reading.words[cast.reading.words[w].head].lemma.lower() in BRIEFINGS), None)


def spokesman_before(cast: Cast, said: Party, first: int) -> Party | None:
    """Whose spokesman the article told of last, for one without more of a title: "a UN spokesman said. … Spokesman X …".

    Asked of the sentences just before; None for any other office.
    """
    words, here = cast.reading.words, cast.reading.words[first].sentence
    if said.role not in SPOKESMEN:
        return None
    start = cast.reading.sentences[max(0, here - SPOKE)].first
    voices = (w for w in range(first - 2, start - 1, -1) if words[w].lemma.lower() in SPOKESMEN and words[w].upos in {"NOUN", "PROPN"})
    last = next(voices, None)
    return next((p for p in nationality(cast, last) if p.code), None) if last is not None else None
