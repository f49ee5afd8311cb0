"""Commands on the plan of a session: pin, bar, release, tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.bans import Ban, ban_of
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import finding_text, term
from jurydesk.services import forbidding, pinning, releasing, telling
from jurydesk.services.sessions import open_session

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.pins import Pins
    from jurydesk.domain.release import Appointment
    from jurydesk.domain.session import Session
    from jurydesk.services.contacts import Contact
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard


def add_to(family: Group) -> None:
    """Add the commands to the family of sessions."""
    pins = family.command("pin", pin, "code")
    pins.option("jury", type_=int, meaning="pinned-jury")
    pins.option("hearing", type_=int, meaning="pinned-hearing")
    pins.option("examiner", type_=int, meaning="pinned-examiner").switch("off")
    bars = family.command("bar", bar, "code")
    bars.option("examiner", type_=int, meaning="barred-examiner").switch("off")
    bars.option("with", type_=int, meaning="barred-with")
    bars.option("candidacy", type_=int, meaning="barred-candidacy")
    bars.option("day", type_=iso_day, meaning="barred-day")
    bars.option("half-day", choices=list(HalfDay), meaning="barred-half-day")
    bars.option("room", meaning="barred-room")
    family.command("wishes", wishes, "code")
    family.command("release", release, "code")
    told = family.command("tell", tell, "code").switch("mark")
    told.option("out", type_=Path, meaning="telling-file")


def pin(call: Call) -> int:
    """Keep a jury, somebody in it, or a hearing when juries are proposed again."""
    with call.desk() as desk:
        board = _pinned(call, desk).value
    return _show_pins(call, board.session.code, board.session.pins)


def bar(call: Call) -> int:
    """Forbid something in the juries proposed from now on, or allow it again."""
    options = call.options
    ban = _ban(options)
    if ban is None:
        raise WrongUsage("BAN-NOTHING")
    with call.desk() as desk:
        outcome = forbidding.forbid(desk, code=options.code, ban=ban, forbidden=not options.off)
    return _show_pins(call, options.code, outcome.value.session.pins)


def wishes(call: Call) -> int:
    """List what is kept and what is forbidden in a session."""
    code = call.options.code
    with call.desk() as desk:
        every = forbidding.wishes(open_session(desk, code=code))
    told = [(one, finding_text(one.sentence, call.wording)) for one in every]
    rows = [{"code": one.sentence.code, "text": text, "is_kept": one.is_kept} for one, text in told]
    broken = call.wording.text("CLI-WISH-NOT-KEPT")
    lines = [text if one.is_kept else f"{text} {broken}" for one, text in told]
    nothing = [call.wording.text("CLI-WISH-NONE", session=code)]
    call.answer({"session": code, "wishes": rows}, lines or nothing)
    return Exit.DONE


def release(call: Call) -> int:
    """Give the plan out as it stands, and list whom to tell."""
    code = call.options.code
    with call.desk() as desk:
        releasing.release_plan(desk, code=code)
        people = releasing.read_telling(desk, code=code)
    return _show_people(call, people.session, people.due)


def tell(call: Call) -> int:
    """List whom to tell of a released plan; `--mark` records that all of them were."""
    options = call.options
    with call.desk() as desk:
        people = releasing.read_telling(desk, code=options.code)
        if options.out:
            telling.export_telling(desk, code=options.code, path=options.out, wording=call.wording)
        if options.mark:
            keys = [one.key for one in people.due]
            releasing.mark_told(desk, code=options.code, people=keys)
    return _show_people(call, people.session, (*people.due, *people.drafts))


def _ban(options: Namespace) -> Ban | None:
    given = options.day is not None and options.half_day is not None
    if not given and (options.day or options.half_day):
        return None
    return ban_of(
        examiner=options.examiner or 0,
        other=getattr(options, "with") or 0,
        candidacy=options.candidacy or 0,
        half=(options.day, HalfDay(options.half_day)) if given else None,
        room=options.room or "",
    )


def _pinned(call: Call, desk: Desk) -> Outcome[SessionBoard]:
    options = call.options
    pinned = not options.off
    if options.hearing is not None:
        return pinning.pin_hearing(
            desk, code=options.code, candidacy_id=options.hearing, pinned=pinned
        )
    if options.jury is None:
        raise WrongUsage("PIN-NOTHING")
    if options.examiner is None:
        return pinning.pin_jury(desk, code=options.code, jury=options.jury, pinned=pinned)
    return pinning.pin_juror(
        desk, code=options.code, jury=options.jury, examiner_id=options.examiner, pinned=pinned
    )


def _show_pins(call: Call, code: str, pins: Pins) -> int:
    document = {
        "session": code,
        "juries": list(pins.juries),
        "hearings": list(pins.hearings),
        "seats": [{"jury": jury, "examiner": examiner} for jury, examiner in pins.seats],
        "barred": list(pins.barred),
        "bans": [_ban_document(one) for one in pins.bans],
    }
    figures = {
        "juries": len(pins.juries),
        "hearings": len(pins.hearings),
        "seats": len(pins.seats),
        "barred": len(pins.barred),
        "bans": len(pins.bans),
    }
    call.answer(document, [call.wording.text("CLI-PINS", session=code, **figures)])
    return Exit.DONE


def _ban_document(ban: Ban) -> dict[str, object]:
    return {
        "kind": ban.kind.value,
        "examiner": ban.examiner or None,
        "with": ban.other or None,
        "candidacy": ban.candidacy or None,
        "date": plain(ban.day),
        "half_day": plain(ban.half_day),
        "room": ban.room or None,
    }


def _show_people(call: Call, session: Session, people: Iterable[Contact]) -> int:
    words, every = call.wording, tuple(people)
    several = session.has_several
    document = {"session": session.code, "people": [_person(one) for one in every]}
    names = ("NAME", "ROLE", "NEWS", "AFTER", "EMAIL", "PHONE")
    cells = [
        (
            one.name,
            term("role", one.role, words),
            term("news", one.news, words),
            telling.appointments_text(one.after, words, names_aim=several),
            one.email,
            one.phone,
        )
        for one in every
    ]
    call.answer(document, table([words.text(f"EXPORT-TELL-{name}") for name in names], cells))
    return Exit.DONE


def _person(one: Contact) -> dict[str, object]:
    return {
        "role": one.role.value,
        "number": one.number,
        "name": one.name,
        "email": one.email,
        "phone": one.phone,
        "news": one.news.value,
        "draft": one.is_draft,
        "before": [_appointment(when) for when in one.before],
        "after": [_appointment(when) for when in one.after],
    }


def _appointment(when: Appointment) -> dict[str, object]:
    return {
        "date": when.day.isoformat(),
        "half_day": when.half_day.value,
        "room": when.room,
        "start": plain(when.start),
        "end": plain(when.end),
        "seat": when.seat,
        "certification": when.certification,
    }
