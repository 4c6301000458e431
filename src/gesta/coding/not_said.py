"""What the reading takes for a statement and nobody makes: what is not said, not yet said, willed or shown, and torn-off phrases."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import is_passive, own_subjects, preposition
from gesta.coding.modality import uncommitted
from gesta.coding.quotations import QUOTE
from gesta.coding.stances import is_denied
from gesta.model import Reading, Run, Word

UNCERTAIN = frozenset({"will", "would", "can", "could", "must", "should", "may", "might", "shall", "'ll", "’ll", "'d", "’d"})
HELPING = frozenset({"will", "would", "do", "have", "can", "may", "must", "shall"})  # alone they are no word of speaking
TELLING = frozenset(
    "say state disclose comment acknowledge confirm claim report indicate reveal specify mention elaborate announce identify name".split()
)  # who did not do so told nothing; who did not deny, rule out or believe did
WILLED = frozenset("want agree refuse decline decide plan vote hope aim".split())  # with an infinitive or a thing: what is meant to be done
IN_CLAUSES = frozenset(
    "say add tell state explain believe assert reject criticize criticise slam request publish characterize designate name identify".split()
)  # a noun beside them is whom or what they are about, not what is said
OWN = frozenset({"i", "we", "you", "one"})
THINGS = frozenset("which that this these what nothing".split())
HANDLED = frozenset("discuss support know refer appear look".split())  # whatever follows them is not put into words
PICTURES = frozenset("video footage photo photograph picture image imagery clip film screenshot map".split())
SCREENS = frozenset({"television", "tv"})
SHOWING = frozenset({"show", "depict"})
PLAIN = frozenset({"say", "add", "state", "accord", "explain"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
IN_SPEECH = frozenset({"ccomp", "xcomp", "obj", "parataxis", "root", "dep"})  # how what is said hangs on the word for saying


def is_none(cast: Cast, head: int | None, content: Run) -> bool:
    """True for what is no statement of its own, whoever stands beside it; `head` is the word that seems to carry the content."""
    return head is not None and (tells_nothing(cast, head, content) or torn_off(cast.reading, head, content))


def tells_nothing(cast: Cast, head: int, content: Run) -> bool:
    """True where the word that seems to carry the content says no such thing: "will ask for", "did not say whether", "wants to leave"."""
    reading = cast.reading
    word = reading.words[head]
    if word.upos == "AUX":
        return word.lemma.lower() in HELPING
    if word.upos != "VERB" or uncommitted(reading, head):  # "could not confirm that" leaves it open
        return False
    lemma = word.lemma.lower()
    if lemma in SHOWING and pictured(reading, head):
        return True
    if not_yet(reading, word) or (lemma in TELLING and is_denied(reading, head)):
        return True
    if nobody(reading, head):
        return True
    if is_quoted(reading, content):
        return False
    if lemma in IN_CLAUSES or not_told_by(reading, head):
        return only_named(reading, content, head)
    if lemma not in WILLED | HANDLED:
        return False
    if lemma in HANDLED:
        return True
    meant = [c for c in reading.dependents(head, "xcomp") if c in content]
    speaks = lemma not in {"refuse", "decline"} and any(reading.words[c].lemma.lower() in cast.codebook.ontology.stances for c in meant)
    named = lemma == "agree" and not meant  # "agreed to a ceasefire"
    return not (speaks or named or has_clause(reading, head, content))  # "decided to admit that" admits


def not_yet(reading: Reading, word: Word) -> bool:
    """True for "will ask", "would say", "must demand", "without saying"."""
    marked = any(reading.words[c].lower == "without" for c in reading.dependents(word.i, "mark", "case"))
    return marked or any(reading.words[c].lower in UNCERTAIN for c in reading.dependents(word.i, "aux"))


def nobody(reading: Reading, head: int) -> bool:
    """True for "no one expected", "nobody says"."""
    subjects = reading.dependents(head, "nsubj")
    return any(
        reading.words[s].lower == "nobody"
        or (reading.words[s].lower == "one" and any(reading.words[c].lower == "no" for c in reading.children[s]))
        for s in subjects
    )


def not_told_by(reading: Reading, head: int) -> bool:
    """True for "clashes were reported", with nobody who reports them."""
    return is_passive(reading, head) and not any(preposition(reading, o) == "by" for o in reading.dependents(head, "obl", "obl:agent"))


def only_named(reading: Reading, content: Run, head: int) -> bool:
    """True where the content names things or people and says nothing of them; a number of people may be all that is said."""
    words = reading.words[slice(*content)]
    verbs = any(w.upos == "VERB" or (w.upos == "AUX" and w.head != head) for w in words)
    judged = any(w.lower == "as" for w in words[1:])  # "rejected the report as biased"
    return not verbs and not judged and not any(w.upos == "NUM" for w in words)


def pictured(reading: Reading, head: int) -> bool:
    """True for "a video showed", "footage showing"; television pictures are a medium's."""
    above = reading.words[reading.words[head].head]
    shown = own_subjects(reading, head) or ((above.i,) if reading.words[head].relation == "acl" else ())
    return any(
        reading.words[s].lemma.lower() in PICTURES and not any(reading.words[c].lower in SCREENS for c in reading.children[s])
        for s in shown
    )


def is_quoted(reading: Reading, content: Run) -> bool:
    """True where quotation marks stand in the content or right before it."""
    return not QUOTE.isdisjoint([w.text for w in reading.words[max(0, content.first - 1) : content.end]])


def has_clause(reading: Reading, head: int, content: Run) -> bool:
    """True for "agreed that the road stays shut" and "wants the army to leave", not for "agreed to shut the road"."""
    others = any(o in content for o in reading.dependents(head, "obj")) and any(c in content for c in reading.dependents(head, "xcomp"))
    return others or any(c in content for c in reading.dependents(head, "ccomp"))


def torn_off(reading: Reading, head: int, content: Run) -> bool:
    """True for a phrase without a verb of its own that hangs on what stands elsewhere: "In fact" in "In fact, he said, they left"."""
    if reading.words[head].lemma.lower() not in PLAIN or is_quoted(reading, content):
        return False
    words = reading.words[slice(*content)]
    told = any(w.upos == "VERB" for w in words) and any(w.upos == "NUM" for w in words)  # "killing two" is what somebody claims
    if told or any(w.xpos in FINITE for w in words) or reading.words[content.first - 1].lower == "that":
        return False
    tops = [w for w in words if w.head not in content or w.head == w.i]
    return all(w.head != head and w.relation not in IN_SPEECH for w in tops if w.upos != "PUNCT")


def unheard(reading: Reading, source: Run | None) -> bool:
    """True for "I", "we", "one" that nobody is seen to say, the author's own voice or anybody's, and for "which suggests": a thing."""
    return source is not None and reading.words[source.first].lower in OWN | THINGS and source.end == source.first + 1
