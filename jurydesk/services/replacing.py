"""Somebody takes the seat of a member who does not come or leaves, in a jury already fixed.

Both stay in the jury: who was convened as absent or gone, who stands in from the hour they came.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Attendance, Incident
from jurydesk.domain.findings import Finding, Severity, blocking
from jurydesk.domain.session_facts import recusals
from jurydesk.domain.session_rules import check_hearing, check_jury
from jurydesk.domain.ties import TieEffect
from jurydesk.errors import RefusedByRule
from jurydesk.services.closing import check_clock, frozen_session, keep, open_deliberation_of
from jurydesk.services.facts import session_facts
from jurydesk.services.late_absence import Missing, check_reason, hearings_left, with_missing
from jurydesk.services.members_in_room import with_attendance
from jurydesk.services.outcome import Outcome
from jurydesk.services.placing import jury_of
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.room_board import board_in, seated
from jurydesk.services.seating import seated as jury_with
from jurydesk.services.standing_in import Substitute, substitutes

if TYPE_CHECKING:
    from datetime import time

    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.domain.session import Hearing, Jury, Session
    from jurydesk.domain.session_facts import SessionFacts
    from jurydesk.errors import Figure
    from jurydesk.services.ports import Desk
    from jurydesk.services.room_board import DeliberationBoard
    from jurydesk.wording import Wording

ONE_SEX = frozenset({Severity.NEEDS_REASON})


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who takes the seat, and from what hour."""

    examiner_id: int
    arrives: time


def possible_substitutes(board: DeliberationBoard, missing: Missing) -> tuple[Substitute, ...]:
    """Return whom the rules would let take the seat, the best first, as for a planned session."""
    juror = seated(board.board.session, missing.jury, missing.examiner_id)
    ranked = substitutes(board.board, jury=missing.jury, seat=juror.seat)
    jury = jury_of(board.board.session, missing.jury)
    return tuple(
        one for one in ranked if one.effect is not None and jury.juror(one.examiner.id) is None
    )


def replace_juror(
    desk: Desk, *, code: str, missing: Missing, newcomer: Newcomer, wording: Wording
) -> Outcome[DeliberationBoard]:
    """Seat somebody in the place of a member for the hearings that were not held yet.

    The jury as it would then sit is held against the rules of juries, seats and ties; what they
    warn of is frozen with the session as what was found before is.

    Raises:
        RefusedByRule: no reason is given, or that person sits in the jury already.
        RefusedByFindings: the rules do not let that person sit.
    """
    check_reason(missing)
    with desk.open_unit() as unit:
        session = frozen_session(unit, code)
        before = open_deliberation_of(unit, session)
        now = desk.clock.now()
        check_clock(before, now)
        facts = session_facts(unit, session, today=desk.clock.today())
        changed = _with_newcomer(facts, before, missing, newcomer)
        stored = unit.sessions.save(changed)
        then = session_facts(unit, stored, today=None)
        after = _noted(then, before, missing, newcomer, wording=wording)
        keep(unit, replace(after, opened_at=before.opened_at or now, recorded_at=now))
        finish(unit, EventType.JUROR_REPLACED, _details(then, missing, newcomer))
        board = board_in(unit, stored, desk)
        return Outcome(board, unit.changes, board.findings, "ACT-JUROR-REPLACED")


def _with_newcomer(
    facts: SessionFacts, deliberation: Deliberation, missing: Missing, newcomer: Newcomer
) -> Session:
    """Return the session with one more member, if the jury that then sits is a legal one."""
    session = facts.session
    jury = jury_of(session, missing.jury)
    juror = seated(session, missing.jury, missing.examiner_id)
    if jury.juror(newcomer.examiner_id) is not None:
        name = facts.examiner_subject(newcomer.examiner_id).name
        raise RefusedByRule("SUBSTITUTE-SITS-ALREADY", {"name": name, "jury": jury.number})
    left = hearings_left(session, deliberation, jury=jury.number, at=missing.at)
    sitting = jury_with(facts, jury, juror.seat, newcomer.examiner_id)
    found, reason = _lawful(facts, sitting, left, missing)
    place = jury.jurors.index(juror) + 1
    one = replace(juror, examiner_id=newcomer.examiner_id)
    # Both stay: the minutes show who was convened, and who sat
    jurors = (*jury.jurors[:place], one, *jury.jurors[place:])
    complete = replace(jury, jurors=jurors, one_sex_reason=reason)
    warned = tuple(dict.fromkeys((*session.frozen_findings, *found)))
    juries = tuple(complete if one.number == jury.number else one for one in session.juries)
    hearings = tuple(_recused(facts, hearing, sitting, newcomer) for hearing in session.hearings)
    return replace(session, juries=juries, hearings=hearings, frozen_findings=warned)


def _lawful(
    facts: SessionFacts, sitting: Jury, left: tuple[Hearing, ...], missing: Missing
) -> tuple[tuple[Finding, ...], str]:
    """Return what is found of the jury as it sits now, and why it is of one sex if it is."""
    then = _judged(facts, sitting, left)
    found = check_jury(then, sitting)
    if not sitting.one_sex_reason and any(one.severity in ONE_SEX for one in found):
        # What kept the member away is why nobody of the other sex could sit
        sitting = replace(sitting, one_sex_reason=missing.reason.strip())
        then = _judged(facts, sitting, left)
        found = check_jury(then, sitting)
    heard = (one for hearing in then.session.hearings for one in check_hearing(then, hearing))
    standing = blocking((*found, *(one for one in heard if _concerns_people(one))))
    if standing:
        figures: dict[str, Figure] = {"session": facts.session.code, "jury": sitting.number}
        raise RefusedByFindings("SUBSTITUTE-REFUSED", standing, figures)
    return tuple(one for one in found if one.severity is Severity.WARNING), sitting.one_sex_reason


def _judged(facts: SessionFacts, sitting: Jury, left: tuple[Hearing, ...]) -> SessionFacts:
    """Return the facts in which that jury sits, and hears only who was not heard yet."""
    juries = tuple(sitting if j.number == sitting.number else j for j in facts.session.juries)
    awaited = tuple(
        replace(h, recused=recusals(facts, sitting, facts.candidacies[h.candidacy_id]))
        for h in left
    )
    return replace(facts, session=replace(facts.session, juries=juries, hearings=awaited))


def _concerns_people(finding: Finding) -> bool:
    # Whether an hour or a room was right is past: it was judged when the session was frozen
    return finding.code.startswith(("TIE-", "JURY-")) or finding.code == "HEAR-03"


def _recused(facts: SessionFacts, hearing: Hearing, sitting: Jury, newcomer: Newcomer) -> Hearing:
    """Recuse the newcomer wherever a tie asks for it, also where the candidate was heard before."""
    if hearing.jury != sitting.number:
        return hearing
    candidacy = facts.candidacies[hearing.candidacy_id]
    effect = facts.tie_effect(candidacy, newcomer.examiner_id)
    juror = sitting.juror(newcomer.examiner_id)
    has_vote = juror is not None and juror.deliberates
    is_kept_away = effect is TieEffect.EXCLUDED or (effect is TieEffect.RECUSED and has_vote)
    return (
        replace(hearing, recused=(*hearing.recused, newcomer.examiner_id))
        if is_kept_away
        else hearing
    )


def _noted(
    facts: SessionFacts,
    deliberation: Deliberation,
    missing: Missing,
    newcomer: Newcomer,
    *,
    wording: Wording,
) -> Deliberation:
    gone = with_missing(facts, deliberation, missing, wording)
    arrival = Attendance(missing.jury, newcomer.examiner_id, present=True, arrived=newcomer.arrives)
    noted = with_attendance(facts, gone, (arrival,))
    juror = seated(facts.session, missing.jury, newcomer.examiner_id)
    names = {
        "name": facts.examiner_subject(newcomer.examiner_id).name,
        "other": facts.examiner_subject(missing.examiner_id).name,
        "seat": wording.text(f"seat.{juror.seat}"),
    }
    incident = Incident(wording.text("INCIDENT-REPLACED", **names), missing.jury, newcomer.arrives)
    return replace(noted, incidents=(*noted.incidents, incident))


def _details(facts: SessionFacts, missing: Missing, newcomer: Newcomer) -> dict[str, object]:
    return {
        "session": facts.session.code,
        "jury": missing.jury,
        "examiner": facts.examiner_subject(missing.examiner_id).name,
        "substitute": facts.examiner_subject(newcomer.examiner_id).name,
        "reason": missing.reason.strip(),
    }
