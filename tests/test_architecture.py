"""The house rules that a reader would otherwise have to trust: layers, suppressions, names."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "jurydesk"

# What a layer may import: of jurydesk, and of others beside the standard library
LEAVES = {"errors", "finding_text", "paths", "wording"}
ALLOWED: dict[str, tuple[set[str], set[str]]] = {
    "domain": ({"domain"}, set()),
    "planning": ({"planning", "domain", *LEAVES}, {"ortools"}),
    "documents": (
        {"documents", "domain", *LEAVES},
        {"asn1crypto", "cryptography", "jinja2", "markdown_it", "pikepdf", "pyhanko", "reportlab"},
    ),
    "exchange": (
        {"exchange", "domain", *LEAVES},
        {
            "holidays",
            "icalendar",
            "openpyxl",
            "python_calamine",
            "rapidfuzz",
            "recurring_ical_events",
            "xlrd",
        },
    ),
    "services": (
        {"services", "domain", "planning", "documents", "exchange", *LEAVES} - {"paths"},
        set(),
    ),
    "db": (
        {"db", "domain", "services.ports", "services.views", "errors"},
        {"alembic", "cryptography", "psycopg", "sqlalchemy", "sqlmodel"},
    ),
    "ui": ({"ui", "services", "domain", "settings", *LEAVES}, {"PySide6", "shiboken6"}),
    "cli": ({"cli", "services", "domain", *LEAVES} - {"paths"}, set()),
    "errors": (set(), set()),
    "paths": (set(), {"platformdirs"}),
    "finding_text": ({"domain", *LEAVES}, set()),
    "wording": ({"domain", "errors", "paths"}, set()),
    "settings": ({"errors", "paths"}, set()),
    "logs": ({"paths"}, set()),
    "__main__": ({"bootstrap"}, set()),
}
EVERYTHING = {"bootstrap"}
# `override`, until Python 3.12 is the oldest one
BACKPORTS = "typing_extensions"
STANDARD_LIBRARY = {*sys.stdlib_module_names, "_typeshed"}

# Loading these takes from 0.2 to 1.2 seconds: only the call that needs them may
SLOW = {
    "alembic",
    "holidays",
    "icalendar",
    "jinja2",
    "openpyxl",
    "ortools",
    "pikepdf",
    "pyhanko",
    "recurring_ical_events",
    "reportlab",
}
LOADED_ON_DEMAND = {"documents", "exchange", "planning"}

REASONS = {
    "Alembic's name",
    "closed output",
    "keywords from data",
    "last resort",
    "local time",
    "plain figure",
    "qt signature",
    "qt stub",
    "slow import",
    "sqlmodel typing",
    "third-party untyped",
}
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:|ruff:|mypy:)")
SUPPRESSION_WITH_CODE = re.compile(
    r"(noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*|type: ignore\[[a-z-]+(, ?[a-z-]+)*\]  #) -- (?P<reason>.+)"
)
BROAD_CATCHERS = {"jurydesk/bootstrap.py", "jurydesk/ui/errors.py", "jurydesk/ui/tasks.py"}
MOST_POSITIONAL_ARGUMENTS = 4
VAGUE_NAMES = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}

SOURCES = sorted(PACKAGE.rglob("*.py"))
PYTHON = [*SOURCES, *sorted((REPOSITORY / "tests").rglob("*.py"))]
ROOMS = ("jurydesk", "resources", "tests", ".ci")
TEXT_KINDS = {"", ".in", ".json", ".md", ".py", ".qss", ".toml", ".ts", ".txt"}
TEXTS = [
    path
    for path in chain(REPOSITORY.glob("[!.]*"), *((REPOSITORY / room).rglob("*") for room in ROOMS))
    if path.is_file() and path.suffix in TEXT_KINDS
]


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Yield the full name of everything imported, in functions and type-checking blocks too."""
    package = path.relative_to(REPOSITORY).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *filter(None, [node.module])])
            yield from ((node, f"{module}.{alias.name}") for alias in node.names)


def is_allowed(module: str, layer: str) -> bool:
    ours, others = ALLOWED[layer]
    root, _, rest = module.partition(".")
    if root == "jurydesk":
        return rest == "__version__" or any(
            rest == name or rest.startswith(f"{name}.") for name in ours
        )
    if root == BACKPORTS:
        return layer != "domain"
    return root in others or root in STANDARD_LIBRARY


def test_every_module_belongs_to_a_layer() -> None:
    known = {*ALLOWED, *EVERYTHING, "__init__"}
    assert {layer_of(path) for path in SOURCES} <= known


def test_layers_import_only_what_they_may() -> None:
    forbidden = [
        f"{name_of(path)}:{node.lineno} imports {module}"
        for path in SOURCES
        if layer_of(path) in ALLOWED
        for node, module in imports_of(path)
        if not is_allowed(module, layer_of(path))
    ]
    assert forbidden == []


def test_migrations_stand_alone() -> None:
    versions = sorted((PACKAGE / "db" / "migrations" / "versions").glob("*.py"))
    borrowed = [
        f"{name_of(path)} imports {module}"
        for path in versions
        for _, module in imports_of(path)
        if module.startswith("jurydesk")
    ]
    assert borrowed == []


def test_loading_the_window_and_the_commands_loads_no_slow_library() -> None:
    modules = [
        name_of(path.with_suffix("")).removesuffix("/__init__").replace("/", ".")
        for path in SOURCES
        if layer_of(path) not in LOADED_ON_DEMAND and "migrations" not in path.parts
    ]
    program = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]; "
    program += f"print(*sorted({SLOW} & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", program, *modules],
        cwd=REPOSITORY,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (loaded.stdout.split(), loaded.stderr) == ([], "")


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        ("def f():\n    from jurydesk.db import tables", ["jurydesk.db.tables"]),
        ("from jurydesk import db, ui", ["jurydesk.db", "jurydesk.ui"]),
        ("from . import tables", ["jurydesk.db.tables"]),
        ("from ..ui.tasks import TaskRunner", ["jurydesk.ui.tasks.TaskRunner"]),
        ("import sqlalchemy.orm as orm", ["sqlalchemy.orm"]),
    ],
)
def test_no_form_of_import_escapes(
    source: str, modules: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_text", lambda *_: source)
    assert [module for _, module in imports_of(PACKAGE / "db" / "engine.py")] == modules


def comments_of(path: Path) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def test_every_suppression_names_its_code_and_a_known_reason() -> None:
    unexplained = []
    for path in PYTHON:
        for line, comment in comments_of(path):
            if SUPPRESSION.match(comment):
                explained = SUPPRESSION_WITH_CODE.search(comment)
                if not explained or explained["reason"] not in REASONS:
                    unexplained.append(f"{name_of(path)}:{line} {comment}")
    assert unexplained == []


def test_only_the_outer_walls_catch_everything() -> None:
    broad = {
        name_of(path)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        )
    }
    assert broad <= BROAD_CATCHERS


def positional_arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def test_no_call_is_a_row_of_nameless_values() -> None:
    crowded = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and positional_arguments(node) > MOST_POSITIONAL_ARGUMENTS
        and not any(
            isinstance(mark, ast.Name) and mark.id == "override" for mark in node.decorator_list
        )
    ]
    assert crowded == []


def test_names_say_what_a_module_is_for() -> None:
    vague = [name_of(path) for path in PYTHON if VAGUE_NAMES & set(path.stem.strip("_").split("_"))]
    assert vague == []


def test_every_folder_of_the_package_is_a_package() -> None:
    bare = {name_of(path.parent) for path in SOURCES if not (path.parent / "__init__.py").is_file()}
    assert bare == set()


# Put together here, so that this file does not contain what it looks for
MACHINE_TRACES = re.compile(
    "|".join(
        [
            "/" + "root/",
            "/" + "work/",
            "/home/" + r"\w",
            "/" + "opt/",
            "index" + "-url",
            "find" + "-links",
        ]
    )
)


def test_no_file_names_a_machine_or_a_package_index() -> None:
    traces = [
        f"{name_of(path)}:{number} {line.strip()}"
        for path in TEXTS
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if MACHINE_TRACES.search(line)
    ]
    assert traces == []


def test_constraints_pin_every_dependency_and_nothing_but_versions() -> None:
    lines = [
        line
        for line in (REPOSITORY / "constraints.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    plain = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+")
    assert [line for line in lines if not plain.fullmatch(line)] == []
    assert lines == sorted(lines, key=lambda line: re.sub(r"[-_.]+", "-", line).lower())
