"""The house as measured: sizes, annotations, imports, names, and documents that are short and true."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from types import ModuleType

import pytest

import gesta
import gesta.pipeline

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "gesta").rglob("*.py"))
SCRIPTS = sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in ("training", "benchmarks", "fuzz")))
EVERYWHERE = [*SOURCES, *SCRIPTS, *sorted((ROOT / "tests").rglob("*.py"))]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]

# Third-party packages that cost more than the command line may take to start: they may be imported where they are used.
EXPENSIVE = {
    "duckdb", "feedparser", "fsspec", "lxml", "numpy", "onnxruntime", "protego", "psycopg", "py3langid", "pyarrow", "ray", "spacy", "thinc",
    "trafilatura",
}  # fmt: skip
# Our own modules that are nothing without an expensive package: a component of spaCy, and the application that uvicorn runs.
BEHIND_EXPENSIVE = {"gesta.reading.component", "gesta.api.serving"}
# Where names stand for modules that are imported when first asked for (PEP 562): nobody should wait for what another command needs.
BY_NAME = {"src/gesta/__init__.py", "src/gesta/pipeline/__init__.py", "src/gesta/cli/app.py"}
VAGUE = {"base", "common", "core", "helper", "helpers", "manager", "misc", "stuff", "tools", "util", "utils"}
UNTRACKED = {".venv", "build", "dist", "__pycache__", ".hypothesis", ".pytest_cache"}
NOT_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.ENCODING)

Function = ast.FunctionDef | ast.AsyncFunctionDef
Described = Function | ast.ClassDef | ast.Module


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def described(path: Path) -> tuple[Described, ...]:
    """The module, classes and functions of a file, which may have a docstring."""
    return tuple(node for node in ast.walk(tree(path)) if isinstance(node, Described))


def extent(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


@cache
def code_lines(path: Path) -> frozenset[int]:
    """Lines that hold code: neither blank nor only a comment nor part of a docstring."""
    with path.open("rb") as file:
        tokens = [t for t in tokenize.tokenize(file.readline) if t.type not in NOT_CODE]
    lines = {line for t in tokens for line in range(t.start[0], t.end[0] + 1)}
    return frozenset(lines.difference(*(extent(n.body[0]) for n in described(path) if ast.get_docstring(n) is not None)))


def functions(path: Path) -> Iterator[Function]:
    return (n for n in described(path) if isinstance(n, Function))


def named(path: Path, node: Function) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def function_sizes(paths: list[Path]) -> dict[str, int]:
    """Lines of code from `def` to the end of the body."""
    return {named(p, f): len(code_lines(p).intersection(extent(f))) for p in paths for f in functions(p)}


def tracked() -> list[Path]:
    """Files that git knows or would add; every file but the ignored folders where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [p for line in listed.stdout.splitlines() if (p := ROOT / line).is_file()]
    return [p for p in ROOT.rglob("*") if p.is_file() and not UNTRACKED & set(p.parts)]


def test_files_are_short() -> None:
    sizes = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in SOURCES}
    assert [f"{n} {p}" for p, n in sizes.items() if n > 600] == []
    assert median(sizes.values()) <= 130


def test_functions_are_short() -> None:
    sizes = function_sizes(SOURCES)
    assert [f"{n} {f}" for f, n in sizes.items() if n > 60] == []
    assert quantiles(sizes.values(), n=10)[8] <= 28
    assert median(sizes.values()) <= 8


def test_scripts_and_tests_have_no_giant() -> None:
    assert [str(p) for p in EVERYWHERE if len(p.read_text("utf-8").splitlines()) > 600] == []
    assert [f"{n} {f}" for f, n in function_sizes(SCRIPTS).items() if n > 60] == []


def unannotated(node: Function) -> list[str]:
    args = node.args
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs, *filter(None, (args.vararg, args.kwarg))]
    bare = [a.arg for a in every if a.annotation is None and a.arg not in ("self", "cls")]
    return bare + (["return"] if node.returns is None else [])


def test_everything_is_annotated() -> None:
    assert [f"{named(p, f)}: {bare}" for p in EVERYWHERE for f in functions(p) if (bare := unannotated(f))] == []


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_imports_stand_at_the_top_but_for_the_expensive() -> None:
    inside = {(named(p, f), name) for p in SOURCES for f in functions(p) for n in ast.walk(f) for name in imported(n)}
    assert [(where, name) for where, name in inside if name.partition(".")[0] not in EXPENSIVE and name not in BEHIND_EXPENSIVE] == []


def test_nothing_is_imported_for_the_type_checker_alone_or_by_name() -> None:
    marks = re.compile(r"\bTYPE_CHECKING\b|\bimport_module\b|__import__|\bresolve_name\b")
    assert {str(p.relative_to(ROOT)) for p in SOURCES if marks.search(p.read_text("utf-8"))} == BY_NAME


@pytest.mark.parametrize("package", [gesta, gesta.pipeline])
def test_what_is_imported_late_is_what_the_types_say(package: ModuleType) -> None:
    stub = ast.parse(Path(package.__file__ or "").with_suffix(".pyi").read_text("utf-8"))
    named = [(node.module, name) for node in stub.body if isinstance(node, ast.ImportFrom) for name in node.names]
    assert {f"{module}:{name.name}" for module, name in named} == set(package._HOMES.values())
    assert {name.asname for _, name in named} == set(package.__all__) == set(package._HOMES)
    assert all(getattr(package, name) is not None for name in package.__all__)


def test_help_and_import_load_neither_numpy_nor_a_command() -> None:
    script = "import sys, gesta.cli.app; print(*({'numpy', 'gesta.pipeline.coder', 'gesta.cli.code', 'gesta.store'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT / "src", capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_imports_are_absolute() -> None:
    assert [f"{p}:{n.lineno}" for p in SOURCES for n in ast.walk(tree(p)) if isinstance(n, ast.ImportFrom) and n.level] == []


def test_no_module_has_a_vague_name() -> None:
    assert [str(p) for p in EVERYWHERE if VAGUE & {p.stem.strip("_"), *p.relative_to(ROOT).parts[:-1]}] == []


def given(node: ast.stmt) -> list[str]:
    """Names that a statement gives at a module's top, but for what `import a.b` shares with `import a.c`."""
    if isinstance(node, ast.ImportFrom):
        return [name.asname or name.name for name in node.names]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [] if any(ast.unparse(d).endswith("overload") for d in node.decorator_list) else [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)]


def twice(body: list[ast.stmt]) -> list[str]:
    return [name for name, times in Counter(chain.from_iterable(map(given, body))).items() if times > 1]


def test_no_module_gives_a_name_twice() -> None:
    # A later list that takes the name of an earlier one empties every rule that asks the earlier; no linter says so.
    assert [f"{p.relative_to(ROOT)}: {names}" for p in EVERYWHERE if (names := twice(tree(p).body))] == []
    assert twice(ast.parse("SAID = {'say'}\nfrom a import b\n\ndef b(): ...\n\nSAID: set[str] = {'tell'}").body) == ["SAID", "b"]


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|NotImplemented" + r"Error)\b")
    assert [str(p) for p in EVERYWHERE if marks.search(p.read_text("utf-8"))] == []


def test_no_file_names_a_place_on_one_machine() -> None:
    machine = re.compile(rb"(?<![\w.~-])/(?:home|Users|root|work|mnt|srv)/\w+")
    texts = [p for p in tracked() if p.suffix not in {".onnx", ".gz", ".npz", ".bin", ".parquet", ".png", ".safetensors"}]
    assert [str(p.relative_to(ROOT)) for p in texts if machine.search(p.read_bytes())] == []


def test_the_package_fits_the_wheel() -> None:
    # Uncompressed, so the wheel is smaller: 60 MB is what a slow connection loads in a minute.
    shipped = [p for p in (ROOT / "src" / "gesta").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    assert sum(p.stat().st_size for p in shipped) < 60_000_000


def test_rooms_import_only_downwards() -> None:
    # Without its cache, which remembers what a module was before its neighbour existed.
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def rooms_of_contract() -> list[tuple[str, ...]]:
    """Layers from the bottom, each sorted; a room in brackets is planned."""
    layers = next(c for c in CONTRACTS if c["id"] == "rooms")["layers"]
    return [tuple(sorted(room.strip() for room in layer.split("|"))) for layer in reversed(layers)]


def rooms_of_document() -> list[tuple[str, ...]]:
    """The same from ARCHITECTURE.md: rows `| level | room | …`, a planned room in brackets."""
    rows = re.findall(r"^\| (\d+) \| (\(?)`(\w+)`(\)?) \|", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.M)
    levels = sorted({int(level) for level, *_ in rows})
    return [tuple(sorted(f"{a}{room}{b}" for level, a, room, b in rows if int(level) == wanted)) for wanted in levels]


def test_architecture_has_the_rooms_of_the_contract() -> None:
    assert rooms_of_document() == rooms_of_contract()


def test_rooms_are_built_or_in_brackets() -> None:
    built = {p.stem for p in (ROOT / "src" / "gesta").iterdir() if (p.is_dir() or p.suffix == ".py") and not p.name.startswith("__")}
    contract = set(chain.from_iterable(rooms_of_contract()))
    assert built == {room for room in contract if not room.startswith("(")}


def test_documents_are_short() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()) <= 150
    assert len((ROOT / "CONTRIBUTING.md").read_text("utf-8").split()) <= 600


@pytest.mark.parametrize("source", ["def f():\n    return 1\n", "def f(a) -> int:\n    return a\n"])
def test_the_measure_sees_a_missing_annotation(source: str) -> None:
    assert [unannotated(node) for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)] != [[]]


def test_the_measure_counts_code_alone(tmp_path: Path) -> None:
    path = tmp_path / "sample.py"
    path.write_text('"""A\nB."""\n\n# why\ndef f() -> int:\n    """C."""\n\n    # why\n    return (\n        1\n    )\n', "utf-8")
    assert code_lines(path) == {5, 9, 10, 11}
