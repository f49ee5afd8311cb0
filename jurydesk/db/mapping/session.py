"""Sessions as rows, with days, rooms, candidacies, juries, jurors and hearings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Part, Parts, Values, grouped, positioned
from jurydesk.db.search_key import normal, search_words
from jurydesk.db.tables import (
    HearingRow,
    JurorRow,
    JuryRow,
    Row,
    SessionCandidacyRow,
    SessionCertificationRow,
    SessionDayRow,
    SessionRoomRow,
    SessionRow,
)
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.changes import Kind
from jurydesk.domain.findings import Finding
from jurydesk.domain.pins import Pins
from jurydesk.domain.release import Release
from jurydesk.domain.session import (
    Hearing,
    Hours,
    Juror,
    Jury,
    Modality,
    Proposal,
    Session,
    SessionStatus,
)

_Findings = tuple[Finding, ...]


def _values(session: Session) -> Values:
    proposal, release = session.proposal, session.release
    return {
        "code": session.code,
        "hours": encode(Hours, session.hours),
        "place": session.place,
        "modality": session.modality.value,
        "title": session.title,
        "status": session.status.value,
        "proposal": None if proposal is None else encode(Proposal, proposal),
        "frozen_at": session.frozen_at,
        "frozen_findings": encode(_Findings, session.frozen_findings),
        "closed_at": session.closed_at,
        "pins": encode(Pins, session.pins),
        "release": None if release is None else encode(Release, release),
    }


def _parts(session: Session) -> Mapping[type[Row], list[Values]]:
    jurors = [
        {"jury": jury.number, **_juror_values(juror, position)}
        for jury in session.juries
        for position, juror in enumerate(jury.jurors)
    ]
    return {
        SessionCertificationRow: positioned(
            [{"certification": code} for code in session.certifications]
        ),
        SessionDayRow: positioned([{"day": day} for day in session.days]),
        SessionRoomRow: positioned([{"name": room} for room in session.rooms]),
        SessionCandidacyRow: positioned([{"candidacy_id": c} for c in session.candidacies]),
        JuryRow: positioned([_jury_values(jury) for jury in session.juries]),
        JurorRow: jurors,
        HearingRow: positioned([_hearing_values(hearing) for hearing in session.hearings]),
    }


def _jury_values(jury: Jury) -> Values:
    return {
        "number": jury.number,
        "day": jury.day,
        "half_day": jury.half_day.value,
        "room": jury.room,
        "certification": jury.certification,
        "president_id": jury.president_id,
        "one_sex_reason": jury.one_sex_reason,
        "annulled": jury.annulled,
    }


def _juror_values(juror: Juror, position: int) -> Values:
    return {
        "position": position,
        "examiner_id": juror.examiner_id,
        "seat": juror.seat,
        "external": juror.external,
        "deliberates": juror.deliberates,
    }


def _hearing_values(hearing: Hearing) -> Values:
    return {
        "jury": hearing.jury,
        "candidacy_id": hearing.candidacy_id,
        "starts_at": hearing.start,
        "ends_at": hearing.end,
        "recused": list(hearing.recused),
    }


def _entity(row: SessionRow, parts: Parts) -> Session:
    jurors = grouped(parts[JurorRow], "jury")
    return Session(
        code=row.code,
        certifications=tuple(part.certification for part in parts[SessionCertificationRow]),
        days=tuple(part.day for part in parts[SessionDayRow]),
        rooms=tuple(part.name for part in parts[SessionRoomRow]),
        hours=decode(Hours, row.hours),
        place=row.place,
        modality=Modality(row.modality),
        title=row.title,
        status=SessionStatus(row.status),
        candidacies=tuple(part.candidacy_id for part in parts[SessionCandidacyRow]),
        juries=tuple(_jury(part, jurors.get(part.number, ())) for part in parts[JuryRow]),
        hearings=tuple(_hearing(part) for part in parts[HearingRow]),
        proposal=None if row.proposal is None else decode(Proposal, row.proposal),
        frozen_at=row.frozen_at,
        frozen_findings=decode(_Findings, row.frozen_findings),
        closed_at=row.closed_at,
        pins=decode(Pins, row.pins),
        release=None if row.release is None else decode(Release, row.release),
        id=row.id,
        version=row.version,
    )


def _jury(row: JuryRow, jurors: Sequence[JurorRow]) -> Jury:
    return Jury(
        number=row.number,
        day=row.day,
        half_day=HalfDay(row.half_day),
        room=row.room,
        certification=row.certification,
        jurors=tuple(
            Juror(
                examiner_id=juror.examiner_id,
                seat=juror.seat,
                external=juror.external,
                deliberates=juror.deliberates,
            )
            for juror in jurors
        ),
        president_id=row.president_id,
        one_sex_reason=row.one_sex_reason,
        annulled=row.annulled,
    )


def _hearing(row: HearingRow) -> Hearing:
    return Hearing(
        candidacy_id=row.candidacy_id,
        jury=row.jury,
        start=row.starts_at,
        end=row.ends_at,
        recused=tuple(row.recused),
    )


def _words(session: Session) -> frozenset[str]:
    return search_words(normal(" ".join((session.code, *session.certifications))))


SESSIONS = Mapper(
    Kind.SESSION,
    SessionRow,
    _values,
    _entity,
    (
        Part(SessionCertificationRow, "session_id"),
        Part(SessionDayRow, "session_id"),
        Part(SessionRoomRow, "session_id"),
        Part(SessionCandidacyRow, "session_id"),
        Part(JuryRow, "session_id"),
        Part(JurorRow, "session_id", ("jury", "position")),
        Part(HearingRow, "session_id"),
    ),
    _parts,
    _words,
)
