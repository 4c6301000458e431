"""The coding room: a reading becomes a report. Looks things up, runs no model."""

from gesta.coding.assemble import code_article

__all__ = ["code_article"]
