from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jurydesk.domain.availability import Absence
from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus, Closure, Intake
from jurydesk.domain.people import BirthPlace, Candidate, Examiner, Mandate, Qualification, Sex
from jurydesk.services.import_merge import complete, differences, merge
from jurydesk.services.import_preview import FieldChange
from tests.builders import a_candidacy, a_candidate, a_vae, an_examiner


def test_empty_cells_erase_nothing() -> None:
    stored = a_candidate(1, email="o@exemple.fr", phone="+33612345678")
    bare = Candidate(stored.birth_name, stored.first_names)
    assert merge(stored, bare) == stored


def test_new_values_replace_old_ones() -> None:
    stored = a_candidate(1, phone="+33612345678")
    incoming = replace(stored, id=0, phone="+33699999999", birth_place=BirthPlace(country="France"))
    merged = merge(stored, incoming)
    assert merged == replace(
        stored,
        phone="+33699999999",
        birth_place=replace(stored.birth_place, country="France"),
    )


def test_capitals_alone_are_no_news() -> None:
    stored = a_candidate(1, birth_name="Legrand")
    assert merge(stored, replace(stored, birth_name="LEGRAND")) == stored
    assert merge(stored, replace(stored, birth_name="Légrand")).birth_name == "Légrand"


def test_complete_fills_holes_only() -> None:
    stored = a_candidate(1, phone="+33612345678")
    incoming = replace(stored, phone="+33699999999", email="o@exemple.fr")
    assert complete(stored, incoming) == replace(stored, email="o@exemple.fr")


def test_what_no_roster_decides_stays() -> None:
    stored = a_candidacy(1, closure=Closure.CERTIFIED, version=4)
    incoming = replace(
        stored, id=0, candidate_id=0, intake=Intake.DRAFT, closure=Closure.IN_PROGRESS
    )
    merged = merge(stored, incoming)
    assert merged == stored
    assert merged.version == 4


def test_status_that_somebody_advanced_is_not_set_back() -> None:
    stored = a_vae(1)
    behind = replace(stored, admissibility=AdmissibilityFile(status=AdmissibilityStatus.COMPLETE))
    assert merge(stored, behind) == stored
    ahead = replace(stored, admissibility=AdmissibilityFile(status=AdmissibilityStatus.REFUSED))
    assert merge(stored, ahead).admissibility.status is AdmissibilityStatus.REFUSED


def test_mandates_qualifications_and_absences_add_up() -> None:
    stored = an_examiner(1, absences=(Absence(date(2026, 12, 1), date(2026, 12, 2)),))
    renewed = Mandate(date(2029, 1, 1), date(2031, 12, 31))
    away = Absence(date(2026, 11, 1), date(2026, 11, 2))
    incoming = replace(
        stored,
        qualifications=(Qualification("EMPLOYERS"), Qualification("INDEPENDENT", "contrat")),
        mandates=(renewed,),
        absences=(away,),
    )
    merged = merge(stored, incoming)
    assert merged.mandates == (*stored.mandates, renewed)
    assert merged.absences == (away, *stored.absences)
    assert merged.qualifications == (
        Qualification("EMPLOYERS", "attestation"),
        Qualification("INDEPENDENT", "contrat"),
    )


def test_mandate_that_begins_the_same_day_is_the_same_one_corrected() -> None:
    stored = an_examiner(1)
    longer = replace(stored.mandates[0], end=date(2029, 12, 31))
    assert merge(stored, replace(stored, mandates=(longer,))).mandates == (longer,)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ()),
        ({"sex": Sex.MALE}, (FieldChange("sex", Sex.FEMALE, Sex.MALE),)),
        ({"id": 9, "version": 7}, ()),
        (
            {"birth_place": BirthPlace("Bastia", "2B033", department="Corse")},
            (FieldChange("birth_place.department", "Haute-Corse", "Corse"),),
        ),
    ],
)
def test_differences_name_each_field(
    changes: dict[str, Any], expected: tuple[FieldChange, ...]
) -> None:
    assert differences(a_candidate(1), replace(a_candidate(1), **changes)) == expected


def test_merging_nothing_into_nothing_is_nothing() -> None:
    bare = Examiner("Sorrel", "Damien")
    assert merge(bare, bare) == bare
