"""Three Ray nodes, a driver and a node of which are killed, leave the folder that one machine alone writes, to the byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gesta.batch.folder import Folder
from gesta.batch.run import Run
from gesta.batch.working import Here
from gesta.pipeline import Pipeline
from tests.batch.archive import archive, contents
from tests.batch.machines import kill, machines, parts, until

pytest.importorskip("ray", reason="Ray is not installed here (gesta[ray]), so no cluster is started")
pytestmark = pytest.mark.skipif("GESTA_CLUSTER" not in os.environ, reason="a minute or two: only where GESTA_CLUSTER is set")


def test_three_nodes_write_what_one_machine_does(tmp_path: Path) -> None:
    given, out = archive(tmp_path / "in", files=12, each=4), tmp_path / "out"
    with machines() as nodes:
        first = nodes.start("code", *given, "--parts", str(out))
        until(lambda: parts(out) >= 2, first)
        kill(first)
        assert parts(out) < 14
        before = parts(out)
        second = nodes.start("code", *given, "--parts", str(out))
        until(lambda: parts(out) > before, second)
        nodes.kill_one()
        said, complaints = second.communicate()
    assert second.returncode == 3, complaints
    assert said.endswith(f"14 of 14 files finished, {before} before\n")
    alone = Folder(str(tmp_path / "alone"))
    coder = Pipeline()
    alone.begin({"made": {}})
    assert all(done.broken is None for done in Run(given, alone).results(Here(coder, alone)))
    assert without_about(out) == without_about(tmp_path / "alone")


def without_about(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name != "about.json"}
