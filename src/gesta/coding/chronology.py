"""When: the time expression that belongs to an event, and whether it is the news or its background."""

from __future__ import annotations

from datetime import date, timedelta

from gesta.coding.backgrounds import (
    accords,
    at_that_time,
    can_do,
    gone_on_since,
    held_against,
    in_that_time,
    is_answered,
    is_reacted_to,
    just_before,
    until_now,
    waged,
)
from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.speakers import Telling, by_word
from gesta.coding.times import TimeMention, backward, earlier_by, forward
from gesta.model import Era, Reading

LONG_DAYS = 31  # "over the past six months" is no news
CURRENT_DAYS = 2  # "an act of the day or two before publication that belongs to the story is current" (annotation guidelines)
FORMER = frozenset(
    {
        "previous",
        "former",
        "past",
        "earlier",
        "previously",
        "formerly",
        "historic",
        "historically",
        "frequently",
        "routinely",
        "repeatedly",
        "regularly",
        "often",
        "ago",
        "frequent",
        "long-running",
        "decades-old",
        "periodically",
        "since",
        "sporadically",
        "historical",
    }
)
AGAIN = frozenset("repeatedly regularly often frequently routinely previously formerly consistently always long".split())
COURSE = frozenset("continue resume begin start launch halt suspend end stop press extend expand conduct order announce".split())
KNOWN_ACTS = frozenset({"disaster", "tragedy", "incident", "crisis", "catastrophe"})
LONG_ACTS = frozenset({"invasion", "occupation", "annexation", "war", "uprising", "insurgency", "coup", "genocide", "revolution"})
SUM_OF_A_CONFLICT = 500
TAKEN_UP_WITHIN = 20  # words: the subject and the first obliques
ONGOING = frozenset("intensify continue become increase surge grow rock plague escalate step rise spread deepen worsen mount".split())
CONNECTIVES = (
    "in response",
    "in addition",
    "at the time",
    "during that time",
    "in all",
    "in total",
    "since then",
    "ever since",
    "before that",
    "the earlier",
)
OTHER_ACTS = frozenset({"after", "following", "since", "before", "despite"})
FAR = 9  # steps
DETOUR = 3  # steps out of a participle's clause; out of a clause with a verb of its own no time is let
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
SAME_TIME = frozenset({"when", "as", "while", "where"})
LASTING_ACTS = frozenset("supply provide donate deliver send give occupy hold control seize".split())
RECORD = 8  # words between "the first", "the worst" and "since"
A_DAY_OR_TWO = frozenset({"a", "one", "1", "two", "2"})
HALF_A_YEAR = 183  # days
STORY = 10  # sentences: a day told longer ago is not the day that the story is at
TIMELESS = frozenset({"will", "shall", "would", "may", "might", "could", "can", "should", "must", "'ll", "’ll"})


class Chronology:
    """Times of one reading, put to words by the shortest way through the parse."""

    def __init__(self, cast: Cast, times: tuple[TimeMention, ...], told: tuple[Telling, ...]) -> None:
        """A time that hangs from the cue of a telling is the time of speaking."""
        self.cast, self.reading, self.told = cast, cast.reading, told
        self.over = by_word(told)
        self.speaking = frozenset(t.cue_head for t in told if t.cue_head is not None)
        self.act_before: dict[int, int] = {}
        self.by_sentence: dict[int, list[tuple[int, TimeMention]]] = {}
        self.carried: dict[tuple[int, bool], Era | None] = {}
        for mention in times:
            if self.of_a_record(mention):
                continue
            head = self.head(mention)
            if (act := self.act_just_before(mention)) is not None:
                self.act_before[head] = act
            self.by_sentence.setdefault(self.reading.words[head].sentence, []).append((head, mention))

    def of_a_record(self, mention: TimeMention) -> bool:
        """True for the time in "the first defection since August", "the deadliest attack since 2014": what is told is the news."""
        words = self.reading.words
        since = next((w for w in range(max(0, mention.run.first - 1), mention.run.end) if words[w].lower == "since"), None)
        own = any(words[w].relation in {"compound", "amod", "nummod"} and words[w].head >= mention.run.end for w in range(*mention.run))
        if since is None or own:  # "since the 2016 war": the war's
            return False
        near = range(max(self.reading.sentences[words[since].sentence].first, since - RECORD), since)
        return any(words[w].lower in {"first", "most", "least"} or words[w].xpos in {"JJS", "RBS"} for w in near)

    def head(self, mention: TimeMention) -> int:
        """The word of a time expression that hangs from outside it."""
        run, words = mention.run, self.reading.words
        return next((w for w in range(*run) if words[w].head not in run or words[w].head == w), run.first)

    def at(self, i: int, *, ahead: bool = False) -> TimeMention | None:
        """The time expression nearest to word `i` in its sentence's parse, times of speaking left out.

        `ahead` reads "on Friday" as the coming one; of what was done, "in January" is the last one.
        """
        sentence, held = self.reading.words[i].sentence, held_against(self.reading, i)
        best: tuple[int, int, TimeMention] | None = None
        for head, mention in self.by_sentence.get(sentence, ()):
            if mention.kind == "duration" or self.names_a_paper(mention) or (held is not None and not below(self.reading, head, held)):
                continue
            if self.of_speaking(head, mention) and not self.is_the_speaking(i, self.reading.words[head].head):
                continue
            if self.in_other_words(head, i):
                continue
            way = (distance(self.reading, head, i) + self.detour(head, i), abs(head - i))
            if way[0] <= FAR and (best is None or way < best[:2]):
                best = (*way, mention)
        if best is None:
            return None
        start = self.measured_from(self.head(best[2]))
        if start is not None and "after" in (best[2].time.text or "").lower():
            return earlier_by(best[2], self.counted_from(best[2])) if below(self.reading, i, start) else None
        if ahead:
            return self.coming(best[2])
        done = best[2].time.precision == "month" and self.is_past(self.verb_of(i))
        return backward(best[2], self.cast.day) if done else best[2]

    def coming(self, mention: TimeMention) -> TimeMention:
        """The mention read towards the future; a day of the year that would then lie more than half a year ahead is the one that was."""
        ahead, day = forward(mention, self.cast.day), self.cast.day
        far = day is not None and ahead.time.start is not None and (date.fromisoformat(ahead.time.start) - day).days > HALF_A_YEAR
        return mention if far and mention.cycle == "year" else ahead

    def is_past(self, verb: int) -> bool:
        """True for a verb in the past or the perfect: "attacked", "was attacked", "has attacked"."""
        words = self.reading.words
        auxiliaries = [words[c] for c in self.reading.dependents(verb, "aux")]
        done = any(w.xpos == "VBD" or w.lemma == "have" for w in auxiliaries) and not any(w.xpos == "MD" for w in auxiliaries)
        return words[verb].xpos == "VBD" or (words[verb].xpos == "VBN" and done)

    def in_other_words(self, head: int, i: int) -> bool:
        """True for a time inside what somebody is told to have said, where word `i` is another saying."""
        holding = (self.told[k] for k in self.over.get(head, ())) if i in self.speaking else ()
        return any(i not in t.content and t.cue_head not in {None, i} for t in holding)

    def counted_from(self, mention: TimeMention) -> date | None:
        """The day that a distance is laid from: the time told before it, where it hangs on that; else the day of publication."""
        if mention.anchored_on != "previous":
            return self.cast.day
        before = [m for found in self.by_sentence.values() for _, m in found if m.run.first < mention.run.first and m.time.start]
        last = max(before, key=lambda m: m.run.first, default=None)
        return date.fromisoformat(last.time.start) if last is not None and last.time.start else self.cast.day

    def is_the_speaking(self, i: int, cue: int) -> bool:
        """True for the verb of saying itself, one coordinated with it, and the act of speech that is its object."""
        word = self.reading.words[i]
        return i == cue or (word.head == cue and (word.relation == "conj" or (word.relation == "obj" and word.upos == "NOUN")))

    def story_day(self, i: int) -> TimeMention | None:
        """The day that the story is at where word `i` tells a single act: the last one told before that is news.

        None for what lasts or is still to come, and where the day last told was another than the news's. A day of speaking counts for
        nothing: what somebody said on a Tuesday may have happened before.
        """
        verb = self.verb_of(i)
        marks = {self.reading.words[c].lower for c in self.reading.dependents(verb, "aux")}
        if marks & {"has", "have"} and self.reading.words[verb].deprel == "acl:relcl":
            return None
        if self.told_as_earlier(i) or held_against(self.reading, i) is not None:
            return None
        if marks & TIMELESS or (self.reading.words[verb].xpos == "VBG" and marks & {"are", "is", "'re", "’re", "been"}):
            return None
        sentence = self.reading.words[i].sentence
        for s in range(sentence, max(-1, sentence - STORY - 1), -1):
            told = [m for h, m in self.by_sentence.get(s, ()) if m.kind == "point" and not self.of_speaking(h, m)]
            news = [m for m in told if m.time.precision in {"day", "time"} and m.direction != "future" and self.is_news(m)]
            if news:
                return news[-1]
            if any(era_of_time(m, self.cast.day) == "background" for m in told):
                return None
        return None

    def is_news(self, mention: TimeMention) -> bool:
        """True for a day that lies in the news."""
        return mention.time.start is not None and era_of_time(mention, self.cast.day) == "current"

    def detour(self, head: int, i: int) -> int:
        """What a way out of a relative or adverbial clause, or into what happened before, costs.

        The time in "the palace, which they had held since 2023" is not the palace's storming; that in "on Sunday, after a deal was
        reached" not the deal's.
        """
        if self.names_a_thing(head, i) or self.goes_before(head, i):
            return FAR
        cost, w = 0, self.act_before.get(head, head)
        while self.reading.words[w].head != w and w != i:
            word = self.reading.words[w]
            if word.head != i and not below(self.reading, i, w):
                reduced = word.deprel == "acl" and word.xpos in {"VBN", "VBD"}  # "the army beaten in 2012"
                cost += FAR if reduced or self.apart(w) or word.deprel == "ccomp" else DETOUR * (word.deprel in {"advcl", "acl"})
            elif opens_another(self.reading, head, w) and not below(self.reading, i, w):
                cost += FAR
            w = word.head
        return cost

    def goes_before(self, head: int, i: int) -> bool:
        """True where word `i` stands in a clause or noun told as earlier ("after …", "following …") and the time does not."""
        words, w = self.reading.words, i
        while words[w].head != w:
            earlier = self.earlier(w) or (head < w and is_reacted_to(self.reading, w))
            if earlier and not below(self.reading, self.act_before.get(head, head), w):
                return self.measured_from(head) != w
            w = words[w].head
        return False

    def measured_from(self, head: int) -> int | None:
        """The verb or noun that a distance is counted from: "killed" in "a week after six were killed"; None for other times."""
        mention = self.head_of_time(head)
        if mention is None or self.reading.words[mention.run.end - 1].lower not in {"after", "before"}:
            return None
        last = self.reading.words[mention.run.end - 1]
        return last.head if last.relation in {"mark", "case"} else None

    def told_as_earlier(self, i: int) -> bool:
        """True where word `i` stands in a clause or noun told as earlier."""
        while not self.earlier(i) and self.reading.words[i].head != i:
            i = self.reading.words[i].head
        return self.earlier(i)

    def earlier(self, w: int) -> bool:
        """True for the head of "after they left", "following an agreement", "since the war"."""
        word = self.reading.words[w]
        if word.relation == "advcl":
            return word.xpos in FINITE and any(self.reading.words[c].lower in OTHER_ACTS for c in self.reading.dependents(w, "mark"))
        return self.of_another_act(w) or is_answered(self.reading, w)

    def act_just_before(self, mention: TimeMention) -> int | None:
        """The noun of an earlier act whose phrase ends where the time begins.

        "after the collapse of the government in 2001", "in retaliation for Monday's raid": the parse often hangs such a time on the verb.
        """
        words = self.reading.words
        w = mention.run.first - 1
        while w > 0 and words[w].lower in {"in", "on", "at", "during", "early", "late", "earlier", "there", "of"}:
            w -= 1
        if w < 0 or words[w].upos not in {"NOUN", "PROPN"}:
            return None
        while words[w].head != w and words[w].upos in {"NOUN", "PROPN"}:
            if self.of_another_act(w) or is_answered(self.reading, w):
                return w
            w = words[w].head
        return None

    def apart(self, w: int) -> bool:
        """True for the head of a clause or noun whose time is its own: a relative clause, "after they left", "since the war"."""
        word = self.reading.words[w]
        if word.deprel == "advcl":
            marks = {self.reading.words[c].lower for c in self.reading.dependents(w, "mark", "advmod")}
            return word.xpos in FINITE and bool(marks) and not marks & SAME_TIME
        return word.deprel == "acl:relcl" or self.of_another_act(w) or is_answered(self.reading, w)

    def of_main_clause(self, head: int) -> bool:
        """True for a time that stands in no clause or noun apart."""
        head = self.act_before.get(head, head)
        while self.reading.words[head].head != head:
            word = self.reading.words[head]
            aside = word.deprel == "acl" and self.reading.words[word.head].relation != "nsubj"  # not "its account, released in May, is"
            if aside or word.deprel == "parataxis" or self.apart(head):
                return False
            head = word.head
        return True

    def names_a_thing(self, head: int, i: int) -> bool:
        """True for the time in "Monday's clash", "a resolution of May 2004": the thing's, where the trigger is another word."""
        words = self.reading.words
        thing = words[head].head
        if i in {thing, words[thing].head} or words[thing].upos != "NOUN" or below(self.reading, i, thing):
            return False
        mention = self.head_of_time(head)
        return words[head].deprel == "nmod:poss" or (mention is not None and mention.time.precision in {"month", "year", "season"})

    def of_another_act(self, w: int) -> bool:
        """True for the noun in "after the earthquake in February", "since his visit on Monday": its time is its own."""
        case = preposition(self.reading, w)
        return self.reading.words[w].upos in {"NOUN", "PROPN"} and case in OTHER_ACTS and self.head_of_time(w) is None

    def head_of_time(self, w: int) -> TimeMention | None:
        """The time mention whose words word `w` is one of."""
        return next((m for _, m in self.by_sentence.get(self.reading.words[w].sentence, ()) if w in m.run), None)

    def names_a_paper(self, mention: TimeMention) -> bool:
        """True for "the daily Asahi Shimbun"."""
        one_word = mention.kind == "set" and mention.run.end - mention.run.first == 1
        return one_word and self.reading.words[mention.run.first].lower in {"daily", "weekly", "monthly"}

    def of_speaking(self, head: int, mention: TimeMention) -> bool:
        """True for the time of a verb of saying ("said on Tuesday"); nobody says a thing "since 2000" or "in recent weeks"."""
        cue = self.reading.words[head].head
        return mention.kind == "point" and cue in self.speaking and self.reading.words[cue].upos in {"VERB", "AUX"}

    def era(self, i: int, mention: TimeMention | None, told: bool) -> Era:
        """`background` for what the time, the tense, a marking word or the sentence before puts before the news."""
        return "current" if self.before_the_news(i, mention, told) is None else "background"

    def before_the_news(self, i: int, mention: TimeMention | None, told: bool) -> str | None:
        """What puts word `i` before the news: the name of the rule; None for what is the news."""
        verb, word = self.verb_of(i), self.reading.words[i]
        if self.days_after(i) or self.since_then(i):
            return "after or since"
        if gone_on_since(self.reading, verb) or until_now(self.reading, verb):
            return "until now"
        if told and (self.said_before(i) or self.said_again(i)):
            return "said before"
        if mention is not None and (placed := era_of_time(mention, self.cast.day)) is not None:
            return "time" if placed == "background" else None
        if held_against(self.reading, i) is not None:
            return "held against somebody"
        if self.former(i):
            return "former"
        if self.presupposed(i, told) or self.delivered(i):
            return "presupposed"
        if self.habitual(i) and (not told or word.deprel == "acl:relcl"):
            return "habit"
        if in_that_time(self.reading, verb):
            return "that time"
        if not told and (self.past_perfect(i) or self.lasting(i) or waged(self.reading, verb) or can_do(self.reading, verb)):
            return "gone on"
        if mention is None and self.of_old_thing(i):
            return "of an old thing"
        goes_on = mention is None and self.reading.words[verb].xpos not in {"VBP", "VBZ"}  # "we urge": no tale of the past
        if not goes_on or self.of_sentence(word.sentence) != "background":
            return None
        same = any(self.reading.words[s].upos == "PRON" for s in self.reading.dependents(verb, "nsubj"))
        return "taken up" if same or self.taken_up(word.sentence) is not None else "sentence"

    def of_old_thing(self, i: int) -> bool:
        """True for what is told of a noun with an old time: "the 2020 war, in which ten were killed", "refused to sign the 2015 pact"."""
        words, w = self.reading.words, i
        while words[w].head != w:
            if self.is_old(self.described(w), words[i].sentence):
                return True
            w = words[w].head
        return any(self.is_old(o, words[i].sentence) for o in accords(self.reading, i))

    def is_old(self, noun: int | None, sentence: int) -> bool:
        """True for a noun that a background time hangs on."""
        told = self.by_sentence.get(sentence, ())
        return any(self.reading.words[h].head == noun and era_of_time(m, self.cast.day) == "background" for h, m in told)

    def described(self, w: int) -> int | None:
        """The noun that a relative clause headed by `w` is about; one that the parse hung on the verb is known by its "which"."""
        words = self.reading.words
        if words[w].deprel == "acl:relcl":
            return words[w].head
        which = next((c for c in self.reading.children[w] if c < w and words[c].lower in {"which", "whom"}), None)
        if words[w].relation != "advcl" or which is None:
            return None
        return next((n for n in range(which - 1, self.reading.sentences[words[w].sentence].first, -1) if words[n].upos == "NOUN"), None)

    def said_before(self, i: int) -> bool:
        """True for what was said in a time that is itself background: "the Pentagon said in March", "speaking last week, he said"."""
        told = self.told[self.over[i][0]] if i in self.over else None
        while told is not None and told.cue_head is None and told.continues is not None:
            told = self.told[told.continues]
        cue = told.cue_head if told is not None else None
        if cue is None:
            return False
        verbs = {cue, *self.reading.dependents(cue, "advcl")}
        if at_that_time(self.reading, cue):
            return True
        spoken = [m for h, m in self.by_sentence.get(self.reading.words[cue].sentence, ()) if self.reading.words[h].head in verbs]
        return any(m.kind == "point" and era_of_time(m, self.cast.day) == "background" for m in spoken)

    def said_again(self, i: int) -> bool:
        """True for what somebody "has repeatedly denied", "has often said"."""
        cue = self.told[self.over[i][0]].cue_head if i in self.over else None
        return cue is not None and any(self.reading.words[c].lower in AGAIN for c in self.reading.children[cue])

    def of_sentence(self, sentence: int, *, whole: bool = False) -> Era | None:
        """The era that a sentence's own times give it; those of its main clause alone unless `whole`.

        Else the one of the sentence before in its paragraph, or of the whole of it where the sentence takes up what was told there.
        """
        if sentence < 0:
            return None
        key = (sentence, whole)
        if key not in self.carried:
            self.carried[key] = None
            told = [(h, m) for h, m in self.by_sentence.get(sentence, ()) if whole or self.of_main_clause(h)]
            eras = [(era_of_time(m, self.cast.day), self.of_speaking(h, m)) for h, m in told]
            own = [era for era, spoken in eras if not spoken or era == "background"]
            if any(own):
                self.carried[key] = "current" if "current" in own else "background"
            elif sentence and (before := self.taken_up(sentence)) is not None:
                self.carried[key] = self.of_sentence(before, whole=True)
            elif sentence and self.same_paragraph(sentence):
                self.carried[key] = self.of_sentence(sentence - 1)
        return self.carried[key]

    def same_paragraph(self, sentence: int) -> bool:
        """True when no line ends between a sentence and the one before."""
        first = self.reading.sentences[sentence].first
        return "\n" not in self.reading.text[self.reading.words[first - 1].end : self.reading.words[first].start]

    def taken_up(self, sentence: int) -> int | None:
        """The sentence whose tale a sentence goes on with; None where it begins one of its own.

        The one before where it opens with "In response", "During that time" … or its subject is a known act: "The attack, which …",
        "Three were injured in the attacks on …". In a new paragraph a known act is the one last told by its name.
        """
        words, run = self.reading.words, self.reading.sentences[sentence]
        said = self.reading.said(run).lower()
        if "during that time" in said or said.startswith(CONNECTIVES):
            return sentence - 1
        if any(words[w].lemma in {"respond", "retaliate"} for w in range(run.first, min(run.end, run.first + 5))):
            return sentence - 1
        for w in range(run.first, min(run.end, run.first + TAKEN_UP_WITHIN)):
            known = words[w].lemma in KNOWN_ACTS or (words[w].upos == "NOUN" and self.cast.codebook.ontology.names_violence(words[w].lemma))
            if known and any(words[c].lower in {"the", "that", "those"} for c in self.reading.dependents(w, "det")):
                if self.same_paragraph(sentence):
                    return sentence - 1
                return None if words[w].relation == "obj" and is_reacted_to(self.reading, w) else self.told_by_name(w)
        return None

    def told_by_name(self, noun: int) -> int:
        """The last sentence before a noun's that has its lemma; the one before where none has."""
        words = self.reading.words
        sentence = words[noun].sentence
        named = (words[w].sentence for w in range(noun - 1, -1, -1) if words[w].lemma == words[noun].lemma and words[w].sentence < sentence)
        return next(named, sentence - 1)

    def since_then(self, i: int) -> bool:
        """True for the clause in "the worst day since protests erupted", "before the war began": what lay before the news began."""
        verb = self.verb_of(i)
        word = self.reading.words[verb]
        marks = {self.reading.words[c].lower for c in self.reading.dependents(verb, "mark")}
        return word.relation == "advcl" and word.xpos in {"VBD", "VBN"} and "since" in marks

    def days_after(self, i: int) -> bool:
        """True for the clause in "came a week after five were killed": what happened that long before; a day or two before is news."""
        verb = self.verb_of(i)
        for mark in (*self.reading.dependents(verb, "mark"), *self.reading.dependents(self.reading.words[verb].head, "mark")):
            before = self.reading.words[mark - 1].lemma if mark else ""
            just = before == "day" and self.reading.words[mark - 2].lower in A_DAY_OR_TWO
            if self.reading.words[mark].lower == "after" and before in {"day", "week", "month", "year"} and not just:
                return True
        return False

    def delivered(self, i: int) -> bool:
        """True for "the launchers supplied by", "a zone occupied by": a participle behind its noun tells what was so before."""
        word = self.reading.words[i]
        by = self.reading.dependents(i, "obl:agent")
        return word.deprel == "acl" and word.xpos == "VBN" and bool(by) and word.sentence > 1 and word.lemma in LASTING_ACTS

    def presupposed(self, i: int, told: bool) -> bool:
        """True for a noun of harm spoken of as known ("Russia's invasion") that hangs from no verb which makes it news."""
        word = self.reading.words[i]
        if word.upos != "NOUN" or word.sentence < 2 or (told and word.lemma not in LONG_ACTS) or word.xpos == "NNS":
            return False
        if word.lemma in LONG_ACTS and (
            self.reading.dependents(i, "nmod:poss") or any(c in self.cast.hits for c in self.reading.dependents(i, "amod", "compound"))
        ):
            return True
        marked = bool(self.reading.dependents(i, "nmod:poss")) or any(
            self.reading.words[c].lower == "the" for c in self.reading.dependents(i, "det")
        )
        if word.relation == "obj" and self.reading.words[word.head].lemma in COURSE:
            return False
        return marked and word.relation in {"nmod", "obl", "obj", "conj", "appos"} and bool(self.reading.dependents(i, "nmod", "nmod:poss"))

    def total(self, i: int, number: int) -> bool:
        """True for a large number in the perfect and without a day: "more than 37,000 have been killed" sums a conflict."""
        return (
            number >= SUM_OF_A_CONFLICT
            and self.reading.words[i].sentence > 1
            and any(self.reading.words[c].lower in {"has", "have"} for c in self.reading.dependents(i, "aux"))
        )

    def lasting(self, i: int) -> bool:
        """True for what has gone on for long: "have intensified attacks", "has become a target", "the rebels, who have vowed to"."""
        verb = self.verb_of(i)
        have = any(self.reading.words[c].lower in {"has", "have"} for c in self.reading.dependents(verb, "aux"))
        if have and self.reading.words[verb].deprel == "acl:relcl":
            return True
        return have and bool({self.reading.words[verb].lemma, self.reading.words[i].lemma} & ONGOING)

    def former(self, i: int) -> bool:
        """True when a word such as "previous" or "repeatedly" stands with the trigger."""
        below = (g for c in self.reading.dependents(i, "obl", "nmod", "obj") for g in self.reading.dependents(c, "amod"))
        # "Former lawmakers" held an office before; what befell them is no older for it.
        near = [*self.reading.children[i], *(g for g in below if self.reading.words[g].lower != "former")]
        if any(self.reading.words[c].lower in FORMER for c in near):
            return True
        word = self.reading.words[i]
        return (
            word.xpos == "VBN"
            and word.deprel == "acl"
            and any(m.kind == "duration" and self.reading.words[h].head == i for h, m in self.by_sentence.get(word.sentence, ()))
        )

    def past_perfect(self, i: int) -> bool:
        """True for "had attacked"."""
        verb = self.verb_of(i)
        return not just_before(self.reading, verb) and any(
            self.reading.words[c].lower in {"had", "'d"} and self.reading.words[c].relation == "aux" for c in self.reading.children[verb]
        )

    def habitual(self, i: int) -> bool:
        """True for a simple present with a plural subject: "attack government targets"."""
        word = self.reading.words[i]
        return (
            word.xpos == "VBP"
            and word.upos == "VERB"
            and not self.reading.dependents(i, "aux")
            and word.deprel in {"root", "acl:relcl", "advcl"}
            and word.lemma not in {"say", "accuse", "urge", "condemn", "call", "demand", "want"}
        )

    def verb_of(self, i: int) -> int:
        """The verb that governs a noun, the word itself when it is a verb."""
        word = self.reading.words[i]
        nominal = word.upos == "NOUN" or (word.xpos == "VBG" and word.relation in {"obl", "nmod"})
        if nominal and word.head != i and self.reading.words[word.head].upos == "VERB":
            return word.head
        return i

    def explicit(self, sentence: int) -> bool:
        """True when the sentence holds a time expression of its own."""
        return any(m.kind != "duration" for _, m in self.by_sentence.get(sentence, ()))


def era_of_time(mention: TimeMention, day: date | None) -> Era | None:
    """What a resolved time says of the era; None when it does not decide."""
    if mention.kind in {"set", "past-vague"}:
        return "background"
    time = mention.time
    if day is None or time.start is None:
        return None
    start, end = date.fromisoformat(time.start), date.fromisoformat(time.end or time.start)
    if mention.kind == "since":
        return "background" if (day - start).days > 7 else "current"
    if (day - start).days > LONG_DAYS and end <= day:
        return "background"
    if (
        time.precision in {"year", "season", "month"}
        and start <= day
        and not (time.precision == "month" and end > day and mention.direction != "past")
    ):
        return "background"
    if time.precision == "week":
        return "background" if end < day and mention.direction == "past" else "current"
    return "background" if day - end > timedelta(days=CURRENT_DAYS) else "current"


def distance(reading: Reading, a: int, b: int) -> int:
    """Steps between two words of a sentence through the parse."""
    above: dict[int, int] = {}
    steps, w = 0, a
    while True:
        above[w] = steps
        if reading.words[w].head == w:
            break
        w, steps = reading.words[w].head, steps + 1
    steps, w = 0, b
    while w not in above:
        if reading.words[w].head == w:
            return 99
        w, steps = reading.words[w].head, steps + 1
    return steps + above[w]


def opens_another(reading: Reading, time: int, verb: int) -> bool:
    """True for the time before the second verb of "rebels took Goma, and in May the army came back", "…; a week ago it shelled Adwa"."""
    word = reading.words[verb]
    return word.deprel in {"conj", "parataxis"} and word.upos == "VERB" and time < verb and reading.words[time].head == verb


def below(reading: Reading, i: int, top: int) -> bool:
    """True when word `i` is `top` or hangs from it."""
    while i != top and reading.words[i].head != i:
        i = reading.words[i].head
    return i == top
