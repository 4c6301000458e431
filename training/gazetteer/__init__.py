"""How the gazetteer artefact is made; not part of the wheel."""
