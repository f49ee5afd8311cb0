"""No signal of ours carries a bool: PySide6 6.12 under Python 3.11 loses a reference each time.

`Signal.emit(True)` drops one reference to `True`; after a few hundred the interpreter aborts
(« bool_dealloc »). What Qt itself emits, such as `toggled`, is not concerned.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

WINDOW = Path(__file__).resolve().parents[2] / "jurydesk" / "ui"


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(WINDOW.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                called = node.func.id if isinstance(node.func, ast.Name) else called
                if called == name:
                    yield f"{path.name}:{node.lineno}", node


def is_bool(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Name):
        return argument.id == "bool"
    return isinstance(argument, ast.Compare | ast.BoolOp) or (
        isinstance(argument, ast.Constant) and isinstance(argument.value, bool)
    )


def test_no_signal_is_declared_with_a_bool():
    declared = [place for place, call in calls("Signal") if any(map(is_bool, call.args))]
    assert declared == []


def test_no_signal_is_emitted_with_a_bool():
    emitted = [place for place, call in calls("emit") if any(map(is_bool, call.args))]
    assert emitted == []


def test_no_choice_has_a_bool_as_its_value():
    """Segmented controls and choice boxes emit the value chosen."""
    chosen = [
        place
        for name in ("SegmentedControl", "ChoiceBox")
        for place, call in calls(name)
        for part in ast.walk(call)
        if isinstance(part, ast.Tuple) and part.elts and is_bool(part.elts[0])
    ]
    assert chosen == []
