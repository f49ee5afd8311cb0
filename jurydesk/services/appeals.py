"""The appeal file: everything about one candidate in one session, bound, others masked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.documents.appeal_file import bind_appeal, render_extract, render_piece
from jurydesk.documents.filenames import aftermath_name
from jurydesk.documents.parchment import render_parchment
from jurydesk.documents.regularity_certificate import render_regularity
from jurydesk.domain.appeal import AppealExtract, AppealHead
from jurydesk.domain.audit import EventType
from jurydesk.domain.masking import Mask, extract_of, staying_names
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services.appeal_pieces import (
    candidacy_piece,
    documents_piece,
    notification_piece,
    summons_piece,
    trail_piece,
)
from jurydesk.services.issued import stated_of
from jurydesk.services.notification_letters import letters_of
from jurydesk.services.notifications import notices_of
from jurydesk.services.notifying import closed_session
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.regularity_certificates import regularity_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jurydesk.domain.appeal import AppealPiece
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.domain.people import Candidate
    from jurydesk.domain.session import Session
    from jurydesk.services.issued import Stated
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class _Case:
    """Whom the file is about, and how others are hidden in it."""

    session: Session
    stated: Stated
    path: Candidacy
    person: Candidate
    head: AppealHead
    mask: Mask
    today: date
    wording: Wording

    @property
    def narrowed(self) -> MinutesContent:
        """Return the minutes without anybody else's part."""
        return extract_of(
            self.stated.minutes.content,
            candidacy_id=self.path.id,
            candidate_id=self.person.id,
            mask=self.mask,
        )


def print_appeal_file(
    desk: Desk, *, code: str, candidate_id: int, wording: Wording
) -> PrintedPaper:
    """Bind everything about one candidate in one session; the trail keeps that it was made.

    Raises:
        WrongUsage: the session did not hear that person.
        RefusedByRule: the session is not closed, or its minutes are not issued.
    """
    with desk.open_unit() as unit:
        session = closed_session(unit, code)
        number = _heard(unit, session, candidate_id)
        case = _case(unit, session, stated_of(unit, session, number), desk=desk, wording=wording)
        pdf = bind_appeal(tuple(_pieces(unit, case)), case.head, wording=wording)
        details = {"session": session.code, "candidacy": number}
        unit.audit.record(EventType.APPEAL_FILE_MADE, details)
        unit.commit()
    return PrintedPaper(aftermath_name("dossier-de-recours", session.code, number), pdf)


def _heard(unit: UnitOfWork, session: Session, candidate_id: int) -> int:
    own = {path.id for path in unit.candidacies.of_candidate(candidate_id)}
    heard = [h.candidacy_id for h in session.hearings if h.candidacy_id in own]
    if not heard:
        raise WrongUsage("APPEAL-NOT-HEARD", {"session": session.code})
    return heard[0]


def _case(
    unit: UnitOfWork, session: Session, stated: Stated, *, desk: Desk, wording: Wording
) -> _Case:
    path = unit.candidacies.get(stated.candidate.candidacy_id)
    person = unit.candidates.get(path.candidate_id)
    content = stated.minutes.content
    numbers = {*session.candidacies, *(h.candidacy_id for h in session.hearings)}
    people = {one.candidate_id for one in unit.candidacies.some(numbers)} - {person.id}
    staying = staying_names(person, unit.examiners.all(), content)
    decision = stated.candidate.decision
    head = AppealHead(
        certifier=content.certifier,
        certification=content.certification,
        candidate=stated.candidate.name,
        session_code=content.session_code,
        minutes=stated.minutes.number,
        decision=term("decision", decision, wording) if decision else "—",
        made_on=desk.clock.today(),
    )
    mask = Mask(unit.candidates.some(people), staying=(*staying, path.accompanist))
    return _Case(session, stated, path, person, head, mask, desk.clock.today(), wording)


def _pieces(unit: UnitOfWork, case: _Case) -> Iterator[tuple[str, bytes]]:
    """Yield each piece with its code, in the order in which a judge reads."""
    words, number = case.wording, case.path.id
    yield _drawn(candidacy_piece(unit, case.path, case.person, words), case)
    yield _drawn(summons_piece(unit, case.session, number, words), case)
    yield "composition", _regularity(unit, case)
    minutes = case.stated.minutes
    extract = AppealExtract(case.narrowed, minutes.number, minutes.content_hash)
    yield "extract", render_extract(extract, case.head, wording=words)
    for notice in notices_of(unit, case.session, today=case.today):
        if notice.candidacy.id == number:
            yield _drawn(notification_piece(notice, words), case)
            yield "letter", letters_of(unit, notice, on=case.today, wording=words)[0].pdf
    for one in unit.parchments.of_session(case.session.id):
        if one.candidacy_id == number:
            yield "parchment", render_parchment(one, wording=words)
    yield _drawn(documents_piece(unit, case.path, words), case)
    yield _drawn(trail_piece(unit, case.session, case.path, words), case)


def _drawn(piece: AppealPiece, case: _Case) -> tuple[str, bytes]:
    masked = case.mask.value(piece)
    return piece.code, render_piece(masked, case.head, wording=case.wording)


def _regularity(unit: UnitOfWork, case: _Case) -> bytes:
    """Print the certificate as far as it concerns the candidate's own jury and hearing."""
    whole = regularity_of(unit, case.session, case.stated.minutes.certification)
    narrowed = case.narrowed
    found = Counter((one.code, one.version) for one in narrowed.findings)
    rules = (r for r in whole.rules if (r.code, r.version) in found)
    counted = tuple(replace(r, count=found[r.code, r.version]) for r in rules)
    content = replace(whole, minutes=narrowed, rules=counted)
    return render_regularity(content, wording=case.wording)
