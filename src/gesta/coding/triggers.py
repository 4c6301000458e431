"""Words that name an event.

Verbs, phrases and nouns of the codebook's frames, where what a frame asks for is there and what it excludes is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from gesta.codebook import FrameRule
from gesta.coding.assailants import with_assailants
from gesta.coding.by_form import places, standing
from gesta.coding.cast import Cast
from gesta.coding.clauses import HARMING, Frame, is_infinitive, is_passive, preposition
from gesta.coding.killed import counts_as_one, with_dead
from gesta.coding.named_so import names_given
from gesta.coding.noun_frames import DYING, noun_frame
from gesta.coding.nounphrases import behind_of, core
from gesta.coding.once import once_a_word
from gesta.coding.parties_in_text import who
from gesta.coding.quarrels import in_words
from gesta.coding.settings import Settings, figurative, find_settings
from gesta.coding.strangers import gunman, loads
from gesta.model import Leftover, Reading, Run, Word

SUMS = frozenset({"million", "billion", "trillion"})  # of money in whatever currency, where they are given: "a million dinars"
CURRENCIES = frozenset("$€£¥")
FIRING = frozenset("sniper gun machinegun artillery tank mortar rocket rifle missile small enemy hostile friendly arm police".split())
PARTICLES = frozenset({"up", "out", "back", "down", "off", "away", "in"})  # of "give up 100 bodies", not of "give back up to 100 bodies"
#: The ends of nouns for people by what they do: packers of tea are none of the class's words, tea-pickers and boatmen are.
TRADES = (
    "ist",
    "man",
    "men",
    "woman",
    "goer",
    "keeper",
    "worker",
    "maker",
    "grower",
    "picker",
    "seller",
    "bearer",
    "dweller",
    "smith",
    "herd",
)
PLAY = frozenset({"games", "screen", "sport"})  # settings in which private people quarrel, walk out and are captured
SHORT = 4  # letters of a name that is no plural
LOOSE = frozenset({"out", "for"})  # parts of a phrase that are also found where they do not hang from the verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A frame seen at word `i`; `words` are all words of the phrase, `frame` the arguments there."""

    i: int
    words: tuple[int, ...]
    rule: FrameRule
    frame: Frame
    verbal: bool
    sentence: int
    acting: frozenset[str] = frozenset()

    @property
    def reached(self) -> tuple[int, ...]:
        """What stands behind the prepositions with which the frame brings a recipient: "fired at", "an attack on"."""
        cases = (slot.removesuffix(" X") for slot in self.rule.recipients if slot.endswith(" X"))
        return tuple(w for case in cases for w in self.frame.obliques.get(case, ()))


def triggers(cast: Cast, closed: frozenset[int]) -> tuple[tuple[tuple[Trigger, ...], ...], tuple[Leftover, ...]]:
    """For each triggering word the frames that hold there (the longest phrase first), and what was seen and put aside.

    `closed` words belong to datelines and credits.
    """
    reading, ontology = cast.reading, cast.codebook.ontology
    settings = find_settings(reading, ontology.settings_of, cast.person_at)
    found: list[tuple[Trigger, ...]] = []
    left: list[Leftover] = []
    for word in (reading.words[i] for i in sorted({*standing(reading, ontology.verbs), *standing(reading, ontology.nouns)})):
        if word.i in closed:
            continue
        lemma = word.lemma.lower()
        if not (lemma in ontology.verbs or lemma in ontology.nouns or word.lower in ontology.nouns):
            continue
        verbal = is_verbal(reading, word)
        table = ontology.verbs if verbal else ontology.nouns if word.upos in {"NOUN", "PROPN", "VERB"} else {}
        options = table.get(lemma, ()) if verbal else table.get(word.lower, ()) or table.get(lemma, ())
        if not options:
            continue
        seen = match(cast, word.i, options, verbal)
        here = reading.span(Run(word.i, word.i + 1))
        if not seen:
            left.append(Leftover(span=here, why=f"{options[0][0].type.lower()}: a frame's conditions were not met"))
        violent = next((t for t in seen if t.rule.type == "ASSAULT"), None)
        why = None
        if violent is not None:
            why = figurative(cast, settings, word.i, violent.frame, violent.acting) or in_words(cast, word.i, violent.frame, verbal=verbal)
        if why is not None:
            left.append(Leftover(span=here, why=f"assault: {why}"))
            seen = tuple(t for t in seen if t.rule.type != "ASSAULT")
        if idle(cast, settings, word.i, seen):
            left.append(Leftover(span=here, why="nobody of a side takes part in a passage about sport or art"))
            continue
        found += [seen] if seen else []
    return tuple(found), tuple(left)


def idle(cast: Cast, settings: Settings, i: int, seen: tuple[Trigger, ...]) -> bool:
    """Whether what is no violence is told about sport or art, and of nobody but people of no side: "the coach slammed his team"."""
    if not seen or any(t.rule.type == "ASSAULT" for t in seen) or settings.other(cast.reading.words[i].sentence, 2) not in PLAY:
        return False
    frame = seen[0].frame
    heads = (*frame.agents, *frame.patients, *frame.goals, *(w for found in frame.obliques.values() for w in found))
    return not any(p.code and p.sector != "CVL" for h in heads for p in who(cast, h))


def is_verbal(reading: Reading, word: Word) -> bool:
    """True for verbs, participles and what is followed by an infinitive, but for forms in -ing that stand as nouns."""
    if word.upos == "ADJ":
        return word.xpos in {"VBN", "VBG"} or disposed(reading, word.i)
    return word.upos == "VERB" and word.xpos not in {"NN", "NNS"} and not gerund(reading, word.i)


def disposed(reading: Reading, i: int) -> bool:
    """True for an adjective with an infinitive: "ready to meet", "willing to withdraw"."""
    return any(is_infinitive(reading, c) for c in reading.dependents(i, "xcomp", "advcl", "ccomp"))


def gerund(reading: Reading, i: int) -> bool:
    """True for an -ing form that stands as a noun.

    Subject or object, with a determiner or a preposition, and without an object of its own.
    """
    word = reading.words[i]
    if word.xpos != "VBG" or reading.dependents(i, "aux", "obj", "nsubj"):
        return False
    if reading.dependents(i, "mark"):
        return suffered(reading, i)
    if word.relation == "csubj":  # "fighting between Chad and Mali went on"; what one fights with is the verb's
        return not any(preposition(reading, o) == "with" for o in reading.dependents(i, "obl"))
    return word.relation in {"nsubj", "obj", "obl", "nmod"} or bool(reading.dependents(i, "det", "case", "nmod:poss"))


def suffered(reading: Reading, i: int) -> bool:
    """True for what somebody was harmed in, though the parse takes it for a clause: "died in police firing", "wounded in shelling"."""
    above, marks = reading.words[i].head, reading.dependents(i, "mark")
    harmed = reading.words[above].lemma in DYING or (reading.words[above].lemma in HARMING and is_passive(reading, above))
    return harmed and above < i and all(reading.words[m].lower in {"in", "during"} for m in marks)


def match(cast: Cast, i: int, options: tuple[tuple[FrameRule, tuple[str, ...]], ...], verbal: bool) -> tuple[Trigger, ...]:
    """The frames whose phrase and conditions hold at word `i`."""
    frame = with_dead(cast, i, cast.verb(i) if verbal else with_assailants(cast, i, noun_frame(cast.reading, i)), verbal=verbal)
    acting = frozenset(side for a in frame.agents for p in who(cast, a) if (side := p.own_side))
    beside = forms_around(cast.reading, i) | LOOSE if verbal and any(rest for _, rest in options) else LOOSE
    out = []
    for rule, rest in options:
        if verbal and not beside.issuperset(rest):
            continue
        words = phrase_words(cast.reading, i, rest, verbal)
        if words is None or when(cast, frame, i, words):
            continue
        if allowed(cast, i, rule, frame, words, verbal):
            out.append(
                Trigger(i=i, words=words, rule=rule, frame=frame, verbal=verbal, sentence=cast.reading.words[i].sentence, acting=acting)
            )
    return tuple(out)


def when(cast: Cast, frame: Frame, i: int, words: tuple[int, ...]) -> bool:
    """True where the "on" of a phrase tells the day alone: not "call on" in "called a strike on Tuesday"."""
    if len(words) == 1:
        return False
    heads = {cast.reading.words[w].head for w in words if w != i and cast.reading.words[w].lower == "on"}
    return any(cast.is_class(h, "time_like") for h in heads) and all(cast.is_class(h, "time_like") for h in frame.obliques.get("on", ()))


def phrase_words(reading: Reading, i: int, rest: tuple[str, ...], verbal: bool) -> tuple[int, ...] | None:
    """The words of a multi-word trigger; None when one is missing."""
    if not rest:
        return (i,)
    if not verbal:
        before = [w.i for w in reading.words[max(0, i - 2 * len(rest)) : i] if w.text != "-"][-len(rest) :]
        forms = ([reading.words[w].lemma.lower() for w in before], [reading.words[w].lower for w in before])
        return (*range(before[0], i), i) if list(rest) in forms else None
    near, below = around(reading, i)
    near = [*near, *(g for c, g in below if reading.words[g].relation != "compound" or reading.words[c].lemma.lower() in rest)]
    out = [i]
    for part in rest:
        of_verb = reading.children[i] if part in PARTICLES else near
        hit = next((w for w in of_verb if part in {reading.words[w].lemma.lower(), reading.words[w].lower}), None)
        if hit is None and part in PARTICLES | {"over"} and i + 1 < len(reading.words) and reading.words[i + 1].lower == part:
            hit = i + 1  # of "pulled out of Angola", "handed over twelve guns", where the parse takes it for a preposition
        if hit is None and part == "out":
            hit = out_of(reading, i)
        if hit is None and part == "for":
            hit = for_doing(reading, i)
        if hit is None:
            return None
        out.append(hit)
    return tuple(sorted(out))


def forms_around(reading: Reading, i: int) -> frozenset[str]:
    """The forms and lemmas among which a verb's phrase is looked for, in small letters."""
    _, below = around(reading, i)
    words = [*(reading.words[w] for w in (*reading.children[i], *(g for _, g in below))), *reading.words[i + 1 : i + 2]]
    return frozenset({word.lower for word in words} | {word.lemma.lower() for word in words})


@once_a_word
def around(reading: Reading, i: int) -> tuple[list[int], list[tuple[int, int]]]:
    """The dependents of a word that stand near it, and with each of them but verbs what hangs from it."""
    near = [c for c in reading.children[i] if abs(c - i) < 12]
    return near, [(c, g) for c in near for g in reading.children[c] if reading.words[c].upos != "VERB" and abs(g - i) < 10]


def out_of(reading: Reading, i: int) -> int | None:
    """The "out" of "forced the agency out of the country", which the parse takes for a preposition."""
    below = (c for o in reading.dependents(i, "obl") for c in reading.dependents(o, "case"))
    return next((c for c in below if reading.words[c].lower == "out"), None)


def for_doing(reading: Reading, i: int) -> int | None:
    """The "for" of "called for releasing the crew", "called for Mali to release it", where "called for the release" has a preposition."""
    doing = (c for c in reading.dependents(i, "advcl", "xcomp", "ccomp") if reading.words[c].xpos in {"VBG", "VB"})
    return next((m for c in doing for m in reading.dependents(c, "mark") if reading.words[m].lower == "for"), None)


def allowed(cast: Cast, i: int, rule: FrameRule, frame: Frame, words: tuple[int, ...], verbal: bool) -> bool:
    """True when the frame's conditions on subject, object, clause, government and excluded words hold."""
    reading, ontology = cast.reading, cast.codebook.ontology
    told = not places(reading).keys().isdisjoint(rule.without)
    if told and (excluded := rule.without & neighbourhood(cast, i, frame)) and not only_struck(cast, rule, frame, excluded):
        return False
    if rule.object and not ontology.accepts(
        rule.object, lemmas(cast, [p for p in frame.patients if p not in words] or list(frame.patients))
    ):
        return False
    if rule.object_of and not ontology.accepts(rule.object_of, lemmas(cast, objects_of_noun(rule, frame))):
        return False
    if rule.subject and not ontology.accepts(rule.subject, subjects(cast, rule, frame)):
        return False
    if rule.clause and "@any" not in rule.clause and not clause_lemmas(reading, i, frame) & frozenset(rule.clause):
        return False
    if rule.clause == ("@any",) and not frame.clauses:
        return False
    if rule.governed and not governed(reading, i, rule.governed):
        return False
    if rule.plural and reading.words[i].lemma.lower() in rule.plural and reading.words[i].xpos != "NNS":
        return False
    if rule.objectless == "only" and frame.patients:
        return False
    return not (rule.objectless == "skip" and verbal and not frame.patients and not frame.obliques)


def subjects(cast: Cast, rule: FrameRule, frame: Frame) -> frozenset[str]:
    """The lemmas of a verb's subject; of violence and force its author, a passive's too, and "gunman" for people known by arms or masks."""
    own = lemmas(cast, frame.patients if frame.passive else frame.agents)
    if rule.type not in {"ASSAULT", "COERCE"}:
        return own
    doing = frame.agents
    found = own | lemmas(cast, doing) if frame.passive and doing else own
    return found | {"gunman"} if any(gunman(cast, a) for a in doing) else found


def only_struck(cast: Cast, rule: FrameRule, frame: Frame, excluded: frozenset[str]) -> bool:
    """Whether excluded words are of a building or a place that fighters or weapons strike: a market is hit by prices and by shells."""
    hit = frozenset(cast.reading.words[p].lemma.lower() for p in frame.patients)
    if rule.type != "ASSAULT" or not excluded <= hit & cast.codebook.ontology.classes["property"]:
        return False
    return any(gunman(cast, a) or any(cast.is_class(a, name) for name in ("forces", "arms", "projectiles")) for a in frame.agents)


def objects_of_noun(rule: FrameRule, frame: Frame) -> list[int]:
    """What a noun's act is done to: behind "of", and behind "on" or "against" where the frame has recipients there."""
    cases = ("of", *(case for case in ("on", "against") if f"{case} X" in rule.recipients))
    return [*frame.patients, *(w for case in cases for w in frame.obliques.get(case, ()))]


def neighbourhood(cast: Cast, i: int, frame: Frame) -> frozenset[str]:
    """Lemmas of the trigger's modifiers, objects and prepositional arguments, with their own modifiers."""
    reading = cast.reading
    heads = [i, *frame.patients, *frame.agents, *(w for found in frame.obliques.values() for w in found)]
    words = {c for h in heads for c in core(reading, h)} | {
        c for c in reading.children[i] if reading.words[c].deprel in {"amod", "compound", "advmod", "xcomp", "obl"}
    }
    return frozenset(reading.words[w].lemma.lower() for w in words if w != i and not of_guns(cast, w))


def of_guns(cast: Cast, w: int) -> bool:
    """True for the fire of "sniper fire", "artillery fire" and of "Israeli fire", which burns nobody; "a Greek fire" does."""
    reading = cast.reading
    if reading.words[w].lemma.lower() != "fire":
        return False
    before = reading.dependents(w, "compound", "amod")
    of_a_party = reading.words[w].xpos == "NN" and not reading.dependents(w, "det") and any(m in cast.hits for m in before)
    return of_a_party or any(reading.words[m].lemma.lower() in FIRING or cast.is_class(m, "forces") for m in before)


def lemmas(cast: Cast, heads: list[int] | tuple[int, ...]) -> frozenset[str]:
    """Lemmas of argument heads with their compounds.

    A person, a party of people or a bare number also counts as `people`, a place or a state's own name as `territory`.
    """
    reading = cast.reading
    out: set[str] = set()
    for h in heads:
        sums = (w for w in reading.dependents(h, "nummod") if reading.words[w].lower in SUMS)
        for w in (h, *reading.dependents(h, "compound"), *sums, *counted(reading, h), *summed(reading, h), *loads(reading, h)):
            out |= forms_of_noun(reading.words[w])
        if (
            h in cast.person_at
            or reading.words[h].upos == "NUM"
            or counts_as_one(cast, h)
            or any(p.kind in {"person", "civilians", "armed-group"} for p in who(cast, h))
            or (reading.words[h].upos == "NOUN" and reading.words[h].lemma.lower().endswith(TRADES))
        ):
            out.add("people")
        itself = h in cast.hits or reading.words[h].upos == "PRON"
        if h in cast.place_of or h in cast.located or (itself and any(p.kind == "country" for p in who(cast, h))):
            out.add("territory")
    return frozenset(out)


def forms_of_noun(word: Word) -> set[str]:
    """The lemma in small letters, and the singular of a plural that the tagger takes for a name: "Rockets landed", "Warplanes bombed"."""
    lemma = word.lemma.lower()
    name = word.upos == "PROPN" and len(lemma) > SHORT and lemma.endswith("s") and not lemma.endswith("ss")
    return {lemma, lemma.removesuffix("s")} if name else {lemma}


def counted(reading: Reading, h: int) -> list[int]:
    """The nouns behind a word of number or kind, outermost first: thousands and soldiers of "tens of thousands of soldiers"."""
    out: list[int] = []
    while (behind := behind_of(reading, h)) is not None and behind not in out:
        out.append(behind)
        h = behind
    return out


def summed(reading: Reading, h: int) -> list[int]:
    """What a sum of money is given as: the aid of "billions in aid", "$40 million in weapons"."""
    near = (h, *reading.dependents(h, "nummod", "compound"))
    money = any(reading.words[w].lemma.lower() in SUMS or reading.words[w].text in CURRENCIES for w in near)
    return [k for k in reading.dependents(h, "nmod") if money and preposition(reading, k) == "in"]


def clause_lemmas(reading: Reading, i: int, frame: Frame) -> frozenset[str]:
    """Lemmas of the verbs (with their auxiliaries and first objects) of complement clauses, and of what its object is called."""
    heads = [*frame.clauses, *reading.dependents(i, "acl")]
    more = [c for h in heads for c in reading.dependents(h, "conj", "obj", "xcomp", "aux")]
    behind = [c for h in heads if reading.dependents(h, "cop") for c in reading.dependents(h, "case")]  # "was behind the raid"
    return frozenset(reading.words[w].lemma.lower() for w in (*heads, *more, *behind, *names_given(reading, i)))


def governed(reading: Reading, i: int, verbs: tuple[str, ...]) -> bool:
    """True when the noun is subject, object or oblique of one of the verbs, or has one as its participle.

    As in "a truce took effect", "ended with a peace deal".
    """
    word = reading.words[i]
    around = [word.head] if word.head != i else []
    around += list(reading.dependents(i, "acl", "acl:relcl", "amod", "compound"))
    for w in around:
        below = [*reading.children[w], *(g for c in reading.children[w] for g in reading.dependents(c, "case", "fixed"))]
        have = {reading.words[w].lemma.lower(), *(reading.words[c].lemma.lower() for c in below)}
        own = {reading.words[w].lemma.lower(), reading.words[w].lower}
        if any(frozenset(v.split()) <= have and own & frozenset(v.split()) for v in verbs):
            return True
    return False
