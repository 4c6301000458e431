"""Attributions by rule, from the parse alone: for pipelines without an attribution head, and for cues that the network passed over."""

from __future__ import annotations

from collections.abc import Mapping

from gesta.model import Attribution, Reading, Run

SPEECH_CONTENT = ("ccomp", "xcomp", "parataxis")
BARE = frozenset(
    "call want press order ask offer set agree request encourage need see feel show read continue view welcome describe cite quote "
    "implicate expect consider".split()
)


def rule_attributions(reading: Reading, cues: Mapping[str, str], known: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Attributions of cue verbs with a subject and a complement clause, and of "according to", whose cue no known attribution has."""
    taken = {w for a in known for run in a.cue for w in range(*run)}
    contents = [run for a in known for run in a.content]
    found = []
    for word in reading.words:
        if word.i in taken:
            continue
        if word.upos == "VERB" and word.lemma in cues and word.lemma not in BARE:
            made = verb_attribution(reading, word.i)
        elif word.lower == "according" and word.i + 1 < len(reading.words) and reading.words[word.i + 1].lower == "to":
            made = according_to(reading, word.i)
        else:
            continue
        if made is not None and not any(close(made.content[0], run) for run in contents):
            found.append(made)
    return tuple(found)


def close(a: Run, b: Run) -> bool:
    """True when two runs share more than half of the longer one."""
    shared = min(a.end, b.end) - max(a.first, b.first)
    return shared * 2 > max(a.end - a.first, b.end - b.first)


def verb_attribution(reading: Reading, i: int) -> Attribution | None:
    """Reads "A said that B …", ""B", A said", "A accused B of …"."""
    subject = next(iter(reading.dependents(i, "nsubj", "obl:agent")), None)
    body = next((c for c in reading.dependents(i, *SPEECH_CONTENT) if len(reading.subtree(c)) > 2), None)
    word = reading.words[i]
    content = clause_run(reading, body, i) if body is not None else None
    if content is None and word.relation == "parataxis" and word.head != i:
        content = host_run(reading, i)
    if content is None and word.lemma in {"accuse", "blame"}:
        body = next((c for c in reading.dependents(i, "advcl", "obl") if c > i), None)
        content = clause_run(reading, body, i) if body is not None else None
    if subject is None or content is None:
        return None
    return Attribution(source=(phrase_run(reading, subject),), cue=(Run(i, i + 1),), content=(content,))


def clause_run(reading: Reading, body: int, cue: int) -> Run | None:
    """The words of a complement clause on one side of its cue."""
    words = [w for w in reading.subtree(body) if (w > cue) == (body > cue)]
    return Run(words[0], words[-1] + 1) if words else None


def host_run(reading: Reading, i: int) -> Run | None:
    """The words of the clause that a parenthetical "A said" stands in, before it."""
    own = set(reading.subtree(i))
    words = [w for w in reading.subtree(reading.words[i].head) if w not in own and w < min(own)]
    return Run(words[0], words[-1] + 1) if len(words) > 2 else None


def phrase_run(reading: Reading, i: int) -> Run:
    """The words of a noun phrase that stand together around its head."""
    words = set(reading.subtree(i))
    first, end = i, i + 1
    while first - 1 in words:
        first -= 1
    while end in words:
        end += 1
    return Run(first, end)


def according_to(reading: Reading, i: int) -> Attribution | None:
    """Reads "According to A, B …" and "B …, according to A"."""
    source = next((h for h in (reading.words[i].head, reading.words[i + 1].head) if h > i + 1), None)
    if source is None:
        return None
    run = phrase_run(reading, source)
    run = Run(max(run.first, i + 2), run.end)
    sentence = reading.sentences[reading.words[i].sentence]
    content = Run(run.end, sentence.end) if i - sentence.first <= 1 else Run(sentence.first, i)
    if content.end - content.first < 3 or run.end <= run.first:
        return None
    return Attribution(source=(run,), cue=(Run(i, i + 2),), content=(content,))
