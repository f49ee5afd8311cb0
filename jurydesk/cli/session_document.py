"""A session as `propose` and `check` print it: one shape for both, a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.documents_as_json import finding_document, finding_documents, finding_lines
from jurydesk.finding_text import finding_text, term
from jurydesk.services.stand_ins import StandIns, stand_in_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.cli.documents_as_json import Json
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Hearing, Juror, Jury
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording

    Reasons = Mapping[int, tuple[Finding, ...]]


def board_document(board: SessionBoard, reasons: Reasons, wording: Wording) -> Json:
    """Return the juries, the hearings, who has no place and why, and every finding."""
    proposal = board.session.proposal
    stand_ins = StandIns(board)
    return {
        "session": board.session.code,
        "certifications": list(board.session.certifications),
        "status": _status(board),
        "seconds": proposal.seconds if proposal else 0.0,
        "bound": proposal.bound if proposal else 0,
        "objective": dict(proposal.objective) if proposal else {},
        "juries": [
            _jury(board, jury, stand_ins)
            for jury in sorted(board.session.juries, key=lambda jury: (jury.half, jury.room))
        ],
        "unplaced": [
            {
                "candidacy": identifier,
                "candidate": _name(board, identifier),
                "reasons": [_reason(finding, wording) for finding in findings],
                "repairs": [],
            }
            for identifier, findings in reasons.items()
        ],
        "findings": finding_documents(board.findings, wording),
    }


def board_lines(board: SessionBoard, reasons: Reasons, wording: Wording) -> list[str]:
    """Return the same for a person to read."""
    session = board.session
    head = wording.text(
        "CLI-SESSION",
        session=session.code,
        juries=len(session.juries),
        placed=len(session.hearings),
        unplaced=len(reasons),
    )
    lines = [head]
    stand_ins = StandIns(board)
    for jury in sorted(session.juries, key=lambda jury: (jury.half, jury.room)):
        lines += _jury_lines(board, jury, stand_ins, wording)
    for identifier, findings in reasons.items():
        lines.append(wording.text("CLI-UNPLACED", name=_name(board, identifier)))
        lines += [f"    {finding_text(finding, wording)}" for finding in findings]
    return lines + finding_lines(board.findings, wording)


def _status(board: SessionBoard) -> str:
    """A timetable adjusted by hand is no longer what the solver said of its own."""
    session = board.session
    if not session.hearings:
        return session.proposal.status if session.proposal else "infeasible"
    if session.unplaced:
        return "partial"
    told = session.proposal.status if session.proposal else "feasible"
    return told if told in {"optimal", "feasible"} else "feasible"


def _jury(board: SessionBoard, jury: Jury, stand_ins: StandIns) -> Json:
    return {
        "id": jury.number,
        "date": jury.day.isoformat(),
        "half_day": jury.half_day.value,
        "room": jury.room,
        "certification": jury.certification,
        "president": jury.president_id,
        "annulled": jury.annulled,
        "members": [
            _member(board, juror) | {"substitutes": _people(stand_ins.of(jury, juror.examiner_id))}
            for juror in jury.jurors
        ],
        "hearings": [
            _hearing(board, jury, hearing) for hearing in board.session.hearings_of(jury.number)
        ],
    }


def _people(examiners: tuple[Examiner, ...]) -> list[Json]:
    return [{"examiner": one.id, "name": one.full_name} for one in examiners]


def _member(board: SessionBoard, juror: Juror) -> Json:
    person = board.examiner(juror.examiner_id)
    return {
        "examiner": juror.examiner_id,
        "name": person.full_name if person else "",
        "seat": juror.seat,
        "external": juror.external,
        "deliberates": juror.deliberates,
        "sex": person.sex.value if person else "X",
    }


def _hearing(board: SessionBoard, jury: Jury, hearing: Hearing) -> Json:
    row = board.candidacy(hearing.candidacy_id)
    voters = [juror for juror in jury.jurors if juror.deliberates]
    return {
        "candidacy": hearing.candidacy_id,
        "candidate": _name(board, hearing.candidacy_id),
        "route": row.candidacy.route.value if row else "",
        "start": hearing.start.isoformat(timespec="minutes"),
        "end": hearing.end.isoformat(timespec="minutes"),
        "recused": list(hearing.recused),
        "deliberating": sum(juror.examiner_id not in hearing.recused for juror in voters),
    }


def _reason(finding: Finding, wording: Wording) -> Json:
    document = finding_document(finding, wording)
    return {name: document[name] for name in ("code", "subjects", "text")}


def _name(board: SessionBoard, identifier: int) -> str:
    row = board.candidacy(identifier)
    return row.candidate.full_name if row else ""


def _jury_lines(
    board: SessionBoard, jury: Jury, stand_ins: StandIns, wording: Wording
) -> list[str]:
    half_day = term("half_day", jury.half_day, wording)
    code = "CLI-JURY-JUDGES" if board.session.has_several else "CLI-JURY"
    figures = {"number": jury.number, "day": jury.day, "half_day": half_day, "room": jury.room}
    head = wording.text(
        "CLI-JURY-ANNULLED" if jury.annulled else code, **figures, certification=jury.certification
    )
    lines = [head]
    for juror in jury.jurors:
        person = board.examiner(juror.examiner_id)
        mark = "★" if juror.examiner_id == jury.president_id else " "
        seat = term("seat", juror.seat, wording)
        line = f"  {mark} {person.full_name if person else '?'} ({seat})"
        if board.session.can_be_planned:
            line += f" · {stand_in_text(stand_ins.of(jury, juror.examiner_id), wording)}"
        lines.append(line)
    lines += [
        f"    {hearing.start:%H:%M}–{hearing.end:%H:%M}  {_name(board, hearing.candidacy_id)}"
        for hearing in board.session.hearings_of(jury.number)
    ]
    return lines
