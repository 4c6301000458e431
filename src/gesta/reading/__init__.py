"""The reading room: articles become readings. Runs a model; looks nothing up but attribution cues."""

from gesta.reading.reader import Reader

__all__ = ["Reader"]
