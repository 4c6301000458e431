"""Is the text English? By letter statistics (py3langid), together with what the input says of itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from gesta.errors import NotEnglish
from gesta.intake.limits import DETECTION_SAMPLE, ENGLISH_LETTERS, SURE
from gesta.model import Notice

ENGLISH = "en"
ENGLISH_TOO = frozenset({"pcm", "sco"})  # Nigerian Pidgin and Scots: what statistics find in English that is dense with foreign names
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
NAMES = {
    "english": "en",
    "eng": "en",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "russian": "ru",
    "arabic": "ar",
    "ukrainian": "uk",
    "turkish": "tr",
}
CALLED = {code: name.title() for name, code in NAMES.items()}
DOUBTFUL = 0.5
# Frequent words of English that no other language writes so; they are a fifth of the words of an English text.
PLAIN = re.compile(r"\b(?:the|and|that|was|were|with|from|which|their|they|had|has|been|would|said|this|after)\b", re.I)
WORDS = re.compile(r"[^\W\d_]+")
PLAINLY, ENOUGH = 0.12, 40  # share of these words, and words, above which nothing needs to be measured


def language_of(text: str, said: str | None, origin: str, *, force: bool = False) -> tuple[str | None, tuple[Notice, ...]]:
    """ISO 639 code of the text's language, and notices where the input disagrees or `force` was needed.

    NotEnglish, unless `force`, for another language. The rule: below 60 letters the input's own field counts alone (and None, taken for
    English, where it says nothing). Otherwise the text decides where detection is sure (probability 0.9); where it is not, the field
    decides, and without a field the likeliest language.
    """
    field = code_of(said)
    letters = sum(map(str.isalpha, text[:DETECTION_SAMPLE]))
    found, probability = (field, 0.0) if letters < ENGLISH_LETTERS else detected(text[:DETECTION_SAMPLE])
    language = found if probability >= SURE or field is None else field
    if language not in (ENGLISH, None):
        why = reason(language, probability)
        if not force:
            raise NotEnglish(why=f"{why}; --force (in Python force=True) codes it all the same", path=origin)
        return language, (Notice(code="not-english", text=f"{why[0].upper()}{why[1:]}; read because it was forced."),)
    if field is not None and field != language:
        return language, (
            Notice(code="language", text=f"The input says that its language is {said!r}; the text is English and was read as such."),
        )
    return language, ()


def reason(language: str, probability: float) -> str:
    """Why the text is not taken for English, in words; a probability of 0 says that its own field was asked."""
    if not probability:
        return f"the text is not English but {language!r} by its own `language` field"
    if probability < DOUBTFUL:
        return f"the text reads neither as English nor as another language (likeliest {language!r}, probability {probability:.2f})"
    return f"the text is not English but {CALLED.get(language, repr(language))} (probability {probability:.2f})"


def code_of(said: str | None) -> str | None:
    """The language of "en", "en-GB", "English"; None where nothing is said or it is no language tag."""
    word = (said or "").strip()
    if word.casefold() in NAMES:
        return NAMES[word.casefold()]
    tag = TAG.fullmatch(word)
    return tag[1].lower() if tag else None


def detected(text: str) -> tuple[str, float]:
    """The likeliest language and its probability."""
    if plainly_english(text):
        return ENGLISH, 1.0
    language, probability = identifier().classify(text)
    return ENGLISH if language in ENGLISH_TOO else str(language), float(probability)


def plainly_english(text: str) -> bool:
    """True for a text of some length in which English function words are as frequent as only English has them."""
    count = len(WORDS.findall(text))
    return count >= ENOUGH and len(PLAIN.findall(text)) >= PLAINLY * count


@lru_cache(maxsize=1)
def identifier() -> Any:
    """py3langid's model, loaded once (about a third of a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # numpy and the model are not needed for short texts

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
