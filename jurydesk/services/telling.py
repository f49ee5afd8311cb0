"""What is told to people about a released plan: appointments in words, letters, a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.outbox import MessageReason
from jurydesk.exchange.roster_writer import (
    Column,
    Kind,
    RosterTable,
    TableValue,
    write_roster,
)
from jurydesk.finding_text import term
from jurydesk.services.convening import Convening
from jurydesk.services.facts import session_by_code
from jurydesk.services.outbox import read_message
from jurydesk.services.releasing import read_telling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jurydesk.domain.release import Appointment, Person
    from jurydesk.domain.summons import Reply, Summons
    from jurydesk.services.contacts import Contact
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to one person, ready to be read over and sent."""

    address: str
    subject: str
    body: str


def appointment_text(
    one: Appointment, wording: Wording, *, is_short: bool = False, names_aim: bool = False
) -> str:
    """Return an appointment in words: « lundi 30 novembre 2026, 9 h – 9 h 45, Salle 1 ».

    `names_aim`: with the certification, where a session judges several.
    """
    day = wording.short_date(one.day) if is_short else wording.date(one.day, weekday=True)
    start, end = one.start.time(), one.end.time()
    figures = {"day": day, "start": start, "end": end, "room": one.room}
    if names_aim:
        return wording.text("APPOINTMENT-JUDGED", **figures, certification=one.certification)
    return wording.text("APPOINTMENT", **figures)


def appointments_text(
    every: Iterable[Appointment],
    wording: Wording,
    *,
    is_short: bool = False,
    names_aim: bool = False,
) -> str:
    """Return several appointments in words."""
    return " ; ".join(
        appointment_text(one, wording, is_short=is_short, names_aim=names_aim) for one in every
    )


def write_letter(desk: Desk, *, code: str, contact: Contact, wording: Wording) -> Letter:
    """Return the mail to one person: what they are to be told now, or were told last."""
    view = read_message(desk, code=code, person=contact.key, wording=wording)
    if view is not None and view.words.text:
        return Letter(contact.email, view.words.subject, view.words.text)
    with desk.open_unit() as unit:
        session, today = session_by_code(unit, code), desk.clock.today()
        convening = Convening(unit, session, [contact], today=today, wording=wording)
    content = convening.content(contact, MessageReason.CONVENED, uid="")
    words = convening.words(content)
    return Letter(contact.email, words.subject, words.text)


def export_telling(
    desk: Desk, *, code: str, path: Path, wording: Wording, only: Iterable[Person] | None = None
) -> int:
    """Write whom a plan concerns to a workbook, all or `only` some; return how many.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    telling = read_telling(desk, code=code)
    every = telling.contacts
    if only is not None:
        wanted = tuple(only)
        every = tuple(one for one in every if one.key in wanted)
    write_roster(
        path, (telling_table(every, wording=wording, names_aim=telling.session.has_several),)
    )
    return len(every)


def telling_table(
    contacts: Iterable[Contact], *, wording: Wording, names_aim: bool = False
) -> RosterTable:
    """Return the people of a plan as a sheet of a workbook, one row each."""
    columns = tuple(
        Column(wording.text(f"EXPORT-TELL-{name}"), Kind.DATE if name in _DAYS else Kind.TEXT)
        for name in _COLUMNS
    )
    rows = tuple(
        (*_person(one, wording, names_aim=names_aim), *_answered(one, wording)) for one in contacts
    )
    title = wording.text("EXPORT-SHEET-TELLING")
    return RosterTable(title, title, columns, rows)


_COLUMNS = (
    *("NAME", "ROLE", "NEWS", "BEFORE", "AFTER", "EMAIL", "PHONE"),
    *("ON", "CHANNEL", "DUE", "ANSWER", "ANSWERED", "DAYS", "NOTE", "REMINDER"),
)
_OF_THE_PERSON = _COLUMNS.index("ON") + 1
_DAYS = frozenset({"ON", "DUE", "ANSWERED", "REMINDER"})


def _person(one: Contact, wording: Wording, *, names_aim: bool) -> tuple[TableValue, ...]:
    return (
        one.name,
        term("role", one.role, wording),
        term("news", one.news, wording) if one.is_due else "",
        appointments_text(one.before, wording, names_aim=names_aim),
        appointments_text(one.after, wording, names_aim=names_aim),
        one.email,
        one.phone,
        one.told_on,
    )


def _answered(one: Contact, wording: Wording) -> tuple[TableValue, ...]:
    last = one.summons.last if one.summons else None
    if one.summons is None or last is None:
        return (None,) * (len(_COLUMNS) - _OF_THE_PERSON)
    answer = one.answer
    return (
        term("channel", last.channel, wording),
        last.due,
        answer_text(one.summons, wording),
        answer.on if answer else None,
        (answer.on - one.summons.sendings[answer.sequence].on).days if answer else None,
        answer.note if answer else "",
        one.reminder,
    )


def answer_text(summons: Summons, wording: Wording) -> str:
    """Return what stands as answered: « accepte », or half-day by half-day where they differ."""
    by_reply: dict[Reply, list[Appointment]] = {}
    for one in summons.asked:
        answer = summons.answer_to(one)
        if answer is not None:
            by_reply.setdefault(answer.reply, []).append(one)
    if len(by_reply) == 1 and not summons.unanswered:
        return term("reply", next(iter(by_reply)), wording)
    return " ; ".join(
        wording.text(
            "ANSWER-PARTS", reply=term("reply", reply, wording), halves=_halves(part, wording)
        )
        for reply, part in by_reply.items()
    )


def _halves(every: Iterable[Appointment], wording: Wording) -> str:
    return ", ".join(
        f"{wording.short_date(one.day)} {term('half_day', one.half_day, wording)}" for one in every
    )
