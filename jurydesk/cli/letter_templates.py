"""Commands on the texts of letters: list, show, set, restore, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.tables import table
from jurydesk.services import letters
from jurydesk.services.letter_files import read_template_file
from jurydesk.services.letter_preview import field_rows, problem_line, problem_text
from jurydesk.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.cli.call import Call
    from jurydesk.cli.documents_as_json import Json
    from jurydesk.cli.parser import Group, Options
    from jurydesk.domain.letters import TemplateProblem
    from jurydesk.services.letters import TemplateRow
    from jurydesk.wording import Language, Wording

HEADS = ("MODEL-COL-KIND", "MODEL-COL-NAME", "MODEL-COL-LANGUAGE", "MODEL-COL-STATE")


def add_to(papers: Group) -> None:
    """Add the commands of this group to those on papers."""
    family = papers.family("templates")
    family.command("list", list_)
    _in_language(family.command("show", show, "kind"))
    _in_language(family.command("set", set_, "kind", "file"))
    _in_language(family.command("restore", restore, "kind"))
    options = family.command("check", check, "file")
    options.option("kind", required=True, meaning="letter-kind")


def list_(call: Call) -> int:
    """List the texts in force, and whose they are."""
    with call.desk() as desk:
        rows = letters.list_templates(desk)
    wording = call.wording
    heads = list(map(wording.text, HEADS))
    cells = ([r.kind.code, _name(r, wording), r.language, _state(r, wording)] for r in rows)
    call.answer({"templates": [_document(r, wording) for r in rows]}, table(heads, cells))
    return Exit.DONE


def show(call: Call) -> int:
    """Print a text as it is in force, with what it may name."""
    kind, language = letters.kind_by_code(call.options.kind), _language(call)
    with call.desk() as desk:
        row = next(r for r in letters.list_templates(desk) if r.key == (kind.code, language))
    fields = field_rows(kind, call.wording)
    document = {
        **_document(row, call.wording),
        "text": row.text,
        "fields": [{"written": f.written, "meaning": f.meaning} for f in fields],
    }
    call.answer(document, [row.text.rstrip("\n")])
    return Exit.DONE


def set_(call: Call) -> int:
    """Keep the text of a file as the office's own."""
    kind, language = letters.kind_by_code(call.options.kind), _language(call)
    text = read_template_file(call.options.file)
    with call.desk() as desk:
        try:
            outcome = letters.save_template(desk, kind=kind.code, language=language, text=text)
        except letters.RefusedByProblems as refusal:
            for line in _lines(refusal.problems, call.wording):
                call.tell(line)
            raise
    changed = bool(outcome.changes)
    code = "CLI-MODEL-SAVED" if changed else "CLI-MODEL-SAME"
    return _tell(call, code, kind=kind.code, language=language, changed=changed)


def restore(call: Call) -> int:
    """Go back to the shipped text."""
    kind, language = letters.kind_by_code(call.options.kind), _language(call)
    with call.desk() as desk:
        outcome = letters.restore_template(desk, kind=kind.code, language=language)
    changed = bool(outcome.changes)
    code = "CLI-MODEL-RESTORED" if changed else "CLI-MODEL-SHIPPED"
    return _tell(call, code, kind=kind.code, language=language, changed=changed)


def check(call: Call) -> int:
    """Say what keeps the text of a file from being printed; no workspace is needed."""
    kind = letters.kind_by_code(call.options.kind)
    problems = letters.problems_of_text(kind, read_template_file(call.options.file))
    said = [
        {"line": one.line, "code": one.code, "text": problem_text(one, call.wording)}
        for one in problems
    ]
    lines = _lines(problems, call.wording) or [call.wording.text("CLI-MODEL-RIGHT")]
    call.answer({"kind": kind.code, "problems": said}, lines)
    return Exit.FINDINGS if problems else Exit.DONE


def _in_language(options: Options) -> None:
    options.option("language", choices=LANGUAGES, meaning="letter-language")


def _language(call: Call) -> Language:
    """The language of the text: as asked, else that of the command."""
    asked = call.options.language or call.wording.language
    return next(one for one in LANGUAGES if one == asked)


def _tell(call: Call, sentence: str, /, *, kind: str, language: str, changed: bool) -> int:
    document = {"kind": kind, "language": language, "changed": changed}
    call.answer(document, [call.wording.text(sentence, kind=kind, language=language)])
    return Exit.DONE


def _lines(problems: Iterable[TemplateProblem], wording: Wording) -> list[str]:
    return [problem_line(problem, wording) for problem in problems]


def _name(row: TemplateRow, wording: Wording) -> str:
    return wording.text(f"letter.{row.kind.code}")


def _state(row: TemplateRow, wording: Wording) -> str:
    if row.problems:
        return wording.text("MODEL-STATE-WRONG")
    return wording.text("MODEL-STATE-OWN" if row.is_own else "MODEL-STATE-SHIPPED")


def _document(row: TemplateRow, wording: Wording) -> Json:
    return {
        "kind": row.kind.code,
        "name": _name(row, wording),
        "language": row.language,
        "own": row.is_own,
        "problems": [problem_line(problem, wording) for problem in row.problems],
    }
