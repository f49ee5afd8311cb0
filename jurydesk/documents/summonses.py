"""What people are sent about a session: the summons, the copy for an employer, the words of a mail.

The texts are those of the office or the shipped ones; here their fields get their values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.documents.letters import fill_text, render_letter
from jurydesk.domain.convening import Sitting, SummonsContent
from jurydesk.domain.letters import LetterFrame, LetterKind, letter_kind
from jurydesk.domain.outbox import MessageReason
from jurydesk.domain.release import Role
from jurydesk.domain.session import Modality
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from datetime import date

Texts = Mapping[str, str]
"""The text in force of each kind of letter, by the code of the kind."""

MEMBER, CANDIDATE, EMPLOYER = "summons-member", "summons-candidate", "employer-copy"
CANCELLATION, MESSAGE = "cancellation", "summons-message"
KINDS = (MEMBER, CANDIDATE, EMPLOYER, CANCELLATION, MESSAGE)


@dataclass(frozen=True, slots=True)
class MessageWords:
    """Subject and text of a mail."""

    subject: str
    text: str


def render_summons(content: SummonsContent, texts: Texts, *, wording: Wording) -> bytes:
    """Print the summons of one person, or its cancellation."""
    code = summons_kind(content)
    frame = _frame(content, (content.name, content.organisation), wording)
    return _render(code, texts, content, frame=frame, wording=wording)


def render_employer_copy(content: SummonsContent, texts: Texts, *, wording: Wording) -> bytes:
    """Print what a member hands to their employer (D3142-32); it names no candidate."""
    lines = filter(None, (content.organisation,))
    frame = _frame(content, tuple(lines), wording, mention=wording.text("letter.employer_copy"))
    return _render(EMPLOYER, texts, content, frame=frame, wording=wording)


def message_words(content: SummonsContent, texts: Texts, *, wording: Wording) -> MessageWords:
    """Return subject and text of the mail that brings a summons."""
    kind = _kind(MESSAGE)
    values = _values(kind, content, wording)
    first = (content.asked or content.before)[0].day
    subject = wording.text(
        f"MESSAGE-SUBJECT-{content.reason}",
        day=wording.date(first, weekday=True),
        certification=", ".join(content.certifications),
        session=content.session,
    )
    return MessageWords(subject, fill_text(kind, texts[MESSAGE], values, wording))


def summons_kind(content: SummonsContent) -> str:
    """Return which letter a person gets."""
    if content.is_cancelled:
        return CANCELLATION
    return MEMBER if content.role is Role.EXAMINER else CANDIDATE


def _render(
    code: str, texts: Texts, content: SummonsContent, *, frame: LetterFrame, wording: Wording
) -> bytes:
    kind = _kind(code)
    values = _values(kind, content, wording)
    return render_letter(kind, texts[code], values, frame=frame, wording=wording)


def _kind(code: str) -> LetterKind:
    kind = letter_kind(code)
    if kind is None:
        raise LookupError(code)
    return kind


def _frame(
    content: SummonsContent, recipient: tuple[str, ...], wording: Wording, *, mention: str = ""
) -> LetterFrame:
    return LetterFrame(
        certifier=content.certifier,
        recipient=recipient,
        reference=wording.text("letter.session", session=content.session),
        place=content.office.city,
        day=content.written_on,
        mention=mention,
    )


def _values(kind: LetterKind, content: SummonsContent, wording: Wording) -> dict[str, object]:
    """Return a value for each field of a kind; a field that holds nothing is empty."""
    known = {field.name for field in kind.known_fields}
    every = (*_said(content), *_told(content, wording))
    return {name: value for name, value in every if name in known}


def _said(content: SummonsContent) -> Iterator[tuple[str, object]]:
    """Yield what is true of a person, and the texts that need no words of ours."""
    yield "name", content.name
    yield "session", content.session
    yield "certification", ", ".join(content.certifications)
    yield "judges_several", len(content.certifications) > 1 or ""
    yield "address", "" if content.modality is Modality.REMOTE else content.address
    yield "link", content.link
    yield "is_remote", content.modality is Modality.REMOTE or ""
    yield "email", content.office.email
    yield "phone", content.office.phone
    yield "organisation", content.organisation
    yield "is_member", content.role is Role.EXAMINER or ""
    yield "is_cancelled", content.is_cancelled or ""
    yield "is_reminder", content.reason is MessageReason.REMINDER or ""
    yield "is_moved", content.reason is MessageReason.MOVED or ""
    yield "for_employer", content.is_for_employer or ""
    yield "is_late", _is_late(content) or ""
    yield "extra_time", content.extra_time or ""
    yield "step_free", content.step_free or ""
    yield "certifier", content.certifier.name


def _told(content: SummonsContent, wording: Wording) -> Iterator[tuple[str, object]]:
    """Yield days and hours in words."""
    yield "appointments", tuple(_sitting(one, wording) for one in content.asked)
    yield "before", tuple(_sitting(one, wording) for one in content.before)
    yield "due", _day(content.due, wording)
    yield "notice", _day(content.notice, wording)


def _sitting(one: Sitting, wording: Wording) -> dict[str, str]:
    seat = f"seat.{one.seat}"
    return {
        "day": wording.date(one.day, weekday=True),
        "hours": wording.text("letter.hours", start=one.start.time(), end=one.end.time()),
        "room": one.room,
        "certification": one.certification,
        "seat": wording.text(seat) if wording.has(seat) else one.seat,
    }


def _day(day: date | None, wording: Wording) -> str:
    return wording.date(day, weekday=True) if day else ""


def _is_late(content: SummonsContent) -> bool:
    return content.notice is not None and content.written_on > content.notice
