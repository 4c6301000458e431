from __future__ import annotations

import pytest

from gesta.reading.encoder import MODEL_FOLDER
from gesta.reading.lemmas import LemmaTable, by_rule

TABLE = LemmaTable.from_file(MODEL_FOLDER / "lemmas.json.gz")


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("was", "AUX", "VBD", "be"),
        ("freed", "VERB", "VBN", "free"),
        ("killed", "VERB", "VBN", "kill"),
        ("Fled", "VERB", "VBD", "flee"),
        ("overthrew", "VERB", "VBD", "overthrow"),
        ("withdrew", "VERB", "VBD", "withdraw"),
        ("shelling", "VERB", "VBG", "shell"),
        ("hitting", "VERB", "VBG", "hit"),
        ("striking", "VERB", "VBG", "strike"),
        ("evacuated", "VERB", "VBN", "evacuate"),
        ("carried", "VERB", "VBD", "carry"),
        ("denies", "VERB", "VBZ", "deny"),
        ("soldiers", "NOUN", "NNS", "soldier"),
        ("casualties", "NOUN", "NNS", "casualty"),
        ("deaths", "NOUN", "NNS", "death"),
        ("children", "NOUN", "NNS", "child"),
        ("women", "NOUN", "NNS", "woman"),
        ("militiamen", "NOUN", "NNS", "militiaman"),
        ("corps", "NOUN", "NNS", "corps"),
        ("beaten", "VERB", "VBN", "beat"),
        ("worst", "ADJ", "JJS", "bad"),
        ("heavier", "ADJ", "JJR", "heavy"),
        ("Armenians", "PROPN", "NNPS", "Armenian"),
        ("Reuters", "PROPN", "NNP", "Reuters"),
        ("The", "DET", "DT", "the"),
    ],
)
def test_lemmas(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert TABLE(form, upos, xpos) == lemma


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("gribbed", "VERB", "VBD", "grib"),
        ("zorgated", "VERB", "VBD", "zorgate"),
        ("blorkies", "NOUN", "NNS", "blorky"),
        ("blorches", "NOUN", "NNS", "blorch"),
        ("string", "VERB", "VBG", "string"),
        ("glass", "NOUN", "NNS", "glass"),
    ],
)
def test_rules_alone(form: str, upos: str, xpos: str, lemma: str) -> None:
    assert by_rule(form, upos, xpos, ()) == lemma


def test_a_known_lemma_decides_between_candidates() -> None:
    assert by_rule("caning", "VERB", "VBG", {"cane"}) == "cane"
    assert by_rule("canning", "VERB", "VBG", {"can"}) == "can"
