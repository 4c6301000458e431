from gesta.pipeline.coded import Coded as Coded
from gesta.pipeline.coded import code as code
from gesta.pipeline.coder import SPARED as SPARED
from gesta.pipeline.coder import Pipeline as Pipeline
from gesta.pipeline.crew import usual_size as usual_size
from gesta.pipeline.dossier import Dossier as Dossier
from gesta.pipeline.dossier import open_dossier as open_dossier
from gesta.pipeline.lines import json_line as json_line
from gesta.pipeline.version import __version__ as __version__

__all__ = ["SPARED", "Coded", "Dossier", "Pipeline", "__version__", "code", "json_line", "open_dossier", "usual_size"]
