"""What keeps a text of a letter from being printed: found before anybody prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from jurydesk.domain.letters import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.domain.letters import LetterField, LetterKind

LONGEST = 20_000
"""Signs of a text; a letter of ten pages has about half of it."""
FILTERS = ("capitalize", "first", "join", "last", "length", "lower", "upper")
"""What a text may do with a value."""
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

    def problems(self, tree: nodes.Node) -> Iterator[TemplateProblem]:
        yield from self._of(tree, {})

    def _of(self, node: nodes.Node, loops: Mapping[str, LetterField]) -> Iterator[TemplateProblem]:
        """`loops`: the names that a loop around gives, each with the field that it goes through."""
        if not isinstance(node, _PLAIN):
            yield TemplateProblem("MODEL-FORBIDDEN", node.lineno)
            return
        if isinstance(node, nodes.For):
            yield from self._of_loop(node, loops)
            return
        if isinstance(node, nodes.Getattr):
            yield from self._of_part(node, loops)
            return
        if isinstance(node, nodes.Name):
            yield from self._of_name(node, loops)
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield from _unknown("MODEL-FILTER", node.name, FILTERS, line=node.lineno)
        for child in node.iter_child_nodes():
            yield from self._of(child, loops)

    def _of_loop(
        self, node: nodes.For, loops: Mapping[str, LetterField]
    ) -> Iterator[TemplateProblem]:
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
        inside = {**loops, target.name: named}
        for child in (*node.body, *filter(None, [node.test])):
            yield from self._of(child, inside)
        for child in node.else_:
            yield from self._of(child, loops)

    def _of_name(
        self, node: nodes.Name, loops: Mapping[str, LetterField]
    ) -> Iterator[TemplateProblem]:
        known = [*self._fields, *loops, *(["loop"] if loops else [])]
        if node.name not in known:
            yield from _unknown("MODEL-FIELD", node.name, known, line=node.lineno)

    def _of_part(
        self, node: nodes.Getattr, loops: Mapping[str, LetterField]
    ) -> Iterator[TemplateProblem]:
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
