from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Attendance
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import EnvironmentFailure, RefusedByRule, WrongUsage
from jurydesk.services import minutes, papers, sessions
from jurydesk.services.deliberating import (
    SessionResults,
    close_deliberation,
    record_results,
)
from jurydesk.services.freezing import freeze_session
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.wording import Wording
from tests.builders import a_record, declared
from tests.fakes import FakeOffice

A = "2026-12-A"
FRENCH = Wording("fr")
OFFICE = OfficeSettings(
    address="1 rue du Jury, 75000 Paris",
    siret="391 794 583 00065",
    representative="Hélène Fictive",
    representative_role="directrice",
)
PRESENT = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))


@pytest.fixture
def judged(on_the_day: FakeOffice) -> FakeOffice:
    """A session whose results are recorded; nothing is closed yet."""
    save_settings(on_the_day.desk, settings=OFFICE)
    freeze_session(on_the_day.desk, code=A)
    results = SessionResults(PRESENT, (a_record(1),), declarations=declared(PRESENT))
    record_results(on_the_day.desk, code=A, results=results)
    return on_the_day


@pytest.fixture
def closed(judged: FakeOffice) -> FakeOffice:
    close_deliberation(judged.desk, code=A)
    return judged


def test_preview_names_what_is_missing(planned: FakeOffice) -> None:
    content, missing = minutes.preview_minutes(planned.desk, code=A)
    assert (content.session_code, content.number) == (A, "")
    assert {"MIN-15", "MIN-18"} <= {finding.code for finding in missing}


def test_draft_stores_nothing(closed: FakeOffice) -> None:
    acts = closed.acts
    paper = minutes.print_minutes(closed.desk, code=A, wording=FRENCH)
    assert (paper.name, paper.changes, closed.acts) == (f"pv-{A}.pdf", (), acts)
    assert paper.pdf.startswith(b"%PDF")


def test_final_minutes_have_a_number_a_day_and_a_hash(closed: FakeOffice) -> None:
    paper = minutes.print_minutes(closed.desk, code=A, wording=FRENCH, final=True)
    (stored,) = closed.all(Kind.MINUTES)
    assert paper.content == stored.content
    assert (stored.number, stored.content.drawn_up_on) == ("PV-2026-001", date(2026, 12, 14))
    assert len(stored.content_hash) == 64
    assert closed.acts[-1] is EventType.MINUTES_ISSUED
    assert [change.kind for change in paper.changes] == [Kind.MINUTES]


def test_final_minutes_are_printed_again_from_what_was_frozen(closed: FakeOffice) -> None:
    first = minutes.print_minutes(closed.desk, code=A, wording=FRENCH, final=True)
    save_settings(closed.desk, settings=replace(OFFICE, representative="Quelqu’un d’autre"))
    for final in (False, True):
        again = minutes.print_minutes(closed.desk, code=A, wording=FRENCH, final=final)
        assert (again.pdf, again.content, again.changes) == (first.pdf, first.content, ())
    assert len(closed.all(Kind.MINUTES)) == 1
    assert minutes.preview_minutes(closed.desk, code=A) == (first.content, ())


def test_the_address_is_written_until_the_minutes_are_issued(closed: FakeOffice) -> None:
    held = sessions.set_place(closed.desk, code=A, place=" 2 rue du Jury ").value
    assert (held.place, held.status) == ("2 rue du Jury", SessionStatus.CLOSED)
    paper = minutes.print_minutes(closed.desk, code=A, wording=FRENCH, final=True)
    assert paper.content is not None
    assert paper.content.place == "2 rue du Jury"
    with pytest.raises(RefusedByRule, match="MINUTES-ISSUED"):
        sessions.set_place(closed.desk, code=A, place="3 rue du Jury")


def test_final_minutes_need_a_closed_deliberation(judged: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match=r"MINUTES-(NOT-CLOSED|INCOMPLETE)"):
        minutes.print_minutes(judged.desk, code=A, wording=FRENCH, final=True)
    assert judged.all(Kind.MINUTES) == ()


def test_final_minutes_may_close_the_deliberation(judged: FakeOffice) -> None:
    minutes.print_minutes(judged.desk, code=A, wording=FRENCH, final=True, close=True)
    assert judged.all(Kind.SESSION)[0].status is SessionStatus.CLOSED
    assert judged.acts[-2:] == [EventType.DELIBERATION_CLOSED, EventType.MINUTES_ISSUED]


def test_nothing_is_closed_when_a_statement_is_missing(judged: FakeOffice) -> None:
    save_settings(judged.desk, settings=replace(OFFICE, representative=""))
    acts = judged.acts
    with pytest.raises(RefusedByFindings, match="MINUTES-INCOMPLETE") as refusal:
        minutes.print_minutes(judged.desk, code=A, wording=FRENCH, final=True, close=True)
    assert [finding.code for finding in refusal.value.findings] == ["MIN-03"]
    assert judged.all(Kind.SESSION)[0].status is SessionStatus.FROZEN
    assert judged.acts == acts


def test_numbers_follow_within_a_year(closed: FakeOffice) -> None:
    first = minutes.print_minutes(closed.desk, code=A, wording=FRENCH, final=True)
    assert first.content is not None
    (issued,) = closed.all(Kind.MINUTES)
    closed.workspace.images[Kind.MINUTES] = {1: replace(issued, session_id=7)}
    second = minutes.print_minutes(closed.desk, code=A, wording=FRENCH, final=True)
    assert second.content is not None
    assert second.content.number == "PV-2026-002"


def test_every_paper_is_written_into_the_folder(planned: FakeOffice, tmp_path: Path) -> None:
    paths = papers.print_documents(
        planned.desk, code=A, folder=tmp_path / "new" / "papers", wording=FRENCH
    )
    assert [path.name for path in paths] == [
        f"pv-{A}.pdf",
        f"emargement-{A}.pdf",
        f"ordre-de-passage-{A}.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF") for path in paths)


def test_paper_in_a_place_that_is_no_folder_is_refused(planned: FakeOffice, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("here", encoding="utf-8")
    with pytest.raises(EnvironmentFailure, match="FOLDER-NOT-MADE"):
        papers.print_documents(planned.desk, code=A, folder=file / "in", wording=FRENCH)
    assert file.read_text(encoding="utf-8") == "here"


def test_unknown_session_has_no_papers(office: FakeOffice, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="SESSION-UNKNOWN"):
        papers.print_documents(office.desk, code="X", folder=tmp_path, wording=FRENCH)
