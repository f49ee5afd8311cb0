from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.candidacy import Handed, IndividualRecord
from jurydesk.domain.certification import EMPLOYEES
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import BirthPlace, Training
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import EnvironmentFailure, WrongUsage
from jurydesk.exchange.workbook import CellValue
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services import exports, imports
from jurydesk.services.deliberating import SessionResults, record_results
from jurydesk.services.freezing import freeze_session
from jurydesk.services.minutes import print_minutes
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.wording import LANGUAGES, Language, Wording
from tests.builders import CODE, a_candidacy, a_candidate, a_record, a_vae, an_examiner, declared
from tests.fakes import FakeOffice
from tests.services.rosters import preview_candidates, preview_examiners
from tests.services.test_deliberating import PRESENT

FRENCH = Wording("fr")


def rows_of(path: Path, sheet: int = 0) -> list[dict[str, CellValue]]:
    """Return what stands under each heading."""
    page = read_workbook(path).sheets[sheet]
    headings = {cell.column: cell.text for cell in page.rows[0].cells}
    for row in page.rows:
        if len(row.filled) > 2:
            headings = {cell.column: cell.text for cell in row.cells}
            break
    lines = [row for row in page.rows if row.number > 4]
    return [{headings[c.column]: c.value for c in row.filled} for row in lines]


@pytest.fixture
def various(office: FakeOffice) -> FakeOffice:
    """A VAE, an individual application by block and a trainee who missed the assessment."""
    place = BirthPlace("Bastia", "2B033", department="2B", country="France")
    people = [a_candidate(number, birth_place=place) for number in (1, 2, 3)]
    begun = a_candidacy().training.entry
    missed = replace(a_candidacy().training, assessment=None, assessment_missed=True)
    blocks = (f"{CODE}BC01", f"{CODE}BC03")
    office.store(
        replace(people[0], birth_name="=Legrand", email="o@exemple.fr", phone="+33612345678"),
        replace(people[1], birth_date=None, birth_partial=PartialDate(1985, 3)),
        people[2],
        a_vae(1, accompanist="Cabinet Alto", notes="à rappeler", office_status="prêt jury"),
        a_candidacy(
            2,
            route=AccessRoute.INDIVIDUAL,
            blocks=blocks,
            begun=begun,
            individual=IndividualRecord(entrance=Handed.YES, evidence=Handed.NO),
        ),
        a_candidacy(3, training=replace(missed, placement="Galop"), begun=begun),
    )
    return office


def test_roster_of_all_candidates_has_typed_cells(various: FakeOffice, tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    assert exports.export_candidates(various.desk, path=path, wording=FRENCH) == 3
    first, second, third = rows_of(path)
    assert first["Nom de naissance"] == "=Legrand"
    assert first["Date de naissance"] == datetime.combine(date(1990, 1, 21), time())
    assert first["Téléphone"] == "+33612345678"
    assert second["Date de naissance"] == "00/03/1985"
    assert second["Blocs visés"] == "BC01; BC03"
    assert (second["Conditions d’entrée remplies"], second["Preuves reçues"]) == ("oui", "non")
    assert (third["Contrôle continu"], third["Assiduité attestée"]) == ("abs", "oui")


@pytest.mark.parametrize("language", LANGUAGES)
def test_exported_candidates_are_all_known_again(
    various: FakeOffice, tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "all.xlsx"
    exports.export_candidates(various.desk, path=path, wording=Wording(language))
    preview = preview_candidates(various.desk, path=path)
    assert [(row.fate, row.changes) for row in preview.sheets[0].rows] == [
        (imports.Fate.SAME, ())
    ] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_exported_pool_is_all_known_again(
    office: FakeOffice, tmp_path: Path, language: Language
) -> None:
    office.store(
        an_examiner(
            1,
            absences=(
                Absence(date(2026, 12, 21), date(2026, 12, 21), HalfDay.AM),
                Absence(date(2027, 1, 4), date(2027, 1, 15)),
            ),
            judges=(CODE,),
            training=Training.NOT_TRAINED,
            email="z@exemple.fr",
            juries_last_year=2,
            last_presidency=date(2025, 3, 1),
            notes="défrayer le train",
        )
    )
    office.store(an_examiner(2, seat=EMPLOYEES, is_employee=True))
    path = tmp_path / "pool.xlsx"
    assert exports.export_examiners(office.desk, path=path, wording=Wording(language)) == 4
    preview = preview_examiners(office.desk, path=path)
    assert [(row.fate, row.changes) for row in preview.sheets[0].rows] == [
        (imports.Fate.SAME, ())
    ] * 4


def test_export_may_keep_a_session_a_route_or_a_certification(
    various: FakeOffice, planned: FakeOffice, tmp_path: Path
) -> None:
    path = tmp_path / "some.xlsx"
    count = exports.export_candidates(
        various.desk, path=path, wording=FRENCH, route=AccessRoute.INDIVIDUAL
    )
    assert (count, rows_of(path)[0]["Nom de naissance"]) == (1, "Legrand2")
    assert exports.export_candidates(
        planned.desk, path=path, wording=FRENCH, session_code="2026-12-A", certification="40642"
    )
    with pytest.raises(WrongUsage, match="CERTIFICATION-UNKNOWN"):
        exports.export_candidates(various.desk, path=path, wording=FRENCH, certification="RNCP1")
    with pytest.raises(WrongUsage, match="SESSION-UNKNOWN"):
        exports.export_candidates(various.desk, path=path, wording=FRENCH, session_code="X")


def test_roster_of_a_session_shows_hearings_members_and_decisions(
    on_the_day: FakeOffice, tmp_path: Path
) -> None:
    settings = OfficeSettings(
        address="1 rue X", siret="1", representative="A", representative_role="B"
    )
    save_settings(on_the_day.desk, settings=settings)
    freeze_session(on_the_day.desk, code="2026-12-A")
    results = SessionResults(PRESENT, (a_record(1),), declarations=declared(PRESENT))
    record_results(on_the_day.desk, code="2026-12-A", results=results)
    print_minutes(on_the_day.desk, code="2026-12-A", wording=FRENCH, final=True, close=True)
    path = tmp_path / "session.xlsx"
    count = exports.export_session(on_the_day.desk, code="2026-12-A", path=path, wording=FRENCH)
    (hearing,) = rows_of(path)
    members = rows_of(path, sheet=1)
    assert count == 1
    assert hearing["Jour"] == datetime.combine(date(2026, 12, 14), time())
    assert (hearing["Début"], hearing["Fin"]) == (time(9), time(9, 45))
    assert (hearing["Décision"], hearing["Blocs acquis"]) == (
        "certification obtenue",
        "BC01, BC02, BC03",
    )
    assert [(m["Nom"], m["Délibère"], m["Préside"]) for m in members] == [
        ("Arnaud", "oui", "oui"),
        ("Bellec", "oui", "non"),
        ("Cadiou", "oui", "non"),
        ("Dubos", "non", "non"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_are_read_as_rosters_of_nobody(
    office: FakeOffice, tmp_path: Path, language: Language
) -> None:
    people, pool = tmp_path / "c.xlsx", tmp_path / "e.xlsx"
    exports.candidate_template(path=people, wording=Wording(language))
    exports.examiner_template(path=pool, wording=Wording(language))
    one = preview_candidates(office.desk, path=people)
    two = preview_examiners(office.desk, path=pool)
    assert [sheet.read for preview in (one, two) for sheet in preview.sheets] == [0, 0]
    assert one.sheets[0].header_row == two.sheets[0].header_row == 4


def test_export_into_a_folder_that_is_not_there_is_refused(
    office: FakeOffice, tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentFailure):
        exports.export_examiners(office.desk, path=tmp_path / "no" / "x.xlsx", wording=FRENCH)


def test_marks_are_numbers(office: FakeOffice, tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    exports.export_candidates(office.desk, path=path, wording=FRENCH)
    assert {row["Contrôle continu"] for row in rows_of(path)} == {float(Decimal("12.5"))}
