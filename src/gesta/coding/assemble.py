"""One article's coding from its reading: the steps in their order, and the record's items with ids and keys."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from gesta.codebook import Codebook
from gesta.codebook.confidence import load_confidence
from gesta.codebook.implied import DAYS, ERAS, RECIPIENTS, VICTIMS, Choice, load_choice
from gesta.coding.addresses import orator
from gesta.coding.backgrounds import freed
from gesta.coding.cast import Cast
from gesta.coding.casting import IN_THE_LEAD, gather, remember_roles
from gesta.coding.certainty import weighed
from gesta.coding.chronology import Chronology
from gesta.coding.clauses import POSSESSIVE
from gesta.coding.coreference import remember, resolve_pronouns
from gesta.coding.costs import fallen_on, tied
from gesta.coding.counts import Count, Counts
from gesta.coding.days import Days
from gesta.coding.denied import denied_acts
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.eras import Eras
from gesta.coding.figure_times import other_clause, time_of_loss, time_of_speaking
from gesta.coding.figures_in_text import Tolls
from gesta.coding.headlines import links, titles
from gesta.coding.implied import Company, imply
from gesta.coding.links import code_links
from gesta.coding.losses import Loss, Told, loss_of, sums_sides, two_sided
from gesta.coding.names import OF_STATES, party_of
from gesta.coding.nounphrases import core, run_of
from gesta.coding.numbers_denied import not_stood_by
from gesta.coding.parties import Party, as_claimant, branch
from gesta.coding.persons_in_text import is_age, learn_persons, private_people
from gesta.coding.places_in_text import Located, locate_places, place_parties
from gesta.coding.quantities import Quantity, find_quantities
from gesta.coding.quantities_numerals import spelling_of
from gesta.coding.record_actors import ActorRegister
from gesta.coding.relations import ties
from gesta.coding.retellings import joined
from gesta.coding.running_tolls import of_a_war, of_no_one_act, provisional
from gesta.coding.scenes import place_by_scene
from gesta.coding.speakers import Telling, takes_for_known
from gesta.coding.subevents import sub_event
from gesta.coding.tellings import tellers, tellings
from gesta.coding.times import TimeMention, find_times
from gesta.coding.tolls import Toll
from gesta.coding.triggers import triggers
from gesta.coding.victims import Bereaved
from gesta.model import (
    Article,
    Era,
    Event,
    EventSpans,
    Figure,
    FigureSpans,
    Leftover,
    Made,
    Place,
    Reading,
    Relation,
    Report,
    Run,
    Span,
    Statement,
    Victims,
    item_key,
    report_id,
    text_hash,
)  # fmt: skip

SAY_AGAIN = frozenset({"he", "she", "it", "they"})
GROUP = 0.5  # as a name of its state, where no place lies in the state that is named most
DESK = 0.5  # the place of a dateline counts half, for it is where the writer sits
TITLE = 1  # how often a state counts as named that stands in the title


class Coding:
    """The state of one article's coding; each step reads what earlier ones made and adds its own layer."""

    def __init__(self, article: Article, reading: Reading, codebook: Codebook) -> None:
        """Names, places, tellings, pronouns and times, in the order in which each needs the others."""
        self.article, self.reading, self.codebook = article, reading, codebook
        self.id = report_id(article)
        self.closed, self.titles = closed_words(article, reading), words_of(reading, titles(article.text))
        self.cast: Cast = gather(reading, codebook, article.day)
        self.cast.closed = self.closed
        self.located = locate_places(self.cast)
        self.cast.place_of = place_parties(self.cast, self.located)
        self.cast.home = home(self.cast, self.located, article)
        self.cast.orator = orator(self.cast)
        learn_persons(self.cast)
        resolve_pronouns(self.cast, {})
        spelling = spelling_of(reading.words)
        self.times = find_times(reading.words, article.day, spelling)
        self.counted(find_quantities(reading.words, self.times, spelling))
        self.told = tellings(self.cast, self.closed, self.counts)
        self.cast.memory = {}
        resolve_pronouns(self.cast, self.speakers())
        remember_roles(self.cast)
        self.told = tellings(self.cast, self.closed, self.counts)
        take_up(self.cast, self.told)
        self.chronology = Chronology(self.cast, self.times, self.told)
        self.actors = ActorRegister(self.cast)
        self.era_at: dict[int, Era] = {}
        self.bereaved: Bereaved | None = None
        self.losses: dict[str, tuple[Toll, Loss]] = {}
        self.leftovers: list[Leftover] = []

    def counted(self, quantities: tuple[Quantity, ...]) -> None:
        """The tolls, those that only a count tells among them, and the counts; how old somebody is counts nobody."""
        quantities = tuple(q for q in quantities if not is_age(self.cast, q.run.first))
        tolls = tuple(t for t in Tolls(self.cast, quantities).run() if t.effect_word not in self.closed | self.titles)
        self.counts = Counts(self.cast, quantities, tolls, self.times).run()
        self.count_of: dict[tuple[str, int], Count] = {}
        for c in self.counts:
            known = self.count_of.setdefault((c.toll.effect, c.toll.number[0]), c)
            self.count_of[c.toll.effect, c.toll.number[0]] = replace(known, time=known.time or c.time)
        merged = {(t.effect, t.number[0]): t for t in tolls} | {key: c.toll for key, c in self.count_of.items()}
        self.tolls = tuple(sorted(merged.values(), key=lambda t: (t.number[0], t.effect)))

    def speakers(self) -> dict[int, tuple[Party, ...]]:
        """Word to those who say it; the innermost telling decides."""
        out: dict[int, tuple[Party, ...]] = {}
        for t in sorted(self.told, key=lambda t: t.content.first - t.content.end):
            out |= dict.fromkeys(range(*t.content), t.sources)
        return out

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds a code point."""
        words = self.reading.words
        return words[max(0, bisect_right(words, offset, key=lambda w: w.start) - 1)].sentence

    def words_in(self, span: Span) -> range:
        """The words that begin within a span."""
        words = self.reading.words
        return range(bisect_left(words, span.start, key=lambda w: w.start), bisect_left(words, span.end, key=lambda w: w.start))

    def key(self, layer: str, kind: str, span: Span, parties: tuple[Party, ...]) -> str:
        """The item's key."""
        return item_key(self.id, layer, kind, span, tuple(p.code or "" for p in parties))

    def statements(self) -> tuple[Statement, ...]:
        """The statements layer."""
        out = []
        for n, t in enumerate(self.told, 1):
            content = self.reading.span(t.content)
            out.append(
                Statement(
                    id=f"s{n}",
                    key=self.key("statement", t.stance, content, t.sources),
                    sources=self.actors.ids_of(tuple(map(as_claimant, t.sources))),
                    cue=self.reading.span(t.cue) if t.cue else None,
                    content=(content,),
                    stance=t.stance,
                    quoted=t.quoted,  # type: ignore[arg-type]
                    date=self.said_on(t),
                    within=f"s{t.within + 1}" if t.within is not None else None,
                    continues=f"s{t.continues + 1}" if t.continues is not None else None,
                )
            )
        return tuple(out)

    def said_on(self, t: Telling) -> str | None:
        """The day on which it was said, where the words tell it."""
        mention = time_of_speaking(self.chronology, t)
        return mention.time.start if mention is not None and mention.time.precision in {"day", "time"} else None

    def places(self) -> tuple[tuple[Place, ...], dict[int, str]]:
        """The places layer, one place for each toponym, and the id of each located mention."""
        ids: dict[tuple[str, str | None], str] = {}
        mentions: dict[str, list[Span]] = {}
        of: dict[int, str] = {}
        first: dict[str, Located] = {}
        for k, place in enumerate(self.located):
            key = (place.name, place.toponym.id if place.toponym else None)
            of[k] = ids.setdefault(key, f"p{len(ids) + 1}")
            first.setdefault(of[k], place)
            mentions.setdefault(of[k], []).append(self.reading.span(place.run))
        return tuple(place_of(i, place, tuple(mentions[i])) for i, place in first.items()), of

    def drafts(self) -> list[Draft]:
        """Events before they are numbered."""
        drafting, out = self.acts()
        Eras(self.chronology, out).settle(out, load_choice(ERAS))
        self.era_at = {w: d.era for d in out for span in d.mentions for w in self.words_in(span)}
        self.era_at |= {w: d.era for d in out for w in d.trigger.words}
        Days(self.chronology, out).settle(out, load_choice(DAYS))
        place_by_scene(drafting, out)
        imply(drafting, out, load_choice(RECIPIENTS))
        for d in out:
            if d.type == "ASSAULT":
                d.mode = drafting.usual_mode(d)
        self.bereaved = Bereaved(Company(drafting, out), out) if self.tolls else None
        return out

    def acts(self) -> tuple[Drafting, list[Draft]]:
        """Events as the article tells them, before recipients are implied, and what they were drafted with."""
        drafting = Drafting(self.cast, self.told, self.chronology, self.located, self.article.dateline)
        seen, left = triggers(self.cast, self.closed)
        made = [d for options in seen if (d := drafting.first(options)) is not None]
        told = [d for d in made if d.i not in self.titles]
        out = denied_acts(drafting, joined(drafting, told, [d for d in made if d.i in self.titles]))
        conflicts = (Leftover(span=self.reading.span(run), why=why) for run, why in self.cast.conflicts)
        self.leftovers += [*left, *drafting.leftovers, *conflicts]
        return drafting, out

    def event(self, n: int, d: Draft, near: list[Draft], place_ids: dict[int, str]) -> Event:
        """One event of the record; `near` are the drafts of its sentence and of those beside it."""
        codes = self.codebook.ontology.types[d.type].codes(d.mode)
        parties = (*d.roles.actors, *d.roles.recipients)
        toponyms = [t for k in d.places if (t := self.located[k].toponym)]
        return Event(
            id=f"e{n}",
            key=self.key("event", f"{d.type}/{d.mode}", d.evidence, parties),
            type=d.type,
            mode=d.mode,
            cameo=codes.cameo,
            acled=sub_event(self.cast, d, codes.acled, near),
            actors=self.actors.ids_of(d.roles.actors),
            recipients=self.actors.ids_of(d.roles.recipients),
            mediators=self.actors.ids_of(d.roles.mediators),
            places=tuple(dict.fromkeys(place_ids[k] for k in d.places)),
            where_prec=min((t.precision for t in toponyms), default=None),
            time=d.time.time if d.time is not None else None,
            targets=targets(self.cast, d),
            weapon=d.weapon,
            factuality=d.factuality,
            era=d.era,
            statements=tuple(f"s{t + 1}" for t in d.tellers),
            evidence=d.evidence,
            spans=self.event_spans(d),
            mentions=tuple(d.mentions),
            why=d.why,
        )

    def phrase(self, i: int) -> Span:
        """The noun phrase headed by word `i`, as code points; one that a name heads ends with it."""
        words, name = core(self.reading, i), self.cast.person_at.get(i)
        if name is None:
            return self.reading.span(run_of(words))
        end = max(name[1], i + 1)
        return self.reading.span(Run(min(words[0], name[0]), end + (end in words and self.reading.words[end].text in POSSESSIVE)))

    def event_spans(self, d: Draft) -> EventSpans:
        """The words behind each role."""
        return EventSpans(
            trigger=tuple(self.reading.span(Run(w, w + 1)) for w in d.trigger.words),
            actors=tuple(dict.fromkeys(self.phrase(w) for w in d.roles.actor_words)),
            recipients=tuple(dict.fromkeys(self.phrase(w) for w in (*d.roles.recipient_words, *d.beside))),
            places=() if d.places_from_scene else tuple(self.reading.span(self.located[k].run) for k in d.places),
            time=(d.time.time.span,) if d.time is not None and d.time.time.span else (),
            cue=tuple(self.reading.span(cue) for t in d.tellers if (cue := self.told[t].cue)),
        )

    def figures(self, victims: Choice) -> tuple[tuple[Figure, ...], dict[str, str]]:
        """The figures layer, and which figure is part of which; `victims` chooses whose losses they are where no word says."""
        out: list[Figure] = []
        parts: dict[str, str] = {}
        before: Told | None = None
        whole: Told | None = None
        at_number: dict[int, str] = {}
        for toll in self.tolls:
            denied = not_stood_by(self.cast, toll, tuple(self.told[t] for t in self.holding(toll)))
            sources = (t.source for t in self.told if t.source is not None) if toll.low == 1 and toll.victims is not None else ()
            if any(toll.victims in source and toll.effect_word not in source for source in sources):
                denied = "a source and no victim"  # the parse joined "and a resident", who says it, to the dead
            if denied is not None:
                self.leftovers.append(Leftover(span=self.reading.span(run_of(toll.number)), why=denied))
                continue
            if toll.part_of is None and before is not None and before.toll.part_of is not None:
                before = whole  # "killed six, including three officers, and wounded 90": as the six
            figure, loss = self.figure(len(out) + 1, toll, before, victims)
            before = Told(toll=toll, loss=loss, speakers=self.sources(toll))
            whole = before if toll.part_of is None else whole
            self.losses[figure.id] = toll, loss
            out.append(figure)
            at_number[toll.number[0]] = figure.id
            if toll.part_of is not None and toll.part_of in at_number:
                parts[figure.id] = at_number[toll.part_of]
        return tuple(out), parts

    def struck(self, events: tuple[Event, ...], drafts: list[Draft], figures: tuple[Figure, ...]) -> list[int]:
        """Positions of the assaults that name nobody whom they hit and cost one side's people: those are now their recipients.

        Not of fighting, which both sides pay for, nor where ground is taken, nor of an act by those who lost.
        """
        fallen = fallen_on(events, figures)
        out: list[int] = []
        for n, (event, d) in enumerate(zip(events, drafts, strict=True)):
            if event.id not in fallen or d.trigger.rule.reciprocal or d.trigger.rule.mutual or d.trigger.rule.territorial:
                continue
            toll, loss = self.losses[fallen[event.id].id]
            if toll.part_of is not None or loss.party is None or loss.code is None or loss.code in {p.code for p in d.roles.actors}:
                continue
            d.roles.recipients = [branch(loss.party, "CVL") if loss.code.endswith(".CVL") else loss.party]
            named = [w for w in d.roles.recipient_words if w in self.cast.person_at]
            d.roles.recipient_words = [*named, toll.victims] if toll.victims is not None else named
            d.why += "+toll"
            out.append(n)
        return out

    def when(self, toll: Toll, holding: tuple[int, ...]) -> tuple[TimeMention | None, Era]:
        """As of when a toll holds, and whether it is news; a number that a newer one replaces is none."""
        count = self.count_of.get((toll.effect, toll.number[0]))
        told = self.told[holding[0]] if holding else None
        own = time_of_loss(self.chronology, toll.effect_word, told.content if told else None)
        mention = count.time if count is not None and count.time is not None else own
        era = self.chronology.era(toll.effect_word, mention, bool(holding))
        if (
            toll.effect == "killed"
            and era == "current"
            and mention is None
            and self.chronology.total(toll.effect_word, toll.best or toll.low or 0)
        ):
            era = "background"
        if (count is not None and count.former) or freed(self.reading, toll.effect, toll.effect_word):
            return mention, "background"
        if era == "background" and mention is None and told is not None and other_clause(self.chronology, toll.effect_word, told.content):
            era = "current"
        era = self.era_at.get(toll.effect_word, era)
        if own is None and of_a_war(self.cast, toll):
            era = "background"
        return mention or (time_of_speaking(self.chronology, told) if told is not None else None), era

    def tellers(self, i: int) -> tuple[int, ...]:
        """Positions of the tellings that hold a word, innermost first."""
        return tellers(self.told, self.chronology.over, i)

    def sources(self, toll: Toll) -> tuple[Party, ...]:
        """Who tells a toll; empty for the reporter."""
        holding = self.holding(toll)
        return self.told[holding[0]].sources if holding else ()

    def holding(self, toll: Toll) -> tuple[int, ...]:
        """The tellings that claim a toll, innermost first; what a judgement on a deed takes for known it does not claim."""
        return tuple(k for k in self.around(toll) if not takes_for_known(self.reading, self.told[k]))

    def around(self, toll: Toll) -> tuple[int, ...]:
        """The tellings that hold a toll's number, innermost first."""
        return self.tellers(toll.number[0]) or self.tellers(toll.effect_word)

    def figure(self, n: int, toll: Toll, before: Told | None, victims: Choice) -> tuple[Figure, Loss]:
        """One figure of the record and its victims."""
        holding, sources = self.holding(toll), self.sources(toll)
        mention, era = self.when(toll, self.around(toll))
        loss = loss_of(self.cast, toll, before, era, sources)
        if self.bereaved is not None:
            loss = self.bereaved.settle(toll, loss, era, sources, before.loss if before is not None else None, victims)
        if sums_sides(self.cast, toll, loss, sources):
            loss, holding = replace(loss, code=None, party=None), ()
        words = sorted({*toll.number, toll.effect_word, *(core(self.reading, toll.victims) if toll.victims is not None else ())})
        evidence = self.reading.span(Run(words[0], words[-1] + 1))
        if evidence.end - evidence.start > 400:
            evidence = self.reading.span(Run(toll.number[0], toll.number[-1] + 1))
        figure = Figure(
            id=f"f{n}",
            key=item_key(self.id, "figure", toll.effect, evidence, (loss.code or "", str(toll.low), str(toll.best), str(toll.high))),
            effect=toll.effect,
            low=toll.low,
            best=toll.best,
            high=toll.high,
            qualifier=toll.qualifier,
            victims=Victims(code=loss.code, who=loss.who, kinds=loss.kinds),  # type: ignore[arg-type]
            provisional=provisional(self.reading, toll),
            cumulative=toll.cumulative,
            time=mention.time if mention is not None else None,
            era=era,
            statements=(f"s{holding[0] + 1}",) if holding else (),
            evidence=evidence,
            spans=FigureSpans(
                number=(self.reading.span(run_of(toll.number)),),
                effect=(self.reading.span(Run(toll.effect_word, toll.effect_word + 1)),),
                victims=(self.reading.span(run_of(core(self.reading, toll.victims))),) if toll.victims is not None else (),
                cue=tuple(self.reading.span(cue) for t in holding[:1] if (cue := self.told[t].cue)),
            ),
        )
        return figure, loss

    def relations(self) -> tuple[Relation, ...]:
        """The relations layer."""
        return tuple(
            Relation(
                id=f"r{n}",
                kind=t.kind,
                source=self.actors.id_of(t.source),
                target=self.actors.id_of(t.target),
                statements=tuple(f"s{k + 1}" for k in self.tellers(t.word)[:1]),
                evidence=t.evidence,
            )
            for n, t in enumerate(ties(self.cast), 1)
        )


def take_up(cast: Cast, told: Iterable[Telling]) -> None:
    """Makes a pronoun that speaks stand for its telling's sources: "They accused rebels" after "aid workers say" is theirs."""
    for t in told:
        if (
            t.source is not None
            and t.source.end - t.source.first == 1
            and cast.reading.words[t.source.first].lower in SAY_AGAIN
            and t.sources
        ):
            remember(cast, t.source.first, t.sources)


def closed_words(article: Article, reading: Reading) -> frozenset[int]:
    """Words of the dateline, of credit lines and of other stories' headlines: read for places and credits, never for events."""
    return words_of(reading, [*article.credit_lines, *((article.dateline,) if article.dateline else ()), *links(article.text)])


def words_of(reading: Reading, spans: Iterable[Span]) -> frozenset[int]:
    """The words that begin within some spans."""
    starts = [w.start for w in reading.words]
    return frozenset(w for s in spans for w in range(bisect_left(starts, s.start), bisect_left(starts, s.end)))


def states_in(title: str, cast: Cast) -> frozenset[str]:
    """Codes of the states that a title names."""
    words = [word.strip(",.:;!?()\"'“”‘’") for word in title.split()]
    registers = cast.codebook.registers
    found = (registers.longest_match(words, i, cast.day) for i in registers.beginnings(words))
    named = (party_of(cast.codebook, hit).code for hit in found if hit is not None and hit.how in OF_STATES)
    return frozenset(code for code in named if code)


def home(cast: Cast, located: tuple[Located, ...], article: Article) -> Party | None:
    """The country that the article is most about: by the names that stand for it, in the title too, and the places that lie in it.

    Of two states that are named nearly as often, the one that the dateline alone stands in; where the report lies elsewhere, a state
    that its dateline alone names hardly counts.
    """
    dateline = article.dateline
    standing = [*cast.place_of.items(), *((w, hit.party) for w, hit in cast.hits.items() if hit.how == "capital")]
    written = {p.code for w, p in standing if dateline and dateline.start <= cast.reading.words[w].start < dateline.end}
    sides = {p.code: p for p in cast.focus[:2]} if two_sided(cast) else {}
    lying = Counter(place.toponym.country for place in located if place.toponym and place.toponym.kind != "country")
    lying.subtract(code for code in written if code in lying)
    own = next(iter(written & sides.keys())) if len(written & sides.keys()) == 1 else None
    if own is not None and all(lying[code] <= lying[own] + 1 for code in sides):
        return sides[own]
    named = states_in(article.title or "", cast)
    weight: dict[str, float] = {p.code: cast.weight[p.code] + (p.code in named) * TITLE for p in cast.focus if p.code}
    parties = {p.code: p for p in cast.focus}
    for place in located:
        named_only = place.run.first in cast.hits  # a state's name has its weight; a territory's ("Hong Kong") is a place alone
        if place.toponym and place.toponym.country and not (place.toponym.kind == "country" and named_only):
            weight[place.toponym.country] = weight.get(place.toponym.country, 0) + 1
            parties.setdefault(place.toponym.country, cast.place_of[place.run.first])
    if dateline is not None and any(lying[code] > 0 for code in lying.keys() - written):
        for code, times in at_desk(cast, located, dateline).items():
            if weight.get(code) == times:  # the report itself never names it
                weight[code] = DESK
    if not weight:
        return None
    first = max(weight, key=lambda code: weight[code])
    if lying[first] > 0:
        return parties[first]
    groups = Counter(hit.party.country for w, hit in cast.hits.items() if w == hit.run.first and hit.party.kind == "armed-group")
    return parties[max(weight, key=lambda code: weight[code] + groups[code] * GROUP)]


def at_desk(cast: Cast, located: tuple[Located, ...], dateline: Span) -> Counter[str]:
    """How often each country counts as named by the words of a dateline."""
    starts = [w.start for w in cast.reading.words]
    written = range(bisect_left(starts, dateline.start), bisect_left(starts, dateline.end))
    hits = [hit for w, hit in cast.hits.items() if w in written and w == hit.run.first and hit.how in OF_STATES]
    named = Counter(hit.party.code for hit in hits for _ in range(IN_THE_LEAD) if hit.party.code)
    lying = (p.toponym.country for p in located if p.run.first in written and p.toponym and p.toponym.kind != "country")
    return named + Counter(country for country in lying if country)


def place_of(i: str, place: Located, mentions: tuple[Span, ...]) -> Place:
    """A place of the record; without coordinates where the gazetteer has none."""
    t = place.toponym
    if t is None:
        return Place(id=i, name=place.name, kind="other", country=None, mentions=mentions)
    return Place(
        id=i,
        name=t.name,
        kind=t.kind,
        country=t.country,
        claimed_by=t.claimed_by,
        admin1=t.admin1,
        lat=t.lat,
        lon=t.lon,
        geonames=t.geonames,
        precision=t.precision,
        mentions=mentions,
    )


def targets(cast: Cast, d: Draft) -> tuple[str, ...]:
    """Kinds of things hit, by the nouns that stand as target of an assault."""
    if d.type != "ASSAULT":
        return ()
    heads = [*d.trigger.frame.patients, *(w for k in ("on", "at", "against", "of") for w in d.trigger.frame.obliques.get(k, ()))]
    kinds = cast.codebook.ontology.targets
    found = [kinds[lemma] for h in heads if (lemma := cast.reading.words[h].lemma.lower()) in kinds]
    found += ["settlement" for h in heads if h in cast.place_of]
    return tuple(dict.fromkeys(found))


def neighbours(drafts: list[Draft]) -> list[list[Draft]]:
    """For each draft those of its sentence and of the sentences beside it, itself among them."""
    at: dict[int, list[Draft]] = {}
    for d in drafts:
        at.setdefault(d.trigger.sentence, []).append(d)
    return [[o for n in range(d.trigger.sentence - 1, d.trigger.sentence + 2) for o in at.get(n, ())] for d in drafts]


def code_article(article: Article, reading: Reading, codebook: Codebook, made: Made) -> Report:
    """The coded report of an article; the same input and versions always give the same report."""
    coding = Coding(article, reading, codebook)
    statements = coding.statements()
    places, place_ids = coding.places()
    drafts = coding.drafts()
    near = neighbours(drafts)
    events = tuple(coding.event(n, d, near[n - 1], place_ids) for n, d in enumerate(drafts, 1))
    figures, parts = coding.figures(load_choice(VICTIMS))
    relations = coding.relations()
    summing = {i for i, (toll, _) in coding.losses.items() if of_no_one_act(coding.cast, toll)}
    figures = tied(figures, events, parts, coding.actors.codes(), coding.sentence, summing)
    if struck := coding.struck(events, drafts, figures):
        events = tuple(coding.event(n + 1, drafts[n], near[n], place_ids) if n in struck else e for n, e in enumerate(events))
    coding.actors.collect_mentions()
    actors = coding.actors.actors()
    codes = coding.actors.codes()
    links = code_links(statements, events, figures, codes, parts, article.text)
    report = Report(
        made=made,
        id=coding.id,
        text_sha256=text_hash(article.text),
        article=article,
        actors=actors,
        places=places,
        statements=statements,
        events=events,
        figures=figures,
        links=links,
        relations=relations,
        warnings=article.notices,
        leftovers=tuple(sorted(coding.leftovers, key=lambda left: left.span)),
        people=private_people(coding.cast, (span for place in places for span in place.mentions)),
    )
    return weighed(report, load_confidence())
