"""What keeps a text of a letter from being printed: found before anybody prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from jurydesk.domain.letters import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jurydesk.domain.letters import LetterField, LetterKind

    Loops = Mapping[str, LetterField]
    """The names that a loop around gives, each with the field that it goes through."""
    Problems = Iterator[TemplateProblem]

LONGEST = 20_000
"""Signs of a text; a letter of ten pages has about half of it."""
FILTERS = ("capitalize", "join", "length", "lower", "upper")
"""What a text may do with a value."""
OF_LISTS = frozenset({"join", "length"})
EQUAL = frozenset({"eq", "ne"})
DEEPEST = 2
"""Loops within loops: more of them would go on for hours."""
PIECE_LINE = re.compile(r"^[ \t]*\[\[[ \t]*([^\[\]\n]*?)[ \t]*\]\][ \t]*$", re.MULTILINE)
_PLAIN = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const),
    *(nodes.If, nodes.For, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.CondExpr, nodes.Filter),
)
"""What a text is made of: values, conditions, loops. Nothing that calls or computes."""


def problems_of(kind: LetterKind, text: str) -> tuple[TemplateProblem, ...]:
    """Return what is wrong with a text, in the order of its lines."""
    if not text.strip():
        return (TemplateProblem("MODEL-EMPTY", 1),)
    if len(text) > LONGEST:
        return (TemplateProblem("MODEL-LONG", 1, (("most", str(LONGEST)),)),)
    try:
        tree = Environment(autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        is_open = "end of template" in (error.message or "")
        return (TemplateProblem("MODEL-OPEN" if is_open else "MODEL-SYNTAX", error.lineno),)
    found = [*_Reader(kind).problems(tree), *_pieces(kind, text), *_missing(kind, tree, text)]
    return tuple(sorted(dict.fromkeys(found), key=_place))


def _place(problem: TemplateProblem) -> tuple[int, str]:
    return problem.line, problem.code


class _Reader:
    """Walks through a text and knows at each place which names mean something."""

    def __init__(self, kind: LetterKind) -> None:
        self._kind = kind
        self._fields = {field.name: field for field in kind.known_fields}
        self._readers: dict[type[nodes.Node], Callable[[Any, Loops], Problems]] = {
            nodes.For: self._of_loop,
            nodes.If: self._of_condition,
            nodes.CondExpr: self._of_choice,
            nodes.Compare: self._of_comparison,
            nodes.Filter: self._of_filter,
            nodes.Getattr: self._of_part,
            nodes.Name: self._of_value,
        }

    def problems(self, tree: nodes.Node) -> Iterator[TemplateProblem]:
        yield from self._of(tree, {})

    def _of(self, node: nodes.Node, loops: Loops) -> Problems:
        """`loops`: the names that a loop around gives, each with the field that it goes through."""
        if not isinstance(node, _PLAIN):
            yield TemplateProblem("MODEL-FORBIDDEN", node.lineno)
            return
        reader = self._readers.get(type(node))
        if reader is not None:
            yield from reader(node, loops)
            return
        for child in node.iter_child_nodes():
            yield from self._of(child, loops)

    def _of_value(self, node: nodes.Name, loops: Loops) -> Iterator[TemplateProblem]:
        """`{{ candidate }}`: one thing; a list of things with parts is gone through."""
        yield from self._of_name(node, loops)
        whole = loops.get(node.name) or self._fields.get(node.name)
        if whole is not None and whole.parts:
            figures = (("name", node.name), ("part", f"{node.name}.{whole.parts[0]}"))
            is_one = node.name in loops
            yield TemplateProblem("MODEL-PART" if is_one else "MODEL-WHOLE", node.lineno, figures)

    def _of_condition(self, node: nodes.If, loops: Loops) -> Iterator[TemplateProblem]:
        """`{% if blocks %}`: whether there is anything, of a list too."""
        yield from self._asked(node.test, loops)
        for child in (*node.body, *node.elif_, *node.else_):
            yield from self._of(child, loops)

    def _asked(self, node: nodes.Node, loops: Loops) -> Iterator[TemplateProblem]:
        if isinstance(node, nodes.Name):
            yield from self._of_name(node, loops)
        elif isinstance(node, nodes.Not | nodes.And | nodes.Or):
            for child in node.iter_child_nodes():
                yield from self._asked(child, loops)
        else:
            yield from self._of(node, loops)

    def _of_choice(self, node: nodes.CondExpr, loops: Loops) -> Iterator[TemplateProblem]:
        """`{{ a if b else c }}`: without the last part there may be nothing to write."""
        yield from self._asked(node.test, loops)
        yield from self._of(node.expr1, loops)
        if node.expr2 is None:
            yield TemplateProblem("MODEL-ELSE", node.lineno)
        else:
            yield from self._of(node.expr2, loops)

    def _of_comparison(self, node: nodes.Compare, loops: Loops) -> Iterator[TemplateProblem]:
        """Texts and days are the same or not; only counts are more or less."""
        counts = isinstance(node.expr, nodes.Filter) and node.expr.name == "length"
        counts = counts or (isinstance(node.expr, nodes.Getattr) and node.expr.attr == "index")
        for operand in node.ops:
            is_number = isinstance(operand.expr, nodes.Const) and type(operand.expr.value) is int
            ordered = operand.op not in EQUAL and operand.op not in {"in", "notin"}
            if operand.op not in EQUAL and not (ordered and counts and is_number):
                yield TemplateProblem("MODEL-COMPARE", node.lineno)
            yield from self._of(operand.expr, loops)
        yield from self._of(node.expr, loops)

    def _of_filter(self, node: nodes.Filter, loops: Loops) -> Iterator[TemplateProblem]:
        if node.name not in FILTERS:
            yield from _unknown("MODEL-FILTER", node.name, FILTERS, line=node.lineno)
        inner = node.node
        if node.name in OF_LISTS:
            named = self._fields.get(inner.name) if isinstance(inner, nodes.Name) else None
            if named is None or not named.is_many or (named.parts and node.name == "join"):
                figures = (("name", node.name),)
                yield TemplateProblem("MODEL-FILTER-LIST", node.lineno, figures)
            is_odd = any(not isinstance(one, nodes.Const) for one in node.args)
            if is_odd or len(node.args) > 1 or node.kwargs:
                yield TemplateProblem("MODEL-FORBIDDEN", node.lineno)
        elif node.args or node.kwargs:
            yield TemplateProblem("MODEL-FORBIDDEN", node.lineno)
        elif inner is not None:
            yield from self._of(inner, loops)

    def _of_loop(self, node: nodes.For, loops: Loops) -> Problems:
        """`{% for block in blocks %}`: through a list, under a name that is not taken."""
        target, through = node.target, node.iter
        named = self._fields.get(through.name) if isinstance(through, nodes.Name) else None
        if not isinstance(target, nodes.Name) or not isinstance(through, nodes.Name):
            yield TemplateProblem("MODEL-LOOP", node.lineno)
            return
        if named is None:
            yield from self._of_name(through, loops)
            return
        if not named.is_many or node.recursive or target.name in self._fields:
            yield TemplateProblem("MODEL-LOOP-OVER", node.lineno, (("name", named.name),))
        if len(loops) >= DEEPEST:
            yield TemplateProblem("MODEL-DEEP", node.lineno)
        inside = {**loops, target.name: named}
        if node.test is not None:
            yield from self._asked(node.test, inside)
        for child in node.body:
            yield from self._of(child, inside)
        for child in node.else_:
            yield from self._of(child, loops)

    def _of_name(self, node: nodes.Name, loops: Loops) -> Problems:
        known = [*self._fields, *loops, *(["loop"] if loops else [])]
        if node.name not in known:
            yield from _unknown("MODEL-FIELD", node.name, known, line=node.lineno)

    def _of_part(self, node: nodes.Getattr, loops: Loops) -> Problems:
        """`{{ block.title }}`: a part of one of many, or where a loop stands."""
        whole = node.node
        if not isinstance(whole, nodes.Name):
            yield TemplateProblem("MODEL-FORBIDDEN", node.lineno)
            return
        is_loop = whole.name == "loop" and bool(loops)
        field = loops.get(whole.name)
        if field is None and not is_loop:
            yield from self._of_name(whole, loops)
            if whole.name in self._fields:
                figures = (("name", f"{whole.name}.{node.attr}"),)
                yield TemplateProblem("MODEL-NO-PARTS", node.lineno, figures)
            return
        parts = LOOP_PARTS if field is None else field.parts
        if node.attr not in parts:
            named = [f"{whole.name}.{part}" for part in parts]
            written = f"{whole.name}.{node.attr}"
            yield from _unknown("MODEL-FIELD", written, named, line=node.lineno)


LOOP_PARTS = ("first", "index", "last")


def _pieces(kind: LetterKind, text: str) -> Iterator[TemplateProblem]:
    for line, name in _placed(text):
        if name not in kind.known_pieces:
            yield from _unknown("MODEL-PIECE", name, kind.known_pieces, line=line)


def _placed(text: str) -> Iterator[tuple[int, str]]:
    for match in PIECE_LINE.finditer(text):
        yield text.count("\n", 0, match.start(1)) + 1, match[1]


def _missing(kind: LetterKind, tree: nodes.Template, text: str) -> Iterator[TemplateProblem]:
    """What the law asks for and the text does not say, at its end."""
    named = {node.name for node in tree.find_all(nodes.Name)} | {n for _, n in _placed(text)}
    last = text.rstrip().count("\n") + 1
    for name in kind.mandatory:
        if name not in named:
            yield TemplateProblem("MODEL-MISSING", last, (("name", name),))


def _unknown(code: str, name: str, known: Iterable[str], *, line: int) -> Iterator[TemplateProblem]:
    """Say that nothing has that name, and which name comes nearest."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    if near:
        yield TemplateProblem(f"{code}.near", line, (("name", name), ("near", near[0])))
    else:
        yield TemplateProblem(code, line, (("name", name),))
