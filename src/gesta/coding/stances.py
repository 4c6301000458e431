"""What a claimant does by speaking: asserts, denies, accuses, demands, promises, threatens, assesses, asks.

The cue gives a first answer; the claimant's own words decide where the cue is neutral, and turn some promises into threats.
"""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import is_passive
from gesta.coding.modality import uncommitted
from gesta.coding.named_so import names_given
from gesta.coding.nounphrases import tops
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who
from gesta.model import Reading, Run, Stance

MODALS = frozenset({"must", "should", "ought", "let"})
DEMANDING = frozenset({"urge", "demand", "call", "appeal", "want", "insist", "request"})
PERSONAL = frozenset({"we", "i", "it", "he", "she", "they"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})  # "wo" is the first half of "won't"
DOUBT = frozenset(
    "may might could probably likely hope believe think seem appear possible perhaps concerned unlikely expect fear view consider assess "
    "estimate forecast doubt suspect".split()
)
WILLING = frozenset({"committed", "ready", "prepared", "determined", "willing", "resolved"})
STATES = frozenset({"have", "contain", "number", "include", "consist", "be", "become"})  # tell what something will be, promise nothing
HARM = frozenset(
    "attack strike hit retaliate punish destroy crush fight bomb kill avenge shell invade respond target eliminate annihilate shoot "
    "burn".split()
)
HARMFUL = frozenset({"jihad", "war", "revenge", "vengeance", "retaliation", "attack", "strike", "price", "consequence"})
BEAR = frozenset({"allow", "tolerate", "accept", "permit", "let", "remain", "stand", "forgive"})  # "we will not allow"
AUTHORSHIP = frozenset({"carry", "perpetrate", "commit", "stage", "orchestrate", "mastermind"})
ANSWERABLE = frozenset({"responsible", "behind", "guilty"})
QUESTION = frozenset({"whether", "if", "why"})
LIKE_DENIAL = frozenset({"baseless", "false", "untrue", "fabricated", "unfounded", "groundless", "nonsense", "lie", "fabrication"})


def stance_of(cast: Cast, head: int | None, cue: Run | None, content: Run, speakers: tuple[Party, ...]) -> Stance:
    """The stance of the cue, moved by the claimant's own words.

    Obligations are demands, own future acts promises, harm among them a threat, hedges assessments, an act laid at another's door an
    accusation.
    """
    reading, ontology = cast.reading, cast.codebook.ontology
    base: str = "assert"
    if cue is not None:
        lemmas = [reading.words[w].lemma.lower() for w in range(*cue)]
        known = [ontology.stances[x] for x in lemmas if x in ontology.stances]
        nouns = (s for s, entry in ontology.cues.items() for x in lemmas if x in entry["nouns"])
        base = next((s for s in known if s != "assert"), None) or (known[0] if known else next(nouns, "assert"))
        if any(uncommitted(reading, w) for w in range(*cue)):
            return "assess"
        if base == "confirm" and "deny" in lemmas:
            base = "deny"
        if base == "demand" and (terms := terms_of(reading, cue)) is not None:
            return "deny" if terms & LIKE_DENIAL else "assert"
        if "ask" in lemmas and reading.words[content.first].lower in QUESTION:
            base = "ask"
    if base in {"assert", "assess"}:
        return stance_of_words(cast, content, base, speakers)  # type: ignore[arg-type]
    if base == "promise" and harmful(reading, content, root_of(reading, content)):
        return "threaten"
    return base  # type: ignore[return-value]


def terms_of(reading: Reading, cue: Run) -> frozenset[str] | None:
    """The lemmas of what something is called, as in "called the charge baseless"; None for a call for, or on, somebody."""
    verb = next((w for w in range(*cue) if reading.words[w].lemma.lower() == "call" and reading.words[w].upos == "VERB"), None)
    if verb is None:
        return None
    return frozenset(reading.words[w].lemma.lower() for w in names_given(reading, verb)) or None


def root_of(reading: Reading, content: Run) -> int:
    """The word of the content that governs the rest: a verb or predicate before others."""
    heads = tops(reading, content)
    predicates = [w for w in heads if reading.words[w].upos in {"VERB", "ADJ", "AUX"} or reading.dependents(w, "nsubj", "cop")]
    return next(iter(predicates or heads), content.first)


def stance_of_words(cast: Cast, content: Run, base: Stance, speakers: tuple[Party, ...]) -> Stance:
    """What the words themselves do when the cue is neutral."""
    reading = cast.reading
    root = root_of(reading, content)
    local = [w for w in (root, *reading.children[root]) if w in content and reading.words[w].deprel not in {"obj", "nsubj", "obl", "advcl"}]
    lemmas = {form for w in local for form in (reading.words[w].lemma.lower(), reading.words[w].lower)}
    marks = {reading.words[c].lower for c in reading.dependents(root, "aux")}
    if lemmas & LIKE_DENIAL and base == "assert":
        return "deny"
    if blames(cast, content, root, speakers):
        return "accuse"
    if lemmas & DOUBT and not (reading.words[root].lower not in DOUBT and reading.words[root].lemma in DOUBT and is_passive(reading, root)):
        return "assess"
    if demands(cast, root, marks, speakers):
        return "demand"
    if (marks & FUTURE and reading.words[root].lemma.lower() not in STATES) or reading.words[root].lower in WILLING:
        return foretold(reading, content, root, base, own=speaks_of_itself(cast, root, speakers))
    return base


def speaks_of_itself(cast: Cast, root: int, speakers: tuple[Party, ...]) -> bool:
    """True when the subject is "we", "it" or the speaker's own side by name."""
    mine = {p.bare for p in speakers if p.bare}
    subjects = cast.reading.dependents(root, "nsubj")
    return any(cast.reading.words[s].lower in PERSONAL or any(p.bare in mine for p in who(cast, s)) for s in subjects)


def demands(cast: Cast, root: int, marks: set[str], speakers: tuple[Party, ...]) -> bool:
    """True for "they must leave", "Armenia should stop", "we demand"."""
    word = cast.reading.words[root]
    if marks & MODALS or word.lemma.lower() in {"need", "let"}:
        return not marks & FUTURE
    demanded = word.lemma.lower() in DEMANDING and word.xpos in {"VBP", "VBZ", "VB"}
    return demanded and speaks_of_itself(cast, root, speakers)


def foretold(reading: Reading, content: Run, root: int, base: Stance, *, own: bool) -> Stance:
    """Of own acts to come: a threat where they harm, else a promise; of others' acts what the cue says."""
    harms = harmful(reading, content, root)
    conditional = any(reading.words[w].lower == "if" for w in range(*content))
    if harms and (own or conditional):
        return "threaten"
    return "promise" if own else base


def is_denied(reading: Reading, i: int) -> bool:
    """True for a verb with "not" or "never" beside it."""
    return any(reading.words[c].lower in {"not", "n't", "n’t", "never"} for c in reading.children[i])


def harmful(reading: Reading, content: Run, root: int) -> bool:
    """True for "will strike them", "will not allow", "to continue the war", "will pay a price"."""
    verbs = [root, *(w for w in reading.dependents(root, "xcomp") if w in content)]
    objects = [c for v in verbs for c in reading.dependents(v, "obj", "obl")]
    if is_denied(reading, root):
        return reading.words[root].lemma.lower() in BEAR
    return any(reading.words[v].lemma.lower() in HARM for v in verbs) or any(reading.words[o].lemma.lower() in HARMFUL for o in objects)


def blames(cast: Cast, content: Run, root: int, speakers: tuple[Party, ...]) -> bool:
    """True for "the attack was carried out by rebels", "the man was responsible for bombings": another is named as author."""
    reading = cast.reading
    mine = {p.bare for p in speakers if p.bare}
    if reading.words[root].lemma.lower() in AUTHORSHIP and is_passive(reading, root):
        agents = [a for a in reading.dependents(root, "obl:agent") if a in content]
        return bool(agents) and not any(p.bare in mine for a in agents for p in who(cast, a))
    named = any(reading.words[w].lemma.lower() in ANSWERABLE for w in (root, *reading.dependents(root, "xcomp")) if w in content)
    subjects = reading.dependents(root, "nsubj")
    return named and bool(subjects) and not speaks_of_itself(cast, root, speakers) and not is_nobody(reading, subjects)


def is_nobody(reading: Reading, subjects: tuple[int, ...]) -> bool:
    """True for "nobody was responsible", "no one", "who is responsible"."""
    return any(reading.words[s].lower in {"nobody", "none", "no-one", "who", "one"} for s in subjects)
