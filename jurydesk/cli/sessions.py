"""Commands on sessions: list, create, propose, explain, check, move, annul."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from jurydesk.cli import plans, summoning
from jurydesk.cli.call import Exit, iso_day, numbers_in
from jurydesk.cli.documents_as_json import finding_documents, finding_lines, plain
from jurydesk.cli.reasons import explain
from jurydesk.cli.session_document import board_document, board_lines
from jurydesk.cli.tables import table
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import blocking
from jurydesk.domain.session import Hours, JurySpan, Modality
from jurydesk.errors import WrongUsage
from jurydesk.services import adjusting, annulling, freezing, planning, sessions
from jurydesk.services.placing import jury_of

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard, SessionRow


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("sessions")
    family.command("list", list_)
    options = family.command("create", create, "code")
    options.repeated("certification", required=True, meaning="session-certification")
    options.option("days", required=True)
    options.option("rooms", type_=int, default=1).repeated("room")
    options.option("start", default="09:00").option("end", default="17:30")
    options.option("minutes", type_=int, default=45).option("candidates")
    options.option("place", default="")
    options.option("modality", default=Modality.ON_SITE, choices=list(Modality))
    options.option("jury-span", default=JurySpan.HALF_DAY, choices=list(JurySpan))
    options = family.command("alter", alter, "code")
    options.option("jury-span", required=True, choices=list(JurySpan))
    options = family.command("propose", propose, "code")
    options.option("seconds", type_=float, default=planning.SECONDS)
    options.option("seed", type_=int, default=0)
    options = family.command("explain", explain, "code")
    options.option("seconds", type_=float, default=planning.SECONDS)
    family.command("check", check, "code")
    options = family.command("move", move, "code").positional("jury", type_=int)
    options.option("day", type_=iso_day).option("half-day", choices=list(HalfDay)).option("room")
    options = family.command("annul", annul, "code").positional("jury", type_=int)
    options.option("reason", required=True, meaning="annulment-reason")
    plans.add_to(family)
    summoning.add_to_sessions(family)


def list_(call: Call) -> int:
    """List the sessions."""
    with call.desk() as desk:
        rows = sessions.list_sessions(desk)
    words = call.wording
    names = ("CODE", "CERTIFICATION", "DAYS", "STATUS", "JURIES", "PLACED", "UNPLACED", "BLOCKING")
    cells = [
        (
            row.session.code,
            " ".join(row.session.certifications),
            ", ".join(day.isoformat() for day in row.session.days),
            words.text(f"SESSION-STATUS-{row.session.status}"),
            row.juries,
            row.placed,
            row.unplaced,
            row.blocking,
        )
        for row in rows
    ]
    document = {"sessions": [_summary(row) for row in rows]}
    call.answer(document, table([words.text(f"COL-{name}") for name in names], cells))
    return Exit.DONE


def create(call: Call) -> int:
    """Create a session with the candidacies that are ready, or with those named."""
    options = call.options
    draft = sessions.SessionDraft(
        code=options.code,
        certifications=tuple(options.certification),
        days=tuple(iso_day(day) for day in options.days.split(",") if day.strip()),
        rooms=tuple(options.room) or _rooms(options.rooms, call),
        hours=_hours(options.start, options.end, options.minutes),
        place=options.place,
        modality=Modality(options.modality),
        jury_span=JurySpan(options.jury_span),
        candidacies=None if options.candidates is None else numbers_in(options.candidates),
    )
    with call.desk() as desk:
        outcome = sessions.create_session(desk, draft=draft)
        board = sessions.open_session(desk, code=outcome.value.code)
    session = outcome.value
    document = {
        "session": session.code,
        "certification": session.certifications[0],
        "certifications": list(session.certifications),
        "days": plain(session.days),
        "rooms": list(session.rooms),
        "candidacies": [
            {"candidacy": row.key, "candidate": row.candidate.full_name}
            for row in board.candidacies
        ],
        "findings": finding_documents(outcome.findings, call.wording),
    }
    count = len(session.candidacies)
    lines = [call.wording.text("CLI-SESSION-CREATED", session=session.code, count=count)]
    call.answer(document, [*lines, *finding_lines(outcome.findings, call.wording)])
    return Exit.FINDINGS if blocking(outcome.findings) else Exit.DONE


def alter(call: Call) -> int:
    """Convene the juries of a session for half-days, or for whole days."""
    options = call.options
    with call.desk() as desk:
        session = sessions.open_session(desk, code=options.code).session
        changed = replace(session, jury_span=JurySpan(options.jury_span))
        sessions.update_session(desk, session=changed)
        return _show(call, desk, sessions.open_session(desk, code=options.code))


def propose(call: Call) -> int:
    """Assemble juries and a timetable and keep them as the proposal."""
    options = call.options
    if options.seconds <= 0:
        raise WrongUsage("SECONDS-WRONG")
    with call.desk() as desk:
        outcome = planning.propose(
            desk, code=options.code, seconds=options.seconds, seed=options.seed
        )
        return _show(call, desk, outcome.value)


def check(call: Call) -> int:
    """Say every finding of the session as it stands."""
    with call.desk() as desk:
        return _show(call, desk, freezing.check_session(desk, code=call.options.code))


def move(call: Call) -> int:
    """Move a jury to another half-day or room; what is not named stays as it is."""
    options = call.options
    with call.desk() as desk:
        jury = jury_of(sessions.open_session(desk, code=options.code).session, options.jury)
        half = (options.day or jury.day, HalfDay(options.half_day or jury.half_day))
        room = options.room or jury.room
        outcome = adjusting.move_jury(
            desk, code=options.code, jury=jury.number, half=half, room=room
        )
        return _show(call, desk, outcome.value)


def annul(call: Call) -> int:
    """Annul a jury of a closed session; its candidates wait for another one."""
    options = call.options
    with call.desk() as desk:
        board = annulling.annul_jury(
            desk, code=options.code, jury=options.jury, reason=options.reason
        ).value
    rows = [board.candidacy(h.candidacy_id) for h in board.session.hearings_of(options.jury)]
    heard = [{"candidacy": row.key, "candidate": row.candidate.full_name} for row in rows if row]
    document = {"session": board.session.code, "jury": options.jury, "candidacies": heard}
    figures = {"session": board.session.code, "jury": options.jury, "count": len(heard)}
    call.answer(document, [call.wording.text("CLI-ANNULLED", **figures)])
    return Exit.DONE


def _show(call: Call, desk: Desk, board: SessionBoard) -> int:
    reasons = planning.explain_unplaced(desk, code=board.session.code)
    document = board_document(board, reasons, call.wording)
    call.answer(document, board_lines(board, reasons, call.wording))
    return Exit.FINDINGS if reasons or blocking(board.findings) else Exit.DONE


def _summary(row: SessionRow) -> dict[str, object]:
    session = row.session
    return {
        "session": session.code,
        "certification": session.certifications[0],
        "certifications": list(session.certifications),
        "days": plain(session.days),
        "status": session.status.value,
        "juries": row.juries,
        "placed": row.placed,
        "unplaced": row.unplaced,
        "blocking": row.blocking,
    }


def _rooms(count: int, call: Call) -> tuple[str, ...]:
    if count < 1:
        raise WrongUsage("SESSION-ROOMS-WRONG")
    return tuple(call.wording.text("CLI-ROOM", number=number + 1) for number in range(count))


def _hours(start: str, end: str, minutes: int) -> Hours:
    return Hours(start=_time(start), end=_time(end), minutes=minutes)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise WrongUsage("TIME-WRONG", {"value": text}) from error
