"""A row of a table of reports, or a line of JSON Lines: an article, a record that is coded already, or the error that says why neither."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gesta.errors import CodingFailed, InputError, NotText
from gesta.intake.coded import Record, is_coded, read_coded
from gesta.intake.finishing import finished
from gesta.intake.jsonlines import read_record
from gesta.intake.newsnames import NewsNames
from gesta.model import Article

Parse = Callable[[], Any]


def found_in(parse: Parse, origin: str, number: int, names: NewsNames, *, force: bool) -> Article | Record | InputError:
    """What the value that `parse` gives holds; whatever is wrong with it is an error that names the file and the line or row."""
    try:
        value = parse()
        if is_coded(value):
            return read_coded(value, origin, number)
        return finished(read_record(value, f"{origin}:{number}", origin, number), names, force=force)
    except UnicodeDecodeError as error:
        return NotText(why=f"a line is UTF-8, this one is not: {error.reason} at byte {error.start}", path=origin, line=number)
    except InputError as error:
        return error if error.line is not None else type(error)(why=error.why, path=origin, line=number)
    except Exception as error:
        return CodingFailed.by(error, f"{origin}:{number}")
