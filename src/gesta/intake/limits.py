"""The sizes that intake goes by, each with its reason."""

from __future__ import annotations

TEXT_LIMIT = 2_000_000
"""Code points of one report's text. The longest newspaper reports have about 100,000; what is longer is an archive or a log put together
by mistake, and a parse of it would hold gigabytes."""

DOCUMENT_LIMIT = 16 * 2**20
"""Bytes of one document (a file, or a line of JSON Lines). Web pages carry scripts and pictures inline: far more markup than text."""

RECORD_HEADERS = 64 * 2**10
"""Bytes of one WARC record's own headers, and of the HTTP headers in it."""

ARCHIVED_LIMIT = DOCUMENT_LIMIT + 2 * RECORD_HEADERS
"""Bytes of a WARC record that are kept: a document as large as one may be, with its headers. What is longer is passed over unread."""

PAGE_ELEMENTS = 50_000
"""Elements of one web page. News pages have a few thousand; finding the article takes up to 50 ms for each thousand."""

ELEMENT_ATTRIBUTES = 5_000
"""Attributes of one element of a web page. Elements have a dozen; the parser compares each with all before it, so that a hundred thousand
would take it minutes."""

FRONT_MATTER_LIMIT = 16 * 1024
"""Code points of a front matter. It holds a dozen short fields; YAML is slow to parse."""

ENGLISH_LETTERS = 60
"""Letters below which no language is detected: a headline's worth, too little for letter statistics."""

DETECTION_SAMPLE = 4_000
"""Code points of the text that the language is detected on: more do not change the answer."""

SURE = 0.9
"""Probability from which the detected language overrules the input's own `language` field."""

MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text. A text may have an escape here and there, a picture has them everywhere."""
