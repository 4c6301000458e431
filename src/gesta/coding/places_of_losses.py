"""The country in which people were killed, wounded or driven out: by the words that say where, not where those are who tell of it."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.nounphrases import of_nouns
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import nationality, who
from gesta.coding.refuge import REFUGE
from gesta.model import Reading

REACHING = frozenset({"enter", "reach"})
REFUGES = REFUGE | {"safety"}
TOWARDS = frozenset({"to", "into", "towards", "toward", "across"})
LYING = frozenset({"in", "at", "near", "outside", "inside"})


def displaced_from(cast: Cast, head: int) -> Party | None:
    """Whose people fled: of the place that they left, or where they were; where they fled to says nothing."""
    reading = cast.reading
    run = reading.sentences[reading.words[head].sentence]
    places = [w for w in range(*run) if w in cast.place_of and cast.place_of[w].code]
    told = [(preposition(reading, w), cast.place_of[w]) for w in places if not goal_of_flight(reading, w)]
    left = next((p for case, p in told if case == "from"), None)
    stayed = next((p for case, p in told if case not in TOWARDS), None)
    return left or stayed or (cast.home if places and not fled_to_home(cast, head) else fled_neighbour(cast, head))


def fled_to_home(cast: Cast, head: int) -> bool:
    """True where people fled to the country that the article is most about, so that they are another's: "have crossed into Poland"."""
    reading = cast.reading
    run = reading.sentences[reading.words[head].sentence]
    goals = (w for w in range(*run) if w in cast.place_of and (goal_of_flight(reading, w) or preposition(reading, w) in TOWARDS))
    return cast.home is not None and any(cast.place_of[w].bare == cast.home.bare for w in goals)


def fled_neighbour(cast: Cast, head: int) -> Party | None:
    """The one other state of an article to whose own country people fled."""
    others = [p for p in cast.focus if p.kind == "country" and cast.home is not None and p.bare != cast.home.bare]
    return others[0] if len(others) == 1 and fled_to_home(cast, head) else None


def goal_of_flight(reading: Reading, w: int) -> bool:
    """True for the place that people entered, or found refuge in."""
    above = reading.words[reading.words[w].head]
    reached = above.lemma in REACHING and reading.words[w].relation == "obj"
    sought = above.lemma in REFUGES or any(reading.words[o].lemma in REFUGES for o in reading.dependents(above.i, "obj"))
    return reached or (sought and preposition(reading, w) in LYING)


def own_place(cast: Cast, head: int) -> Party | None:
    """The country of the place that the verb of harm itself names.

    Pahalgam in "an attack that killed 26 tourists at Pahalgam", Kursk in "drones fell on the Kursk region, where one driver was killed".
    """
    reading = cast.reading
    above = reading.words[head].head
    while reading.words[above].relation == "conj" and reading.words[above].upos != "VERB":
        above = reading.words[above].head
    near = (*reading.dependents(head, "nmod"), *(reading.dependents(above, "obl") if reading.words[above].upos == "VERB" else ()))
    told = (cast.place_of[c] for c in near if c in cast.place_of and preposition(reading, c) in LYING)
    return next((p for p in (*told, *ground_above(cast, above)) if p.code), None)


def struck_at(cast: Cast, verb: int) -> tuple[Party, ...]:
    """The countries of the places of violence that people "died in": Russia of "in what its governor called a strike on a car in Kursk"."""
    reading = cast.reading
    if reading.words[verb].upos != "VERB":
        return ()
    told = [w for w in reading.dependents(verb, "obl") if preposition(reading, w) in {"in", "during"} and w > verb]
    inner = [w for o in told for w in reading.subtree(o) if cast.codebook.ontology.names_violence(reading.words[w].lemma)]
    lying = (w for o in inner[:1] for w in reading.subtree(o) if w > o and w in cast.place_of)
    return tuple(cast.place_of[w] for w in lying if {preposition(reading, k) for k in (w, reading.words[w].head)} & LYING)


def ground_above(cast: Cast, verb: int) -> tuple[Party, ...]:
    """The countries of the place whose "where" clause a verb heads, else of the violence that it was."""
    reading = cast.reading
    if reading.words[verb].deprel != "acl:relcl" or not any(reading.words[c].lower == "where" for c in reading.children[verb]):
        return struck_at(cast, verb)
    place = reading.words[verb].head
    named = (w for w in reading.subtree(place) if w < verb and w in cast.place_of)
    return tuple(cast.place_of[w] for w in named)


def attacked(cast: Cast, head: int) -> tuple[Party | None, frozenset[str | None]]:
    """Of "killed in Rwandan attacks against Ugandans": the side attacked, and the sides that attack, who are not the dead."""
    reading = cast.reading
    acting: set[str | None] = set()
    for w in range(head + 1, reading.sentences[reading.words[head].sentence].end):
        if preposition(reading, w) != "in" or not cast.codebook.ontology.names_violence(reading.words[w].lemma):
            continue
        acting |= {p.bare for p in nationality(cast, w)}
        behind = [p for k in of_nouns(reading, w, "against", "on") for p in who(cast, k) if p.code]
        if behind:
            return behind[0], frozenset(acting)
    return None, frozenset(acting)


def under_attack(cast: Cast, effect_word: int) -> tuple[int, ...]:
    """Who was attacked where a participle alone counts the dead: the soldiers of "ambushed Malian soldiers, killing 33"."""
    word, words = cast.reading.words[effect_word], cast.reading.words
    if word.xpos != "VBG" or word.relation != "advcl":
        return ()
    frames = (rule for rule, rest in cast.codebook.ontology.verbs.get(words[word.head].lemma, ()) if not rest)
    if not any(rule.type == "ASSAULT" and not rule.territorial for rule in frames):
        return ()
    above = cast.verb(word.head)
    return tuple(h for h in (*above.patients, *above.obliques.get("with", ())) if any(p.is_side for p in who(cast, h)))


def ground_of(cast: Cast, head: int) -> Party | None:
    """Whose land the sentence names by nationality where it names no place: "in three Armenian provinces"."""
    reading = cast.reading
    sentence = range(*reading.sentences[reading.words[head].sentence])
    if any(w in cast.place_of for w in sentence):
        return None
    lands = [
        w for w in sentence if w > head and cast.is_class(w, "territory") and preposition(reading, w) in {"in", "of", "from", "across"}
    ]
    return next((p for w in lands for p in nationality(cast, w) if p.code and p.kind in {"country", "government"}), None)
