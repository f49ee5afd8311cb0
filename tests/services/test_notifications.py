"""Notifications: which are due, printed and sent, and what an amendment makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.clocks import ClockKind
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.notifications import NotificationState
from jurydesk.domain.steps import StepKind
from jurydesk.domain.summons import Channel
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import annulling, journeys
from jurydesk.services.after_papers import every_notification
from jurydesk.services.deadlines import deadlines
from jurydesk.services.notifications import list_notices
from jurydesk.services.notifying import (
    Sending,
    mark_sent,
    print_notifications,
    withdraw_sending,
)
from jurydesk.services.undo import revert
from tests.documents.reading import words
from tests.fakes import FakeOffice
from tests.services.aftermath_office import (
    ABSENT,
    DAY,
    FRENCH,
    FULL,
    NONE,
    PARTIAL,
    VAE,
    A,
    an_office,
)

S = NotificationState
TODAY = date(2026, 12, 15)


@pytest.fixture
def office() -> FakeOffice:
    return an_office()


def states(office: FakeOffice) -> dict[int, NotificationState]:
    return {one.candidacy.id: one.state for one in list_notices(office.desk, code=A)}


def printed(office: FakeOffice, *numbers: int) -> None:
    print_notifications(office.desk, code=A, wording=FRENCH, candidacies=numbers or None)


def clocks(office: FakeOffice) -> list[tuple[ClockKind, int, date | None]]:
    return [
        (one.clock.kind, one.clock.candidacy_id, one.due)
        for one in deadlines(office.desk)
        if one.clock.kind is ClockKind.NOTIFICATION
    ]


def test_every_decision_waits_until_the_minutes_are_issued() -> None:
    office = an_office(is_issued=False)
    assert set(states(office).values()) == {S.WAITING}
    for numbers in (None, (FULL,)):
        with pytest.raises(RefusedByRule, match="AFTER-NOT-ISSUED"):
            print_notifications(office.desk, code=A, wording=FRENCH, candidacies=numbers)
    assert every_notification(office.desk, code=A, wording=FRENCH) == ()


def test_all_are_due_within_fifteen_days_and_only_vae_by_law(office: FakeOffice) -> None:
    found = list_notices(office.desk)
    assert {one.due for one in found} == {date(2026, 12, 29)}
    assert {one.left for one in found} == {14}
    assert {one.candidacy.id for one in found if one.by_law} == {VAE}
    assert {one.candidacy.id: one.decision for one in found} == {
        FULL: Decision.FULL,
        PARTIAL: Decision.PARTIAL,
        NONE: Decision.NONE,
        ABSENT: Decision.ABSENT,
        VAE: Decision.PARTIAL,
    }


def test_printing_is_recorded_once_and_gives_the_same_letter_again(office: FakeOffice) -> None:
    first = print_notifications(office.desk, code=A, wording=FRENCH)
    assert [paper.name for paper in first.value] == [
        f"notification-{A}-1.pdf",
        f"notification-{A}-2.pdf",
        f"notification-{A}-3.pdf",
        f"notification-{A}-4.pdf",
        f"notification-{A}-5.pdf",
        f"notification-{A}-5-copie.pdf",
    ]
    assert office.acts[-1] is EventType.NOTIFICATIONS_PRINTED
    acts = office.acts
    office.clock.move_to(office.clock.now().replace(day=18))
    again = print_notifications(office.desk, code=A, wording=FRENCH)
    assert ([p.pdf for p in again.value], again.changes) == ([p.pdf for p in first.value], ())
    assert office.acts == acts
    revert(office.desk, outcome_changes=first.changes)
    assert set(states(office).values()) == {S.DUE}


def test_sending_stops_the_clock_of_the_law(office: FakeOffice) -> None:
    assert clocks(office) == [(ClockKind.NOTIFICATION, VAE, date(2026, 12, 29))]
    printed(office)
    outcome = mark_sent(
        office.desk, code=A, candidacies=(VAE, ABSENT), sending=Sending(TODAY, Channel.POST)
    )
    assert [(n.candidacy_id, n.sent_on, n.channel) for n in outcome.value] == [
        (VAE, TODAY, Channel.POST),
        (ABSENT, TODAY, Channel.POST),
    ]
    assert not outcome.can_be_undone
    assert clocks(office) == []
    steps = [s for s in office.all(Kind.STEP) if s.kind is StepKind.RESULT_NOTIFIED]
    assert [(s.candidacy_id, s.session_id, s.day) for s in steps] == [(VAE, 1, TODAY)]
    assert states(office)[VAE] is S.SENT


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 12, 16), "NOTIFICATION-IN-FUTURE"),
        (date(2026, 12, 14), "NOTIFICATION-BEFORE-PRINTED"),
    ],
)
def test_a_day_that_cannot_be_is_refused(office: FakeOffice, day: date, code: str) -> None:
    printed(office)
    with pytest.raises(WrongUsage, match=code):
        mark_sent(office.desk, code=A, candidacies=(FULL,), sending=Sending(day))
    assert states(office)[FULL] is S.PRINTED


def test_what_was_not_printed_or_went_out_already_is_not_sent(office: FakeOffice) -> None:
    sending = Sending(TODAY)
    with pytest.raises(RefusedByRule, match="NOTIFICATION-NOT-PRINTED"):
        mark_sent(office.desk, code=A, candidacies=(FULL,), sending=sending)
    printed(office, FULL)
    mark_sent(office.desk, code=A, candidacies=(FULL,), sending=sending)
    with pytest.raises(RefusedByRule, match="NOTIFICATION-SENT"):
        mark_sent(office.desk, code=A, candidacies=(FULL,), sending=sending)
    with pytest.raises(WrongUsage, match="NOTIFICATION-NOBODY"):
        mark_sent(office.desk, code=A, candidacies=(), sending=sending)
    with pytest.raises(WrongUsage, match="AFTER-NOT-HEARD"):
        mark_sent(office.desk, code=A, candidacies=(9,), sending=sending)


def test_a_sending_is_taken_back_with_a_reason(office: FakeOffice) -> None:
    printed(office, VAE)
    with pytest.raises(RefusedByRule, match="NOTIFICATION-NOT-SENT"):
        withdraw_sending(office.desk, code=A, candidacy_id=VAE, reason="Retour")
    mark_sent(office.desk, code=A, candidacies=(VAE,), sending=Sending(TODAY))
    with pytest.raises(WrongUsage, match="NOTIFICATION-WITHOUT-REASON"):
        withdraw_sending(office.desk, code=A, candidacy_id=VAE, reason=" ")
    withdraw_sending(office.desk, code=A, candidacy_id=VAE, reason="Adresse erronée")
    assert states(office)[VAE] is S.PRINTED
    assert clocks(office) == [(ClockKind.NOTIFICATION, VAE, date(2026, 12, 29))]
    assert office.acts[-1] is EventType.NOTIFICATION_WITHDRAWN


def test_a_step_alone_counts_as_sent(office: FakeOffice) -> None:
    journeys.take_step(
        office.desk, kind=StepKind.RESULT_NOTIFIED, day=TODAY, candidacy_id=NONE, session_id=1
    )
    notice = next(one for one in list_notices(office.desk) if one.candidacy.id == NONE)
    assert (notice.state, notice.told_on, notice.notification) == (S.SENT, TODAY, None)


def amended(office: FakeOffice, *, to: str) -> None:
    """Issue an amendment that changes what is recommended to the VAE candidate."""
    (first,) = office.all(Kind.MINUTES)
    jury = first.content.juries[0]
    told = tuple(
        replace(one, recommendation=to) if one.candidacy_id == VAE else one
        for one in jury.candidates
    )
    content = replace(
        first.content,
        number="PV-2026-002",
        amends=first.number,
        juries=(replace(jury, candidates=told),),
    )
    at = office.clock.now()
    seal = content_hash(content)
    office.store(Minutes(1, content.number, content, seal, at, first.number, id=2))


def test_an_amendment_makes_only_the_changed_decision_due_again(office: FakeOffice) -> None:
    printed(office)
    mark_sent(office.desk, code=A, candidacies=(FULL, VAE), sending=Sending(TODAY))
    office.clock.move_to(office.clock.now().replace(day=20))
    amended(office, to="Tout autre chose.")
    found = {one.candidacy.id: one for one in list_notices(office.desk)}
    assert (found[FULL].state, found[VAE].state) == (S.SENT, S.DUE)
    assert (found[VAE].corrects, found[VAE].minutes) == ("PV-2026-001", "PV-2026-002")
    assert clocks(office) == [(ClockKind.NOTIFICATION, VAE, date(2027, 1, 4))]
    (board,) = (d for d in deadlines(office.desk) if d.clock.kind is ClockKind.NOTIFICATION)
    assert (board.act, board.page) == (None, "aftermath")
    (letter, _) = print_notifications(office.desk, code=A, wording=FRENCH, candidacies=(VAE,)).value
    assert "remplace celle qui reposait sur le procès-verbal n° PV-2026-001" in words(letter.pdf)
    mark_sent(office.desk, code=A, candidacies=(VAE,), sending=Sending(date(2026, 12, 20)))
    assert clocks(office) == []
    assert len([n for n in office.all(Kind.NOTIFICATION) if n.candidacy_id == VAE]) == 2


def test_what_an_annulled_jury_decided_is_not_notified(office: FakeOffice) -> None:
    annulling.annul_jury(office.desk, code=A, jury=1, reason="Jugement")
    assert list_notices(office.desk) == ()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (FULL, "la totalité de la certification"),
        (PARTIAL, "RNCP40642BC02"),
        (NONE, "Il ne l’a pas validée"),
        (ABSENT, "Le jury a constaté votre absence"),
    ],
)
def test_the_letter_says_the_decision_and_how_to_contest_it(
    office: FakeOffice, number: int, told: str
) -> None:
    (letter,) = print_notifications(
        office.desk, code=A, wording=FRENCH, candidacies=(number,)
    ).value
    text = words(letter.pdf)
    for part in (told, "PV-2026-001", "Si vous contestez", "Hélène Fictive", A):
        assert part in text
    assert f"{DAY.day} décembre 2026" in text
