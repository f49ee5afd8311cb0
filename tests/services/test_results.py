from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Declaration,
    HearingRecord,
    Incident,
    Outcome,
    Recusal,
    Result,
    Voice,
    Vote,
)
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.errors import DamagedFile, RefusedByRule
from jurydesk.exchange.plain_workbook import PlainSheet, PlainValue, write_plain
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services import results
from jurydesk.services.deliberating import SessionResults, close_deliberation, record_results
from jurydesk.services.freezing import freeze_session
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.wording import LANGUAGES, Language, Wording
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_candidate,
    a_certification,
    a_hearing,
    a_jury,
    a_record,
    a_session,
)
from tests.fakes import FakeOffice

A = "2026-12-A"
Fill = Callable[[str, int, PlainValue], None]
PRESENT = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))


class Sheet:
    """A template that a test fills in as a secretary would."""

    def __init__(self, path: Path) -> None:
        self.path = path
        book = read_workbook(path)
        self.sheets = {
            sheet.title: {row.number: {c.column: c.value for c in row.cells} for row in sheet.rows}
            for sheet in book.sheets
        }

    def headings(self, title: str) -> list[str]:
        return [str(value) for value in self.sheets[title][4].values()]

    def fill(self, title: str, row: int, values: dict[str, PlainValue]) -> None:
        columns = {str(value): column for column, value in self.sheets[title][4].items()}
        for heading, value in values.items():
            self.sheets[title].setdefault(row, {})[columns[heading]] = value

    def save(self) -> Path:
        sheets = []
        for title, rows in self.sheets.items():
            lines = [
                tuple(rows.get(n, {}).get(c) for c in range(1, 30)) for n in range(1, max(rows) + 1)
            ]
            sheets.append(PlainSheet(title, tuple(lines)))
        write_plain(self.path, tuple(sheets))
        return self.path


def template(office: FakeOffice, folder: Path, language: Language = "fr") -> Sheet:
    path = folder / "results.xlsx"
    results.results_template(office.desk, code=A, path=path, wording=Wording(language))
    return Sheet(path)


def everybody_present(sheet: Sheet) -> None:
    for row in range(5, 9):
        sheet.fill("Présence des jurés", row, {"Présent (oui / non)": "oui", **DECLARED})


DECLARED = {"Dossiers lus (oui / non)": "oui", "Aucun lien (oui / non)": "oui"}


def acquired() -> dict[str, PlainValue]:
    blocks = {f"BC0{number} (acquis / refusé)": "acquis" for number in (1, 2, 3)}
    return {"Présence": "présent", **blocks}


def test_template_has_a_column_for_each_block_and_its_reason(
    on_the_day: FakeOffice, tmp_path: Path
) -> None:
    headings = template(on_the_day, tmp_path).headings("Résultats")
    assert headings[:2] == ["N° de candidature", "Candidat"]
    assert headings[8:20] == [
        heading
        for block in ("BC01", "BC02", "BC03")
        for heading in (
            f"{block} (acquis / refusé)",
            f"Motif du refus {block}",
            f"Preuves du refus {block}",
            f"Conseil après le refus {block}",
        )
    ]


def test_template_of_a_sheet_without_blocks_judges_the_whole(
    on_the_day: FakeOffice, tmp_path: Path
) -> None:
    on_the_day.store(a_certification(blocks=(), has_blocks=False))
    headings = template(on_the_day, tmp_path).headings("Résultats")
    assert headings[8:10] == ["Certification (acquis / refusé)", "Motif du refus"]


def test_filled_sheet_freezes_the_session_and_records_everything(
    on_the_day: FakeOffice, tmp_path: Path
) -> None:
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    sheet.fill("Présence des jurés", 6, {"Arrivé à": "9h05", "Parti à": ""})
    sheet.fill("Présence des jurés", 7, {"Parti à": datetime.combine(DAY, time(17))})
    sheet.fill("Présence des jurés", 8, {"Parti à": time(17, 30)})
    sheet.fill("Résultats", 9, {"Observations": "ligne sans candidature"})
    refused = {"BC02 (acquis / refusé)": "refusé", "Motif du refus BC02": "Budget absent."}
    votes = {"Voix pour": 2, "Voix contre": "1"}
    sheet.fill("Résultats", 5, acquired() | refused | votes | {"Observations": "calme"})
    sheet.fill("Aléas", 5, {"Aléas et dysfonctionnements": "Panne de courant."})
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    (deliberation,) = on_the_day.all(Kind.DELIBERATION)
    assert deliberation.attendance == (
        PRESENT[0],
        replace(PRESENT[1], arrived=time(9, 5)),
        replace(PRESENT[2], left=time(17)),
        replace(PRESENT[3], left=time(17, 30)),
    )
    assert deliberation.records == (
        HearingRecord(
            1,
            Appearance.PRESENT,
            results=(
                Result(f"{CODE}BC01", Outcome.ACQUIRED),
                Result(f"{CODE}BC02", Outcome.REFUSED, "Budget absent."),
                Result(f"{CODE}BC03", Outcome.ACQUIRED),
            ),
            vote=Vote(2, 1, 0),
            observations="calme",
        ),
    )
    assert deliberation.incidents == (Incident("Panne de courant."),)
    assert (report.froze, report.hearings, report.attendance, report.rejected) == (True, 1, 4, ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_template_of_what_is_recorded_says_the_same_again(
    on_the_day: FakeOffice, tmp_path: Path, language: Language
) -> None:
    freeze_session(on_the_day.desk, code=A)
    refused = Result(f"{CODE}BC03", Outcome.REFUSED, "Non connu.", "Page 3.", "Le relire.")
    record = a_record(
        1,
        results=(*a_record(1).results[:2], refused),
        recusals=(Recusal(2, "stage dans sa société"),),
        vote=Vote(1, 1, casting=Voice.AGAINST),
        recommendation="Relire le droit social.",
    )
    recorded = SessionResults(
        PRESENT,
        (record,),
        (Incident("Retard de dix minutes."), Incident("Alarme.", jury=1, at=time(9, 20))),
        (
            Declaration(1, 1, read_files=True, no_tie=True),
            Declaration(1, 3, read_files=True, no_tie=False),
        ),
        (ActingPresident(1, 3, "Départ annoncé"),),
    )
    record_results(on_the_day.desk, code=A, results=recorded)
    before = on_the_day.all(Kind.DELIBERATION)
    path = template(on_the_day, tmp_path, language).path
    results.import_results(on_the_day.desk, code=A, path=path)
    assert on_the_day.all(Kind.DELIBERATION) == before


def test_ties_stand_in_the_template_as_recusals(on_the_day: FakeOffice, tmp_path: Path) -> None:
    on_the_day.store(Tie(1, 3, TieKind.TRAINER, id=1))
    hearing = replace(a_session().hearings[0], recused=(3,))
    on_the_day.store(a_session(hearings=(hearing,)))
    row = template(on_the_day, tmp_path).sheets["Résultats"][5]
    assert "CADIOU Xénia" in row.values()


@pytest.mark.parametrize("separator", ["; ", "\n", "\r\n\n"])
def test_recusals_of_one_cell_are_parted_by_semicolons_or_lines(
    on_the_day: FakeOffice, tmp_path: Path, separator: str
) -> None:
    names = [e.full_name for e in on_the_day.all(Kind.EXAMINER) if e.id in (2, 3)]
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    recusals = separator.join((f"{names[0]} : stage", f"{names[1]} : amitié"))
    heading = next(text for text in sheet.headings("Résultats") if text.startswith("Récusés"))
    sheet.fill("Résultats", 5, acquired() | {heading: recusals})
    results.import_results(on_the_day.desk, code=A, path=sheet.save())
    (deliberation,) = on_the_day.all(Kind.DELIBERATION)
    assert deliberation.records[0].recusals == (Recusal(2, "stage"), Recusal(3, "amitié"))


def test_blocks_that_are_not_judged_carry_a_dash_that_is_no_result(
    on_the_day: FakeOffice, tmp_path: Path
) -> None:
    on_the_day.store(a_candidacy(2, blocks=(f"{CODE}BC02",)))
    hearings = (*a_session().hearings, replace(a_session().hearings[0], candidacy_id=2))
    later = timedelta(hours=1)
    moved = replace(hearings[1], start=hearings[1].start + later, end=hearings[1].end + later)
    on_the_day.store(a_session(candidacies=(1, 2), hearings=(hearings[0], moved)))
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    sheet.fill("Résultats", 5, acquired())
    sheet.fill("Résultats", 6, {"Présence": "P", "BC02 (acquis / refusé)": "oui"})
    results.import_results(on_the_day.desk, code=A, path=sheet.save())
    (deliberation,) = on_the_day.all(Kind.DELIBERATION)
    assert deliberation.record(2).results == (Result(f"{CODE}BC02", Outcome.ACQUIRED),)


def test_whole_certification_is_one_result(on_the_day: FakeOffice, tmp_path: Path) -> None:
    on_the_day.store(a_certification(blocks=(), has_blocks=False))
    sheet = template(on_the_day, tmp_path)
    sheet.fill("Résultats", 5, {"Présence": "oui", "Certification (acquis / refusé)": "acquis"})
    results.import_results(on_the_day.desk, code=A, path=sheet.save())
    (deliberation,) = on_the_day.all(Kind.DELIBERATION)
    assert deliberation.records[0].results == (Result(WHOLE, Outcome.ACQUIRED),)


@pytest.mark.parametrize(
    ("title", "values", "code"),
    [
        ("Résultats", {"N° de candidature": "x"}, "RESULT-01"),
        ("Résultats", {"N° de candidature": 1.5}, "RESULT-01"),
        ("Résultats", {"N° de candidature": 99}, "RESULT-02"),
        ("Résultats", {"Présence": "peut-être"}, "RESULT-03"),
        ("Résultats", {"BC01 (acquis / refusé)": "bof"}, "RESULT-04"),
        ("Résultats", {"Récusés (nom : motif ; …)": "Personne Inconnue"}, "RESULT-06"),
        ("Résultats", {"Voix pour": "-2"}, "RESULT-01"),
        ("Résultats", {"Voix pour": "nan"}, "RESULT-01"),
        ("Résultats", {"Voix pour": "inf"}, "RESULT-01"),
        ("Résultats", {"Voix pour": "1e300"}, "RESULT-01"),
        ("Résultats", {"Candidat": "LEGRAND2 Ophélie"}, "RESULT-08"),
        ("Résultats", {"Candidat": "LEGRAND1"}, "RESULT-08"),
        ("Résultats", {"Candidat": ""}, "RESULT-10"),
        ("Résultats", {"N° de candidature": ""}, "RESULT-11"),
        ("Présence des jurés", {"Présent (oui / non)": "bof"}, "RESULT-05"),
        ("Présence des jurés", {"Juré": "Inconnue", "Présent (oui / non)": "oui"}, "RESULT-06"),
        ("Présence des jurés", {"Arrivé à": "midi", "Présent (oui / non)": "oui"}, "RESULT-07"),
    ],
)
def test_line_that_cannot_be_read_is_rejected_with_its_cell(
    on_the_day: FakeOffice,
    tmp_path: Path,
    title: str,
    values: dict[str, PlainValue],
    code: str,
) -> None:
    sheet = template(on_the_day, tmp_path)
    sheet.fill(title, 5, values)
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    (line,) = report.rejected
    assert (line.sheet, line.row, [cell.code for cell in line.cells]) == (title, 5, [code])
    assert (report.hearings, report.attendance) == (0, 0)
    for language in LANGUAGES:
        assert Wording(language).text(code, **dict(line.cells[0].figures))


def test_sheet_of_something_else_is_refused(on_the_day: FakeOffice, tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    write_plain(path, (PlainSheet("Feuille", (("Nom", "Prénom"), ("Nadal", "Hugo"))),))
    with pytest.raises(DamagedFile, match="RESULTS-NOT-UNDERSTOOD"):
        results.import_results(on_the_day.desk, code=A, path=path)
    assert on_the_day.all(Kind.SESSION)[0].status is SessionStatus.DRAFT


def test_results_before_the_day_are_refused(on_the_day: FakeOffice, tmp_path: Path) -> None:
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    path = sheet.save()
    on_the_day.clock.move_to(datetime.combine(DAY - timedelta(days=1), time(12)))
    with pytest.raises(RefusedByRule, match="SESSION-NOT-YET"):
        results.import_results(on_the_day.desk, code=A, path=path)
    assert on_the_day.acts == []


def test_session_that_may_not_be_held_takes_no_results(
    on_the_day: FakeOffice, tmp_path: Path
) -> None:
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    path = sheet.save()
    with on_the_day.unit() as unit:
        resting = replace(unit.examiners.get(1), active=False)
    on_the_day.store(resting)
    with pytest.raises(RefusedByFindings, match="SESSION-BLOCKED"):
        results.import_results(on_the_day.desk, code=A, path=path)
    assert on_the_day.acts == []


@pytest.mark.parametrize(
    "written",
    [
        "L’HÉRITIER Zoé",
        "l'heritier zoe",
        "Zoé L'Héritier",
        "LʼHéritier Zoe",
        "LHERITIER  Zoé",
        "Zoé Anne L’Héritier",
        "NADAL Zoé",
        "L’Hé\u00adritier\u00a0Zoé",
    ],
)
def test_name_may_be_written_in_many_ways(
    on_the_day: FakeOffice, tmp_path: Path, written: str
) -> None:
    person = a_candidate(birth_name="L’Héritier", usage_name="Nadal", first_names=("Zoé", "Anne"))
    on_the_day.store(person)
    sheet = template(on_the_day, tmp_path)
    sheet.fill("Résultats", 5, acquired() | {"Candidat": written})
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    assert (report.hearings, report.rejected) == (1, ())


def two_heard(office: FakeOffice) -> None:
    first, second = a_session().hearings[0], a_hearing(2, at="10:00")
    office.store(a_session(candidacies=(1, 2), hearings=(first, second)))


def test_results_never_go_to_another_person(on_the_day: FakeOffice, tmp_path: Path) -> None:
    two_heard(on_the_day)
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    sheet.fill("Résultats", 5, acquired() | {"N° de candidature": 2})
    sheet.fill("Résultats", 6, acquired() | {"N° de candidature": 1})
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    assert [(line.row, line.cells[0].code) for line in report.rejected] == [
        (5, "RESULT-08"),
        (6, "RESULT-08"),
    ]
    assert dict(report.rejected[0].cells[0].figures)["name"] == "LEGRAND2 Ophélie"
    (deliberation,) = on_the_day.all(Kind.DELIBERATION)
    assert (deliberation.records, len(deliberation.attendance)) == ((), 4)


def test_number_that_stands_twice_rejects_both_lines(
    on_the_day: FakeOffice, tmp_path: Path
) -> None:
    two_heard(on_the_day)
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    sheet.fill("Résultats", 5, acquired())
    again = {"N° de candidature": 1, "Candidat": "LEGRAND1 Ophélie", "Présence": "absent"}
    sheet.fill("Résultats", 7, again)
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    assert [(line.row, line.cells[0].code) for line in report.rejected] == [
        (5, "RESULT-09"),
        (7, "RESULT-09"),
    ]
    assert dict(report.rejected[0].cells[0].figures)["rows"] == "5, 7"
    assert report.hearings == 0


def test_juror_noted_twice_is_not_taken_over(on_the_day: FakeOffice, tmp_path: Path) -> None:
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    again = {"Jury": 1, "Juré": "BELLEC Yves", "Présent (oui / non)": "non"}
    sheet.fill("Présence des jurés", 9, again)
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    assert {cell.code for line in report.rejected for cell in line.cells} == {"RESULT-12"}
    assert report.attendance == 3


def without(sheet: Sheet, title: str, row: int) -> None:
    sheet.fill("Résultats", 5, acquired())
    everybody_present(sheet)
    del sheet.sheets[title][row]


def entitled(sheet: Sheet, title: str, words: str) -> None:
    sheet.fill("Résultats", 5, acquired())
    everybody_present(sheet)
    sheet.sheets[title][1] = {1: words}


@pytest.mark.parametrize("title", ["Résultats", "Présence des jurés"])
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda sheet, title: without(sheet, title, 4), "RESULTS-NO-HEADINGS"),
        (lambda sheet, title: without(sheet, title, 1), "RESULTS-NO-TITLE"),
        (
            lambda sheet, title: entitled(sheet, title, "Résultats – 2026-11-A"),
            "RESULTS-OTHER-SESSION",
        ),
        (
            lambda sheet, title: entitled(sheet, title, "Résultats – 2025-2026-12-A"),
            "RESULTS-OTHER-SESSION",
        ),
    ],
)
def test_file_that_is_not_of_the_session_changes_nothing(
    on_the_day: FakeOffice,
    tmp_path: Path,
    spoil: Callable[[Sheet, str], None],
    title: str,
    code: str,
) -> None:
    sheet = template(on_the_day, tmp_path)
    spoil(sheet, title)
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    assert [(unread.sheet, unread.code) for unread in report.unread] == [(title, code)]
    assert (report.froze, report.board, report.is_whole) == (False, None, False)
    assert on_the_day.all(Kind.SESSION)[0].status is SessionStatus.DRAFT
    assert on_the_day.acts == []
    for language in LANGUAGES:
        assert title in Wording(language).text(code, **report.unread[0].figures)


@pytest.mark.parametrize("words", ["2026-12-A", "RÉSULTATS - 2026-12-a", "Results – 2026-12-A"])
def test_title_may_be_typed_again(on_the_day: FakeOffice, tmp_path: Path, words: str) -> None:
    sheet = template(on_the_day, tmp_path)
    entitled(sheet, "Résultats", words)
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    assert (report.hearings, report.is_whole) == (1, True)


def test_empty_template_does_not_freeze(on_the_day: FakeOffice, tmp_path: Path) -> None:
    hearing = replace(a_session().hearings[0], recused=(3,))
    on_the_day.store(Tie(1, 3, TieKind.TRAINER, id=1), a_session(hearings=(hearing,)))
    path = template(on_the_day, tmp_path).path
    report = results.import_results(on_the_day.desk, code=A, path=path).value
    assert [unread.code for unread in report.unread] == ["RESULTS-NOTHING"]
    assert on_the_day.acts == []


def test_empty_line_keeps_what_was_recorded(on_the_day: FakeOffice, tmp_path: Path) -> None:
    empty = template(on_the_day, tmp_path)
    everybody_present(empty)
    path = empty.save()
    freeze_session(on_the_day.desk, code=A)
    record_results(on_the_day.desk, code=A, results=SessionResults(PRESENT, (a_record(1),)))
    results.import_results(on_the_day.desk, code=A, path=path)
    (deliberation,) = on_the_day.all(Kind.DELIBERATION)
    assert deliberation.records == (a_record(1),)


def test_results_of_a_later_day_do_not_freeze(on_the_day: FakeOffice, tmp_path: Path) -> None:
    morrow = timedelta(days=1)
    later = a_hearing(2, at="10:00")
    later = replace(later, jury=2, start=later.start + morrow, end=later.end + morrow)
    juries = (a_jury(), a_jury(2, day=DAY + morrow))
    hearings = (a_hearing(), later)
    days = (DAY, DAY + morrow)
    on_the_day.store(a_session(days=days, candidacies=(1, 2), juries=juries, hearings=hearings))
    sheet = template(on_the_day, tmp_path)
    sheet.fill("Résultats", 6, acquired())
    with pytest.raises(RefusedByRule, match="HEARING-NOT-YET"):
        results.import_results(on_the_day.desk, code=A, path=sheet.save())
    assert on_the_day.acts == []


def test_recusal_without_a_reason_is_found(on_the_day: FakeOffice, tmp_path: Path) -> None:
    sheet = template(on_the_day, tmp_path)
    everybody_present(sheet)
    sheet.fill("Résultats", 5, acquired() | {"Récusés (nom : motif ; …)": "BELLEC Yves"})
    report = results.import_results(on_the_day.desk, code=A, path=sheet.save()).value
    assert [finding.code for finding in report.standing] == ["DELIB-15"]
    with pytest.raises(RefusedByFindings):
        close_deliberation(on_the_day.desk, code=A)
