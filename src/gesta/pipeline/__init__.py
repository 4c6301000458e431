"""Where the rooms are joined. `gesta.code` and everything of `gesta.cli` and `gesta.batch` go through here."""

from __future__ import annotations

from gesta.pipeline.coded import Coded, code
from gesta.pipeline.coder import SPARED, Pipeline
from gesta.pipeline.crew import usual_size
from gesta.pipeline.dossier import Dossier, open_dossier
from gesta.pipeline.lines import json_line
from gesta.pipeline.version import __version__

__all__ = ["SPARED", "Coded", "Dossier", "Pipeline", "__version__", "code", "json_line", "open_dossier", "usual_size"]
