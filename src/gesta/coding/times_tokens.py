"""Words as tokens of the grammar of times: known forms and numbers, without what only looks like a time (the verb "may", "2000 troops")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from gesta.codebook.vocabulary import vocabulary
from gesta.coding.quantities_atoms import Atom, touching
from gesta.coding.quantities_words import Numeral
from gesta.coding.times_patterns import FIRST_NUMBER, OTHER, Lexicon, Sort, Token
from gesta.model import Word

FIRST_YEAR, LAST_YEAR = 1000, 2100  # numbers of four digits outside are no years
FIRST_BARE_YEAR = 1900  # nor are those below without "in", "since" or a month
CUES = ("year_cues", "weak_year_cues", "year_nouns", "month_cues", "season_cues", "name_before", "name_after", "possessives", "people")
VERBS = frozenset({"VERB", "AUX"})
QUOTES = ("'", "’")


@cache
def cues() -> Mapping[str, frozenset[str]]:
    """The classes of forms that decide about their neighbours."""
    known = vocabulary("times")
    return {name: known.forms(name) for name in CUES}


class Reader:
    """Turns atoms into tokens with a lexicon; the words give parts of speech where a tagger has set them."""

    def __init__(self, words: Sequence[Word], atoms: Sequence[Atom], lexicon: Lexicon) -> None:
        self.words, self.atoms, self.lexicon = words, atoms, lexicon
        self.forms = tuple([atom.lower for atom in atoms])
        self.cues = cues()
        self.gates: dict[str, Callable[[int, int], bool]] = {}
        for kind, gate in (
            ("months", self.is_month),
            ("month_abbreviations", self.is_short_month),
            ("doubtful_months", self.is_doubtful_month),
            ("weekdays", self.is_weekday),
            ("weekday_abbreviations", self.is_short_weekday),
            ("doubtful_seasons", self.is_doubtful_season),
            ("holidays", self.is_holiday),
        ):
            self.gates |= dict.fromkeys(vocabulary("times").values(kind), gate)

    def tokens(self, numerals: Sequence[Numeral]) -> tuple[Token, ...]:
        """One token for each numeral, known phrase and other atom, in order."""
        out: list[Token] = []
        begins = {n.first: n for n in numerals}
        plain = self.plain(begins)
        i = 0
        while i < len(plain):
            token = plain[i]
            if token is None:
                token = self.phrase(i) or self.number(i, begins) or self.atom(i)
                i = token.end
            else:
                i += 1
            out.append(token)
        return tuple(out)

    def plain(self, begins: Mapping[int, Numeral]) -> list[Token | None]:
        """A token for each atom that can be nothing else, whatever stands beside it; None for the others."""
        phrases, gates, chars = self.lexicon.phrases, self.gates, self.lexicon.chars
        return [
            None
            if form in phrases or form in gates or form in QUOTES or i in begins
            else tuple.__new__(Token, (i, i + 1, chars.get(form, OTHER), form, None))  # in half the time of the class's own
            for i, form in enumerate(self.forms)
        ]

    def lower(self, i: int) -> str:
        """The form of atom `i`, empty outside the text."""
        return self.atoms[i].lower if 0 <= i < len(self.atoms) else ""

    def phrase(self, i: int) -> Token | None:
        """A known form of several words that begins at atom `i`."""
        for words in self.lexicon.phrases.get(self.forms[i], ()):
            end = i + len(words)
            if self.forms[i:end] == words and ((form := " ".join(words)) not in self.gates or self.gates[form](i, end)):
                return Token(i, end, self.lexicon.chars[form], form, None)
        return None

    def atom(self, i: int) -> Token:
        """A known form of one word, or a token that no rule takes."""
        form, end = self.atoms[i].lower, i + 1
        if form in self.gates:
            if not self.gates[form](i, end):
                return Token(i, end, OTHER, form, None)
            if self.lower(end) == "." and touching(self.atoms, end) and form in self.lexicon.classes["ABBREVIATIONS"]:
                end += self.lower(end + 1) != "" and not self.ends_sentence(end)
        return Token(i, end, self.lexicon.chars.get(form, OTHER), form, None)

    def ends_sentence(self, dot: int) -> bool:
        """True when the full stop at atom `dot` closes a sentence as well as an abbreviation."""
        return self.atoms[dot + 1].capital and not self.atoms[dot + 1].lower[0].isdecimal()

    def number(self, i: int, begins: dict[int, Numeral]) -> Token | None:
        """A numeral at atom `i` with all that it can be; "nineteen ninety-six" and "the 1990s" are one token each."""
        numeral = begins.get(i)
        quote = self.lower(i) in QUOTES and touching(self.atoms, i + 1)
        if numeral is None:
            numeral = begins.get(i + 1) if quote else None
            return self.decade(i, numeral) if numeral else None
        if numeral.whole is None or numeral.kind == "zero":
            return Token(i, numeral.end, OTHER, "", None)
        decade = self.decade(i, numeral)
        if decade:
            return decade
        second = begins.get(numeral.end)
        if second and is_spelt_year(numeral, second):
            year = Numeral(first=i, end=second.end, value=numeral.value * 100 + second.value, spelt=True)
            return Token(i, year.end, chr(FIRST_NUMBER + (Sort.YEAR | Sort.FOUR_DIGITS)), "", year)
        return Token(i, numeral.end, chr(FIRST_NUMBER + self.sorts(numeral)), "", numeral)

    def decade(self, i: int, numeral: Numeral) -> Token | None:
        """Reads "1990s", "'80s", "1990's"; not "his 30s". The numeral's value is the decade's first year."""
        end, value = numeral.end, numeral.value
        ending = self.lower(end)
        plural = touching(self.atoms, end) and (ending == "s" or (ending in ("'s", "’s") and self.lower(i - 1) == "the"))
        if not plural or numeral.spelt or value % 10 or self.lower(i - 1) in self.cues["possessives"]:
            return None
        if len(self.atoms[numeral.first].lower) == 2 and value < 100:
            value += 1900 if value >= 20 else 2000
        if not FIRST_YEAR <= value <= LAST_YEAR or value.denominator != 1:
            return None
        return Token(i, end + 1, chr(FIRST_NUMBER + Sort.DECADE), "", Numeral(first=i, end=end + 1, value=value))

    def sorts(self, numeral: Numeral) -> Sort:
        """All that a number can be."""
        value, form = int(numeral.value), self.atoms[numeral.first].lower
        if numeral.kind == "ordinal":
            return Sort.ORDINAL | (Sort.DAY if 1 <= value <= 31 else Sort(0))
        out = Sort.COUNT
        if numeral.kind == "order" or numeral.end - numeral.first > 3:
            return out
        digits = form.isdecimal() and numeral.end - numeral.first == 1
        if digits and len(form) <= 2:
            out |= Sort.DAY if 1 <= value <= 31 else Sort(0)
            out |= Sort.MONTH_NUMBER if 1 <= value <= 12 else Sort(0)
            out |= Sort.HOUR if value <= 24 else Sort(0)
            out |= Sort.MINUTE if len(form) == 2 and value < 60 else Sort(0)
        elif numeral.spelt and 1 <= value <= 12:
            out |= Sort.HOUR
        if (digits and len(form) == 4) or numeral.spelt:
            out |= Sort.FOUR_DIGITS if FIRST_YEAR <= value <= LAST_YEAR else Sort(0)
        if digits and len(form) == 4:
            out |= Sort.CLOCK if value // 100 <= 24 and value % 100 < 60 else Sort(0)
            out |= Sort.YEAR if FIRST_YEAR <= value <= LAST_YEAR and self.is_year(numeral) else Sort(0)
        return out

    def is_year(self, numeral: Numeral) -> bool:
        """True for a bare number of four digits that its neighbours make a year."""
        before, after = self.lower(numeral.first - 1), self.lower(numeral.end)
        if before in ("$", "€", "£", "#") or after in ("%", "percent"):
            return False
        if before in self.cues["year_cues"] or (after in self.cues["year_nouns"] and not touching(self.atoms, numeral.first)):
            return True
        counted = self.plural_noun(numeral.end) and before != "the"
        modern = numeral.value >= FIRST_BARE_YEAR
        if before in self.cues["weak_year_cues"] or before in self.lexicon.classes["MONTHS"]:
            return modern and not counted
        closed = not after.isalpha() or after in ("and", "was", "is", "when", "to", "as", "but")
        return modern and closed and not counted and not touching(self.atoms, numeral.first)

    def plural_noun(self, i: int) -> bool:
        """True when atom `i` looks like the plural of a noun."""
        if i >= len(self.atoms):
            return False
        word, form = self.words[self.atoms[i].word], self.atoms[i].lower
        if word.upos not in ("X", ""):
            return word.upos in ("NOUN", "ADJ") and (word.xpos in ("NNS", "NNPS", "JJ", "") or form == "people")
        return form in self.cues["people"] or (len(form) > 4 and form.endswith("s") and form.isalpha() and not form.endswith("ss"))

    def upos(self, i: int) -> str:
        """The universal part of speech of atom `i`'s word, "X" where it is not known."""
        return self.words[self.atoms[i].word].upos or "X"

    def is_name(self, i: int, end: int) -> bool:
        """True when the words beside make a name of it ("Black September", "The Sunday Times")."""
        after, before = self.atoms[end : end + 1], self.atoms[max(i - 1, 0) : i]
        named = any(atom.capital and atom.lower in self.cues["name_after"] for atom in after)
        return named or any(atom.capital and atom.lower in self.cues["name_before"] for atom in before)

    def is_month(self, i: int, end: int) -> bool:
        """A month's name that is no other word is one when it is written with a capital or wholly unmistakable."""
        return (self.atoms[i].capital or self.lower(i) not in ("august", "june", "april")) and not self.is_name(i, end)

    def by_number(self, i: int) -> bool:
        """True when a day or a year stands directly beside atom `i`."""
        after = i + 1 + (self.lower(i + 1) in (".", ","))
        before = self.lower(i - 2) if self.lower(i - 1) == "of" else self.lower(i - 1)
        return before[:1].isdecimal() or self.lower(after)[:1].isdecimal()

    def is_doubtful_month(self, i: int, end: int) -> bool:
        """May and March: with a capital, no verb, and a day, a year or a preposition beside them."""
        if not self.atoms[i].capital or self.upos(i) in VERBS or self.is_name(i, end):
            return False
        if self.by_number(i):
            return True
        before = self.lower(i - 1)
        if before not in self.cues["month_cues"]:
            return self.upos(i) == "PROPN" and not (i and self.atoms[i - 1].capital)
        return before != "the" or (self.lower(end).isalpha() and self.lower(end) not in self.cues["month_cues"])

    def is_short_month(self, i: int, end: int) -> bool:
        """Jan, Sept: with a capital, and a full stop or a number beside it."""
        if not self.atoms[i].capital or self.upos(i) in VERBS:
            return False
        return self.by_number(i) or (self.lower(end) == "." and touching(self.atoms, end) and self.lower(i - 1) in self.cues["month_cues"])

    def is_weekday(self, i: int, end: int) -> bool:
        """A weekday's name, unless it is part of another name."""
        return not self.is_name(i, end)

    def is_short_weekday(self, i: int, end: int) -> bool:
        """Tue, Sun: with a capital and directly before a day or a month ("Tue, 13 Sept."), or in parentheses."""
        if not self.atoms[i].capital or self.upos(i) in VERBS:
            return False
        after = end + (self.lower(end) == ".")
        after += self.lower(after) == ","
        follows = self.atoms[after : after + 1]
        dated = any(atom.lower[0].isdecimal() or (atom.capital and atom.lower in self.lexicon.classes["MONTH"]) for atom in follows)
        return dated or (self.lower(i - 1), self.lower(end)) == ("(", ")")

    def is_doubtful_season(self, i: int, end: int) -> bool:
        """Spring and fall: no verb, with a cue before or a year after; "the fall of" only before a year."""
        if self.upos(i) in VERBS or self.is_name(i, end):
            return False
        after = self.lower(end + (self.lower(end) == "of"))
        if after[:1].isdecimal() and len(after) == 4:
            return True
        before = self.lower(i - 1)
        if before in ("last", "this", "next", "past", "coming"):
            return self.lower(end) != "of"
        if self.lower(end) == "of" or before not in self.cues["season_cues"]:
            return False
        return self.lower(i) == "spring" or (before == "the" and self.lower(i - 2) in ("in", "since", "during", "until", "by", "over"))

    def is_holiday(self, i: int, end: int) -> bool:
        """A feast, unless it is part of another name ("Good Friday Agreement")."""
        return self.atoms[i].capital and not self.is_name(i, end)


def is_spelt_year(first: Numeral, second: Numeral) -> bool:
    """True for "nineteen" and "ninety-six"."""
    spelt = first.spelt and second.spelt and first.kind == second.kind == "cardinal"
    return spelt and 17 <= first.value <= 20 and 10 <= second.value <= 99
