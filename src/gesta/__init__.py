"""Reads news reports on armed conflict and writes who says what happened, to whom, where, when and at what cost.

>>> import gesta
>>> coded = gesta.code("Azerbaijan said on Tuesday that 50 of its soldiers had been killed.", published="2022-09-13")
>>> [(figure.best, figure.victims.code) for figure in coded.figures]
[(50, 'AZE')]
"""

from __future__ import annotations

from gesta.pipeline import Coded, Dossier, Pipeline, __version__, code, open_dossier

open = open_dossier

__all__ = ["Coded", "Dossier", "Pipeline", "__version__", "code", "open"]
