"""The shipped sheets, letter by letter, against the published ones; skipped without them."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from jurydesk.domain.certification import (
    EMPLOYEES,
    EMPLOYERS,
    INDEPENDENT,
    TEACHING_STAFF,
    Certification,
    RegistrationPeriod,
    Seat,
)
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.exchange.certification_files import read_certifications

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = {sheet.code: sheet for sheet in read_certifications()}
OLD = SHEETS["RNCP6082"]
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()
YEARS = {"un": 1, "deux": 2, "trois": 3, "cinq": 5}
DAY = rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})"
DECREE = re.compile(
    rf"Arrêté du {DAY} publié au Journal Officiel du {DAY} .*?"
    rf"Enregistrement pour (\w+) ans?,.*?avec effet au {DAY}, jusqu'au {DAY}\."
)
ROUTES = {
    AccessRoute.INITIAL_TRAINING: "Après un parcours de formation sous statut d’élève ou",
    AccessRoute.APPRENTICESHIP: "En contrat d’apprentissage",
    AccessRoute.CONTINUING_EDUCATION: "Après un parcours de formation continue",
    AccessRoute.PROFESSIONALISATION_CONTRACT: "En contrat de professionnalisation",
    AccessRoute.INDIVIDUAL: "Par candidature individuelle",
    AccessRoute.EXPERIENCE: "Par expérience",
}
NAMED_ROUTES = {
    AccessRoute.INITIAL_TRAINING: "FI_ELEVE_ETUDIANT",
    AccessRoute.APPRENTICESHIP: "CA_APPRENTISSAGE",
    AccessRoute.CONTINUING_EDUCATION: "FC_FORMATION_CONTINUE",
    AccessRoute.PROFESSIONALISATION_CONTRACT: "CQ_CONTRAT_PRO",
    AccessRoute.INDIVIDUAL: "CL_CANDIDATURE_INDIVIDUELLE",
    AccessRoute.EXPERIENCE: "VAE",
}
SEAT = re.compile(r"^- (Un/e .+), \((\d+)%\)$", re.MULTILINE)


@pytest.fixture(scope="module")
def published(shared_folder: Path) -> str:
    """The sheet RNCP6082 as France compétences shows it."""
    return (shared_folder / "domain" / "fiche-rncp6082.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gathered(shared_folder: Path) -> dict[str, dict[str, Any]]:
    """What was gathered on the five sheets and their predecessor, by number."""
    path = shared_folder / "domain" / "cefpf_certifications.json"
    sheets = json.loads(path.read_text(encoding="utf-8"))["fiches"]
    return {sheet["numero"]: sheet for sheet in sheets}


def day_of(day: str, month: str, year: str) -> date:
    return date(int(year), MONTHS.index(month) + 1, int(day))


def period(match: re.Match[str]) -> RegistrationPeriod:
    groups = match.groups()
    return RegistrationPeriod(
        decree=day_of(*groups[0:3]),
        journal=day_of(*groups[3:6]),
        effect=day_of(*groups[7:10]),
        until=day_of(*groups[10:13]),
        years=YEARS[groups[6]],
    )


def test_the_23_skills_letter_by_letter(published: str) -> None:
    part = published.partition("compétences suivantes :\n")[2].partition("\n\n")[0]
    skills = tuple(line.removeprefix("- ").rstrip(",.") for line in part.splitlines())
    assert len(skills) == 23
    assert OLD.skills == skills


def test_the_five_registration_periods(published: str) -> None:
    decrees = DECREE.finditer(published.replace("\u00a0", " "))
    periods = sorted(map(period, decrees), key=lambda one: one.decree)
    assert len(periods) == 5
    assert OLD.registrations == tuple(periods)
    ends = re.search(r"Date d’échéance de l’enregistrement : (\d\d)-(\d\d)-(\d{4})", published)
    assert ends is not None
    assert OLD.registered_until == date(int(ends[3]), int(ends[2]), int(ends[1]))
    assert OLD.registered_from == periods[0].effect


def test_the_routes_and_the_seats_of_each_jury(published: str) -> None:
    table = published.partition("Composition des jurys\n")[2].partition("\n\nOui Non")[0]
    starts = sorted((table.index(words), route) for route, words in ROUTES.items())
    bounds = [*(start for start, _ in starts), len(table)]
    for rank, (start, route) in enumerate(starts):
        part = table[start : bounds[rank + 1]]
        terms = OLD.terms(route)
        seats = SEAT.findall(part)
        assert terms.access is (Access.OPEN if seats else Access.CLOSED), route
        composition = terms.composition
        said = [(s.label, str(s.share)) for s in composition.seats] if composition else []
        assert said == seats, route
        assert (composition is not None and composition.balanced) == ("équilibrée" in part)


def test_who_is_external_and_who_deliberates(published: str) -> None:
    assert "Trois des quatre membres du jury sont extérieurs au CEFPF (75%)" in published
    composition = OLD.composition(AccessRoute.EXPERIENCE)
    assert composition is not None
    assert [(s.kind, s.external, s.deliberates) for s in composition.seats] == [
        (EMPLOYERS, True, True),
        (EMPLOYEES, True, True),
        (INDEPENDENT, True, True),
        (TEACHING_STAFF, False, False),
    ]


def test_the_head_of_the_sheet(published: str) -> None:
    lines = published.splitlines()
    assert OLD.title in lines
    assert OLD.code in lines
    assert f"Nomenclature du niveau de qualification : Niveau {OLD.level}" in lines
    assert ("Inactive" in lines, OLD.active) == (True, False)
    assert f"{OLD.replaced_by} - Assistant de production" in lines
    assert re.findall(r"• (\d{3}\w) :", published) == list(OLD.nsf)
    assert re.findall(r"• ([A-Z]\d{4}) -", published) == list(OLD.rome)


def seats_of(sheet: dict[str, Any]) -> tuple[Seat, ...]:
    kinds = {
        "REPRESENTANT_EMPLOYEURS": EMPLOYERS,
        "REPRESENTANT_SALARIES": EMPLOYEES,
        "INDEPENDANT_SECTEUR": INDEPENDENT,
        "EQUIPE_PEDAGOGIQUE_CEFPF": TEACHING_STAFF,
    }
    return tuple(
        Seat(kinds[s["role"]], s["libelle"], s["part"], s["externe"], s["delibere"])
        for s in sheet["jury"]
    )


def test_seats_as_gathered(gathered: dict[str, dict[str, Any]]) -> None:
    seats = seats_of(gathered["RNCP6082"])
    for sheet in SHEETS.values():
        for terms in sheet.routes:
            if terms.composition:
                assert terms.composition.seats == seats


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_figures_as_gathered(sheet: Certification, gathered: dict[str, dict[str, Any]]) -> None:
    told = gathered[sheet.code]
    assert (sheet.title, sheet.level) == (told["intitule"], told["niveau"])
    assert list(sheet.nsf) == told["nsf"]
    assert list(sheet.formacodes) == told.get("formacodes", [])
    assert sheet.entry_conditions == told.get("prerequis_entree", "")
    ends = told.get("echeance")
    assert sheet.registered_until == (date.fromisoformat(ends) if ends else None)
    assert sheet.skills == tuple(told.get("competences_attestees", ()))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_blocks_sorted_and_only_the_named_option_optional(
    sheet: Certification, gathered: dict[str, dict[str, Any]]
) -> None:
    told = gathered[sheet.code].get("blocs", [])
    expected = sorted((b["code"], b["libelle"].strip(), b.get("option", False)) for b in told)
    assert [(b.code, b.title, b.optional) for b in sheet.blocks] == expected
    assert sheet.has_blocks is (True if told else None if sheet is not OLD else False)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.code)
def test_a_route_is_open_only_where_a_source_says_so(
    sheet: Certification, gathered: dict[str, dict[str, Any]]
) -> None:
    told = gathered[sheet.code]
    for route in AccessRoute:
        said = told.get("voies", {}).get(NAMED_ROUTES[route])
        if said is None and route is AccessRoute.APPRENTICESHIP:
            said = told.get("apprentissage")
        deduced = f"routes.{route}" in sheet.uncertain
        expected = {True: Access.OPEN, False: Access.CLOSED, None: Access.UNKNOWN}[said]
        assert deduced or sheet.terms(route).access is expected, route


def test_every_siret_is_one_that_was_seen_with_that_sheet(shared_folder: Path) -> None:
    path = shared_folder / "domain" / "cefpf_certifications.json"
    seen = json.loads(path.read_text(encoding="utf-8"))["certificateur"]["sirets_vus"]
    for sheet in SHEETS.values():
        told = {siret for siret, where in seen.items() if any(sheet.code in w for w in where)}
        assert set(sheet.sirets) == told
