"""Events as drafts: a trigger with its roles, mode, time, place, factuality, era and claimant, before tellings of one event are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from gesta.coding.act_verbs import COMMITTING
from gesta.coding.by_form import places
from gesta.coding.cast import Cast
from gesta.coding.chronology import KNOWN_ACTS, Chronology, distance
from gesta.coding.clauses import HARMING, container, preposition
from gesta.coding.contents import only_content
from gesta.coding.figure_times import time_of_speaking
from gesta.coding.modality import PRESUPPOSING, attempted, factuality, known_killing, own_marks, voted
from gesta.coding.needs import satisfied
from gesta.coding.nounphrases import core, is_definite
from gesta.coding.numbers_denied import of_a_former_version
from gesta.coding.parties import Party, as_claimant
from gesta.coding.parties_in_text import who
from gesta.coding.places_in_text import Located
from gesta.coding.places_of_acts import antecedent, first_of_list, where_it_was
from gesta.coding.roles import Roles, fill
from gesta.coding.speakers import Telling
from gesta.coding.tellings import tellers
from gesta.coding.times import TimeMention
from gesta.coding.triggers import Trigger
from gesta.coding.unslotted import set_right, told_by_some
from gesta.model import Era, Factuality, Leftover, Reading, Run, Span

APART = frozenset({"after", "before"})
CLAUSE_BREAKS = frozenset({"conj", "ccomp", "parataxis", "acl:relcl", "advcl"})
HAPPENING = frozenset(
    "erupt break continue occur happen start begin flare rage spread resume follow intensify record report escalate".split()
)
LEAVING = frozenset({"leave", "claim"})  # "left nine dead", "claimed five lives"
SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
# Acts that are none while they are only imagined; of violence, threats and words a report tells the conditional too.
DEEDS = frozenset({"AGREE", "AID", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "RETREAT", "SUPPORT"})
VOTED = frozenset({"ACCUSE", "REJECT", "SANCTION", "SUPPORT"})  # what a body does by voting for it
ABOUT = frozenset({"regarding", "concerning", "about", "over"})  # what brings in an act that words are about
STRUCK_BY = frozenset({"of", "against"})  # "the explosion of a grenade"
OVERRIDING = {
    "unconventional": {None, "heavy-weapons", "aerial", "explosives"},
    "suicide-attack": {None, "explosives", "firearms"},
    "drone": {None, "heavy-weapons", "aerial", "explosives"},
    "aerial": {None, "heavy-weapons"},
    "explosives": {None, "destroy"},
}
BOMBING = frozenset({"bomb", "bombing-noun"})  # frames
LONGEST_EVIDENCE = 400


@dataclass(slots=True, kw_only=True)
class Draft:
    """One telling of an event; lists are filled by later steps, the trigger never changes.

    `struck` are head words of those hit as the tellings say that were joined to it, `beside` of those whom they alone say to be killed;
    `again` are those tellings. `cue` is the word of saying where to say so is the act.
    """

    trigger: Trigger
    type: str
    mode: str | None
    roles: Roles
    factuality: Factuality
    era: Era
    time: TimeMention | None
    places: tuple[int, ...]
    teller: int | None
    evidence: Span
    why: str
    weapon: str | None = None
    toll: frozenset[tuple[str, str]] = frozenset()
    rebels_apart: frozenset[str] = frozenset()
    places_from_scene: bool = False
    refers_back: bool = False
    struck: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    tellers: list[int] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    again: list[Draft] = field(default_factory=list)
    cue: int | None = None

    @property
    def i(self) -> int:
        """The trigger word."""
        return self.trigger.i

    @property
    def done_at(self) -> int:
        """The word whose clause tells when it was done."""
        return self.trigger.i if self.cue is None else self.cue

    @property
    def sides(self) -> frozenset[str]:
        """Codes of all who take part, without what follows the dot."""
        return frozenset(s for p in (*self.roles.actors, *self.roles.recipients) if (s := self.side(p)))

    def side(self, p: Party) -> str | None:
        """The side of a party: its code without what follows the dot, but for the rebels of a state that fights them in this article."""
        return p.own_side if p.bare in self.rebels_apart else p.bare


def listed_noun(reading: Reading, c: int, trigger: int) -> bool:
    """True for a noun in a list that does not begin with the trigger: Sotk and Jermuk in "shelled Goris, Sotk and Jermuk"."""
    word = reading.words[c]
    return (
        word.deprel == "conj"
        and word.head != trigger
        and word.upos in {"NOUN", "PROPN"}
        and reading.words[word.head].upos in {"NOUN", "PROPN"}
    )


def weapons_there(cast: Cast) -> tuple[tuple[str, str], ...]:
    """The codebook's weapons, each with its mode, that the article may tell of: their first word stands in it."""
    at = places(cast.reading)
    return tuple((word, mode) for word, mode in cast.codebook.ontology.weapons if word.partition(" ")[0] in at)


def weapons_told(reading: Reading, weapons: Iterable[tuple[str, str]]) -> Counter[str]:
    """How often the article tells of each mode's weapons."""
    text = f" {' '.join(word.lemma.lower() for word in reading.words)} "
    told: Counter[str] = Counter()
    for word, mode in weapons:
        told[mode] += text.count(f" {word} ")
    return told


def desk(reading: Reading, located: tuple[Located, ...], dateline: Span | None) -> tuple[int, ...]:
    """The place that a reporter calls "here": the town of the dateline, else the one town that the article names most often."""
    towns = [k for k, place in enumerate(located) if place.toponym is not None and place.toponym.kind == "settlement"]
    written = [k for k in towns if dateline is not None and reading.words[located[k].run.first].start < dateline.end]
    counts = Counter(located[k].name for k in towns).most_common(2)
    if written or not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return tuple(written[:1])
    return tuple(k for k in towns if located[k].name == counts[0][0])[:1]


class Drafting:
    """Makes the drafts of one reading."""

    def __init__(
        self, cast: Cast, told: tuple[Telling, ...], chronology: Chronology, located: tuple[Located, ...], dateline: Span | None = None
    ) -> None:
        """`told` are the article's tellings, `located` its places; `dateline` are the words that tell where it was written."""
        self.cast, self.reading, self.told, self.chronology, self.located = cast, cast.reading, told, chronology, located
        self.desk = desk(self.reading, located, dateline)
        self.place_at: dict[int, list[int]] = {}
        self.places_of: dict[int, list[int]] = {}
        for k, place in enumerate(located):
            self.places_of.setdefault(self.reading.words[place.run.first].sentence, []).append(k)
            for w in range(*place.run):
                self.place_at.setdefault(w, []).append(k)
        self.arms = weapons_there(cast)
        self.weapons = weapons_told(cast.reading, self.arms)
        self.leftovers: list[Leftover] = []

    def first(self, options: tuple[Trigger, ...]) -> Draft | None:
        """The draft of the first frame whose needs are met."""
        return next((d for t in options if (d := self.draft(t)) is not None), None)

    def draft(self, trigger: Trigger) -> Draft | None:
        """The draft of a trigger; None (and a leftover) when its frame's needs are not met."""
        if self.in_name(trigger):
            self.leave(trigger, "is part of a name")
            return None
        if self.attributive(trigger):
            self.leave(trigger, "describes a thing, tells no event")
            return None
        if (content := only_content(self.cast, trigger)) is not None:
            self.leave(trigger, f"{content}, no act of its own")
            return None
        roles = fill(self.cast, trigger)
        self.speaker_roles(trigger, roles)
        put_right = set_right(self.cast, trigger, roles)
        if not satisfied(self.cast, trigger, roles) and not told_by_some(self.cast, trigger, roles):
            self.leave(trigger, "nobody who could be coded takes part")
            return None
        holding = tellers(self.told, self.chronology.over, trigger.i)
        if of_a_former_version(self.reading, tuple(self.told[k] for k in holding)):
            self.leave(trigger, "what the report takes back")
            return None
        said = self.told[holding[0]] if trigger.rule.attributed and holding else None
        if said is not None:
            holding = holding[1:]  # to say so is the act, done when it was said; who else tells it
        teller = holding[0] if holding else None
        clause = self.clause(trigger)
        mode, weapon = self.mode(trigger, clause)
        marked = factuality(self.reading, self.cast.codebook, trigger.i)
        if marked == "planned" and trigger.rule.type == "ASSAULT":
            marked = attempted(self.reading, self.cast.codebook, trigger.i) or marked
        sure = "actual" if self.performed(trigger, marked) else trigger.rule.factuality or marked
        if sure == "hypothetical" and trigger.rule.type in DEEDS:
            self.leave(trigger, "what may be, no act of its own")
            return None
        if teller is not None and sure == "actual" and self.denies(teller, trigger, roles):
            sure = "negated"
        cue = said.cue_head if said is not None else None
        time = self.chronology.at(trigger.i, ahead="planned" in {marked, sure}) if said is None else time_of_speaking(self.chronology, said)
        if time is not None and time.direction == "future" and sure == "actual" and trigger.rule.type in SPEECH:
            time = None  # when it will be done is not when it was promised
        return Draft(
            trigger=trigger,
            type=trigger.rule.type,
            mode=mode,
            weapon=weapon,
            roles=roles,
            factuality=sure,  # type: ignore[arg-type]
            era=trigger.rule.era or self.chronology.era(trigger.i if cue is None else cue, time, teller is not None),  # type: ignore[arg-type]
            time=time,
            places=self.places(trigger, clause),
            teller=teller,
            tellers=[teller] if teller is not None else [],
            evidence=self.evidence(trigger, roles),
            refers_back=self.anaphoric(trigger, roles),
            why=f"{trigger.rule.type}.{trigger.rule.id}{put_right}",
            toll=self.toll(trigger, roles),
            cue=cue,
        )

    def performed(self, trigger: Trigger, marked: str) -> bool:
        """True for words that were spoken, whatever their clause looks like.

        An accusation that is denied, demands that are not met, what is voted for ("voted to extend sanctions"), what somebody rings
        another up or marches to ask.
        """
        kind, i = trigger.rule.type, trigger.i
        if marked == "negated" and not trigger.verbal and kind in {"ACCUSE", "REQUEST"}:
            return own_marks(self.reading, self.cast.codebook, i) is None
        if marked != "planned":
            return False
        word = self.reading.words[i]
        above = self.cast.codebook.ontology.verbs.get(self.reading.words[word.head].lemma, ())
        speaks = any(rule.mode == "phone" or rule.type in {"ACCUSE", "PROTEST"} for rule, _ in above)
        told = word.relation == "advcl" and self.reading.words[word.head].xpos == "VBD"
        by_vote = voted(self.reading, i) or (not trigger.verbal and word.relation == "obj" and voted(self.reading, word.head))
        return (kind in VOTED and by_vote) or (kind == "REQUEST" and speaks and told)

    def denies(self, teller: int, trigger: Trigger, roles: Roles) -> bool:
        """True for violence in what is denied, and for what the denier is said to do: "rejected claims that it arms the rebels".

        Not for an act that what is denied is about, or that it comes after: "denied the charges made over the killing of two envoys".
        """
        if not trigger.verbal and preposition(self.reading, trigger.i) in ABOUT | PRESUPPOSING:
            return False
        own = {p.bare for p in self.told[teller].sources} & {p.bare for p in roles.actors}
        if not trigger.verbal and not own and known_killing(self.reading, trigger.i):
            return False
        return self.told[teller].stance == "deny" and (trigger.rule.type == "ASSAULT" or (bool(own) and trigger.rule.type != "ACCUSE"))

    def toll(self, trigger: Trigger, roles: Roles) -> frozenset[tuple[str, str]]:
        """The numbers of those killed or wounded, as written, with the side they belong to; empty for other acts."""
        if not trigger.rule.killing:
            return frozenset()
        counted = [n for p in trigger.frame.patients for n in self.reading.dependents(p, "nummod")]
        return frozenset((f"{trigger.rule.id} {self.reading.words[n].lower}", p.bare) for n in counted for p in roles.recipients if p.bare)

    def attributive(self, trigger: Trigger) -> bool:
        """True for what describes ("occupied territories", "troops backed by …", "troops stationed in …") and for what media ask."""
        word = self.reading.words[trigger.i]
        if not trigger.verbal and self.modifies(trigger.i):
            return True
        if trigger.verbal and word.deprel == "amod" and (trigger.rule.mode not in {"abduct", "arrest"} or self.let_go(word.head)):
            return True
        if trigger.rule.type == "MOBILIZE" and trigger.verbal and word.deprel in {"acl", "acl:relcl"}:
            return True
        if trigger.rule.id in {"back", "aid"} and word.deprel in {"acl", "advcl"} and word.xpos == "VBN":
            return True
        return trigger.rule.type == "REQUEST" and any(p.kind == "media" for a in trigger.frame.agents for p in who(self.cast, a))

    def in_name(self, trigger: Trigger) -> bool:
        """True for a noun in the name of a body ("the Front for the Liberation of X") and for the "operation" of "co-operation"."""
        words, i = self.reading.words, trigger.i
        if trigger.verbal:
            return False
        if trigger.rule.type == "ASSAULT" and i > 1 and words[i - 1].text == "-" and words[i - 2].lower == "co":
            return True
        bodies = (m.run for m in self.reading.mentions if m.label == "Organization" and m.run.first < i < m.run.end)
        return words[i].xpos in {"NNP", "NNPS"} and any(words[w].text == "for" for run in bodies for w in range(run.first, i))

    def let_go(self, i: int) -> bool:
        """True for captives in "released 20 captured soldiers", "the exchange of jailed rebels": the news is not that they were taken."""
        word, ontology = self.reading.words[i], self.cast.codebook.ontology
        above = self.reading.words[word.head].lemma.lower() if word.relation in {"obj", "nmod", "nsubj", "obl"} else ""
        rules = (rule for rule, _ in (*ontology.verbs.get(above, ()), *ontology.nouns.get(above, ())))
        return any(rule.mode == "release" for rule in rules)

    def modifies(self, i: int) -> bool:
        """True for a noun that only describes another: "attack aircraft", "a strike group", "insurgency-torn"."""
        word, after = self.reading.words[i], self.reading.words[i + 1 : i + 2]
        above = self.reading.words[word.head]
        hyphen = bool(after) and after[0].text == "-" and after[0].start == word.end
        return hyphen or (word.relation == "compound" and above.i > i and above.upos in {"NOUN", "PROPN", "ADJ", "VERB"})

    def leave(self, trigger: Trigger, why: str) -> None:
        """Notes a trigger that was seen and not coded."""
        self.leftovers.append(
            Leftover(span=self.reading.span(Run(trigger.i, trigger.i + 1)), why=f"{trigger.rule.type}.{trigger.rule.id}: {why}")
        )

    def speaker_roles(self, trigger: Trigger, roles: Roles) -> None:
        """In a frame that is an accusation by its words alone ("provocation"), the claimant accuses."""
        if not trigger.rule.attributed:
            return
        holding = tellers(self.told, self.chronology.over, trigger.i)
        if holding:
            roles.actors = [p for p in map(as_claimant, self.told[holding[0]].sources) if p.code and p.kind != "media"]

    def clause(self, trigger: Trigger) -> tuple[int, ...]:
        """The words of the trigger's own clause, its subject's among them."""
        reading = self.reading
        out: set[int] = {trigger.i, *trigger.words}
        queue = [trigger.i]
        while queue:
            for c in reading.children[queue.pop()]:
                if reading.words[c].deprel not in CLAUSE_BREAKS or (c != trigger.i and listed_noun(reading, c, trigger.i)):
                    out.add(c)
                    queue.append(c)
        for head in (*trigger.frame.agents, *trigger.frame.patients):
            out.update(core(reading, head))
        word = reading.words[trigger.i]
        listed = word.relation == "conj" and bool(reading.dependents(trigger.i, "nmod"))  # "fire on Taiz and an attack near Hays"
        if not trigger.verbal and not listed and word.head != trigger.i and reading.words[word.head].upos in {"VERB", "NOUN"}:
            out.add(word.head)
            out.update(
                c
                for c in reading.children[word.head]
                if reading.words[c].deprel not in CLAUSE_BREAKS
                and reading.words[c].relation in {"obl", "nmod", "compound", "obj", "advmod"}
            )
        return tuple(sorted(out))

    def mode(self, trigger: Trigger, clause: tuple[int, ...]) -> tuple[str | None, str | None]:
        """PLOVER mode and weapon word.

        What the frame says, a weapon in the clause, or the topic of what is asked, refused or threatened.
        """
        rule, ontology = trigger.rule, self.cast.codebook.ontology
        if rule.type == "ASSAULT" and rule.territorial:
            return rule.mode, None  # who takes ground has guns: GUIDELINES of the gold, "a raid, an advance, taking or occupying a place"
        if rule.type == "ASSAULT":
            hit = self.hit(trigger)
            told = [self.reading.words[w] for w in (self.around(trigger.i) if rule.killing else clause) if rule.killing or w not in hit]
            said = " ".join([word.lower for word in told])
            stems = " ".join([word.lemma.lower() for word in told])
            text = f" {said} \n {stems} "
            for word, mode in self.arms:
                if word in text and f" {word} " in text:
                    takes = rule.mode is None or rule.mode in OVERRIDING.get(mode, set())
                    return (mode if takes else rule.mode), word
            return rule.mode, None
        topics = ontology.types[rule.type].topics
        if rule.mode is None and topics:
            around = {self.reading.words[w].lemma.lower() for w in self.threatened(trigger.i)}
            return next((mode for mode, words in topics.items() if around & words), None), None
        if rule.forces_move:
            return self.moved(trigger), None
        return rule.mode, None

    def threatened(self, i: int) -> tuple[int, ...]:
        """The words that tell what is threatened, asked or refused: where they name sanctions, not on what condition."""
        ontology, below = self.cast.codebook.ontology, self.reading.subtree(i)
        marks = [w for w in below if self.reading.words[w].relation == "mark" and self.reading.words[w].lower in {"if", "unless"}]
        aside = {k for m in marks for k in self.reading.subtree(self.reading.words[m].head)}
        rest = tuple(w for w in below if w not in aside)
        lemmas = {self.reading.words[w].lemma.lower() for w in rest} if aside else set()
        rules = (rule for lemma in lemmas for rule, _ in (*ontology.verbs.get(lemma, ()), *ontology.nouns.get(lemma, ())))
        return rest if any(rule.type == "SANCTION" for rule in rules) else below

    def usual_mode(self, d: Draft) -> str | None:
        """The mode of an assault, also where its words name no means.

        An assassination is targeted; where planes are told of more than missiles, drones and guns, strikes are from the air, and so are a
        state's bombs; where no heavy weapons are told of, who fires does so with rifles.
        """
        rule, named, told = d.trigger.rule, d.mode not in {None, "destroy"}, self.weapons
        if told["aerial"] > told["heavy-weapons"] + told["drone"] and (
            (rule.id == "strike-noun" and not named)
            or (d.mode == "explosives" and rule.id in BOMBING and any(p.kind in {"country", "military"} for p in d.roles.actors))
        ):
            return "aerial"
        if d.mode is None and self.cast.is_class(d.i, "assassinating"):
            return "targeted"
        rifles = rule.id == "fire" and not d.trigger.frame.patients and not told["heavy-weapons"]
        return "firearms" if d.mode is None and rifles else d.mode

    def hit(self, trigger: Trigger) -> frozenset[int]:
        """The words of what is attacked, which tell no weapon: "attacked a gold mine", "struck a drone factory"."""
        heads = trigger.frame.patients if trigger.rule.mode is None and "patient" in trigger.rule.recipients else ()
        itself = trigger.words if trigger.rule.id == "shoot-down" else ()  # what is shot down need not be shot at with rifles
        return frozenset(itself) | frozenset(w for h in heads for w in core(self.reading, h))

    def around(self, i: int) -> tuple[int, ...]:
        """The words that may tell what somebody was killed with: the sentence's, of a relative clause its own, without acts told beside."""
        reading, w = self.reading, i
        while reading.words[w].deprel != "acl:relcl" and reading.words[w].head != w:
            w = reading.words[w].head
        acts = (c for c in reading.dependents(i, "conj", "parataxis") if reading.words[c].lemma not in HARMING)
        beside = {k for c in (*acts, *self.days_apart(i)) for k in reading.subtree(c)}
        told = set(reading.subtree(w))
        while reading.words[w].head != w and (reading.words[w].relation in {"nmod", "obl"} or reading.words[w].deprel == "acl:relcl"):
            w = reading.words[w].head  # "planned bomb attacks on embassies that killed ten", hung on the embassies
            told |= {k for h in (w, *reading.dependents(w, "obj")) for k in core(reading, h)}
        return tuple(k for k in sorted(told) if k not in beside)

    def days_apart(self, i: int) -> tuple[int, ...]:
        """What was done a while before or after, as in "Two days after police opened fire, six people were burnt alive"."""
        reading = self.reading
        clauses = (c for c in reading.dependents(i, "advcl") if any(reading.words[m].lower in APART for m in reading.dependents(c, "mark")))
        return tuple(c for c in clauses if any(self.cast.is_class(m, "time_like") for m in reading.dependents(c, "obl")))

    def moved(self, trigger: Trigger) -> str:
        """What was moved: weapons, police, a militia or troops."""
        heads = [*trigger.frame.patients, *trigger.frame.agents]
        lemmas = {self.reading.words[w].lemma.lower() for h in heads for w in core(self.reading, h)}
        if lemmas & {"police", "policeman", "bsf"}:
            return "police"
        if lemmas & self.cast.codebook.ontology.classes["arms"]:
            return "weapons"
        return "militia" if lemmas & {"militia", "militiaman"} else "troops"

    def places(self, trigger: Trigger, clause: tuple[int, ...]) -> tuple[int, ...]:
        """Positions of the places in the trigger's clause, else of the nearest one in the sentence."""
        inside = set(clause) - self.seats(trigger)
        named = tuple(sorted({k for w in inside for k in self.place_at.get(w, ())}))
        if named:
            return antecedent(self.reading, self.located, clause) or where_it_was(self.reading, self.located, named)
        if any(self.reading.words[w].lower == "here" and self.reading.words[w].upos == "ADV" for w in inside):
            return self.desk
        here = self.places_of.get(self.reading.words[trigger.i].sentence, ())
        near = [(distance(self.reading, self.located[k].run.end - 1, trigger.i), k) for k in here]
        elsewhere = self.seats(trigger) | self.where_said(trigger)
        near = [n for n in near if n[0] <= 4 and self.located[n[1]].run.first not in elsewhere]
        near = [n for n in near if preposition(self.reading, self.located[n[1]].run.first) != "from"]
        return self.listed_with(min(near)[1]) if near else ()

    def listed_with(self, k: int) -> tuple[int, ...]:
        """The place and those that stand in one list with it."""
        first = first_of_list(self.reading, self.located[k])
        return tuple(n for n, place in enumerate(self.located) if first_of_list(self.reading, place) == first)

    def seats(self, trigger: Trigger) -> frozenset[int]:
        """Words of the places where those have their seat who act, in "the ministry in Baku": nothing happened there."""
        roles = {a: self.cast.role(a) for a in trigger.frame.agents}
        officials = [a for a, role in roles.items() if role is not None and role.sector in {"GOV", "LEG", "JUD"}]
        below = (w for a in officials for c in self.reading.dependents(a, "nmod") for w in self.reading.subtree(c))
        return frozenset(below)

    def where_said(self, trigger: Trigger) -> frozenset[int]:
        """Words that tell where somebody spoke of it, in "…, he told reporters in Cotonou"."""
        cues = {self.told[k].cue_head: self.told[k].content for k in self.chronology.over.get(trigger.i, ())}
        heads = ((c, content) for w, content in cues.items() if w is not None for c in self.reading.dependents(w, "obl", "obj", "iobj"))
        return frozenset(w for c, content in heads if c not in content for w in self.reading.subtree(c))

    def evidence(self, trigger: Trigger, roles: Roles) -> Span:
        """The characters from the first to the last word of trigger and roles, at most 400 code points around the trigger."""
        words = [*trigger.words, *roles.actor_words, *roles.recipient_words, *trigger.frame.patients]
        sentence = self.reading.sentences[self.reading.words[trigger.i].sentence]
        words = sorted({c for w in words if w in sentence for c in core(self.reading, w) if c in sentence} | {trigger.i})
        span = self.reading.span(Run(words[0], words[-1] + 1))
        if span.end - span.start > LONGEST_EVIDENCE:
            span = self.reading.span(Run(min(trigger.words), max(trigger.words) + 1))
        return span

    def anaphoric(self, trigger: Trigger, roles: Roles) -> bool:
        """True for "the attack", "the fighting": a definite noun that brings nobody new."""
        if trigger.verbal:
            agents = trigger.frame.agents
            taken_up = any(self.known_act(w) for w in trigger.words if w != trigger.i)
            return trigger.rule.type == "ASSAULT" and (taken_up or (bool(agents) and all(self.known_act(a) for a in agents)))
        word = self.reading.words[trigger.i]
        told_of = word.deprel == "nsubj:pass" and self.reading.words[word.head].lemma in COMMITTING
        of = trigger.rule.id == "bombing-noun" and bool(trigger.frame.obliques.keys() & STRUCK_BY)
        if (trigger.frame.agents or trigger.frame.patients or of) and not told_of:
            return False
        if any(self.reading.words[c].lower in {"a", "an"} for w in trigger.reached for c in self.reading.dependents(w, "det")):
            return False  # "condemned the attack on a clinic"
        return is_definite(self.reading, trigger.i) and (told_of or (not roles.recipient_words and not roles.actor_words))

    def another(self, trigger: Trigger) -> bool:
        """True for "another attack", "a separate clash", "new strikes": one that was not told before."""
        return any(
            self.reading.words[c].lower in {"another", "separate", "second", "third", "additional", "different", "further", "new", "fresh"}
            for i in {trigger.i, container(self.reading, trigger.i)}
            for c in self.reading.children[i]
        )

    def known_act(self, a: int) -> bool:
        """True for "the attack" as subject: what it hit or killed is told again."""
        lemma = self.reading.words[a].lemma.lower()
        return (
            is_definite(self.reading, a)
            and (lemma in KNOWN_ACTS or self.cast.codebook.ontology.names_violence(lemma))
            and all(self.chronology.head_of_time(c) for c in self.reading.dependents(a, "nmod", "nmod:poss"))
        )

    def occurs(self, trigger: Trigger) -> bool:
        """True when a noun of violence is told as happening: subject of "broke out", "continued", or with "ongoing", "fresh", "heavy"."""
        word = self.reading.words[trigger.i]
        governor = self.reading.words[word.head].lemma.lower()
        happening = HAPPENING | (HARMING | LEAVING if word.relation in {"nsubj", "csubj"} else frozenset())  # "clashes killed 35"
        marks = {
            "ongoing",
            "fresh",
            "heavy",
            "new",
            "fierce",
            "violent",
            "sporadic",
            "renewed",
            "intense",
            "deadly",
            "continuing",
            "major",
            "bloody",
        }
        return governor in happening or bool({self.reading.words[c].lemma.lower() for c in self.reading.children[trigger.i]} & marks)
