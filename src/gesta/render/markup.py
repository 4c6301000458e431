"""HTML in which nothing foreign is ever markup: text is escaped unless it is `Html`, and only http and https addresses become links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from gesta.render.visible import label_text, page_text

VOID = frozenset({"br", "meta", "link", "hr", "input", "col"})
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"})
IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
SURROGATE = re.compile("[\ud800-\udfff]")


class Html(str):
    """Markup that this package wrote itself; everything else is text."""

    __slots__ = ()


Child = str | None | Iterable["Child"]


def escape(text: str) -> Html:
    """Text as it stands in a document or in a quoted attribute, without characters that could reorder what stands beside it."""
    return Html(label_text(text).translate(ESCAPES))


def verbatim(text: str) -> Html:
    """Text as it stands in a block of its own, reordering characters kept."""
    return Html(page_text(text).translate(ESCAPES))


def html(*children: Child) -> Html:
    """Children in a row: `Html` as it is, other strings escaped, None left out, iterables flattened."""
    return Html("".join(map(flattened, children)))


def flattened(child: Child) -> str:
    """One child as markup."""
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    return escape(child) if isinstance(child, str) else "".join(map(flattened, child))


def el(tag: str, *children: Child, **attributes: str | int | float | bool | None) -> Html:
    """An element. `class_` is `class`, `data_i` is `data-i`; None and False leave an attribute out, True gives it without a value."""
    shown = "".join(
        f" {name.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{tag}{shown}>" if tag in VOID else f"<{tag}{shown}>{html(*children)}</{tag}>")


def link(url: str | None, *children: Child) -> Html:
    """A link that tells the site nothing of this page; only the children where the address is not plain http or https."""
    return el("a", *children, href=url, rel="noreferrer noopener external") if url and is_web(url) else html(*children)


def is_web(url: str) -> bool:
    """True for an absolute http or https address without blanks and control characters."""
    if not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def script_json(value: object) -> Html:
    """JSON that may stand inside a script element: `<`, `>`, `&` and the line separators are escaped, lone surrogates too."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
    return Html(SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", plain))
