"""A member does not come, or leaves: what that means for each candidate, and two ways out of it.

The third way, somebody in their place, is `services.replacing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Deliberation,
    HearingRecord,
    Incident,
)
from jurydesk.domain.regularity import Regularity, regularity_of
from jurydesk.errors import RefusedByRule
from jurydesk.services.facts import facts_of
from jurydesk.services.members_in_room import with_acting_president, with_attendance
from jurydesk.services.placing import jury_of
from jurydesk.services.room_board import record_in_room, seated

if TYPE_CHECKING:
    from datetime import date, time

    from jurydesk.domain.session import Hearing, Juror, Jury, Session
    from jurydesk.domain.session_facts import SessionFacts
    from jurydesk.errors import Figure
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.room_board import DeliberationBoard
    from jurydesk.wording import Wording

NOT_DECLARED_YET = "DELIB-16"
"""Said of a member who has not declared: it does not weigh when one asks who is missing."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Who is missing in which jury, from when and why."""

    jury: int
    examiner_id: int
    at: time
    reason: str


@dataclass(frozen=True, slots=True)
class HearingEffect:
    """What becomes of one candidate who has still to be heard."""

    hearing: Hearing
    name: str
    regularity: Regularity


def hearings_left(
    session: Session, deliberation: Deliberation, *, jury: int, at: time
) -> tuple[Hearing, ...]:
    """Return the hearings of a jury that were not held, or not to their end, at that hour."""
    return tuple(
        hearing
        for hearing in session.hearings_of(jury)
        if _is_left(deliberation.record(hearing.candidacy_id), hearing, at)
    )


def able_to_preside(board: DeliberationBoard, missing: Missing) -> tuple[Juror, ...]:
    """Return the other members who might preside: they have a vote and are not noted as absent."""
    jury = jury_of(board.board.session, missing.jury)
    return tuple(
        juror
        for juror in jury.jurors
        if juror.deliberates
        and juror.examiner_id != missing.examiner_id
        and _may_be_there(board.deliberation, jury, juror, at=missing.at)
    )


def effects_of(
    board: DeliberationBoard,
    missing: Missing,
    *,
    substitute_id: int | None = None,
    acting_id: int | None = None,
) -> tuple[HearingEffect, ...]:
    """Return what each candidate still to be heard can expect of the jury without that member.

    With `substitute_id` somebody else takes the seat; with `acting_id` a member presides. Members
    of whom nothing is noted yet are taken to come: the question is what this absence changes.
    """
    facts = facts_of(board.board)
    jury = jury_of(facts.session, missing.jury)
    juror = seated(facts.session, missing.jury, missing.examiner_id)
    if substitute_id is not None:
        jury = replace(jury, jurors=(*jury.jurors, replace(juror, examiner_id=substitute_id)))
    supposed = _supposed(board.deliberation, jury, missing, acting_id)
    left = hearings_left(facts.session, board.deliberation, jury=missing.jury, at=missing.at)
    return tuple(_effect(facts, jury, hearing, supposed) for hearing in left)


def go_on_without(
    desk: Desk, *, code: str, missing: Missing, wording: Wording, acting_id: int | None = None
) -> Outcome[DeliberationBoard]:
    """Note the absence or the departure, and who presides from then on.

    Raises:
        RefusedByRule: no reason is given, or whoever is to preside cannot.
    """
    check_reason(missing)

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        noted = with_missing(facts, deliberation, missing, wording)
        if acting_id is None:
            return noted
        acting = ActingPresident(missing.jury, acting_id, missing.reason.strip())
        return with_acting_president(facts, noted, acting)

    return record_in_room(desk, code, "ACT-ABSENCE-RECORDED", change)


def adjourn_remaining(
    desk: Desk, *, code: str, missing: Missing, wording: Wording
) -> Outcome[DeliberationBoard]:
    """Put off whoever has still to be heard by that jury: they are to be scheduled again.

    A closed session holds nobody, so that they can be taken into the next one and summoned anew.

    Raises:
        RefusedByRule: no reason is given, nobody is left to be heard, or the day has not come.
    """
    check_reason(missing)
    today = desk.clock.today()

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        noted = with_missing(facts, deliberation, missing, wording)
        left = hearings_left(facts.session, deliberation, jury=missing.jury, at=missing.at)
        _check_some_left(facts.session, left, missing, today)
        for hearing in left:
            noted = _adjourned(noted, hearing, missing.reason.strip())
        return _told(noted, missing, wording.text("INCIDENT-ADJOURNED", count=len(left)))

    return record_in_room(desk, code, "ACT-HEARINGS-ADJOURNED", change)


def with_missing(
    facts: SessionFacts, deliberation: Deliberation, missing: Missing, wording: Wording
) -> Deliberation:
    """Return the deliberation in which that member is absent, or left, and the minutes say so."""
    before = deliberation.presence(missing.jury, missing.examiner_id)
    came = before is not None and before.present
    arrived = before.arrived if before is not None else None
    note = Attendance(
        missing.jury, missing.examiner_id, came, arrived, missing.at if came else None
    )
    noted = with_attendance(facts, deliberation, (note,))
    name = facts.examiner_subject(missing.examiner_id).name
    sentence = "INCIDENT-LEFT" if came else "INCIDENT-DID-NOT-COME"
    return _told(noted, missing, wording.text(sentence, name=name, reason=missing.reason.strip()))


def check_reason(missing: Missing) -> None:
    """The minutes say why a member was missing.

    Raises:
        RefusedByRule: no reason is given.
    """
    if not missing.reason.strip():
        raise RefusedByRule("ABSENCE-WITHOUT-REASON")


def _told(deliberation: Deliberation, missing: Missing, text: str) -> Deliberation:
    incident = Incident(text, missing.jury, missing.at)
    return replace(deliberation, incidents=(*deliberation.incidents, incident))


def _is_left(record: HearingRecord | None, hearing: Hearing, at: time) -> bool:
    if record is None or record.appearance is Appearance.EXPECTED:
        return True
    is_running = record.appearance is Appearance.PRESENT and hearing.end.time() > at
    return is_running and not record.results


def _may_be_there(deliberation: Deliberation, jury: Jury, juror: Juror, *, at: time) -> bool:
    noted = deliberation.presence(jury.number, juror.examiner_id)
    if noted is None:
        return True
    return noted.present and (noted.left is None or noted.left > at)


def _supposed(
    deliberation: Deliberation, jury: Jury, missing: Missing, acting_id: int | None
) -> Deliberation:
    """Return the day as it would go on: that member away, those not noted yet there."""
    kept = {(one.jury, one.examiner_id): one for one in deliberation.attendance}
    for juror in jury.jurors:
        key = jury.number, juror.examiner_id
        kept.setdefault(key, Attendance(*key, present=True))
    gone = jury.number, missing.examiner_id
    kept[gone] = Attendance(*gone, present=False)
    acting = deliberation.acting_presidents
    if acting_id is not None:
        acting = (ActingPresident(jury.number, acting_id),)
    return replace(deliberation, attendance=tuple(kept.values()), acting_presidents=acting)


def _effect(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> HearingEffect:
    found = regularity_of(facts, jury, hearing, deliberation)
    weighing = tuple(one for one in found.reasons if one.code != NOT_DECLARED_YET)
    name = facts.candidacy_subject(facts.candidacies[hearing.candidacy_id]).name
    return HearingEffect(hearing, name, replace(found, reasons=weighing))


def _adjourned(deliberation: Deliberation, hearing: Hearing, reason: str) -> Deliberation:
    key = hearing.candidacy_id
    before = deliberation.record(key) or HearingRecord(key)
    put_off = HearingRecord(
        key,
        Appearance.ADJOURNED,
        recusals=before.recusals,
        observations="\n".join(filter(None, (before.observations, reason))),
    )
    others = (one for one in deliberation.records if one.candidacy_id != key)
    return replace(deliberation, records=(*others, put_off))


def _check_some_left(
    session: Session, left: tuple[Hearing, ...], missing: Missing, today: date
) -> None:
    if not left:
        figures: dict[str, Figure] = {"session": session.code, "jury": missing.jury}
        raise RefusedByRule("NOBODY-TO-ADJOURN", figures)
    first = min(hearing.start.date() for hearing in left)
    if today < first:
        figures = {"session": session.code, "day": f"{first:%d/%m/%Y}"}
        raise RefusedByRule("HEARING-NOT-YET", figures)
