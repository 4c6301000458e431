"""Reads news reports on armed conflict and writes who says what happened, to whom, where, when and at what cost.

>>> import gesta
>>> coded = gesta.code("Azerbaijan said on Tuesday that 50 of its soldiers had been killed.", published="2022-09-13")
>>> [(figure.best, figure.victims.code) for figure in coded.figures]
[(50, 'AZE')]
"""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any, Final

# Imported when first asked for (PEP 562), so that `import gesta` and every command take only what they use. Types are in `__init__.pyi`.
_HOMES: Final = {
    "Coded": "gesta.pipeline.coded:Coded",
    "Dossier": "gesta.pipeline.dossier:Dossier",
    "Pipeline": "gesta.pipeline.coder:Pipeline",
    "__version__": "gesta.pipeline.version:__version__",
    "code": "gesta.pipeline.coded:code",
    "open": "gesta.pipeline.dossier:open_dossier",
}

__all__ = ["Coded", "Dossier", "Pipeline", "__version__", "code", "open"]


def __getattr__(name: str) -> Any:
    """The public name, from the module where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = resolve_name(_HOMES[name])
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
