"""Which rebels "the rebels" are: an armed group that the article names, or those of the country where they stand."""

from __future__ import annotations

from collections import Counter

from gesta.coding.cast import Cast, hits_before
from gesta.coding.nounphrases import modifiers, of_nouns
from gesta.coding.parties import Party, branch

IN_REBELLION = frozenset({"rebel", "insurgent", "guerrilla", "separatist", "secessionist", "mutineer"})
FAITHS = frozenset(
    {"muslim", "moslem", "islamic", "islamist", "sunni", "shiite", "shia", "christian", "hindu", "buddhist", "sikh", "jewish"}
)
OF_ONE_GROUP = frozenset({"guerrilla", "insurgent"})
OPPOSED = frozenset({"opposition", "anti-government", "antigovernment"})
CREEDS = frozenset({"maoist", "marxist", "leftist", "communist"})  # that rebels of many states have
WHERE_THEY_FIGHT = frozenset({"urban", "rural", "local"})
BEARING_ARMS = frozenset({"fighter", "force", "gunman", "commando"})
#: What tells nothing of which rebels they are: "armed rebels", "urban guerrillas", "rebel fighters".
OF_ANY = IN_REBELLION | OPPOSED | BEARING_ARMS | WHERE_THEY_FIGHT | CREEDS | frozenset({"armed", "heavily", "group"})
ALIGNED = frozenset({"led", "backed", "aligned", "allied", "affiliated", "dominated"})
NEAR = 2  # sentences


def in_rebellion(cast: Cast, i: int, found: Party) -> Party:
    """The rebels of the country where they stand, else of the article's own, where a plural says that they are in rebellion.

    As in "Tuareg guerrillas", "separatist fighters in Darfur": whom no register names. "Rebels", "opposition fighters" and the rebels of
    "rebel shelling", whose words tell nothing of which they are, need a place of the article's own country near; guerrillas and insurgents
    are its one armed group. Of gunmen and militants nothing of the kind is said.
    """
    reading, beside = cast.reading, modifiers(cast.reading, i)
    words = {reading.words[w].lemma.lower() for w in (i, *beside)}
    rebellious = words & IN_REBELLION or (words & OPPOSED and reading.words[i].lemma.lower() in BEARING_ARMS)
    describing = reading.words[i].relation == "compound" and i < reading.words[i].head  # "rebel shelling"
    if not rebellious or (reading.words[i].xpos not in {"NNS", "NNPS"} and not describing):
        return found
    there = next((cast.place_of[m] for m in of_nouns(reading, i, "in", "of", "from") if m in cast.place_of), None)
    of_people = {w for mention in reading.mentions if mention.label in {"NORP", "Organization"} for w in range(*mention.run)}
    people = any(m in of_people and reading.words[m].lemma.lower() not in FAITHS for m in beside)
    any_of_them = all(reading.words[m].lemma.lower() in OF_ANY for m in beside)
    if there is None and words <= OF_ONE_GROUP | WHERE_THEY_FIGHT and (group := sole_group(cast)) is not None:
        return group
    nation = there or (cast.home if people or (any_of_them and stands_there(cast, i)) else None)
    return branch(nation, "REB") if nation is not None and nation.code else found


def stands_there(cast: Cast, i: int) -> bool:
    """True where the sentence of word `i` or one of the two before names a place of the country that the article is most about."""
    here = cast.reading.words[i].sentence
    run = range(cast.reading.sentences[max(0, here - NEAR)].first, cast.reading.sentences[here].end)
    return cast.home is not None and any(w in cast.place_of and cast.place_of[w].bare == cast.home.bare for w in run)


def led_by_others(cast: Cast, i: int) -> bool:
    """True for "Kurdish-led forces", "Tuareg-aligned fighters": of a people that no register has, not the state's own."""
    words = cast.reading.words
    joined = (m for m in modifiers(cast.reading, i) if words[m].lower in ALIGNED and cast.joined_before(m) is not None)
    return any(m - 2 not in cast.hits and words[m - 2].text[:1].isupper() for m in joined)


def armed_groups(cast: Cast) -> list[tuple[Party, int]]:
    """The armed groups that the article names, each as at its first mention, with how often; those named most first."""
    count: Counter[str] = Counter()
    group: dict[str, Party] = {}
    for start, hit in cast.hits.items():
        if start == hit.run.first and hit.party.kind == "armed-group" and hit.party.code:
            count[hit.party.code] += 1
            group.setdefault(hit.party.code, hit.party)
    return [(group[code], n) for code, n in count.most_common()]


def sole_group(cast: Cast) -> Party | None:
    """The one armed group at home in the country that the article is most about, of all that it names."""
    groups = [p for p, _ in armed_groups(cast) if cast.home is not None and p.country == cast.home.code]
    return groups[0] if len(groups) == 1 else None


def lone_group(cast: Cast) -> Party | None:
    """The one armed group that the article is about: named twice or more, and more than three times as often as any other."""
    if not cast.lone:
        cast.lone.append(find_lone_group(cast))
    return cast.lone[0]


def find_lone_group(cast: Cast) -> Party | None:
    """`lone_group`, looked for."""
    ranked = armed_groups(cast)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 3 >= ranked[0][1]):
        return None
    return ranked[0][0]


def rebels_before(cast: Cast, i: int, found: Party) -> Party:
    """The last armed group named before word `i`."""
    lone = lone_group(cast)
    if lone is not None:
        return lone
    nearest = next((hit for hit in hits_before(cast, i) if hit.party.kind == "armed-group"), None)
    after = nearest.run.end if nearest is not None else 0
    for j in range(i - 1, after - 1, -1):
        unnamed = next((p for p in cast.memory.get(j, ()) if p.sector == "REB" and p.code), None)
        if unnamed is not None:
            return unnamed
    return nearest.party if nearest is not None else found
