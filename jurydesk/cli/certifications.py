"""Commands on the RNCP sheets: list, show, confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.finding_text import field_text, term
from jurydesk.services import certifications

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.certification import Composition, RouteTerms
    from jurydesk.domain.entry_conditions import EntryCondition
    from jurydesk.services.views import CertificationView
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("certifications")
    family.command("list", list_)
    family.command("show", show, "code")
    family.command("confirm", confirm, "code").option("like").option("by")


def list_(call: Call) -> int:
    """List the sheets."""
    with call.desk() as desk:
        views = certifications.list_certifications(desk)
    words = call.wording
    headings = [words.text(f"COL-{name}") for name in ("CODE", "TITLE", "LEVEL", "UNTIL", "JURY")]
    rows = [
        (
            view.certification.code,
            view.certification.title,
            view.certification.level or "?",
            view.certification.registered_until or "?",
            words.text("CLI-TO-CONFIRM" if view.needs_confirmation else "CLI-SETTLED"),
        )
        for view in views
    ]
    document = {"certifications": [_summary(view) for view in views]}
    call.answer(document, table(headings, rows))
    return Exit.DONE


def show(call: Call) -> int:
    """Show one sheet."""
    with call.desk() as desk:
        view = certifications.show_certification(desk, code=call.options.code)
    document = {
        **_summary(view),
        "certification": plain(view.certification),
        "compositions": plain(view.compositions),
    }
    call.answer(document, _lines(view, call.wording))
    return Exit.DONE


def confirm(call: Call) -> int:
    """Answer for the composition of a jury."""
    with call.desk() as desk:
        outcome = certifications.confirm_composition(
            desk,
            code=call.options.code,
            like=call.options.like or "",
            by=call.options.by or "",
        )
    sheet = outcome.value
    document = {"certification": sheet.code, "routes": plain(sheet.routes)}
    call.answer(document, [call.wording.text("CLI-CONFIRMED", certification=sheet.code)])
    return Exit.DONE


def _summary(view: CertificationView) -> dict[str, object]:
    sheet = view.certification
    return {
        "code": sheet.code,
        "title": sheet.title,
        "level": sheet.level,
        "registered_until": plain(sheet.registered_until),
        "last_delivery": plain(sheet.last_delivery),
        "needs_confirmation": view.needs_confirmation,
        "candidacies": view.candidacies,
        "unknown": list(sheet.unknown),
    }


def _lines(view: CertificationView, words: Wording) -> list[str]:
    sheet = view.certification
    lines = [f"{sheet.code}  {sheet.title}"]
    lines += [f"  {_access(terms, words)}" for terms in sheet.routes]
    for composition in view.compositions:
        lines += _composition(composition, words)
    lines += [_condition(one, words) for one in sheet.conditions]
    lines += [f"  {block.code}  {block.title}" for block in sheet.blocks]
    unknown = [field_text(name, words) for name in sheet.unknown]
    if unknown:
        lines.append(words.text("CLI-UNKNOWN-FIELDS", fields=", ".join(unknown)))
    return lines


def _access(terms: RouteTerms, words: Wording) -> str:
    access = words.text(f"CLI-ACCESS-{terms.access}")
    return words.text("list.label", name=term("route", terms.route, words), value=access)


def _condition(one: EntryCondition, words: Wording) -> str:
    routes = ", ".join(term("route", route, words) for route in one.routes)
    return words.text("CLI-CONDITION", code=one.code, wording=one.wording, routes=routes)


def _composition(composition: Composition, words: Wording) -> list[str]:
    status = words.text(f"CLI-COMPOSITION-{composition.status}", source=composition.source)
    seats = [
        words.text(
            "CLI-SEAT-VOTES" if seat.deliberates else "CLI-SEAT-SILENT",
            seat=term("seat", seat.kind, words),
            share=seat.share,
        )
        for seat in composition.seats
    ]
    return [status, *seats]
