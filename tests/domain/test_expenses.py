"""Money to the cent, rates by day and seat, lines from presence, claims added up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.deliberation import Attendance, Deliberation
from jurydesk.domain.expense_lines import (
    Sitting,
    alike,
    derived_lines,
    next_number,
    priced,
    rewritten,
    sittings,
)
from jurydesk.domain.expense_rates import rate_on, succession
from jurydesk.domain.expense_retention import claim_keeping
from jurydesk.domain.expenses import (
    Claim,
    ClaimLine,
    ClaimStatus,
    ExpenseKind,
    Payment,
    Rate,
    Totals,
    totals,
)
from jurydesk.domain.money import ZERO, Euros, read_amount, read_number, to_cents
from jurydesk.domain.retention import DEFAULTS, DataClass, Ground
from jurydesk.domain.session import Modality
from jurydesk.wording import Wording
from tests.builders import DAY, a_hearing, a_jury, a_session, some_jurors
from tests.domain import expense_cases
from tests.domain.case import Case, codes
from tests.domain.expense_cases import RATES, SINCE, K, a_claim, a_line, a_receipt

AM, PM = HalfDay.AM, HalfDay.PM
NEXT_DAY = DAY + timedelta(1)


@pytest.mark.parametrize("case", expense_cases.CASES, ids=str)
def test_findings_of_a_claim(case: Case) -> None:
    assert codes(case.find()) == case.expected


class TestMoney:
    @pytest.mark.parametrize(
        ("amount", "cents"),
        [
            ("1.024", "1.02"),
            ("1.025", "1.03"),
            ("1.0249999", "1.02"),
            ("0.005", "0.01"),
            ("2", "2"),
        ],
    )
    def test_half_a_cent_goes_up(self, amount: str, cents: str) -> None:
        assert to_cents(Decimal(amount)) == Decimal(cents)

    @pytest.mark.parametrize(
        ("typed", "amount"),
        [
            ("12", "12.00"),
            ("12,5", "12.50"),
            ("1 234,50 €", "1234.50"),
            ("1\u202f234,50\u00a0€", "1234.50"),
            ("1,234.50", "1234.50"),
            ("1.234,50 euros", "1234.50"),
            ("20.20 EUR", "20.20"),
            ("999 999,99", "999999.99"),
        ],
    )
    def test_amounts_are_read_as_people_type_them(self, typed: str, amount: str) -> None:
        assert str(read_amount(typed)) == amount

    @pytest.mark.parametrize(
        "typed", ["", "-3", "12,345", "douze", "1000000", "1,2,3", "1e3", "٣", "nan", "12 €/km"]
    )
    def test_what_is_no_amount_is_refused(self, typed: str) -> None:
        with pytest.raises(ValueError, match=r".*"):
            read_amount(typed)

    def test_a_rate_may_be_a_fraction_of_a_cent(self) -> None:
        assert read_number("0,529", places=4) == Decimal("0.529")

    @pytest.mark.parametrize(
        ("amount", "french", "english"),
        [
            ("1234.5", "1\u202f234,50\u00a0€", "€1,234.50"),
            ("0", "0,00\u00a0€", "€0.00"),
            ("-12", "\u221212,00\u00a0€", "\u2212€12.00"),
        ],
    )
    def test_amounts_are_written_with_spaces_that_do_not_break(
        self, amount: str, french: str, english: str
    ) -> None:
        assert Wording("fr").money(Decimal(amount)) == french
        assert Wording("en").figure(Euros(amount)) == english

    def test_rates_and_quantities_keep_what_they_need(self) -> None:
        words, english = Wording("fr"), Wording("en")
        assert words.rate(Decimal("0.529")) == "0,529\u00a0€"
        assert english.rate(Decimal("0.529")) == "€0.529"
        assert words.rate(Decimal(60)) == "60,00\u00a0€"
        written = [words.number(Decimal(n)) for n in ("42.50", "100", "1200", "0.5")]
        assert written == ["42,5", "100", "1\u202f200", "0,5"]

    @given(st.decimals(min_value=0, max_value=999_999, places=2))
    def test_what_is_written_is_read_again(self, amount: Decimal) -> None:
        assert read_amount(Wording("fr").money(amount)) == amount


class TestRates:
    OWN = Rate(K.HALF_DAY, Decimal(90), SINCE, seat="EMPLOYEES", id=9)

    @pytest.mark.parametrize(("seat", "amount"), [("EMPLOYEES", 90), ("EMPLOYERS", 60), ("", 60)])
    def test_the_rate_of_a_seat_comes_first(self, seat: str, amount: int) -> None:
        rate = rate_on((*RATES, self.OWN), K.HALF_DAY, DAY, seat=seat)
        assert rate is not None
        assert rate.amount == amount

    @pytest.mark.parametrize(
        ("day", "held"),
        [("2025-12-31", False), ("2026-01-01", True), ("2026-06-30", True), ("2026-07-01", False)],
    )
    def test_a_rate_holds_on_its_first_and_last_day(self, day: str, held: bool) -> None:
        rate = Rate(K.MEAL, Decimal(20), SINCE, date(2026, 6, 30))
        assert (rate_on((rate,), K.MEAL, date.fromisoformat(day)) is not None) is held

    def test_a_new_rate_ends_the_one_before(self) -> None:
        ended, new = succession(RATES, Rate(K.MEAL, Decimal(21), date(2026, 7, 1)))
        assert ended == (replace(RATES[3], until=date(2026, 6, 30)),)
        assert (new.until, new.id) == (None, 0)

    def test_a_rate_from_the_same_day_takes_the_place_of_the_other(self) -> None:
        ended, new = succession(RATES, Rate(K.MEAL, Decimal(21), SINCE))
        assert (ended, new.id, new.amount) == ((), 4, 21)

    def test_a_rate_before_another_ends_with_its_beginning(self) -> None:
        ended, new = succession(RATES, Rate(K.MEAL, Decimal(19), date(2025, 1, 1)))
        assert (ended, new.until) == ((), date(2025, 12, 31))

    def test_a_rate_of_one_seat_leaves_that_of_all_seats(self) -> None:
        assert succession(RATES, replace(self.OWN, id=0)) == ((), replace(self.OWN, id=0))


def some_sittings(*halves: HalfDay, day: date = DAY, **changes: object) -> tuple[Sitting, ...]:
    return tuple(
        replace(Sitting(day, half, "EMPLOYERS", recorded=True), **changes)  # type: ignore[arg-type]  # -- keywords from data
        for half in halves
    )


def shown(lines: tuple[ClaimLine, ...]) -> list[tuple[str, str, str]]:
    return [(line.kind.value, f"{line.quantity}", f"{line.due}") for line in lines]


class TestLines:
    WHOLE = (*RATES, Rate(K.WHOLE_DAY, Decimal(110), SINCE))

    def test_two_half_days_without_a_rate_for_the_day(self) -> None:
        lines = derived_lines(some_sittings(AM, PM), Modality.ON_SITE, RATES)
        assert shown(lines) == [("HALF_DAY", "1", "60.00")] * 2
        assert [line.half_day for line in lines] == [AM, PM]

    def test_a_whole_day_where_there_is_a_rate_for_it(self) -> None:
        lines = derived_lines(some_sittings(AM, PM), Modality.ON_SITE, self.WHOLE)
        assert shown(lines) == [("WHOLE_DAY", "1", "110.00")]

    def test_one_half_day_is_no_whole_day(self) -> None:
        lines = derived_lines(some_sittings(PM), Modality.ON_SITE, self.WHOLE)
        assert shown(lines) == [("HALF_DAY", "1", "60.00")]

    def test_two_seats_on_one_day_are_two_half_days(self) -> None:
        sat = (*some_sittings(AM), *some_sittings(PM, seat="EMPLOYEES"))
        lines = derived_lines(sat, Modality.ON_SITE, self.WHOLE)
        assert [line.seat for line in lines] == ["EMPLOYERS", "EMPLOYEES"]

    def test_from_afar(self) -> None:
        rates = (*self.WHOLE, Rate(K.REMOTE, Decimal(40), SINCE))
        lines = derived_lines(some_sittings(AM, PM), Modality.REMOTE, rates)
        assert shown(lines) == [("REMOTE", "1", "40.00")] * 2

    def test_presiding_and_files_only_where_they_are_paid(self) -> None:
        sat = some_sittings(AM, presides=True, files=4)
        assert shown(derived_lines(sat, Modality.ON_SITE, RATES[:1])) == [
            ("HALF_DAY", "1", "60.00")
        ]
        rates = (*RATES, Rate(K.FILE_READ, Decimal("7.35"), SINCE))
        assert shown(derived_lines(sat, Modality.ON_SITE, rates)) == [
            ("HALF_DAY", "1", "60.00"),
            ("PRESIDENCY", "1", "12.50"),
            ("FILE_READ", "4", "29.40"),
        ]

    def test_a_rate_that_changes_between_two_half_days_of_a_session(self) -> None:
        ended, new = succession(RATES[:1], Rate(K.HALF_DAY, Decimal(65), NEXT_DAY))
        sat = (*some_sittings(PM), *some_sittings(AM, day=NEXT_DAY))
        lines = derived_lines(sat, Modality.ON_SITE, (*ended, new))
        assert shown(lines) == [("HALF_DAY", "1", "60.00"), ("HALF_DAY", "1", "65.00")]
        assert [line.rate for line in lines] == [60, 65]

    def test_without_a_rate_the_line_is_there_and_worth_nothing(self) -> None:
        (line,) = derived_lines(some_sittings(AM), Modality.ON_SITE, ())
        assert (line.due, line.rate) == (ZERO, None)

    @pytest.mark.parametrize(
        ("kilometres", "due"), [("42.5", "22.48"), ("2.5", "1.32"), ("100", "52.90"), ("0", "0")]
    )
    def test_kilometres_are_rounded_once_to_the_cent(self, kilometres: str, due: str) -> None:
        line = a_line(1, K.TRAVEL_KM, quantity=Decimal(kilometres))
        assert (line.due, line.claimed) == (Decimal(due), Decimal(due))

    @pytest.mark.parametrize(
        ("claimed", "due"), [("20.19", "20.19"), ("20.20", "20.20"), ("20.21", "20.20")]
    )
    def test_a_ceiling_cuts_above_it_only(self, claimed: str, due: str) -> None:
        assert a_line(1, K.MEAL, claimed).due == Decimal(due)

    def test_a_ceiling_counts_for_each_unit(self) -> None:
        assert a_line(1, K.NIGHT, "185", quantity=Decimal(2)).due == 180

    def test_a_ticket_is_refunded_as_it_was_unless_there_is_a_ceiling(self) -> None:
        ticket = ClaimLine(1, DAY, K.TRAVEL_FARE, claimed=Decimal(130))
        ceiling = (Rate(K.TRAVEL_FARE, Decimal(120), SINCE),)
        assert [priced(ticket, rates).due for rates in ((), ceiling)] == [130, 120]


class TestPresence:
    BOTH = a_session(
        juries=(a_jury(), a_jury(2, half_day=PM, president_id=2)),
        hearings=(a_hearing(), a_hearing(2, at="10:00", recused=(1,)), a_hearing(3, jury=2)),
    )

    def test_before_the_day_the_plan_counts(self) -> None:
        assert sittings(self.BOTH, None, 1) == (
            Sitting(DAY, AM, "EMPLOYERS", presides=True, files=1),
            Sitting(DAY, PM, "EMPLOYERS", files=1),
        )

    def test_who_was_noted_absent_did_not_sit(self) -> None:
        noted = (Attendance(1, 1, present=False), Attendance(2, 1, present=True))
        sat = sittings(self.BOTH, Deliberation(1, attendance=noted), 1)
        assert sat == (Sitting(DAY, PM, "EMPLOYERS", files=1, recorded=True),)

    def test_an_annulled_jury_counts_for_those_who_were_there(self) -> None:
        session = a_session(juries=(a_jury(annulled=True),))
        present = Deliberation(1, attendance=(Attendance(1, 1, present=True),))
        assert [len(sittings(session, one, 1)) for one in (None, present)] == [0, 1]

    def test_two_rooms_at_once_are_one_half_day(self) -> None:
        session = a_session(juries=(a_jury(), a_jury(2, room="Salle 2")))
        assert len(sittings(session, None, 1)) == 1

    def test_somebody_else_did_not_sit(self) -> None:
        session = a_session(juries=(a_jury(jurors=some_jurors(2, 3)),))
        assert sittings(session, None, 1) == ()


class TestClaims:
    def test_fees_are_written_anew_and_what_was_typed_stays(self) -> None:
        meal = a_line(11, K.MEAL, "15")
        claim = a_claim(meal, receipts=(a_receipt(1, 11),))
        both = derived_lines(some_sittings(AM, PM), Modality.ON_SITE, RATES)
        after = rewritten(claim, both)
        assert [(line.number, line.kind) for line in after.lines] == [
            (12, K.HALF_DAY),
            (13, K.HALF_DAY),
            (11, K.MEAL),
        ]
        assert after.receipts_of(11) == claim.receipts
        assert alike(after, both)
        assert rewritten(after, both) == after

    def test_a_number_is_not_given_again_while_a_receipt_names_it(self) -> None:
        assert next_number(Claim(1, 1)) == 1
        assert next_number(Claim(1, 1, receipts=(a_receipt(1, 7),))) == 8

    def test_amounts_of_a_claim(self) -> None:
        claim = a_claim(a_line(11, K.MEAL, "25"), payments=(Payment(DAY, Decimal(50)),))
        amounts = (claim.claimed, claim.due, claim.paid, claim.outstanding)
        assert amounts == tuple(map(Decimal, ("97.50", "92.70", "50", "42.70")))
        assert replace(claim, status=ClaimStatus.REFUSED).outstanding == -50

    def test_totals_tell_what_is_owed_from_what_is_expected(self) -> None:
        paid = (Payment(DAY, Decimal("72.50")),)
        claims = tuple(
            a_claim(status=status, payments=paid if status is ClaimStatus.PAID else ())
            for status in ClaimStatus
        )
        added = totals(claims)
        assert added == Totals(Decimal("145.00"), Decimal("145.00"), Decimal("72.50"))
        assert added.outstanding == Decimal("72.50")
        assert totals(()) == Totals()

    @given(st.lists(st.decimals(0, 1000, places=2), max_size=8))
    def test_cents_are_never_lost_in_a_sum(self, amounts: list[Decimal]) -> None:
        lines = tuple(
            ClaimLine(n, DAY, ExpenseKind.OTHER, due=amount) for n, amount in enumerate(amounts)
        )
        cents = sum(int(amount * 100) for amount in amounts)
        assert Claim(1, 1, lines).due * 100 == cents


class TestRetention:
    TERM = DEFAULTS[DataClass.ACCOUNTING]

    def test_ten_years_by_law(self) -> None:
        assert (self.TERM.months, self.TERM.ground, self.TERM.source) == (
            120,
            Ground.LAW,
            "L123-22",
        )

    def test_counted_from_the_end_of_the_year_of_the_session(self) -> None:
        keeping = claim_keeping(a_claim(), a_session(), self.TERM)
        assert (keeping.since, keeping.last) == (date(2026, 12, 31), date(2036, 12, 31))
        assert not keeping.is_over(date(2036, 12, 31))
        assert keeping.is_over(date(2037, 1, 1))

    def test_a_later_payment_counts(self) -> None:
        claim = a_claim(payments=(Payment(date(2027, 1, 2), Decimal(1)),))
        assert claim_keeping(claim, a_session(), self.TERM).last == date(2037, 12, 31)

    def test_without_an_end(self) -> None:
        endless = replace(self.TERM, months=None)
        assert not claim_keeping(a_claim(), a_session(), endless).is_over(date(2999, 1, 1))
