"""Where the rooms are joined. `gesta.code` and everything of `gesta.cli` and `gesta.batch` go through here."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any, Final

# Imported when first asked for, as those of `gesta`: who codes needs no store, and who asks a store needs no coder.
_HOMES: Final = {
    "SPARED": "gesta.pipeline.coder:SPARED",
    "Coded": "gesta.pipeline.coded:Coded",
    "Dossier": "gesta.pipeline.dossier:Dossier",
    "Pipeline": "gesta.pipeline.coder:Pipeline",
    "__version__": "gesta.pipeline.version:__version__",
    "code": "gesta.pipeline.coded:code",
    "json_line": "gesta.pipeline.lines:json_line",
    "open_dossier": "gesta.pipeline.dossier:open_dossier",
    "usual_size": "gesta.pipeline.crew:usual_size",
}

__all__ = ["SPARED", "Coded", "Dossier", "Pipeline", "__version__", "code", "json_line", "open_dossier", "usual_size"]


def __getattr__(name: str) -> Any:
    """The public name, from the module where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = resolve_name(_HOMES[name])
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
