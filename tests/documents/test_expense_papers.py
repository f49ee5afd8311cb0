"""The papers on expenses: what they show, in both languages, and no sentence that none prints."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from itertools import product

from jurydesk.documents.expense_claim import render_claim
from jurydesk.documents.expense_statement import render_statement
from jurydesk.documents.filenames import claim_name, statement_name
from jurydesk.domain.expense_papers import ClaimContent, StatementContent, statement_lines
from jurydesk.domain.expenses import ClaimStatus, Payment, totals
from jurydesk.domain.minutes import CertifierStatement
from jurydesk.domain.people import Sex
from jurydesk.wording import LANGUAGES, Wording, catalogue
from tests.builders import DAY, a_session, an_examiner
from tests.documents.reading import fonts, pages, plain, words
from tests.domain.expense_cases import K, a_claim, a_line, a_receipt

FRENCH = Wording("fr")
OFFICE = CertifierStatement("CEFPF", "41012345600012", "Montreuil", "", "")
MEAL = a_line(11, K.MEAL, "25.50", note="déjeuner")
FULL = a_claim(
    MEAL,
    a_line(12, K.TRAVEL_KM, quantity=Decimal("42.5")),
    a_line(13, K.NIGHT, "1080", quantity=Decimal(2)),
    receipts=(a_receipt(1, 11), a_receipt(2, 11)),
    payments=(Payment(DAY, Decimal(50), "VIR 12"),),
    status=ClaimStatus.CHECKED,
    submitted_on=DAY,
    settled_on=DAY,
    settled_by="Camille",
)


def a_content(claim=FULL, **changes):
    session = a_session()
    content = ClaimContent(OFFICE, claim, an_examiner(1), session, "Assistant", DAY)
    return replace(content, **changes)


def a_statement(*claims, **changes):
    session = a_session()
    people = (an_examiner(number) for number in range(1, len(claims) + 1))
    rows = zip(claims, people, [session] * len(claims), strict=True)
    content = StatementContent(OFFICE, statement_lines(rows), totals(claims), DAY, session)
    return replace(content, **changes)


def test_claim_shows_lines_ceilings_receipts_and_what_is_left():
    text = words(render_claim(a_content(), wording=FRENCH))
    for said in (
        "État de frais n° 1",
        "ARNAUD Zoé Session 2026-12-A · RNCP40642 · 14 décembre 2026",
        "Vérifié le 14 décembre 2026 par Camille, à payer.",
        "14/12/2026 Demi-journée (matin) 1 60,00 € 60,00 € 60,00 €",
        "14/12/2026 Repas déjeuner · justificatifs 1, 2 1 max. 20,20 € 25,50 € 20,20 €",
        "Trajet en voiture 42,5 0,529 € 22,48 € 22,48 €",
        "Nuitée justificatif à joindre 2 max. 90,00 € 1 080,00 € 180,00 €",
        "Total 1 200,48 € 295,18 €",
        "VIR 12 50,00 € Reste à payer 245,18 €",
        "Je soussignée certifie",
        "Organisme certificateur",
    ):
        assert said in text, said


def test_amounts_are_not_broken_at_the_end_of_a_line():
    lines = "\n".join(pages(render_claim(a_content(), wording=FRENCH))).splitlines()
    assert "1 080,00 €" in map(plain, lines)


def test_what_the_law_says_of_employees_is_told_to_them_only():
    said = "aucune réduction de la rémunération"
    employee = a_content(examiner=an_examiner(1, is_employee=True))
    assert said in words(render_claim(employee, wording=FRENCH))
    assert said not in words(render_claim(a_content(), wording=FRENCH))


def test_a_long_claim_keeps_its_signatures_together():
    meals = (replace(MEAL, number=n, note=f"repas n° {n}") for n in range(11, 80))
    *_, last = sheets = pages(render_claim(a_content(a_claim(*meals)), wording=FRENCH))
    assert len(sheets) > 1
    assert "Je soussignée" in last
    assert last.count("Date et signature") == 2
    assert all("Dépense" in sheet for sheet in sheets[:-1])


def test_statement_adds_up_by_person():
    text = words(render_statement(a_statement(FULL, a_claim()), wording=FRENCH))
    assert "ARNAUD Zoé à payer 72,50 € 222,68 € 295,18 € 50,00 € 245,18 €" in text
    assert "BELLEC Yves à compléter 72,50 € 0,00 € 0,00 € 0,00 € 0,00 €" in text
    assert "Total 145,00 € 222,68 € 295,18 € 50,00 € 245,18 €" in text
    assert "72,50 € à vérifier 295,18 € dû 50,00 € payé 245,18 € reste à payer" in text


def test_statement_of_a_year_in_english():
    year = a_statement(FULL, session=None, year=2026)
    text = words(render_statement(year, wording=Wording("en")))
    assert "Year 2026" in text
    assert "ARNAUD Zoé 2026-12-A €72.50 €222.68 €295.18 €50.00 €245.18" in text


def test_nobody_claimed_anything():
    assert "Aucun état de frais." in words(render_statement(a_statement(), wording=FRENCH))


def test_the_same_claim_gives_the_same_bytes_with_its_own_faces():
    first, second = (render_claim(a_content(), wording=FRENCH) for _ in range(2))
    assert first == second
    assert all(fonts(first).values())


def test_names_of_files_name_nobody():
    assert claim_name("2026-12-A", 7) == "etat-de-frais-2026-12-A-7.pdf"
    assert statement_name("2026") == "frais-2026.pdf"


@dataclass(frozen=True)
class Listening(Wording):
    """Remembers which sentences it was asked for."""

    heard: set[str] = field(default_factory=set, compare=False)

    def text(self, code, /, **figures):
        count = figures.get("count", 0)
        many = isinstance(count, int) and count > 1 and self.has(f"{code}.many")
        self.heard.add(f"{code}.many" if many else code)
        return super().text(code, **figures)


def test_every_sentence_is_printed_somewhere_and_has_both_languages():
    wording = Listening("fr")
    one = replace(FULL, receipts=(a_receipt(1, 11),))
    for status, sex in product(ClaimStatus, Sex):
        person = an_examiner(1, sex=sex, is_employee=True)
        claim = replace(one, status=status, reason="illisible")
        render_claim(a_content(claim, examiner=person), wording=wording)
    render_claim(a_content(), wording=wording)
    days = (DAY, DAY + timedelta(1))
    render_statement(a_statement(FULL, session=a_session(days=days)), wording=wording)
    render_statement(a_statement(session=None, year=2026), wording=wording)
    render_statement(a_statement(FULL, session=None, year=2026), wording=wording)
    both = [{c for c in catalogue(lang) if c.startswith("expenses.")} for lang in LANGUAGES]
    assert both[0] == both[1]
    assert sorted(both[0] - wording.heard) == []
