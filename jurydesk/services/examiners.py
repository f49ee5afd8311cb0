"""What is done with the pool: list, save, remove, find."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.pool_rules import check_examiner
from jurydesk.domain.response_record import response_record
from jurydesk.domain.service_record import ServiceRecord, records_of
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.availability import check_entries
from jurydesk.services.facts import yearly_loads
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.search import matching
from jurydesk.services.ties import propose_ties
from jurydesk.services.views import ExaminerRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Jury, Session
    from jurydesk.domain.summons import Summons
    from jurydesk.services.ports import Desk, UnitOfWork


def list_examiners(desk: Desk) -> tuple[ExaminerRow, ...]:
    """Return the pool, in alphabetical order."""
    today = desk.clock.today()
    with desk.open_unit() as unit:
        pool = sorted(unit.examiners.all(), key=_by_name)
        sessions = unit.sessions.all()
        summonses = unit.summonses.all()
    sent: dict[int, list[Summons]] = {}
    for summons in summonses:
        if summons.examiner_id is not None:
            sent.setdefault(summons.examiner_id, []).append(summons)
    loads, records = yearly_loads(sessions, year=today.year), records_of(sessions)
    nothing = ServiceRecord()
    return tuple(
        ExaminerRow(
            one,
            check_examiner(one, today=today),
            loads.get(one.id, 0),
            records.get(one.id, nothing),
            response_record(sent.get(one.id, ()), today=today),
        )
        for one in pool
    )


def service_record(desk: Desk, *, examiner_id: int) -> ServiceRecord:
    """Return the juries that a person of the pool sat in or will sit in, the latest first."""
    with desk.open_unit() as unit:
        return records_of(unit.sessions.all()).get(examiner_id, ServiceRecord())


def find_examiners(desk: Desk, *, query: str) -> tuple[Examiner, ...]:
    """Return those who match, in alphabetical order; an empty query matches all."""
    with desk.open_unit() as unit:
        found = matching(unit, unit.examiners, Kind.EXAMINER, query=query)
    return tuple(sorted(found, key=_by_name))


def examiner_named(desk: Desk, *, name: str) -> Examiner:
    """Return the one person of the pool whom a name, an address or a number means.

    Raises:
        WrongUsage: nobody is meant.
        RefusedByRule: several are.
    """
    found = find_examiners(desk, query=name)
    exact = [one for one in found if one.full_name.casefold() == name.strip().casefold()]
    chosen = exact if len(exact) == 1 else list(found)
    if not chosen:
        raise WrongUsage("EXAMINER-NOBODY", {"name": name})
    if len(chosen) > 1:
        people = ", ".join(one.full_name for one in chosen)
        raise RefusedByRule("EXAMINER-SEVERAL", {"name": name, "people": people})
    return chosen[0]


def save_examiner(desk: Desk, *, examiner: Examiner) -> Outcome[Examiner]:
    """Add a person to the pool (number 0) or keep what was changed."""
    if not (examiner.last_name.strip() and examiner.first_name.strip()):
        raise WrongUsage("EXAMINER-WITHOUT-NAME")
    for mandate in examiner.mandates:
        if mandate.end < mandate.start:
            raise WrongUsage("MANDATE-BACKWARDS", {"examiner": examiner.full_name})
    check_entries(examiner.absences)
    with desk.open_unit() as unit:
        store = unit.examiners.save if examiner.id else unit.examiners.add
        stored = store(examiner)
        if unit.changes and stored.active:
            propose_ties(unit, today=desk.clock.today(), member=stored.id)
        finish(unit, EventType.EXAMINER_SAVED, {"examiner": stored.id})
        findings = check_examiner(stored, today=desk.clock.today())
        return Outcome(stored, unit.changes, findings, "ACT-EXAMINER-SAVED")


def remove_examiners(desk: Desk, *, ids: Iterable[int]) -> Outcome[None]:
    """Delete persons of the pool with their ties, all or none; juries not yet frozen lose them.

    Raises:
        RefusedByRule: one sits in a frozen or closed session: let them rest instead.
    """
    numbers = sorted(set(ids))
    with desk.open_unit() as unit:
        for number in numbers:
            unit.examiners.get(number)
            for tie in unit.ties.of_examiner(number):
                unit.ties.remove(tie.id)
            for owned in (unit.outbox, unit.summonses, unit.attachments):
                for one in owned.of_examiner(number):
                    owned.remove(one.id)
        _leave_juries(unit, frozenset(numbers))
        for number in numbers:
            unit.examiners.remove(number)
        details = {"examiner": numbers, "count": len(numbers)}
        finish(unit, EventType.EXAMINER_REMOVED, details)
        many = len(numbers) > 1
        label = "ACT-EXAMINERS-REMOVED" if many else "ACT-EXAMINER-REMOVED"
        return Outcome(None, unit.changes, label=label)


def _leave_juries(unit: UnitOfWork, gone: frozenset[int]) -> None:
    for session in unit.sessions.all():
        if not any(j.examiner_id in gone for jury in session.juries for j in jury.jurors):
            continue
        if not session.can_be_planned:
            raise RefusedByRule("EXAMINER-IN-SESSION", {"session": session.code})
        unit.sessions.save(_without(session, gone))


def _without(session: Session, gone: frozenset[int]) -> Session:
    juries = tuple(_unseated(jury, gone) for jury in session.juries)
    hearings = tuple(
        replace(hearing, recused=tuple(e for e in hearing.recused if e not in gone))
        for hearing in session.hearings
    )
    return replace(session, juries=juries, hearings=hearings)


def _unseated(jury: Jury, gone: frozenset[int]) -> Jury:
    return replace(
        jury,
        jurors=tuple(juror for juror in jury.jurors if juror.examiner_id not in gone),
        president_id=None if jury.president_id in gone else jury.president_id,
    )


def _by_name(examiner: Examiner) -> tuple[str, int]:
    return examiner.full_name, examiner.id
