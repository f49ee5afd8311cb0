"""Amending minutes: what is refused, what is issued, what counts since, what never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from jurydesk.domain.alterations import Rectification
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Attendance, Decision
from jurydesk.domain.fingerprint import deliberation_fingerprint, session_fingerprint
from jurydesk.domain.minutes_content import content_hash
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import amending, minutes
from jurydesk.services.annulling import annul_jury
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.deliberating import SessionResults, close_deliberation, record_results
from jurydesk.services.expense_preparing import ground_of
from jurydesk.services.freezing import freeze_session
from jurydesk.services.ledger import ledger_of
from jurydesk.services.ledger_entries import entries_of
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.sessions import open_session
from jurydesk.services.settings import save_settings
from jurydesk.services.timeline import timeline_of
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import CODE, DAY, a_candidate, a_record
from tests.domain.amendment_cases import BC03, of_block, of_candidate, of_jury, of_member
from tests.fakes import FakeOffice
from tests.services.test_deliberating import DECLARED
from tests.services.test_minutes import OFFICE, PRESENT

A = "2026-12-A"
FRENCH = Wording("fr")
WHY = "Résultats intervertis."
REFUSED = (
    of_block("outcome", "REFUSED"),
    of_block("reason", "Le plan ne tient pas."),
    of_block("evidence", "Le plan de travail remis."),
    of_block("advice", "Refaire le plan avec un régisseur."),
)
BACK = (
    of_block("outcome", "ACQUIRED"),
    *(of_block(name, "") for name in ("reason", "evidence", "advice")),
)


@pytest.fixture
def issued(on_the_day: FakeOffice) -> FakeOffice:
    """A session closed, with its final minutes: candidacy 1 has the whole certification."""
    save_settings(on_the_day.desk, settings=OFFICE)
    freeze_session(on_the_day.desk, code=A)
    results = SessionResults(PRESENT, (a_record(1),), declarations=DECLARED)
    record_results(on_the_day.desk, code=A, results=results)
    close_deliberation(on_the_day.desk, code=A)
    minutes.print_minutes(on_the_day.desk, code=A, wording=FRENCH, final=True)
    on_the_day.clock.move_to(datetime.combine(DAY, datetime.min.time()) + timedelta(days=4))
    return on_the_day


def draft(*points: Rectification, amends: str = "", reason: str = WHY) -> amending.AmendmentDraft:
    return amending.AmendmentDraft(points, reason, "Mme Legrand", amends)


def amend(office: FakeOffice, *points: Rectification, **told: str) -> str:
    outcome = amending.amend_minutes(office.desk, code=A, draft=draft(*points, **told))
    return outcome.value.number


def closure(office: FakeOffice) -> Closure:
    return office.all(Kind.CANDIDACY)[0].closure


def held(office: FakeOffice) -> set[str]:
    return {entry.block for entry in ledger_of(office.desk, candidate_id=1).entries}


def refused(office: FakeOffice, *points: Rectification, reason: str = WHY) -> list[str]:
    acts = office.acts
    with pytest.raises(RefusedByFindings, match="AMENDMENT-BLOCKED") as refusal:
        amend(office, *points, reason=reason)
    assert office.acts == acts, "nothing is stored"
    return [finding.code for finding in refusal.value.findings]


def test_an_amendment_takes_the_next_number_and_names_the_minutes(issued: FakeOffice) -> None:
    outcome = amending.amend_minutes(issued.desk, code=A, draft=draft(*REFUSED))
    first, second = issued.all(Kind.MINUTES)
    assert (second.number, second.amends) == ("PV-2026-002", "PV-2026-001")
    assert outcome.value == second
    assert (second.content.amends, second.content.asked_by) == ("PV-2026-001", "Mme Legrand")
    assert second.content_hash == content_hash(second.content)
    assert first.content.alterations == ()
    assert issued.acts[-1] is EventType.MINUTES_AMENDED
    told = [(a.point.field, a.before, a.after) for a in second.content.alterations]
    assert ("outcome", "ACQUIRED", "REFUSED") in told
    assert ("decision", "FULL", "PARTIAL") in told


def test_what_was_closed_does_not_change(issued: FakeOffice) -> None:
    def frozen() -> tuple[object, ...]:
        (session,) = issued.all(Kind.SESSION)
        (deliberation,) = issued.all(Kind.DELIBERATION)
        first = issued.all(Kind.MINUTES)[0]
        fingerprints = session_fingerprint(session), deliberation_fingerprint(deliberation)
        return *fingerprints, first, deliberation

    before = frozen()
    amend(issued, *REFUSED)
    amend(issued, of_candidate("name", "LEGRAND Ophélie, Anna"))
    assert frozen() == before


def test_what_is_corrected_counts_wherever_results_are_read(issued: FakeOffice) -> None:
    assert (closure(issued), BC03 in held(issued)) == (Closure.CERTIFIED, True)
    amend(issued, *REFUSED)
    assert (closure(issued), BC03 in held(issued)) == (Closure.PARTIALLY_ACQUIRED, False)
    board = open_session(issued.desk, code=A)
    assert board.deliberation is not None
    record = board.deliberation.record(1)
    assert record is not None
    assert record.decision is Decision.PARTIAL
    (row,) = [row for row in list_candidacies(issued.desk) if row.key == 1]
    assert row.remaining is not None
    assert [block.code for block in row.remaining] == [BC03]
    codes = [entry.code for entry in timeline_of(issued.desk, candidate_id=1)]
    assert "TIMELINE-HEARING-PARTIAL" in codes
    with issued.unit() as unit:
        assert {e.block for e in entries_of(unit)[1]} == held(issued)


def test_a_wrong_amendment_is_amended_in_turn(issued: FakeOffice) -> None:
    amend(issued, *REFUSED)
    number = amend(issued, *BACK, amends="PV-2026-002")
    assert (number, closure(issued), BC03 in held(issued)) == (
        "PV-2026-003",
        Closure.CERTIFIED,
        True,
    )
    chain = [(one.number, one.amends) for one in amending.list_minutes(issued.desk, code=A)]
    assert chain == [
        ("PV-2026-001", ""),
        ("PV-2026-002", "PV-2026-001"),
        ("PV-2026-003", "PV-2026-002"),
    ]


def test_a_corrected_hour_counts_for_whoever_is_paid(issued: FakeOffice) -> None:
    amend(issued, of_member("present", "NO", jury=1, number=3))
    with issued.unit() as unit:
        ground = ground_of(unit, issued.all(Kind.SESSION)[0])
    assert ground.deliberation is not None
    assert ground.deliberation.presence(1, 3) == Attendance(1, 3, present=False)


def test_a_withdrawal_since_stays_a_withdrawal(issued: FakeOffice) -> None:
    (candidacy, *_) = issued.all(Kind.CANDIDACY)
    issued.store(replace(candidacy, closure=Closure.WITHDRAWN))
    amend(issued, *REFUSED)
    assert closure(issued) is Closure.WITHDRAWN


def test_printing_gives_the_latest(issued: FakeOffice) -> None:
    amend(issued, of_jury("room", "Salle 2"))
    paper = minutes.print_minutes(issued.desk, code=A, wording=FRENCH, final=True)
    assert paper.content is not None
    assert (paper.content.number, paper.changes) == ("PV-2026-002", ())
    assert minutes.print_minutes(issued.desk, code=A, wording=FRENCH).pdf == paper.pdf


def test_what_does_not_hold_is_refused_by_name(issued: FakeOffice) -> None:
    assert refused(issued, of_jury("room", "Salle 2"), reason=" ") == ["AMEND-01"]
    assert refused(issued) == ["AMEND-03"]
    assert refused(issued, *REFUSED, of_candidate("decision", "FULL")) == ["AMEND-04"]
    assert refused(issued, of_candidate("birth_date", "hier")) == ["AMEND-06"]
    assert refused(issued, of_block("outcome", "REFUSED")) == ["MIN-20", "MIN-25", "MIN-26"]


def test_an_identity_that_the_file_does_not_have_is_told(issued: FakeOffice) -> None:
    point = of_candidate("name", "LEGRANT1 Ophélie, Anne")
    told = amending.preview_amendment(issued.desk, code=A, draft=draft(point))
    assert [finding.code for finding in told.findings] == ["AMEND-09"]
    issued.store(a_candidate(1, birth_name="Legrant1"))
    told = amending.preview_amendment(issued.desk, code=A, draft=draft(point))
    assert told.findings == ()
    known = amending.open_amendment(issued.desk, code=A).on_file[1]
    assert known.name == "LEGRANT1 Ophélie, Anne"


def test_only_the_latest_is_amended(issued: FakeOffice) -> None:
    amend(issued, of_jury("room", "Salle 2"), amends="PV-2026-001")
    with pytest.raises(RefusedByRule, match="AMENDMENT-NOT-LATEST") as refusal:
        amend(issued, of_jury("room", "Salle 3"), amends="PV-2026-001")
    assert refusal.value.figures == {"number": "PV-2026-001", "latest": "PV-2026-002"}


def test_what_is_not_issued_is_not_amended(on_the_day: FakeOffice) -> None:
    for act in (amending.amend_minutes, amending.preview_amendment):
        with pytest.raises(RefusedByRule, match="AMENDMENT-NOT-ISSUED"):
            act(on_the_day.desk, code=A, draft=draft(*REFUSED))
    with pytest.raises(WrongUsage, match="SESSION-UNKNOWN"):
        amending.open_amendment(on_the_day.desk, code="X")


def test_decisions_of_an_annulled_jury_are_not_amended(issued: FakeOffice) -> None:
    annul_jury(issued.desk, code=A, jury=1, reason="Un lien ignoré.")
    assert refused(issued, *REFUSED) == ["AMEND-05"]


def test_an_amendment_is_never_undone(issued: FakeOffice) -> None:
    outcome = amending.amend_minutes(issued.desk, code=A, draft=draft(*REFUSED))
    assert not outcome.can_be_undone
    with pytest.raises(RefusedByRule, match="UNDO-NEVER"):
        revert(issued.desk, outcome_changes=outcome.changes)


def test_a_refused_preview_stores_nothing(issued: FakeOffice) -> None:
    acts = issued.acts
    told = amending.preview_amendment(issued.desk, code=A, draft=draft(*REFUSED))
    assert (told.findings, told.content.number, issued.acts) == ((), "", acts)
    assert CODE in told.content.certification.code
