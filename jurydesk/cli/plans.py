"""Commands on the plan of a session: pin, bar, release, tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import pinning, releasing, telling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.pins import Pins
    from jurydesk.domain.release import Appointment
    from jurydesk.domain.session import Session
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.releasing import Contact
    from jurydesk.services.views import SessionBoard


def add_to(family: Group) -> None:
    """Add the commands to the family of sessions."""
    pins = family.command("pin", pin, "code")
    pins.option("jury", type_=int, meaning="pinned-jury")
    pins.option("hearing", type_=int, meaning="pinned-hearing")
    pins.option("examiner", type_=int, meaning="pinned-examiner").switch("off")
    bars = family.command("bar", bar, "code")
    bars.option("examiner", type_=int, required=True, meaning="barred-examiner").switch("off")
    family.command("release", release, "code")
    told = family.command("tell", tell, "code").switch("mark")
    told.option("out", type_=Path, meaning="telling-file")


def pin(call: Call) -> int:
    """Keep a jury, somebody in it, or a hearing when juries are proposed again."""
    with call.desk() as desk:
        board = _pinned(call, desk).value
    return _show_pins(call, board.session.code, board.session.pins)


def bar(call: Call) -> int:
    """Keep somebody out of the juries proposed from now on, or admit them."""
    options = call.options
    with call.desk() as desk:
        outcome = pinning.bar_examiner(
            desk, code=options.code, examiner_id=options.examiner, barred=not options.off
        )
    return _show_pins(call, options.code, outcome.value.session.pins)


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
    }
    figures = {
        "juries": len(pins.juries),
        "hearings": len(pins.hearings),
        "seats": len(pins.seats),
        "barred": len(pins.barred),
    }
    call.answer(document, [call.wording.text("CLI-PINS", session=code, **figures)])
    return Exit.DONE


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
