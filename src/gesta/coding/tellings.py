"""Who says what: attributions of the reading become tellings with their parties, split into unbroken runs, with stance and nesting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from gesta.coding.by_form import standing
from gesta.coding.cast import Cast
from gesta.coding.clauses import Frame, conjuncts, is_passive
from gesta.coding.counts import Count
from gesta.coding.cues_of_speech import beside_cue
from gesta.coding.leads import closing_source, told_of_telling, with_closing_sources
from gesta.coding.not_said import is_none, unheard
from gesta.coding.nounphrases import core, is_definite, run_of
from gesta.coding.parties_in_text import who
from gesta.coding.quotations import QUOTE, in_quotation, paragraph_between, quotation, quoted_from, quoted_runs
from gesta.coding.several_acts import another_speaks, second_act
from gesta.coding.societies import is_private, name_end
from gesta.coding.speakers import Telling, again, by_word, head_of, hidden_source, source_parties, speakers
from gesta.coding.speakers_above import before_relative
from gesta.coding.stances import is_denied, stance_of, stance_of_words
from gesta.model import Attribution, Reading, Run

TRIMMED_START = frozenset(
    {"that", ",", ":", "-", "–", "—", "and", "but", ";", ".", "`", "``", "''", "'", "‘", "’", '"', "“", "”", "…", "..."}
)
TRIMMED_END = frozenset({",", ":", "-", "–", "—", ";", ".", "`", "``", "''", "'", "‘", "’", '"', "“", "”", "and", "but", "?", "!"})
SPEAKERS = frozenset({"i", "we", "you", "us"})
PLAIN_CUES = frozenset({"say", "tell", "report", "add", "state", "announce", "claim", "declare", "confirm", "note"})
DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
QUOTING = frozenset({"quote", "cite"})
CLAIMING = frozenset({"claim"})
DENYING = frozenset({"deny", "dismiss", "reject", "refute", "dispute", "rebut"})
CLAIMS = frozenset(
    "claim charge accusation allegation assertion suggestion report account version finding involvement responsibility role".split()
)  # what is denied by its name alone
TAKEN_UP = frozenset({"which", "it", "this", "that", "so", "something"})  # pronouns for what was said before
GOING_ON = frozenset({"PUNCT", "CCONJ", "ADP", "ADV", "SCONJ"})  # what may stand behind such a pronoun
NAMING = frozenset({"name", "identify", "quote", "cite"})
UNNAMED = NAMING | {"anonymous", "anonymity"}
BESIDE_UNNAMED = UNNAMED | {"not", "to", "be", "by", "his", "her", "their", "or", "and"}
WHOLE = frozenset({"responsibility", "restraint", "calm"})  # what is claimed or urged in one word
LONGEST_GAP = 6  # words: longer gaps are other people's words


def tellings(cast: Cast, closed: frozenset[int], counts: tuple[Count, ...] = ()) -> tuple[Telling, ...]:
    """Every attribution of the article as tellings, in order of the text; quotations without a cue go to the speaker before them.

    `closed` words are not read. `counts` are told by whose they are.
    """
    reading = cast.reading
    found: list[Telling] = []
    if cast.heard is None:
        cast.heard = heard(cast)
    for attribution, runs in cast.heard:
        told = [t for t in from_attribution(cast, attribution, runs, found) if t.content.first not in closed]
        found.extend(part for t in told for part in apart(cast, t) if not is_none(cast, part.cue_head, part.content))
    found = [t for t in drop_doubles(found) if not asks_for_no_name(reading, t)]
    cues = frozenset(t.cue.first for t in found if t.cue is not None)
    contents = [t.content for t in found]
    found = [part for t in found for part in quoted_as_saying(cast, t, cues, contents)]
    found.extend(orphan_quotations(cast, found))
    denied = denials(cast, found, closed)
    found = [t for t in found if not any(d.content == t.content for d in denied)] + denied  # the denier's own words decide
    found.extend(responsibilities(cast, found, closed))
    found = with_counts(cast, found, tuple(c for c in counts if c.cue.first not in closed))
    found.sort(key=lambda t: (t.content.first, -t.content.end))
    over = by_word(found)
    around = [enclosing(found, over, t) for t in found]
    own = {
        k for k, t in enumerate(found) if around[k] is not None and t.source is not None and reading.words[t.source.first].lower in SPEAKERS
    }
    kept = [k for k in range(len(found)) if k not in own]
    place = {k: n for n, k in enumerate(kept)}
    return tuple(
        replace(
            found[k],
            within=place.get(around[k]) if around[k] is not None else None,  # type: ignore[arg-type]
            continues=None if found[k].continues is None else place.get(goes_on_from(found, found[k])),
        )
        if around[k] is not None or found[k].continues is not None
        else found[k]
        for k in kept
    )


def quoted_as_saying(cast: Cast, t: Telling, cues: frozenset[int], contents: Sequence[Run]) -> tuple[Telling, ...]:
    """The telling, and the one inside it where a medium "quoted the army as saying that …".

    Where `cues` hold "saying" the inner one is among the others. What the medium tells runs to the end of what is said in it;
    `contents` are those of all.
    """
    reading = cast.reading
    if t.cue is None or t.cue_head is None or reading.words[t.cue_head].lemma.lower() not in QUOTING:
        return (t,)
    last = reading.sentences[reading.words[t.cue_head].sentence].end
    saying = next((w for w in range(t.cue.end + 1, min(t.content.end + 3, last) - 1) if says_again(reading, w)), None)
    if saying is None or is_passive(reading, t.cue_head):
        return (t,)
    if saying in cues:
        inner_end = max((a.end for a in contents if a.first > saying and a.first - saying < LONGEST_GAP), default=t.content.end)
        return (replace(t, content=Run(min(t.cue.end, t.content.first), max(inner_end, t.content.end))),)
    speaker, content = Run(t.cue.end, saying - 1), trimmed(reading, Run(saying + 1, t.content.end))
    parties = source_parties(cast, speaker) if speaker.end > speaker.first else ()
    if not parties or content is None:
        return (t,)
    inner = replace(
        t,
        sources=parties,
        source=speaker,
        cue=Run(saying, saying + 1),
        cue_head=saying,
        content=content,
        stance=stance_of_words(cast, content, "assert", parties),
        quoted=quotation(reading, content),
    )
    return replace(t, content=Run(min(speaker.first, t.content.first), t.content.end)), inner


def says_again(reading: Reading, w: int) -> bool:
    """True for "saying" in "as saying"."""
    word = reading.words[w]
    return word.xpos == "VBG" and word.lemma.lower() in PLAIN_CUES and reading.words[w - 1].lower == "as"


def in_own_sentence(reading: Reading, saying: frozenset[str]) -> list[Attribution]:
    """The attributions; content in another sentence than its cue goes to the verb of saying in its own, where there is one, among `saying`.

    What stands in another sentence than its cue and in no quotation is nobody's.
    """
    out: list[Attribution] = []
    moved: dict[int, list[Run]] = {}
    for a in told_of_telling(reading, with_closing_sources(reading, reading.attributions)):
        kept = []
        for run in a.content:
            if not a.cue or reading.words[a.cue[0].first].sentence == reading.words[run.first].sentence:
                other = another_speaks(reading, run) if a.cue else None
                if other is None:
                    kept.append(run)
                else:
                    moved.setdefault(other, []).append(Run(max(other + 1, run.first), run.end))
                continue
            sentence = reading.sentences[reading.words[run.first].sentence]
            own = next(
                (w for w in range(*sentence) if w not in run and (is_cue(reading, w) or tells_clause(reading, w, run, saying))), None
            )
            if own is not None:
                moved.setdefault(own, []).append(run)
            elif beside_cue(reading, a.cue[0], run):
                kept.append(run)
        out.append(replace(a, content=tuple(kept)))
    for verb, runs in moved.items():
        k = next((k for k, a in enumerate(out) if a.cue and verb in a.cue[0]), None)
        if k is None:
            out.append(Attribution(source=(), cue=(Run(verb, verb + 1),), content=tuple(sorted(runs))))
        else:
            out[k] = replace(out[k], content=tuple(sorted({*out[k].content, *runs})))
    return [a for a in out if a.content]


def with_counts(cast: Cast, found: list[Telling], counts: tuple[Count, ...]) -> list[Telling]:
    """The tellings, and one for each count that none of them gives to its claimant; a telling without a source gets the count's."""
    reading = cast.reading
    grouped: dict[tuple[int, Run], list[Count]] = {}
    for c in counts:
        if c.claimant is not None:
            grouped.setdefault((c.claimant, c.cue), []).append(c)
    for (claimant, cue), told in grouped.items():
        private = is_private(reading, claimant) and claimant not in cast.hits
        source = run_of(core(reading, claimant)) if reading.words[claimant].upos != "PRON" else Run(claimant, claimant + 1)
        source = Run(source.first, name_end(reading, claimant)) if private else source
        before = sorted((t for t in found if t.content.first < cue.first), key=lambda t: t.content)
        joint = tuple(p for c in conjuncts(reading, claimant) for p in who(cast, c)) if not private else ()
        spoke = again(cast, source, before) or joint
        parties = tuple(p for p in spoke if p.code)
        if not parties and reading.words[claimant].upos in {"NOUN", "PROPN"}:
            parties = source_parties(cast, source)
        parties = parties or spoke
        content = trimmed(reading, Run(min(c.content.first for c in told), max(c.content.end for c in told)))
        holding = [k for k, t in enumerate(found) if told[0].toll.number[0] in t.content]
        mine = {p.bare for p in parties if p.code} or {None}
        if not parties or content is None or any(mine & {p.bare for p in found[k].sources} for k in holding):
            continue
        if mine == {None} and any(p.code for k in holding for p in found[k].sources):
            continue
        hidden = next((k for k in holding if not any(p.code for p in found[k].sources) and found[k].source is None), None)
        if hidden is not None:
            found[hidden] = replace(found[hidden], sources=parties, source=source)
            continue
        times = {c.time for c in told}
        found.append(
            Telling(
                sources=parties,
                source=source,
                cue=cue,
                cue_head=cue.first,
                content=content,
                stance="assert",
                quoted="indirect",
                time=next(iter(times)) if len(times) == 1 else None,
            )
        )
    return found


def asks_for_no_name(reading: Reading, t: Telling) -> bool:
    """True for who "asked not to be named", which is no word on the matter."""
    if reading.words[t.content.first].lemma.lower() not in BESIDE_UNNAMED:
        return False
    said = {reading.words[w].lemma.lower() for w in range(*t.content)}
    return bool(said & UNNAMED) and said <= BESIDE_UNNAMED


def denials(cast: Cast, found: list[Telling], closed: frozenset[int]) -> list[Telling]:
    """What is denied without a clause: "denied the charge", "a claim dismissed by Mali", "an accusation that Mali rejects"."""
    reading, out = cast.reading, []
    cues = {w for t in found if t.cue is not None for w in range(*t.cue)}
    for word in (reading.words[i] for i in standing(reading, DENYING)):
        if word.lemma.lower() not in DENYING or word.upos != "VERB" or word.i in cues | closed or is_denied(reading, word.i):
            continue
        frame = cast.verb(word.i)
        claim = claimed(cast, word.i, frame)
        parties = tuple(dict.fromkeys(p for a in frame.agents for p in who(cast, a) if p.code))
        if claim is None or not parties or claim in frame.agents:
            continue
        words = core(reading, claim) if claim < word.i else tuple(w for w in reading.subtree(claim) if w > word.i)
        content = Run(claim, claim + 1) if reading.words[claim].lower in TAKEN_UP else trimmed(reading, run_of(words))
        if content is None or word.i in content or any(reading.words[w].sentence != word.sentence for w in range(*content)):
            continue
        out.append(
            Telling(
                sources=parties,
                source=run_of(core(reading, frame.agents[0])),
                cue=Run(word.i, word.i + 1),
                cue_head=word.i,
                content=content,
                stance="deny",
                quoted=quotation(reading, content),
            )
        )
    return out


def claimed(cast: Cast, i: int, frame: Frame) -> int | None:
    """The word for what is denied by its name alone, or by a pronoun.

    The charge in "denied the charge" and, however the parse hangs it, in "…, a charge Mali denies"; the attack in "denied the attack";
    "which" in "…, which Mali denies"; "it" in "Mali denies it".
    """
    reading, words = cast.reading, cast.reading.words
    taken_up = [p for p in reading.dependents(i, "obj") if words[p].lower in TAKEN_UP and words[i].lemma not in {"reject", "dismiss"}]
    alone = (p for p in taken_up if p < i or {w.upos for w in words[p + 1 : p + 2]} <= GOING_ON)  # not "denies it plans to"
    named = next((p for p in frame.patients if words[p].lemma.lower() in CLAIMS or denied_act(cast, i, p)), next(alone, None))
    if named is not None or not frame.agents or frame.passive:
        return named
    before = min(min(core(reading, a)) for a in frame.agents) - 1
    before -= before > 0 and words[before].lower in {"that", "which"}
    here = before >= 0 and words[before].sentence == words[i].sentence
    if here and words[before].lower == "something" and words[before - 1].text == ",":  # "…, something Mali denies"
        return before
    return before if here and words[before].upos == "NOUN" and words[before].lemma.lower() in CLAIMS else None


def denied_act(cast: Cast, i: int, noun: int) -> bool:
    """True for "denied the attack", told before; not for "rejected an attack"."""
    violent = cast.codebook.ontology.names_violence(cast.reading.words[noun].lemma.lower())
    return violent and cast.reading.words[i].lemma == "deny" and is_definite(cast.reading, noun)


def responsibilities(cast: Cast, found: list[Telling], closed: frozenset[int]) -> list[Telling]:
    """What is claimed in "claimed responsibility for the blast" where the reading shows no attribution."""
    reading, out = cast.reading, []
    held = {w for t in found for w in range(*t.content)}
    for word in (reading.words[i] for i in standing(reading, CLAIMING)):
        if word.lemma.lower() != "claim" or word.upos != "VERB" or word.i in closed or is_denied(reading, word.i):
            continue
        frame = cast.verb(word.i)
        claim = next((p for p in frame.patients if reading.words[p].lemma.lower() == "responsibility" and p not in held), None)
        parties = tuple(dict.fromkeys(p for a in frame.agents for p in who(cast, a) if p.code))
        if claim is None or not parties or is_passive(reading, word.i):
            continue
        content = trimmed(reading, run_of(tuple(w for w in reading.subtree(claim) if w >= claim)))
        if content is not None:
            source, cue = run_of(core(reading, frame.agents[0])), Run(word.i, word.i + 1)
            told = Telling(sources=parties, source=source, cue=cue, cue_head=word.i, content=content, stance="assert", quoted="indirect")
            out.append(told)
    return out


def goes_on_from(found: list[Telling], t: Telling) -> int:
    """The position of the telling that a quotation without a cue goes on from: the last before it with the same sources."""
    before = [k for k, o in enumerate(found) if o.content.end <= t.content.first and o.sources == t.sources]
    return max(before, key=lambda k: found[k].content.end, default=-1)


def heard(cast: Cast) -> tuple[tuple[Attribution, tuple[Run, ...]], ...]:
    """The attributions in order of the text, each with the unbroken runs of what it tells: what does not hang on who speaks."""
    said = in_own_sentence(cast.reading, frozenset(cast.codebook.ontology.stances))
    return tuple((a, contents(cast, a)) for a in sorted(said, key=lambda a: (a.cue or a.content)[0]))


def contents(cast: Cast, attribution: Attribution) -> tuple[Run, ...]:
    """The unbroken runs of what an attribution tells, one for each "that"-clause."""
    reading = cast.reading
    head = head_of(reading, attribution.cue[0]) if attribution.cue else None
    out: list[Run] = []
    for run in unbroken(reading, attribution):
        for part in clauses_of(reading, before_source(reading, attribution, snapped(reading, run, head))):
            content = trimmed(reading, part)
            if content is None or (head is not None and (head in content or says_nothing(cast, head, content))):
                continue
            if head is not None and (owns_up_elsewhere(reading, head, content) or is_speaker(reading, head, content)):
                continue
            if head is not None and before_relative(reading, head, content):
                continue
            if content.end - content.first > 1 or reading.words[content.first].lemma.lower() in WHOLE:
                out.append(content)
    return tuple(out)


def from_attribution(cast: Cast, attribution: Attribution, runs: tuple[Run, ...], before: list[Telling]) -> list[Telling]:
    """One telling for each of its runs of content; none where nobody is seen to speak."""
    reading = cast.reading
    cue = attribution.cue[0] if attribution.cue else None
    head = head_of(reading, cue) if cue else None
    parties, source = speakers(cast, attribution, head, before)
    if not parties and (unheard(reading, source) if source is not None else not hidden_source(reading, cue)):
        return []
    return [
        Telling(
            sources=parties,
            source=source,
            cue=cue,
            cue_head=head,
            content=content,
            stance=stance_of(cast, head, cue, content, parties),
            quoted=quotation(reading, content),
        )
        for content in runs
    ]


def apart(cast: Cast, t: Telling) -> tuple[Telling, ...]:
    """The telling, cut where its speaker goes on by another act of speaking, and what is told by that one."""
    act = second_act(cast, t)
    first = trimmed(cast.reading, Run(t.content.first, act.cut)) if act is not None else None
    rest = trimmed(cast.reading, Run(act.cue + 1, t.content.end)) if act is not None else None
    if act is None or first is None or rest is None or rest.end - rest.first < 2:
        return (t,)
    cue, source = Run(act.cue, act.cue + 1), run_of(core(cast.reading, act.speaker)) if act.speaker is not None else t.source
    parties = source_parties(cast, source) if act.speaker is not None and source is not None else t.sources
    second = replace(
        t,
        sources=parties,
        source=source,
        cue=cue,
        cue_head=act.cue,
        content=rest,
        stance=stance_of(cast, act.cue, cue, rest, parties),
        quoted=quotation(cast.reading, rest),
    )
    return replace(t, content=first), second


def before_source(reading: Reading, attribution: Attribution, run: Run) -> Run:
    """The run without the attribution's own sources at its end: "…, the army and residents" before "said"."""
    end = run.end
    for s in sorted(attribution.source, reverse=True):
        if run.first < s.first and s.end <= end and all(w.lower in {",", "and"} for w in reading.words[s.end : end]):
            end = s.first
    return Run(run.first, end)


def says_nothing(cast: Cast, head: int, content: Run) -> bool:
    """True for "has not claimed responsibility" and "recalled his negotiators": a thing that was not said, a deed to people."""
    reading = cast.reading
    objects = [o for o in reading.dependents(head, "obj") if o in content]
    if reading.words[head].upos != "VERB" or not objects or any(reading.words[w].upos in {"VERB", "AUX"} for w in range(*content)):
        return False
    if is_denied(reading, head):
        return True
    rules = [rule.type for rule, _ in cast.codebook.ontology.verbs.get(reading.words[head].lemma.lower(), ())]
    return bool(rules) and set(rules) <= DEEDS and any(cast.role(o) is not None or o in cast.person_at for o in objects)


def is_speaker(reading: Reading, head: int, content: Run) -> bool:
    """True for who is quoted, taken for what is said: "survivors" in "quoting survivors", "he" in "he was quoted as saying"."""
    quoting = QUOTING | ({"report"} if is_passive(reading, head) else set())
    if reading.words[head].lemma.lower() not in quoting or reading.words[head].upos != "VERB":
        return False
    people = reading.dependents(head, "nsubj:pass") if is_passive(reading, head) else reading.dependents(head, "obj")
    around = set(reading.dependents(head, "aux", "case"))
    named = (around | {*reading.subtree(p), *core(reading, p)} for p in people)
    return in_quotation(reading, content.first) is None and any(set(range(*content)) <= words for words in named)


def owns_up_elsewhere(reading: Reading, head: int, content: Run) -> bool:
    """True for what is told beside "and the Taliban claimed responsibility": what is claimed is the responsibility."""
    claimed = [o for o in reading.dependents(head, "obj") if reading.words[o].lemma.lower() == "responsibility"]
    return reading.words[head].lemma.lower() == "claim" and bool(claimed) and not any(o in content for o in claimed)


def unbroken(reading: Reading, attribution: Attribution) -> list[Run]:
    """Content runs, those of one sentence with a short gap between them (and no cue or source in it) joined."""
    others = {w for run in (*attribution.cue, *attribution.source) for w in range(*run)}
    out: list[Run] = []
    for run in sorted(part for whole in attribution.content for part in at_quotations(reading, whole)):
        between = range(out[-1].end, run.first) if out else range(0)
        same = bool(out) and reading.words[out[-1].end - 1].sentence == reading.words[run.first].sentence
        loose = all(reading.words[w].upos == "PUNCT" for w in between) or (same and len(between) <= LONGEST_GAP)
        again = bool(out) and opens_anew(reading, run.first)
        if out and loose and not again and not others & set(between) and not paragraph_between(reading, out[-1].end - 1, run.first):
            out[-1] = Run(out[-1].first, max(run.end, out[-1].end))
        else:
            out.append(run)
    return out


def at_quotations(reading: Reading, run: Run) -> list[Run]:
    """The run, cut where a sentence within it opens a quotation: what is reported and what is quoted next are two statements."""
    cuts = [run.first, *(w for w in range(run.first + 1, run.end) if opens_anew(reading, w)), run.end]
    return [Run(a, b) for a, b in pairwise(cuts)]


def opens_anew(reading: Reading, w: int) -> bool:
    """True for the mark that opens a sentence in quotation marks behind one without, or opens the quotation again in a new paragraph."""
    word = reading.words[w]
    if word.text not in QUOTE or w == 0 or word.text == "”":
        return False
    if paragraph_between(reading, w - 1, w):
        return True
    starts = reading.sentences[word.sentence].first == w
    return (
        starts and reading.words[w - 1].text not in QUOTE and (quoted := in_quotation(reading, w + 1)) is not None and quoted.first == w + 1
    )


def snapped(reading: Reading, run: Run, cue: int | None) -> Run:
    """The run widened to the quotation or the complement clause that it mostly covers, on its own side of the cue."""
    for quoted in islice(quoted_runs(reading), quoted_from(reading, run.first), None):
        if quoted.first >= run.end:
            break
        if overlap(quoted, run) * 2 > quoted.end - quoted.first and (cue is None or cue not in quoted):
            run = Run(min(run.first, quoted.first), max(run.end, quoted.end))
    if cue is None:
        return run
    run = whole_side(reading, run, cue)
    for c in reading.dependents(cue, "ccomp", "xcomp"):
        words = [w for w in reading.subtree(c) if (w > cue) == (run.first > cue)]
        if words and overlap(Run(words[0], words[-1] + 1), run) * 2 > words[-1] + 1 - words[0]:
            run = Run(min(run.first, words[0]), max(run.end, words[-1] + 1))
    return run if cue not in run else (Run(cue + 1, run.end) if run.end - cue > cue - run.first else Run(run.first, cue))


def whole_side(reading: Reading, run: Run, cue: int) -> Run:
    """In a sentence with one attribution, all words on the content's side of it: "…, X said" and "X said …"."""
    sentence = reading.sentences[reading.words[cue].sentence]
    if run.first not in sentence or reading.words[cue].lemma.lower() not in PLAIN_CUES or reading.words[cue].upos != "VERB":
        return run
    if any(w != cue and is_cue(reading, w) for w in range(*sentence)):
        return run
    if run.first > cue:
        end = next((w - 1 for w in range(run.end, sentence.end - 1) if reading.said(Run(w, w + 2)).lower() == "according to"), sentence.end)
        return Run(run.first, max(run.end, end)) if run.end in sentence else run
    if (closing := closing_source(reading, cue)) is not None:
        return Run(closing[1].first, max(run.end, closing[1].end)) if run.end <= closing[1].end else closing[1]
    speaker = [w for s in reading.dependents(cue, "nsubj") for w in reading.subtree(s)]
    edge = min([cue, *(w for w in speaker if w >= run.end)])
    return Run(sentence.first, max(run.end, edge)) if edge > run.end - 1 else run


def is_cue(reading: Reading, w: int) -> bool:
    """True for a plain verb of saying with a subject of its own."""
    return reading.words[w].upos == "VERB" and reading.words[w].lemma.lower() in PLAIN_CUES and bool(reading.dependents(w, "nsubj"))


def tells_clause(reading: Reading, w: int, content: Run, saying: frozenset[str]) -> bool:
    """True for a verb of speaking with a subject whose complement the content is: "later admitted that the patrol had left"."""
    word = reading.words[w]
    own = word.upos == "VERB" and word.lemma.lower() in saying and bool(reading.dependents(w, "nsubj"))
    return own and any(c in content for c in reading.dependents(w, "ccomp"))


def overlap(a: Run, b: Run) -> int:
    """Words that two runs share."""
    return max(0, min(a.end, b.end) - max(a.first, b.first))


def clauses_of(reading: Reading, run: Run) -> list[Run]:
    """A run cut where a second "that"-clause begins: "said that A …, and that B …" tells two things."""
    cuts = [run.first]
    for w in range(run.first + 3, run.end - 2):
        word = reading.words[w]
        if (
            word.lower == "that"
            and word.upos == "SCONJ"
            and reading.words[w - 1].lower in {"and", "but"}
            and reading.words[word.head].relation == "conj"
        ):
            cuts.append(w)
    end = next(
        (
            w
            for w in range(run.first + 2, run.end)
            if reading.words[w].text == ";" and any(is_cue(reading, c) for c in range(w + 1, min(w + 8, run.end)))
        ),
        run.end,
    )
    parts = [Run(a, min(b, end)) for a, b in zip(cuts, [*(c - 1 for c in cuts[1:]), run.end], strict=True)]
    return [part for part in parts if part.end > part.first]


def trimmed(reading: Reading, run: Run) -> Run | None:
    """The run without quotation marks, "that" and punctuation at its ends; None when nothing is left."""
    first, end = run
    inner = sum(w.text in QUOTE for w in reading.words[first + 1 : end - 1])
    while first < end and reading.words[first].lower in TRIMMED_START and not (reading.words[first].text in QUOTE and inner % 2):
        first += 1
    while (
        end > first
        and reading.words[end - 1].lower in TRIMMED_END
        and not (reading.words[end - 1].text in QUOTE and unclosed(reading, first, end))
    ):
        end -= 1
    return Run(first, end) if end > first else None


def unclosed(reading: Reading, first: int, end: int) -> bool:
    """True when the last word closes a quotation that opens inside the run."""
    return sum(w.text in QUOTE for w in reading.words[first:end]) % 2 == 0


def drop_doubles(found: list[Telling]) -> list[Telling]:
    """One telling for each content and cue: of two that cover the same words the one with a source stays."""
    out: list[Telling] = []
    taken: set[tuple[int, int]] = set()
    for t in sorted(found, key=lambda t: (not any(p.code for p in t.sources), not t.sources, t.content)):
        first, end = t.content
        if (first, end) not in taken:
            out.append(t)
            taken.update((first + a, end + b) for a in (-1, 0, 1) for b in (-1, 0, 1))
    return out


def orphan_quotations(cast: Cast, found: list[Telling]) -> list[Telling]:
    """Whole sentences between quotation marks that no attribution covers go on from the quotation before them."""
    reading = cast.reading
    covered = {w for t in found for w in range(*t.content)}
    cued = {w for t in found if t.cue for w in range(*t.cue)}
    out: list[Telling] = []
    for run in quoted_runs(reading):
        words = [w for w in range(*run) if reading.words[w].upos != "PUNCT"]
        if len(words) < 5 or sum(w in covered for w in words) > 0.3 * len(words) or not cued.isdisjoint(words):
            continue
        before = [
            t
            for t in found
            if t.content.end <= run.first
            and t.quoted != "indirect"
            and reading.words[t.content.first].sentence >= reading.words[run.first].sentence - 3
        ]
        content = trimmed(reading, run)
        if before and content:
            last = max(before, key=lambda t: t.content.end)
            stance = stance_of_words(cast, content, "assert", last.sources)
            out.append(replace(last, cue=None, cue_head=None, content=content, stance=stance, quoted="direct", continues=found.index(last)))
    return out


def enclosing(found: list[Telling], over: dict[int, list[int]], t: Telling) -> int | None:
    """The smallest other telling whose content holds this telling's cue and content; `over` as `by_word` has it."""
    around = [
        (o.content.end - o.content.first, i)
        for i in over[t.content.first]
        if (o := found[i]) is not t
        and t.content.end <= o.content.end
        and o.content != t.content
        and (t.cue is None or t.cue.first in o.content)
    ]
    return min(around)[1] if around else None


def tellers(found: tuple[Telling, ...], over: Mapping[int, Sequence[int]], i: int) -> tuple[int, ...]:
    """Positions of the tellings whose content holds word `i`, innermost first; `over` is `by_word` of them."""
    return tuple(sorted(over.get(i, ()), key=lambda k: (found[k].content.end - found[k].content.first, k)))
