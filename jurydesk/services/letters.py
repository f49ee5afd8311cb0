"""The texts of letters: shipped, or written by the office; saved, restored, tried out, printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.documents.letters import (
    NO_PIECES,
    check_template,
    render_letter,
    shipped_text,
)
from jurydesk.domain.audit import EventType
from jurydesk.domain.letters import LETTERS, LetterTemplate, letter_kind
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.documents.letters import Pieces
    from jurydesk.domain.letters import LetterFrame, LetterKind, TemplateProblem
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Language, Wording


class RefusedByProblems(RefusedByRule):
    """A text that cannot be printed is not saved; `problems` are kept to be shown."""

    def __init__(self, problems: tuple[TemplateProblem, ...]) -> None:
        """Keep the problems."""
        super().__init__("MODEL-REFUSED", {"count": len(problems), "line": problems[0].line})
        self.problems = problems


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One text in one language, as the list of templates shows it."""

    kind: LetterKind
    language: Language
    text: str
    is_own: bool
    """Whether the office wrote it; else it is the one that is shipped."""
    problems: tuple[TemplateProblem, ...] = ()
    """Of a text that another version of the program found right."""

    @property
    def key(self) -> tuple[str, str]:
        """Return what identifies the row."""
        return self.kind.code, self.language


def kind_by_code(code: str) -> LetterKind:
    """Return a kind of letter.

    Raises:
        WrongUsage: there is none with that code.
    """
    kind = letter_kind(code.strip())
    if kind is None:
        known = ", ".join(one.code for one in LETTERS)
        raise WrongUsage("MODEL-UNKNOWN", {"kind": code, "known": known})
    return kind


def problems_of_text(kind: LetterKind, text: str) -> tuple[TemplateProblem, ...]:
    """Return what keeps a text from being saved."""
    return check_template(kind, _as_stored(text))


def template_text(unit: UnitOfWork, kind_code: str, language: Language) -> str:
    """Return the text in force: the office's own, or the shipped one."""
    own = unit.letter_templates.of_kind(kind_code, language)
    return own.text if own else shipped_text(kind_code, language)


def print_letter(
    unit: UnitOfWork,
    kind_code: str,
    values: Mapping[str, object],
    *,
    frame: LetterFrame,
    wording: Wording,
    pieces: Pieces = NO_PIECES,
) -> bytes:
    """Print a letter with the text in force.

    Raises:
        RefusedByRule: the office's text names what this version does not know any more.
    """
    text = template_text(unit, kind_code, wording.language)
    kind = kind_by_code(kind_code)
    return render_letter(kind, text, values, frame=frame, wording=wording, pieces=pieces)


def list_templates(desk: Desk) -> tuple[TemplateRow, ...]:
    """Return every text in force, kind by kind, each in every language."""
    with desk.open_unit() as unit:
        own = {(one.kind, one.language): one.text for one in unit.letter_templates.all()}
    return tuple(_row(kind, language, own) for kind in LETTERS for language in LANGUAGES)


def save_template(
    desk: Desk, *, kind: str, language: Language, text: str
) -> Outcome[LetterTemplate | None]:
    """Keep the office's own text of one kind of letter; the shipped one again is not kept.

    Raises:
        RefusedByProblems: it names what the kind does not have, or is not understood.
        WrongUsage: there is no such kind.
    """
    known, written = kind_by_code(kind), _as_stored(text)
    problems = problems_of_text(known, written)
    if problems:
        raise RefusedByProblems(problems)
    own = LetterTemplate(known.code, language, written)
    if written == _as_stored(shipped_text(known.code, language)):
        return restore_template(desk, kind=kind, language=language)
    with desk.open_unit() as unit:
        before = unit.letter_templates.of_kind(known.code, language)
        saved = (
            unit.letter_templates.save(replace(before, text=written))
            if before
            else unit.letter_templates.add(own)
        )
        details = {"kind": known.code, "language": language}
        finish(unit, EventType.TEMPLATE_CHANGED, details)
        return Outcome(saved, unit.changes, label="ACT-MODEL-SAVED")


def restore_template(
    desk: Desk, *, kind: str, language: Language
) -> Outcome[LetterTemplate | None]:
    """Go back to the shipped text; there is nothing to do where it is in force.

    Raises:
        WrongUsage: there is no such kind.
    """
    known = kind_by_code(kind)
    with desk.open_unit() as unit:
        own = unit.letter_templates.of_kind(known.code, language)
        if own:
            unit.letter_templates.remove(own.id)
        finish(unit, EventType.TEMPLATE_RESTORED, {"kind": known.code, "language": language})
        return Outcome(None, unit.changes, label="ACT-MODEL-RESTORED")


def _row(kind: LetterKind, language: Language, own: Mapping[tuple[str, str], str]) -> TemplateRow:
    written = own.get((kind.code, language))
    if written is None:
        return TemplateRow(kind, language, shipped_text(kind.code, language), is_own=False)
    return TemplateRow(kind, language, written, True, check_template(kind, written))


def _as_stored(text: str) -> str:
    """Lines end as on every system, and the text with one of them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() + "\n"
