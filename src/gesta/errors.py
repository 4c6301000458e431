"""Everything that gesta raises, as one tree.

GestaError
├── InputError            a document that cannot be coded; set aside, costs nothing else
│   ├── EmptyInput        nothing but white space
│   ├── NotText           binary data, or an encoding that cannot be read
│   ├── NotEnglish        a language that the model does not read
│   ├── NoLanguage        digits and signs, no words
│   ├── TooLarge          more text than one document may have
│   ├── MalformedFrontMatter
│   ├── MalformedRecord   a line of JSON Lines that is none
│   ├── NoArticle         an HTML page without an article
│   ├── DamagedArchive    a WARC record or gzip data that are broken or cut off
│   ├── NotFeed           a feed that is none
│   ├── FetchRefused      an address that gesta does not fetch: no web address, not public, forbidden by robots.txt
│   ├── FetchFailed       an address that did not answer, or not with a document
│   └── CodingFailed      a document that a rule of gesta could not stand: a fault of gesta, reported as such
├── CodebookError         a codebook file that is wrong
├── ModelMissing          the reading model or a named pipeline is not installed
├── StoreError            a store that cannot be opened, read or written
│   ├── StoreBusy         another process is writing to it
│   ├── StoreTooNew       made by a newer gesta than this one
│   ├── StoreCrowded      no room for rows among others; it is computed as a whole then
│   └── NotFound          no report, incident or judgement of that name in it
├── PartsError            a folder of coded parts that cannot be written, or was coded by another gesta
├── EngineError           many machines that cannot be reached, or do not have what they need
└── RenderError           a page or table that cannot be written
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self


class GestaError(Exception):
    """The root: whatever gesta raises on purpose."""


class Located(GestaError):
    """An error in a file: its message is `path:line:column: why`, with what is known of the place."""

    def __init__(
        self, *, path: str | Path = "-", why: str, line: int | None = None, column: int | None = None, suggestion: str | None = None
    ) -> None:
        """Keeps path, line and column (both from 1), why, and a suggestion such as the name that was probably meant."""
        self.path, self.line, self.column, self.why, self.suggestion = str(path), line, column, why, suggestion
        place = ":".join(str(part) for part in (self.path, line, column) if part is not None)
        super().__init__(f"{place}: {why}" + (f"; did you mean {suggestion!r}?" if suggestion else ""))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled, it is the same error: kind, message and all that is known, but for its cause."""
        return unpickled, (type(self), self.args), vars(self)


def unpickled(kind: type[Located], args: tuple[Any, ...]) -> Located:
    """An error of this kind with this message, of which the rest is yet to be known."""
    return kind.__new__(kind, *args)


class InputError(Located):
    """A document that cannot be coded."""


class EmptyInput(InputError):
    """Nothing but white space."""


class NotText(InputError):
    """Binary data, or an encoding that cannot be read."""


class NotEnglish(InputError):
    """A language that the model does not read."""


class NoLanguage(InputError):
    """Digits and signs, no words."""


class TooLarge(InputError):
    """More text than one document may have."""


class MalformedFrontMatter(InputError):
    """Front matter that is not plain YAML, or holds a value of the wrong kind."""


class MalformedRecord(InputError):
    """A line of JSON Lines that is no article."""


class NoArticle(InputError):
    """An HTML page in which no article was found."""


class DamagedArchive(InputError):
    """A WARC record, or gzip data, broken or cut off."""


class NotFeed(InputError):
    """A feed that is none: a web page, or anything else."""


class FetchRefused(InputError):
    """An address that gesta does not fetch: not http or https, not public, or forbidden by the host's robots.txt."""


class FetchFailed(InputError):
    """An address that did not answer, or not with a document.

    `status` is the HTTP status where there was one. `lasting` is true where another try would give the same. `retry_after` is how many
    seconds the host asked to be left alone.
    """

    def __init__(self, *, path: str, why: str, status: int | None = None, retry_after: float | None = None, lasting: bool = False) -> None:
        super().__init__(path=path, why=why)
        self.status, self.retry_after, self.lasting = status, retry_after, lasting


class CodingFailed(InputError):
    """A document that a rule of gesta, or a parser that it uses, could not stand.

    `passing` is true where not the document was at fault but the machine: a full disk, no memory left.
    """

    passing = False

    @classmethod
    def by(cls, error: Exception, path: str) -> Self:
        """The error for a document at which `error` was raised, which is its cause."""
        failed = cls(path=path, why=f"could not be coded, a fault of gesta: {type(error).__name__}: {error}")
        failed.__cause__ = error
        failed.passing = isinstance(error, (OSError, MemoryError))
        return failed


class CodebookError(Located):
    """A codebook file that is wrong, with file, line and column."""


class ModelMissing(GestaError):
    """The reading model or a named pipeline cannot be loaded."""


class StoreError(Located):
    """A store that cannot be opened, read or written; `path` is its file or address, without a password."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class StoreCrowded(StoreError):
    """No room for new rows among those that are there: what is computed has to be swapped in as a whole."""


class StoreTooNew(StoreError):
    """The store was made by a newer gesta than this one."""


class NotFound(StoreError):
    """No report, incident or judgement of that name in the store."""


class PartsError(Located):
    """A folder of coded parts that cannot be written, or that was coded otherwise than it is to be now."""


class EngineError(GestaError):
    """Many machines that cannot be reached, or do not have what they need."""


class RenderError(GestaError):
    """A page or table that cannot be written."""
