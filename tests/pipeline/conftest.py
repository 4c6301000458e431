"""A pipeline that needs no model."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from gesta.pipeline import Pipeline, coder
from tests.pipeline.fakes import MADE, FakeReader, fake_code


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    made = Pipeline()
    monkeypatch.setattr(coder, "code_article", fake_code)
    vars(made).update(reader=FakeReader(), made=MADE, codebook=SimpleNamespace())
    return made
