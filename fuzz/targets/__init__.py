"""Every target by its name."""

from __future__ import annotations

from fuzz.target import Target
from fuzz.targets import codebook, documents, questions, records, said

TARGETS: dict[str, Target] = {
    target.name: target for module in (documents, said, records, codebook, questions) for target in module.TARGETS
}
