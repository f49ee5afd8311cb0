"""Who was summoned, on both databases; and what a release of earlier versions becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from jurydesk.db.engine import open_engine
from jurydesk.db.location import locate
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.release import Appointment, Role
from jurydesk.domain.summons import Answer, Channel, Reply, Sending, Summons, SummonsState
from jurydesk.errors import JurydeskError, RefusedByRule
from tests.db.conftest import StandingClock, opened
from tests.db.office import DAY, NINE, TEN, furnish

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork

TOLD = date(2026, 11, 20)
ASKED = Appointment(DAY, HalfDay.AM, "Salle 1", NINE, TEN, "EMPLOYERS")
SENT = Sending(TOLD, Channel.EMAIL, (ASKED,), date(2026, 12, 1))


def test_each_is_found_by_session_and_by_person(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    session, who = office.session.id, office.examiner_ids[0]
    path = office.candidacy_ids[0]
    juror = unit.summonses.add(Summons(session, "a", examiner_id=who, sendings=(SENT,)))
    candidate = unit.summonses.add(Summons(session, "b", candidacy_id=path, sendings=(SENT,)))
    assert unit.summonses.of_session(session) == (juror, candidate)
    assert unit.summonses.of_session(session + 1) == ()
    assert unit.summonses.of_examiner(who) == (juror,)
    assert unit.summonses.of_candidacies([path]) == (candidate,)
    answer = Answer(Reply.DECLINED, TOLD, (ASKED,), note="en tournage")
    saved = unit.summonses.save(replace(juror, answers=(answer,)))
    assert unit.summonses.get(saved.id).answers == (answer,)


def test_a_person_is_summoned_once_to_a_session(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    one = Summons(office.session.id, "a", examiner_id=office.examiner_ids[0])
    unit.summonses.add(one)
    with pytest.raises(JurydeskError) as caught:
        unit.summonses.add(replace(one, uid="b"))
    assert caught.value.code == "STORE-26"


def test_a_session_is_not_deleted_under_its_summonses(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    unit.summonses.add(Summons(office.session.id, "a", examiner_id=office.examiner_ids[0]))
    with pytest.raises(RefusedByRule):
        unit.sessions.remove(office.session.id)


def test_a_document_of_an_examiner_is_in_no_candidates_file(unit: SqlUnitOfWork) -> None:
    who = furnish(unit).examiner_ids[0]
    noon = datetime(2026, 11, 23, 12)
    paper = Attachment(None, "acte.pdf", "ab", 2, "application/pdf", noon, "x", examiner_id=who)
    stored = unit.attachments.add(paper)
    assert unit.attachments.of_examiner(who) == unit.attachments.with_digest("ab") == (stored,)
    assert unit.attachments.of_candidate(who) == ()


@pytest.fixture
def address_before_answers(earlier_version: Callable[[str], str]) -> str:
    """A workspace of the version that knew only what each person was told last."""
    return earlier_version("0009")


def test_whoever_was_told_was_summoned(address_before_answers: str, clock: StandingClock) -> None:
    engine = open_engine(locate(address_before_answers))
    with engine.begin() as connection:
        _earlier_release(connection)
    engine.dispose()
    with opened(address_before_answers, clock) as workspace:
        with workspace.open_unit() as unit:
            candidate, juror = unit.summonses.all()
            (paper,) = unit.attachments.all()
        assert workspace.storage.verify().problems == ()
    assert [candidate.person, juror.person] == [(Role.CANDIDATE, 1), (Role.EXAMINER, 1)]
    assert candidate.uid != juror.uid
    assert juror.sendings == (Sending(TOLD, Channel.UNKNOWN, (ASKED,)),)
    assert juror.state(date(2027, 1, 1)) is SummonsState.WAITING
    assert (paper.candidate_id, paper.examiner_id) == (1, None)


def _earlier_release(connection: sa.Connection) -> None:
    """Two of three people were told; one paper hangs on the candidate."""
    for table, columns in _ROWS.items():
        named = [sa.column(name, _TYPES.get(name)) for name in columns]
        connection.execute(sa.table(table, *named).insert().values(columns))


_WHEN = {
    "day": DAY.isoformat(),
    "half_day": "am",
    "room": "Salle 1",
    "start": NINE.isoformat(),
    "end": TEN.isoformat(),
    "seat": "EMPLOYERS",
}


def _announced(role: str, number: int, told: str | None) -> dict[str, object]:
    known = [_WHEN] if told else []
    return {"role": role, "number": number, "planned": [_WHEN], "known": known, "told_on": told}


_RELEASE = {
    "at": "2026-11-20T09:00:00",
    "announcements": [
        _announced("CANDIDATE", 1, TOLD.isoformat()),
        _announced("EXAMINER", 1, TOLD.isoformat()),
        _announced("EXAMINER", 2, None),
    ],
}
_TYPES: dict[str, sa.types.TypeEngine[object]] = {
    name: sa.JSON()
    for name in (
        "first_names",
        "employments",
        "blocks",
        "admissibility_suspensions",
        "condition_answers",
        "hours",
        "frozen_findings",
        "pins",
        "release",
    )
}
_TEXTS = ("occupation", "organisation", "email", "phone", "notes")
_ROWS: dict[str, dict[str, object]] = {
    "candidate": {
        **dict.fromkeys(("usage_name", "birth_commune", "birth_insee", "birth_postal_code"), ""),
        **dict.fromkeys(("birth_department", "birth_country", "email", "phone", "employer"), ""),
        **dict.fromkeys(("notes", "birth_partial"), ""),
        "id": 1,
        "version": 1,
        "birth_name": "Legrand",
        "first_names": ["Ophélie"],
        "sex": "F",
        "employments": [],
    },
    "candidacy": {
        **dict.fromkeys(("dissertation", "attendance", "entrance", "evidence"), "UNKNOWN"),
        **dict.fromkeys(("admissibility_reason", "promotion", "placement", "trainer"), ""),
        **dict.fromkeys(("entrance_evidence", "accompanist", "office_status", "notes"), ""),
        "closure_reason": "",
        "id": 1,
        "version": 1,
        "candidate_id": 1,
        "certification": "RNCP40642",
        "route": "EXPERIENCE",
        "blocks": [],
        "intake": "DRAFT",
        "admissibility_status": "NONE",
        "admissibility_suspensions": [],
        "assessment_missed": False,
        "condition_answers": [],
        "extra_time": False,
        "closure": "IN_PROGRESS",
    },
    "examiner": {
        **dict.fromkeys(_TEXTS, ""),
        "id": 1,
        "version": 1,
        "last_name": "Sorrel",
        "first_name": "Damien",
        "sex": "F",
        "employments": [],
        "of_certifier": False,
        "training": "UNKNOWN",
        "declines_presidency": False,
        "active": True,
    },
    "session": {
        **dict.fromkeys(("place", "title"), ""),
        "id": 1,
        "version": 1,
        "code": "2026-12-A",
        "certification": "RNCP40642",
        "hours": {},
        "modality": "ON_SITE",
        "status": "PROPOSED",
        "frozen_findings": [],
        "pins": {},
        "release": _RELEASE,
    },
    "attachment": {
        **dict.fromkeys(("requirement", "added_by", "note"), ""),
        "id": 1,
        "version": 1,
        "candidate_id": 1,
        "name": "cv.pdf",
        "digest": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "size": 0,
        "media_type": "application/pdf",
        "added_at": "2026-11-20 09:00:00",
    },
    "blob": {
        "digest": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "size": 0,
        "content": b"",
    },
}
