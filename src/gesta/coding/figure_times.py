"""As of when a figure holds: the time of its own clause, else the day on which it was told."""

from __future__ import annotations

from gesta.coding.backgrounds import held_against
from gesta.coding.chronology import FAR, Chronology, below, distance, era_of_time
from gesta.coding.clauses import preposition
from gesta.coding.speakers import Telling
from gesta.coding.times import TimeMention
from gesta.model import Reading, Run

CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "appos", "parataxis"})


def time_of_loss(chronology: Chronology, word: int, content: Run | None) -> TimeMention | None:
    """The time nearest to an effect word that its own clause tells.

    Not the time of speaking, of another clause ("more than it had said on Tuesday") or of a comparison ("since the war of 2020"); of
    what is told, only times among the words told (`content`).
    """
    reading = chronology.reading
    best: tuple[int, int, TimeMention] | None = None
    held = held_against(reading, word)
    for head, mention in chronology.by_sentence.get(reading.words[word].sentence, ()):
        outside = content is not None and word in content and head not in content
        outside |= held is not None and not below(reading, head, held)
        if mention.kind == "duration" or outside or chronology.names_a_paper(mention) or not before(mention, chronology):
            continue
        if (chronology.of_speaking(head, mention) and reading.words[head].head != word) or elsewhere(reading, head, word):
            continue
        way = (distance(reading, head, word), abs(head - word))
        if way[0] <= FAR and (best is None or way < best[:2]):
            best = (*way, mention)
    return best[2] if best is not None else None


def before(mention: TimeMention, chronology: Chronology) -> bool:
    """True for a time that has begun: nobody counts tomorrow's dead."""
    day, start = chronology.cast.day, mention.time.start
    return start is not None and (day is None or start <= day.isoformat())


def elsewhere(reading: Reading, head: int, word: int) -> bool:
    """True for a time below a clause or a comparison that the effect word stands outside of."""
    above = set()
    w = word
    while True:
        above.add(w)
        if reading.words[w].head == w:
            break
        w = reading.words[w].head
    w = head
    while w not in above:
        compared = w != head and preposition(reading, w) == "since"
        if reading.words[w].deprel in CLAUSES or compared or reading.words[w].head == w:
            return True
        w = reading.words[w].head
    return False


def time_of_speaking(chronology: Chronology, t: Telling) -> TimeMention | None:
    """The day at a cue: what hangs from it or stands right behind it, of a count the day told beside it."""
    if t.time is not None or t.cue_head is None or t.cue is None:
        return t.time
    for head, mention in chronology.by_sentence.get(chronology.reading.words[t.cue_head].sentence, ()):
        behind = 0 <= mention.run.first - t.cue.end <= 1 and head not in t.content
        if (chronology.reading.words[head].head == t.cue_head or behind) and mention.time.precision in {"day", "time"}:
            return mention
    return None


def other_clause(chronology: Chronology, word: int, content: Run) -> bool:
    """True when the only times that put a sentence before the news stand outside the words told, and no mark on the word does so."""
    told = chronology.by_sentence.get(chronology.reading.words[word].sentence, ())
    older = any(era_of_time(mention, chronology.cast.day) == "background" for _, mention in told)
    marked = chronology.former(word) or chronology.presupposed(word, told=True) or chronology.days_after(word)
    return older and all(head not in content for head, _ in told) and not marked and not chronology.said_before(word)
