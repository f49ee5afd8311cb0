"""The right of a person of the pool to sit: the facts in words, their documents, the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.documents.examiner_sheet import render_examiner_sheet
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from jurydesk.domain.examiner_sheet import ExaminerSheet, SheetLine
from jurydesk.domain.response_record import ResponseRecord, response_record
from jurydesk.domain.right_to_sit import (
    PROOFS,
    SEAT,
    Evidence,
    RightFact,
    Standing,
    right_to_sit,
)
from jurydesk.domain.service_record import ServiceRecord, records_of
from jurydesk.errors import WrongUsage
from jurydesk.exchange.safe_files import write_file
from jurydesk.finding_text import term
from jurydesk.services.attachments import Attached, Paper, read_paper
from jurydesk.services.outcome import Outcome
from jurydesk.services.proofs import with_proof
from jurydesk.services.recording import finish
from jurydesk.services.right_words import fact_label, fact_text, fact_todo
from jurydesk.services.settings import settings_in
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from jurydesk.domain.people import Examiner
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.settings import OfficeSettings
    from jurydesk.wording import Wording

LATEST = 8
"""Juries on a sheet, the latest first: it is one page."""


@dataclass(frozen=True, slots=True)
class RightView:
    """The right of one person to sit on one day, with what it was read from."""

    examiner: Examiner
    on: date
    facts: tuple[RightFact, ...]
    documents: tuple[Attachment, ...]
    record: ServiceRecord
    responses: ResponseRecord
    sessions: tuple[tuple[int, str], ...] = ()
    """Number and code of the sessions that the person was summoned to."""

    @property
    def missing(self) -> tuple[RightFact, ...]:
        """Return the facts that do not hold."""
        return tuple(one for one in self.facts if one.standing is Standing.MISSING)


def read_right(desk: Desk, *, examiner_id: int, on: date | None = None) -> RightView:
    """Return what proves that somebody may sit on that day; None: today.

    Raises:
        WrongUsage: there is no such person.
    """
    with desk.open_unit() as unit:
        return _view(unit, examiner_id, on or desk.clock.today(), desk.clock.today())


def attach_proof(
    desk: Desk, *, examiner_id: int, proves: str, papers: Iterable[Paper]
) -> Outcome[Attached]:
    """Put documents into the file of an examiner, as proof of one fact.

    A qualification that named no document names the first of them from then on (JURY-08).

    Raises:
        WrongUsage: no such person, or nothing that a document can prove.
    """
    given = tuple(papers)
    if not given:
        raise WrongUsage("ATTACH-NOTHING")
    with desk.open_unit() as unit:
        person = unit.examiners.get(examiner_id)
        _check_proof(person, proves)
        before = unit.attachments.of_examiner(examiner_id)
        known = [(one.digest, one.requirement) for one in before]
        new = [paper for paper in given if (paper.file.digest, proves) not in known]
        for paper in new:
            unit.blobs.put(paper.file.content)
        stored = tuple(unit.attachments.add(_draft(desk, one, examiner_id, proves)) for one in new)
        if stored:
            unit.examiners.save(with_proof(person, proves, stored[0].name))
        digests = [one.digest for one in stored]
        details = {"examiner": examiner_id, "proves": proves, "digests": digests}
        finish(unit, EventType.PROOF_ATTACHED, details | {"count": len(stored)})
        same = tuple(one for one in before if one.digest in {p.file.digest for p in given})
        return Outcome(Attached(stored, same), unit.changes, label="ACT-PROOF-ATTACHED")


def attach_proof_files(
    desk: Desk, *, examiner_id: int, proves: str, paths: Iterable[Path]
) -> Outcome[Attached]:
    """Read files and put them into the file of an examiner, all of them or none.

    Raises:
        EnvironmentFailure: one cannot be read.
        RefusedByRule: one is no ordinary file, too large, or its name or content is refused.
        WrongUsage: no such person, or nothing that a document can prove.
    """
    papers = [read_paper(path, requirement=proves) for path in paths]
    return attach_proof(desk, examiner_id=examiner_id, proves=proves, papers=papers)


def print_sheet(
    desk: Desk, *, examiner_id: int, path: Path, wording: Wording, on: date | None = None
) -> RightView:
    """Write the one-page sheet that proves the right of a person to sit on that day.

    Raises:
        EnvironmentFailure: nothing can be written there.
        RefusedByRule: a workspace is there.
    """
    with desk.open_unit() as unit:
        view = _view(unit, examiner_id, on or desk.clock.today(), desk.clock.today())
        office = settings_in(unit)
    sheet = _sheet(view, office, wording, printed=desk.clock.today())
    write_file(path, render_examiner_sheet(sheet, wording=wording))
    return view


def _view(unit: UnitOfWork, examiner_id: int, on: date, today: date) -> RightView:
    person = unit.examiners.get(examiner_id)
    documents = unit.attachments.of_examiner(examiner_id)
    ties = sum(tie.holds for tie in unit.ties.of_examiner(examiner_id))
    limit = settings_in(unit).consecutive_years
    sessions = unit.sessions.all()
    sent = unit.summonses.of_examiner(examiner_id)
    called = {summons.session_id for summons in sent}
    return RightView(
        person,
        on,
        right_to_sit(person, on=on, evidence=Evidence(documents, ties, limit)),
        documents,
        records_of(sessions).get(examiner_id, ServiceRecord()),
        response_record(sent, today=today),
        tuple((one.id, one.code) for one in sessions if one.id in called),
    )


def _check_proof(person: Examiner, proves: str) -> None:
    known = (*PROOFS, *(f"{SEAT}{one.seat}" for one in person.qualifications))
    if proves not in known:
        raise WrongUsage("PROOF-UNKNOWN", {"proof": proves, "known": ", ".join(known)})


def _draft(desk: Desk, paper: Paper, examiner_id: int, proves: str) -> Attachment:
    return Attachment(
        candidate_id=None,
        name=paper.file.name,
        digest=paper.file.digest,
        size=paper.file.size,
        media_type=paper.file.media_type,
        added_at=desk.clock.now(),
        added_by=desk.actor,
        requirement=proves,
        examiner_id=examiner_id,
        note=paper.note.strip(),
    )


def _sheet(
    view: RightView, office: OfficeSettings, wording: Wording, *, printed: date
) -> ExaminerSheet:
    person, record = view.examiner, view.record
    return ExaminerSheet(
        certifier=office.issuer,
        name=person.full_name,
        work=" · ".join(part for part in (person.occupation, person.organisation) if part),
        on=view.on,
        printed=printed,
        lines=tuple(
            SheetLine(
                fact_label(one, wording),
                fact_text(one, wording),
                fact_todo(one, wording),
                one.standing,
            )
            for one in view.facts
        ),
        sat=len(record.held),
        presided=len(record.presidencies),
        years=record.years_in_a_row(printed),
        services=tuple(
            (
                one.day,
                term("half_day", one.half_day, wording),
                one.session,
                sentence_case(term("seat", one.seat, wording)),
                one.presided,
            )
            for one in record.held[:LATEST]
        ),
        documents=tuple((one.name, one.digest) for one in view.documents),
    )
