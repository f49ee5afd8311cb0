"""Makes what somebody is told into files: papers, appointments, and the mail that brings them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.documents.filenames import summons_stem
from jurydesk.documents.summonses import render_employer_copy, render_summons
from jurydesk.domain.release import Role
from jurydesk.exchange.invitations import Invitation, Method, calendar_file
from jurydesk.exchange.mail_drafts import MailFile, Party, mail_draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from jurydesk.documents.summonses import MessageWords, Texts
    from jurydesk.domain.convening import Sitting, SummonsContent
    from jurydesk.wording import Wording

PDF, CALENDAR = "application/pdf", "text/calendar"


class Part(StrEnum):
    """What goes with a message."""

    SUMMONS = "SUMMONS"
    CANCELLATION = "CANCELLATION"
    EMPLOYER = "EMPLOYER"
    """The copy for the employer (D3142-32)."""
    CALENDAR = "CALENDAR"
    DROPPED = "DROPPED"
    """Appointments that the calendar drops."""


ENDINGS = {
    Part.SUMMONS: ".pdf",
    Part.CANCELLATION: ".pdf",
    Part.EMPLOYER: "-employeur.pdf",
    Part.CALENDAR: ".ics",
    Part.DROPPED: "-annulation.ics",
}
"""How the file of each part ends."""
ROLE_NAMES = {Role.EXAMINER: "membre", Role.CANDIDATE: "candidat"}
"""As what somebody is named in the name of a file."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file of a folder of summonses; nothing in its name is about a person."""

    name: str
    content: bytes


def parts_of(content: SummonsContent) -> tuple[Part, ...]:
    """Return what goes with the message to one person, in its order."""
    return tuple(
        part
        for part, is_there in (
            (Part.SUMMONS, bool(content.asked)),
            (Part.CANCELLATION, content.is_cancelled),
            (Part.EMPLOYER, content.is_for_employer),
            (Part.CALENDAR, content.can_be_mailed and bool(content.asked)),
            (Part.DROPPED, content.can_be_mailed and bool(dropped_uids(content))),
        )
        if is_there
    )


def shown_name(part: Part, content: SummonsContent, wording: Wording) -> str:
    """Return the name of an attachment as its reader sees it."""
    return wording.text(f"MESSAGE-FILE-{part}", session=content.session)


def files_of(
    content: SummonsContent,
    words: MessageWords,
    texts: Texts,
    *,
    at: datetime,
    wording: Wording,
) -> tuple[WrittenFile, ...]:
    """Return every file about one person: papers, appointments, the draft that holds them all.

    Of whom no address is known there are only the papers.
    """
    stem = summons_stem(content.session, ROLE_NAMES[content.role], content.number)
    made = {part: _made(part, content, texts, wording) for part in parts_of(content)}
    written = [WrittenFile(f"{stem}{ENDINGS[part]}", one.content) for part, one in made.items()]
    if content.can_be_mailed:
        draft = mail_draft(
            sender=_office(content),
            to=Party(content.name, content.email),
            subject=words.subject,
            text=words.text,
            files=tuple(made.values()),
            written_at=at,
        )
        written.append(WrittenFile(f"{stem}.eml", draft))
    return tuple(written)


def dropped_uids(content: SummonsContent) -> dict[str, Sitting]:
    """Return the appointments that the person knew and that are no more, by identifier."""
    kept = {_uid(content, one) for one in content.asked}
    known = {_uid(content, one): one for one in content.before}
    return {uid: one for uid, one in known.items() if uid not in kept}


def _made(part: Part, content: SummonsContent, texts: Texts, wording: Wording) -> MailFile:
    name = shown_name(part, content, wording)
    if part in {Part.SUMMONS, Part.CANCELLATION}:
        return MailFile(name, render_summons(content, texts, wording=wording), PDF)
    if part is Part.EMPLOYER:
        return MailFile(name, render_employer_copy(content, texts, wording=wording), PDF)
    method = Method.REQUEST if part is Part.CALENDAR else Method.CANCEL
    asked = content.asked if part is Part.CALENDAR else tuple(dropped_uids(content).values())
    calendar = calendar_file(
        _invitations(content, asked, wording),
        method=method,
        sequence=content.sequence,
        stamp=content.released_at,
        organizer=_office(content),
        attendee=Party(content.name, content.email),
    )
    return MailFile(name, calendar, CALENDAR, method.value)


def _invitations(
    content: SummonsContent, asked: Iterable[Sitting], wording: Wording
) -> Iterator[Invitation]:
    for one in asked:
        places = (one.room, content.link or content.address)
        yield Invitation(
            _uid(content, one),
            one.start,
            one.end,
            wording.text(f"MESSAGE-EVENT-{content.role}", certification=one.certification),
            ", ".join(filter(None, places)),
            _description(content, wording),
        )


def _description(content: SummonsContent, wording: Wording) -> str:
    lines = [wording.text("MESSAGE-EVENT-SESSION", session=content.session)]
    if content.due is not None:
        lines.append(wording.text("MESSAGE-EVENT-ANSWER", day=content.due))
    reached = ", ".join(filter(None, (content.office.phone, content.office.email)))
    if reached:
        lines.append(wording.text("MESSAGE-EVENT-CONTACT", contact=reached))
    return "\n".join(lines)


def _uid(content: SummonsContent, one: Sitting) -> str:
    """A member has one appointment for each half-day; that of a candidate moves as a whole."""
    if content.role is Role.CANDIDATE:
        return f"{content.uid}@jurydesk"
    return f"{content.uid}-{one.day:%Y%m%d}-{one.half_day}@jurydesk"


def _office(content: SummonsContent) -> Party:
    return Party(content.certifier.name, content.office.email)
