"""The matrix of ties: who stands in it, and what each place says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.candidacy import Closure
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import Tie, TieEffect, TieKind, TieState
from jurydesk.errors import WrongUsage
from jurydesk.services import tie_matrix
from jurydesk.services.tie_matrix import MatrixSubject
from tests.builders import CODE, a_candidacy, a_candidate, an_examiner
from tests.fakes import FakeOffice

TITLE = "Assistant de production"


@pytest.fixture
def tied(office: FakeOffice) -> FakeOffice:
    """Ties in every state; the second of a pair is only proposed."""
    office.store(
        Tie(1, 1, TieKind.TRAINER, id=1),
        Tie(1, 1, TieKind.PERSONAL, TieState.CONFIRMED, id=2),
        Tie(2, 3, TieKind.EMPLOYER, id=3),
        Tie(3, 4, TieKind.EMPLOYER, TieState.SET_ASIDE, reason="homonyme", id=4),
    )
    return office


def test_everybody_to_be_judged_faces_everybody_who_may_judge(tied: FakeOffice) -> None:
    tied.store(
        a_candidate(8),
        replace(a_candidacy(8), closure=Closure.WITHDRAWN),
        an_examiner(5, active=False),
        an_examiner(6, judges=("RNCP6082",)),
    )
    matrix = tie_matrix.matrix_of_certification(tied.desk, code="40642")
    assert [line.candidate.id for line in matrix.lines] == [1, 2, 3]
    assert [one.id for one in matrix.examiners] == [1, 2, 3, 4]
    assert matrix.subject == MatrixSubject(CODE, False, TITLE, 3)


def test_each_place_says_what_counts_first_and_what_it_forbids(tied: FakeOffice) -> None:
    vae = replace(a_candidacy(2), route=AccessRoute.EXPERIENCE, begun=date(2026, 1, 5), version=1)
    tied.store(vae)
    matrix = tie_matrix.matrix_of_certification(tied.desk, code=CODE)
    told = {
        (line, column): (matrix.state(line, column), matrix.weighs(line, column))
        for line in range(3)
        for column in range(4)
        if matrix.ties(line, column)
    }
    assert told == {
        (0, 0): (TieState.CONFIRMED, TieEffect.RECUSED),
        (1, 2): (TieState.PROPOSED, TieEffect.EXCLUDED),
        (2, 3): (TieState.SET_ASIDE, None),
    }
    assert [tie.id for tie in matrix.ties(0, 0)] == [2, 1]
    assert [matrix.count(state) for state in TieState] == [1, 1, 1]


def test_a_session_shows_its_own_candidates_only(planned: FakeOffice) -> None:
    planned.store(a_candidate(8), a_candidacy(8))
    matrix = tie_matrix.matrix_of_session(planned.desk, code="2026-12-A")
    assert [line.candidacy.id for line in matrix.lines] == [1, 2, 3]
    assert matrix.subject == MatrixSubject("2026-12-A", True, TITLE, 3)
    assert tie_matrix.matrix_subjects(planned.desk) == (
        matrix.subject,
        MatrixSubject(CODE, False, TITLE, 4),
    )


def test_only_who_is_tied_is_kept(tied: FakeOffice) -> None:
    tied.store(a_candidate(8), a_candidacy(8))
    matrix = tie_matrix.matrix_of_certification(tied.desk, code=CODE).only_tied()
    assert [line.candidate.id for line in matrix.lines] == [1, 2, 3]
    assert [one.id for one in matrix.examiners] == [1, 3, 4]
    assert matrix.state(2, 2) is TieState.SET_ASIDE


def test_an_unknown_code_is_refused(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="CERTIFICATION-UNKNOWN"):
        tie_matrix.matrix_of_certification(office.desk, code="RNCP1")
    with pytest.raises(WrongUsage, match="SESSION-UNKNOWN"):
        tie_matrix.matrix_of_session(office.desk, code="X")
