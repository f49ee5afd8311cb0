"""What the board of a session shows, made from plain values: lanes, blocks, seats, the proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import Severity, SubjectKind
from jurydesk.domain.people import Sex
from jurydesk.domain.release import Role
from jurydesk.domain.summons import Reply
from jurydesk.finding_text import finding_text
from jurydesk.services.stand_ins import stand_in_text
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.seat_card import SeatState, SeatView
from jurydesk.ui.widgets.timetable_geometry import HOUR, Block, Lane, Place
from jurydesk.ui.words import gravest, term

if TYPE_CHECKING:
    from jurydesk.domain.certification import Seat
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Hearing, Jury, Session
    from jurydesk.services.stand_ins import StandIns
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

LOOKS: dict[Severity, tuple[Tone, str]] = {
    Severity.BLOCKING: ("danger", "blocked"),
    Severity.NEEDS_REASON: ("warning", "reason"),
    Severity.WARNING: ("accent", "warning"),
}
STEP = 5


def judged_line(board: SessionBoard) -> str:
    """Return what a session judges: number and title of one, the numbers of several."""
    if board.session.has_several:
        return " · ".join(board.session.certifications)
    return " ".join(f"{sheet.code} {sheet.title}" for sheet in board.certifications)


def grouped_juries(session: Session) -> list[Jury]:
    """Return the juries, those of one certification together, in the order of time."""
    place = {code: at for at, code in enumerate(session.certifications)}
    last = len(place)
    return sorted(
        session.juries, key=lambda one: (place.get(one.certification, last), one.half, one.room)
    )


def lane_key(day: date, room: str) -> str:
    """Return what tells one room on one day from the others."""
    return f"{day.isoformat()}|{room}"


def lanes_of(session: Session, wording: Wording) -> list[Lane]:
    """Return a lane for each room on each day."""
    hours = session.hours
    pause = ((_minutes(hours.lunch_start), _minutes(hours.lunch_end)),)
    found = []
    for day in session.days:
        for room in session.rooms:
            name = wording.date(day, weekday=True)
            found.append(
                Lane(
                    lane_key(day, room),
                    name[:1].upper() + name[1:],
                    room,
                    _minutes(hours.start),
                    _minutes(hours.end),
                    _jury_note(session, day, room),
                    pause,
                )
            )
    return found


def blocks_of(board: SessionBoard, wording: Wording) -> list[Block]:
    """Return a block for each hearing."""
    found = []
    for hearing in board.session.hearings:
        jury = board.session.jury(hearing.jury)
        if jury is not None:
            found.append(_block(board, hearing, jury, wording))
    return found


def findings_about(board: SessionBoard, hearing: Hearing) -> tuple[Finding, ...]:
    """Return the findings about one hearing or its candidacy."""
    row = board.candidacy(hearing.candidacy_id)
    person = row.candidate.id if row else 0
    return tuple(
        finding
        for finding in board.findings
        if finding.concerns(SubjectKind.HEARING, hearing.candidacy_id)
        or finding.concerns(SubjectKind.CANDIDACY, hearing.candidacy_id)
        or finding.concerns(SubjectKind.CANDIDATE, person)
    )


def jury_at(session: Session, place: Place) -> Jury | None:
    """Return the jury that sits where a place is."""
    day, room = place.lane.split("|", 1)
    half = HalfDay.AM if place.start < _minutes(session.hours.lunch_end) else HalfDay.PM
    found = (
        jury
        for jury in session.juries
        if (jury.day.isoformat(), jury.room, jury.half_day) == (day, room, half)
    )
    return next(found, None)


def moment(place: Place) -> datetime:
    """Return the moment that a place stands for."""
    day = date.fromisoformat(place.lane.split("|", 1)[0])
    return datetime.combine(day, time()) + timedelta(minutes=place.start)


def seats_of(
    board: SessionBoard, jury: Jury, stand_ins: StandIns, wording: Wording
) -> list[SeatView]:
    """Return the seats of one jury, the empty ones too."""
    terms = seats_needed(board, jury)
    held = {juror.seat: juror for juror in jury.jurors}
    found = []
    for seat in terms:
        juror = held.get(seat.kind)
        person = board.examiner(juror.examiner_id) if juror else None
        kind = term(wording, "seat", seat.kind) if wording.has(f"seat.{seat.kind}") else seat.label
        if person is None:
            found.append(SeatView(seat.kind, kind, deliberates=seat.deliberates))
        else:
            view = _seat(board, jury, seat, person=person, kind=kind, wording=wording)
            others = stand_ins.of(jury, person.id)
            told = (stand_in_text(others, wording),) if board.session.can_be_planned else ()
            found.append(replace(view, facts=(*view.facts, *told)))
    return found


def seats_needed(board: SessionBoard, jury: Jury) -> tuple[Seat, ...]:
    """Return the seats that the routes heard by a jury ask for."""
    sheet = board.sheet(jury.certification)
    aiming = [r.candidacy for r in board.candidacies if r.candidacy.certification == sheet.code]
    heard = {h.candidacy_id for h in board.session.hearings_of(jury.number)}
    routes = {one.route for one in aiming if one.id in heard} or {one.route for one in aiming}
    for route in sorted(routes):
        composition = sheet.composition(route)
        if composition is not None:
            return composition.seats
    known = (t.composition for t in sheet.routes if t.composition is not None)
    first = next(known, None)
    return first.seats if first else ()


def jury_findings(board: SessionBoard, jury: Jury) -> tuple[Finding, ...]:
    """Return the findings about one jury."""
    return tuple(f for f in board.findings if f.concerns(SubjectKind.JURY, jury.number))


def proof_of(board: SessionBoard, jury: Jury) -> str:
    """Return the one line that proves a jury: externals, voices, women and men, mandates."""
    people = [board.examiner(juror.examiner_id) for juror in jury.jurors]
    sexes = [person.sex for person in people if person]
    externals = sum(juror.external for juror in jury.jurors)
    voices = sum(juror.deliberates for juror in jury.jurors)
    mandates = sum(person is not None and bool(person.mandate_on(jury.day)) for person in people)
    parts = (
        translate("Jury", "{count} external of {all}").format(
            count=externals, all=len(jury.jurors)
        ),
        translate("Jury", "{count} voices").format(count=voices),
        translate("Jury", "{women} W / {men} M").format(
            women=sexes.count(Sex.FEMALE), men=sexes.count(Sex.MALE)
        ),
        translate("Jury", "{count} mandates in force").format(count=mandates),
        translate("Jury", "{count} recusals").format(count=_recusals(board, jury)),
    )
    return " · ".join(parts)


def _recusals(board: SessionBoard, jury: Jury) -> int:
    return sum(len(h.recused) for h in board.session.hearings_of(jury.number))


def _seat(
    board: SessionBoard,
    jury: Jury,
    seat: Seat,
    *,
    person: Examiner,
    kind: str,
    wording: Wording,
) -> SeatView:
    mandate = person.mandate_on(jury.day)
    until = translate("Jury", "mandate until {day}")
    facts = [until.format(day=wording.short_date(mandate.end))] if mandate else []
    load, pins = board.loads.get(person.id, 0), board.session.pins
    facts.append(translate("Jury", "{count} juries this year").format(count=load))
    blocking = [
        finding
        for finding in jury_findings(board, jury)
        if finding.blocks and finding.concerns(SubjectKind.EXAMINER, person.id)
    ]
    return SeatView(
        seat.kind,
        kind,
        person.full_name,
        " · ".join(part for part in (person.occupation, person.organisation) if part),
        person.id,
        _answered(board, jury, person.id),
        is_external=not person.of_certifier,
        deliberates=seat.deliberates,
        is_president=jury.president_id == person.id,
        sex="" if person.sex is Sex.NOT_STATED else term(wording, "sex", person.sex)[:1],
        facts=tuple(facts),
        problem=finding_text(blocking[0], wording) if blocking else "",
        is_pinned=person.id in pins.members_kept(jury.number) or jury.number in pins.juries,
        is_barred=person.id in pins.barred,
    )


_ANSWERS: dict[Reply, SeatState] = {Reply.ACCEPTED: "accepted", Reply.DECLINED: "declined"}


def _answered(board: SessionBoard, jury: Jury, examiner_id: int) -> SeatState:
    """Return what the holder of a seat said of the half-day; once frozen, that they sit."""
    if not board.session.can_be_planned:
        return "accepted"
    key = Role.EXAMINER, examiner_id
    summons = next((one for one in board.summonses if one.person == key), None)
    here = [one for one in summons.asked if (one.day, one.half_day) == jury.half] if summons else []
    if summons is None or not here:
        return "proposed"
    answer = summons.answer_to(here[0])
    return _ANSWERS[answer.reply] if answer else "summoned"


def _block(board: SessionBoard, hearing: Hearing, jury: Jury, wording: Wording) -> Block:
    row = board.candidacy(hearing.candidacy_id)
    found = findings_about(board, hearing)
    severity = gravest(found)
    tone, icon = LOOKS[severity] if severity else ("accent", "")
    route = term(wording, "route", row.candidacy.route) if row else ""
    if board.session.has_several:
        route = " · ".join(filter(None, (jury.certification, route)))
    return Block(
        hearing.candidacy_id,
        lane_key(jury.day, jury.room),
        _minutes(hearing.start.time()),
        round((hearing.end - hearing.start).total_seconds() / 60),
        row.candidate.full_name if row else str(hearing.candidacy_id),
        route,
        tone,
        icon,
        "\n".join(finding_text(finding, wording) for finding in found),
        not board.session.can_be_planned,
        hearing.candidacy_id in board.session.pins.hearings,
    )


def _jury_note(session: Session, day: date, room: str) -> str:
    here = [jury for jury in session.juries if (jury.day, jury.room) == (day, room)]
    if not here:
        return ""
    names = [
        f"{j.number} ({j.certification})" if session.has_several else str(j.number) for j in here
    ]
    return translate("Jury", "jury {numbers}").format(numbers=", ".join(names))


def _minutes(moment_: time) -> int:
    return moment_.hour * HOUR + moment_.minute
