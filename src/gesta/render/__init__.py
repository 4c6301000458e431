"""A report for people: as terminal text, as a compact table, as one self-contained HTML page, as a fragment for a notebook."""

from __future__ import annotations

from gesta.render.fragment import fragment
from gesta.render.listing import table
from gesta.render.page import page
from gesta.render.terminal import terminal

__all__ = ["fragment", "page", "table", "terminal"]
