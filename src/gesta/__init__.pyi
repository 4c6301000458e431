from gesta.pipeline.coded import Coded as Coded
from gesta.pipeline.coded import code as code
from gesta.pipeline.coder import Pipeline as Pipeline
from gesta.pipeline.dossier import Dossier as Dossier
from gesta.pipeline.dossier import open_dossier as open
from gesta.pipeline.version import __version__ as __version__

__all__ = ["Coded", "Dossier", "Pipeline", "__version__", "code", "open"]
