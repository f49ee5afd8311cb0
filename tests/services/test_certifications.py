from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.certification import CompositionStatus, RouteTerms
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import certifications
from tests.builders import a_certification, a_composition, some_routes
from tests.fakes import FakeOffice

PROPOSED = a_composition(status=CompositionStatus.PROPOSED, source="RNCP6082")


def proposed_sheet(code: str = "RNCP41481") -> object:
    return a_certification(code=code, id=2, routes=some_routes(PROPOSED))


def test_list_counts_candidacies_and_tells_what_to_confirm(office: FakeOffice) -> None:
    office.store(proposed_sheet())
    views = certifications.list_certifications(office.desk)
    assert [(v.certification.code, v.candidacies, v.needs_confirmation) for v in views] == [
        ("RNCP40642", 3, False),
        ("RNCP41481", 0, True),
    ]


@pytest.mark.parametrize("written", ["RNCP40642", "40642", " rncp 40642 "])
def test_show_understands_the_number_as_people_write_it(office: FakeOffice, written: str) -> None:
    view = certifications.show_certification(office.desk, code=written)
    assert (view.certification.code, view.candidacies) == ("RNCP40642", 3)
    assert view.compositions == (a_composition(),)


def test_show_refuses_an_unknown_number(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="CERTIFICATION-UNKNOWN"):
        certifications.show_certification(office.desk, code="12")


def test_confirming_signs_every_route_that_is_not_closed(office: FakeOffice) -> None:
    closed = RouteTerms(AccessRoute.APPRENTICESHIP, Access.CLOSED, PROPOSED)
    sheet = a_certification(code="RNCP41481", id=2, routes=(*some_routes(PROPOSED)[2:], closed))
    office.store(sheet)
    stored = certifications.confirm_composition(office.desk, code="RNCP41481").value
    *signed, untouched = stored.routes
    confirmed = replace(
        PROPOSED,
        status=CompositionStatus.CONFIRMED,
        confirmed_by="Camille",
        confirmed_on=date(2026, 11, 23),
    )
    assert {terms.composition for terms in signed} == {confirmed}
    assert untouched == closed
    assert office.acts == [EventType.COMPOSITION_CONFIRMED]


def test_confirming_like_another_sheet_takes_its_seats(office: FakeOffice) -> None:
    office.store(a_certification(code="RNCP41481", id=2, routes=some_routes(access=Access.OPEN)))
    bare = tuple(RouteTerms(route, Access.UNKNOWN) for route in AccessRoute)
    office.store(a_certification(code="RNCP34316", id=3, routes=bare))
    stored = certifications.confirm_composition(
        office.desk, code="RNCP34316", like="RNCP41481"
    ).value
    composition = stored.composition(AccessRoute.EXPERIENCE)
    assert composition is not None
    assert (composition.seats, composition.source) == (a_composition().seats, "RNCP41481")
    assert composition.is_settled


@pytest.mark.parametrize("like", ["", "RNCP41481"])
def test_a_published_composition_is_never_replaced(office: FakeOffice, like: str) -> None:
    office.store(proposed_sheet())
    with pytest.raises(RefusedByRule, match="COMPOSITION-SETTLED"):
        certifications.confirm_composition(office.desk, code="RNCP40642", like=like)


def test_nothing_known_is_nothing_to_confirm(office: FakeOffice) -> None:
    bare = tuple(RouteTerms(route, Access.UNKNOWN) for route in AccessRoute)
    office.store(a_certification(code="RNCP34316", id=3, routes=bare))
    with pytest.raises(RefusedByRule, match="COMPOSITION-SETTLED"):
        certifications.confirm_composition(office.desk, code="RNCP34316")


def test_seeding_leaves_known_sheets_alone(office: FakeOffice) -> None:
    with office.unit() as unit:
        sheets = (a_certification(title="autre", id=0), a_certification(code="RNCP6082", id=0))
        assert certifications.seed_certifications(unit, sheets) == 1
        assert [s.title for s in unit.certifications.all()] == ["Assistant de production"] * 2
