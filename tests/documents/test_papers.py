"""The working papers of the day: attendance sheets and order of passage; names of files."""

from __future__ import annotations

import pytest

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.filenames import attendance_name, minutes_name, passage_name
from jurydesk.documents.minutes import render_minutes
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.wording import Wording
from tests.documents import builders as b
from tests.documents.reading import golden_text, pages, words

FRENCH = Wording("fr")


def test_attendance_sheet_reads_as_kept(golden):
    golden("attendance.txt", golden_text(render_attendance((b.content(),))))


def test_order_of_passage_reads_as_kept(golden):
    golden("passage.txt", golden_text(render_passage((b.content(),))))


def test_each_jury_signs_on_a_page_of_its_own():
    juries = (b.jury(), b.jury(number=2, room="Salle 2", candidates=()))
    first, second = pages(render_attendance((b.content(juries=juries),), wording=FRENCH))
    assert "Salle Agnès-Varda" in first
    assert "TRẦN Thị Minh Khai" in first
    assert "Salle 2" in second
    assert "PEYRAT Benoît" in second
    assert "Aucune candidature devant ce jury." in second


def test_long_attendance_sheet_repeats_its_head():
    candidates = b.long_content(20).juries[0].candidates * 3
    sheets = pages(render_attendance((b.content(juries=(b.jury(candidates=candidates),)),)))
    assert len(sheets) > 1
    assert all("Heure\nCandidat·e\nArrivée\nSignature" in sheet for sheet in sheets)


def test_order_of_passage_tells_nothing_but_name_hour_and_room():
    text = words(render_passage((b.content(),), wording=FRENCH))
    assert "9 h 45 – 10 h 30 TRẦN Thị Minh Khai Salle Agnès-Varda" in text
    assert "1988" not in text
    assert "VAE" not in text
    assert "NGUYỄN" not in text


def test_papers_exist_in_english():
    wording = Wording("en")
    assert "Attendance sheet" in words(render_attendance((b.content(),), wording=wording))
    assert "Order of passage" in words(render_passage((b.content(place=""),), wording=wording))


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2026-12-A", "pv-2026-12-A.pdf"),
        ("Déc. 2026 / n° 3", "pv-Dec.-2026-n-3.pdf"),
        ("../../etc", "pv-etc.pdf"),
        ("…", "pv-session.pdf"),
        ("a" * 300, f"pv-{'a' * 80}.pdf"),
    ],
)
def test_name_of_a_file_is_safe_everywhere(code, name):
    assert minutes_name(code) == name


def test_papers_of_a_session_have_different_names():
    assert attendance_name("S1") == "emargement-S1.pdf"
    assert passage_name("S1") == "ordre-de-passage-S1.pdf"


BRY = {"site": "Bry", "site_address": "2 avenue de l’Europe, 94360 Bry-sur-Marne"}
LYON = {"site": "Lyon", "site_address": "1 quai Rambaud, 69002 Lyon"}


def test_papers_name_the_site_of_a_room():
    content = b.content(place=BRY["site_address"], juries=(b.jury(**BRY),))
    text = words(render_passage((content,), wording=FRENCH))
    assert text.count(BRY["site_address"]) == 1
    assert "Salle Agnès-Varda, Bry" in words(render_attendance((content,), wording=FRENCH))


def test_papers_give_the_address_of_each_of_two_sites():
    juries = (b.jury(**BRY), b.jury(number=2, room="Plateau 2", candidates=(), **LYON))
    joined = f"{BRY['site_address']} ; {LYON['site_address']}"
    content = b.content(place=joined, juries=juries)
    passage = render_passage((content,), wording=FRENCH)
    for paper in (passage, render_minutes(content, wording=FRENCH)):
        text = words(paper)
        assert "Bry, 2 avenue de l’Europe, 94360 Bry-sur-Marne : Salle Agnès-Varda" in text
        assert "Lyon, 1 quai Rambaud, 69002 Lyon : Plateau 2" in text


def test_a_place_that_somebody_wrote_is_printed_beside_the_site():
    content = b.content(place="Salon des Métiers, stand 12", juries=(b.jury(**BRY),))
    text = words(render_minutes(content, wording=FRENCH))
    assert "Salon des Métiers, stand 12" in text
    assert BRY["site_address"] in text
