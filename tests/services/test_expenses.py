"""Expenses on a real workspace: each act, its undo, its trail; statements; the end of claims."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from jurydesk.bootstrap import open_desk
from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Attendance
from jurydesk.domain.expenses import Claim, ClaimStatus, Totals
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.exchange.received_files import received
from jurydesk.services.clock import SetClock
from jurydesk.services.document_purge import preview_purge, purge_documents
from jurydesk.services.expense_claims import add_line, change_line, remove_claims, remove_lines
from jurydesk.services.expense_preparing import prepare_claims
from jurydesk.services.expense_rates import (
    amount_from,
    quantity_from,
    rate_from,
    read_rates,
    remove_rate,
    set_rate,
)
from jurydesk.services.expense_receipts import (
    attach_receipts,
    detach_receipts,
    read_receipt,
    read_receipt_file,
    receipt_to_read,
    save_receipt,
)
from jurydesk.services.expense_steps import check, pay, refuse, reopen, submit, take_payment_back
from jurydesk.services.expenses import (
    ExpenseQuery,
    expense_statement,
    list_expenses,
    read_expense,
)
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.undo import revert
from jurydesk.services.workspace import verify
from tests.builders import DAY
from tests.domain.case import codes
from tests.exchange.handed_in import PDF, PNG
from tests.services.expense_office import CAR, CODE, EVENING, MEAL, SINCE, K, an_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk

TICKET = received("addition.pdf", PDF)
PHOTO = received("addition.png", PNG)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file that each test copies: making its tables takes a second."""
    path = tmp_path_factory.mktemp("expenses") / "bureau.jurydesk"
    an_office(path)[0].close()
    return path


@pytest.fixture
def office(template: Path, tmp_path: Path) -> Iterator[tuple[Desk, SetClock]]:
    clock = SetClock(EVENING)
    file = shutil.copyfile(template, tmp_path / "bureau.jurydesk")
    desk = open_desk(file, actor="Camille", clock=clock)
    yield desk, clock
    assert verify(desk).sound
    desk.close()


@pytest.fixture
def desk(office: tuple[Desk, SetClock]) -> Desk:
    return office[0]


@pytest.fixture
def claimed(desk: Desk) -> Desk:
    """Claims of everybody: 1 is the president's, with a meal and its receipt."""
    prepare_claims(desk, code=CODE)
    add_line(desk, claim_id=1, line=MEAL)
    attach_receipts(desk, claim_id=1, line=meal(desk), files=[TICKET])
    return desk


def claim(desk: Desk, number: int = 1) -> Claim:
    return read_expense(desk, claim_id=number).claim


def meal(desk: Desk) -> int:
    return next(line.number for line in claim(desk).lines if line.kind is K.MEAL)


def claims(desk: Desk) -> tuple[Claim, ...]:
    with desk.open_unit() as unit:
        return unit.claims.all()


def acts(desk: Desk) -> list[EventType]:
    with desk.open_unit() as unit:
        return [event.type for event in unit.audit.events()]


def shown(one: Claim) -> list[tuple[str, str]]:
    return [(line.kind.value, str(line.due)) for line in one.lines]


def found(desk: Desk, number: int = 1) -> tuple[str, ...]:
    return codes(read_expense(desk, claim_id=number).findings)


class TestRates:
    def test_a_new_rate_ends_the_one_before_and_undo_brings_it_back(self, desk: Desk) -> None:
        before = read_rates(desk).rates
        outcome = set_rate(
            desk, kind=K.MEAL, amount=Decimal(21), since=date(2027, 1, 1), note=" x "
        )
        meals = [r for r in read_rates(desk).rates if r.kind is K.MEAL]
        assert [(r.amount, r.since, r.until) for r in meals] == [
            (21, date(2027, 1, 1), None),
            (Decimal("20.20"), SINCE, date(2026, 12, 31)),
        ]
        assert (outcome.value.note, outcome.label) == ("x", "ACT-RATE-SET")
        revert(desk, outcome_changes=outcome.changes)
        assert read_rates(desk).rates == before

    def test_a_rate_from_the_same_day_is_replaced(self, desk: Desk) -> None:
        set_rate(desk, kind=K.MEAL, amount=Decimal(22), since=SINCE)
        assert [r.amount for r in read_rates(desk).rates if r.kind is K.MEAL] == [22]

    def test_taking_a_rate_away_is_undone(self, desk: Desk) -> None:
        before = read_rates(desk).rates
        outcome = remove_rate(desk, rate_id=1)
        assert len(read_rates(desk).rates) == len(before) - 1
        revert(desk, outcome_changes=outcome.changes)
        assert read_rates(desk).rates == before

    def test_setting_what_is_set_leaves_no_trace(self, desk: Desk) -> None:
        before = acts(desk)
        assert set_rate(desk, kind=K.MEAL, amount=Decimal("20.20"), since=SINCE).changes == ()
        assert acts(desk) == before

    def test_what_makes_no_sense_is_refused(self, desk: Desk) -> None:
        with pytest.raises(WrongUsage, match="EXPENSE-RATE-DAYS"):
            set_rate(desk, kind=K.MEAL, amount=Decimal(1), since=DAY, until=DAY - timedelta(1))
        with pytest.raises(WrongUsage, match="EXPENSE-SEAT"):
            set_rate(desk, kind=K.MEAL, amount=Decimal(1), since=DAY, seat="CLOWNS")
        with pytest.raises(WrongUsage, match="STORE-25"):
            remove_rate(desk, rate_id=99)

    def test_numbers_are_read_as_typed(self) -> None:
        assert (rate_from("0,529"), amount_from("12,5")) == (Decimal("0.529"), Decimal("12.50"))
        assert quantity_from("42,5") == Decimal("42.5")
        for read, text in ((rate_from, "x"), (amount_from, "0,529"), (quantity_from, "0")):
            with pytest.raises(WrongUsage, match="EXPENSE-AMOUNT"):
                read(text)


class TestPreparing:
    def test_everybody_gets_what_follows_from_the_presence(self, desk: Desk) -> None:
        outcome = prepare_claims(desk, code=CODE)
        assert [shown(one) for one in outcome.value.claims] == [
            [("HALF_DAY", "60.00"), ("HALF_DAY", "60.00"), ("PRESIDENCY", "12.50")],
            [("HALF_DAY", "60.00"), ("HALF_DAY", "60.00"), ("PRESIDENCY", "12.50")],
            [("HALF_DAY", "60.00"), ("HALF_DAY", "60.00")],
            [("HALF_DAY", "60.00")],
        ]
        assert acts(desk)[-1] is EventType.EXPENSES_PREPARED
        revert(desk, outcome_changes=outcome.changes)
        assert claims(desk) == ()

    def test_preparing_again_changes_nothing(self, claimed: Desk) -> None:
        before = claims(claimed)
        outcome = prepare_claims(claimed, code=CODE)
        assert (outcome.changes, len(outcome.value.same)) == ((), 4)
        assert claims(claimed) == before

    def test_what_was_typed_stays_when_the_presence_changes(self, claimed: Desk) -> None:
        _note_absent(claimed, jury=2, examiner=1)
        assert found(claimed) == ("EXP-11",)
        outcome = prepare_claims(claimed, code=CODE)
        assert [one.id for one in outcome.value.changed] == [1]
        assert shown(claim(claimed)) == [
            ("HALF_DAY", "60.00"),
            ("PRESIDENCY", "12.50"),
            ("MEAL", "18.50"),
        ]
        assert len(claim(claimed).receipts) == 1
        assert found(claimed) == ()

    def test_a_claim_handed_in_is_left_alone(self, claimed: Desk) -> None:
        submit(claimed, claim_ids=[1])
        _note_absent(claimed, jury=2, examiner=1)
        outcome = prepare_claims(claimed, code=CODE)
        assert [one.id for one in outcome.value.closed] == [1]
        assert claim(claimed).due == Decimal("151.00")

    def test_a_rate_that_changes_on_the_day_is_taken(self, claimed: Desk) -> None:
        set_rate(claimed, kind=K.HALF_DAY, amount=Decimal(65), since=DAY)
        assert found(claimed) == ("EXP-11",)
        prepare_claims(claimed, code=CODE)
        assert claim(claimed).due == Decimal("161.00")

    def test_somebody_who_did_not_sit_has_an_empty_claim_and_is_told_so(self, desk: Desk) -> None:
        _note_absent(desk, jury=1, examiner=4)
        assert len(prepare_claims(desk, code=CODE).value.claims) == 3
        prepare_claims(desk, code=CODE, examiner_ids=[4])
        assert found(desk, 4) == ("EXP-05",)

    def test_nobody_and_nothing(self, desk: Desk) -> None:
        with pytest.raises(WrongUsage, match="SESSION-UNKNOWN"):
            prepare_claims(desk, code="2020-01-Z")
        with pytest.raises(WrongUsage, match="STORE-25"):
            prepare_claims(desk, code=CODE, examiner_ids=[99])
        with pytest.raises(RefusedByRule, match="EXPENSE-NOBODY"):
            prepare_claims(desk, code=CODE, examiner_ids=[])


class TestLines:
    def test_a_line_is_priced_and_found(self, claimed: Desk) -> None:
        outcome = add_line(claimed, claim_id=1, line=replace(MEAL, note="dîner"))
        assert codes(outcome.findings) == ("EXP-01",)
        car = add_line(claimed, claim_id=1, line=CAR).value.lines[-1]
        assert (car.due, car.rate, car.seat) == (Decimal("22.48"), Decimal("0.529"), "EMPLOYERS")

    def test_a_line_filled_in_anew_keeps_its_receipts(self, claimed: Desk) -> None:
        changed = replace(MEAL, claimed=Decimal("20.21"), note=" déjeuner ")
        outcome = change_line(claimed, claim_id=1, number=meal(claimed), line=changed)
        line = outcome.value.lines[-1]
        assert (line.claimed, line.due, line.note) == (
            Decimal("20.21"),
            Decimal("20.20"),
            "déjeuner",
        )
        assert codes(outcome.findings) == ("EXP-06",)
        assert outcome.value.receipts_of(line.number)

    def test_fees_follow_from_the_presence(self, claimed: Desk) -> None:
        fee = claim(claimed).lines[0].number
        with pytest.raises(RefusedByRule, match="EXPENSE-DERIVED"):
            change_line(claimed, claim_id=1, number=fee, line=MEAL)
        remove_lines(claimed, claim_id=1, numbers=[fee])
        assert found(claimed) == ("EXP-11",)

    def test_a_line_goes_with_its_receipts(self, claimed: Desk) -> None:
        after = remove_lines(claimed, claim_id=1, numbers=[meal(claimed)]).value
        assert after.receipts == ()

    def test_the_office_may_do_without_a_receipt(self, claimed: Desk) -> None:
        without = replace(MEAL, needs_receipt=False, note="dîner")
        assert add_line(claimed, claim_id=1, line=without).findings == ()

    def test_what_makes_no_sense_is_refused(self, claimed: Desk) -> None:
        with pytest.raises(RefusedByRule, match="EXPENSE-NOTHING-SPENT"):
            add_line(claimed, claim_id=1, line=replace(MEAL, claimed=Decimal(0)))
        with pytest.raises(WrongUsage, match="EXPENSE-LINE-UNKNOWN"):
            remove_lines(claimed, claim_id=1, numbers=[99])
        with pytest.raises(WrongUsage, match="STORE-25"):
            add_line(claimed, claim_id=99, line=MEAL)


class TestReceipts:
    def test_the_same_file_is_attached_once(self, claimed: Desk) -> None:
        outcome = attach_receipts(claimed, claim_id=1, line=meal(claimed), files=[TICKET, PHOTO])
        assert [one.name for one in outcome.value.receipts] == ["addition.pdf", "addition.png"]
        assert [one.number for one in outcome.value.receipts] == [1, 2]

    def test_a_receipt_comes_back_until_it_is_purged(self, claimed: Desk) -> None:
        gone = detach_receipts(claimed, claim_id=1, numbers=[1])
        assert codes(gone.findings) == ("EXP-01",)
        undone = revert(claimed, outcome_changes=gone.changes)
        assert read_receipt(claimed, claim_id=1, number=1).content == PDF
        revert(claimed, outcome_changes=undone.changes)
        purge_documents(claimed)
        with pytest.raises(WrongUsage, match="STORE-52"):
            revert(claimed, outcome_changes=gone.changes)

    def test_a_receipt_is_saved_and_read(self, claimed: Desk, tmp_path: Path) -> None:
        assert save_receipt(claimed, claim_id=1, number=1, place=tmp_path).name == "addition.pdf"
        copy = receipt_to_read(claimed, claim_id=1, number=1, folder=tmp_path)
        assert copy == receipt_to_read(claimed, claim_id=1, number=1, folder=tmp_path)
        assert copy.read_bytes() == PDF
        (tmp_path / "ticket.png").write_bytes(PNG)
        assert read_receipt_file(tmp_path / "ticket.png").content == PNG

    def test_what_makes_no_sense_is_refused(self, claimed: Desk) -> None:
        with pytest.raises(WrongUsage, match="ATTACH-NOTHING"):
            attach_receipts(claimed, claim_id=1, line=0, files=[])
        with pytest.raises(WrongUsage, match="ATTACH-MANY"):
            attach_receipts(claimed, claim_id=1, line=0, files=[TICKET] * 31)
        with pytest.raises(WrongUsage, match="EXPENSE-LINE-UNKNOWN"):
            attach_receipts(claimed, claim_id=1, line=99, files=[TICKET])
        with pytest.raises(WrongUsage, match="EXPENSE-RECEIPT-UNKNOWN"):
            detach_receipts(claimed, claim_id=1, numbers=[9])


class TestWay:
    def test_from_the_draft_to_the_money(self, claimed: Desk) -> None:
        submitted = submit(claimed, claim_ids=[1], day=date(2026, 12, 16)).value[0]
        assert (submitted.status, submitted.submitted_on) == (
            ClaimStatus.SUBMITTED,
            date(2026, 12, 16),
        )
        checked = check(claimed, claim_ids=[1]).value[0]
        assert (checked.status, checked.settled_by) == (ClaimStatus.CHECKED, "Camille")
        part = pay(claimed, claim_ids=[1], amount=Decimal(100), reference=" VIR 1 ").value[0]
        assert (part.status, part.outstanding) == (ClaimStatus.CHECKED, Decimal("51.00"))
        whole = pay(claimed, claim_ids=[1], day=date(2027, 1, 5), reference="VIR 2").value[0]
        assert (whole.status, whole.outstanding) == (ClaimStatus.PAID, 0)
        assert [(one.day, one.amount, one.reference) for one in whole.payments] == [
            (date(2026, 12, 15), 100, "VIR 1"),
            (date(2027, 1, 5), 51, "VIR 2"),
        ]
        assert acts(claimed)[-4:] == [
            EventType.CLAIM_SUBMITTED,
            EventType.CLAIM_CHECKED,
            EventType.CLAIM_PAID,
            EventType.CLAIM_PAID,
        ]

    def test_several_are_paid_with_one_transfer_or_none_is(self, claimed: Desk) -> None:
        submit(claimed, claim_ids=[1, 2])
        check(claimed, claim_ids=[1, 2])
        with pytest.raises(RefusedByRule, match="EXPENSE-IS-DRAFT"):
            pay(claimed, claim_ids=[1, 2, 3])
        assert claim(claimed).paid == 0
        pay(claimed, claim_ids=[1, 2], reference="VIR")
        assert [one.status for one in claims(claimed)[:2]] == [ClaimStatus.PAID] * 2

    def test_a_finding_that_blocks_keeps_it_from_being_found_right(self, claimed: Desk) -> None:
        detach_receipts(claimed, claim_id=1, numbers=[1])
        submit(claimed, claim_ids=[1])
        with pytest.raises(RefusedByFindings) as refusal:
            check(claimed, claim_ids=[1])
        assert codes(refusal.value.findings) == ("EXP-01",)
        assert claim(claimed).status is ClaimStatus.SUBMITTED

    def test_a_claim_of_nothing_is_settled_when_it_is_checked(self, tmp_path: Path) -> None:
        desk, _ = an_office(tmp_path / "sans.jurydesk", rates={K.HALF_DAY: "0"})
        prepare_claims(desk, code=CODE)
        submit(desk, claim_ids=[4])
        assert check(desk, claim_ids=[4]).value[0].status is ClaimStatus.PAID
        desk.close()

    def test_refused_with_a_reason_and_taken_up_again(self, claimed: Desk) -> None:
        submit(claimed, claim_ids=[1])
        with pytest.raises(WrongUsage, match="EXPENSE-REASON"):
            refuse(claimed, claim_ids=[1], reason=" ")
        refused = refuse(claimed, claim_ids=[1], reason=" illisible ").value[0]
        assert (refused.status, refused.reason, refused.due) == (
            ClaimStatus.REFUSED,
            "illisible",
            0,
        )
        opened = reopen(claimed, claim_ids=[1]).value[0]
        assert (opened.status, opened.reason, opened.settled_on) == (ClaimStatus.DRAFT, "", None)

    def test_more_than_is_due_can_be_paid_and_is_found(self, claimed: Desk) -> None:
        submit(claimed, claim_ids=[1])
        check(claimed, claim_ids=[1])
        outcome = pay(claimed, claim_ids=[1], amount=Decimal("151.01"))
        assert codes(outcome.findings) == ("EXP-04",)
        with pytest.raises(RefusedByRule, match="EXPENSE-PAID-UP"):
            pay(claimed, claim_ids=[1])
        back = take_payment_back(claimed, claim_ids=[1]).value[0]
        assert (back.status, back.payments) == (ClaimStatus.CHECKED, ())
        with pytest.raises(RefusedByRule, match="EXPENSE-NEVER-PAID"):
            take_payment_back(claimed, claim_ids=[1])

    def test_a_claim_handed_in_is_not_changed(self, claimed: Desk) -> None:
        submit(claimed, claim_ids=[1])
        line = meal(claimed)
        for act in (
            lambda: add_line(claimed, claim_id=1, line=CAR),
            lambda: remove_lines(claimed, claim_id=1, numbers=[line]),
            lambda: detach_receipts(claimed, claim_id=1, numbers=[1]),
            lambda: attach_receipts(claimed, claim_id=1, line=line, files=[PHOTO]),
        ):
            with pytest.raises(RefusedByRule, match="EXPENSE-HANDED-IN"):
                act()
        with pytest.raises(RefusedByRule, match="EXPENSE-KEPT"):
            remove_claims(claimed, claim_ids=[1])

    @pytest.mark.parametrize("amount", ["0", "-1"])
    def test_nothing_is_no_payment(self, claimed: Desk, amount: str) -> None:
        with pytest.raises(WrongUsage, match="EXPENSE-PAY-ONE"):
            pay(claimed, claim_ids=[1], amount=Decimal(amount))

    def test_an_empty_claim_is_not_handed_in(self, claimed: Desk) -> None:
        lines = [line.number for line in claim(claimed, 4).lines]
        remove_lines(claimed, claim_id=4, numbers=lines)
        with pytest.raises(RefusedByRule, match="EXPENSE-EMPTY"):
            submit(claimed, claim_ids=[4])
        with pytest.raises(RefusedByRule, match="EXPENSE-IS-DRAFT"):
            reopen(claimed, claim_ids=[4])


def _submitted(desk: Desk) -> None:
    submit(desk, claim_ids=[1])


def _checked(desk: Desk) -> None:
    _submitted(desk)
    check(desk, claim_ids=[1])


def _paid(desk: Desk) -> None:
    _checked(desk)
    pay(desk, claim_ids=[1])


@pytest.mark.parametrize(
    ("before", "act"),
    [
        (None, lambda desk: add_line(desk, claim_id=1, line=CAR)),
        (None, lambda desk: change_line(desk, claim_id=1, number=meal(desk), line=CAR)),
        (None, lambda desk: remove_lines(desk, claim_id=1, numbers=[meal(desk)])),
        (None, lambda desk: attach_receipts(desk, claim_id=1, line=0, files=[PHOTO])),
        (None, lambda desk: detach_receipts(desk, claim_id=1, numbers=[1])),
        (None, lambda desk: remove_claims(desk, claim_ids=[1, 2])),
        (None, lambda desk: submit(desk, claim_ids=[1, 2])),
        (_submitted, lambda desk: check(desk, claim_ids=[1])),
        (_submitted, lambda desk: refuse(desk, claim_ids=[1], reason="x")),
        (_checked, lambda desk: reopen(desk, claim_ids=[1])),
        (_checked, lambda desk: pay(desk, claim_ids=[1])),
        (_paid, lambda desk: take_payment_back(desk, claim_ids=[1])),
    ],
    ids=("add change remove attach detach forget submit check refuse reopen pay take-back".split()),
)
def test_each_act_is_one_event_and_is_undone(
    claimed: Desk, before: Callable[[Desk], None] | None, act: Callable[[Desk], Outcome[object]]
) -> None:
    if before is not None:
        before(claimed)
    stood, told = claims(claimed), acts(claimed)
    outcome = act(claimed)
    done = claims(claimed)
    assert done != stood
    assert len(acts(claimed)) == len(told) + 1
    undone = revert(claimed, outcome_changes=outcome.changes, label=outcome.label)
    assert claims(claimed) == stood
    revert(claimed, outcome_changes=undone.changes)
    assert claims(claimed) == done
    with pytest.raises(StaleData, match="UNDO-STALE"):
        revert(claimed, outcome_changes=undone.changes)


class TestElsewhere:
    """A second session on the same day: the same persons, and what they claim twice."""

    @pytest.fixture
    def second(self, claimed: Desk) -> Desk:
        with claimed.open_unit() as unit:
            session = unit.sessions.get(1)
            unit.sessions.add(replace(session, code="2026-12-B", id=0, hearings=()))
            unit.audit.record(EventType.SESSION_CREATED, {"session": "2026-12-B"})
            unit.commit()
        prepare_claims(claimed, code="2026-12-B")
        return claimed

    def test_the_same_half_day_is_paid_once(self, second: Desk) -> None:
        assert "EXP-09" in found(second, 5)
        assert "EXP-09" in found(second, 1)

    def test_the_same_receipt_and_the_same_meal(self, second: Desk) -> None:
        after = add_line(second, claim_id=5, line=MEAL).value
        attach_receipts(second, claim_id=5, line=after.lines[-1].number, files=[TICKET])
        assert {"EXP-02", "EXP-03"} <= set(found(second, 5))
        rows = {row.key: codes(row.findings) for row in list_expenses(second)}
        assert {"EXP-02", "EXP-03"} <= set(rows[1])


class TestStatements:
    def test_what_is_expected_due_and_paid(self, claimed: Desk) -> None:
        _paid(claimed)
        submit(claimed, claim_ids=[2, 3])
        check(claimed, claim_ids=[2])
        statement = expense_statement(claimed, query=ExpenseQuery(session=CODE))
        assert statement.totals == Totals(
            expected=Decimal("180.00"), due=Decimal("283.50"), paid=Decimal("151.00")
        )
        assert statement.totals.outstanding == Decimal("132.50")
        assert [(who.full_name, sums.due, sums.paid) for who, sums in statement.by_person] == [
            ("ARNAUD Zoé", 151, 151),
            ("BELLEC Yves", Decimal("132.50"), 0),
            ("CADIOU Xénia", 0, 0),
            ("DUBOS Will", 0, 0),
        ]

    @pytest.mark.parametrize(
        ("query", "numbers"),
        [
            (ExpenseQuery(), [1, 2, 3, 4]),
            (ExpenseQuery(year=2026), [1, 2, 3, 4]),
            (ExpenseQuery(year=2027), []),
            (ExpenseQuery(examiner_id=3), [3]),
            (ExpenseQuery(session=CODE, examiner_id=3), [3]),
            (ExpenseQuery(status=ClaimStatus.SUBMITTED), [1]),
        ],
    )
    def test_claims_are_asked_for(
        self, claimed: Desk, query: ExpenseQuery, numbers: list[int]
    ) -> None:
        _submitted(claimed)
        assert [row.key for row in list_expenses(claimed, query=query)] == numbers

    def test_nothing_was_ever_claimed(self, desk: Desk) -> None:
        assert expense_statement(desk).totals == Totals()


class TestEnd:
    def test_a_claim_goes_ten_years_after_its_year_with_a_proof(
        self, claimed: Desk, office: tuple[Desk, SetClock]
    ) -> None:
        _paid(claimed)
        digest = claim(claimed).receipts[0].digest
        clock = office[1]
        clock.move_to(datetime.fromisoformat("2036-12-31T09:00"))
        assert preview_purge(claimed).count == 0
        clock.move_to(datetime.fromisoformat("2037-01-01T09:00"))
        seen = preview_purge(claimed)
        assert [one.keeping.claim.id for one in seen.claims] == [1, 2, 3, 4]
        outcome = purge_documents(claimed, seen=seen)
        assert (outcome.value.documents, outcome.value.digests) == (4, (digest,))
        assert not outcome.can_be_undone
        assert claims(claimed) == ()


def _note_absent(desk: Desk, *, jury: int, examiner: int) -> None:
    with desk.open_unit() as unit:
        held = unit.deliberations.of_session(1)
        assert held is not None
        noted = tuple(
            Attendance(jury, examiner, present=False)
            if (one.jury, one.examiner_id) == (jury, examiner)
            else one
            for one in held.attendance
        )
        unit.deliberations.save(replace(held, attendance=noted))
        unit.audit.record(EventType.DELIBERATION_RECORDED, {"session": CODE})
        unit.commit()
