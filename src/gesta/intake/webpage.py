"""A web page to title, text, authors and date. Nothing is fetched: the page is all there is.

trafilatura finds the article among menus and teasers. Before it looks, captions and credit lines are made paragraphs, because they belong
to the text and trafilatura takes them for furniture.
"""

from __future__ import annotations

import re
import sys
from itertools import islice
from typing import Any

from gesta.errors import NoArticle, TooLarge
from gesta.intake.creditlines import is_credit_line
from gesta.intake.draft import Draft
from gesta.intake.limits import ELEMENT_ATTRIBUTES, PAGE_ELEMENTS
from gesta.intake.pagefacts import PageFacts, page_facts
from gesta.intake.samplemark import is_mark

COMMENT = re.compile(r"<!--.*?-->|<\?xml.*?\?>", re.DOTALL)
STARTS = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
HEAD = 8192
ENCODING_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# Possessive throughout: what is no such element is passed over without a second look.
ATTRIBUTE = r"""[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>"']*+))?+"""
OVERLOADED = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{ATTRIBUTE}){{{ELEMENT_ATTRIBUTES}}}")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
FEWEST_WORDS = 5
LONGEST_CREDIT = 400
BOXES = ("footer", "aside")
BLOCKS = ("p", "div", "section", "ul", "ol", "table", "figure", "blockquote")
LEAVES = (*BOXES, "p", "div", "section", "address", "small", "span", "li")


def is_web_page(text: str) -> bool:
    """True when the text begins as an HTML document does."""
    return STARTS.match(COMMENT.sub("", text[:HEAD])) is not None


def read_web_page(text: str, origin: str) -> Draft:
    """The article of the page, a blank line between its paragraphs.

    NoArticle when the page holds no running text, TooLarge when it has more elements, or one of them more attributes, than a page has.
    """
    from trafilatura import bare_extraction, load_html  # slow to import, needed for HTML alone

    if OVERLOADED.search(text):
        raise TooLarge(why=f"an element of the page has more than {ELEMENT_ATTRIBUTES:,} attributes", path=origin)
    tree = load_html(ENCODING_DECLARED.sub("", text))
    if tree is None:
        raise NoArticle(why="there is no article in the page: it is empty", path=origin)
    if sum(1 for _ in islice(tree.iter(), PAGE_ELEMENTS + 1)) > PAGE_ELEMENTS:
        raise TooLarge(why=f"the page has more than {PAGE_ELEMENTS:,} elements", path=origin)
    facts = page_facts(tree)
    keep_captions(tree)
    keep_credit_lines(tree)
    found = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    said = {name: getattr(found, name, None) or None for name in ("title", "author", "date", "text")}
    return drafted(facts, said, origin)


def forget_pages() -> None:
    """No string of a page that was read is kept: trafilatura and what it uses remember thousands, for pages that share some."""
    if "trafilatura" in sys.modules:
        from trafilatura.meta import reset_caches

        reset_caches()


def drafted(facts: PageFacts, said: dict[str, str | None], origin: str) -> Draft:
    """The draft from what the page states and, second, what trafilatura found."""
    title = facts.title or said["title"]
    blocks = paragraphs(said["text"])
    stated = paragraphs(facts.body)
    if not any(map(is_running, blocks)) or folded(" ".join(blocks)) == folded(" ".join(stated)):
        blocks = stated  # trafilatura falls back on it too, and loses its paragraphs
    if not any(map(is_running, blocks)):
        raise NoArticle(why="there is no article in the page: no paragraph of running text", path=origin)
    marked = is_mark(blocks[0])
    blocks = blocks[marked:]
    if title and blocks and folded(blocks[0]) == folded(title):
        blocks = blocks[1:]
    return Draft(
        text="\n\n".join(blocks),
        title=title,
        url=facts.url,
        publisher=facts.publisher,
        authors=facts.authors or tuple(filter(None, (said["author"] or "").split("; "))),
        published=facts.published or said["date"],
        language=facts.language,
        synthetic=facts.synthetic or marked or any(map(is_mark, blocks[-1:])),
        origin=origin,
    )


def keep_captions(tree: Any) -> None:
    """Each caption becomes a paragraph behind its figure."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), caption)
        words = " ".join(caption.text_content().split())
        if words and figure.getparent() is not None:
            figure.addnext(paragraph(tree, words))


def keep_credit_lines(tree: Any) -> None:
    """A credit line in the furniture of an article (its footer, a box, bare text in a division) becomes its last paragraph."""
    for article in list(tree.iter("article", "main"))[:1]:
        for element in [e for e in article.iter(*LEAVES) if next(e.iterdescendants(*BLOCKS), None) is None]:
            above = {ancestor.tag for ancestor in element.iterancestors("p", *BOXES, article.tag)}
            kept = element.tag == "p" and not above.intersection(BOXES)
            words = "" if kept or "p" in above or article.tag not in above else " ".join(element.text_content().split())
            if 0 < len(words) <= LONGEST_CREDIT and is_credit_line(words):
                element.drop_tree()
                article.append(paragraph(tree, words))


def paragraph(tree: Any, words: str) -> Any:
    """A new paragraph of these words."""
    made = tree.makeelement("p")
    made.text = words
    return made


def paragraphs(text: str | None) -> list[str]:
    """The lines of the text that are not blank."""
    return [line.strip() for line in (text or "").split("\n") if line.strip()]


def is_running(block: str) -> bool:
    """True for a block with a sentence: menus and lists of headlines have none."""
    return len(block.split()) >= FEWEST_WORDS and SENTENCE_END.search(block.rstrip()) is not None


def folded(text: str) -> str:
    """The text without case and runs of white space."""
    return " ".join(text.split()).casefold()
