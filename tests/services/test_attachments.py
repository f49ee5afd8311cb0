"""Documents through the services, on a real workspace: attach, undo, read, purge with proof."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jurydesk.bootstrap import create_workspace, open_desk
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy, Closure, Intake
from jurydesk.domain.requirements import Presence, Weight
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import DamagedFile, RefusedByRule, StaleData, WrongUsage
from jurydesk.exchange.received_files import received
from jurydesk.services.attachments import (
    MOST_AT_ONCE,
    Attached,
    Paper,
    attach,
    describe,
    detach,
    read_paper,
)
from jurydesk.services.candidates import list_candidacies, open_candidate, save_file
from jurydesk.services.clock import SetClock
from jurydesk.services.document_contents import (
    copy_to_read,
    document_text,
    read_document,
    save_document,
)
from jurydesk.services.document_lists import documents_of, insist, weights_set
from jurydesk.services.document_purge import preview_purge, purge_documents
from jurydesk.services.timeline import Happened, timeline_of
from jurydesk.services.undo import revert
from jurydesk.services.workspace import verify
from tests.builders import a_candidate, a_vae
from tests.exchange.handed_in import PDF, PNG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk

SHEET, FILE = "RNCP40642", "bureau.jurydesk"
BEGINS = datetime.fromisoformat("2026-11-23T09:00")
VAE, TRAINED = 1, 2


@pytest.fixture
def clock() -> SetClock:
    return SetClock(BEGINS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the workspace is."""
    return tmp_path / FILE


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Desk]:
    """A VAE path with a first file, and somebody who was just accepted for a training."""
    desk = create_workspace(tmp_path / FILE, actor="Camille", clock=clock)
    vae = replace(a_vae(0), certification=SHEET, candidate_id=0, id=0)
    save_file(desk, candidate=a_candidate(1, id=0), candidacy=vae)
    trained = Candidacy(0, SHEET, AccessRoute.CONTINUING_EDUCATION, intake=Intake.COMPLETE)
    save_file(desk, candidate=a_candidate(2, id=0), candidacy=trained)
    yield desk
    desk.close()


def paper(requirement: str = "FILE_2", *, name: str = "livret 2.pdf", more: bytes = b"") -> Paper:
    return Paper(received(name, PDF + more), requirement)


def put(desk: Desk, *papers: Paper, person: int = VAE) -> Outcome[Attached]:
    return attach(desk, candidate_id=person, candidacy_id=person, papers=papers or (paper(),))


def presence(desk: Desk, candidacy: int = VAE) -> dict[str, Presence]:
    view = documents_of(desk, candidacy_id=candidacy)
    return {line.requirement.code: line.presence for line in view.lines}


def trail(desk: Desk, *types: EventType) -> list[dict[str, object]]:
    with desk.open_unit() as unit:
        return [json.loads(e.details) for e in unit.audit.events() if e.type in types]


def contents(desk: Desk) -> tuple[int, tuple[str, ...]]:
    """Return how many attachments there are, and which contents nobody names."""
    with desk.open_unit() as unit:
        return len(unit.attachments.all()), unit.blobs.orphans()


def test_a_document_meets_its_requirement_and_undo_takes_it_out(desk: Desk) -> None:
    assert presence(desk)["FILE_2"] is Presence.MISSING
    outcome = put(desk)
    (stored,) = outcome.value.stored
    assert (stored.name, stored.size, stored.media_type) == (
        "livret 2.pdf",
        len(PDF),
        "application/pdf",
    )
    assert (stored.added_by, stored.added_at, stored.candidacy_id) == ("Camille", BEGINS, VAE)
    assert presence(desk)["FILE_2"] is Presence.MET
    undone = revert(desk, outcome_changes=outcome.changes, label=outcome.label)
    assert presence(desk)["FILE_2"] is Presence.MISSING
    revert(desk, outcome_changes=undone.changes)
    assert presence(desk)["FILE_2"] is Presence.MET
    assert read_document(desk, attachment_id=stored.id).content == PDF


def test_several_documents_are_one_act(desk: Desk) -> None:
    papers = (paper(), paper("ACTIVITY_PROOF", name="a.pdf", more=b"1"))
    outcome = put(desk, *papers)
    assert outcome.label == "ACT-DOCUMENTS-ATTACHED"
    (event,) = trail(desk, EventType.DOCUMENT_ATTACHED)
    assert event["attachment"] == [1, 2]
    revert(desk, outcome_changes=outcome.changes)
    assert contents(desk)[0] == 0


def test_the_trail_holds_no_file_name(desk: Desk) -> None:
    put(desk, paper(name="CV Ophélie Legrand.pdf"))
    describe(desk, attachment_id=1, name="CV de Mme Legrand.pdf")
    detach(desk, attachment_ids=[1])
    events = trail(
        desk,
        EventType.DOCUMENT_ATTACHED,
        EventType.DOCUMENT_CHANGED,
        EventType.DOCUMENT_REMOVED,
    )
    assert len(events) == 3
    assert "Legrand" not in json.dumps(events)


def test_the_same_content_is_said_and_not_stored_twice(desk: Desk, file: Path) -> None:
    put(desk)
    again = put(desk, paper(name="livret 2 (copie).pdf"))
    assert (again.value.stored, again.changes) == ((), ())
    assert [one.name for one in again.value.known] == ["livret 2.pdf"]
    other = put(desk, paper("EVIDENCE"), paper("ACTIVITY_PROOF", name="b.pdf", more=b"2"))
    assert len(other.value.stored) == 2
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM blob").fetchone() == (2,)
    assert len(trail(desk, EventType.DOCUMENT_ATTACHED)) == 2


def test_the_same_content_in_the_file_of_another_is_a_warning(desk: Desk) -> None:
    put(desk)
    outcome = put(desk, paper("DISSERTATION"), person=TRAINED)
    assert [finding.code for finding in outcome.findings] == ["DOC-02"]
    assert len(outcome.value.stored) == 1


def test_the_identity_belongs_to_the_person(desk: Desk) -> None:
    (stored,) = put(desk, paper("IDENTITY", name="cni.pdf")).value.stored
    assert stored.candidacy_id is None
    assert presence(desk)["IDENTITY"] is Presence.MET


def test_a_document_of_a_person_needs_no_candidacy(desk: Desk) -> None:
    stored = attach(desk, candidate_id=VAE, papers=(paper(""),)).value.stored
    assert [one.candidacy_id for one in stored] == [None]
    assert documents_of(desk, candidacy_id=VAE).documents == stored


def test_a_document_of_another_candidacy_is_shown_apart(desk: Desk) -> None:
    again = replace(a_vae(0), certification="RNCP34316", candidate_id=VAE, id=0)
    path = save_file(
        desk, candidate=open_candidate(desk, candidate_id=VAE).candidate, candidacy=again
    )
    put(desk)
    view = documents_of(desk, candidacy_id=path.value.id)
    assert ([one.name for one in view.elsewhere], view.documents) == (["livret 2.pdf"], ())


def test_a_copy_to_read_is_made_once_and_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    put(desk)
    place = copy_to_read(desk, attachment_id=1, folder=tmp_path)
    assert (place.name, place.stat().st_mode & 0o222) == ("livret 2.pdf", 0)
    assert copy_to_read(desk, attachment_id=1, folder=tmp_path) == place
    assert document_text(read_document(desk, attachment_id=1)) is None


def test_what_does_not_fit_is_refused_whole(desk: Desk) -> None:
    refusals = (
        (WrongUsage, "ATTACH-NOTHING", {"papers": ()}),
        (WrongUsage, "ATTACH-MANY", {"papers": (paper(),) * (MOST_AT_ONCE + 1)}),
        (WrongUsage, "DOCUMENT-UNKNOWN", {"papers": (paper(), paper("PERMIT"))}),
        (WrongUsage, "ATTACH-OTHER-PERSON", {"papers": (paper(),), "candidacy_id": TRAINED}),
        (WrongUsage, "STORE-25", {"papers": (paper(),), "candidate_id": 99}),
    )
    for kind, code, given in refusals:
        with pytest.raises(kind, match=code):
            attach(desk, **({"candidate_id": VAE, "candidacy_id": VAE} | given))  # type: ignore[arg-type]  # -- keywords from data
    assert contents(desk) == (0, ())


def test_a_document_is_given_another_name_and_kind(desk: Desk) -> None:
    put(desk)
    outcome = describe(desk, attachment_id=1, name=" relevé ", requirement="IDENTITY", note=" vu ")
    after = outcome.value
    assert (after.name, after.requirement, after.note) == ("relevé.pdf", "IDENTITY", "vu")
    assert after.candidacy_id is None
    back = describe(desk, attachment_id=1, requirement="FILE_2", candidacy_id=VAE)
    assert back.value.candidacy_id == VAE
    assert describe(desk, attachment_id=1).changes == ()
    with pytest.raises(RefusedByRule, match="ATTACH-NAME-PROGRAM"):
        describe(desk, attachment_id=1, name="relevé.pdf.exe")
    with pytest.raises(RefusedByRule, match="ATTACH-MISMATCH"):
        describe(desk, attachment_id=1, name="relevé.jpg")
    with pytest.raises(WrongUsage, match="DOCUMENT-UNKNOWN"):
        describe(desk, attachment_id=1, requirement="PERMIT")
    revert(desk, outcome_changes=back.changes)
    assert presence(desk)["IDENTITY"] is Presence.MET


def test_a_detached_document_comes_back_until_it_is_purged(desk: Desk) -> None:
    put(desk)
    gone = detach(desk, attachment_ids=[1])
    count, orphans = contents(desk)
    assert (count, len(orphans)) == (0, 1)
    told = {entry.code for entry in timeline_of(desk, candidate_id=VAE)}
    assert "AUDIT-DOCUMENT_REMOVED" in told
    undone = revert(desk, outcome_changes=gone.changes)
    assert read_document(desk, attachment_id=1).content == PDF
    revert(desk, outcome_changes=undone.changes)
    proof = purge_documents(desk, seen=preview_purge(desk)).value
    assert (proof.documents, proof.digests) == (0, orphans)
    with pytest.raises(WrongUsage, match="STORE-52"):
        revert(desk, outcome_changes=gone.changes)
    assert contents(desk) == (0, ())


def test_a_document_is_saved_where_a_person_wants_it(
    desk: Desk, tmp_path: Path, file: Path
) -> None:
    put(desk)
    assert save_document(desk, attachment_id=1, place=tmp_path / "copie.pdf").read_bytes() == PDF
    assert save_document(desk, attachment_id=1, place=tmp_path) == tmp_path / "livret 2.pdf"
    with pytest.raises(RefusedByRule, match="FILE-26"):
        save_document(desk, attachment_id=1, place=file)
    with pytest.raises(WrongUsage, match="STORE-25"):
        save_document(desk, attachment_id=9, place=tmp_path)


def test_a_file_on_the_disk_is_read_and_attached(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(PNG)
    put(desk, read_paper(path, requirement="ACTIVITY_PROOF"))
    assert presence(desk)["ACTIVITY_PROOF"] is Presence.MET


def test_lists_speak_of_documents_once_a_file_holds_one(desk: Desk) -> None:
    def codes(candidacy: int) -> list[str]:
        rows = {row.key: row for row in list_candidacies(desk)}
        file = open_candidate(desk, candidate_id=candidacy)
        assert file.candidacies[0].findings == rows[candidacy].findings
        return [f.code for f in rows[candidacy].findings if f.code.startswith("DOC")]

    assert (codes(VAE), codes(TRAINED)) == ([], [])
    put(desk, paper("ACTIVITY_PROOF"))
    assert (codes(VAE), codes(TRAINED)) == (["DOC-01", "DOC-01"], [])
    put(desk, paper("IDENTITY", more=b"1"), paper("FILE_2", more=b"2"))
    assert codes(VAE) == []
    detach(desk, attachment_ids=[2])
    assert codes(VAE) == ["DOC-01"]
    _close(desk, VAE, date(2026, 11, 23))
    assert codes(VAE) == []


def test_the_timeline_tells_of_a_document_once(desk: Desk) -> None:
    put(desk)
    told = [e for e in timeline_of(desk, candidate_id=VAE) if e.kind is Happened.DOCUMENT]
    assert [(e.text, e.actor) for e in told] == [("livret 2.pdf", "Camille")]
    assert not [e for e in timeline_of(desk, candidate_id=VAE) if "DOCUMENT" in e.code]


def test_the_office_says_what_it_insists_on(desk: Desk) -> None:
    outcome = insist(desk, document="CV", weight=Weight.NOT_ASKED, certification=SHEET)
    assert outcome.value == "requirement.CV.RNCP40642"
    assert "CV" not in presence(desk)
    assert weights_set(desk) == {"requirement.CV.RNCP40642": "NOT_ASKED"}
    revert(desk, outcome_changes=outcome.changes)
    assert weights_set(desk) == {}
    with pytest.raises(WrongUsage, match="DOCUMENT-UNKNOWN"):
        insist(desk, document="PERMIT", weight=Weight.NEEDED)
    with pytest.raises(WrongUsage, match="CERTIFICATION-UNKNOWN"):
        insist(desk, document="CV", weight=Weight.NEEDED, certification="RNCP1")
    _set(desk, "requirement.CV", "vite")
    assert documents_of(desk, candidacy_id=VAE)
    _set(desk, "requirement.LETTER.*", "vite")
    with pytest.raises(WrongUsage, match="REQUIREMENT-WRONG"):
        documents_of(desk, candidacy_id=VAE)


def test_what_is_past_its_time_is_purged_with_a_proof(
    desk: Desk, clock: SetClock, file: Path
) -> None:
    put(desk, paper("ACTIVITY_PROOF", name="aem.pdf", more=b"SECRET-PROOF"), paper("FILE_2"))
    put(desk, paper("DISSERTATION", name="mémoire.pdf", more=b"9"), person=TRAINED)
    assert preview_purge(desk).count == 0
    assert purge_documents(desk).changes == ()
    _close(desk, VAE, date(2026, 11, 23))
    clock.move_to(datetime.fromisoformat("2027-11-23T09:00"))
    assert preview_purge(desk).count == 0
    clock.move_to(datetime.fromisoformat("2027-11-24T09:00"))
    seen = preview_purge(desk)
    (one,) = seen.expired
    assert (one.keeping.attachment.name, one.keeping.last) == ("aem.pdf", date(2027, 11, 23))
    outcome = purge_documents(desk, seen=seen)
    digest = one.keeping.attachment.digest
    assert (outcome.value.documents, outcome.value.digests) == (1, (digest,))
    assert not outcome.can_be_undone
    (event,) = trail(desk, EventType.DOCUMENTS_PURGED)
    assert event == {
        "count": 1,
        "attachments": [1],
        "candidates": [VAE],
        "expired": [digest],
        "digests": [digest],
        "day": "2027-11-24",
    }
    assert [a.name for a in documents_of(desk, candidacy_id=VAE).documents] == ["livret 2.pdf"]
    assert b"SECRET-PROOF" not in file.read_bytes()
    assert verify(desk).sound


def test_a_content_that_somebody_else_still_needs_is_kept(desk: Desk, clock: SetClock) -> None:
    put(desk, paper("ACTIVITY_PROOF"))
    put(desk, paper("DISSERTATION"), person=TRAINED)
    _close(desk, VAE, date(2026, 11, 23))
    clock.move_to(datetime.fromisoformat("2027-12-01T09:00"))
    proof = purge_documents(desk).value
    assert (proof.documents, proof.digests) == (1, ())
    assert read_document(desk, attachment_id=2).content == PDF


def test_a_purge_destroys_only_what_was_shown(desk: Desk) -> None:
    put(desk)
    detach(desk, attachment_ids=[1])
    seen = preview_purge(desk)
    put(desk, paper(more=b"1"))
    detach(desk, attachment_ids=[2])
    with pytest.raises(StaleData, match="PURGE-STALE"):
        purge_documents(desk, seen=seen)
    assert len(contents(desk)[1]) == 2


def test_a_wrong_duration_stops_the_purge(desk: Desk) -> None:
    put(desk)
    _set(desk, "retention.CANDIDATE_FILE", "toujours")
    with pytest.raises(WrongUsage, match="RETENTION-WRONG"):
        preview_purge(desk)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("DELETE FROM blob", "STORE-53"),
        ("UPDATE blob SET content = x'00'", "STORE-54"),
        ("UPDATE attachment SET size = 3", "STORE-54"),
    ],
)
def test_verify_finds_a_content_that_is_gone_or_altered(
    desk: Desk, clock: SetClock, file: Path, harm: str, code: str
) -> None:
    put(desk)
    assert verify(desk).sound
    copy = file.with_name("copie.jurydesk")
    shutil.copy(file, copy)
    with closing(sqlite3.connect(copy)) as database:
        database.execute(harm)
        database.commit()
    with closing(open_desk(copy, actor="Camille", clock=clock)) as harmed:
        assert verify(harmed).problems == ((code, "1"),)
        if harm.startswith("UPDATE blob"):
            with pytest.raises(DamagedFile, match="ATTACH-ALTERED"):
                read_document(harmed, attachment_id=1)


def _close(desk: Desk, number: int, day: date) -> None:
    with desk.open_unit() as unit:
        path = unit.candidacies.get(number)
        unit.candidacies.save(replace(path, closure=Closure.CERTIFIED, closed=day))
        unit.audit.record(EventType.CANDIDACY_SAVED, {"candidacy": number})
        unit.commit()


def _set(desk: Desk, key: str, value: str) -> None:
    with desk.open_unit() as unit:
        unit.settings.put(key, value)
        unit.audit.record(EventType.SETTING_CHANGED, {})
        unit.commit()
