"""What the entities answer by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from jurydesk.domain.audit import GENESIS, AuditEvent, EventType, canonical, chained, first_broken
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import Block
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.people import Candidate, Sex
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.session import Hours, SessionStatus
from tests.builders import (
    a_candidacy,
    a_candidate,
    a_certification,
    a_composition,
    a_hearing,
    a_jury,
    a_session,
    a_vae,
    an_examiner,
)


def test_names_as_the_office_writes_them() -> None:
    assert Candidate("Ængström", ("Łukasz",)).full_name == "ÆNGSTRÖM Łukasz"
    assert Candidate("N'Diaye", ()).full_name == "N'DIAYE"
    assert an_examiner(1).full_name == "ARNAUD Zoé"


def test_examiner_may_hold_only_proved_seats() -> None:
    assert an_examiner(1).may_hold("EMPLOYERS")
    assert not an_examiner(1).may_hold("EMPLOYEES")


def test_entry_is_admissibility_for_a_vae_and_entry_into_training_else() -> None:
    assert a_vae().entry == date(2026, 5, 4)
    assert a_candidacy().entry == date(2026, 1, 5)


def test_training_routes_are_all_but_two() -> None:
    assert {route for route in AccessRoute if not route.is_training} == {
        AccessRoute.INDIVIDUAL,
        AccessRoute.EXPERIENCE,
    }


def test_sheet_answers_for_what_it_does_not_say() -> None:
    sheet = a_certification(routes=())
    terms = sheet.terms(AccessRoute.EXPERIENCE)
    assert (terms.access, terms.composition) == (Access.UNKNOWN, None)
    assert sheet.block("BC09") is None
    assert a_composition().seat("GUEST") is None


def test_four_seats_want_three_outsiders_and_give_three_votes() -> None:
    composition = a_composition()
    assert composition.voters == 3
    assert composition.is_settled


@pytest.mark.parametrize(("code", "short"), [("RNCP34316BC02", "BC02"), ("CCP1", "CCP1")])
def test_short_code_of_a_block(code: str, short: str) -> None:
    assert Block(code, "Bloc").short_code == short


class TestHours:
    def test_half_days_end_and_begin_at_lunch(self) -> None:
        assert Hours().bounds(HalfDay.AM) == (time(9), time(12, 30))
        assert Hours().bounds(HalfDay.PM) == (time(13, 30), time(17, 30))

    def test_half_day_without_time_is_empty(self) -> None:
        morning_only = Hours(end=time(12))
        assert morning_only.bounds(HalfDay.AM) == (time(9), time(12))
        assert morning_only.bounds(HalfDay.PM) == (time(13, 30), time(13, 30))

    @pytest.mark.parametrize(("minutes", "adapted"), [(45, 60), (30, 40), (50, 70), (40, 55)])
    def test_a_third_more_is_rounded_up_to_five_minutes(self, minutes: int, adapted: int) -> None:
        hours = Hours(minutes=minutes)
        assert hours.length(extra_time=False) == timedelta(minutes=minutes)
        assert hours.length(extra_time=True) == timedelta(minutes=adapted)


class TestSession:
    def test_what_is_not_placed_yet(self) -> None:
        assert a_session(candidacies=(1, 2, 3)).unplaced == (2, 3)

    def test_finds_its_parts(self) -> None:
        session = a_session()
        assert (session.jury(1), session.jury(2)) == (a_jury(), None)
        assert (session.hearing(1), session.hearing(2)) == (a_hearing(), None)
        assert (a_jury().juror(9), a_jury().half) == (None, (a_jury().day, HalfDay.AM))

    def test_can_be_planned_until_it_is_frozen(self) -> None:
        plannable = {s for s in SessionStatus if a_session(status=s).can_be_planned}
        assert plannable == {SessionStatus.DRAFT, SessionStatus.PROPOSED}


def numbered(*events: AuditEvent) -> list[tuple[int, AuditEvent | None]]:
    return [(event.sequence, event) for event in events]


class TestAuditChain:
    @staticmethod
    def _trail() -> list[AuditEvent]:
        moment = datetime.combine(date(2026, 11, 23), time(9))
        trail: list[AuditEvent] = []
        for details in ({"id": 1}, {"id": 2, "nom": "Łukasz"}, {}):
            event = AuditEvent(EventType.CANDIDATE_SAVED, moment, "Nadia", canonical(details))
            trail.append(chained(event, trail[-1] if trail else None))
        return trail

    def test_each_event_holds_the_hash_of_the_one_before(self) -> None:
        first, second, third = self._trail()
        assert (first.sequence, first.previous) == (1, GENESIS)
        assert (second.previous, third.previous) == (first.hash, second.hash)
        assert first_broken(numbered(first, second, third)) is None
        assert first_broken([]) is None

    @pytest.mark.parametrize(
        "change", [{"details": "{}"}, {"actor": "Autre"}, {"sequence": 5}, {"hash": "0"}]
    )
    def test_altered_event_is_named(self, change: dict[str, object]) -> None:
        trail = self._trail()
        trail[1] = replace(trail[1], **change)
        assert first_broken(numbered(*trail)) == trail[1].sequence

    def test_missing_event_breaks_the_chain(self) -> None:
        first, _, third = self._trail()
        assert first_broken(numbered(first, third)) == third.sequence

    def test_what_cannot_be_read_is_named_by_its_number(self) -> None:
        first, _, third = self._trail()
        assert first_broken([(1, first), (2, None), (3, third)]) == 2

    def test_details_always_read_the_same(self) -> None:
        assert canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'


@pytest.mark.parametrize(("kind", "expected"), [(Kind.CANDIDATE, True), (Kind.MINUTES, False)])
def test_minutes_are_never_undone(kind: Kind, expected: bool) -> None:
    assert Change(kind, 1, None, a_candidate(sex=Sex.MALE)).can_be_undone is expected
