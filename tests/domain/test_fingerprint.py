"""One number for what was closed: the same for the same, another for anything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.deliberation import (
    EDITION,
    FIRST_EDITION,
    ActingPresident,
    Attendance,
    Decision,
    Declaration,
    Deliberation,
    HearingRecord,
    Incident,
    Outcome,
    Result,
    Vote,
)
from jurydesk.domain.findings import Finding, Severity
from jurydesk.domain.fingerprint import (
    decisions_of,
    deliberation_fingerprint,
    session_fingerprint,
)
from jurydesk.domain.session import Jury, Session

DAY = date(2026, 12, 14)
TEN = datetime.fromisoformat("2026-12-14T10:00")
RECORD = HearingRecord(7, decision=Decision.FULL)
CLOSED = Deliberation(1, records=(RECORD, HearingRecord(8)), closed_at=TEN, id=3)
JURY = Jury(1, DAY, HalfDay.AM, "Salle 1", "RNCP1")
HELD = Session("2026-12-A", ("RNCP1",), days=(DAY,), juries=(JURY,), closed_at=TEN)


def test_saving_again_changes_no_fingerprint() -> None:
    again = replace(CLOSED, id=4, version=9)
    assert deliberation_fingerprint(again) == deliberation_fingerprint(CLOSED)
    assert session_fingerprint(replace(HELD, version=9)) == session_fingerprint(HELD)


def test_annulling_a_jury_and_writing_the_place_leave_what_was_held() -> None:
    annulled = replace(HELD, juries=(replace(JURY, annulled=True),), place="Montreuil")
    assert session_fingerprint(annulled) == session_fingerprint(HELD)


@pytest.mark.parametrize(
    "other",
    [
        replace(CLOSED, closed_at=None),
        replace(CLOSED, incidents=(Incident("panne"),)),
        replace(CLOSED, incidents=(Incident("panne", 1),)),
        replace(CLOSED, declarations=(Declaration(1, 2, read_files=True, no_tie=True),)),
        replace(CLOSED, acting_presidents=(ActingPresident(1, 2),)),
        replace(CLOSED, attendance=(Attendance(1, 2, present=False),)),
        replace(CLOSED, records=(RECORD,)),
    ],
)
def test_another_deliberation_has_another_fingerprint(other: Deliberation) -> None:
    assert deliberation_fingerprint(other) != deliberation_fingerprint(CLOSED)


def test_a_finding_counts_with_its_figures() -> None:
    figures = (("day", DAY), ("share", Decimal("0.5")))
    found = replace(HELD, frozen_findings=(Finding("JURY-04", Severity.WARNING, figures=figures),))
    other = replace(
        HELD, frozen_findings=(Finding("JURY-04", Severity.WARNING, figures=figures[:1]),)
    )
    assert len({session_fingerprint(session) for session in (HELD, found, other)}) == 3


def test_what_has_no_canonical_form_is_not_guessed() -> None:
    nobody_knows: Any = object()
    strange = replace(HELD, days=(nobody_knows,))
    with pytest.raises(TypeError, match="object has no canonical form"):
        session_fingerprint(strange)


def test_only_what_was_decided_is_a_decision() -> None:
    assert decisions_of(CLOSED) == {"7": "FULL"}


def test_one_certification_is_written_as_it_was_before_there_were_several() -> None:
    assert (
        session_fingerprint(HELD)
        == "e0b2251c1970c1059e36e713eccd9e1e869e9eb388e024fde5eb92d3232a2e17"
    )


def test_which_certification_each_jury_judged_counts() -> None:
    several = replace(HELD, certifications=("RNCP1", "RNCP2"))
    other_way = replace(HELD, certifications=("RNCP2", "RNCP1"))
    other_jury = replace(several, juries=(replace(JURY, certification="RNCP2"),))
    astray = replace(HELD, juries=(replace(JURY, certification="RNCP2"),))
    nothing = replace(HELD, certifications=())
    every = (HELD, several, other_way, other_jury, astray, nothing)
    assert len({session_fingerprint(session) for session in every}) == len(every)


def test_what_was_closed_before_the_room_was_recorded_keeps_its_number() -> None:
    refused = Result("BC01", Outcome.REFUSED, "non")
    record = HearingRecord(7, results=(refused,), vote=Vote(2, 1), decision=Decision.NONE)
    held = Deliberation(
        1,
        records=(record,),
        incidents=(Incident("Panne."),),
        closed_at=TEN,
        edition=FIRST_EDITION,
        id=3,
    )
    # As the version before wrote it, when what went wrong was one text
    seal = "7d15f7079d59c19c624917b3a345d1c4ef1879fc6b71ca574529ef36d90c03f5"
    assert deliberation_fingerprint(held) == seal
    assert deliberation_fingerprint(replace(held, edition=EDITION)) != seal
