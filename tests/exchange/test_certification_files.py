"""The shipped sheets: what they say, what they leave open, and how a damaged one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jurydesk.domain.certification import (
    EMPLOYEES,
    EMPLOYERS,
    INDEPENDENT,
    TEACHING_STAFF,
    Certification,
    CompositionStatus,
)
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.errors import DamagedFile, EnvironmentFailure
from jurydesk.exchange.certification_files import read_certifications
from jurydesk.paths import resource
from jurydesk.wording import LANGUAGES, Wording

SHEETS = {sheet.code: sheet for sheet in read_certifications()}
OLD = SHEETS["RNCP6082"]
CLOSED_IN_6082 = {AccessRoute.APPRENTICESHIP, AccessRoute.PROFESSIONALISATION_CONTRACT}


def test_five_sheets_in_the_order_of_their_number() -> None:
    assert [(sheet.code, sheet.family, sheet.level) for sheet in SHEETS.values()] == [
        ("RNCP6082", "AP", 6),
        ("RNCP34316", "AP", 6),
        ("RNCP34719", "AR", 5),
        ("RNCP40642", "AP", 6),
        ("RNCP41481", "AR", 5),
    ]


def test_chain_of_replacements() -> None:
    chain = {sheet.code: (sheet.replaces, sheet.replaced_by) for sheet in SHEETS.values()}
    assert chain == {
        "RNCP6082": ("", "RNCP34316"),
        "RNCP34316": ("RNCP6082", "RNCP40642"),
        "RNCP34719": ("RNCP23987", "RNCP41481"),
        "RNCP40642": ("RNCP34316", ""),
        "RNCP41481": ("RNCP34719", ""),
    }
    assert "replaced_by" in SHEETS["RNCP34316"].uncertain
    assert "replaces" in SHEETS["RNCP41481"].uncertain


class TestRncp6082:
    def test_four_seats_of_a_quarter_each(self) -> None:
        composition = OLD.composition(AccessRoute.EXPERIENCE)
        assert composition is not None
        assert [
            (seat.kind, seat.share, seat.external, seat.deliberates) for seat in composition.seats
        ] == [
            (EMPLOYERS, 25, True, True),
            (EMPLOYEES, 25, True, True),
            (INDEPENDENT, 25, True, True),
            (TEACHING_STAFF, 25, False, False),
        ]
        assert composition.voters == 3
        assert composition.status is CompositionStatus.PUBLISHED

    def test_four_routes_open_and_the_two_contracts_closed_without_a_jury(self) -> None:
        for route in AccessRoute:
            terms = OLD.terms(route)
            closed = route in CLOSED_IN_6082
            assert terms.access is (Access.CLOSED if closed else Access.OPEN)
            assert (terms.composition is None) is closed

    def test_judged_as_a_whole_on_23_skills(self) -> None:
        assert (OLD.has_blocks, OLD.blocks, len(OLD.skills)) == (False, (), 23)

    def test_five_registrations_overlap_and_leave_no_day_out(self) -> None:
        periods = OLD.registrations
        assert [(p.effect, p.until) for p in periods] == [
            (date(2008, 8, 27), date(2013, 8, 27)),
            (date(2013, 8, 27), date(2015, 8, 27)),
            (date(2014, 12, 31), date(2015, 12, 31)),
            (date(2015, 12, 31), date(2019, 3, 17)),
            (date(2019, 1, 4), date(2020, 1, 4)),
        ]

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2008, 8, 26), False),
            (date(2008, 8, 27), True),
            (date(2015, 12, 31), True),
            (date(2016, 2, 1), True),
            (date(2019, 3, 18), True),
            (date(2020, 1, 4), True),
            (date(2020, 1, 5), False),
        ],
    )
    def test_registered_on(self, day: date, expected: bool) -> None:
        assert OLD.registered_on(day) is expected

    def test_registration_of_2016_was_published_after_it_took_effect(self) -> None:
        fourth = OLD.registrations[3]
        assert (fourth.effect, fourth.journal) == (date(2015, 12, 31), date(2016, 3, 17))


@pytest.mark.parametrize("code", ["RNCP34316", "RNCP34719", "RNCP40642", "RNCP41481"])
def test_jury_that_nobody_read_is_proposed_from_the_sheet_that_was(code: str) -> None:
    sheet = SHEETS[code]
    published = OLD.composition(AccessRoute.EXPERIENCE)
    assert published is not None
    assert "jury" in sheet.unknown
    for terms in sheet.routes:
        assert terms.composition is not None
        assert terms.composition.seats == published.seats
        assert not terms.composition.is_settled
        assert "RNCP6082" in terms.composition.source


def test_blocks_as_published_and_sorted() -> None:
    blocks = SHEETS["RNCP34316"].blocks
    assert [(block.short_code, block.optional) for block in blocks] == [
        ("BC01", False),
        ("BC02", False),
        ("BC03", False),
        ("BC04", True),
    ]
    assert blocks[1].title.startswith("Gestion de la production et suivi de la postprduction")
    assert blocks[3].title.endswith("audiovisuelle ( option)")
    assert [b.short_code for b in SHEETS["RNCP34719"].blocks] == ["BC01", "BC02", "BC03", "BC04"]
    assert len(SHEETS["RNCP34719"].mandatory_blocks) == 4


def test_routes_that_no_source_gave_are_unknown() -> None:
    assert {t.access for t in SHEETS["RNCP40642"].routes} == {Access.OPEN}
    assert {t.access for t in SHEETS["RNCP41481"].routes} == {Access.UNKNOWN}
    known = {t.route for t in SHEETS["RNCP34316"].routes if t.access is Access.OPEN}
    assert known == {AccessRoute.APPRENTICESHIP}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_what_is_named_unknown_is_empty(sheet: Certification) -> None:
    for name in sheet.unknown:
        if name.startswith("routes."):
            assert sheet.terms(AccessRoute(name.removeprefix("routes."))).access is Access.UNKNOWN
        elif name == "blocks.skills":
            assert not any(block.skills for block in sheet.blocks)
        elif name != "jury":
            assert not getattr(sheet, name), name


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_what_is_unknown_or_deduced_has_words(sheet: Certification) -> None:
    named = {name for name in sheet.unknown + sheet.uncertain if not name.startswith("routes.")}
    for language in LANGUAGES:
        assert [n for n in named if not Wording(language).has(f"field.{n}")] == []


LEGITIMATELY_EMPTY = {
    "blocks": "judged as a whole, or not known: has_blocks says which",
    "conditions": "the text of the sheet, entry_conditions, is named under its own name",
    "has_blocks": "named under its own name",
    "replaces": "the first of its line",
    "replaced_by": "the last of its line",
    "uncertain": "nothing was deduced",
    "unknown": "nothing is unknown",
}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_what_is_empty_is_named_unknown(sheet: Certification) -> None:
    named = {name.partition(".")[0] for name in sheet.unknown}
    empty = {f.name for f in fields(sheet) if f.init and getattr(sheet, f.name) in (None, (), "")}
    assert empty - named - LEGITIMATELY_EMPTY.keys() == set()
    assert (sheet.has_blocks is None) is ("has_blocks" in named)


def test_every_source_is_named() -> None:
    assert all(sheet.sources for sheet in SHEETS.values())


def _damaged(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """A folder with one sheet in which something was changed."""
    source = resource("certifications", "RNCP6082.json")
    values = json.loads(source.read_text(encoding="utf-8"))
    change(values)
    (tmp_path / "RNCP6082.json").write_text(json.dumps(values), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (lambda v: v.pop("title"), "SHEET-04", "title"),
        (lambda v: v.update(colour="bleu"), "SHEET-05", "colour"),
        (lambda v: v.update(level="six"), "SHEET-03", "level"),
        (lambda v: v.update(level=True), "SHEET-03", "level"),
        (lambda v: v.update(skills="toutes"), "SHEET-03", "skills"),
        (lambda v: v.update(skills=[1]), "SHEET-03", "skills"),
        (lambda v: v.update(blocks=["BC01"]), "SHEET-03", "blocks"),
        (lambda v: v.update(registered_until="04/01/2020"), "SHEET-03", "registered_until"),
        (lambda v: v.update(code="RNCP1"), "SHEET-03", "code"),
        (lambda v: v.update(code="6082A"), "SHEET-03", "code"),
        (lambda v: v["routes"].update(EXPERIENCE="OUI"), "SHEET-03", "routes.EXPERIENCE"),
        (lambda v: v["routes"].pop("INDIVIDUAL"), "SHEET-04", "routes.INDIVIDUAL"),
        (lambda v: v["jury"]["seats"][2].pop("share"), "SHEET-04", "jury.seats[2].share"),
        (lambda v: v.update(jury={"like": "RNCP1"}), "SHEET-03", "jury.like"),
    ],
)
def test_damaged_sheet_is_refused_with_the_place(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], code: str, place: str
) -> None:
    with pytest.raises(DamagedFile) as refusal:
        read_certifications(_damaged(tmp_path, change))
    assert (refusal.value.code, refusal.value.figures) == (
        code,
        {"file": "RNCP6082.json", "place": place},
    )


@pytest.mark.parametrize("content", ["{", "[]", "\ufffe"])
def test_file_that_is_no_sheet(tmp_path: Path, content: str) -> None:
    (tmp_path / "RNCP1.json").write_text(content, encoding="utf-16")
    with pytest.raises(DamagedFile) as refusal:
        read_certifications(tmp_path)
    assert refusal.value.code == "SHEET-06"


def test_list_instead_of_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "RNCP1.json").write_text("[]", encoding="utf-8")
    with pytest.raises(DamagedFile) as refusal:
        read_certifications(tmp_path)
    assert refusal.value.code == "SHEET-06"


def test_folder_without_a_sheet(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as refusal:
        read_certifications(tmp_path)
    assert refusal.value.code == "SHEET-01"


def test_sheet_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "RNCP1.json").mkdir()
    with pytest.raises(EnvironmentFailure) as refusal:
        read_certifications(tmp_path)
    assert refusal.value.code == "SHEET-02"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_reads_as_a_sentence(language: str) -> None:
    figures = {"file": "RNCP1.json", "place": "title", "folder": "certifications"}
    for number in range(1, 7):
        sentence = Wording(language).text(f"SHEET-0{number}", **figures)
        assert sentence.endswith(".")
