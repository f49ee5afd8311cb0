"""Builds the minutes of a session from its frozen facts, and numbers and seals them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict
from datetime import date, time

from jurydesk.domain.candidate_statement import state_candidate
from jurydesk.domain.certification import Certification, Composition, CompositionStatus
from jurydesk.domain.deliberation import Appearance, Decision, Deliberation, Incident
from jurydesk.domain.minutes import (
    CertificationStatement,
    CertifierStatement,
    JuryStatement,
    MemberStatement,
    MinutesContent,
    Totals,
)
from jurydesk.domain.minutes_numbers import next_number
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.domain.people import Examiner
from jurydesk.domain.session import Juror, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.session_share import share_of

__all__ = ["build_minutes", "check_minutes", "content_hash", "next_number"]


def build_minutes(
    facts: SessionFacts,
    deliberation: Deliberation,
    *,
    certification: str,
    certifier: CertifierStatement,
    recourse: str,
    number: str = "",
    drawn_up_on: date | None = None,
) -> MinutesContent:
    """Return what the minutes of one certification show; what is not known stays empty in it.

    A session has minutes for each certification that it judges, and they name no other one.
    The number is given when the minutes are issued: without it they are a draft.
    """
    facts = share_of(facts, certification)
    session = facts.session
    told = _incidents(deliberation, {jury.number for jury in session.juries})
    juries = tuple(_state_jury(facts, jury, deliberation) for jury in _in_order(session.juries))
    sheet = facts.sheet(certification)
    compositions = _compositions(facts, sheet)
    # Who confirmed is named, since under a proposed composition nothing could be held
    confirmed = next((c for c in compositions if c.confirmed_by), None)
    return MinutesContent(
        number=number,
        session_code=session.code,
        certifier=certifier,
        certification=_state_certification(sheet),
        composition_source=" ; ".join(dict.fromkeys(c.source for c in compositions)),
        composition_status=_status(compositions),
        composition_confirmed_by=confirmed.confirmed_by if confirmed else "",
        composition_confirmed_on=confirmed.confirmed_on if confirmed else None,
        days=session.days,
        place=session.place or facts.sites.addresses(jury.room for jury in session.juries),
        modality=session.modality,
        juries=juries,
        findings=session.frozen_findings,
        incidents="\n\n".join(one.text for one in told if one == Incident(one.text)),
        placed_incidents=tuple(one for one in told if one != Incident(one.text)),
        asks_declarations=deliberation.asks_declarations,
        totals=_totals(facts, juries),
        recourse=recourse,
        drawn_up_on=drawn_up_on,
    )


def content_hash(content: MinutesContent) -> str:
    """Return the SHA-256 of the content in canonical JSON, hexadecimal."""
    # Sorted and without spaces, or the seal would break when a field moves
    written = json.dumps(
        asdict(content, dict_factory=_as_sealed),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        default=_iso,
    )
    return hashlib.sha256(written.encode()).hexdigest()


_LATER = frozenset(
    {
        "acquired_by",
        "acquired_on",
        "acting",
        "acting_reason",
        "advice",
        "alterations",
        "asked_by",
        "asks_declarations",
        "ballots",
        "birth_partial",
        "casting",
        "declaration",
        "evidence",
        "placed_incidents",
        "presided_by",
        "regularity",
        "site",
        "site_address",
    }
)
"""Fields that a later version added: empty, they are not there, and older seals still hold."""


def _as_sealed(items: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in items if value or name not in _LATER}


def _iso(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in minutes")


def _in_order(juries: tuple[Jury, ...]) -> list[Jury]:
    return sorted(juries, key=lambda jury: (jury.day, jury.half_day, jury.number))


def _incidents(deliberation: Deliberation, juries: set[int]) -> tuple[Incident, ...]:
    """Return what went wrong in these juries, or in the session as a whole."""
    return tuple(one for one in deliberation.incidents if one.jury is None or one.jury in juries)


def _compositions(facts: SessionFacts, sheet: Certification) -> tuple[Composition, ...]:
    routes = facts.routes(facts.session.candidacies)
    found = (sheet.composition(route) for route in routes)
    return tuple(composition for composition in found if composition)


def _status(compositions: tuple[Composition, ...]) -> CompositionStatus:
    statuses = {composition.status for composition in compositions}
    if not statuses or CompositionStatus.PROPOSED in statuses:
        return CompositionStatus.PROPOSED
    confirmed = CompositionStatus.CONFIRMED
    return confirmed if confirmed in statuses else CompositionStatus.PUBLISHED


def _state_certification(certification: Certification) -> CertificationStatement:
    return CertificationStatement(
        code=certification.code,
        title=certification.title,
        level=certification.level,
        registered_until=certification.last_registered_day,
        last_delivery=certification.last_delivery,
        whole=None if certification.has_blocks is None else not certification.has_blocks,
    )


def _state_jury(facts: SessionFacts, jury: Jury, deliberation: Deliberation) -> JuryStatement:
    hearings = facts.session.hearings_of(jury.number)
    first, last = facts.session.hours.bounds(jury.half_day)
    site = facts.sites.site_of(jury.room)
    return JuryStatement(
        number=jury.number,
        day=jury.day,
        half_day=jury.half_day,
        start=hearings[0].start.time() if hearings else first,
        end=hearings[-1].end.time() if hearings else last,
        room=jury.room,
        members=tuple(_state_member(facts, jury, juror, deliberation) for juror in jury.jurors),
        one_sex_reason=jury.one_sex_reason,
        candidates=tuple(state_candidate(facts, jury, h, deliberation) for h in hearings),
        site=site.name if site else "",
        site_address=site.address if site else "",
    )


def _state_member(
    facts: SessionFacts, jury: Jury, juror: Juror, deliberation: Deliberation
) -> MemberStatement:
    # Somebody may have left the pool since: the seat is shown, and what is missing is found
    nobody = Examiner("", "", id=juror.examiner_id)
    examiner = facts.examiners.get(juror.examiner_id, nobody)
    mandate = examiner.mandate_on(jury.day)
    noted = deliberation.presence(jury.number, juror.examiner_id)
    acting = deliberation.acting_president(jury.number)
    acts = acting is not None and acting.examiner_id == juror.examiner_id
    return MemberStatement(
        examiner_id=examiner.id,
        name=facts.examiner_subject(juror.examiner_id).name,
        sex=examiner.sex,
        seat=juror.seat,
        seat_label=_seat_label(facts, jury, juror),
        occupation=examiner.occupation,
        organisation=examiner.organisation,
        external=juror.external,
        deliberates=juror.deliberates,
        president=juror.examiner_id == jury.president_id,
        mandate_start=mandate.start if mandate else None,
        mandate_end=mandate.end if mandate else None,
        present=noted.present if noted else None,
        arrived=noted.arrived if noted else None,
        left=noted.left if noted else None,
        declaration=deliberation.declaration(jury.number, juror.examiner_id),
        acting=acts,
        acting_reason=acting.reason if acting and acts else "",
    )


def _seat_label(facts: SessionFacts, jury: Jury, juror: Juror) -> str:
    seats = (composition.seat(juror.seat) for composition in facts.compositions_of(jury))
    return next((seat.label for seat in seats if seat), juror.seat)


def _totals(facts: SessionFacts, juries: tuple[JuryStatement, ...]) -> Totals:
    candidates = [candidate for jury in juries for candidate in jury.candidates]
    decisions = Counter(candidate.decision for candidate in candidates)
    return Totals(
        enrolled=len(facts.session.candidacies),
        present=sum(c.appearance is Appearance.PRESENT for c in candidates),
        full=decisions[Decision.FULL],
        partial=decisions[Decision.PARTIAL],
        refused=decisions[Decision.NONE],
        absent=decisions[Decision.ABSENT],
        excused=decisions[Decision.EXCUSED],
        adjourned=decisions[Decision.ADJOURNED],
    )
