"""Words of harm that share one number, and people told to be among the dead or the wounded of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gesta.coding.clauses import conjuncts, each, preposition
from gesta.coding.counted import Counted
from gesta.coding.tolls import Toll

#: What may stand between two words of harm with one number: "were killed or wounded", "dead and injured", "deaths or serious injuries".
JOINTS: Final = frozenset("and or , / and/or either were was are been being have has had serious".split())
HURT: Final = frozenset({"killed", "wounded", "casualties"})
TAKEN: Final = frozenset({"captured"})
VAGUE: Final = frozenset({"loss", "body", "remains", "remain", "fall", "gas", "hang", "toll", "victim", "life"})  # no harm by themselves
#: The group that people are told to be of, and what befell it.
GROUPS: Final = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "victims": "killed",
    "fatalities": "killed",
    "martyrs": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "missing": "missing",
    "captured": "captured",
    "kidnapped": "captured",
    "abducted": "captured",
    "arrested": "detained",
    "detained": "detained",
    "detainees": "detained",
    "hostages": "captured",
    "taken": "captured",
}
OPENING: Final = frozenset(
    {"the", "those", "at", "least", "more", "than", "who", "were", "have", "been", "people", "some", "about", "around"}
)
FARTHEST_GROUP: Final = 10  # words from "among" to what befell the group
BE: Final = frozenset({"be"})


def harm_at(told: Counted, w: int) -> str | None:
    """The effect that a verb, participle or noun of harm names by itself."""
    words = told.reading.words
    if not 0 <= w < len(words) or words[w].upos not in {"VERB", "ADJ", "NOUN"} or words[w].lemma.lower() in VAGUE:
        return None
    lemma, form = words[w].lemma.lower(), words[w].lower
    for effect in (*sorted(HURT), *TAKEN):
        entry = told.cast.codebook.ontology.effects[effect]
        kinds = ("patient",) if words[w].upos == "VERB" else ("nouns", "people") if effect in HURT else ()
        if any(lemma in entry[kind] for kind in kinds) or form in entry["states"]:
            return effect
    return None


def chain(told: Counted, i: int) -> dict[int, str]:
    """The words of harm joined to word `i` without a number or people between, with the effect of each."""
    words, effect = told.reading.words, harm_at(told, i)
    out = {i: effect} if effect is not None else {}
    for step in (1, -1) if out else ():
        w = i + step
        while 0 <= w < len(words) and words[w].sentence == words[i].sentence:
            if (other := harm_at(told, w)) is not None:
                out[w] = other
            elif words[w].lower not in JOINTS:
                break
            w += step
    between = {words[w].lower for w in range(min(out, default=0), max(out, default=0))}
    nouns = all(words[w].upos == "NOUN" for w in out)
    joined = nouns or between & {"and", "or", "/", "and/or"}  # not "was killed, wounding two"
    return out if joined or effect is None else {i: effect}


def in_common(told: Counted, tolls: list[Toll]) -> list[Toll]:
    """The tolls, where one number of killed and wounded is one of casualties: "killed or wounded 40 rebels", "30 dead and injured".

    Of "killed or captured 40" too; who was "kidnapped and killed" was both.
    """
    shared: dict[tuple[int, ...], Toll] = {}
    out: list[Toll] = []
    for toll in tolls:
        harms = chain(told, toll.effect_word)
        effects = set(harms.values())
        if toll.effect not in HURT | TAKEN or len(effects) < 2 or not one_number(told, harms, tolls):
            out.append(toll)
        elif effects >= {"killed", "wounded"} or "casualties" in effects or not in_turn(told, harms):
            shared.setdefault(toll.number, replace(toll, effect="casualties"))
        else:
            out += [replace(toll, effect=effect) for effect in sorted(effects)]  # type: ignore[arg-type]
    kept = [t for t in out if t.number not in shared or t.effect not in HURT | TAKEN]
    return [*dict.fromkeys(kept), *shared.values()]


def one_number(told: Counted, harms: dict[int, str], tolls: list[Toll]) -> bool:
    """False for "12 killed and 30 wounded", "nine deaths and injuring 30", where words of harm have numbers of their own."""
    first, last = min(harms), max(harms)
    own = [t for t in tolls if t.effect_word in harms and t.part_of is None]
    behind = any(told.at[w].run.first == last + 1 for w in range(last + 1, last + 5) if w in told.at)
    before = any(t.number[0] < first for t in own)
    return not (before and (behind or any(t.number[0] > last for t in own)))


def in_turn(told: Counted, harms: dict[int, str]) -> bool:
    """True for "kidnapped and killed", one after the other, not for "killed or captured", "killed and captured"."""
    first = harms[min(harms)]
    between = {w.lower for w in told.reading.words[min(harms) : max(harms)]}
    return first == "captured" and "or" not in between


def members(told: Counted) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """People told to be of a group that harm befell, with the effect and its word.

    "Two officers were among those killed", "among the dead were a nurse and her son", "those killed included six women".
    """
    words = told.reading.words
    for word in words:
        if word.lower == "among" and (group := group_behind(told, word.i)) is not None:
            yield GROUPS[words[group].lower], group, counted_people(told, (*after_be(told, group), *before(told, word.i)))
        elif word.lemma == "include" and word.upos == "VERB" and word.xpos != "VBG":
            for subject in told.reading.dependents(word.i, "nsubj"):
                near = (w for w in (subject, *told.reading.dependents(subject, "acl", "amod", "acl:relcl")))
                group = next((w for w in near if words[w].lower in GROUPS), None)
                if group is not None:
                    objects = told.reading.dependents(word.i, "obj")
                    yield (
                        GROUPS[words[group].lower],
                        group,
                        counted_people(told, tuple(k for o in objects for k in conjuncts(told.reading, o))),
                    )


def counted_people(told: Counted, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Those that a number or an article counts."""
    return tuple(
        dict.fromkeys(h for h in heads if (told.human(h) or h in told.cast.hits) and (told.number_of(h) is not None or told.unit(h)))
    )


def group_behind(told: Counted, i: int) -> int | None:
    """The word of harm in "among the dead", "among those killed", "among at least 22 people killed"."""
    words, end = told.reading.words, told.reading.sentences[told.reading.words[i].sentence].end
    for w in range(i + 1, min(i + FARTHEST_GROUP, end)):
        if words[w].lower in GROUPS:
            return None if words[w].lower == "taken" and words[min(w + 1, end - 1)].lower == "to" else w  # to hospital
        plain = words[w].lower in OPENING or words[w].upos in {"NUM", "ADJ", "ADV", "PROPN"} or (words[w].upos == "NOUN" and w > i + 1)
        if not plain:
            return None
    return None


def after_be(told: Counted, group: int) -> tuple[int, ...]:
    """The people of "among the dead were two nurses and a driver", whatever the parse makes of them."""
    words, end = told.reading.words, told.reading.sentences[told.reading.words[group].sentence].end
    be = next((w for w in range(group + 1, min(group + FARTHEST_GROUP, end)) if words[w].lemma in BE), None)
    if be is None or any(words[w].text == "," or words[w].upos == "VERB" for w in range(group + 1, be)):
        return ()
    first = next((w for w in range(be + 1, min(be + 8, end)) if people_named(told, w)), None)
    between = words[be + 1 : first] if first is not None else ()
    if first is None or any(w.upos in {"VERB", "ADP", "PUNCT"} and w.lower not in {"at", "of"} for w in between):
        return ()
    beside = (a for a in told.reading.dependents(first, "appos") if told.number_of(a) is not None or told.unit(a))
    return each(told.reading, (first, *beside))


def people_named(told: Counted, w: int) -> bool:
    """True for a noun, and for people by their state: "Ugandans"."""
    word = told.reading.words[w]
    by_state = word.upos == "PROPN" and w in told.cast.hits and told.number_of(w) is not None
    return by_state or (word.upos == "NOUN" and word.relation != "compound")


def before(told: Counted, i: int) -> tuple[int, ...]:
    """The people of "two officers were among …", "there were 11 children among …", "11 children among …"."""
    reading, w = told.reading, i - 1
    words = reading.words
    if (
        words[i].head != i
        and (own := [s for s in reading.dependents(words[i].head, "nsubj") if s < i])
        and preposition(reading, words[i].head)
    ):
        return tuple(k for s in own for k in conjuncts(reading, s))
    while w > 0 and (words[w].lemma in BE or words[w].upos in {"AUX", "ADV"}):
        w -= 1
    if w < 0 or words[w].sentence != words[i].sentence or words[w].upos not in {"NOUN", "PROPN"}:
        return ()
    told_be = any(words[k].lemma in BE for k in range(max(0, w - 5), i))
    return (w,) if told_be else ()
