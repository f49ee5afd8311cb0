"""Whatever the domain can say comes back from the database as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.deliberation import (
    ActingPresident,
    Attendance,
    Declaration,
    Deliberation,
    HearingRecord,
    Recusal,
)
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.partial_date import FIRST_YEAR, LAST_YEAR, PartialDate
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Hearing, Juror, Jury, Session
from jurydesk.domain.ties import Tie
from tests.db.office import Office, furnish
from tests.db.values import any_of

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.db.workspace import Workspace

# One workspace serves all the examples: what each of them wrote is rolled back to a savepoint
EXAMPLES = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def unit(workspace: Workspace) -> Iterator[SqlUnitOfWork]:
    with workspace.open_unit() as unit:
        yield unit


@pytest.fixture
def office(unit: SqlUnitOfWork) -> Office:
    return furnish(unit)


def comes_back(unit: SqlUnitOfWork, repository: Any, first: Any, then: Any = None) -> None:
    """Check what is read against what was added, and against what it was changed into."""
    with unit._database.begin_nested() as savepoint:
        added = repository.add(first)
        assert repr(repository.get(added.id)) == repr(added)
        assert replace(added, id=0) == first
        assert unit.changes[-1].after == added
        if then is not None:
            saved = repository.save(replace(then, id=added.id, version=added.version))
            assert repr(repository.get(added.id)) == repr(saved)
            assert replace(saved, id=0) == then
            assert unit.changes[-1].after == saved
        savepoint.rollback()
    unit._database.expunge_all()


# The numbers that the office's people have in a new workspace
candidates = st.sampled_from((1, 2, 3))
partials = st.none() | st.builds(
    PartialDate, st.integers(FIRST_YEAR, LAST_YEAR), st.none() | st.integers(1, 12)
)
candidacies = st.sampled_from((1, 2, 3))
examiners = st.sampled_from((1, 2, 3, 4))

jurors = st.lists(any_of(Juror, examiner_id=examiners), max_size=4).map(tuple)
juries = any_of(Jury, jurors=jurors, president_id=st.none() | examiners)
lengths = st.timedeltas(timedelta(microseconds=1), timedelta(days=1))
starts = any_of(datetime).filter(lambda moment: moment.year < 9999)
hearings = any_of(Hearing, candidacy_id=candidacies, start=starts)
recusals = st.lists(any_of(Recusal, examiner_id=examiners), max_size=2).map(tuple)
records = any_of(HearingRecord, candidacy_id=candidacies, recusals=recusals)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Return any session whose hearings are before juries that it has."""
    chosen = draw(st.lists(juries, max_size=3, unique_by=lambda jury: jury.number))
    placed = [
        replace(hearing, jury=draw(st.sampled_from(chosen)).number, end=hearing.start + length)
        for hearing, length in draw(st.lists(st.tuples(hearings, lengths), max_size=3))
        if chosen
    ]
    drawn = draw(bare_sessions)
    return replace(drawn, juries=tuple(chosen), hearings=tuple(placed))


bare_sessions = any_of(
    Session,
    candidacies=st.lists(candidacies, unique=True).map(tuple),
    juries=st.just(()),
    hearings=st.just(()),
)
deliberations = any_of(
    Deliberation,
    session_id=st.just(1),
    attendance=st.lists(any_of(Attendance, examiner_id=examiners), max_size=3).map(tuple),
    declarations=st.lists(any_of(Declaration, examiner_id=examiners), max_size=3).map(tuple),
    acting_presidents=st.lists(any_of(ActingPresident, examiner_id=examiners), max_size=3).map(
        tuple
    ),
    records=st.lists(records, max_size=3, unique_by=lambda r: r.candidacy_id).map(tuple),
)


@EXAMPLES
@given(any_of(Candidate, birth_partial=partials), any_of(Candidate, birth_partial=partials))
def test_candidates(unit: SqlUnitOfWork, first: Candidate, then: Candidate) -> None:
    comes_back(unit, unit.candidates, first, then)


@EXAMPLES
@given(any_of(Candidacy, candidate_id=candidates), any_of(Candidacy, candidate_id=candidates))
def test_candidacies(
    unit: SqlUnitOfWork, office: Office, first: Candidacy, then: Candidacy
) -> None:
    comes_back(unit, unit.candidacies, first, then)


@EXAMPLES
@given(any_of(Examiner), any_of(Examiner))
def test_examiners(unit: SqlUnitOfWork, first: Examiner, then: Examiner) -> None:
    comes_back(unit, unit.examiners, first, then)


@EXAMPLES
@given(any_of(Certification), any_of(Certification))
def test_certifications(unit: SqlUnitOfWork, first: Certification, then: Certification) -> None:
    comes_back(unit, unit.certifications, first, then)


@EXAMPLES
@given(
    any_of(Tie, candidate_id=candidates, examiner_id=examiners),
    any_of(Tie, candidate_id=candidates, examiner_id=examiners),
)
def test_ties(unit: SqlUnitOfWork, office: Office, first: Tie, then: Tie) -> None:
    comes_back(unit, unit.ties, first, then)


@EXAMPLES
@given(sessions(), sessions())
def test_sessions(unit: SqlUnitOfWork, office: Office, first: Session, then: Session) -> None:
    comes_back(unit, unit.sessions, first, then)


@EXAMPLES
@given(deliberations, deliberations)
def test_deliberations(
    unit: SqlUnitOfWork, office: Office, first: Deliberation, then: Deliberation
) -> None:
    if unit.deliberations.of_session(1) == office.deliberation:
        unit.deliberations.remove(office.deliberation.id)
    # What is closed already is only added, by an undo or an import
    comes_back(unit, unit.deliberations, first, None if first.is_closed else then)


@EXAMPLES
@given(any_of(Minutes, session_id=st.just(1)))
def test_minutes(unit: SqlUnitOfWork, office: Office, drawn: Minutes) -> None:
    comes_back(unit, unit.minutes, drawn)


@EXAMPLES
@given(st.text("abc.", min_size=1), any_of(str))
def test_settings(unit: SqlUnitOfWork, key: str, value: str) -> None:
    unit.settings.put(key, value)
    assert unit.settings.get(key) == value
    assert unit.settings.all()[key] == value
