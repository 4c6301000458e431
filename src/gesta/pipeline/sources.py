"""What a command line names as a source: files, folders, standard input, web addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gesta.errors import InputError
from gesta.intake import Found, NewsNames, documents, registered
from gesta.intake.addresses import is_web_address
from gesta.intake.fetching import Fetcher
from gesta.intake.online import read_url
from gesta.intake.sources import Opener
from gesta.pipeline.coder import set_aside


def documents_of(
    sources: Iterable[str], fetcher: Fetcher, *, force: bool = False, names: NewsNames | None = None, opened: Opener | None = None
) -> Iterator[Found]:
    """What the sources hold, in order: articles, records that are coded already, and errors in the place of what cannot be used.

    Web addresses are fetched; `opened` opens files. A source that intake stumbles over is set aside from there on. `names`: the outlets
    that are known, the shipped register's by default.
    """
    for source in sources:
        try:
            if is_web_address(source):
                yield from read_url(source, fetcher, names or registered(), force=force)
            else:
                yield from documents(source, force=force, names=names, opened=opened)
        except OSError as error:
            yield InputError(path=source, why=f"cannot be read to its end: {error.strerror or error}")
        except Exception as error:
            yield set_aside(source, error)
