"""Pronouns and "both sides", put to the parties before them: the governing clauses' subjects first, then the sentence before."""

from __future__ import annotations

from collections.abc import Callable

from gesta.coding.by_form import standing
from gesta.coding.cast import Cast
from gesta.coding.clauses import each, own_subjects, preposition, subjects
from gesta.coding.disjoint import doers_to, named_before, nobody_of
from gesta.coding.nounphrases import reciprocal
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import side_of, who
from gesta.coding.quotations import in_quotation
from gesta.coding.societies import PRIVATE, UNIONS
from gesta.coding.two_sides import TwoSides
from gesta.model import Reading

PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
THING = frozenset({"it", "its", "itself"})
GROUP = frozenset({"they", "them", "their", "themselves"})
SPEAKER = frozenset({"we", "our", "us", "ours", "i", "my", "me", "ourselves"})
SIDES = frozenset(
    {
        "side",
        "country",
        "nation",
        "party",
        "neighbour",
        "neighbor",
        "army",
        "force",
        "state",
        "government",
        "foe",
        "rival",
        "republic",
        "adversary",
    }
)
OF_STATES = frozenset({"country", "nation", "neighbour", "neighbor", "state", "republic", "government"})  # never a state and its rebels
MEN = "men"  # "the two men", "both men": the last two who acted together
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
VOICES = SPOKESMEN | {"official"}
GO_BACK = SPEAKER | PERSON | THING | GROUP | {"each", "other", "one", "another", "two", "both"}
MAY_STAND_FOR = GO_BACK | {MEN}
LOOKED_AT = MAY_STAND_FOR | SIDES


def resolve_pronouns(cast: Cast, speakers: dict[int, tuple[Party, ...]]) -> None:
    """Fills the cast's memory for every pronoun, in order of the text; `speakers` gives who speaks at a word inside a quotation."""
    reading = cast.reading
    sides: dict[int, tuple[Party, ...]] = {}
    known = TwoSides(cast)
    for word in (reading.words[i] for i in sorted({*standing(reading, LOOKED_AT), *cast.roles})):
        if word.lower in SPEAKER:
            remember(cast, word.i, speakers.get(word.i) or ((cast.orator,) if cast.orator is not None else ()))
        elif word.lower in PERSON and word.upos in {"PRON", "DET"}:
            # Who is quoted says "I" of himself.
            quoted = speakers.get(word.i, ()) if in_quotation(reading, word.i) is not None else ()
            remember(cast, word.i, person_above(cast, word.i, quoted))
        elif word.lower in {"its", "their"} and (struck := speaker_struck(cast, word.i, speakers)):
            remember(cast, word.i, struck)
        elif word.lower in THING:
            remember(cast, word.i, body_above(cast, word.i))
        elif word.lower == "them" and some_of_unnamed(cast, word.i):
            remember(cast, word.i, ())
        elif word.lower == "them" and (others := not_the_doer(cast, word.i)):
            remember(cast, word.i, others)
        elif reciprocal(reading, word.i):
            remember(cast, word.i, from_above(cast, word.i, lambda p: p.code is not None))
        elif word.lower == "they" and (struck_then := those_struck(cast, word.i)) is not None:
            remember(cast, word.i, struck_then)
        elif word.lower in GROUP and of_unnamed(cast, word.i):
            remember(cast, word.i, ())
        elif word.lower in GROUP:
            own = {p.bare for p in speakers.get(word.i, ())} if beside_we(reading, word.i) else set()
            # Who is quoted calls his own side "we".
            remember(cast, word.i, tuple(p for p in group_above(cast, word.i) if p.bare not in own))
        elif (pair := two_of_late(cast, word.i)) or alone(reading, word.i):
            meant = pair or known.just_named(word.i) or known.most()
            sides[word.i] = cast.memory[word.i] = without_doers(cast, word.i, meant, known)
        elif is_both(reading, word.i):
            alike = word.lemma.lower() in OF_STATES
            states = known.most(states=True) if alike else ()
            meant = known.just_named(word.i, states=alike) or (states if len(states) > 1 else known.most())
            sides[word.i] = cast.memory[word.i] = without_doers(cast, word.i, meant, known)
    # Noun phrases that were looked at before a pronoun in them was resolved are looked at again.
    cast.memory = {i: parties for i, parties in cast.memory.items() if i < 0} | sides
    cast.both = sides


def person_above(cast: Cast, i: int, quoted: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom "he", "him" or "his" goes back to: the subject above, of what is told, or the person named last; none of those `quoted`.

    Nor who does it to him.
    """
    doers = doers_to(cast, i)
    fits = nobody_of(cast, doers, lambda p: p.is_person and p not in quoted)
    found = from_above(cast, i, fits, doers) or (named_before(cast, i, fits) if doers else ())
    return found or told_ahead_of(cast, i, fits) or last_person(cast, i, fits)


def group_above(cast: Cast, i: int) -> tuple[Party, ...]:
    """Whom "they", "them" or "their" goes back to: the subject above, those listed before, the subject before; not who does it."""
    doers = doers_to(cast, i)
    fits = nobody_of(cast, doers, lambda p: p.code is not None)
    found = from_above(cast, i, fits, doers)
    if doers and len(found) == 1 and found[0].is_person:
        found = ()
    found = found or (named_before(cast, i, fits, several=True) if doers else ())
    return found or tuple(p for p in last_subject(cast, i) if fits(p))


def those_struck(cast: Cast, i: int) -> tuple[Party, ...] | None:
    """Whom "they" means in "troops killed ten gunmen as they tried to plant a bomb": those who were killed or arrested, coded or not."""
    words, reading = cast.reading.words, cast.reading
    clause = words[i].head
    above = words[clause].head
    marks = {words[m].lower for m in reading.dependents(clause, "mark", "advmod")}
    if words[i].relation != "nsubj" or words[clause].relation != "advcl" or above > i or not marks & {"as", "while", "when"}:
        return None
    rules = (rule for rule, rest in cast.codebook.ontology.verbs.get(words[above].lemma, ()) if not rest)
    if cast.codebook.ontology.tells_violence(words[clause].lemma.lower()):
        return None  # "killed ten worshippers when they blew themselves up"
    struck = [h for h in cast.verb(above).patients if cast.is_class(h, "people") and words[h].xpos in {"NNS", "NNPS"}]
    if not struck or not any(rule.killing or rule.mode == "arrest" for rule in rules):
        return None
    return tuple(p for h in struck for p in who(cast, h) if p.code)


def without_doers(cast: Cast, i: int, sides: tuple[Party, ...], known: TwoSides) -> tuple[Party, ...]:
    """Those whom "both sides" means: where who urges them is one of the two, the two that last acted together without it, or are tied."""
    acting = {p.bare for w in doers_to(cast, i) for p in who(cast, w)}
    if not acting & {p.bare for p in sides}:
        return sides
    words = cast.reading.words
    verbs = (w for w in range(i - 1, -1, -1) if words[w].upos == "VERB" and words[w].relation not in {"acl", "conj"})
    pairs = (found for w in verbs if (found := acting_together(cast, w)))
    last = next((found for found in pairs if not acting & {p.bare for p in found}), ())
    return last or known.tied(frozenset(bare or "" for bare in acting))


def body_above(cast: Cast, i: int) -> tuple[Party, ...]:
    """The state, body or group that "it" or "its" goes back to: the subject above it, else that of the sentences before.

    A spokesman's is the body that he speaks for: "An RSF spokesman said its forces had lost two men".
    """
    if doers := doers_to(cast, i):
        fits = nobody_of(cast, doers, one_body)
        found = from_above(cast, i, fits, doers) or named_before(cast, i, fits)
        strikes = cast.codebook.ontology.tells_violence  # whose "it" is a thing sooner than a state
        return (
            found
            or (() if strikes(cast.reading.words[cast.reading.words[i].head].lemma) else tuple(p for p in last_subject(cast, i) if fits(p)))
        )[:1]
    above = from_above(cast, i, lambda p: one_body(p) or is_voice(p))
    own = tuple(side_of(cast, p) if is_voice(p) else p for p in above)
    found = on_condition(cast, i) or own or told_ahead_of(cast, i, one_body) or partner_above(cast, i) or last_subject(cast, i)
    return found if all(map(one_body, found)) else ()


def partner_above(cast: Cast, i: int) -> tuple[Party, ...]:
    """The body that a person deals with in the clause above: the group in "the president ended talks with the group after it bombed …"."""
    reading = cast.reading
    clause = reading.words[i].head
    word = reading.words[clause]
    if reading.words[i].relation != "nsubj" or word.relation != "advcl" or word.head > i:
        return ()
    frame = cast.verb(word.head)
    heads = (*frame.patients, *(h for found in frame.obliques.values() for h in found))
    below = (c for h in heads for c in (h, *reading.dependents(h, "nmod")) if c < i and not inside(reading, i, c))
    return next((parties for c in sorted(below, reverse=True) if (parties := tuple(p for p in who(cast, c) if one_body(p)))), ())


def beside_we(reading: Reading, i: int) -> bool:
    """True for "they" in a quotation whose sentence also says "we", "us" or "our": the other side."""
    quoted, sentence = in_quotation(reading, i), reading.sentences[reading.words[i].sentence]
    return quoted is not None and any(w.lower in {"we", "us", "our"} for w in reading.words[slice(*sentence)] if w.i in quoted)


def told_ahead_of(cast: Cast, i: int, fits: Callable[[Party], bool]) -> tuple[Party, ...]:
    """The subject of what is said before its speaker: Egypt in "Egypt will host a summit of neighbours, its presidency said"."""
    reading = cast.reading
    word = reading.words[i]
    owned = word.head
    while reading.words[owned].deprel in {"nmod:desc", "flat", "compound"}:  # "her spokesman Sean Hill said"
        owned = reading.words[owned].head
    cue = reading.words[owned].head if reading.words[owned].relation == "nsubj" else i
    ahead = (c for c in reading.dependents(cue, "ccomp", "parataxis") if word.deprel == "nmod:poss" and c < i)
    told = (c for c in ahead if in_quotation(reading, c) is None)  # whom he names in his own words is not he
    return tuple(p for c in told for s in own_subjects(reading, c) for p in who(cast, s) if fits(p))


def is_voice(p: Party) -> bool:
    """True for who speaks for a body: a spokesman, an official."""
    return p.is_person and p.code is not None and p.role is not None and p.role.rpartition(" ")[2] in VOICES


def on_condition(cast: Cast, i: int) -> tuple[Party, ...]:
    """The subject of the condition before: Mali in "If Mali attacks, it will pay a price"."""
    reading, word = cast.reading, cast.reading.words[i]
    before = (c for c in reading.dependents(word.head, "advcl") if c < i and word.relation == "nsubj")
    marked = (c for c in before if any(reading.words[m].lower in {"if", "unless"} for m in reading.dependents(c, "mark")))
    return tuple(p for c in marked for s in subjects(reading, c) for p in who(cast, s) if one_body(p))


def one_body(p: Party) -> bool:
    """True for a state, body or group, which "it" may stand for: not for a country's rebels without a name."""
    return p.code is not None and not p.is_person and not p.code.endswith(".REB")


def speaker_struck(cast: Cast, i: int, speakers: dict[int, tuple[Party, ...]]) -> tuple[Party, ...]:
    """As in "Armenian units, it said, had fired at its positions": the owner of what was struck is who tells it, not who fired.

    Of people too: "the Houthis said US strikes had killed 17 of their fighters".
    """
    reading = cast.reading
    owned = reading.words[i].head
    role = cast.role(owned)
    men = cast.is_class(owned, "forces") or reading.words[owned].lemma == "member" or (role is not None and role.victim_who == "military")
    if (reading.words[i].lower == "their" and not men) or any(reading.words[c].lower == "own" for c in reading.children[owned]):
        return ()
    if men and reading.words[owned].relation == "nmod" and preposition(reading, owned) == "of" and reading.words[owned].head < i:
        owned = reading.words[owned].head
    verb = reading.words[owned].head
    if not cast.codebook.ontology.tells_violence(reading.words[verb].lemma) or inside(reading, verb, i):
        return ()
    acting = {p.bare for s in cast.verb(verb).agents for p in who(cast, s)}
    nearest = {p.bare for p in from_above(cast, i, lambda p: not p.is_person and p.code is not None)}
    told = tuple(p for p in speakers.get(i, ()) if p.code and p.bare not in acting)
    return told if acting and nearest <= acting else ()


def not_the_doer(cast: Cast, i: int) -> tuple[Party, ...]:
    """As in "Troops fired at villagers, wounding four of them": whom a verb strikes is not who does it, but the people named before."""
    reading = cast.reading
    w = i
    while reading.words[w].head != w and reading.words[w].upos != "VERB":
        w = reading.words[w].head
    doers = {p.bare for s in cast.verb(w).agents for p in who(cast, s)} if reading.words[w].upos == "VERB" else set()
    if not doers:
        return ()
    first = reading.sentences[reading.words[i].sentence].first
    for j in range(i - 1, first - 1, -1):
        if reading.words[j].upos in {"NOUN", "PROPN"} and reading.words[j].xpos in {"NNS", "NNPS"}:
            found = tuple(p for p in who(cast, j) if p.code)
            if found and not {p.bare for p in found} & doers:
                return found
    return ()


def remember(cast: Cast, i: int, parties: tuple[Party, ...]) -> None:
    """What a pronoun stands for; `who` reads it."""
    cast.memory[-1 - i] = parties
    cast.memory.pop(i, None)


def from_above(cast: Cast, i: int, fits: Callable[[Party], bool], but: tuple[int, ...] = ()) -> tuple[Party, ...]:
    """The subject of the nearest governing clause that the pronoun does not stand in itself, and that is none of the words `but`."""
    reading = cast.reading
    seen, w = {i}, i
    while reading.words[w].head != w:
        w = reading.words[w].head
        seen.add(w)
        if reading.words[w].upos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
            continue
        found = subjects(reading, w) if reading.words[w].upos in {"VERB", "AUX"} else own_subjects(reading, w)
        relative = reading.words[w].deprel == "acl:relcl"  # "Mali, which said that 50 of its soldiers had died"
        candidates = [
            s for s in each(reading, found) if s < i and s not in seen and (relative or not inside(reading, i, s)) and s not in but
        ]
        if reading.words[i].lower in {"it", "its"} | PERSON:
            candidates = [s for s in candidates if reading.words[s].xpos != "NNS"]
        parties = tuple(p for s in candidates for p in who(cast, s) if fits(p))
        if parties:
            return parties
    return ()


def of_unnamed(cast: Cast, i: int) -> bool:
    """True for "Insurgents will step up their attacks": the plural subject right above is meant, whom no code names."""
    reading, w = cast.reading, i
    if reading.words[i].xpos != "PRP$":
        return False
    while reading.words[w].head != w and reading.words[w].upos != "VERB":
        w = reading.words[w].head
    people = [s for s in subjects(reading, w) if s < i and reading.words[s].xpos == "NNS" and cast.is_class(s, "forces")]
    return bool(people) and not any(p.code for s in people for p in who(cast, s))


def some_of_unnamed(cast: Cast, i: int) -> bool:
    """True for "four of them" where the sentence before is about people whom no code names: "About 30 attackers fired at …"."""
    reading, word = cast.reading, cast.reading.words[i]
    if preposition(reading, i) != "of" or reading.words[word.head].upos not in {"NUM", "PRON", "DET"} or word.sentence == 0:
        return False
    before = reading.sentences[word.sentence - 1]
    root = next((w for w in range(*before) if reading.words[w].head == w), None)
    people = [s for s in subjects(reading, root) if s in before] if root is not None else []
    plural = [s for s in people if reading.words[s].xpos == "NNS" and (cast.is_class(s, "forces") or cast.is_class(s, "gunmen"))]
    return bool(plural) and not any(p.code for s in plural for p in who(cast, s))


def inside(reading: Reading, i: int, top: int) -> bool:
    """True when word `i` hangs from word `top`."""
    while reading.words[i].head != i:
        i = reading.words[i].head
        if i == top:
            return True
    return False


def is_plural(reading: Reading, i: int) -> bool:
    """True for "diplomats", which no "he" goes back to."""
    return reading.words[i].xpos in {"NNS", "NNPS"}


def last_person(cast: Cast, i: int, fits: Callable[[Party], bool]) -> tuple[Party, ...]:
    """The person named last before word `i`, a subject rather than another."""
    reading = cast.reading
    for j in range(i - 1, max(-1, i - 160), -1):
        if j in cast.person_at or (j in cast.roles and not is_plural(reading, j)):
            found = tuple(p for p in who(cast, j) if fits(p))
            if found and (reading.words[j].relation == "nsubj" or i - j < 25):
                return found
    return ()


def last_subject(cast: Cast, i: int) -> tuple[Party, ...]:
    """The subject of the sentence before, or of the one before that, where it stands for a side.

    None where a union, a company or a hospital without a code stands between: "its secretary" is that one's.
    """
    reading = cast.reading
    sentence = reading.words[i].sentence
    for s in range(sentence - 1, max(-1, sentence - 3), -1):
        for w in range(*reading.sentences[s]):
            if reading.words[w].relation == "nsubj":
                found = tuple(p for p in who(cast, w) if p.code and not p.is_person)
                if found or (reading.words[w].xpos == "NN" and reading.words[w].lemma.lower() in PRIVATE | UNIONS):
                    return found
    return ()


def alone(reading: Reading, i: int) -> bool:
    """True for "the two", "both" and "each" without a noun, as subject, and for "both" as whom something is done to."""
    word = reading.words[i]
    if word.lower == "both" and word.relation in {"obj", "iobj"}:  # "urged both to talk"
        return not reading.dependents(i, "nmod", "conj")
    if word.lower not in {"two", "both", "each"} or word.relation != "nsubj" or reading.dependents(i, "nmod", "acl"):
        return False
    if word.lower != "two":
        return not reading.dependents(i, "conj")
    return any(reading.words[c].lower == "the" for c in reading.dependents(i, "det"))


def two_of_late(cast: Cast, i: int) -> tuple[Party, ...]:
    """Whom "both leaders", "the two presidents" or "the two" stand for: the two sides that acted together last, if they did just before."""
    reading, word = cast.reading, cast.reading.words[i]
    if not alone(reading, i):
        role = cast.role(i)
        held = role is not None and not role.collective and role.sector in {"GOV", "MIL", "LEG"}
        if not held and word.lower != MEN:
            return ()
        marks = {reading.words[c].lower for c in reading.children[i]}
        if "both" not in marks and not {"the", "two"} <= marks:
            return ()
    for s in range(word.sentence, max(-1, word.sentence - 3), -1):
        run = reading.sentences[s]
        for w in range(run.first, min(run.end, i)):
            told = reading.words[w]
            if told.upos == "VERB" and told.relation != "conj" and (found := acting_together(cast, w)):
                return found
    return ()


def acting_together(cast: Cast, w: int) -> tuple[Party, ...]:
    """The two sides that are a verb's subjects, or its subject and whom it acts "with" or meets."""
    frame = cast.verb(w)
    meets = any(rule.type == "CONSULT" for rule, _ in cast.codebook.ontology.verbs.get(cast.reading.words[w].lemma.lower(), ()))
    with_whom = (*frame.obliques.get("with", ()), *(frame.patients if meets else ()))
    found = {p.bare: p for h in (*frame.agents, *with_whom) for p in who(cast, h) if p.bare and p.kind != "civilians"}
    return tuple(found.values()) if len(found) == 2 else ()


def is_both(reading: Reading, i: int) -> bool:
    """True for "both sides", "the two countries", "the sides"."""
    word = reading.words[i]
    if word.lemma.lower() not in SIDES:
        return False
    marks = {reading.words[c].lower for c in reading.children[i]}
    if "each" in marks:
        return word.lemma.lower() not in {"force", "nation"}
    return bool(marks & {"both", "two"}) or (word.lemma.lower() in {"side", "party"} and word.xpos == "NNS" and "the" in marks)
