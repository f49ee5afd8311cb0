"""The outbox: who is written to and why, reworded, held back, prepared, outdated, sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from email import policy
from email.parser import BytesParser
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.outbox import MessageReason, MessageState
from jurydesk.domain.release import Role
from jurydesk.domain.session import Modality, SessionStatus
from jurydesk.domain.summons import Channel, SummonsState
from jurydesk.errors import Cancelled, RefusedByRule, WrongUsage
from jurydesk.services import adjusting, outbox, releasing, sessions, summonses
from jurydesk.services.draft_writing import PreparedDrafts, prepare_drafts
from jurydesk.services.examiners import remove_examiners
from jurydesk.services.home import home
from jurydesk.services.letters import save_template
from jurydesk.services.outcome import Outcome
from jurydesk.services.paper_folder import list_papers, print_kind
from jurydesk.services.papers import PAPERS, PaperStage
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.services.telling import write_letter
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import TODAY, a_candidate, a_pool, a_session

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from tests.fakes import FakeOffice

A = "2026-12-A"
FRENCH = Wording("fr")
CANDIDATE, FIRST, SECOND = (Role.CANDIDATE, 1), (Role.EXAMINER, 1), (Role.EXAMINER, 2)
SETTINGS = OfficeSettings(
    address="8 rue de l’Image, 75011 Paris",
    place="8 rue de l’Image, 75011 Paris",
    email="jurys@cefpf.example",
    phone="01 99 00 12 34",
    city="Paris",
    representative="Odile Garance",
)
S, R = MessageState, MessageReason


@pytest.fixture
def released(planned: FakeOffice) -> FakeOffice:
    """Five people to be told: a candidate, an employee with an address, three without one."""
    save_settings(planned.desk, settings=SETTINGS)
    planned.store(replace(a_pool()[0], email="zoe@example.org", is_employee=True))
    planned.store(a_candidate(1, email="ophelie@example.org"))
    releasing.release_plan(planned.desk, code=A)
    return planned


def states(office: FakeOffice) -> dict[tuple[Role, int], MessageState]:
    views = outbox.read_outbox(office.desk, code=A, wording=FRENCH)
    return {view.key: view.state for view in views}


def prepare(office: FakeOffice, folder: Path, **how: object) -> Outcome[PreparedDrafts]:
    return prepare_drafts(office.desk, code=A, folder=folder, wording=FRENCH, **how)


def message(office: FakeOffice, person: tuple[Role, int]) -> outbox.MessageView:
    view = outbox.read_message(office.desk, code=A, person=person, wording=FRENCH)
    assert view is not None
    return view


def opened(path: Path) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(path.read_bytes())


def body(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")


def move_candidate(office: FakeOffice) -> None:
    adjusting.move_hearing(office.desk, code=A, candidacy_id=1, jury=1, start=time(10))
    releasing.release_plan(office.desk, code=A)


def test_a_release_fills_the_outbox(released: FakeOffice) -> None:
    assert states(released) == dict.fromkeys(
        [CANDIDATE, *((Role.EXAMINER, n) for n in (1, 2, 3, 4))], S.TO_REVIEW
    )
    view = message(released, FIRST)
    assert (view.reason, view.parts) == (R.CONVENED, ("SUMMONS", "EMPLOYER", "CALENDAR"))
    assert message(released, CANDIDATE).parts == ("SUMMONS", "CALENDAR")
    assert [one.code for one in message(released, SECOND).findings] == ["CALL-06"]
    assert released.acts[-1] is EventType.SESSION_RELEASED


def test_a_message_reads_as_its_reader_needs_it(released: FakeOffice) -> None:
    words = message(released, CANDIDATE).words
    assert words.subject.startswith(
        "Convocation au jury du lundi 14\u00a0décembre\u00a02026\u00a0:"
    )
    for said in ("de 9\u00a0h à 9\u00a0h\u00a045", "Salle 1", a_session().place, "01 99 00 12 34"):
        assert said in words.text
    member = message(released, FIRST).words.text
    assert "collège\u00a0: employeurs" in member
    assert "soit le dimanche 29\u00a0novembre\u00a02026 au plus tard" in member
    assert "Ophélie" not in member


def test_drafts_are_written_and_nobody_counts_as_told(released: FakeOffice, tmp_path: Path) -> None:
    outcome = prepare(released, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        f"convocation-{A}-{name}"
        for name in (
            *("candidat-1.pdf", "candidat-1.ics", "candidat-1.eml"),
            *("membre-1.pdf", "membre-1-employeur.pdf", "membre-1.ics", "membre-1.eml"),
            *(f"membre-{n}{end}" for n in (2, 3, 4) for end in (".pdf", "-employeur.pdf")),
        )
    )
    assert (outcome.value.mails, outcome.value.letters) == (2, 3)
    assert set(states(released).values()) == {S.PREPARED}
    assert released.all(Kind.SUMMONS) == ()
    assert released.acts[-1] is EventType.DRAFTS_PREPARED
    revert(released.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert set(states(released).values()) == {S.TO_REVIEW}


def test_a_draft_holds_words_papers_and_appointment(released: FakeOffice, tmp_path: Path) -> None:
    prepare(released, tmp_path, people=[FIRST])
    mail = opened(tmp_path / f"convocation-{A}-membre-1.eml")
    assert mail["X-Unsent"] == "1"
    assert mail["To"].addresses[0].addr_spec == "zoe@example.org"
    assert mail["To"].addresses[0].display_name == "ARNAUD Zoé"
    assert mail["From"].addresses[0].addr_spec == "jurys@cefpf.example"
    assert mail["Bcc"] is None
    assert mail["Cc"] is None
    text, *files = mail.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert body(mail) == message(released, FIRST).words.text.rstrip() + "\n"
    assert [(one.get_filename(), one.get_content_type()) for one in files] == [
        (f"Convocation {A}.pdf", "application/pdf"),
        (f"Copie pour l’employeur {A}.pdf", "application/pdf"),
        (f"Rendez-vous {A}.ics", "text/calendar"),
    ]
    assert files[2].get_param("method") == "REQUEST"
    beside = tmp_path / f"convocation-{A}-membre-1.ics"
    assert files[2].get_payload(decode=True) == beside.read_bytes()


def test_the_same_release_gives_the_same_files(released: FakeOffice, tmp_path: Path) -> None:
    prepare(released, tmp_path / "a")
    prepare(released, tmp_path / "b")
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab"
    )
    assert first == second


def test_marking_as_sent_takes_the_uid_and_keeps_the_words(
    released: FakeOffice, tmp_path: Path
) -> None:
    prepare(released, tmp_path)
    calendar = (tmp_path / f"convocation-{A}-membre-1.ics").read_text("utf-8")
    outcome = releasing.mark_told(released.desk, code=A, people=[FIRST], channel=Channel.EMAIL)
    (summons,) = released.all(Kind.SUMMONS)
    assert f"UID:{summons.uid}-20261214-am@jurydesk" in calendar.replace("\r\n ", "")
    view = message(released, FIRST)
    assert (view.state, view.reason) == (S.SENT, R.CONVENED)
    assert "vous êtes convoqué" in view.words.text.lower()
    assert summons.state(TODAY) is SummonsState.WAITING
    revert(released.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert states(released)[FIRST] is S.PREPARED


def test_only_whom_a_change_touches_is_written_to_again(
    released: FakeOffice, tmp_path: Path
) -> None:
    prepare(released, tmp_path / "a")
    everybody = list(states(released))
    releasing.mark_told(released.desk, code=A, people=everybody, channel=Channel.EMAIL)
    move_candidate(released)
    assert [k for k, state in states(released).items() if state is not S.SENT] == [CANDIDATE]
    outcome = prepare(released, tmp_path / "b")
    assert [one.contact.key for one in outcome.value.messages] == [CANDIDATE]
    text = body(opened(tmp_path / "b" / f"convocation-{A}-candidat-1.eml"))
    assert text.index("de 9\u00a0h à 9\u00a0h\u00a045") < text.index("de 10\u00a0h")
    calendar = (tmp_path / "b" / f"convocation-{A}-candidat-1.ics").read_text("utf-8")
    assert "SEQUENCE:1" in calendar


def test_a_draft_of_an_earlier_plan_is_outdated_and_not_recorded_as_sent(
    released: FakeOffice, tmp_path: Path
) -> None:
    prepare(released, tmp_path)
    move_candidate(released)
    assert states(released)[CANDIDATE] is S.STALE
    assert [f.code for f in message(released, CANDIDATE).findings] == ["CALL-10"]
    with pytest.raises(RefusedByRule, match="OUTBOX-STALE"):
        releasing.mark_told(released.desk, code=A, people=[CANDIDATE], channel=Channel.EMAIL)
    prepare(released, tmp_path)
    assert states(released)[CANDIDATE] is S.PREPARED
    releasing.mark_told(released.desk, code=A, people=[CANDIDATE], channel=Channel.EMAIL)
    assert states(released)[CANDIDATE] is S.SENT


def test_who_is_told_by_telephone_needs_no_draft_any_more(
    released: FakeOffice, tmp_path: Path
) -> None:
    prepare(released, tmp_path)
    move_candidate(released)
    releasing.mark_told(released.desk, code=A, people=[CANDIDATE], channel=Channel.PHONE)
    assert CANDIDATE not in states(released)


def test_what_is_planned_as_it_was_told_makes_a_draft_void(
    released: FakeOffice, tmp_path: Path
) -> None:
    releasing.mark_told(released.desk, code=A, people=[CANDIDATE])
    move_candidate(released)
    prepare(released, tmp_path, people=[CANDIDATE])
    adjusting.move_hearing(released.desk, code=A, candidacy_id=1, jury=1, start=time(9))
    releasing.release_plan(released.desk, code=A)
    assert states(released)[CANDIDATE] is S.STALE
    assert [one.contact.key for one in prepare(released, tmp_path).value.messages] != [CANDIDATE]
    outbox.hold_back(released.desk, code=A, people=[CANDIDATE])
    assert CANDIDATE not in states(released)


def test_a_person_may_use_other_words(released: FakeOffice, tmp_path: Path) -> None:
    outcome = outbox.write_message(
        released.desk, code=A, person=CANDIDATE, subject="", text="Chère Ophélie, à lundi."
    )
    view = message(released, CANDIDATE)
    assert (view.words.text, view.is_own) == ("Chère Ophélie, à lundi.", True)
    assert view.words.subject.startswith("Convocation au jury")
    assert (
        write_letter(released.desk, code=A, contact=view.contact, wording=FRENCH).body
        == "Chère Ophélie, à lundi."
    )
    prepare(released, tmp_path, people=[CANDIDATE])
    mail = opened(tmp_path / f"convocation-{A}-candidat-1.eml")
    assert body(mail) == "Chère Ophélie, à lundi.\n"
    outbox.write_message(released.desk, code=A, person=CANDIDATE, subject="", text="")
    assert not message(released, CANDIDATE).is_own
    assert outcome.can_be_undone


def test_who_is_held_back_gets_no_draft_until_the_plan_changes(
    released: FakeOffice, tmp_path: Path
) -> None:
    outbox.hold_back(released.desk, code=A, people=[CANDIDATE, SECOND])
    outbox.let_go(released.desk, code=A, people=[SECOND])
    done = prepare(released, tmp_path).value
    assert [one.key for one in done.held_back] == [CANDIDATE]
    assert len(done.messages) == 4
    move_candidate(released)
    assert states(released)[CANDIDATE] is S.TO_REVIEW


def test_who_is_expected_no_more_is_sent_a_cancellation(
    released: FakeOffice, tmp_path: Path
) -> None:
    releasing.mark_told(released.desk, code=A, people=[CANDIDATE, FIRST], channel=Channel.EMAIL)
    adjusting.withdraw_candidacy(released.desk, code=A, candidacy_id=1)
    adjusting.move_hearing(released.desk, code=A, candidacy_id=2, jury=1, start=time(9))
    releasing.release_plan(released.desk, code=A)
    prepare(released, tmp_path, people=[CANDIDATE])
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"convocation-{A}-candidat-1{end}" for end in ("-annulation.ics", ".eml", ".pdf")
    ]
    calendar = (tmp_path / f"convocation-{A}-candidat-1-annulation.ics").read_text("utf-8")
    assert "METHOD:CANCEL" in calendar
    paper = PdfReader(tmp_path / f"convocation-{A}-candidat-1.pdf").pages[0].extract_text()
    assert "Annulation de votre convocation" in paper


def test_reminders_are_drafts_too(released: FakeOffice, tmp_path: Path) -> None:
    releasing.mark_told(released.desk, code=A, people=[FIRST], channel=Channel.EMAIL)
    released.clock.move_to(datetime.combine(TODAY + timedelta(7), time(9)))
    assert message(released, FIRST).reason is R.REMINDER
    prepare(released, tmp_path, people=[FIRST])
    mail = opened(tmp_path / f"convocation-{A}-membre-1.eml")
    assert "Nous n’avons pas reçu votre réponse" in body(mail)
    calendar = (tmp_path / f"convocation-{A}-membre-1.ics").read_text("utf-8")
    assert "SEQUENCE:0" in calendar
    summonses.remind(released.desk, code=A, people=[FIRST])
    assert states(released)[FIRST] is S.SENT
    assert len(released.all(Kind.SUMMONS)[0].reminders) == 1


def test_no_place_and_no_link_are_refused_before_anything_is_written(
    released: FakeOffice, tmp_path: Path
) -> None:
    save_settings(released.desk, settings=replace(SETTINGS, place=""))
    session = released.all(Kind.SESSION)[0]
    for modality, code in ((Modality.ON_SITE, "CALL-07"), (Modality.REMOTE, "CALL-08")):
        released.store(replace(session, place="", modality=modality))
        with pytest.raises(RefusedByFindings, match="OUTBOX-NOT-READY") as refusal:
            prepare(released, tmp_path / "none")
        assert {finding.code for finding in refusal.value.findings} == {code}
    assert not (tmp_path / "none").exists()


def test_a_remote_session_says_how_to_join(released: FakeOffice, tmp_path: Path) -> None:
    session = released.all(Kind.SESSION)[0]
    link = "https://visio.example/jury-12"
    released.store(replace(session, place=link, modality=Modality.REMOTE))
    prepare(released, tmp_path, people=[CANDIDATE])
    paper = PdfReader(tmp_path / f"convocation-{A}-candidat-1.pdf").pages[0].extract_text()
    assert link in paper
    assert "rue de l’Image, 75011" not in paper.split("Convocation devant le jury", 1)[1]


def test_nobody_is_written_to_of_a_plan_that_is_not_released(
    planned: FakeOffice, tmp_path: Path
) -> None:
    with pytest.raises(RefusedByRule, match="OUTBOX-NO-RELEASE"):
        prepare(planned, tmp_path)
    assert outbox.read_outbox(planned.desk, code=A, wording=FRENCH) == ()


def test_what_has_nothing_to_say_is_refused(released: FakeOffice) -> None:
    releasing.mark_told(released.desk, code=A, people=[FIRST])
    with pytest.raises(RefusedByRule, match="OUTBOX-NOTHING"):
        outbox.write_message(released.desk, code=A, person=FIRST, subject="", text="x")
    with pytest.raises(RefusedByRule, match="OUTBOX-NOBODY"):
        outbox.hold_back(released.desk, code=A, people=[(Role.EXAMINER, 99)])


def test_who_cancels_leaves_nothing_behind(released: FakeOffice, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise Cancelled("TASK-CANCELLED")

    with pytest.raises(Cancelled):
        prepare(released, tmp_path / "out", progress=stop)
    assert seen == [(0, 5), (1, 5), (2, 5)]
    assert not (tmp_path / "out").exists()
    assert set(states(released).values()) == {S.TO_REVIEW}


def test_everybody_may_be_written_again(released: FakeOffice, tmp_path: Path) -> None:
    releasing.mark_told(released.desk, code=A, people=list(states(released)))
    assert prepare(released, tmp_path / "a").value.messages == ()
    done = prepare(released, tmp_path / "b", everybody=True)
    assert len(done.value.messages) == 5
    assert done.changes == ()
    assert "SEQUENCE:0" in (tmp_path / "b" / f"convocation-{A}-membre-1.ics").read_text("utf-8")


def test_home_shows_what_is_prepared_and_did_not_leave(
    released: FakeOffice, tmp_path: Path
) -> None:
    prepare(released, tmp_path)
    view = home(released.desk)
    (task,) = [one for one in (*view.urgent, *view.later) if one.code == "TASK-OUTBOX"]
    assert (dict(task.figures), task.target) == ({"session": A, "count": 5}, f"{A}#answers")
    move_candidate(released)
    codes = {one.code: dict(one.figures)["count"] for one in home(released.desk).urgent}
    assert codes["TASK-OUTBOX-STALE"] == 1


def test_the_text_of_the_office_wins(released: FakeOffice, tmp_path: Path) -> None:
    loop = "{% for one in appointments %}\n- {{ one.day }}\n{% endfor %}"
    text = f"# Venez\n\n{loop}\n{{{{ address }}}}{{{{ link }}}}\n"
    save_template(released.desk, kind="summons-candidate", language="fr", text=text)
    prepare(released, tmp_path, people=[CANDIDATE])
    paper = PdfReader(tmp_path / f"convocation-{A}-candidat-1.pdf").pages[0].extract_text()
    assert "Venez" in paper


def test_messages_go_with_who_goes_and_come_back(released: FakeOffice, tmp_path: Path) -> None:
    prepare(released, tmp_path)
    gone = remove_examiners(released.desk, ids=[1])
    assert FIRST not in {one.person for one in released.all(Kind.OUTBOX_MESSAGE)}
    revert(released.desk, outcome_changes=gone.changes, label=gone.label)
    assert FIRST in {one.person for one in released.all(Kind.OUTBOX_MESSAGE)}
    whole = sessions.remove_session(released.desk, session_id=1)
    assert released.all(Kind.OUTBOX_MESSAGE) == ()
    revert(released.desk, outcome_changes=whole.changes, label=whole.label)
    assert len(released.all(Kind.OUTBOX_MESSAGE)) == 5


def test_what_is_frozen_is_still_told(released: FakeOffice, tmp_path: Path) -> None:
    session = released.all(Kind.SESSION)[0]
    released.store(replace(session, status=SessionStatus.FROZEN))
    assert len(prepare(released, tmp_path).value.messages) == 5


def test_summonses_are_papers_of_the_session(released: FakeOffice) -> None:
    kinds = {kind.code: kind for kind in PAPERS if kind.stage is PaperStage.BEFORE}
    printed = {
        code: [paper.name for paper in kind.print_all(released.desk, code=A, wording=FRENCH)]
        for code, kind in kinds.items()
    }
    assert printed == {
        "summonses": [
            f"convocation-{A}-{who}.pdf"
            for who in ("candidat-1", *(f"membre-{n}" for n in (1, 2, 3, 4)))
        ],
        "employer_copies": [f"convocation-{A}-membre-{n}-employeur.pdf" for n in (1, 2, 3, 4)],
    }


def test_nobody_is_convened_on_paper_before_the_plan_is_out(planned: FakeOffice) -> None:
    rows = {row.key: row.standing for row in list_papers(planned.desk, code=A)}
    assert rows["summonses"].why == "PAPER-NOT-RELEASED"
    assert tuple(print_kind(planned.desk, code=A, kind="summonses", wording=FRENCH)) == ()


def test_who_left_the_plan_untold_must_not_get_their_draft(
    released: FakeOffice, tmp_path: Path
) -> None:
    prepare(released, tmp_path)
    adjusting.withdraw_candidacy(released.desk, code=A, candidacy_id=1)
    adjusting.move_hearing(released.desk, code=A, candidacy_id=2, jury=1, start=time(9))
    releasing.release_plan(released.desk, code=A)
    view = message(released, CANDIDATE)
    assert (view.state, view.contact.name) == (S.STALE, "LEGRAND1 Ophélie")
    assert [finding.code for finding in view.findings] == ["CALL-10"]
    outbox.hold_back(released.desk, code=A, people=[CANDIDATE])
    assert CANDIDATE not in states(released)


def test_the_address_of_the_office_is_one(planned: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="SETTING-EMAIL"):
        save_settings(planned.desk, settings=replace(SETTINGS, email="jurys chez cefpf"))
