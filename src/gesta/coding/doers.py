"""Who did what a noun names: its agents, the nationality or organ before it, who is behind it."""

from __future__ import annotations

from collections.abc import Iterable

from gesta.coding.act_verbs import COMMITTING
from gesta.coding.cast import Cast
from gesta.coding.clauses import agents_of, preposition, subjects
from gesta.coding.noun_frames import noun_frame
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import WARRING, Party
from gesta.coding.parties_in_text import strikes, who
from gesta.coding.settings import FIGHTING
from gesta.coding.triggers import Trigger
from gesta.model import Reading

DEEDS = frozenset({"ASSAULT", "COERCE"})
BEFORE = 6  # words between a noun and the two that a hyphen joins before it
DASHES = frozenset({"-", "–", "—", "/"})
LEFT_OPEN = frozenset("not n't n’t never if whether who may might could".split())  # beside "responsible"
THINKING = frozenset({"think", "believe", "suspect", "say", "report", "allege", "know", "presume"})
FACTS = frozenset({"fact", "way", "manner"})


def is_deed(cast: Cast, i: int) -> bool:
    """True for a noun of violence or force by itself: "bombing", "siege"."""
    word = cast.reading.words[i]
    if word.upos not in {"NOUN", "PROPN"}:
        return False
    acts = cast.codebook.ontology.nouns.get(word.lemma.lower(), ())
    return any(rule.type in DEEDS and not rest for rule, rest in acts)


def doers(cast: Cast, i: int) -> list[Party]:
    """Who did the deed that noun `i` names, as its own phrase tells: Mali in "the Malian raid on Goris", nobody in "the raid on Goris"."""
    frame = noun_frame(cast.reading, i)
    found = [p for a in (*frame.agents, *committed_by(cast, i)) for p in who(cast, a) if p.code]
    rules = [rule for rule, rest in cast.codebook.ontology.nouns.get(cast.reading.words[i].lemma.lower(), ()) if not rest]
    if found or not rules:
        return found
    sentence = cast.reading.words[i].sentence
    return modifier_actors(cast, Trigger(i=i, words=(i,), rule=rules[0], frame=frame, verbal=False, sentence=sentence), [])


def committed_by(cast: Cast, i: int) -> list[int]:
    """Who "committed" the deed in a clause that describes it, also where the parse hangs that on the victim.

    As in "the murder of a nurse committed by rebels", "strikes thought to be carried out by rebels".
    """
    reading = cast.reading
    nouns = (i, *reading.dependents(i, "nmod"))
    told = [v for n in nouns for v in reading.dependents(n, "acl", "acl:relcl")]
    if reading.words[i].relation == "nsubj":
        told.append(reading.words[i].head)
    thought = [c for v in told if reading.words[v].lemma in THINKING for c in reading.dependents(v, "xcomp")]
    verbs = [v for v in (*told, *thought) if reading.words[v].lemma.lower() in COMMITTING]
    return [a for v in verbs for a in agents_of(reading, v)]


def thought_to_be_of(cast: Cast, trigger: Trigger, shown: list[int]) -> list[Party]:
    """Who did it in "strikes thought to be carried out by Malian forces"."""
    done = committed_by(cast, trigger.i) if not trigger.verbal and trigger.rule.type == "ASSAULT" else []
    shown += done
    return [p for a in done for p in who(cast, a) if p.code]


def in_fact(cast: Cast, i: int) -> tuple[int, ...]:
    """Who does it in "condemned the fact that Mali arms rebels", "denounced the way Mali treats prisoners"."""
    if cast.reading.words[i].lemma.lower() not in FACTS:
        return ()
    return tuple(s for c in cast.reading.dependents(i, "acl", "ccomp") for s in cast.verb(c).agents if s != i)


def modifier_actors(cast: Cast, trigger: Trigger, shown: list[int]) -> list[Party]:
    """Nationality or an organ before a noun that names an act: "Israeli air strikes", "a Taliban suicide bombing", "army shelling".

    A capital before a noun of violence that tells no other place or victim is where it happened: "the Kabul bombing".
    """
    if trigger.verbal:
        return []
    violent = trigger.rule.type == "ASSAULT" and not any(trigger.frame.obliques.get(case) for case in ("of", "on", "against"))
    out: list[Party] = []
    before = modifiers(cast.reading, trigger.i) or astray(cast.reading, trigger.i)
    for m in (*before, *leads(cast, before)):
        if violent and m in cast.hits and cast.hits[m].how == "capital":
            continue
        found = (
            [cast.hits[m].party]
            if m in cast.hits and (not cast.only_backs(m) or blamed(cast, m))
            else [p for p in who(cast, m) if p.code and (m in cast.person_at or strikes(cast, m))]
        )
        if found and cast.reading.words[m].deprel != "nmod:poss":
            out.extend(p for p in found if p.kind in WARRING or p.kind in {"organisation", "civilians", "person"})
            shown.append(m)
    return out


def astray(reading: Reading, i: int) -> tuple[int, ...]:
    """The noun before an -ing form that stands as one, which the parse hangs elsewhere: the police of "killed in police firing"."""
    before = reading.words[i - 1] if i else None
    if before is None or reading.words[i].xpos != "VBG" or before.upos not in {"NOUN", "PROPN"}:
        return ()
    bare = before.relation == "obl" and before.head == reading.words[i].head and not reading.dependents(before.i, "case", "det")
    return (before.i, *modifiers(reading, before.i)) if bare else ()


def who_is_behind(cast: Cast, trigger: Trigger, shown: list[int]) -> list[Party]:
    """Who did it in "Mali was behind the attack", "Mali is responsible for the attack"."""
    case = preposition(cast.reading, trigger.i)
    if trigger.verbal or case not in {"behind", "for"}:
        return []
    behind = subjects(cast.reading, trigger.i) if case == "behind" else responsible_for(cast, trigger.i)
    shown += behind
    return [p for s in behind for p in who(cast, s) if p.code]


def responsible_for(cast: Cast, i: int) -> tuple[int, ...]:
    """Who is told to be responsible for what noun `i` names; nobody where that is denied, asked or left open."""
    words, reading = cast.reading.words, cast.reading
    above = words[i].head
    if words[above].lemma != "responsible" or words[i].relation not in {"obl", "nmod"}:
        return ()
    beside = {words[c].lower for c in reading.children[above]}
    open_to = bool(beside & LEFT_OPEN) or words[above].relation in {"xcomp", "advcl"}
    if open_to:
        return ()
    return (words[above].head,) if words[above].relation == "amod" else subjects(reading, above)


def paired(cast: Cast, trigger: Trigger, shown: list[int]) -> list[Party]:
    """Both sides that a hyphen or dash joins before a noun: "US-China talks", "the Russia-Ukraine war", "Kenyan-Ugandan exercises"."""
    words, i = cast.reading.words, min(trigger.words)
    if trigger.verbal:
        return []
    w = i - 1
    while w > 1 and i - w <= BEFORE and words[w].sentence == words[i].sentence and words[w].upos in {"NOUN", "ADJ", "PROPN"}:
        dash = first_word(cast, w) - 1
        if named_at(cast, w) and dash > 0 and words[dash].text in DASHES and named_at(cast, dash - 1):
            sides = [p for k in (dash - 1, w) for p in sides_at(cast, k)]
            shown += [dash - 1, w] if len({p.bare for p in sides}) > 1 else []
            return sides if len({p.bare for p in sides}) > 1 else []
        w -= 1
    return []


def named_at(cast: Cast, w: int) -> bool:
    """True for a word of a registered name or a person's."""
    return w in cast.hits or w in cast.person_at


def first_word(cast: Cast, w: int) -> int:
    """The first word of the name that holds word `w`."""
    return cast.hits[w].run.first if w in cast.hits else cast.person_at[w][0] if w in cast.person_at else w


def sides_at(cast: Cast, w: int) -> list[Party]:
    """The side that a name stands for as a modifier: of "Malian" Mali, of a person the state of the office."""
    found = [cast.hits[w].party] if w in cast.hits else [p for p in who(cast, w) if p.code]
    return [p for p in found if p.code and p.kind in {*WARRING, "organisation", "person", "civilians"}]


def comes_from(cast: Cast, trigger: Trigger, shown: list[int]) -> list[Party]:
    """Whose attack it is in "attacks from Malian forces", "a raid from the rebels"; a place that it comes from is nobody."""
    if trigger.verbal or trigger.rule.type != "ASSAULT":
        return []
    heads = [h for h in trigger.frame.obliques.get("from", ()) if h not in cast.place_of]
    armed = [h for h in heads if cast.is_class(h, "forces") or any(p.kind in FIGHTING for p in who(cast, h))]
    found = [p for h in armed for p in who(cast, h) if p.code]
    shown += armed if found else []
    return found


def leads(cast: Cast, modifying: Iterable[int]) -> list[int]:
    """Who leads "Saudi-led airstrikes"; a coalition that is led is a party of its own."""
    words = cast.reading.words
    led = (m - 2 for m in modifying if words[m].lower == "led" and m - 2 in cast.hits and cast.joined_before(m) is not None)
    return [w for w in led if not any(after.lemma == "coalition" for after in words[w + 3 : w + 4])]


def blamed(cast: Cast, m: int) -> bool:
    """True for the name in "Taliban-blamed attacks"."""
    return cast.joined_behind(m) == "blamed"


def attacks(cast: Cast, c: int) -> bool:
    """True for the gunmen in "freed them from a hotel stormed by gunmen": what they do is another act."""
    above = cast.reading.words[cast.reading.words[c].head]
    frames = cast.codebook.ontology.verbs.get(above.lemma, ()) if above.upos == "VERB" else ()
    violent = any(rule.type == "ASSAULT" and not rest for rule, rest in frames)
    return violent and (cast.reading.words[c].deprel == "obl:agent" or preposition(cast.reading, c) == "by")


def struck_capital(cast: Cast, head: int) -> bool:
    """True for the subject of "the Kabul bombing killed …": a capital before a noun of violence is where it was, not whose it was."""
    if not cast.codebook.ontology.names_violence(cast.reading.words[head].lemma.lower()):
        return False
    named = [m for m in modifiers(cast.reading, head) if m in cast.hits]
    return bool(named) and all(cast.hits[m].how == "capital" for m in named)
