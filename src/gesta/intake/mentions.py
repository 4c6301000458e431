"""Whom an article has its news from, in its running text: agencies and outlets that somebody told something, or that the article quotes.

"… told Reuters", "speaking to AFP", "according to the daily Larov Herald", "Interfax reported". An outlet that is only talked about
("a Reuters cameraman was killed") is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gesta.intake.newsnames import Named, NewsNames

BEFORE_WINDOW, AFTER_WINDOW = 140, 100
MODIFIERS = frozenset(
    """the a an this that's its local state official semi-official independent private leading opposition daily weekly newspaper news
    agency broadcaster channel television TV radio station website site magazine paper outlet network wire service portal respected
    influential popular liberal conservative public national regional neighbouring domestic foreign""".split()
)
TOLD = re.compile(r"\b(?:told|tells|telling|informed|citing|quoting|via|per|according\s+to|quotes|quoted|cited|cites)$", re.I)
PREPOSITION = re.compile(r"\b(?:to|with|by|in|on|from|for)$")
SPEECH = re.compile(
    r"\b(?:speaking|spoke|speaks?|talking|talked|interview(?:s|ed)?|remarks|comments?|commented|statements?|said|saying|quoted|cited|report(?:s|ed)?|reportedly"
    r"|published|posted|carried|aired|broadcast|obtained|seen|reviewed|verified|compiled|tall(?:y|ies)|counts?|according|asked|contacted|confirmed|wrote|article"
    r"|footage|poll|investigation|released|shown|revealed|disclosed)\b",
    re.I,
)
SAYS = (
    r"(?:report(?:ed|s|ing)|said|says|saying|quot(?:ed|es|ing)|cit(?:ed|es|ing)|wrote|writes|reveal(?:ed|s)|published|carried|aired|broadcast|showed|shows"
    r"|confirmed|announced|added|noted|identified|learn(?:ed|t)|estimated|has\s+seen|has\s+verified)"
)
REPORTING = re.compile(
    rf"(?:\s+(?:news\s+)?(?:agency|newspaper|daily|television|TV|radio|channel|network|service|website|site|magazine|Digital|newsroom))*,?"
    rf"(?:\s+(?:has|have|had|also|earlier|later|first|previously|separately|quickly|on\s+[A-Z]\w+day|\w+ly)){{0,3}}\s+{SAYS}\b"
)
WITNESSING = re.compile(
    r"(?:\s+news\s+agency)?\s+(?:witness(?:es)?|reporters?|correspondents?|journalists?|photographers?|stringers?|teams?|crew)"
    r"(?:\s+(?:in|at|near|on)\s+(?:the\s+)?[\w-]+(?:\s+[A-Z]\w+)?)?\s+(?:said|says|reported|saw|heard|counted|confirmed|at\s+the\s+scene)\b"
)
PRODUCT = re.compile(
    r"(?:['’]s?)?\s+(?:reports?|tall(?:y|ies)|counts?|investigation|analysis|footage|calculations?|estimates?|poll|interview)\b"
)
STAFF = re.compile(
    r"(?:['’]s?)?\s+(?:news\s+agency\s+)?(?:offices?|buildings?|bureau|cameram[ae]n|crews?|staff|employees?|workers?|premises|headquarters|vehicles?|drivers?|journalists?"
    r"|reporters?|correspondents?|photographers?|photojournalists?|freelancers?|executives?|lawyers?|spokes\w+)\b"
)
TOLD_STAFF = re.compile(r"(?:['’]s?)?\s+(?:journalists?|reporters?|correspondents?|teams?)\b")
SENTENCE_START = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“‘'(])|\n")


def spoken_to(text: str, names: NewsNames) -> list[str]:
    """The names of all agencies and outlets that the text takes words from, in order; one may stand several times."""
    known = list(names.find(text))
    taken = {at for named in known for at in range(*named.span)}
    others = [named for named in names.by_class(text) if taken.isdisjoint(range(*named.span))]
    return [named.name for named in sorted([*known, *others]) if is_source(text, named, names)]


def is_source(text: str, named: Named, names: NewsNames) -> bool:
    """True when the words around the name show that something was said to it or by it."""
    after = text[named.span.end : named.span.end + AFTER_WINDOW]
    if REPORTING.match(after) or WITNESSING.match(after):
        return True
    before = sentence_before(text, named.span.start)
    lead = without_modifiers(before, names)
    if TOLD.search(lead):
        return not STAFF.match(after) or TOLD_STAFF.match(after) is not None
    if STAFF.match(after):
        return False
    if PRODUCT.match(after):
        return True
    preposition = PREPOSITION.search(lead)
    return preposition is not None and SPEECH.search(lead, 0, preposition.start()) is not None


def sentence_before(text: str, start: int) -> str:
    """The words of the sentence before the offset, at most 140 code points of them."""
    window = text[max(0, start - BEFORE_WINDOW) : start]
    cuts = [cut.end() for cut in SENTENCE_START.finditer(window)]
    return window[cuts[-1] :] if cuts else window


def without_modifiers(before: str, names: NewsNames) -> str:
    """The words before a name without those that describe it: "told the state-run" leaves "told"."""
    words = list(trailing_words(before))
    at = len(before)
    for start, word in words:
        bare = word.strip(",\"“‘'")
        if bare.casefold() not in MODIFIERS and not names.describes(bare):
            break
        at = start
    return before[:at].rstrip(" ,\n\u00a0\"“‘'")


def trailing_words(before: str) -> Iterator[tuple[int, str]]:
    """The last eight words with their offsets, last first."""
    found = list(re.finditer(r"\S+", before))[-8:]
    return ((word.start(), word[0]) for word in reversed(found))
