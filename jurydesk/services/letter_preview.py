"""Tries a text of a letter out with example values, and says its fields in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.documents.letters import check_template, render_letter
from jurydesk.domain.letters import LetterFrame
from jurydesk.services.letters import RefusedByProblems, kind_by_code
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from jurydesk.domain.letters import LetterField, LetterKind, TemplateProblem
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One thing to put into a text: how it is written there, what it means, an example."""

    written: str
    meaning: str
    example: str

    @property
    def key(self) -> str:
        """Return what identifies the row."""
        return self.written


def preview_template(desk: Desk, *, kind: str, text: str, wording: Wording) -> PrintedPaper:
    """Print a text, saved or not, with example values and marked as a specimen.

    Raises:
        RefusedByProblems: it cannot be printed.
        WrongUsage: there is no such kind.
    """
    known = kind_by_code(kind)
    problems = check_template(known, text)
    if problems:
        raise RefusedByProblems(problems)
    with desk.open_unit() as unit:
        certifier = settings_in(unit).issuer
    frame = LetterFrame(
        certifier=certifier,
        recipient=_recipient(wording) if known.is_letter else (),
        reference=example(known, "reference", wording),
        place=example(known, "place", wording) if known.is_letter else "",
        day=desk.clock.today() if known.is_letter else None,
        watermark=wording.text("letter.specimen"),
        is_signed=known.is_letter,
    )
    values = example_values(known, wording)
    pdf = render_letter(known, text, values, frame=frame, wording=wording)
    return PrintedPaper(f"{known.code}.pdf", pdf)


def problem_text(problem: TemplateProblem, wording: Wording) -> str:
    """Return one problem as a sentence, without its line."""
    return wording.text(problem.code, **dict(problem.figures))


def problem_line(problem: TemplateProblem, wording: Wording) -> str:
    """Return one problem as a sentence that names its line."""
    text = problem_text(problem, wording)
    return wording.text("MODEL-AT-LINE", line=problem.line, text=text)


def example_values(kind: LetterKind, wording: Wording) -> dict[str, object]:
    """Return a value for each field of the kind, as the wording gives it."""
    return {field.name: _example(kind, field, wording) for field in kind.fields}


def field_rows(kind: LetterKind, wording: Wording) -> tuple[FieldRow, ...]:
    """Return everything that a text of this kind may hold, as it is written in a text."""
    fields = [row for field in kind.known_fields for row in _rows(kind, field, wording)]
    pieces = (
        FieldRow(f"[[{name}]]", _word(kind, "piece", name, wording), "")
        for name in kind.known_pieces
    )
    return (*fields, *pieces)


def example(kind: LetterKind, name: str, wording: Wording) -> str:
    """Return the example of one field as text, its lines one of many each."""
    return _word(kind, "field", f"{name}.example", wording)


def _rows(kind: LetterKind, field: LetterField, wording: Wording) -> list[FieldRow]:
    meaning = _word(kind, "field", field.name, wording)
    if not field.is_many:
        written = f"{{{{ {field.name} }}}}"
        return [FieldRow(written, meaning, example(kind, field.name, wording))]
    one = f"one_{field.name}"
    written = f"{{% for {one} in {field.name} %}}\n- {{{{ {_first(one, field)} }}}}\n{{% endfor %}}"
    shown = "" if field.parts else example(kind, field.name, wording)
    rows = [FieldRow(written, meaning, ", ".join(shown.splitlines()))]
    return rows + [_part_row(kind, field, part, wording) for part in field.parts]


def _first(one: str, field: LetterField) -> str:
    return f"{one}.{field.parts[0]}" if field.parts else one


def _part_row(kind: LetterKind, field: LetterField, part: str, wording: Wording) -> FieldRow:
    name = f"{field.name}.{part}"
    shown = ", ".join(example(kind, name, wording).splitlines())
    return FieldRow(f"{{{{ one_{name} }}}}", _word(kind, "field", name, wording), shown)


def _example(kind: LetterKind, field: LetterField, wording: Wording) -> object:
    if not field.is_many:
        return example(kind, field.name, wording)
    if not field.parts:
        return tuple(example(kind, field.name, wording).splitlines())
    columns = [example(kind, f"{field.name}.{part}", wording).split("\n") for part in field.parts]
    return tuple(
        dict(zip(field.parts, values, strict=True)) for values in zip(*columns, strict=True)
    )


def _word(kind: LetterKind, family: str, name: str, wording: Wording) -> str:
    """Return what a kind says of a field; most say what all kinds say."""
    own = f"letter.{kind.code}.{family}.{name}"
    return wording.text(own if wording.has(own) else f"letter.{family}.{name}")


def _recipient(wording: Wording) -> tuple[str, ...]:
    return tuple(wording.text("letter.recipient.example").splitlines())
