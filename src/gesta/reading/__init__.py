"""The reading room: articles become readings. Runs a model; looks nothing up but attribution cues."""

from gesta.reading.first_pass import FirstPass, shipped
from gesta.reading.reader import Reader

__all__ = ["FirstPass", "Reader", "shipped"]
