"""Messages before they go out, and what is found of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.convening import OfficeContact, Sitting, SummonsContent
from jurydesk.domain.findings import Finding
from jurydesk.domain.minutes import CertifierStatement
from jurydesk.domain.outbox import MessageReason, MessageState, OutboxMessage
from jurydesk.domain.outbox_rules import check_message
from jurydesk.domain.release import Role
from jurydesk.domain.session import Modality
from tests.builders import DAY
from tests.domain.case import Case, case

NOTICE = DAY - timedelta(days=15)
PREPARED = datetime(2026, 11, 24, 10, 30)
CERTIFIER = CertifierStatement("CEFPF", "39179458300065", "8 rue de l’Image, Paris", "Odile G.", "")
AIM = "RNCP40642 Assistant de production"
OFFICE = OfficeContact("jurys@cefpf.example", "01 99 00 12 34", "Paris")


def a_sitting(day: date = DAY, half: HalfDay = HalfDay.AM, room: str = "Salle 1") -> Sitting:
    begins, ends = (9, 12) if half is HalfDay.AM else (14, 17)
    start, end = (datetime(day.year, day.month, day.day, hour) for hour in (begins, ends))
    return Sitting(day, half, start, end, room, AIM, "EMPLOYERS")


def a_content(**changes: Any) -> SummonsContent:
    """A member who is employed and has an address, convened in time."""
    content = SummonsContent(
        session="2026-12-A",
        role=Role.EXAMINER,
        number=1,
        name="NGUYỄN Zoé",
        reason=MessageReason.CONVENED,
        certifier=CERTIFIER,
        written_on=date(2026, 11, 23),
        released_at=datetime(2026, 11, 23, 9),
        uid="5f0c",
        sequence=0,
        email="zoe@example.org",
        organisation="Studio Œuvre & Cie",
        is_employee=True,
        asked=(a_sitting(),),
        address="8 rue de l’Image, 75011 Paris",
        due=date(2026, 11, 30),
        notice=NOTICE,
        office=OFFICE,
    )
    return replace(content, **changes)


def _found(
    state: MessageState = MessageState.TO_REVIEW, **changes: Any
) -> partial[tuple[Finding, ...]]:
    message = OutboxMessage(1, "5f0c", MessageReason.CONVENED, examiner_id=1, prepared_at=PREPARED)
    return partial(check_message, a_content(**changes), state=state, message=message)


REMOTE = {"modality": Modality.REMOTE, "address": ""}
CASES: tuple[Case, ...] = (
    case("in order", "", _found()),
    case("no address", "CALL-06", _found(email="")),
    case("an address that is none", "CALL-06", _found(email="zoe chez example")),
    case("two addresses", "CALL-06", _found(email="a@example.org, b@example.org")),
    case("the office has no address", "CALL-11", _found(office=OfficeContact(phone="01"))),
    case("neither has one", "CALL-06", _found(email="", office=OfficeContact())),
    case("no place", "CALL-07", _found(address="")),
    case("cancelled, and no place", "", _found(asked=(), before=(a_sitting(),), address="")),
    case("remote with a link", "", _found(**REMOTE, link="https://visio.example/jury")),
    case("remote without one", "CALL-08", _found(**REMOTE)),
    case("both ways, with a place", "", _found(modality=Modality.MIXED)),
    case("both ways, without one", "CALL-07", _found(modality=Modality.MIXED, address="")),
    case("on the last day of the notice", "", _found(written_on=NOTICE)),
    case("the day after", "CALL-09", _found(written_on=NOTICE + timedelta(1))),
    case(
        "perhaps employed, the day after",
        "CALL-09",
        _found(written_on=NOTICE + timedelta(1), is_employee=None),
    ),
    case("not employed, the eve", "", _found(written_on=DAY - timedelta(1), is_employee=False)),
    case("the plan has changed since", "CALL-10", _found(MessageState.STALE)),
    case("it left: nothing is to be said", "", _found(MessageState.SENT, email="", address="")),
    case("held back", "", _found(MessageState.EXCLUDED, email="")),
)
