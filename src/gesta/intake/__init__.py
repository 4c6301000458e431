"""Files, web pages, Markdown, plain text, JSON Lines, WARC and feeds become articles: text verbatim, and what is said of it.

Nothing is fetched but by `gesta.intake.fetching`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path, PurePath

from gesta.errors import InputError, MalformedRecord
from gesta.intake.coded import Record
from gesta.intake.draft import Draft
from gesta.intake.finishing import finished
from gesta.intake.limits import DOCUMENT_LIMIT, TEXT_LIMIT
from gesta.intake.newsnames import NewsNames
from gesta.intake.outlets import names_of, registered
from gesta.intake.sources import SUFFIXES, Found, Opener, read_path, read_stream, suffix_of
from gesta.intake.storage import WEB, read_stored, scheme_of
from gesta.model import Article

__all__ = [
    "DOCUMENT_LIMIT",
    "SUFFIXES",
    "TEXT_LIMIT",
    "Found",
    "NewsNames",
    "Record",
    "article_from_text",
    "articles",
    "documents",
    "documents_in",
    "names_of",
    "registered",
]


def articles(path: str | Path, *, force: bool = False, names: NewsNames | None = None) -> Iterator[Article | InputError]:
    """The articles of a file, of a folder (sorted, recursive, known suffixes) or of standard input (`-`), in order.

    A document or a line that cannot be used comes as an InputError value in its place and costs nothing else; a record that is coded
    already is one of them. `force` reads what is not English too. `names`: the outlets that are known, the codebook's register by default.
    """
    for found in documents(path, force=force, names=names):
        if isinstance(found, dict):
            yield MalformedRecord(
                why=f"a record that is coded already ({found['report']['id'][:12]}): gesta ingest takes it as it is", path=path
            )
        else:
            yield found


def documents(path: str | Path, *, force: bool = False, names: NewsNames | None = None, opened: Opener | None = None) -> Iterator[Found]:
    """As `articles`, but a line of JSON Lines that `gesta code` printed is a record, as it is. `opened` opens the files on disk."""
    if scheme_of(str(path)) not in ("", *WEB):
        return read_stored(str(path), names or registered(), force=force)
    return read_path(path, names or registered(), force=force, opened=opened)


def documents_in(data: bytes, name: str, *, force: bool = False, names: NewsNames | None = None) -> Iterator[Found]:
    """What a file of these bytes holds, as `documents` reads it. Its name says of which kind it is, and stands in errors."""
    return read_stream(io.BytesIO(data), name, suffix_of(PurePath(name))[0], names or registered(), force=force)


def article_from_text(
    text: str,
    *,
    published: date | datetime | str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    authors: Sequence[str] | str = (),
    source_id: str | None = None,
    language: str | None = None,
    synthetic: bool = False,
    force: bool = False,
    origin: str = "-",
    names: NewsNames | None = None,
) -> Article:
    """The article of a text, which is taken as it stands: no title is looked for, no markup removed.

    Only line ends and control characters change (see `gesta.intake.cleaning`); where there are none, offsets into `text` are offsets into
    the article's text. `published` is ISO 8601 when a string; one that names no day gives None and a notice. InputError when the text
    cannot be coded: EmptyInput, TooLarge, NoLanguage, NotEnglish (unless `force`).
    """
    draft = Draft(
        text=text,
        title=title,
        url=url,
        outlet=outlet,
        published=published,
        source_id=source_id,
        language=language,
        synthetic=synthetic,
        origin=origin,
    )
    return finished(draft.with_fields({"authors": authors}), names or registered(), force=force)
