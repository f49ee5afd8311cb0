"""The letters that tell candidates what a jury decided, from the minutes as issued."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.documents.filenames import aftermath_name
from jurydesk.domain.deliberation import Decision, Outcome
from jurydesk.domain.letters import LetterFrame
from jurydesk.domain.notifications import NotificationContent
from jurydesk.services.issued import stated_of
from jurydesk.services.letter_values import (
    block_values,
    civility,
    name_in_letters,
    refused_values,
    town_of,
)
from jurydesk.services.letters import print_letter
from jurydesk.services.printing import PrintedPaper

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.minutes import CandidateStatement, CertificationStatement
    from jurydesk.services.notifications import Notice
    from jurydesk.services.ports import UnitOfWork
    from jurydesk.wording import Wording


def letters_of(
    unit: UnitOfWork, notice: Notice, *, on: date, wording: Wording
) -> tuple[PrintedPaper, ...]:
    """Print one notification, and the copy for whoever accompanied the candidate."""
    content = content_of(unit, notice, on=on, wording=wording)
    number, session = notice.candidacy.id, notice.session.code
    printed = [
        PrintedPaper(
            aftermath_name("notification", session, number),
            _print(unit, content, wording=wording),
        )
    ]
    if content.copy_to:
        copy = replace(content, is_copy=True)
        name = aftermath_name("notification", session, number, "copie")
        printed.append(PrintedPaper(name, _print(unit, copy, wording=wording)))
    return tuple(printed)


def content_of(
    unit: UnitOfWork, notice: Notice, *, on: date, wording: Wording
) -> NotificationContent:
    """Return everything that a notification shows."""
    stated = stated_of(unit, notice.session, notice.candidacy.id)
    content = stated.minutes.content
    # What goes out once keeps the day of its first printing
    printed = notice.notification.printed_at.date() if notice.notification else on
    return NotificationContent(
        certifier=content.certifier,
        certification=content.certification,
        candidate=stated.candidate,
        session_code=content.session_code,
        minutes=stated.minutes.number,
        minutes_on=content.drawn_up_on,
        recourse=content.recourse,
        printed_on=printed,
        person=name_in_letters(notice.candidate, wording),
        reach=notice.candidate.email,
        copy_to=notice.candidacy.accompanist.strip(),
        corrects=notice.corrects,
    )


def _print(unit: UnitOfWork, content: NotificationContent, *, wording: Wording) -> bytes:
    name = content.person
    recipient = (content.copy_to,) if content.is_copy else (name, content.reach)
    frame = LetterFrame(
        certifier=content.certifier,
        recipient=tuple(filter(None, recipient)),
        reference=wording.text("aftermath.reference", session=content.session_code),
        place=town_of(content.certifier.address),
        day=content.printed_on,
        mention=_mention(content, name, wording),
    )
    values = notification_values(content, wording)
    return print_letter(unit, content.kind, values, frame=frame, wording=wording)


def _mention(content: NotificationContent, name: str, wording: Wording) -> str:
    if not content.is_copy:
        return ""
    return wording.text("aftermath.copy", candidate=name, person=content.copy_to)


def notification_values(content: NotificationContent, wording: Wording) -> dict[str, object]:
    """Return what the text of a notification may name."""
    told, sheet = content.candidate, content.certification
    values: dict[str, object] = {
        "civility": civility(told.sex, wording),
        "candidate": content.person,
        "certification_title": sheet.title,
        "certification_code": sheet.code,
        "level": "" if sheet.level is None else str(sheet.level),
        "session": content.session_code,
        "heard_on": told.start.date(),
        "minutes": content.minutes,
        "minutes_on": content.minutes_on or "",
        "recourse": content.recourse,
        "copy_to": content.copy_to,
        "corrects": content.corrects,
    }
    return values | _told(content, wording)


def _told(content: NotificationContent, wording: Wording) -> dict[str, object]:
    told = content.candidate
    if content.kind == "notification-absent":
        return {
            "is_absent": told.decision is Decision.ABSENT,
            "is_excused": told.decision is Decision.EXCUSED,
            "is_adjourned": told.decision is Decision.ADJOURNED,
        }
    if told.decision is Decision.FULL:
        ground = f"aftermath.ground.{told.ground}"
        words = wording.text(ground) if told.ground and wording.has(ground) else ""
        return {"ground": words, "recommendation": told.recommendation}
    results = result_values(told, content.certification, wording)
    if told.decision is Decision.PARTIAL:
        return results | {"all_aimed": not results["blocks_refused"]}
    return results | {"whole": bool(content.certification.whole)}


def result_values(
    told: CandidateStatement, sheet: CertificationStatement, wording: Wording
) -> dict[str, object]:
    """Return the blocks acquired before, acquired that day and refused, with the advice."""
    refused = [block for block in told.blocks if block.outcome is Outcome.REFUSED]
    today = [b for b in told.blocks if b.outcome is Outcome.ACQUIRED and not b.acquired_before]
    return {
        "blocks_before": block_values(block for block in told.blocks if block.acquired_before),
        "blocks_today": block_values(today),
        "blocks_refused": refused_values(refused, sheet, wording),
        "recommendation": told.recommendation,
    }
