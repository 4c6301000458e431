"""Documents say what is so: commands, options, exit codes, links, printed output."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import gesta
from gesta.cli import exits
from gesta.cli.app import COMMANDS as SAID
from gesta.cli.app import imported
from tests.console_blocks import BLOCK, run, store_of_samples

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").glob("README.md")])
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
COMMANDS = {name: imported(name) for name in SAID}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


# Pages of the codebook list verbs, "make arrest" among them.
@pytest.mark.parametrize("path", [path for path in DOCUMENTS if path.parent.name != "codebook"], ids=named)
def test_every_make_target_exists(path: Path) -> None:
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", path.read_text("utf-8"), re.M)) <= TARGETS


def test_readme_names_its_two_commands() -> None:
    assert {"demo", "test"} <= set(re.findall(r"^make ([a-z]+)", README, re.M))


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_local_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_command_and_option_exists() -> None:
    options = {name: {opt for param in command.params for opt in param.opts} for name, command in COMMANDS.items()}
    fenced = "\n".join(body for language, body in re.findall(r"^```(\w*)\n(.*?)^```$", README, re.M | re.S) if not language)
    usage = re.findall(r"^gesta ([a-z]+)\b(.*)", fenced, re.M)
    assert {name for name, _ in usage} == set(options)
    assert [
        (name, opt)
        for name, rest in usage
        for opt in re.findall(r"(?<!\S)\[?(-{1,2}[a-z]+)", rest.split("   ")[0])
        if opt not in options[name]
    ] == []
    assert [opt for opt in re.findall(r"`(--[a-z]+)", README) if not any(opt in opts for opts in options.values())] == []


def test_the_help_says_of_a_command_what_its_own_help_begins_with() -> None:
    assert {name: re.split(r"(?<=\.)\s", command.help)[0] for name, command in COMMANDS.items()} == SAID


def test_exit_codes_are_those_of_the_program() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.M)}
    assert codes == {exits.DONE, exits.FAILED, exits.USAGE, exits.SOME_FAILED, exits.INTERRUPTED}


def test_changelog_has_this_version() -> None:
    assert f"\n## {gesta.__version__}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("block", [found[1] for path in DOCUMENTS for found in BLOCK.finditer(path.read_text("utf-8"))])
def test_console_blocks_show_what_is_printed(block: str) -> None:
    # After a change that is meant: make docs
    assert run(block) == block


def test_python_in_the_page_on_asking_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESTA_STORE", store_of_samples())
    test = doctest.DocTestParser().get_doctest((ROOT / "docs" / "ask.md").read_text("utf-8"), {}, "ask.md", "ask.md", 0)
    results = doctest.DocTestRunner().run(test)
    assert results.attempted
    assert not results.failed


def test_python_in_the_readme_runs() -> None:
    test = doctest.DocTestParser().get_doctest(README, {}, "README.md", "README.md", 0)
    results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    assert results.attempted
    assert not results.failed
