"""Freezes the parses of the frames' examples and counter-examples in `parses/frames.conllu`.

    python -m tests.coding.freeze_frames

A sentence that is frozen already stays as it is, so that a parse made right by hand is kept; one that no frame has any more goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gesta.codebook import FrameRule, Ontology, Registers
from gesta.codebook.ontology import load_ontology
from gesta.model import Article
from gesta.reading import Reader
from tests.coding.freeze import conllu
from tests.coding.parses import FOLDER

FROZEN = FOLDER / "frames.conllu"


def sentences(ontology: Ontology) -> Iterator[tuple[str, FrameRule, bool, str]]:
    """The name of the frozen parse, the frame, whether it is an example, and the sentence; of every frame that has some."""
    for kind in ontology.types.values():
        for rule in kind.frames:
            for mark, said in (("yes", rule.examples), ("no", rule.counter_examples)):
                for n, sentence in enumerate(said, 1):
                    yield f"{rule.type}.{rule.id}-{mark}-{n}", rule, mark == "yes", sentence


def frozen() -> dict[tuple[str, str], str]:
    """The block of each frozen sentence by its name and text."""
    blocks = FROZEN.read_text("utf-8").strip().split("\n\n") if FROZEN.exists() else []
    heads = (re.match(r"# newdoc id = (.*)\n# text = (.*)\n", block) for block in blocks)
    return {(head[1], head[2]): block for head, block in zip(heads, blocks, strict=True) if head}


def main() -> None:
    """Writes the file anew."""
    ontology, kept = load_ontology(), frozen()
    wanted = [(name, sentence) for name, _, _, sentence in sentences(ontology)]
    missing = [(name, Article(text=sentence)) for name, sentence in wanted if (name, sentence) not in kept]
    states = Registers.load().countries.values()
    reader = Reader(threads=1, cues=ontology.stances, verbs=ontology.known_verbs, states=states)
    for (name, article), reading in zip(missing, reader.read(a for _, a in missing), strict=True):
        kept[name, article.text] = "\n".join(conllu(name, article, reading)).strip()
    FROZEN.write_text("\n\n".join(kept[pair] for pair in wanted) + "\n", "utf-8")


if __name__ == "__main__":
    main()
