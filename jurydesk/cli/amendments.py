"""Commands on minutes once issued: the chain of them, what may be corrected, an amendment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, finding_lines
from jurydesk.domain.alterations import Part
from jurydesk.domain.certification import short_code
from jurydesk.finding_text import stated_value, statement_text
from jurydesk.services import amending
from jurydesk.services.amendment_files import read_draft

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.alterations import Alteration, Point
    from jurydesk.domain.amendment import StatedPoint
    from jurydesk.domain.minutes import Minutes
    from jurydesk.wording import Wording

Json = dict[str, object]


def add_to(commands: Group) -> None:
    """Add the commands of this group; they are called as `minutes list`, `minutes amend`."""
    commands.command("minutes-list", list_minutes, "code")
    options = commands.command("minutes-points", list_points, "code")
    options.option("certification", default="", meaning="minutes-certification")
    options = commands.command("minutes-amend", amend, "code")
    options.option("file", type_=Path, required=True, meaning="amendment-file")
    options.option("reason", default="", meaning="amendment-reason")
    options.option("asked-by", default="", meaning="amendment-asked-by")
    options.option("certification", default="", meaning="minutes-certification")
    options.switch("dry-run")


def list_minutes(call: Call) -> int:
    """Show the minutes of a session and what amended them, oldest first."""
    code = call.options.code
    with call.desk() as desk:
        stored = amending.list_minutes(desk, code=code)
    document = {"session": code, "minutes": [_minutes(one, call.wording) for one in stored]}
    lines = [_line(one, call.wording) for one in stored]
    call.answer(document, lines or [call.wording.text("CLI-MINUTES-NONE", session=code)])
    return Exit.DONE


def list_points(call: Call) -> int:
    """Show what of the latest minutes may be corrected, and what it says now."""
    options = call.options
    with call.desk() as desk:
        found = amending.open_amendment(
            desk, code=options.code, certification=options.certification
        )
    document = {
        "session": options.code,
        "number": found.latest.number,
        "points": [_point(one, call.wording) for one in found.points],
    }
    call.answer(document, [_point_line(one, call.wording) for one in found.points])
    return Exit.DONE


def amend(call: Call) -> int:
    """Issue minutes that correct the latest in the points of a file; for good."""
    options, wording = call.options, call.wording
    meant = {"code": options.code, "certification": options.certification}
    with call.desk() as desk:
        points = amending.open_amendment(desk, **meant).points
        draft = read_draft(options.file, points, reason=options.reason, asked_by=options.asked_by)
        if options.dry_run:
            return _try_out(call, amending.preview_amendment(desk, draft=draft, **meant))
        outcome = amending.amend_minutes(desk, draft=draft, **meant)
    issued = outcome.value
    findings = finding_documents(outcome.findings, wording)
    document = {"session": options.code, **_minutes(issued, wording), "findings": findings}
    said = wording.text("CLI-MINUTES-AMENDED", number=issued.number, amends=issued.amends)
    lines = [said, *_alteration_lines(issued.content.alterations, wording)]
    call.answer(document, [*lines, *finding_lines(outcome.findings, wording)])
    return Exit.DONE


def _try_out(call: Call, preview: amending.AmendmentPreview) -> int:
    altered = preview.content.alterations
    document = {
        "session": call.options.code,
        "number": "",
        "amends": preview.content.amends,
        "alterations": [_alteration(one, call.wording) for one in altered],
        "findings": finding_documents(preview.findings, call.wording),
    }
    lines = _alteration_lines(altered, call.wording)
    call.answer(document, [*lines, *finding_lines(preview.findings, call.wording)])
    return Exit.FINDINGS if any(one.blocks for one in preview.findings) else Exit.DONE


def _minutes(one: Minutes, wording: Wording) -> Json:
    content = one.content
    return {
        "number": one.number,
        "certification": one.certification,
        "issued_at": one.issued_at.isoformat(timespec="seconds"),
        "hash": one.content_hash,
        "amends": one.amends,
        "reason": content.amendment_reason,
        "asked_by": content.asked_by,
        "alterations": [_alteration(altered, wording) for altered in content.alterations],
    }


def _alteration(one: Alteration, wording: Wording) -> Json:
    return {
        **_named(one.point),
        "name": one.name,
        "before": one.before,
        "after": one.after,
        "text": _alteration_text(one, wording),
    }


def _named(point: Point) -> Json:
    """Write a point as the file of an amendment names it."""
    numbers: Json = {"jury": point.jury} if point.jury else {}
    if point.part in {Part.CANDIDATE, Part.BLOCK}:
        numbers["candidacy"] = point.subject
    if point.part is Part.MEMBER:
        numbers["examiner"] = point.subject
    if point.block:
        numbers["block"] = point.block
    return {"part": point.part.value, **numbers, "field": point.field}


def _point(one: StatedPoint, wording: Wording) -> Json:
    choices = [choice.value for choice in one.field.choices] if one.field.choices else []
    return {
        **_named(one.point),
        "name": one.name,
        "label": statement_text(one.point, wording),
        "kind": one.field.kind.value,
        "choices": choices,
        "value": one.value,
    }


def _point_line(one: StatedPoint, wording: Wording) -> str:
    return wording.text(
        "CLI-MINUTES-POINT",
        name=_whom(one.point, one.name, wording),
        label=statement_text(one.point, wording),
        value=stated_value(one.point, one.value, wording),
    )


def _line(one: Minutes, wording: Wording) -> str:
    figures = {"number": one.number, "day": one.issued_at.date(), "title": one.certification}
    if not one.amends:
        return wording.text("CLI-MINUTES-ISSUED", **figures)
    reason = one.content.amendment_reason
    return wording.text("CLI-MINUTES-AMENDING", amends=one.amends, reason=reason, **figures)


def _alteration_lines(altered: tuple[Alteration, ...], wording: Wording) -> list[str]:
    return [f"  {_alteration_text(one, wording)}" for one in altered]


def _alteration_text(one: Alteration, wording: Wording) -> str:
    return wording.text(
        "CLI-MINUTES-ALTERED",
        name=_whom(one.point, one.name, wording),
        label=statement_text(one.point, wording),
        before=stated_value(one.point, one.before, wording),
        after=stated_value(one.point, one.after, wording),
    )


def _whom(point: Point, name: str, wording: Wording) -> str:
    code = f"part.{point.part}"
    whom = wording.text(code, number=point.jury) if wording.has(code) else name
    return f"{whom}, {short_code(point.block)}" if point.block else whom
