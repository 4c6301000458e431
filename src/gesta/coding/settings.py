"""What a passage is about: whether words of violence in it tell violence, or a match, a market, a storm, a film or a trial."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from gesta.coding.by_form import places, standing
from gesta.coding.cast import Cast
from gesta.coding.clauses import AUTHORS, HARMING, SUFFERED, Frame, preposition
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import WARRING
from gesta.coding.parties_in_text import who
from gesta.coding.strangers import gunman, loads
from gesta.coding.unmistakable import unmistakable
from gesta.model import Reading

FIGHTING = frozenset({"military", "armed-group"})
LIFELESS = ("weather", "health", "animals", "traffic")  # settings whose words do harm without meaning it
CONFLICT = "conflict"
USUAL = frozenset({"business", "courts", "health", "politics", "traffic"})  # settings that conflict passes through: they must outweigh it
# Settings that a weapon breaks into: a rocket that hits a railway station or a ward is no accident, whatever the passage says of trains.
ROUTINE = frozenset({"traffic", "health"})
MURDER = SUFFERED | {"killing", "assassinate", "kill", "slay"}
FATAL = MURDER | {"shoot", "gun", "massacre"}  # "shot to death", "gunned down"
BLOWS = frozenset({"beat", "hack", "stab", "behead", "lynch"})  # of which an activist or a mayor dies, as of a shot
MEANT = SUFFERED | {"assassinate", "slay"}  # words that one word of a match or a film makes no figure of speech
POLITICAL = frozenset({"assassinate", "assassination"})
PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "OPP", "REB"})
BLASTING = frozenset({"blow", "detonate", "dynamite"})
POLICE = frozenset({"police", "policeman", "policewoman"})
MINES = frozenset({"mine"})  # in the earth, where "land" stands before them
MISHAPS = frozenset("crash collide overturn capsize derail collapse plunge skid".split())  # verbs of what nobody means to happen
COLLISIONS = frozenset({"crash", "collide"})  # what a driver may mean to do; nobody means to plunge into a gorge
DEPICTING = frozenset(
    "follow tell show depict portray describe open begin pit chronicle recount feature revolve set imagine let send star".split()
)  # verbs of what a work does with its matter
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth 1st 2nd 3rd"
)
OLD_CENTURIES = frozenset((*ORDINALS.split(), *(f"{n}th" for n in range(4, 19))))
ERAS = frozenset({"bc", "bce", "b.c."})
DATING = ERAS | {"century"}
SHORT = 150  # words
# Sentences before and after one that belong to its passage.
AROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The words of each setting in each sentence of a reading, and in the whole of it; `hearsay` are those that only say something."""

    sentences: tuple[Mapping[str, frozenset[str]], ...]
    whole: Mapping[str, frozenset[str]]
    hearsay: frozenset[str] = frozenset()

    def passage(self, sentence: int) -> dict[str, frozenset[str]]:
        """The words of each setting in a sentence and those around it."""
        return together(self.sentences[max(0, sentence - AROUND) : sentence + AROUND + 1])

    def other(self, sentence: int, least: int = 1, asked: str = "") -> str | None:
        """The setting that outweighs conflict in the passage of a sentence and in the text, by `least` words; None where none does.

        The word that is `asked` about tells nothing of itself where it may be a figure of speech: "bombed two aces past his rival".
        """
        words, whole = self.passage(sentence), self.whole
        violent = words.pop(CONFLICT, frozenset())
        heaviest = max(words, key=lambda name: (len(words[name]), name), default=None)
        if heaviest is None:
            return None
        against = len(violent) + 1 if heaviest in USUAL else len(violent - {asked})
        return heaviest if len(words[heaviest]) >= max(least, against) and len(whole[heaviest]) >= len(whole.get(CONFLICT, ())) else None

    def conflict(self, sentence: int) -> bool:
        """True when a word of conflict stands in the passage of a sentence, or several in the text; police who only say it are none."""
        near = self.passage(sentence).get(CONFLICT, frozenset()) - self.hearsay
        return bool(near) or len(self.whole.get(CONFLICT, ())) > AROUND

    def elsewhere(self, sentence: int) -> int:
        """How many words of conflict stand in other sentences alone."""
        return len(self.whole.get(CONFLICT, frozenset()) - self.sentences[sentence].get(CONFLICT, frozenset()))


def together(sentences: Iterable[Mapping[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """The words of each setting in several sentences."""
    out: dict[str, frozenset[str]] = {}
    for sentence in sentences:
        for name, words in sentence.items():
            out[name] = out.get(name, frozenset()) | words
    return out


def find_settings(reading: Reading, of: Mapping[str, frozenset[str]], names: Container[int] = ()) -> Settings:
    """The settings of a reading; `of` are those that a word tells of, by the codebook's lists, `names` the words of persons' names.

    A name tells of none: Oscar Ruiz of no film, a Ms Bishop of no match.
    """
    out = []
    says = {w for a in reading.attributions for run in a.source for w in range(run.first, run.end)}
    police = {i: lemma for i in standing(reading, POLICE) if (lemma := reading.words[i].lemma.lower()) in POLICE}
    telling = {*standing(reading, of), *standing(reading, MINES)}
    for run in reading.sentences:
        found: dict[str, set[str]] = {}
        for w in range(*run):
            word = reading.words[w]
            if w not in telling or w in names:
                continue
            form = word.lemma.lower() if word.lemma.lower() in of else word.lower
            if word.lemma == "mine" and w and reading.words[w - 1].lower == "land":
                form = "landmine"
            for name in of.get(form, ()):
                if name != "weather" or word.upos != "VERB":  # gunmen storm a clinic
                    found.setdefault(name, set()).add(form)
        out.append({name: frozenset(lemmas) for name, lemmas in found.items()})
    acting = {lemma for i, lemma in police.items() if i not in says}
    return Settings(sentences=tuple(out), whole=together(out), hearsay=frozenset(police.values()) - acting)


def figurative(cast: Cast, settings: Settings, i: int, frame: Frame, acting: frozenset[str]) -> str | None:
    """Why the words of violence at word `i` tell no armed or political violence; None where they may.

    A force of nature, a disease or an animal acts; or the passage is about something else (a match, a trial, a market); or nothing in it is
    about conflict, nobody acts who could wage it, and no place is hit by nobody named. `acting` are the codes of those who act.
    """
    words, ontology = cast.reading.words, cast.codebook.ontology
    # "surfers attacked a shark": of the setting, but no thing; a lorry that is laden with explosives is no accident
    things = [
        a for a in frame.agents if not cast.is_class(a, "people") and not any(cast.is_class(o, "arms") for o in loads(cast.reading, a))
    ]
    forms = {form for a in things for form in (words[a].lemma.lower(), words[a].lower.removesuffix("s"))}
    harmless = {name for name in LIFELESS if forms & ontology.settings[name]}
    if any(words[m].lower in ontology.settings["weather"] for a in things for m in named_with(cast, a)):
        harmless.add("weather")
    if harmless and not acting:
        return f"the doing of {min(harmless)}"
    if befell(cast, i):
        return "the doing of an accident"
    if long_ago(cast, words[i].sentence):
        return "of a century long past"
    lone, in_office = settings.elsewhere(words[i].sentence) <= AROUND, killed_in_office(cast, i, frame)
    if lone:
        if told_in_a_work(cast, i):
            return "told in a work of fiction or art"
        if by_a_character(cast, i, frame):
            return "told of somebody's characters"
        if told_to_a_player(cast, words[i].sentence):
            return "told to who plays"
    if murdered_for_politics(cast, settings, i, frame) or unmistakable(cast, i, frame):
        return None
    fighters = by_fighters(cast, frame)
    plain = fighters or in_office or words[i].lemma.lower() in BLASTING
    if cast.reading.apolitical and lone and not plain:
        return "the text's words are not those of politics"
    other = settings.other(words[i].sentence, 2 if fighters or meant(cast, i, frame) else 1, words[i].lemma.lower())
    if other in ROUTINE and shot(cast, i, frame):
        return None
    if other in {"courts", "politics", "sport", "business"} and in_office:
        return None
    if other is not None:
        return f"the passage is about {other}"
    if settings.conflict(words[i].sentence) or in_office:
        return None
    if len(words) > SHORT and meant(cast, i, frame):
        return None  # a report of some length in which nothing else is about
    armed = any(gunman(cast, a) or cast.is_class(a, "forces") or any(p.kind in WARRING for p in who(cast, a)) for a in frame.agents)
    armed = armed or any(words[p].lemma in AUTHORS for p in cast.reading.dependents(i, "acl"))  # what is blamed on somebody was no accident
    armed = armed or any(m in cast.hits and cast.hits[m].party.kind in WARRING for m in modifiers(cast.reading, i))
    armed = armed or any(words[m].lower == "air" for w in (i, *frame.agents) for m in modifiers(cast.reading, w))  # "air strikes"
    aimed = () if frame.patients else ("on", "at", "against")  # "killed seven infants at a hospital" strikes no hospital
    hit = (*frame.patients, *(w for case in aimed for w in frame.obliques.get(case, ())))
    near = (w for h in hit for w in (h, *cast.reading.dependents(h, "nmod", "compound", "appos")))
    armed = armed or (not frame.agents and any(w in cast.place_of for w in near))
    return None if armed else "nothing near is about conflict"


def named_with(cast: Cast, a: int) -> tuple[int, ...]:
    """The words that a name stands with: the hurricane of "Hurricane Beryl"."""
    return cast.reading.dependents(a, "compound", "flat", "nmod:desc") if cast.reading.words[a].upos == "PROPN" else ()


def befell(cast: Cast, i: int) -> bool:
    """Whether harm is only what came of an accident: "crashed in bad weather, killing all on board"; not "crashed into a crowd"."""
    words, head = cast.reading.words, cast.reading.words[i].head
    if words[i].relation not in {"advcl", "conj"} or words[i].lemma not in HARMING or words[head].lemma not in MISHAPS:
        return False
    meant_to = words[head].lemma in COLLISIONS and any(preposition(cast.reading, o) == "into" for o in cast.reading.dependents(head, "obl"))
    return not meant_to


def told_in_a_work(cast: Cast, i: int) -> bool:
    """Whether a film, a novel, a game or a painting tells it: "in the film a captain kills", "the series follows a woman who kills"."""
    reading, ontology = cast.reading, cast.codebook.ontology

    def work(w: int, *, shown: bool) -> bool:
        lemma = reading.words[w].lemma.lower()
        several = any(preposition(reading, n) == "of" for n in reading.dependents(w, "nmod"))  # "a series of attacks"
        return lemma in ontology.classes["works"] or (shown and lemma in ontology.classes["shows"] and not several)

    at: int | None = i
    while at is not None:
        shows = reading.words[at].lemma.lower() in DEPICTING
        if (at != i and work(at, shown=False)) or any(work(s, shown=shows) for s in reading.dependents(at, "nsubj", "nsubj:pass")):
            return True
        if any(o < at and preposition(reading, o) == "in" and work(o, shown=True) for o in reading.dependents(at, "obl")):
            return True
        at = None if reading.words[at].relation == "root" else reading.words[at].head
    return False


def by_a_character(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether it is told in the present of those who belong to a person of no office: "Kurosawa's bandits attack the village"."""
    if cast.reading.words[i].xpos not in {"VBZ", "VBP"}:
        return False
    owners = [o for a in frame.agents for o in cast.reading.dependents(a, "nmod:poss")]
    return any(o in cast.person_at and not any(p.code for p in who(cast, o)) for o in owners)


def long_ago(cast: Cast, sentence: int) -> bool:
    """Whether a sentence tells of a century before the nineteenth: "in the thirteenth century", "in 1285 BC"."""
    words, run = cast.reading.words, cast.reading.sentences[sentence]
    if places(cast.reading).keys().isdisjoint(DATING):
        return False
    forms = [words[w].lower for w in range(run.first, run.end)]
    return bool(ERAS & set(forms)) or any(b == "century" and a in OLD_CENTURIES for a, b in pairwise(forms))


def told_to_a_player(cast: Cast, sentence: int) -> bool:
    """Whether the sentence or one around it, of a short text, speaks to "you" in nobody's mouth, as a game does; an interview is longer."""
    reading = cast.reading
    if len(reading.words) > SHORT:
        return False
    quoted = {w for a in reading.attributions for run in (*a.content, *a.source) for w in range(run.first, run.end)}
    around = reading.sentences[max(0, sentence - AROUND) : sentence + AROUND + 1]
    return any(reading.words[w].lower in {"you", "your"} and w not in quoted for run in around for w in range(run.first, run.end))


def killed_in_office(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether somebody is murdered who holds an office, stands for one or speaks for a party: that is political, whoever inquires into it.

    So is all that is called an assassination.
    """
    lemma, hit = cast.reading.words[i].lemma.lower(), killed(frame)
    return lemma in FATAL | BLOWS and bool(hit) and (lemma in POLITICAL or public(cast, hit))


def by_fighters(cast: Cast, frame: Frame) -> bool:
    """Whether gunmen, an army or an armed group do it, or have it done to them."""
    struck = (*frame.agents, *frame.patients)
    return any(gunman(cast, w) or any(p.kind in FIGHTING for p in who(cast, w)) for w in struck)


def meant(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether a word of killing is none of a match or a film where but one word is theirs: murder, and the killing of people."""
    lemma = cast.reading.words[i].lemma.lower()
    people = any(h in cast.person_at or cast.is_class(h, "people") or cast.role(h) is not None for h in killed(frame))
    return lemma in MEANT or (lemma in FATAL | BLASTING and people)


def murdered_for_politics(cast: Cast, settings: Settings, i: int, frame: Frame) -> bool:
    """Whether somebody is murdered, by name, in a passage of parties and elections: "the parties condemned the murder of Ana Ruiz"."""
    named = cast.reading.words[i].lemma.lower() in MEANT and any(h in cast.person_at for h in killed(frame))
    return named and bool(settings.passage(cast.reading.words[i].sentence).get("politics"))


def killed(frame: Frame) -> frozenset[int]:
    """The heads of those whom a word of killing names as its victims."""
    return frozenset((*frame.patients, *frame.obliques.get("of", ())))


def public(cast: Cast, hit: Collection[int]) -> bool:
    """Whether one of those hit holds an office, stands for one or speaks for a party, as the words at them say."""
    near = {w for h in hit for w in (h, *titles(cast, h), *cast.reading.dependents(h, "nmod", "compound", "appos", "flat"))}
    offices = (cast.role(w) for w in near)
    named = any(p.is_person and p.code for h in hit for p in who(cast, h))
    told = any(cast.is_class(w, name) for w in near for name in ("officials", "politicians"))
    return named or told or any(o is not None and o.sector in PUBLIC for o in offices)


def titles(cast: Cast, h: int) -> range:
    """The nouns right before a person's name, wherever the parse hangs them: "attorney general" in "attorney general Ana Ruiz"."""
    if h not in cast.person_at:
        return range(h, h)
    words, first = cast.reading.words, cast.person_at[h][0]
    start, least = first, cast.reading.sentences[words[h].sentence].first
    while start > least and words[start - 1].upos in {"NOUN", "PROPN", "ADJ"}:
        start -= 1
    return range(start, first)


def shot(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether a missile, a shell or another thing that is fired does it, is what is fired, or stands in the act's own name."""
    words = cast.reading.words
    heads = (i, *frame.agents, *frame.patients, *modifiers(cast.reading, i))
    return any(words[h].lemma.lower() in cast.codebook.ontology.classes["projectiles"] for h in heads)
