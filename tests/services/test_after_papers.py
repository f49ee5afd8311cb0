"""Certificate of regularity, block statement, sheet for the support, appeal file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pikepdf
import pytest

from jurydesk.domain.acquisitions import Acquisition, Equivalence, EquivalenceState
from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Vote
from jurydesk.domain.masking import HIDDEN, Mask
from jurydesk.domain.people import Sex
from jurydesk.domain.rules import RULES
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import annulling
from jurydesk.services.after_papers import every_regularity, every_trainer_sheet
from jurydesk.services.appeals import print_appeal_file
from jurydesk.services.block_statements import print_block_statement
from jurydesk.services.notifying import print_notifications
from jurydesk.services.parchments import issue_parchments
from jurydesk.services.regularity_certificates import print_regularity
from jurydesk.wording import Wording, catalogue
from tests.builders import CODE, a_candidate
from tests.documents.reading import pages, words
from tests.fakes import FakeOffice
from tests.services.aftermath_office import (
    FIRST_NAMES,
    FRENCH,
    FULL,
    NAMES,
    NONE,
    PARTIAL,
    VAE,
    A,
    an_office,
)


@pytest.fixture
def office() -> FakeOffice:
    return an_office()


def test_the_certificate_answers_on_one_page(office: FakeOffice) -> None:
    paper = print_regularity(office.desk, code=A, wording=FRENCH)
    text = words(paper.pdf)
    assert len(pages(paper.pdf)) == 1
    (issued,) = office.all(Kind.MINUTES)
    for part in (
        "PV-2026-001",
        issued.content_hash,
        "3 sur 4 (75 %)",
        "2 F, 2 H",
        "BELLEC Yves n’a pas délibéré sur MARCHAND Quentin, Anne",
        "Déclaration non consignée",
    ):
        assert part in text
    assert "non consignée" not in text.split("Empreintes")[1]


def test_the_certificate_tells_what_is_not_established(office: FakeOffice) -> None:
    annulling.annul_jury(office.desk, code=A, jury=1, reason="Jugement")
    text = words(print_regularity(office.desk, code=A, wording=FRENCH).pdf)
    assert "Oui : jury 1." in text
    assert "à lire" in text


def test_the_certificate_needs_issued_minutes() -> None:
    office = an_office(is_issued=False)
    with pytest.raises(RefusedByRule, match="AFTER-NOT-ISSUED"):
        print_regularity(office.desk, code=A, wording=FRENCH)
    assert every_regularity(office.desk, code=A, wording=FRENCH) == ()


def test_blocks_add_up_over_sessions_and_older_sheets(office: FakeOffice) -> None:
    outside = Acquisition(
        PARTIAL, "RNCP34316", "RNCP34316BC02", date(2024, 6, 12), None, "Attestation du 12/06/2024"
    )
    equal = Equivalence(
        "RNCP34316", "RNCP34316BC02", CODE, f"{CODE}BC02", EquivalenceState.CONFIRMED
    )
    office.store(outside, equal)
    paper = print_block_statement(
        office.desk, candidate_id=PARTIAL, wording=FRENCH, certification=CODE
    )
    text = words(paper.pdf)
    for part in (
        "RNCP40642BC01",
        "14 décembre 2026",
        f"Session {A}, procès-verbal n° PV-2026-001",
        "12 juin 2024",
        "Attestation du 12/06/2024",
        "par équivalence du bloc RNCP34316BC02",
        "il reste à acquérir",
        "RNCP40642BC03",
    ):
        assert part in text
    with pytest.raises(WrongUsage, match="STATEMENT-WHICH-CERTIFICATION"):
        print_block_statement(office.desk, candidate_id=PARTIAL, wording=FRENCH)


def test_no_statement_of_nothing(office: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="STATEMENT-NO-BLOCK"):
        print_block_statement(office.desk, candidate_id=NONE, wording=FRENCH)


def test_the_sheet_for_the_support_says_nothing_of_votes(office: FakeOffice) -> None:
    sheets = every_trainer_sheet(office.desk, code=A, wording=FRENCH)
    assert [paper.name for paper in sheets] == [
        f"fiche-accompagnement-{A}-{number}.pdf" for number in (PARTIAL, NONE, VAE)
    ]
    text = words(sheets[2].pdf)
    assert "Denis Corbin" in text
    assert "Le plan de financement présenté n’est pas équilibré" in text
    assert "abstention" not in text


def test_the_appeal_file_names_nobody_else(office: FakeOffice) -> None:
    issue_parchments(office.desk, code=A)
    print_notifications(office.desk, code=A, wording=FRENCH)
    birthdays = {number: date(1980 + number, 3, number) for number in NAMES}
    for number, day in birthdays.items():
        image = office.workspace.images[Kind.CANDIDATE][number]
        office.workspace.images[Kind.CANDIDATE][number] = replace(image, birth_date=day)
    for language in ("fr", "en"):
        paper = print_appeal_file(
            office.desk, code=A, candidate_id=PARTIAL, wording=Wording(language)
        )
        text = words(paper.pdf).casefold()
        assert NAMES[PARTIAL].casefold() in text
        for number in NAMES:
            if number == PARTIAL:
                continue
            person = office.all(Kind.CANDIDATE)[number - 1]
            for secret in (
                NAMES[number],
                FIRST_NAMES[number],
                person.email,
                person.phone,
                f"{birthdays[number]:%d/%m/%Y}",
                FRENCH.date(birthdays[number]),
            ):
                assert secret.casefold() not in text, secret
    assert office.acts[-1] is EventType.APPEAL_FILE_MADE


def test_the_appeal_file_is_bound_with_an_index(office: FakeOffice, tmp_path) -> None:
    issue_parchments(office.desk, code=A)
    paper = print_appeal_file(office.desk, code=A, candidate_id=FULL, wording=FRENCH)
    path = tmp_path / paper.name
    path.write_bytes(paper.pdf)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        count = len(pdf.pages)
    assert titles[0] == "Index des pièces"
    assert "7. Parchemin" in titles
    assert "PV-2026-001" in words(paper.pdf).split("Journal")[-1]
    assert f"dossier, page {count} / {count}" in words(paper.pdf)


def test_free_words_about_others_are_masked(office: FakeOffice) -> None:
    (issued,) = office.all(Kind.MINUTES)
    told = "Mme Legrand est sortie ; Quentin est resté. Écrire à ophélie@example.net."
    content = replace(issued.content, incidents=told)
    office.workspace.images[Kind.MINUTES][1] = replace(issued, content=content)
    text = words(print_appeal_file(office.desk, code=A, candidate_id=PARTIAL, wording=FRENCH).pdf)
    assert f"Mme {HIDDEN} est sortie ; Quentin est resté. Écrire à {HIDDEN}." in text


def test_who_was_not_heard_has_no_appeal_file(office: FakeOffice) -> None:
    office.store(a_candidate(9))
    with pytest.raises(WrongUsage, match="APPEAL-NOT-HEARD"):
        print_appeal_file(office.desk, code=A, candidate_id=9, wording=FRENCH)


def test_a_mask_keeps_the_words_of_those_who_stay() -> None:
    other = replace(a_candidate(2), birth_name="Petit-Jean", first_names=("Zoé", "Anne"))
    mask = Mask([other], staying=("Zoé Arnaud",))
    assert mask.text("Zoé Arnaud a vu PETIT-JEAN Anne, puis Petit-Jeanne.") == (
        f"Zoé Arnaud a vu {HIDDEN} {HIDDEN}, puis Petit-Jeanne."
    )


WRITTEN = re.compile(r"\"(aftermath\.[a-z_.A-Z0-9-]*)")


def test_no_sentence_of_these_papers_is_dead() -> None:
    package = Path(__file__).resolve().parents[2] / "jurydesk"
    paths = [p for room in ("services", "documents") for p in (package / room).rglob("*.py")]
    written = {code for path in paths for code in WRITTEN.findall(path.read_text("utf-8"))}
    families = tuple(code for code in written if code.endswith("."))
    ours = (code for code in catalogue("fr") if code.startswith("aftermath."))
    dead = {
        code
        for code in (one.removesuffix(".many") for one in ours)
        if code not in written
        and not code.startswith(families)
        and code.rpartition(".")[0] not in written
    }
    assert dead == set()


def test_rules_that_found_something_are_told_with_their_version(office: FakeOffice) -> None:
    (issued,) = office.all(Kind.MINUTES)
    finding = RULES["JURY-04"].finding(jury=1)
    content = replace(issued.content, findings=(finding,))
    office.workspace.images[Kind.MINUTES][1] = replace(issued, content=content)
    text = words(print_regularity(office.desk, code=A, wording=FRENCH).pdf)
    assert "JURY-04 (version 1) : 1" in text


def test_one_question_has_one_answer_in_each_case(office: FakeOffice) -> None:
    """Absence, late arrival, one sex, equal voices: each is to be read, and said why."""
    (issued,) = office.all(Kind.MINUTES)
    jury = issued.content.juries[0]
    members = (
        replace(jury.members[0], present=False, mandate_end=None),
        replace(jury.members[1], sex=Sex.FEMALE, left=time(11)),
        *(replace(one, sex=Sex.FEMALE, arrived=time(9, 5)) for one in jury.members[2:]),
    )
    heard = tuple(replace(one, vote=Vote(1, 1)) for one in jury.candidates)
    told = replace(jury, members=members, candidates=heard)
    content = replace(issued.content, juries=(told,), incidents="Une coupure de courant.")
    office.workspace.images[Kind.MINUTES][1] = replace(issued, content=content)
    text = words(print_regularity(office.desk, code=A, wording=FRENCH).pdf)
    for part in (
        "Pas de désignation en cours pour ARNAUD Zoé",
        "ARNAUD Zoé, dont l’absence est consignée",
        "sans motif consigné",
        "voix prépondérante non consignée",
        "Une coupure de courant.",
        "BELLEC Yves, départ à 11 h",
    ):
        assert part in text
