"""Commands on summonses: who was sent one, the answers, and whom to remind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.documents_as_json import finding_lines, plain
from jurydesk.cli.summoning import add_to_summonses
from jurydesk.cli.tables import table
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import blocking
from jurydesk.domain.release import Role
from jurydesk.domain.summons import Channel, Half, Reply
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import releasing, summonses, telling
from jurydesk.services.summonses import AnswerDraft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group, Options
    from jurydesk.domain.release import Person
    from jurydesk.services.contacts import Contact
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard

REPLIES = {"accepted": Reply.ACCEPTED, "declined": Reply.DECLINED}
CHANNELS = {one.value.lower(): one for one in Channel}


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("summons")
    _of_people(family.command("send", send, "code"))
    answers = family.command("answer", answer, "code")
    _of_people(answers).option("reply", choices=tuple(REPLIES), meaning="summons-reply")
    answers.repeated("half").option("note", default="", meaning="summons-note")
    answers.switch("withdraw")
    family.command("list", list_, "code").option("out", type_=Path, meaning="telling-file")
    _of_people(family.command("remind", remind, "code")).switch("mark-reminded")
    add_to_summonses(family)


def _of_people(options: Options) -> Options:
    options.repeated("examiner").repeated("candidacy")
    options.option("channel", choices=tuple(CHANNELS), default=Channel.EMAIL.value.lower())
    return options.option("on", type_=iso_day, meaning="summons-on")


def send(call: Call) -> int:
    """Record that summonses were sent: to those named, or to all who are still to be told."""
    options = call.options
    with call.desk() as desk:
        people = _named(call) or [
            one.key for one in releasing.read_telling(desk, code=options.code).due
        ]
        outcome = releasing.mark_told(
            desk,
            code=options.code,
            people=people,
            channel=CHANNELS[options.channel],
            on=options.on,
        )
        return _show(call, desk, outcome, only=people)


def answer(call: Call) -> int:
    """Record what people answered, or take their last answer back."""
    options, people = call.options, _named(call)
    if not people or (options.reply is None) is not options.withdraw:
        raise WrongUsage("SUMMONS-WHO" if not people else "SUMMONS-REPLY")
    with call.desk() as desk:
        if options.withdraw:
            outcome = summonses.withdraw_answer(desk, code=options.code, people=people)
        else:
            outcome = summonses.record_answer(
                desk, code=options.code, people=people, draft=_draft(call)
            )
        return _show(call, desk, outcome, only=people)


def list_(call: Call) -> int:
    """List who was sent what, and the answers."""
    options = call.options
    with call.desk() as desk:
        if options.out:
            telling.export_telling(desk, code=options.code, path=options.out, wording=call.wording)
        return _show(call, desk, None)


def remind(call: Call) -> int:
    """List whom to remind today; `--mark-reminded` records that they were."""
    options = call.options
    with call.desk() as desk:
        today = desk.clock.today()
        every = releasing.read_telling(desk, code=options.code).contacts
        due = [one.key for one in every if one.reminder is not None and one.reminder <= today]
        people = _named(call) or due
        outcome = None
        if options.mark_reminded and people:
            outcome = summonses.remind(
                desk,
                code=options.code,
                people=people,
                channel=CHANNELS[options.channel],
                on=options.on,
            )
        return _show(call, desk, outcome, only=people)


def _named(call: Call) -> list[Person]:
    options = call.options
    roles = ((Role.EXAMINER, options.examiner), (Role.CANDIDATE, options.candidacy))
    for _, numbers in roles:
        if not all(number.isdigit() for number in numbers):
            raise WrongUsage("SUMMONS-WHO")
    return [(role, int(number)) for role, numbers in roles for number in numbers]


def _draft(call: Call) -> AnswerDraft:
    options = call.options
    return AnswerDraft(
        REPLIES[options.reply],
        options.on,
        tuple(map(_half, options.half)) if options.half else None,
        CHANNELS[options.channel],
        options.note,
    )


def _half(text: str) -> Half:
    day, _, half = text.partition(":")
    if half not in set(HalfDay):
        raise WrongUsage("SUMMONS-HALF-WRONG", {"half": text})
    return iso_day(day), HalfDay(half)


def _show(
    call: Call,
    desk: Desk,
    outcome: Outcome[SessionBoard] | None,
    *,
    only: Iterable[Person] | None = None,
) -> int:
    told = releasing.read_telling(desk, code=call.options.code)
    wanted = None if only is None else set(only)
    every = [one for one in told.contacts if wanted is None or one.key in wanted]
    findings = outcome.findings if outcome else ()
    # What the session lacks otherwise is no matter of this command
    standing = tuple(one for one in findings if one.code.startswith("CALL-"))
    document = {"session": call.options.code, "people": [_person(one) for one in every]}
    lines = [*_table(call, every), *finding_lines(standing, call.wording)]
    call.answer(document, lines)
    return Exit.FINDINGS if blocking(standing) else Exit.DONE


def _table(call: Call, people: Iterable[Contact]) -> list[str]:
    words = call.wording
    names = ("NAME", "ROLE", "ON", "DUE", "ANSWER", "ANSWERED", "REMINDER")
    cells = [
        (
            one.name,
            term("role", one.role, words),
            one.told_on or "",
            (one.summons.due if one.summons else None) or "",
            _state(call, one),
            one.answer.on if one.answer else "",
            one.reminder or "",
        )
        for one in people
    ]
    return table([words.text(f"EXPORT-TELL-{name}") for name in names], cells)


def _state(call: Call, one: Contact) -> str:
    state = one.state
    return term("summons_state", state, call.wording) if state else ""


def _person(one: Contact) -> dict[str, object]:
    summons, state = one.summons, one.state
    return {
        "role": one.role.value,
        "number": one.number,
        "name": one.name,
        "state": state.value if state else None,
        "to_tell": one.is_due,
        "reminder": plain(one.reminder),
        "notice": plain(one.notice),
        "uid": summons.uid if summons else None,
        "sequence": summons.sequence if summons else None,
        "sendings": plain(summons.sendings) if summons else [],
        "answers": plain(summons.answers) if summons else [],
        "reminders": plain(summons.reminders) if summons else [],
    }
