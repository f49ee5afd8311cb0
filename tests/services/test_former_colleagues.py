"""From an employment typed in the file to a jury that keeps two former colleagues apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus, Candidacy, Intake
from jurydesk.domain.people import Employment
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import TieKind, TieState
from jurydesk.finding_text import finding_text
from jurydesk.services.candidates import save_file
from jurydesk.services.certifications import confirm_composition
from jurydesk.services.examiners import list_examiners, save_examiner
from jurydesk.services.planning import explain_unplaced, propose
from jurydesk.services.sessions import SessionDraft, create_session
from jurydesk.services.ties import list_ties, settle_ties
from jurydesk.wording import Wording
from tests.ui.office import candidate, new_desk
from tests.ui.session_office import member

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.services.ports import Desk

SHEET, CODE = "RNCP40642", "2026-12-A"
DAY = date(2026, 12, 14)
COMPANY = "Productions Étoile Filante"
SEATS = 4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One VAE candidate, and a jury of four persons for them; a real file."""
    opened = new_desk(tmp_path)
    confirm_composition(opened, code=SHEET, like="RNCP6082")
    for number in range(SEATS):
        save_examiner(opened, examiner=member(number))
    file = AdmissibilityFile(
        date(2026, 3, 2), date(2026, 3, 16), date(2026, 5, 4), AdmissibilityStatus.ADMISSIBLE
    )
    path = Candidacy(
        0,
        SHEET,
        AccessRoute.EXPERIENCE,
        intake=Intake.COMPLETE,
        begun=date(2026, 3, 2),
        admissibility=file,
        validation_received=date(2026, 10, 1),
    )
    person = replace(candidate(1), employer=COMPANY, birth_date=date(1990, 1, 21))
    save_file(opened, candidate=person, candidacy=path)
    yield opened
    opened.close()


def worked_there(desk: Desk) -> int:
    """Say that the first examiner of the employers worked in the candidate's company."""
    one = list_examiners(desk)[0].examiner
    past = Employment(
        "Etoile filante prod. SARL", date(2016, 1, 4), date(2021, 6, 30), is_past=True
    )
    save_examiner(desk, examiner=replace(one, employments=(past,)))
    return one.id


def confirm_the_proposed(desk: Desk) -> None:
    (tie,) = [tie for tie, _, _ in list_ties(desk, only_open=True)]
    assert (tie.kind, tie.state) == (TieKind.FORMER_EMPLOYER, TieState.PROPOSED)
    assert tie.evidence.endswith("= Etoile filante prod. SARL")
    settle_ties(desk, tie_ids=[tie.id], state=TieState.CONFIRMED)


def hold(desk: Desk) -> None:
    create_session(desk, draft=SessionDraft(CODE, (SHEET,), (DAY,), candidacies=(1,)))


def test_a_former_colleague_is_never_seated_for_the_candidate(desk: Desk) -> None:
    tied = worked_there(desk)
    confirm_the_proposed(desk)
    for number in range(SEATS, 2 * SEATS):
        save_examiner(desk, examiner=member(number))
    hold(desk)
    for seed in range(5):
        board = propose(desk, code=CODE, seconds=5, seed=seed).value
        (hearing,) = board.session.hearings
        jury = board.session.jury(hearing.jury)
        assert jury is not None
        assert tied not in {juror.examiner_id for juror in jury.jurors}


def test_without_anybody_else_the_explanation_names_the_tie(desk: Desk) -> None:
    tied = worked_there(desk)
    confirm_the_proposed(desk)
    hold(desk)
    board = propose(desk, code=CODE, seconds=5).value
    assert board.session.hearings == ()
    (reasons,) = explain_unplaced(desk, code=CODE).values()
    name = next(row.examiner.full_name for row in list_examiners(desk) if row.key == tied)
    told = [finding_text(reason, Wording("fr")) for reason in reasons]
    assert any("lien" in text and name in text for text in told), told


def test_set_aside_it_keeps_nobody_away(desk: Desk) -> None:
    worked_there(desk)
    (tie,) = [tie for tie, _, _ in list_ties(desk, only_open=True)]
    settle_ties(desk, tie_ids=[tie.id], state=TieState.SET_ASIDE, reason="autre société")
    hold(desk)
    board = propose(desk, code=CODE, seconds=5).value
    assert len(board.session.hearings) == 1
