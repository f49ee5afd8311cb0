"""Calendars through several releases: what an agenda holds after each; nobody else named."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.changes import Kind
from jurydesk.domain.release import Role
from jurydesk.domain.summons import Channel
from jurydesk.services import adjusting, releasing
from jurydesk.services.draft_writing import prepare_drafts
from jurydesk.services.settings import save_settings
from jurydesk.wording import Wording
from tests.builders import a_candidate, a_hearing, a_jury, a_pool
from tests.documents.reading import words
from tests.exchange.test_invitations import Agenda
from tests.fakes import FakeOffice
from tests.services.test_outbox import SETTINGS, A

FRENCH = Wording("fr")
CANDIDATE, MEMBER = (Role.CANDIDATE, 1), (Role.EXAMINER, 1)


@pytest.fixture
def mailed(planned: FakeOffice) -> FakeOffice:
    """A candidate and a member with addresses, who were sent the first plan."""
    save_settings(planned.desk, settings=SETTINGS)
    planned.store(*(replace(one, email=f"jury{one.id}@example.org") for one in a_pool()))
    planned.store(*(a_candidate(n, email=f"c{n}@example.org") for n in (1, 2, 3)))
    releasing.release_plan(planned.desk, code=A)
    return planned


def send(office: FakeOffice, folder: Path, *agendas: tuple[Agenda, str]) -> None:
    """Prepare and send; each agenda takes in what comes for its owner."""
    done = prepare_drafts(office.desk, code=A, folder=folder, wording=FRENCH).value
    people = [one.contact.key for one in done.messages]
    releasing.mark_told(office.desk, code=A, people=people, channel=Channel.EMAIL)
    for agenda, owner in agendas:
        for path in sorted(folder.glob(f"*{owner}*.ics")):
            agenda.receive(path.read_bytes())


def hours(agenda: Agenda) -> list[str]:
    return sorted(agenda.hours().values())


def test_a_candidate_has_one_appointment_wherever_it_goes(
    mailed: FakeOffice, tmp_path: Path
) -> None:
    agenda = Agenda()
    send(mailed, tmp_path / "1", (agenda, "candidat-1"))
    assert hours(agenda) == ["14/12 09:00"]
    adjusting.move_hearing(mailed.desk, code=A, candidacy_id=1, jury=1, start=time(10))
    releasing.release_plan(mailed.desk, code=A)
    send(mailed, tmp_path / "2", (agenda, "candidat-1"))
    assert hours(agenda) == ["14/12 10:00"]
    adjusting.withdraw_candidacy(mailed.desk, code=A, candidacy_id=1)
    adjusting.move_hearing(mailed.desk, code=A, candidacy_id=2, jury=1, start=time(9))
    releasing.release_plan(mailed.desk, code=A)
    send(mailed, tmp_path / "3", (agenda, "candidat-1"))
    assert hours(agenda) == []


def test_a_member_has_one_for_each_half_day(mailed: FakeOffice, tmp_path: Path) -> None:
    agenda = Agenda()
    send(mailed, tmp_path / "1", (agenda, "membre-1"))
    assert hours(agenda) == ["14/12 09:00"]
    session = mailed.all(Kind.SESSION)[0]
    juries = (a_jury(), a_jury(2, half_day=HalfDay.PM))
    hearings = (a_hearing(1), a_hearing(2, jury=2, at="14:00"))
    mailed.store(replace(session, juries=juries, hearings=hearings))
    releasing.release_plan(mailed.desk, code=A)
    send(mailed, tmp_path / "2", (agenda, "membre-1"))
    assert hours(agenda) == ["14/12 09:00", "14/12 13:30"]
    session = mailed.all(Kind.SESSION)[0]
    mailed.store(replace(session, juries=juries[1:], hearings=hearings[1:]))
    releasing.release_plan(mailed.desk, code=A)
    send(mailed, tmp_path / "3", (agenda, "membre-1"))
    assert hours(agenda) == ["14/12 13:30"]
    names = sorted(path.name for path in (tmp_path / "3").glob("*membre-1*"))
    assert f"convocation-{A}-membre-1-annulation.ics" in names


def test_nobody_else_is_named_in_what_a_person_gets(mailed: FakeOffice, tmp_path: Path) -> None:
    send(mailed, tmp_path)
    members = [one.last_name.upper() for one in a_pool()]
    heard = [f"LEGRAND{n}" for n in (1, 2, 3)]
    for path in sorted(tmp_path.iterdir()):
        text = words(path.read_bytes()) if path.suffix == ".pdf" else path.read_text("utf-8")
        # Lines of calendars and mails are folded
        text = text.replace("\n ", "")
        named = [name for name in (*members, *heard) if name in text]
        assert len(named) == 1, path.name
