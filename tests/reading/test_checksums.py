"""Whether the model is whole: what is missing, cut off or changed is named, and reading with it is one clear error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.errors import ModelMissing
from gesta.reading import Reader, component
from gesta.reading.checksums import LIST, faults, listed, measured
from gesta.reading.encoder import MODEL_FOLDER, Encoder


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder like the model's, of which one file at a time can be made another."""
    for path in MODEL_FOLDER.iterdir():
        (tmp_path / path.name).symlink_to(path)
    return tmp_path


def made_other(path: Path, change: Callable[[bytes], bytes]) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(change(data))


def test_the_shipped_model_is_as_its_list_says() -> None:
    assert listed() == list(measured(MODEL_FOLDER)), "a file of the model has changed: python -m training.checksums writes the list"


def test_each_fault_is_named(model: Path) -> None:
    assert faults(model) == []
    (model / "labels.json").unlink()
    made_other(model / "encoder.onnx", lambda data: data[:1000])
    made_other(model / "vocab.txt", lambda data: data[:-1] + b"x")
    assert faults(model) == [
        "encoder.onnx is cut off: 1,000 of 25,385,561 bytes",
        "labels.json is missing",
        "vocab.txt was changed: its SHA-256 is not the one that was shipped",
    ]


def test_a_list_that_is_missing_is_said(model: Path) -> None:
    (model / LIST).unlink()
    with pytest.raises(FileNotFoundError):
        faults(model)


@pytest.mark.parametrize("name", ["lexicon.txt.gz", "lemmas.json.gz", "labels.json", "meta.json"])
@pytest.mark.parametrize("change", [lambda data: data[: len(data) // 2], lambda data: b"\xff" * 90], ids=["cut", "garbage"])
def test_a_model_that_cannot_be_read_is_one_clear_error(
    model: Path, monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[bytes], bytes]
) -> None:
    made_other(model / name, change)
    monkeypatch.setattr(component, "load_pipeline", lambda _, threads: component.Network(model, threads))
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        Reader()


@pytest.mark.parametrize("name", ["encoder.onnx", "relations.npz"])
def test_a_network_that_is_cut_off_is_one_clear_error_and_not_one_for_each_article(model: Path, name: str) -> None:
    made_other(model / name, lambda data: data[: len(data) // 2])
    encoder = Encoder(model)
    with pytest.raises(ModelMissing, match="gesta doctor"):
        list(encoder.encode([["Shells"]])), encoder.relation_tensor
