"""Words of attack that tell no violence wherever they stand: a quarrel in words or at law, a burden, a fire, somebody who leaves in anger.

What a passage is about (`gesta.coding.settings`) cannot tell these apart in a report that tells of a war as well: "the minister attacked
the budget, saying that …" stands beside shelling in every survey of a day's news. So they are told by who acts, what is struck, and how
the sentence goes on. Where fighters act, or a weapon or somebody's harm stands in the sentence, nothing is taken for a quarrel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import Frame, obliques
from gesta.coding.nounphrases import core, modifiers
from gesta.coding.parties_in_text import who
from gesta.coding.private_harm import private_harm
from gesta.coding.settings import FIGHTING
from gesta.coding.unmistakable import weapon

UPON: Final = frozenset({"on", "upon"})
UPON_OR_INTO: Final = frozenset({"on", "against", "into", "upon"})
AWAY: Final = frozenset({"out", "off"})
OFFICES: Final = frozenset({"GOV", "LEG", "JUD", "OPP"})
CONCRETE: Final = (
    "people",
    "forces",
    "arms",
    "territory",
    "property",
    "military_posts",
    "officials",
    "politicians",
    "demonstrators",
    "mob",
)
FORMS: Final = ("ment", "tion", "sion", "ness", "ity", "ism", "ance", "ence", "ship", "cy", "dom")  # of nouns that no hand can strike


def in_words(cast: Cast, i: int, frame: Frame, *, verbal: bool) -> str | None:
    """Why the word of violence at word `i` tells no violence, whatever stands around its sentence; None where it may."""
    lemma = cast.reading.words[i].lemma.lower()
    why = turned(cast, i, frame, lemma) if verbal else named(cast, i, frame, lemma)
    if why is not None:
        return why
    why = private_harm(cast, i, frame) if verbal else None
    if why is not None:
        return why
    if cast.is_class(i, "crackdowns") and not bloody(cast, i):
        return "a crackdown of which no harm to anybody is told"
    if cast.is_class(i, "burning") and burnt(cast, frame):
        return "the doing of a fire"
    if verbal and not any(cast.is_class(i, name) for name in ("deadly", "burning")) and many_speak(cast, i, frame):
        return "a quarrel in words"
    besets = verbal and any(cast.is_class(i, name) for name in ("attacking", "besetting"))
    if verbal and at_a_match(cast, i, frame):
        return "done at a match"
    if verbal and cast.is_class(i, "killing_in_words") and (many_speak(cast, i, frame) or thought_alone(cast, i, frame)):
        return "a quarrel in words"
    if besets and (burdened(cast, frame) or thought_alone(cast, i, frame)):
        return "what strikes or is struck is no body"
    if not cast.is_class(i, "attacking" if verbal else "attacks_in_words") or armed(cast, i, frame):
        return None
    told = (verbal and goes_on_saying(cast, i)) or debated(cast, i, frame) or (not verbal and sharp(cast, i, frame))
    return "a quarrel in words" if told else None


def turned(cast: Cast, i: int, frame: Frame, lemma: str) -> str | None:
    """Why a verb of violence tells none, by the words that belong to it: "stormed out", "seized on", "engaged in", "took over"."""
    behind = cast.reading.words[i + 1].lower if i + 1 < len(cast.reading.words) else ""
    bare = not frame.patients or frame.passive
    if lemma == "storm" and behind in AWAY:
        return "somebody leaves in anger"
    if behind == "out" and cast.is_class(i, "hitting_out") and "at" in frame.obliques:
        return "somebody scolds"
    if cast.is_class(i, "backstabbing") and betrayed(cast, i, frame):
        return "somebody is betrayed"
    if lemma == "wage" and any(upon_a_thing(cast, w) for w in frame.patients):
        return "a war on what nobody can be at war with"
    if lemma == "besiege" and frame.agents and all(peaceable(cast, a) for a in frame.agents) and not harmed(cast, i):
        return "many ask something of somebody"
    if lemma in {"seize", "capture"} and behind in UPON and not frame.patients:
        return "an occasion is seized"
    if lemma == "engage" and bare and frame.obliques.get("in") and not any(fought(cast, w) for w in frame.obliques["in"]):
        return "somebody takes part in something"
    if lemma == "take" and behind == "over" and not frame.patients and frame.agents and not armed(cast, i, frame):
        return "somebody comes into office" if all(in_office(cast, w) for w in frame.agents) else None
    if lemma == "strike" and not frame.patients and downed_tools(cast, frame):
        return "workers lay down their tools"
    if lemma == "come" and blamed(cast, frame.obliques):
        return "somebody is blamed for something"
    if lemma == "come" and any(not cast.is_class(w, "time_like") for w in frame.obliques.get("for", ())):
        return "somebody is blamed for something"
    if cast.is_class(i, "murdering") and frame.patients and all(lifeless(cast, w) for w in frame.patients):
        return "what has no life is killed"
    if cast.is_class(i, "beheading") and frame.patients and not any(human(cast, w) for w in frame.patients):
        return "what has no head is beheaded"
    if lemma == "respond" and goes_on_saying(cast, i):
        return "an answer in words"
    if lemma == "find" and "suicide" in others(cast, i) and others(cast, i).isdisjoint(cast.codebook.ontology.classes["suicide_bombs"]):
        return "told with a suicide"
    if lemma == "raid" and searched(cast, i, frame):
        return "officers search a house"
    if lemma == "target" and any(abstract(cast, w) for w in frame.obliques.get("for", ())) and not armed(cast, i, frame):
        return "somebody is made to answer for what he does"
    return None


def named(cast: Cast, i: int, frame: Frame, lemma: str) -> str | None:
    """Why a noun of violence tells none, by what it is of or for: an exchange that is none of fire, a battle for a firm."""
    of_what = frame.obliques.get("of", ())
    if cast.is_class(i, "killings") and of_what and all(lifeless(cast, w) for w in of_what):
        return "what has no life is killed"
    if lemma == "strike" and not weapon(cast, i) and downed_tools(cast, frame):
        return "workers lay down their tools"
    if lemma == "operation" and of_what and not any(fights(cast, w) for w in of_what) and not UPON_OR_INTO & set(frame.obliques):
        return "something is run"
    if cast.is_class(i, "contests") and contested(cast, frame) and not harmed(cast, i):
        return "a contest in court, in trade or at sport"
    if lemma == "war" and upon_a_thing(cast, i):
        return "a war on what nobody can be at war with"
    if lemma == "bombing" and of_what and all(cast.is_class(w, "works") or cast.is_class(w, "shows") for w in of_what):
        return "what has no life is killed"
    above = cast.reading.words[i].head
    if cast.is_class(i, "attacks_in_words") and cast.reading.words[above].lemma == "come" and blamed(cast, obliques(cast.reading, above)):
        return "somebody is blamed for something"
    if cast.is_class(i, "attacks_in_words") and on_vermin(cast, frame):
        return "a campaign against vermin or disease"
    if lemma != "exchange":
        return None
    of = {c for w in frame.obliques.get("of", ()) for c in core(cast.reading, w)} | set(core(cast.reading, i))
    fire = any(cast.is_class(w, name) for w in of for name in ("exchanged", "projectiles"))
    return None if fire else "no exchange of fire"


def many_speak(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether parties, regulators, courts or papers do it: "the regulator opened fire on the banks", "lawmakers ambushed their leader"."""
    peaceful = all(speaks_for_many(cast, a) and not fights(cast, a) for a in frame.agents)
    return bool(frame.agents) and peaceful and not harmed(cast, i)


def upon_a_thing(cast: Cast, i: int) -> bool:
    """Whether the noun behind "war on" names no place, nobody and nothing of conflict: "declared war on rats", "on the black market"."""
    words = cast.reading.words
    if i + 2 >= len(words) or words[i + 1].lower not in UPON:
        return False
    noun = words[i + 2] if words[i + 2].upos == "NOUN" else words[words[i + 1].head]
    if noun.upos != "NOUN" or noun.i in cast.place_of or noun.i in cast.hits or noun.i in cast.located or cast.role(noun.i) is not None:
        return False
    return not fought(cast, noun.i) and not any(cast.is_class(noun.i, name) for name in CONCRETE)


def blamed(cast: Cast, obliques_of_come: Mapping[str, Sequence[int]]) -> bool:
    """Whether fire or attack is come under over a burden or a plan: "came under attack from farmers over taxes"."""
    return any(cast.is_class(w, "burdens") or abstract(cast, w) for w in obliques_of_come.get("over", ()))


def at_a_match(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether athletes do it by a verb that kills nobody: "the runner destroyed the field"."""
    played = bool(frame.agents) and all(cast.is_class(a, "athletes") for a in frame.agents)
    return played and not cast.is_class(i, "deadly") and not harmed(cast, i)


def lifeless(cast: Cast, w: int) -> bool:
    """Whether it is an order, a bill, a work, a railway: nothing that lives."""
    if w in cast.person_at or w in cast.place_of or w in cast.located or w in cast.hits or cast.role(w) is not None:
        return False
    bodies = any(cast.is_class(w, name) for name in ("people", "forces", "gunmen", "demonstrators", "territory"))
    return not bodies and (abstract(cast, w) or any(cast.is_class(w, name) for name in ("works", "shows", "executed", "property")))


def peaceable(cast: Cast, a: int) -> bool:
    """Whether a common noun names people who are neither fighters nor a crowd, and no people's name: reporters, fans, shoppers."""
    common = cast.reading.words[a].upos == "NOUN" and cast.is_class(a, "people") and not any(p.kind == "country" for p in who(cast, a))
    return common and not fights(cast, a) and not cast.is_class(a, "demonstrators")


def downed_tools(cast: Cast, frame: Frame) -> bool:
    """Whether those who strike are workers: "pilots will strike", "strikes by train drivers"."""
    striking = (*frame.agents, *frame.obliques.get("by", ()))
    return bool(striking) and all(cast.is_class(a, "workers") for a in striking)


def contested(cast: Cast, frame: Frame) -> bool:
    """Whether a battle or a fight is for or over a firm, a seat, a title, a child: nothing that armies fight for."""
    sides = [w for case in ("between", "with") for w in frame.obliques.get(case, ())]
    prizes = [w for case in ("for", "over") for w in frame.obliques.get(case, ())]
    prizes += [w for s in sides for case in ("for", "over") for w in obliques(cast.reading, s).get(case, ())]
    return bool(prizes) and all(cast.is_class(w, "prizes") and w not in cast.place_of for w in prizes)


def on_vermin(cast: Cast, frame: Frame) -> bool:
    """Whether animals or a disease are all that it is on or against: "an offensive against rabbits"."""
    settings = cast.codebook.ontology.settings
    struck = [cast.reading.words[w].lemma.lower() for case in ("on", "against", "upon") for w in frame.obliques.get(case, ())]
    return bool(struck) and all(lemma in settings["animals"] or lemma in settings["health"] for lemma in struck)


def betrayed(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether somebody is stabbed "in the back" by partners, or where no harm, weapon, police or hospital is told of."""
    backs = [w for w in frame.obliques.get("in", ()) if cast.reading.words[w].lower == "back"]
    the = any(cast.reading.words[d].lower == "the" for w in backs for d in cast.reading.dependents(w, "det"))
    if not the or harmed(cast, i):
        return False
    by = (*frame.agents, *frame.obliques.get("by", ()))
    return (bool(by) and all(cast.is_class(a, "partners") for a in by)) or not stands_beside(cast, i, "wounds_told")


def human(cast: Cast, w: int) -> bool:
    """Whether a word names somebody."""
    word = cast.reading.words[w]
    named = w in cast.person_at or word.upos in {"PRON", "NUM"}
    named = named or any(p.is_person or p.kind in {"country", "civilians", "military", "armed-group"} for p in who(cast, w))
    return named or any(cast.is_class(w, name) for name in ("people", "forces", "gunmen", "demonstrators"))


def in_office(cast: Cast, w: int) -> bool:
    """Whether it is a person, or a pronoun for one."""
    return w in cast.person_at or cast.reading.words[w].upos == "PRON" or cast.is_class(w, "officials")


def bloody(cast: Cast, i: int) -> bool:
    """Whether somebody's harm stands in the sentence, or the act is called bloody."""
    return stands_beside(cast, i, "harm", "bloody")


def others(cast: Cast, i: int) -> frozenset[str]:
    """The lemmas of a word's sentence but for its own."""
    run = cast.reading.sentences[cast.reading.words[i].sentence]
    return frozenset(cast.reading.words[w].lemma.lower() for w in range(run.first, run.end) if w != i)


def stands_beside(cast: Cast, i: int, *names: str) -> bool:
    """Whether another word of the sentence is of one of these classes."""
    near = others(cast, i)
    return any(not near.isdisjoint(cast.codebook.ontology.classes[name]) for name in names)


def fought(cast: Cast, w: int) -> bool:
    """Whether it is a clash, a battle or another word of conflict."""
    lemma, ontology = cast.reading.words[w].lemma.lower(), cast.codebook.ontology
    return lemma in ontology.settings["conflict"] or ontology.names_violence(lemma)


def armed(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether fighters act or are struck, or a weapon or somebody's harm stands in the sentence."""
    behind = (w for case in ("by", "with", "from") for w in frame.obliques.get(case, ()))
    return any(fights(cast, w) for w in (*frame.agents, *frame.patients, *behind)) or harmed(cast, i)


def fights(cast: Cast, w: int) -> bool:
    """Whether the noun is of fighters, a mob, weapons or people who feud, or belongs to some: "the armed opposition", "police stations"."""
    called = [cast.reading.words[c].lemma.lower() for c in cast.reading.dependents(w, "amod", "compound")]
    if cast.is_class(w, "debaters") and called == ["rebel"]:
        return False  # rebel lawmakers are of their own party's opposition
    fighting = any(cast.is_class(w, name) for name in ("gunmen", "forces", "arms", "mob"))
    fighting = fighting or any(p.kind in FIGHTING for p in who(cast, w))
    return fighting or any(fought(cast, c) or cast.is_class(c, "feuding") for c in core(cast.reading, w))


def harmed(cast: Cast, i: int) -> bool:
    """Whether a weapon or somebody's harm stands in the sentence."""
    return stands_beside(cast, i, "harm", "hand_weapons", "projectiles")


def goes_on_saying(cast: Cast, i: int) -> bool:
    """Whether it is done by what is said: "attacked the minister, accusing him of lies"."""
    words = cast.reading.words
    return any(
        c > i and words[c].lower.endswith("ing") and cast.is_class(c, "saying") and not cast.reading.dependents(c, "nsubj")
        for c in cast.reading.dependents(i, "advcl", "conj")
    )


def debated(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether those who act are politicians, papers, courts or firms, and those whom they clash with, too."""
    acting = (*frame.agents, *frame.obliques.get("by", ()), *frame.obliques.get("from", ()))
    acting = acting or (() if frame.patients else tuple(modifiers(cast.reading, i)))
    rivals = frame.obliques.get("with", ()) if cast.is_class(i, "clashing") else ()
    if rivals and frame.obliques.get("over") and all(debates(cast, w) for w in rivals):
        return True  # "he clashed with the minister over the bill"
    if not acting or not all(debates(cast, w) for w in (*acting, *rivals)):
        return False
    if all(speaks_for_many(cast, w) for w in acting):
        return True
    return bool(frame.patients) and all(debates(cast, w) for w in frame.patients)


def speaks_for_many(cast: Cast, w: int) -> bool:
    """Whether it is a party, a paper, a court or lawmakers, by a noun of the codebook's class."""
    return any(cast.is_class(c, "debaters") for c in (w, *cast.reading.dependents(w, "compound", "amod")))


def debates(cast: Cast, w: int) -> bool:
    """Whether the noun is one of those who quarrel in words, or the name of who holds a civil office."""
    named = cast.reading.words[w].upos == "PROPN" and any(p.is_person and p.code and p.sector in OFFICES for p in who(cast, w))
    return speaks_for_many(cast, w) or named


def sharp(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether an attack is called stinging or personal, or is one on what no hand can strike ("on the independence of judges")."""
    struck = [w for case in ("on", "against", "upon") for w in frame.obliques.get(case, ())]
    called = any(cast.is_class(m, "sharp_words") for m in modifiers(cast.reading, i))
    return called or (bool(struck) and all(abstract(cast, w) for w in struck))


def burdened(cast: Cast, frame: Frame) -> bool:
    """Whether prices, sanctions, shortages or a scandal do it: "sanctions hit the banks", "hit by a shortage of sugar"."""
    with_what = frame.obliques.get("with", ())
    if with_what and all(cast.is_class(w, "burdens") for w in with_what) and not frame.passive:
        return True  # "targeted the dealers with fines"
    acting = (*frame.agents, *frame.obliques.get("by", ()), *(with_what if frame.passive else ()))
    return bool(acting) and all(cast.is_class(w, "burdens") or labour_strike(cast, w) for w in acting)


def labour_strike(cast: Cast, w: int) -> bool:
    """Whether it is a strike of workers, which hits commuters: "strikes by train drivers"."""
    told = cast.reading.dependents(w, "nmod", "nmod:poss", "compound")
    return cast.reading.words[w].lemma.lower() == "strike" and not weapon(cast, w) and any(cast.is_class(c, "workers") for c in told)


def thought_alone(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether all that is struck is a ruling, a policy, an appointment, and no fighter does it: "targeted the appointments".

    That shells fall in the same sentence makes no deed of it.
    """
    if any(fights(cast, a) for a in frame.agents):
        return False
    clashes = cast.is_class(i, "clashing")
    topics = frame.obliques.get("over", ()) if clashes else ()
    if topics and all(disputed(cast, w) for w in topics) and not harmed(cast, i) and not any(fights(cast, p) for p in frame.patients):
        return True
    struck = frame.patients or frame.obliques.get("against", ()) or topics
    return bool(struck) and all(abstract(cast, w) or (clashes and cast.is_class(w, "burdens")) for w in struck)


def disputed(cast: Cast, w: int) -> bool:
    """Whether what a clash is over is a matter of money or words, and nothing that is fought for: "clashed over lentils"."""
    if abstract(cast, w) or cast.is_class(w, "burdens") or cast.is_class(w, "money"):
        return True
    named = w in cast.place_of or w in cast.located or w in cast.hits or w in cast.person_at or cast.role(w) is not None
    concrete = any(cast.is_class(w, name) for name in (*CONCRETE, "fought_for"))
    return cast.reading.words[w].upos == "NOUN" and not (named or concrete or fought(cast, w))


def abstract(cast: Cast, w: int) -> bool:
    """Whether a common noun names what no hand can strike, by the codebook's class or by its form; war itself is fought."""
    word, ontology = cast.reading.words[w], cast.codebook.ontology
    lemma = word.lemma.lower()
    if word.upos != "NOUN" or w in cast.person_at or w in cast.place_of or w in cast.located or w in cast.hits or cast.role(w) is not None:
        return False
    if lemma in ontology.classes["abstract"]:
        return True
    bodies = any(lemma in ontology.classes[name] for name in CONCRETE) or lemma in ontology.classes["bodies"]
    return lemma.endswith(FORMS) and not bodies and not fought(cast, w)


def searched(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether officers of the law come into a home or an office, and nobody is hurt: COERCE has a frame for it."""
    officers = bool(frame.agents) and all(cast.is_class(a, "officers_of_law") for a in frame.agents)
    return officers and any(cast.is_class(p, "rooms") for p in frame.patients) and not bloody(cast, i)


def burnt(cast: Cast, frame: Frame) -> bool:
    """Whether a fire did it that nobody is said to have laid."""
    acting = (*frame.agents, *frame.obliques.get("by", ()), *frame.obliques.get("in", ()))
    fires = [w for w in acting if cast.is_class(w, "flames")]
    alone = all(cast.is_class(w, "flames") for w in frame.agents)
    return bool(fires) and alone and not any(p.code for w in fires for m in modifiers(cast.reading, w) for p in who(cast, m))
