"""What proves a right to sit: read, documented, undone, printed on one page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.people import Qualification
from jurydesk.domain.right_to_sit import RightKind, Standing
from jurydesk.errors import WrongUsage
from jurydesk.services import right_to_sit as rights
from jurydesk.services.attachments import Paper, detach, read_paper
from jurydesk.services.examiners import list_examiners, remove_examiners
from jurydesk.services.right_words import fact_label, fact_text, fact_todo, proof_label
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import DAY, an_examiner
from tests.documents.reading import pages, words
from tests.fakes import FakeOffice

FRENCH = Wording("fr")


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    path = tmp_path / "attestation.txt"
    path.write_text("Attestation de l’organisation.", encoding="utf-8")
    return read_paper(path)


def standing(office: FakeOffice, kind: RightKind) -> Standing:
    view = rights.read_right(office.desk, examiner_id=1, on=DAY)
    return next(one.standing for one in view.facts if one.kind is kind)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_document_proves_a_qualification_and_ctrl_z_takes_it_back(
    office: FakeOffice, paper: Paper
) -> None:
    office.store(an_examiner(1, qualifications=(Qualification("EMPLOYERS"),)))
    assert standing(office, RightKind.SEAT) is Standing.STATED
    outcome = rights.attach_proof(
        office.desk, examiner_id=1, proves="SEAT.EMPLOYERS", papers=[paper]
    )
    assert standing(office, RightKind.SEAT) is Standing.PROVED
    assert office.acts[-1] is EventType.PROOF_ATTACHED
    with office.desk.open_unit() as unit:
        assert unit.examiners.get(1).qualifications[0].document == "attestation.txt"
        assert unit.attachments.of_candidate(1) == ()
    revert(office.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert standing(office, RightKind.SEAT) is Standing.STATED
    with office.desk.open_unit() as unit:
        assert unit.examiners.get(1).qualifications[0].document == ""


def test_a_qualification_names_no_document_that_was_taken_out(
    office: FakeOffice, paper: Paper
) -> None:
    office.store(an_examiner(1, qualifications=(Qualification("EMPLOYERS"),)))
    attached = rights.attach_proof(
        office.desk, examiner_id=1, proves="SEAT.EMPLOYERS", papers=[paper]
    ).value
    outcome = detach(office.desk, attachment_ids=[one.id for one in attached.stored])

    assert standing(office, RightKind.SEAT) is Standing.STATED
    revert(office.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert standing(office, RightKind.SEAT) is Standing.PROVED


def test_the_same_document_is_kept_once(office: FakeOffice, paper: Paper) -> None:
    for _ in range(2):
        attached = rights.attach_proof(
            office.desk, examiner_id=1, proves="MANDATE", papers=[paper]
        ).value
    assert (attached.stored, len(attached.known)) == ((), 1)
    view = rights.read_right(office.desk, examiner_id=1)
    assert [one.requirement for one in view.documents] == ["MANDATE"]


@pytest.mark.parametrize("proves", ["", "IDENTITY", "SEAT.TEACHING_STAFF"])
def test_what_no_document_proves_is_refused(office: FakeOffice, paper: Paper, proves: str) -> None:
    with pytest.raises(WrongUsage, match="PROOF-UNKNOWN"):
        rights.attach_proof(office.desk, examiner_id=1, proves=proves, papers=[paper])
    with pytest.raises(WrongUsage, match="ATTACH-NOTHING"):
        rights.attach_proof(office.desk, examiner_id=1, proves="MANDATE", papers=[])


def test_who_goes_takes_the_documents_along(office: FakeOffice, paper: Paper) -> None:
    rights.attach_proof(office.desk, examiner_id=1, proves="TIES", papers=[paper])
    gone = remove_examiners(office.desk, ids=[1])
    with office.desk.open_unit() as unit:
        assert unit.attachments.all() == ()
    revert(office.desk, outcome_changes=gone.changes, label=gone.label)
    assert len(rights.read_right(office.desk, examiner_id=1).documents) == 1


def test_every_fact_has_words_and_what_is_missing_says_what_to_do(office: FakeOffice) -> None:
    for language in ("fr", "en"):
        wording = Wording(language)
        bare = an_examiner(
            1, qualifications=(), mandates=(), judges=(), is_employee=None, trained_in=None
        )
        for person in (an_examiner(1), bare, replace(an_examiner(1), is_employee=True)):
            office.store(person)
            for fact in rights.read_right(office.desk, examiner_id=1, on=DAY).facts:
                assert fact_label(fact, wording)
                assert "{" not in fact_text(fact, wording)
                assert bool(fact_todo(fact, wording)) is (fact.standing is not Standing.PROVED)


def test_the_sheet_is_one_page_that_names_the_day(
    office: FakeOffice, paper: Paper, tmp_path: Path
) -> None:
    office.store(replace(an_examiner(1), is_employee=True))
    rights.attach_proof(office.desk, examiner_id=1, proves="MANDATE", papers=[paper])
    path = tmp_path / "fiche.pdf"
    view = rights.print_sheet(office.desk, examiner_id=1, path=path, wording=FRENCH, on=DAY)
    assert view.missing == ()
    printed = path.read_bytes()
    assert len(pages(printed)) == 1
    text = words(printed)
    for said in (
        "ARNAUD Zoé",
        "Rien ne manque au droit de siéger le 14 décembre 2026.",
        "Du 1er janvier 2026 au 31 décembre 2028, par Décision 1.",
        "attestation.txt",
    ):
        assert said in text


def test_the_sheet_says_what_is_missing(office: FakeOffice, tmp_path: Path) -> None:
    office.store(an_examiner(1, mandates=(), is_employee=True))
    path = tmp_path / "sheet.pdf"
    rights.print_sheet(office.desk, examiner_id=1, path=path, wording=Wording("en"), on=DAY)
    text = words(path.read_bytes())
    assert "1 point is missing of the right to sit on 14 December 2026." in text
    assert "No mandate is in force on 14 December 2026." in text
    assert "Designate the person by an act" in text


def test_what_a_document_proves_in_words() -> None:
    assert plain(proof_label("SEAT.EMPLOYERS", FRENCH)) == "Qualité : employeurs"
    assert proof_label("TIES", FRENCH) == "Liens d’intérêt"


def test_the_pool_is_listed_with_its_records(office: FakeOffice) -> None:
    assert {row.responses.responses for row in list_examiners(office.desk)} == {()}
