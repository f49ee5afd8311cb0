"""What is noted of the members: presence, what they declare, who presides in whose place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import ActingPresident, Attendance, Declaration, Deliberation
from jurydesk.services.room_board import record_in_room, refuse, seated

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from jurydesk.domain.session_facts import SessionFacts
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.room_board import DeliberationBoard


def record_attendance(
    desk: Desk, *, code: str, attendance: Iterable[Attendance]
) -> Outcome[DeliberationBoard]:
    """Note who of the jurors is there; each note replaces the one on the same person.

    Raises:
        RefusedByRule: somebody would have left before they arrived.
    """
    noted = tuple(attendance)

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        return with_attendance(facts, deliberation, noted)

    return record_in_room(desk, code, "ACT-ATTENDANCE-RECORDED", change)


def record_declarations(
    desk: Desk, *, code: str, declarations: Iterable[Declaration]
) -> Outcome[DeliberationBoard]:
    """Note that members read the files and have no tie but those for which they are recused.

    Raises:
        RefusedByRule: one of them is noted as absent.
    """
    declared, now = tuple(declarations), desk.clock.now()

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        return with_declarations(facts, deliberation, declared, now=now)

    return record_in_room(desk, code, "ACT-DECLARATIONS-RECORDED", change)


def record_acting_president(
    desk: Desk, *, code: str, acting: ActingPresident
) -> Outcome[DeliberationBoard]:
    """Name who presides over a jury whenever its president does not deliberate (D6412-6).

    Raises:
        RefusedByRule: that member has no vote, is not there, or presides already.
    """

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        return with_acting_president(facts, deliberation, acting)

    return record_in_room(desk, code, "ACT-ACTING-PRESIDENT-RECORDED", change)


def withdraw_acting_president(desk: Desk, *, code: str, jury: int) -> Outcome[DeliberationBoard]:
    """Let nobody preside over a jury any more but its own president."""

    def change(_facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        others = (a for a in deliberation.acting_presidents if a.jury != jury)
        return replace(deliberation, acting_presidents=tuple(others))

    return record_in_room(desk, code, "ACT-ACTING-PRESIDENT-WITHDRAWN", change)


def with_attendance(
    facts: SessionFacts, deliberation: Deliberation, attendance: Iterable[Attendance]
) -> Deliberation:
    """Return the deliberation with these notes, each in the place of the one on that person."""
    kept = {(note.jury, note.examiner_id): note for note in deliberation.attendance}
    for note in attendance:
        seated(facts.session, note.jury, note.examiner_id)
        if note.arrived and note.left and note.left < note.arrived:
            raise refuse("HOURS-BACKWARDS", facts, note.examiner_id, note.jury)
        kept[note.jury, note.examiner_id] = note
    return replace(deliberation, attendance=tuple(kept.values()))


def with_declarations(
    facts: SessionFacts,
    deliberation: Deliberation,
    declarations: Iterable[Declaration],
    *,
    now: datetime,
) -> Deliberation:
    """Return the deliberation with these declarations; one that says the same keeps its hour."""
    kept = {(d.jury, d.examiner_id): d for d in deliberation.declarations}
    for declared in declarations:
        seated(facts.session, declared.jury, declared.examiner_id)
        presence = deliberation.presence(declared.jury, declared.examiner_id)
        if presence is not None and not presence.present:
            raise refuse("DECLARATION-OF-ABSENT", facts, declared.examiner_id, declared.jury)
        key = declared.jury, declared.examiner_id
        before = kept.get(key)
        is_same = before is not None and replace(before, at=declared.at) == declared
        hour = before.at if before is not None and is_same else now
        kept[key] = replace(declared, at=declared.at or hour)
    return replace(deliberation, declarations=tuple(kept.values()))


def with_acting_president(
    facts: SessionFacts, deliberation: Deliberation, acting: ActingPresident
) -> Deliberation:
    """Return the deliberation with that member named, in the place of whoever was before."""
    juror = seated(facts.session, acting.jury, acting.examiner_id)
    jury = facts.session.jury(acting.jury)
    presence = deliberation.presence(acting.jury, acting.examiner_id)
    if not juror.deliberates:
        raise refuse("ACTING-WITHOUT-VOTE", facts, acting.examiner_id, acting.jury)
    if jury is not None and jury.president_id == acting.examiner_id:
        raise refuse("ACTING-PRESIDES", facts, acting.examiner_id, acting.jury)
    if presence is None or not presence.present:
        raise refuse("ACTING-ABSENT", facts, acting.examiner_id, acting.jury)
    others = (a for a in deliberation.acting_presidents if a.jury != acting.jury)
    return replace(deliberation, acting_presidents=(*others, acting))
