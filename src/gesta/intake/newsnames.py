"""Which words of a text name a news agency or an outlet: by the register, or by what stands beside a name ("the daily", "news agency")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from gesta.model import Span

WORD = re.compile(r"[^\W_]+")
ARTICLE = re.compile(r"(?i)^the\s+")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " "})
NAME = r"[A-Z][\w’'&-]*(?:\.\w+)*(?:[ \u00a0](?:(?:of|de|el|la|al)[ \u00a0])?[A-Z][\w’'&-]*){0,3}"
CLASS_AFTER = re.compile(
    rf"(?:^|[\s(\"“‘])(?P<name>{NAME})\s+(?:news\s+(?:agency|site|website|service|portal)|newspaper|daily|weekly|magazine)$"
)
CLASS_BEFORE = re.compile(rf"[ \u00a0],?(?P<name>{NAME})")
CLASS = re.compile(
    r"\b(?:news\s{1,2}(?:agency|site|website|service|portal|channel|outlet)|newspaper|daily|weekly|magazine|broadcaster|(?:TV|television|radio)\s{1,2}(?:channel|station|network))\b"
)
WINDOW = 90
WEEKDAY_AFTER = re.compile(r"\s(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$")
NO_NAMES = frozenset(
    """State The A An Mr Mrs Ms President Prime Minister General Foreign Sunday Monday Tuesday Wednesday Thursday Friday Saturday Arab
    Kurdish Kurd Hindi Urdu Western European African Asian""".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A name in the text: its span with the words of its class ("the daily …" without article), and the name as it is to be credited."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class NewsNames:
    """The outlets that are known: every spelling to the name that the register has, and the name of the outlet at a web host.

    Adjectives and names of countries ("Israeli", "Turkish", "Turkey") tell where a name begins that is not in the register: "the Turkish
    daily Larov Postasi".
    """

    spellings: Mapping[str, str]
    at_host: Callable[[str], str | None]
    adjectives: frozenset[str] = frozenset()
    by_first_word: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    folded: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Indexes for `find` and `known`."""
        heads: dict[str, list[str]] = {}
        for spelling in {s.translate(STRAIGHT) for s in self.spellings}:
            if word := WORD.match(spelling):
                heads.setdefault(word[0], []).append(spelling)
        object.__setattr__(self, "by_first_word", {word: tuple(sorted(found, key=lambda s: (-len(s), s))) for word, found in heads.items()})
        object.__setattr__(self, "folded", {bare(s): name for s, name in self.spellings.items()})

    def known(self, name: str) -> str | None:
        """The register's name of the outlet that this spelling means; "the AFP" is AFP, but a hill is not The Hill."""
        return self.folded.get(bare(name)) or self.folded.get(bare(ARTICLE.sub("", name)))

    def key(self, name: str) -> str:
        """What all spellings of one outlet have in common."""
        return bare(ARTICLE.sub("", self.known(name) or name))

    def distinct(self, names: Iterable[str], own: str | None) -> tuple[str, ...]:
        """The names without repetitions under another spelling and without the outlet's own."""
        first: dict[str, str] = {}
        for name in names:
            first.setdefault(self.key(name), name)
        return tuple(name for key, name in first.items() if own is None or key != self.key(own))

    def find(self, text: str) -> Iterator[Named]:
        """The known names in the text, in order, the longest spelling at each place."""
        straight = text.translate(STRAIGHT)
        end = 0
        for word in WORD.finditer(straight):
            if word[0] not in self.by_first_word or word.start() < end:
                continue
            for spelling in self.by_first_word[word[0]]:
                after = straight[word.start() + len(spelling) : word.start() + len(spelling) + 2]
                if (
                    straight.startswith(spelling, word.start())
                    and not after[:1].isalnum()
                    and not (after[:1] == "-" and after[1:].isalnum())
                ):
                    end = word.start() + len(spelling)
                    yield Named(Span(word.start(), end), self.as_named(text, Span(word.start(), end)))
                    break

    def as_named(self, text: str, span: Span) -> str:
        """The name as the text has it, with "The" where the name that the register has begins with it and the text has an article."""
        name = text[slice(*span)]
        article = text[max(0, span.start - 4) : span.start].casefold() == "the "
        return f"The {name}" if article and (self.known(name) or "").startswith("The ") else name

    def by_class(self, text: str) -> Iterator[Named]:
        """Names that the text itself calls a newspaper, a daily, a news agency, a broadcaster."""
        for found in CLASS.finditer(text):
            start = max(0, found.start() - WINDOW)
            before = CLASS_AFTER.search(text[start : found.end()])
            after = CLASS_BEFORE.match(text, found.end(), found.end() + WINDOW)
            if before and (name := self.without_adjectives(before["name"])):
                at = start + before.end("name") - len(name)
                yield Named(Span(at, found.end()), name)
            elif after and (name := self.without_adjectives(after["name"])):
                yield Named(Span(found.start(), after.end("name")), WEEKDAY_AFTER.sub("", name))

    def describes(self, word: str) -> bool:
        """True for "Israeli", "Russia's", "Saudi-owned", "President": a word that stands before a name and is none."""
        return (
            word in self.adjectives or word in NO_NAMES or word.endswith(("'s", "’s")) or ("-" in word and word.rsplit("-", 1)[1].islower())
        )

    def without_adjectives(self, name: str) -> str:
        """The name without the words that only describe it; "" when nothing is left."""
        words = name.split()
        while words and self.describes(words[0]):
            words = words[1:]
        kept = " ".join(words)
        return kept if name.endswith(kept) else ""


def bare(name: str) -> str:
    """A name without case, spaces and punctuation."""
    return re.sub(r"[\W_]", "", name).casefold()
