"""Commands on the room: what is recorded of the day, and what its members declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, finding_lines
from jurydesk.domain.deliberation import Declaration
from jurydesk.errors import WrongUsage
from jurydesk.services import deliberating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.regularity import Regularity
    from jurydesk.domain.session import Hearing
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.wording import Wording


def add_to(family: Group) -> None:
    """Add the commands to the family of the results."""
    family.command("show", show, "code")
    family.command("declare", declare, "code").repeated("member")


def show(call: Call) -> int:
    """Print what is recorded, hearing by hearing, with whether the jury may decide."""
    with call.desk() as desk:
        board = deliberating.open_deliberation(desk, code=call.options.code)
    lines = [_line(board, hearing, call.wording) for hearing in board.board.session.hearings]
    findings = finding_lines(board.findings, call.wording)
    call.answer(_document(board, call.wording), [*lines, *findings])
    return Exit.DONE


def declare(call: Call) -> int:
    """Note that members read the files and have no tie; a person answers for having asked them."""
    options = call.options
    wanted = {_number(value) for value in options.member}
    with call.desk() as desk:
        board = deliberating.open_deliberation(desk, code=options.code)
        declared = tuple(_declarations(board, wanted))
        if not declared:
            raise WrongUsage("DECLARED-NOBODY", {"session": options.code})
        deliberating.record_declarations(desk, code=options.code, declarations=declared)
    document = {"session": options.code, "declared": len(declared)}
    line = call.wording.text("CLI-DECLARED", session=options.code, count=len(declared))
    call.answer(document, [line])
    return Exit.DONE


def _number(value: str) -> int:
    if not value.isdecimal():
        raise WrongUsage("MEMBER-WRONG", {"value": value})
    return int(value)


def _declarations(board: DeliberationBoard, wanted: set[int]) -> Iterator[Declaration]:
    """Yield the declaration of each member noted as present who has not declared yet."""
    for note in board.deliberation.attendance:
        known = board.deliberation.declaration(note.jury, note.examiner_id)
        if note.present and known is None and (not wanted or note.examiner_id in wanted):
            yield Declaration(note.jury, note.examiner_id, read_files=True, no_tie=True)


def _line(board: DeliberationBoard, hearing: Hearing, wording: Wording) -> str:
    row = board.board.candidacy(hearing.candidacy_id)
    regularity = board.regularity[hearing.candidacy_id]
    return wording.text(
        "CLI-REGULAR" if regularity.is_regular else "CLI-IRREGULAR",
        candidate=row.candidate.full_name if row else "",
        count=regularity.deliberating,
        voters=regularity.voters,
        quorum=regularity.quorum,
    )


def _document(board: DeliberationBoard, wording: Wording) -> dict[str, object]:
    deliberation = board.deliberation
    closed = deliberation.closed_at
    return {
        "session": board.board.session.code,
        "closed": closed.isoformat() if closed else None,
        "juries": [{"jury": jury, "presiding": person} for jury, person in board.presiding.items()],
        "members": [
            {
                "jury": note.jury,
                "examiner": note.examiner_id,
                "present": note.present,
                "arrived": note.arrived.isoformat("minutes") if note.arrived else None,
                "left": note.left.isoformat("minutes") if note.left else None,
                "declaration": _declared(deliberation.declaration(note.jury, note.examiner_id)),
            }
            for note in deliberation.attendance
        ],
        "hearings": [_hearing(board, h, wording) for h in board.board.session.hearings],
        "incidents": [
            {
                "text": incident.text,
                "jury": incident.jury,
                "at": incident.at.isoformat("minutes") if incident.at else None,
            }
            for incident in deliberation.incidents
        ],
        "findings": finding_documents(board.findings, wording),
    }


def _declared(declaration: Declaration | None) -> dict[str, object] | None:
    if declaration is None:
        return None
    at = declaration.at.isoformat() if declaration.at else None
    return {"read_files": declaration.read_files, "no_tie": declaration.no_tie, "at": at}


def _hearing(board: DeliberationBoard, hearing: Hearing, wording: Wording) -> dict[str, object]:
    record = board.deliberation.record(hearing.candidacy_id)
    decision = deliberating.decision_of(board, record) if record else None
    vote = record.vote if record else None
    return {
        "candidacy": hearing.candidacy_id,
        "jury": hearing.jury,
        "appearance": record.appearance.value if record else "EXPECTED",
        "decision": decision.value if decision else None,
        "results": [
            {
                "block": result.block,
                "outcome": result.outcome.value,
                "reason": result.reason,
                "evidence": result.evidence,
                "advice": result.advice,
            }
            for result in (record.results if record else ())
        ],
        "recused": [recusal.examiner_id for recusal in (record.recusals if record else ())],
        # How many, never who voted what
        "vote": {
            "in_favour": vote.in_favour,
            "against": vote.against,
            "abstained": vote.abstained,
            "casting": vote.casting.value if vote.casting else None,
        }
        if vote
        else None,
        "regularity": _regularity(board.regularity[hearing.candidacy_id], wording),
    }


def _regularity(regularity: Regularity, wording: Wording) -> dict[str, object]:
    return {
        "regular": regularity.is_regular,
        "deliberating": regularity.deliberating,
        "voters": regularity.voters,
        "quorum": regularity.quorum,
        "reasons": finding_documents(regularity.reasons, wording),
    }
