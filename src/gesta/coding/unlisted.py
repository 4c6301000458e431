"""Bodies that no register has and that speak in an article, or stand in it with their abbreviation: rights groups, unions, parties.

Such a body has the code that the article itself gives it: the abbreviation in brackets behind its name, else its name in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from gesta.coding.clauses import POSSESSIVE
from gesta.coding.names import OF_STATES, NameHit
from gesta.coding.parties import Party, branch
from gesta.coding.societies import CITIZENS, CIVIC, OF_STATE, PRIVATE, UNIONS
from gesta.coding.unlisted_groups import Classes, armed_names
from gesta.model import Reading, Run

SMALL = frozenset("of for and the in on de des du la le al el to with".split())
CIVIL = frozenset({"society", "association", "foundation", "institute", "ngo", "watchdog", "observatory", "charity"})
ENTERPRISE = PRIVATE - CIVIL  # firms, hospitals, schools: who speaks for one speaks for nobody
OF_MEMBERS = CIVIL | frozenset(
    "network union league federation party movement alliance front coalition forum organisation organization".split()
)
CALLED = UNIONS | OF_MEMBERS | {"opposition"}
REFUGEES = frozenset({"refugee", "refugees"})
LOCAL = frozenset("resistance coordination coordinating neighbourhood neighborhood local".split())  # committees that every town has
OFFICIAL = (OF_STATE - {"state"}) | frozenset(
    "department office agency command army police military security defence defense parliament senate force brigade division battalion "
    "cabinet bureau corps authority administration president minister news street transitional sovereign".split()
)  # in the names of what belongs to a state, whose the article tells otherwise
ARMED = frozenset({"armed", "militant", "rebel", "militia", "insurgent"})
ARMIES = frozenset({"army", "military", "force", "brigade", "division", "battalion"})
SERVING = frozenset({"group", "service", "organisation", "organization", "team", "network"})
SHORTEST, LONGEST = 2, 8  # letters of an abbreviation
LONGEST_CALL = 8  # words behind a name in which an apposition calls it a body
HOW = {"armed-group": "group"}
NAMES = frozenset({"Organization", "Misc", "Location", "Person"})  # what the reading takes an unknown name for


def unlisted_bodies(reading: Reading, known: dict[int, NameHit], classes: Classes) -> dict[int, NameHit]:
    """Words to the bodies that no register has, wherever the article names them; `known` are the registered names."""
    found: dict[tuple[str, ...], Party] = {}
    for run, code in introduced(reading, known):
        party = Party(code=code.upper(), name=reading.said(run), kind="organisation", sector="NGO")
        found.setdefault(written(reading, run), party)
        found.setdefault((code,), party)
    found |= {name: body for name in found if len(name) == 1 and (body := called_short(reading, known, name[0])) is not None}
    for run in armed_names(reading, classes):
        if not registered(known, run) and not all(w in known for w in range(*run)):
            there = found.get(written(reading, run))
            name = reading.said(run)
            code = name.upper() if there is None or there.code is None else there.code
            group = Party(code=code, name=name, kind="armed-group", sector="REB")
            found |= {written(reading, run): group} | ({(code,): group} if there is not None else {})
    if not found:
        return {}
    longest, opening = max(map(len, found)), {name[0] for name in found}
    out: dict[int, NameHit] = {}
    i = 0
    while i < len(reading.words):
        if reading.words[i].text not in opening:
            i += 1
            continue
        texts = tuple(w.text for w in reading.words[i : i + longest])
        size = next((n for n in range(len(texts), 0, -1) if texts[:n] in found), 0)
        run = Run(i, i + size)
        if size and not inside_name(known, run):
            out |= dict.fromkeys(range(*run), NameHit(run=run, party=(body := found[texts[:size]]), how=HOW.get(body.kind, "society")))
        i += size or 1
    return out


def organs_in_brackets(reading: Reading, known: dict[int, NameHit]) -> dict[int, NameHit]:
    """Words to the state's organ whose abbreviation the article makes known: "the RNA" after "the Royal Nepalese Army (RNA)".

    The name before the brackets is a registered one, or holds a state's name and ends in a word for an organ ("Zairean Armed Forces
    (FAZ)"), whatever the letters: they may be those of another language.
    """
    words, found = reading.words, {}
    for word in words[1:-2]:
        if word.text not in {"(", "["}:
            continue
        short, before = words[word.i + 1], words[word.i - 1]
        capitals = short.text.isupper() and SHORTEST <= len(short.text) <= LONGEST and short.text.isalpha()
        if words[word.i + 2].text not in {")", "]"} or not capitals:
            continue
        if short.i in known and known[short.i].how != "outlet":
            continue
        first = before.i
        while (
            first > 0 and words[first - 1].text[:1].isupper() and words[first - 1].sentence == word.sentence and before.i - first < LONGEST
        ):
            first -= 1
        first += words[first].lower == "the"
        hits = [known[w] for w in range(first, before.i + 1) if w in known and known[w].how != "outlet"]
        whole = next((h for h in hits if h.how == "force" and before.i in h.run), None)
        state = next((h for h in hits if h.how in OF_STATES and h.run.first == first), None)
        if whole is not None:
            found[short.text] = whole.party
        elif state is not None and before.text[:1].isupper() and (noun := before.lower.removesuffix("s")) in OFFICIAL:
            found[short.text] = branch(state.party, "MIL" if noun in ARMIES else "GOV")
    runs = (Run(w.i, w.i + 1) for w in words if w.text in found)
    return {run.first: NameHit(run=run, party=found[words[run.first].text], how="force") for run in runs}


def called_short(reading: Reading, known: dict[int, NameHit], word: str) -> Party | None:
    """The one registered body of citizens whose name the article writes with this word in it: "the Observatory"."""
    hits = (h for start, h in known.items() if start == h.run.first and h.party.sector == "NGO" and h.run.end - h.run.first > 1)
    bodies = {h.party for h in hits if any(w.text == word for w in reading.words[slice(*h.run)])}
    return next(iter(bodies)) if len(bodies) == 1 else None


def inside_name(known: dict[int, NameHit], run: Run) -> bool:
    """True where a registered name reaches over the run's ends, or is all of it."""
    hits = [known[w] for w in range(*run) if w in known]
    return any(h.run.first < run.first or h.run.end > run.end or h.run == run for h in hits)


def written(reading: Reading, run: Run) -> tuple[str, ...]:
    """The words of a run."""
    return tuple(w.text for w in reading.words[slice(*run)])


def introduced(reading: Reading, known: dict[int, NameHit]) -> Iterator[tuple[Run, str]]:
    """Names of bodies with their codes: those with an abbreviation in brackets first, then those that speak."""
    for word in reading.words[1:-2]:
        if word.text in {"(", "["} and reading.words[word.i + 2].text in {")", "]"}:
            abbreviation = reading.words[word.i + 1].text
            name = spelt_out(reading, abbreviation, word.i)
            if name is not None and word.i + 1 not in known and is_body(reading, name) and not registered(known, name):
                yield name, abbreviation
    speakers = {w for a in reading.attributions for source in a.source for w in range(*source)}
    for mention in reading.mentions:
        run = without_article(reading, mention.run)
        telling = mention.label in NAMES and not speakers.isdisjoint(range(*run)) and not registered(known, run)
        if telling and (is_body(reading, run) if mention.label == "Organization" else called_body(reading, run)):
            called = before_comma(reading, run)
            yield run, reading.said(run if called is None else called)


def before_comma(reading: Reading, run: Run) -> Run | None:
    """The short name in "Adel, the Centre for Free Courts"; None where none stands before."""
    gap = run.first - 1 if reading.words[run.first - 1].lower != "the" else run.first - 2
    return next((m.run for m in reading.mentions if m.run.end == gap), None) if gap > 0 and reading.words[gap].text == "," else None


def registered(known: dict[int, NameHit], run: Run) -> bool:
    """True where a registered body, group or force stands in the name; the name of a state may ("Sudan Doctors' Union")."""
    return any(w in known and known[w].how in {"body", "group", "force", "outlet", "metonym", "capital"} for w in range(*run))


def without_article(reading: Reading, run: Run) -> Run:
    """The run without "the" before and a possessive mark behind."""
    first, end = run
    while first < end - 1 and reading.words[first].lower in {"the", "a", "an"}:
        first += 1
    while end - 1 > first and reading.words[end - 1].text in POSSESSIVE:
        end -= 1
    return Run(first, end)


def spelt_out(reading: Reading, short: str, bracket: int) -> Run | None:
    """The name before a bracket whose capitals are the letters of the abbreviation in it; None where they are others."""
    letters = [c for c in short if c.isalpha()]
    if not SHORTEST <= len(letters) <= LONGEST or not short.isupper():
        return None
    left, first = letters[:], bracket
    for w in range(bracket - 1, reading.sentences[reading.words[bracket].sentence].first - 1, -1):
        text = reading.words[w].text
        if left and text[:1].upper() == left[-1] and text[:1].isupper():
            left.pop()
            first = w
        elif text.lower() not in SMALL and text not in {"'", "’", "'s", "’s", "-"}:
            break
        if not left:
            return Run(first, bracket)
    return None


def is_body(reading: Reading, run: Run) -> bool:
    """True for the name of a body of citizens or a party: no firm, hospital or school, no organ of a state."""
    words = {form for w in reading.words[slice(*run)] for form in (w.lower, w.lemma.lower())}
    if (
        words & (ENTERPRISE | OFFICIAL | LOCAL | {"led"})
        or any(w.endswith("-led") for w in words)
        or not reading.words[run.first].text[:1].isupper()
    ):
        return False
    return bool(words & OF_MEMBERS) or bool(words & UNIONS and words & (CITIZENS | REFUGEES)) or called_body(reading, run)


def called_body(reading: Reading, run: Run) -> bool:
    """True where the words beside a name call it a body: "Adel, a rights group in Chad", "the legal centre Adel"."""
    after = reading.words[run.end : run.end + LONGEST_CALL]
    near = {reading.words[run.first - 1].lemma.lower()} if run.first and not of_person(reading, run) else set()
    noun = None
    for w in after[1:] if after and after[0].text == "," else ():
        if w.text in {",", "."} or w.upos in {"ADP", "VERB", "AUX"}:
            break
        noun = w if w.upos in {"NOUN", "PROPN"} else noun
    phrase = {w.lower for w in after[1:] if noun is not None and w.i < noun.i}
    called = near | ({noun.lemma.lower()} if noun is not None else set())
    straight = [w.lower for w in takewhile(lambda w: w.upos in {"NOUN", "ADJ"}, after)]  # "the Adel rights group"
    if straight[-1:] and straight[-1] in SERVING and (CIVIC | {"rescue"}) & set(straight[:-1]) and not ARMED & set(straight):
        return True
    group = "group" in called and bool(phrase & CIVIC or (run.first and reading.words[max(0, run.first - 2)].lower in CIVIC))
    return (group or bool(called & CALLED - {"group"})) and not (called | phrase) & (ARMED | ENTERPRISE | OFFICIAL)


def of_person(reading: Reading, run: Run) -> bool:
    """True for words that the reading takes for a person."""
    return any(m.label == "Person" and m.run.first <= run.first < m.run.end for m in reading.mentions)
