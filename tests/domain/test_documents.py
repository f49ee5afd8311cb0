"""The checklist of each route, what overrides it, and until when a document is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Closure,
    Handed,
    IndividualRecord,
)
from jurydesk.domain.document_retention import keeping_of
from jurydesk.domain.requirements import (
    Presence,
    Weight,
    checklist,
    requirements_of,
    setting_of,
)
from jurydesk.domain.retention import DEFAULTS, DataClass
from jurydesk.domain.routes import AccessRoute
from tests.builders import a_candidacy, a_certification, a_vae
from tests.domain import document_cases
from tests.domain.case import Case, codes
from tests.domain.document_cases import NOON, a_filed_vae, a_paper, of_person

R = AccessRoute
WITH_CONDITIONS = a_certification(entry_conditions="Diplôme de niveau 5")
ENDED = date(2025, 6, 30)


@pytest.mark.parametrize("case", document_cases.CASES, ids=str)
def test_findings_of_documents(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize(
    ("route", "asked"),
    [
        (R.EXPERIENCE, "FILE_1 ACTIVITY_PROOF IDENTITY CV LETTER FILE_2"),
        (R.INITIAL_TRAINING, "IDENTITY ASSESSMENT DISSERTATION ATTENDANCE"),
        (R.CONTINUING_EDUCATION, "IDENTITY ASSESSMENT DISSERTATION ATTENDANCE"),
        (R.APPRENTICESHIP, "IDENTITY CONTRACT ASSESSMENT DISSERTATION ATTENDANCE"),
        (R.PROFESSIONALISATION_CONTRACT, "IDENTITY CONTRACT ASSESSMENT DISSERTATION ATTENDANCE"),
        (R.INDIVIDUAL, "IDENTITY APPLICATION CV ENTRANCE EVIDENCE DISSERTATION"),
    ],
)
def test_each_route_asks_for_its_documents(route: AccessRoute, asked: str) -> None:
    found = requirements_of(route, a_certification(), {})
    assert [one.code for one in found] == asked.split()


def test_a_sheet_with_entry_conditions_asks_for_their_proof() -> None:
    trained = requirements_of(R.CONTINUING_EDUCATION, WITH_CONDITIONS, {})
    assert [one.code for one in trained][:2] == ["IDENTITY", "ENTRANCE"]
    vae = requirements_of(R.EXPERIENCE, WITH_CONDITIONS, {})
    assert "ENTRANCE" not in {one.code for one in vae}


def test_the_office_weighs_from_the_general_to_the_particular() -> None:
    settings = {
        setting_of("CV"): "NOT_ASKED",
        setting_of("CV", route=R.EXPERIENCE): "OPTIONAL",
        setting_of("CV", sheet="RNCP1", route=R.EXPERIENCE): "NEEDED",
    }
    sheet = a_certification(code="RNCP1")

    def weight(route: AccessRoute, code: str) -> Weight | None:
        found = requirements_of(route, replace(sheet, code=code), settings)
        return next((one.weight for one in found if one.code == "CV"), None)

    assert weight(R.INDIVIDUAL, "RNCP2") is None
    assert weight(R.EXPERIENCE, "RNCP2") is Weight.OPTIONAL
    assert weight(R.EXPERIENCE, "RNCP1") is Weight.NEEDED
    with pytest.raises(ValueError, match="vite"):
        requirements_of(R.EXPERIENCE, sheet, {setting_of("CV"): "vite"})


def standings(path: Candidacy, *held: Attachment) -> dict[str, Presence]:
    lines = checklist(path, held, requirements_of(path.route, a_certification(), {}))
    return {line.requirement.code: line.presence for line in lines}


def test_a_decision_supersedes_what_it_was_taken_on() -> None:
    missing, awaited, over = Presence.MISSING, Presence.AWAITED, Presence.SUPERSEDED
    filed = standings(a_filed_vae(), a_paper("FILE_1"))
    assert filed == {
        "FILE_1": Presence.MET,
        "ACTIVITY_PROOF": missing,
        "IDENTITY": missing,
        "CV": missing,
        "LETTER": missing,
        "FILE_2": awaited,
    }
    admitted = standings(a_filed_vae(AdmissibilityStatus.TACITLY_ADMISSIBLE))
    assert {code for code, one in admitted.items() if one is over} == {
        "FILE_1",
        "ACTIVITY_PROOF",
        "CV",
        "LETTER",
    }
    assert (admitted["IDENTITY"], admitted["FILE_2"]) == (missing, awaited)
    refused = standings(a_filed_vae(AdmissibilityStatus.REFUSED))
    assert refused["IDENTITY"] is over


def test_an_individual_application_step_by_step() -> None:
    path = Candidacy(1, "RNCP40642", R.INDIVIDUAL, id=1)
    assert set(standings(path).values()) == {Presence.AWAITED}
    record = IndividualRecord(received=NOON.date(), entrance=Handed.YES, evidence=Handed.NO)
    come = standings(replace(path, individual=record))
    assert [code for code, one in come.items() if one is Presence.MISSING] == [
        "APPLICATION",
        "CV",
        "ENTRANCE",
    ]


def test_the_newest_counts_unless_several_do() -> None:
    older = a_paper("FILE_2", 1)
    newer = a_paper("FILE_2", 2, added_at=NOON + timedelta(hours=1))
    proofs = (a_paper("ACTIVITY_PROOF", 3), a_paper("ACTIVITY_PROOF", 4))
    path = a_vae()
    asked = requirements_of(path.route, a_certification(), {})
    lines = {
        line.requirement.code: line for line in checklist(path, (older, newer, *proofs), asked)
    }
    assert (lines["FILE_2"].documents, lines["FILE_2"].older) == ((newer,), (older,))
    assert (lines["ACTIVITY_PROOF"].documents, lines["ACTIVITY_PROOF"].older) == (proofs[::-1], ())


def test_a_document_of_another_path_does_not_count_but_the_identity_does() -> None:
    identity, file = (a_paper(code, candidacy_id=7) for code in ("IDENTITY", "FILE_2"))
    found = standings(a_vae(), identity, file)
    assert (found["IDENTITY"], found["FILE_2"]) == (Presence.MET, Presence.MISSING)


def closed(path: Candidacy, on: date | None = ENDED) -> Candidacy:
    return replace(path, closure=Closure.CERTIFIED, closed=on)


@pytest.mark.parametrize(
    ("paper", "path", "data", "last"),
    [
        (a_paper("ACTIVITY_PROOF"), closed(a_vae()), "SUPPORTING_DOCUMENT", date(2026, 6, 30)),
        (a_paper("FILE_2"), closed(a_vae()), "CANDIDATE_FILE", date(2030, 6, 30)),
        (a_paper(""), closed(a_vae()), "SUPPORTING_DOCUMENT", date(2026, 6, 30)),
        (a_paper(""), closed(a_candidacy()), "CANDIDATE_FILE", date(2030, 6, 30)),
        (of_person("IDENTITY"), closed(a_vae()), "SUPPORTING_DOCUMENT", date(2026, 6, 30)),
        (a_paper("FILE_2"), a_vae(), "CANDIDATE_FILE", None),
        (a_paper("FILE_2"), closed(a_vae(), None), "CANDIDATE_FILE", None),
    ],
)
def test_a_document_is_kept_from_the_end_of_its_path(
    paper: Attachment, path: Candidacy, data: str, last: date | None
) -> None:
    keeping = keeping_of(paper, (path,), DEFAULTS)
    assert (keeping.data, keeping.last) == (DataClass(data), last)
    if last is not None:
        assert not keeping.is_over(last)
        assert keeping.is_over(last + timedelta(days=1))
    assert not keeping.is_over(date(2026, 6, 30))


def test_the_last_path_that_needs_a_document_decides() -> None:
    first, then = closed(a_vae()), replace(closed(a_candidacy()), id=2, closed=date(2026, 1, 5))
    identity = of_person("IDENTITY")
    assert keeping_of(identity, (first, then), DEFAULTS).last == date(2031, 1, 5)
    assert (
        keeping_of(identity, (first, replace(then, closure=Closure.IN_PROGRESS)), DEFAULTS).last
        is None
    )
    proof = a_paper("ACTIVITY_PROOF")
    assert keeping_of(proof, (first, then), DEFAULTS).last == date(2026, 6, 30)


def test_of_a_person_without_a_path_the_day_of_coming_counts() -> None:
    keeping = keeping_of(of_person("IDENTITY"), (), DEFAULTS)
    assert (keeping.since, keeping.last) == (NOON.date(), date(2031, 11, 23))


def test_an_admissibility_that_never_began_asks_for_nothing() -> None:
    path = replace(a_vae(), admissibility=AdmissibilityFile(), validation_received=None)
    assert set(standings(path).values()) == {Presence.AWAITED}
