"""Toponyms that stand for places, located.

Entity mentions and registered names under a locative preposition, resolved in the order of certainty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gesta.codebook import Gazetteer, Toponym
from gesta.coding.cast import Cast
from gesta.coding.clauses import POSSESSIVE, preposition
from gesta.coding.parties import Party
from gesta.model import Mention, Reading, Run

LOCATIVE = frozenset(
    "in into inside within near at from to toward towards across around outside over through throughout along off "
    "between on beyond opposite via against "
    "above below north south east west northeast northwest southeast southwest".split()
)
FEATURES = frozenset(
    "village town city province district region governorate river lake sea island camp valley mountain airport county "
    "state port municipality oblast base suburb neighbourhood neighborhood".split()
)
MADE = frozenset("jet aircraft warplane plane helicopter drone missile rocket tank launcher howitzer rifle bomber fighter".split())
GROUND = frozenset(
    "border area province region district city town village territory capital part road frontier coast port side south "
    "north east west outskirt suburb line".split()
)
EXAMPLE = frozenset({"such as", "like", "including"})
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern upper lower greater mainland occupied".split()
)
FACILITIES = frozenset("hospital clinic university college school street avenue road hotel square bridge".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A toponym in the text and the place it was resolved to (None where the gazetteer has none)."""

    run: Run
    name: str
    toponym: Toponym | None


def locate_places(cast: Cast) -> tuple[Located, ...]:
    """Every place of the article in order of the text; countries only where they stand for ground, not for a government."""
    reading = cast.reading
    context = countries_told_of(cast)
    runs = [run for run in candidate_runs(cast) if not acts(cast, run)]
    starting = {run.first: run for run in runs}
    located: list[Located] = []
    near: list[tuple[float, float]] = []
    for run in (with_direction(reading, bare) for bare in runs if not names_a_clock(reading, bare)):
        name, hint = place_name(reading, run), feature(reading, run)
        within = starting.get(run.end + 1) if follows_comma(reading, run.end + 1) else None
        whole = (
            cast.codebook.gazetteer.resolve(reading.said(run), context=context, near=near[-6:], kind_hint=hint)
            if reading.words[run.first].lower in DIRECTIONS
            else None
        )
        toponym = (
            whole
            or (inside(cast.codebook.gazetteer, name, place_name(reading, within), context) if within else None)
            or cast.codebook.gazetteer.resolve(name, context=context, near=near[-6:], kind_hint=hint)
        )
        larger = lies_in(cast, run, starting, context) if toponym is not None and toponym.kind == "settlement" else None
        if toponym is not None and larger is not None and larger != toponym.country:
            there = cast.codebook.gazetteer.resolve(name, context=(larger,), near=near[-6:], kind_hint=hint)
            toponym = there if there is not None and there.country == larger else None
        if toponym is None and not is_mention(cast, run):
            continue
        if toponym is not None and toponym.kind == "settlement":
            near.append((toponym.lat, toponym.lon))
        located.append(Located(run=run, name=toponym.name if toponym else name, toponym=toponym))
    return tuple(located)


def inside(gazetteer: Gazetteer, name: str, larger: str, context: tuple[str, ...]) -> Toponym | None:
    """The place of that name in the larger one named after it ("Goris, Armenia"); None where the second is none that holds it."""
    whole = gazetteer.resolve(larger, context=context)
    if whole is None or whole.kind not in {"country", "admin1"}:
        return None
    part = gazetteer.resolve(f"{name}, {larger}", context=context)
    return part if part is not None and holds(whole, part) else None


def lies_in(cast: Cast, run: Run, starting: Mapping[int, Run], context: tuple[str, ...]) -> str | None:
    """The country of the place named straight behind "in": of "X in Shan state" that of Shan; None for any other name."""
    words = cast.reading.words
    if run.end >= len(words) or words[run.end].lower != "in" or words[run.end].head == words[run.first].head:
        return None
    larger = next((starting[w] for w in range(run.end + 1, min(run.end + 3, len(words))) if w in starting), None)
    found = cast.codebook.gazetteer.resolve(place_name(cast.reading, larger), context=context) if larger is not None else None
    return found.country if found is not None else None


def holds(whole: Toponym, part: Toponym) -> bool:
    """True where the second place lies in the first, a country or a first-order unit of one."""
    if part.country != whole.country or part.kind == "country":
        return False
    return whole.kind == "country" or (whole.kind == "admin1" and part.kind != "admin1" and part.admin1 == whole.name)


def follows_comma(reading: Reading, w: int) -> bool:
    """True where a comma stands just before the word."""
    return 0 < w < len(reading.words) and reading.words[w - 1].text == ","


def at_commas(reading: Reading, run: Run, gazetteer: Gazetteer) -> list[Run]:
    """A mention of a place and the larger one that it lies in ("Goris, Armenia", "Syria's Idlib province"), parted; any other as it is."""
    for s in range(run.first + 1, run.end - 1):
        if reading.words[s].text in POSSESSIVE and gazetteer.candidates(place_name(reading, Run(s + 1, run.end))):
            return [Run(run.first, s), Run(s + 1, run.end)]
    for comma in range(run.first + 1, run.end - 1):
        if reading.words[comma].text == "," and gazetteer.candidates(reading.said(Run(comma + 1, run.end))):
            return [Run(run.first, comma), *at_commas(reading, Run(comma + 1, run.end), gazetteer)]
    return [run]


def countries_told_of(cast: Cast) -> tuple[str, ...]:
    """The countries that the text is about: those that it names, the weightiest first, then those of its armed groups."""
    return (*(p.bare for p in cast.focus if p.bare), *lands_of_groups(cast))


def lands_of_groups(cast: Cast) -> tuple[str, ...]:
    """The countries of the armed groups that are named, those named most often first: a text on a group alone is about its country too."""
    named = Counter(hit.party.country for start, hit in cast.hits.items() if start == hit.run.first and hit.how == "group")
    return tuple(code for code, _ in named.most_common() if code and code not in cast.weight)


def candidate_runs(cast: Cast) -> list[Run]:
    """Location and Facility mentions, registered countries under a preposition, and capitalised gazetteer names after one."""
    reading = cast.reading
    gazetteer = cast.codebook.gazetteer
    runs = [
        part
        for m in reading.mentions
        if m.label in {"Location", "Facility"}
        and not names_a_body(cast, m.run)
        and not names_a_make(cast, m.run)
        and not names_a_creed(cast, m.run)
        for part in at_commas(reading, own_part(reading, m), gazetteer)
    ]
    taken = {w for r in runs for w in range(*r)}
    for m in reading.mentions:
        grounded = (
            m.label in {"Misc", "Organization", "NORP", "Person"}
            and not any(w in cast.hits for w in range(*m.run))
            and on_ground(reading, m.run)
        )
        if grounded and gazetteer.candidates(reading.said(own_part(reading, m))):
            runs.append(own_part(reading, m))
            taken |= set(range(*m.run))
    taken |= {w for m in reading.mentions for w in range(*m.run) if m.label in {"Person", "Organization", "Date", "NORP"}}
    for start, hit in cast.hits.items():
        if start == hit.run.first and hit.how in {"name", "capital"} and not taken & set(range(*hit.run)):
            runs.append(hit.run)
            taken |= set(range(*hit.run))
    for word in reading.words:
        if word.i in taken or word.upos != "PROPN" or not word.text[:1].isupper():
            continue
        if reading.words[word.i - 1].lower in LOCATIVE and cast.codebook.gazetteer.is_place_name(word.text):
            end = word.i + 1
            while (
                end < len(reading.words)
                and reading.words[end].upos == "PROPN"
                and reading.words[end].text[:1].isupper()
                and end not in taken
            ):
                end += 1
            runs.append(Run(word.i, end))
            taken |= set(range(word.i, end))
    return sorted(set(runs))


def names_a_creed(cast: Cast, run: Run) -> bool:
    """True for an adjective of conviction that the reading took for a place ("the Maoist rebels") and that no place is called by."""
    word = cast.reading.words[run.first]
    creed = run.end - run.first == 1 and word.xpos == "JJ" and word.lower.endswith("ist")
    return creed and not cast.codebook.gazetteer.candidates(word.text)


def names_a_clock(reading: Reading, run: Run) -> bool:
    """True for the name in "9 a.m. Moscow time"."""
    after = reading.words[run.end] if run.end < len(reading.words) else None
    return after is not None and after.lower == "time" and after.sentence == reading.words[run.first].sentence


def names_a_body(cast: Cast, run: Run) -> bool:
    """True for a registered outlet, group or body that the reading took for a place ("told Xinhua", "on Abu Sayyaf")."""
    hit = cast.hits.get(run.first)
    return hit is not None and hit.how in {"outlet", "group", "body", "force", "society"} and hit.run.end >= run.end


def names_a_make(cast: Cast, run: Run) -> bool:
    """True for the name before a noun of arms that flies or is fired, no state's or capital's: "a Sukhoi jet", "Grad rockets"."""
    reading = cast.reading
    head = reading.words[reading.words[run.end - 1].head]
    return run.end == head.i and run.first not in cast.hits and reading.words[run.end - 1].relation == "compound" and head.lemma in MADE


def on_ground(reading: Reading, run: Run) -> bool:
    """True when a name stands where places stand.

    Behind a locative preposition or "of", itself or the name that it is coordinated with, or before a feature word.
    """
    head = next((w for w in range(*run) if reading.words[w].head not in run), run.end - 1)
    w, steps = head, 0
    while reading.words[w].relation == "conj" and steps < 12:
        w, steps = reading.words[w].head, steps + 1
    case = preposition(reading, w)
    after = reading.words[run.end].lower if run.end < len(reading.words) else ""
    return (case is not None and case.split()[0] in LOCATIVE | {"of"}) or after in FEATURES | {
        "direction",
        "sector",
        "front",
        "area",
        "axis",
    }


def with_direction(reading: Reading, run: Run) -> Run:
    """The run with the direction just before it: "southern Afghanistan", "northeast Syria"."""
    before = run.first - 1
    if before >= 0 and reading.words[before].lower in DIRECTIONS and reading.words[before].sentence == reading.words[run.first].sentence:
        return Run(before, run.end)
    return run


def own_part(reading: Reading, mention: Mention) -> Run:
    """The mention without "the" and directions before the name where a name is left."""
    first, end = mention.run
    while end - first > 1 and (reading.words[first].lower in {"the", "'s"} or reading.words[first].text in {"-", "–", "’s"}):
        first += 1
    while end - first > 1 and reading.words[end - 1].text in POSSESSIVE:
        end -= 1
    return Run(first, end)


def place_name(reading: Reading, run: Run) -> str:
    """The name without a direction before it or a feature word after it: "northeast Syria" is looked up as Syria."""
    words = [w.text for w in reading.words[run.first : run.end]]
    while len(words) > 1 and words[0].lower() in DIRECTIONS and words[0].islower():
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in FEATURES and words[-1].islower():
        words = words[:-1]
    first = run.end - len(words) if words[-1] == reading.words[run.end - 1].text else run.first
    last = first + len(words)
    return " ".join(reading.text[reading.words[first].start : reading.words[last - 1].end].split())


def is_mention(cast: Cast, run: Run) -> bool:
    """True when the reading itself saw a place here."""
    return any(m.label in {"Location", "Facility"} and m.run.overlaps(run) for m in cast.reading.mentions)


def feature(reading: Reading, run: Run) -> str | None:
    """The kind of place that stands beside the name: "the village of X", "X province"."""
    around = [reading.words[w].lower for w in range(max(0, run.first - 2), run.first)]
    around += [reading.words[w].lower for w in range(run.end, min(len(reading.words), run.end + 1))]
    return next((w for w in around if w in FEATURES), None)


def acts(cast: Cast, run: Run) -> bool:
    """True when a country's or capital's name stands for its government.

    A subject, object or owner, not the ground something happens on.
    """
    reading = cast.reading
    hit = cast.hits.get(run.first)
    if hit is None or hit.how not in {"name", "capital", "metonym"}:
        return False
    head = next((w for w in range(*run) if reading.words[w].head not in run), run.end - 1)
    case, word = preposition(reading, head), reading.words[head]
    above = reading.words[word.head].lemma.lower()
    if case in EXAMPLE:
        return acts_like(reading, head)
    if case is not None:
        if case.split()[0] in LOCATIVE - {"between", "against", "on"}:
            return False
        return not ((case == "of" and above in DIRECTIONS | GROUND) or (case in {"between", "with"} and above in GROUND))
    beside = word.relation in {"conj", "appos"} or (word.deprel == "nmod:unmarked" and follows_comma(reading, run.first))
    if beside and word.head not in run:
        return acts_like(reading, word.head)
    if word.relation in {"nmod", "compound"}:
        return above not in GROUND and not (
            hit.how == "capital"
            and word.relation == "compound"
            and reading.words[word.head].upos == "NOUN"
            and above not in {"authority", "government", "regime"}
        )
    return not (
        word.relation == "flat" or (word.relation == "obj" and above in {"visit", "leave", "enter", "reach", "tour", "flee", "quit"})
    )


def acts_like(reading: Reading, head: int) -> bool:
    """True when the name that another is coordinated with, or an example of, stands for a government."""
    case, above = preposition(reading, head), reading.words[reading.words[head].head].lemma.lower()
    if case in EXAMPLE:
        return acts_like(reading, reading.words[head].head)
    if case is None:
        return True
    return not (case.split()[0] in LOCATIVE - {"between", "against", "on"} or (case in {"between", "of"} and above in GROUND | DIRECTIONS))


SURE = 3  # times that an article names a state before a place elsewhere is taken for a namesake


def place_parties(cast: Cast, located: tuple[Located, ...]) -> dict[int, Party]:
    """Word to the country that the place there lies in: who is struck when the place is.

    A lone place in a country that an article on other states never names is likelier one of the same name: it stands for nobody, and
    keeps the country where the one of its name lies.
    """
    out: dict[int, Party] = {}
    about = {p.bare for p in cast.focus}
    lying = Counter(code for code, _ in {(p.toponym.country, p.name) for p in located if p.toponym})
    for place in located:
        code = place.toponym.country if place.toponym else None
        seated = place.toponym is not None and place.toponym.kind == "admin1" and before_office(cast, place.run.end)
        seated = seated or behind_organ(cast, place.run.first)
        namesake = code and not seated and not cast.weight[code] and lying[code] == 1 and max(cast.weight.values(), default=0) >= SURE
        if namesake or (code not in about and named_after(cast, place.run.end)):
            code = None
        name = cast.codebook.country_name(code) if code else place.name
        for w in range(*place.run):
            out[w] = Party(code=code, name=name, kind="country", country=place.toponym.country if place.toponym else None)
    return out


def behind_organ(cast: Cast, first: int) -> bool:
    """True for the place of "the interior ministry in Gaza": an organ of state is of where it sits."""
    role = cast.role(first - 2) if first > 1 and cast.reading.words[first - 1].lower == "in" else None
    return role is not None and role.speaks_for == "state" and role.collective


def before_office(cast: Cast, end: int) -> bool:
    """True for the place of "Texas senator", "a Texas Republican senator": who holds office there is from that one."""
    words = cast.reading.words
    near = range(end, min(end + 2, len(words)))
    return any((role := cast.role(w)) is not None and role.speaks_for == "state" and not role.collective for w in near)


def named_after(cast: Cast, end: int) -> bool:
    """True for the place in "Aberdeen Hospital": what is named after a place lies anywhere."""
    words = cast.reading.words
    return end < len(words) and words[end].text[:1].isupper() and words[end].lower in FACILITIES
