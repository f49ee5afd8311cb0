"""The pages hold: long sessions, long texts, odd names, embedded fonts, nothing cut off."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.minutes import render_minutes
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.domain.deliberation import Decision, Outcome
from jurydesk.paths import resource
from jurydesk.wording import LANGUAGES, Wording
from tests.documents import builders as b
from tests.documents.reading import fonts, pages, words

FRENCH = Wording("fr")


def attendance_of(content, *, wording):
    return render_attendance((content,), wording=wording)


def passage_of(content, *, wording):
    return render_passage((content,), wording=wording)


PAPERS = (render_minutes, attendance_of, passage_of)
ODD_NAMES = (
    "ĐẶNG NGUYỄN Thị Ngọc Ánh, Hương-Giang",
    "SZCZĘŚNIAK-BRZĘCZYSZCZYKIEWICZ Żółć",
    "D’<b>ALMEIDA</b> & FILS Noé",
    "O'BRIEN-de-la-TRÉMOÏLLE-d’ÆSTHÈTE Œdipe, Anne-Françoise-Élisabeth-Marie-Thérèse",
    "X" * 120,
    "GÜNEŞ Ömer Çağrı, İbrahim",
    "ȘTEFĂNESCU Ioana",
    "ÞÓRÐARDÓTTIR Guðrún",
    "E\u0301LODIE décomposée",
)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_every_candidate_is_there_whatever_their_number(count):
    text = words(render_minutes(b.long_content(count), wording=FRENCH))
    found = re.findall(r"CANDIDAT(\d{3}) Prénom", text)
    assert found == [f"{n:03d}" for n in range(1, count + 1)]


def test_head_of_the_table_is_repeated_wherever_candidates_go_on():
    decisions = [
        page
        for page in pages(render_minutes(b.long_content(60), wording=FRENCH))
        if "CANDIDAT" in page
    ]
    assert len(decisions) > 10
    assert all("Candidat·e\nDécision, blocs de compétences et motifs" in p for p in decisions)
    assert all(re.search(r"Jury \d +\w+ \d+", p) for p in decisions)


@pytest.mark.parametrize("count", [1, 7, 12, 33])
def test_no_page_ends_with_a_heading(count):
    for page in pages(render_minutes(b.long_content(count), wording=FRENCH)):
        last = page.strip().splitlines()[-1]
        assert not re.match(r"\d +[A-ZÀ-Ý]|Jury \d|Décision, blocs|Présence|Règle", last)


def test_signatures_of_a_jury_stand_on_one_page():
    papers = (b.long_content(count) for count in (2, 5, 9, 14))
    for content in papers:
        signed = [p for p in pages(render_minutes(content, wording=FRENCH)) if "6   Sign" in p]
        assert len(signed) == 1
        assert "Attestation distincte" in signed[0]
        assert signed[0].count("Signature\n") >= 4


def test_juries_that_sat_alike_are_shown_once_and_sign_once():
    text = words(render_minutes(b.long_content(40), wording=FRENCH))
    assert text.count("3 externes sur 4") == 1
    assert text.count("Je soussigné PEYRAT") == 1
    other = replace(b.member("EMPLOYEES"), name="AUTRE Personne", examiner_id=99)
    juries = (
        b.jury(),
        b.jury(number=2, members=(b.member("EMPLOYERS"), other)),
        b.jury(number=3),
    )
    text = words(render_minutes(b.content(juries=juries), wording=FRENCH))
    assert text.count("Je soussigné PEYRAT") == 1
    assert "Jury 1, Jury 3 Membres ayant pris part" in text
    assert "Jury 2 Membres ayant pris part" in text


def test_pages_are_numbered_and_bear_the_reference():
    papers = pages(render_minutes(b.long_content(12), wording=FRENCH))
    for number, page in enumerate(papers, 1):
        assert f"page {number} / {len(papers)}" in page.replace("\u00a0", " ")
        assert "PV-2026-001 · session 2026-12-A · RNCP34316" in page.replace("\u00a0", " ")
        assert "Paraphes" in page


def test_file_says_what_it_is(outside_program, tmp_path):
    paper = tmp_path / "pv.pdf"
    paper.write_bytes(render_minutes(b.content(), wording=FRENCH))
    command = [outside_program("pdfinfo"), str(paper)]
    said = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert re.search(r"Title: +Procès-verbal de délibération\n", said)
    assert re.search(r"Subject: +Session 2026-12-A, RNCP34316\n", said)
    assert re.search(r"Author: +Centre européen de formation", said)
    assert re.search(r"Page size: .*\(A4\)", said)
    with pikepdf.open(paper) as document:
        assert document.Root.Lang == "fr-FR"


@pytest.mark.parametrize("render", PAPERS)
def test_every_font_is_embedded(render):
    used = fonts(render(b.content(incidents="Aléa"), wording=FRENCH))
    assert len(used) >= 2
    assert {name: carried for name, carried in used.items() if not carried} == {}
    assert all("JurydeskSans" in name for name in used)


@pytest.mark.parametrize("render", PAPERS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_papers_are_the_same_bytes_each_time(render, language):
    wording = Wording(language)
    assert render(b.content(), wording=wording) == render(b.content(), wording=wording)


def odd_content():
    """Names that try the fonts and the columns, and texts far longer than a page."""
    long = "Une phrase qui dure et que personne n’a voulu raccourcir. " * 150
    refused = b.block(b.BC03, Outcome.REFUSED, reason=long)
    candidates = tuple(
        b.candidate(candidacy_id=n, name=name, birth_place=name, observations=name)
        for n, name in enumerate(ODD_NAMES)
    )
    tall = b.candidate(
        blocks=(refused,), decision=Decision.NONE, recommendation=long, observations=long
    )
    members = tuple(
        replace(member, name=name, organisation=name, seat_label=name)
        for member, name in zip(b.MEMBERS.values(), ODD_NAMES[1:5], strict=True)
    )
    jury = b.jury(members=members, candidates=(*candidates, tall), one_sex_reason=long)
    return b.content(juries=(jury,), incidents=long, recourse=long, place=ODD_NAMES[3])


@pytest.mark.parametrize("render", PAPERS)
def test_nothing_runs_over_the_margins(render, outside_program, tmp_path):
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(render(odd_content(), wording=FRENCH))
    command = [outside_program("pdftotext"), "-bbox", str(paper), "-"]
    boxes = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    left, right = 20 / 25.4 * 72, (210 - 20) / 25.4 * 72
    outside = [
        line
        for line in boxes.splitlines()
        if (box := re.search(r'xMin="([\d.]+)".* xMax="([\d.]+)"', line))
        and not (left - 0.5 <= float(box[1]) and float(box[2]) <= right + 0.5)
    ]
    assert outside == []


def test_odd_names_are_printed_letter_for_letter():
    text = words(render_minutes(odd_content(), wording=FRENCH)).replace(" ", "")
    names = [name.replace(" ", "") for name in ODD_NAMES[:-1]]
    # As the name, as the place of birth and in the observations
    assert [name for name in names if text.count(name) < 3] == []
    assert text.count("ÉLODIEdécomposée") == 3


def test_text_longer_than_a_page_flows_over_several():
    papers = pages(render_minutes(odd_content(), wording=FRENCH))
    assert "".join(papers).count("raccourcir.") == 6 * 150


@pytest.mark.parametrize("face", ["REGULAR", "BOLD", "ITALIC", "BOLD_ITALIC"])
def test_fonts_have_every_sign_that_a_paper_may_need(face):
    from reportlab.pdfbase.pdfmetrics import getFont

    from jurydesk.documents.drawing import fonts as family

    family.register()
    vietnamese = "ĂÂĐÊÔƠƯăâđêôơư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
    latin = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C)]))
    signs = "\u00a0\u202f–—«»“”‘’…·•°№€☐☑✓→"
    printed = "".join(
        resource("wording", language, f"{area}.json").read_text("utf-8")
        for language in LANGUAGES
        for area in ("minutes", "papers", "rules", "terms")
    )
    known = getFont(getattr(family, face)).face.charToGlyph
    needed = set(vietnamese + latin + signs + printed + "".join(ODD_NAMES[:-1]))
    assert sorted(sign for sign in needed - {"\n"} if ord(sign) not in known) == []
