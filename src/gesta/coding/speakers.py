"""Who speaks: the source of an attribution put to its parties; pronouns, roles and documents go back to whoever spoke before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gesta.codebook import Role
from gesta.coding.cast import Cast, surname
from gesta.coding.clauses import each, is_passive, own_subjects, preposition, subjects
from gesta.coding.coreference import SPOKESMEN, is_both
from gesta.coding.cues_of_speech import alongside, labelled_source, listed_with, named_beside, put_to, speaks_in_passive, told_again
from gesta.coding.media import medium_of, run_by
from gesta.coding.names_before import society_near
from gesta.coding.nounphrases import behind_of, core, modifiers, run_of, tops
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import AT_HAND, home_holder, nationality, who
from gesta.coding.quotations import in_quotation
from gesta.coding.societies import is_private
from gesta.coding.sources import body_beside, reporter_of, subject_ahead
from gesta.coding.speakers_above import speaker_above
from gesta.coding.times import TimeMention
from gesta.coding.unnamed_sources import OFFICIAL, in_health_office, source_before, unnamed_sources, with_noun
from gesta.model import Attribution, Reading, Run, Stance

PARTISANS = frozenset({"settler", "protester", "mourner", "demonstrator", "rioter", "crowd"})
DOCUMENTS = frozenset(
    "statement communique communiqué release bulletin data document decree declaration message newspaper media radio television".split()
)
REPORTS = frozenset({"report", "research", "survey"})  # an "official" one may be anybody's
INTRODUCED = frozenset({"claim", "call", "identify", "describe", "know", "introduce", "say", "name"})
LONGEST_SOURCE = 25  # words from the head of a source to the end of what introduces it
OFFICES = frozenset({"health official", "hospital official", "official", "authority"})  # who hold office under who runs the place
JUDGING = frozenset("condemn denounce deplore decry slam criticise criticize lament mourn welcome praise hail call".split())
NOBODY_NAMED = frozenset("other others some many few fewer more several one all most nobody none everyone everybody both".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One attributed run of words.

    `cue` is None where the quotation stands alone; `within` and `continues` are positions in the list of tellings. `time` is the day of a
    count, where the words tell it.
    """

    sources: tuple[Party, ...]
    source: Run | None
    cue: Run | None
    cue_head: int | None
    content: Run
    stance: Stance
    quoted: str
    within: int | None = None
    continues: int | None = None
    time: TimeMention | None = None


def by_word(found: Sequence[Telling]) -> dict[int, list[int]]:
    """The positions of the tellings whose content holds a word, in order."""
    over: dict[int, list[int]] = {}
    for k, t in enumerate(found):
        for w in range(*t.content):
            holding = over.get(w)
            if holding is None:
                over[w] = [k]
            else:
                holding.append(k)
    return over


def speakers(cast: Cast, attribution: Attribution, cue: int | None, before: list[Telling]) -> tuple[tuple[Party, ...], Run | None]:
    """Who speaks: the source that is the cue's subject, else the nearest.

    Pronouns and "the spokesman" go back to the last speaker that fits.
    """
    reading = cast.reading
    if cue is not None and put_to(reading, cue):
        asker = next((o for o in reading.dependents(cue, "obl") if preposition(reading, o) == "by"), None)
        return (source_parties(cast, run_of(core(reading, asker))), run_of(core(reading, asker))) if asker is not None else ((), None)
    if cue is not None and is_passive(reading, cue) and not speaks_in_passive(reading, cue):
        return by_agent(cast, cue, attribution)
    if cue is not None and (quoted := quoted_speaker(cast, cue)):
        return quoted
    subject = (
        [s for s in each(reading, own_subjects(reading, cue)) if reading.words[s].lower != "there"]
        if cue is not None and reading.words[cue].upos in {"VERB", "AUX"}
        else []
    )
    own = [run for run in attribution.source if any(s in run for s in subject)]
    if subject and not own and cue is not None:
        parties, source = speaker_by_syntax(cast, cue)
        if any(p.code or p.is_person for p in parties):
            return now_named(cast, source, parties, before) if source is not None else parties, source
    if not attribution.source and cue is None and (label := labelled_source(reading, attribution.content[0].first)) is not None:
        return source_parties(cast, label), label
    if not attribution.source and cue is None and (account := account_of(cast, attribution)):
        return account
    chosen = own[0] if own else min(attribution.source, key=lambda r: gap(r, cue), default=None)
    if chosen is None:
        parties, source = speaker_by_syntax(cast, cue) if cue is not None else ((), None)
        if not any(p.code for p in parties) and source is not None:
            told = source_parties(cast, run_of(core(reading, source.first)))
            parties = again(cast, source, before) or tuple(p for p in told if p.code) or parties
        return parties, source
    joined = listed_with(reading, attribution.source, chosen)
    back = again(cast, chosen, before)
    if back:
        return back, chosen
    found = tuple(dict.fromkeys(p for run in joined for p in source_parties(cast, run)))
    found = tuple(dict.fromkeys((*found, *(p for s in subject if alongside(reading, chosen, s) for p in who(cast, s) if p.code))))
    if cue is not None and not any(p.code or p.is_person for p in found) and (not found or beside_subject(reading, chosen)):
        found = tuple(p for p in speaker_by_syntax(cast, cue)[0] if p.code) or found
    return now_named(cast, chosen, found, before), chosen


def quoted_speaker(cast: Cast, cue: int) -> tuple[tuple[Party, ...], Run] | None:
    """Who says what stands behind "as saying": the object of "quoted"; None at any other cue."""
    reading = cast.reading
    verb = reading.words[cue].head
    quotes = reading.words[verb].lemma.lower() in {"quote", "cite"} and not is_passive(reading, verb)
    if reading.words[cue].xpos != "VBG" or cue == 0 or reading.words[cue - 1].lower != "as" or not quotes:
        return None
    objects = [o for o in reading.dependents(verb, "obj") if verb < o < cue]
    if not objects:
        return None
    run = Run(min(core(reading, objects[0])), cue - 1)
    return source_parties(cast, run), run


def beside_subject(reading: Reading, run: Run) -> bool:
    """True for "the guarantors" in "Norway and Cuba, the guarantors, called on …": what is said of those before the comma."""
    head = head_of(reading, run)
    return reading.words[head].relation in {"appos", "conj"} and run.first > 0 and reading.words[run.first - 1].text == ","


def account_of(cast: Cast, attribution: Attribution) -> tuple[tuple[Party, ...], Run] | None:
    """As in "The ministry's own account is that …": the owner of the noun whose content is told; None for any other attribution."""
    reading = cast.reading
    root = head_of(reading, attribution.content[0])
    nouns = [c for c in reading.children[root] if reading.words[c].deprel == "nsubj:outer"]
    for noun in nouns:
        parties = tuple(p for m in reading.dependents(noun, "nmod:poss") for p in who(cast, m) if p.code)
        if parties:
            return parties, Run(noun, noun + 1)
    return None


def now_named(cast: Cast, run: Run, found: tuple[Party, ...], before: list[Telling]) -> tuple[Party, ...]:
    """A person without an office who speaks right after "a spokesman for the group said": that spokesman, whose name comes now."""
    reading = cast.reading
    if len(found) != 1 or found[0].code or not found[0].is_person or run.first not in cast.person_at or not before:
        return found
    name, sentence = found[0].name, reading.words[run.first].sentence
    near = [t for t in before if t.source is not None and 0 <= sentence - reading.words[t.source.first].sentence <= 2]
    unnamed = [
        t.sources[0]
        for t in near
        if t.source and len(t.sources) == 1 and (is_one(reading, t.source) or in_lead_office(cast, t.source, run))
    ]
    who_spoke = next((p for p in reversed(unnamed) if p.code and p.is_person), None)
    if who_spoke is None or name in reading.text[: reading.words[run.first].start]:
        return found
    party = replace(who_spoke, name=name)
    cast.persons[surname(cast, *cast.person_at[run.first])] = party
    return (party,)


def is_one(reading: Reading, source: Run) -> bool:
    """True for "a spokesman for the group"."""
    return reading.words[source.first].lower in {"a", "an", "another"}


def in_lead_office(cast: Cast, source: Run, run: Run) -> bool:
    """True for "the country's chief negotiator said", whose name alone speaks in the next sentence."""
    words, head = cast.reading.words, head_of(cast.reading, source)
    unnamed = not any(w in cast.person_at for w in range(*source)) and words[head].xpos == "NN"
    alone = all(w in range(*cast.person_at[run.first]) for w in range(*run))
    role = cast.role(head)
    return unnamed and alone and role is not None and not role.collective and words[run.first].sentence - words[head].sentence == 1


def by_agent(cast: Cast, cue: int, attribution: Attribution) -> tuple[tuple[Party, ...], Run | None]:
    """Who stands behind "by" at a cue in the passive ("was asked by the BBC"); whoever is asked, told or known to be dead says nothing."""
    agents = cast.verb(cue).agents
    patients = cast.verb(cue).patients
    told = next((run for run in attribution.source if not any(p in run for p in patients) and not any(a in run for a in agents)), None)
    parties = tuple(p for a in agents for p in source_parties(cast, Run(a, a + 1)))
    if agents:
        return parties, Run(agents[0], agents[0] + 1)
    if told is not None:
        return source_parties(cast, told), told
    return (), None


def hidden_source(reading: Reading, cue: Run | None) -> bool:
    """True for cues whose speaker the text may hide: "reports of", "was reported", "reportedly"."""
    return cue is not None and any(
        reading.words[w].lemma.lower() in {"report", "reportedly", "rumour", "rumor", "account"} for w in range(*cue)
    )


def gap(run: Run, word: int | None) -> int:
    """Words between a run and a word."""
    return 0 if word is None else max(run.first - word, word - run.end + 1)


def again(cast: Cast, run: Run, before: list[Telling]) -> tuple[Party, ...]:
    """The last speaker that a pronoun or a definite role without nationality goes back to; empty for anything else."""
    reading = cast.reading
    head = next((w for w in range(*run) if reading.words[w].head not in run or reading.words[w].head == w), run.first)
    word = reading.words[head]
    recent = [
        t
        for t in reversed(before)
        if 0 <= word.sentence - reading.words[t.content.first].sentence <= 5 and any(p.code or p.name for p in t.sources)
    ]
    behind = behind_of(reading, head) if word.lower in NOBODY_NAMED or word.upos == "NUM" else None
    plural = word.lower == "they" or (behind is not None and reading.words[behind].lower == "them")
    if plural and (people := people_before(cast, run.first, recent)):
        return people
    if word.lower in {"one", "another", "other", "second", "third"} and not reading.dependents(head, "nmod", "amod", "compound"):
        return one_of_them(cast, run.first, recent)
    if (society := society_near(cast, head)) is not None:
        return (society,)
    if group := group_that_spoke(reading, head, recent):
        return group
    if same := same_noun(cast, run, head, recent):
        return same
    if (above := speaker_above(cast, head)) is not None:
        return source_parties(cast, run_of(core(reading, above)))
    if word.lower in {"he", "she"}:
        if (person := acted_before(cast, run.first, recent)) is not None:
            return (person,)
        alone = (t for t in recent if not is_several(reading, t.source))
        return next((t.sources for t in alone if all(p.is_person for p in t.sources) or one_man(cast, t.source)), ())
    if word.lower == "it":
        return body_again(cast, run, recent) or subject_ahead(cast, head)
    if plural:
        several = (t.sources for t in recent if is_several(reading, t.source) or not is_bystander(t.sources))
        return next(several, ()) or next((t.sources for t in recent), ())
    if told_again(reading, run, head) and (medium := next((t.sources for t in reversed(before) if is_medium(t.sources)), ())):
        return medium
    if (
        word.lemma.lower() in DOCUMENTS | REPORTS
        and not named_beside(reading, run, head)
        and any(reading.words[c].lower == "the" for c in reading.children[head])
        and not any(w in cast.hits for w in range(*run))
    ):
        return next((t.sources for t in recent), ())
    role = cast.role(head)
    if role is not None and role.name in SPOKESMEN and not nationality(cast, head) and not any(w in cast.person_at for w in range(*run)):
        return spokesman(reading, run, [t for t in recent if word.sentence - reading.words[t.content.first].sentence <= 2])
    return last_in_office(cast, run, head, recent)


def last_in_office(cast: Cast, run: Run, head: int, recent: Sequence[Telling]) -> tuple[Party, ...]:
    """Who spoke last of those who hold the office of "the minister", said without a name or a state."""
    reading, role = cast.reading, cast.role(head)
    others = (c for c in range(*run) if c in cast.hits or c in cast.person_at or (c != head and reading.words[c].upos == "PROPN"))
    if role is None or any(True for _ in others) or not any(reading.words[c].lower == "the" for c in reading.children[head]):
        return ()
    said = (t for t in recent if reading.words[head].xpos == "NNS" or one_at_hand(cast, head, role, t))
    return next((t.sources for t in said if any(holds(p, role) for p in t.sources)), ())


def holds(p: Party, role: Role) -> bool:
    """True for who is told of in that office."""
    return p.role == role.name or (p.role or "").endswith(role.name) or role.name in p.name.lower()


def one_at_hand(cast: Cast, head: int, role: Role, t: Telling) -> bool:
    """True for one man who spoke just before, or longer ago where nobody of the article's own country holds the office."""
    near = cast.reading.words[head].sentence - cast.reading.words[t.content.first].sentence <= AT_HAND
    own = home_holder(cast, role)
    return len(t.sources) == 1 and (near or own is None or t.sources[0].bare == own.bare)


def body_again(cast: Cast, run: Run, recent: Sequence[Telling]) -> tuple[Party, ...]:
    """Whom "it" goes back to: the body that acted in the sentence before, else the one that spoke last, one with a code before others."""
    reading, sentence = cast.reading, cast.reading.words[run.first].sentence
    if (body := body_acted_before(cast, run.first, recent)) is not None:
        return (body,)
    bodies = [t.sources for t in recent if not any(p.is_person for p in t.sources)]
    last = next((t for t in recent if t.sources in bodies[:1] and t.source is not None), None)
    if last is not None and sentence - reading.words[last.content.first].sentence <= 1 and is_name(reading, last.source):
        return last.sources
    return next((b for b in bodies if any(p.code for p in b)), ()) or next(iter(bodies), ()) or next((t.sources for t in recent), ())


def one_of_them(cast: Cast, i: int, recent: Sequence[Telling]) -> tuple[Party, ...]:
    """Whose "one said" is: one of the officials, residents who are the subject of the sentence before, or who spoke last."""
    subject = actor_before(cast, i, recent)
    if subject is not None and cast.reading.words[subject].xpos == "NNS" and cast.role(subject) is not None:
        return source_parties(cast, run_of(core(cast.reading, subject)))
    here = cast.reading.words[i].sentence
    near = (t for t in recent if here - cast.reading.words[t.content.first].sentence <= 2)
    return next((t.sources for t in near if is_several(cast.reading, t.source)), ())


def group_that_spoke(reading: Reading, head: int, recent: Sequence[Telling]) -> tuple[Party, ...]:
    """The body or armed group that spoke last, where "the group said" follows at most two sentences behind it."""
    word = reading.words[head]
    if word.lemma.lower() not in {"group", "organisation", "organization"} or reading.dependents(head, "amod", "compound", "nmod"):
        return ()
    if not any(reading.words[c].lower == "the" for c in reading.dependents(head, "det")):
        return ()
    near = (t.sources for t in recent if word.sentence - reading.words[t.content.first].sentence <= 2)
    last = next(near, ())
    return last if len(last) == 1 and last[0].kind in {"organisation", "armed-group"} else ()


def is_medium(sources: tuple[Party, ...]) -> bool:
    """True for one medium alone."""
    return len(sources) == 1 and sources[0].kind == "media"


def body_acted_before(cast: Cast, i: int, recent: Sequence[Telling]) -> Party | None:
    """The registered body or group that is subject of the sentence before, where nobody speaks in it."""
    subject = actor_before(cast, i, recent)
    near = () if subject is None else (subject, *modifiers(cast.reading, subject))
    named = any(w in cast.hits and cast.hits[w].party.kind in {"organisation", "armed-group"} for w in near)
    return next((p for p in who(cast, subject) if p.code and not p.is_person), None) if named and subject is not None else None


def actor_before(cast: Cast, i: int, recent: Sequence[Telling]) -> int | None:
    """The subject of the sentence before word `i`, where nobody is quoted in it."""
    reading = cast.reading
    before = reading.words[i].sentence - 1
    if before < 0 or any(before in {reading.words[w].sentence for w in (t.content.first, t.content.end - 1)} for t in recent):
        return None
    if any(t.source is not None and reading.words[t.source.first].sentence == before for t in recent):
        return None
    root = next((w for w in range(*reading.sentences[before]) if reading.words[w].head == w), None)
    subject = next(iter(own_subjects(reading, root)), None) if root is not None else None
    return subject if subject is not None and in_quotation(reading, subject) is None else None


def is_several(reading: Reading, source: Run | None) -> bool:
    """True for "officials", "two aides", "they": no "he" goes back to them."""
    if source is None:
        return False
    word = reading.words[head_of(reading, source)]
    return word.xpos in {"NNS", "NNPS"} or word.lower == "they"


def is_bystander(sources: tuple[Party, ...]) -> bool:
    """True for one human being who speaks for nobody: no "they" goes back to him."""
    return len(sources) == 1 and sources[0].is_person and sources[0].code is None


def one_man(cast: Cast, source: Run | None) -> bool:
    """True for "a fighter", "a soldier who had fled": one of people whom a noun of roles counts among many."""
    if source is None or cast.reading.words[source.first].lower not in {"a", "an", "another", "one"}:
        return False
    head = head_of(cast.reading, source)
    role = cast.role(head)
    return role is not None and role.victim_who != "unknown" and cast.reading.words[head].xpos == "NN"


def acted_before(cast: Cast, i: int, recent: Sequence[Telling]) -> Party | None:
    """The named person who is subject of the sentence before ("The president visited the front. He said …"), where nobody speaks in it."""
    reading, subject = cast.reading, actor_before(cast, i, recent)
    if subject is None:
        return None
    named = subject in cast.person_at or any(c in cast.person_at for c in reading.dependents(subject, "appos", "flat"))
    return next((p for p in who(cast, subject) if p.is_person), None) if named else None


def is_name(reading: Reading, run: Run | None) -> bool:
    """True for a source that is called by a name: its governing word is a proper noun."""
    return run is not None and reading.words[head_of(reading, run)].upos == "PROPN"


def people_before(cast: Cast, i: int, recent: Sequence[Telling]) -> tuple[Party, ...]:
    """Whom "they" and "two of them" mean right after a sentence about people who speak for nobody ("Residents gave another account")."""
    reading = cast.reading
    before = reading.words[i].sentence - 1
    if before < 0 or any(reading.words[w].sentence == before for t in recent if t.source is not None for w in (t.source.first,)):
        return ()
    root = next((w for w in range(*reading.sentences[before]) if reading.words[w].head == w), None)
    people = own_subjects(reading, root) if root is not None else ()
    role = cast.role(people[0]) if people else None
    if role is None or role.speaks_for != "none" or reading.words[people[0]].xpos != "NNS":
        return ()
    return (bystander(cast, people[0], run_of(core(reading, people[0]))),)


def same_noun(cast: Cast, run: Run, head: int, recent: Sequence[Telling]) -> tuple[Party, ...]:
    """Who spoke as "an army source" and now is "the source": the noun told again, with no word that did not stand by it before."""
    reading = cast.reading
    words = [reading.words[w] for w in range(*run)]
    if reading.words[head].upos != "NOUN" or words[0].lower not in {"the", "this", "that"}:
        return ()
    if not all(w.i == head or w.i in modifiers(reading, head) or w.lower in {"the", "same", "this", "that"} for w in words):
        return ()
    said = {w.lemma.lower() for w in words if w.upos != "DET" and w.lower != "same"}
    for t in recent:
        known = {w.lemma.lower() for w in reading.words[slice(*with_noun(reading, t.source))]} if t.source is not None else set()
        if reading.words[head].lemma.lower() in known:
            return t.sources if said <= known else ()
    return source_again(cast, head, recent) if said == {"source"} else ()


def source_again(cast: Cast, head: int, recent: Sequence[Telling]) -> tuple[Party, ...]:
    """Whose "the source" is that no telling before calls a source: one named in passing just before, else who spoke last without a name."""
    reading, here = cast.reading, cast.reading.words[head].sentence
    if (before := source_before(reading, head)) is not None:
        return source_parties(cast, run_of(core(reading, before)))
    near = (t for t in recent if here - reading.words[t.content.first].sentence <= 2 and not is_medium(t.sources))
    last = next(near, None)
    named = last is not None and last.source is not None and any(w in cast.person_at for w in range(*last.source))
    return () if last is None or named else last.sources


def spokesman(reading: Reading, run: Run, near: list[Telling]) -> tuple[Party, ...]:
    """Whose "a spokesman" is: the spokesman who spoke just before, else of the body that did; empty for none."""
    spoken = next((t.sources for t in near if any(p.role and p.role.endswith(tuple(SPOKESMEN)) for p in t.sources)), ())
    body = next((p for t in near for p in t.sources if p.code and not p.is_person), None)
    return spoken or ((replace(body, kind="person", name=reading.said(run), role="spokesman"),) if body is not None else ())


def head_of(reading: Reading, run: Run) -> int:
    """The word of a run that governs the others: the first whose governor lies outside, verbs before others."""
    outside = tops(reading, run)
    verbs = [w for w in outside if reading.words[w].upos == "VERB"]
    return (verbs or outside or [run.first])[0]


def takes_for_known(reading: Reading, t: Telling) -> bool:
    """True for "condemned the attack that killed 30 people": a judgement on a deed by its name, not a claim that it was done."""
    if t.cue_head is None or reading.words[t.cue_head].lemma.lower() not in JUDGING:
        return False
    head = head_of(reading, t.content)
    clause = any(reading.words[c].relation in {"nsubj", "cop"} for c in reading.children[head])
    return reading.words[head].upos in {"NOUN", "PROPN"} and not clause


def source_parties(cast: Cast, run: Run) -> tuple[Party, ...]:
    """The parties of a source run, conjuncts included; a source that cannot be put to a code keeps its words as name.

    "Others" names nobody, nor does the report itself. Of sources with and without a code the coded ones stay.
    """
    reading = cast.reading
    head = next((w for w in range(*run) if reading.words[w].head not in run or reading.words[w].head == w), run.first)
    if reading.words[head].upos == "DET" and reading.words[head].relation == "det":  # the reading kept "The" of "The army" alone
        head = reading.words[head].head
        run = Run(run.first, max(head + 1, run.end))
    if reading.words[head].deprel == "acl" and reading.words[head].xpos == "VBN":  # the reading kept "issued by" of the document alone
        run = run_of(core(reading, reading.words[head].head))
        head = reading.words[head].head
    behind = behind_of(reading, head)
    if reading.words[head].lower in NOBODY_NAMED and behind is not None and reading.words[behind].upos == "NOUN":  # "one of the villagers"
        head = behind
    if reading.words[head].lower in NOBODY_NAMED or own_words(reading, run):
        return ()
    if both := of_both(cast, head, run):
        return both
    tops = [w for w in range(*run) if reading.words[w].head not in run and reading.words[w].upos in {"NOUN", "PROPN"}]
    heads = [h for h in each(reading, (head, *tops)) if h in run or h == head]
    if len(heads) == 2 and (named := beside_its_title(cast, heads[0], heads[1])) is not None:
        return one_source(cast, named, run, shared=named)
    several = [one_source(cast, h, run, shared=heads[0]) for h in heads if speaks_for_itself(cast, h)] if len(heads) > 1 else []
    if len(several) > 1 and any(p.code for found in several for p in found):
        return tuple(dict.fromkeys(p for found in several for p in found if p.code))
    return one_source(cast, head, run, shared=head)


def beside_its_title(cast: Cast, a: int, b: int) -> int | None:
    """The name of "X, its spokesman, said" where the parse makes name and title two subjects; None for two who speak."""
    if cast.reading.words[b].relation == "conj" or sum(h in cast.person_at for h in (a, b)) != 1:
        return None
    name, title = (a, b) if a in cast.person_at else (b, a)
    joins = any(w.lower == "and" for w in cast.reading.words[a:b])
    return name if cast.role(title) is not None and not joins else None


def speaks_for_itself(cast: Cast, h: int) -> bool:
    """True for a noun that is a source of its own in "medics and security sources", not a part of a name."""
    return h in cast.hits or h in cast.person_at or cast.role(h) is not None


def one_source(cast: Cast, head: int, run: Run, shared: int) -> tuple[Party, ...]:
    """The parties of one head of a source run; `shared` is the head whose nationality it shares where it has none."""
    reading = cast.reading
    if reading.words[head].lemma.lower() == "source":
        found = unnamed_sources(cast, head, shared)
        if found:
            return found
    if private_source(cast, head, run):
        return (Party(code=None, name=reading.said(run), kind="other"),)
    heads = [h for h in each(reading, (head,)) if h in run or h == head]
    found = tuple(p for h in heads for p in who(cast, h))
    if not any(p.code for p in found) and (medium := reporter_of(cast, head)) is not None:
        return (medium,)
    role = cast.role(head)
    called = tuple(p for c in reading.dependents(head, "appos") if c in cast.person_at for p in who(cast, c) if p.code and p.code == p.bare)
    if role is not None and role.speaks_for == "none" and called:  # "its Kenya researcher, Mary Otieno"
        return called
    if role is not None and role.speaks_for == "none" and role.name not in PARTISANS and head not in cast.person_at:
        ruled = run_by(cast, head) or in_health_office(cast, head, run) if role.name in OFFICES else None
        body = body_beside(cast, head, role.sector)
        return (medium_of(cast, head, role.sector) or body or says_to_be(cast, head) or ruled or bystander(cast, head, run),)
    if any(p.code for p in found):
        return tuple(p for p in found if p.code or p.is_person)
    named = tuple(
        cast.hits[w].party
        for w in range(*run)
        if w in cast.hits and cast.role(head) is None and head not in cast.person_at and not cast.only_backs(w)
    )
    document = reading.words[head].lemma.lower() in DOCUMENTS | REPORTS
    found = (issuer(cast, head, run) if document else ()) or named[:1] or found
    if not any(p.code for p in found) and document:
        found = issuer(cast, head, run) or found
    if not any(p.code for p in found) and (known := says_to_be(cast, head)):
        return (known,)
    if found or reading.words[head].upos == "PRON":
        return found
    return (Party(code=None, name=reading.said(run), kind="other"),)


def private_source(cast: Cast, head: int, run: Run) -> bool:
    """True for "the hospital", "the Syrian Medical Society" and "Apex, the French energy company": speakers for no state."""
    if head in cast.hits or head in cast.person_at:
        return False
    beside = [s for s in cast.reading.dependents(cast.reading.words[head].head, "nsubj") if s in run and s > head]
    several = (head, *cast.reading.dependents(head, "appos"), *beside)
    return any(h not in cast.hits and is_private(cast.reading, h) for h in several)


def of_both(cast: Cast, head: int, run: Run) -> tuple[Party, ...]:
    """The two sides of "officials on both sides", "officers from the two countries"; empty for any other source."""
    sides = next((w for w in range(head + 1, run.end) if is_both(cast.reading, w)), None)
    return tuple(branch(p, "GOV") if p.kind == "country" else p for p in who(cast, sides) if p.code) if sides is not None else ()


def bystander(cast: Cast, head: int, run: Run) -> Party:
    """Somebody who speaks for nobody: a doctor, a resident, witnesses."""
    role, word = cast.role(head), cast.reading.words[head]
    kind = "other" if word.xpos == "NNS" else "person"
    return Party(code=None, name=cast.reading.said(run), kind=kind, sector=role.sector if role else None, role=role.name if role else None)


def own_words(reading: Reading, run: Run) -> bool:
    """True for "this report", "an earlier version of this article": the outlet that speaks of itself."""
    said = reading.said(run).lower()
    return any(f"this {noun}" in said or f"version of the {noun}" in said for noun in ("report", "article", "story", "dispatch"))


def says_to_be(cast: Cast, head: int) -> Party | None:
    """As in "a man claiming to be a Taliban spokesman", "a group known as the Base": the party of the office or name so introduced."""
    reading = cast.reading
    words = [w for w in reading.subtree(head) if abs(w - head) < LONGEST_SOURCE]
    first = next((w for w in words if reading.words[w].lemma.lower() in INTRODUCED and reading.words[w].upos == "VERB"), None)
    for w in words if first is not None else ():
        known = w > (first or 0) and reading.words[w].relation != "compound" and (cast.role(w) is not None or w in cast.hits)
        if known and (found := next((p for p in who(cast, w) if p.code), None)):
            return found
    return None


def issuer(cast: Cast, head: int, run: Run) -> tuple[Party, ...]:
    """Who issued a document: all by or from whom it is, else whose name stands in the phrase; of an "official" one, the home government."""
    named = tuple(cast.hits[w].party for w in range(*run) if w in cast.hits)
    near = (head, *cast.reading.dependents(head, "acl"))
    by = (w for n in near for w in cast.reading.dependents(n, "obl", "obl:agent", "nmod") if preposition(cast.reading, w) in {"by", "from"})
    joint = tuple(dict.fromkeys(p for w in each(cast.reading, by) for p in who(cast, w) if p.code))
    if joint or named or cast.home is None or cast.reading.words[head].lemma.lower() in REPORTS:
        return joint or named[:1]
    words = {cast.reading.words[w].lower for w in range(*run)}
    return (branch(cast.home, "GOV"),) if words & OFFICIAL else ()


def speaker_by_syntax(cast: Cast, cue: int) -> tuple[tuple[Party, ...], Run | None]:
    """The subject of a cue verb, where the reading found no source."""
    if cast.reading.words[cue].upos not in {"VERB", "AUX"}:
        return (), None
    heads = [s for s in subjects(cast.reading, cue) if cast.reading.words[s].lower not in {"there"}]
    unnamed = {s: unnamed_sources(cast, s, heads[0]) for s in heads if cast.reading.words[s].lemma.lower() == "source"}
    parties = tuple(p for s in heads for p in unnamed.get(s) or by_head(cast, s) if s not in unnamed or not (p.code or "").endswith(".CVL"))
    return parties, Run(heads[0], heads[0] + 1) if heads and parties else None


def by_head(cast: Cast, s: int) -> tuple[Party, ...]:
    """The parties of a subject that the reading left out; of people who speak for nobody, those who speak so as a source."""
    found = who(cast, s)
    role = cast.role(s)
    civil = role is not None and role.speaks_for == "none" and any((p.code or "").endswith(".CVL") for p in found)
    return source_parties(cast, run_of(core(cast.reading, s))) if civil else found
