"""The secretary's sheet as tables, with what is already recorded in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import Appearance, Deliberation, HearingRecord
from jurydesk.exchange.roster_writer import Column, Kind, RosterTable, TableValue
from jurydesk.finding_text import term
from jurydesk.services.results_columns import (
    ABSTAINED,
    ACTING,
    ADVICE,
    AFTER_BLOCKS,
    AGAINST,
    APPEARANCE,
    ARRIVED,
    BEFORE_BLOCKS,
    CANDIDACY,
    CANDIDATE,
    CASTING,
    DAY,
    EVIDENCE,
    EXAMINER,
    HOUR,
    IN_FAVOUR,
    INCIDENTS,
    JURY,
    LEFT,
    NO_TIE,
    OBSERVATIONS,
    OF_INCIDENTS,
    OF_JURORS,
    PRESENT,
    READ_FILES,
    REASON,
    RECOMMENDATION,
    RECUSALS,
    ROUTE,
    SEAT,
    START,
    block_columns,
    heading,
    judged_blocks,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.domain.session import Hearing, Juror, Jury
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording

    Values = Mapping[str, TableValue]

NOT_JUDGED = "—"

_KINDS = {
    CANDIDACY: Kind.INTEGER,
    JURY: Kind.INTEGER,
    DAY: Kind.DATE,
    START: Kind.TIME,
    ARRIVED: Kind.TIME,
    LEFT: Kind.TIME,
    IN_FAVOUR: Kind.INTEGER,
    AGAINST: Kind.INTEGER,
    ABSTAINED: Kind.INTEGER,
    HOUR: Kind.TIME,
}
_WIDTHS = {CANDIDATE: 28, ROUTE: 26, RECUSALS: 34, EXAMINER: 28, SEAT: 24, INCIDENTS: 80}


def results_tables(board: SessionBoard, *, wording: Wording) -> tuple[RosterTable, ...]:
    """Return the tables of hearings, of jurors and of incidents."""
    columns = (*BEFORE_BLOCKS, *block_columns(board), *AFTER_BLOCKS)
    deliberation = board.deliberation or Deliberation(board.session.id)
    hearings = [
        _hearing(board, hearing, deliberation, columns=columns, wording=wording)
        for hearing in sorted(board.session.hearings, key=lambda h: (h.start, h.jury))
    ]
    jurors = [
        _juror(board, jury, juror, deliberation=deliberation, wording=wording)
        for jury in sorted(board.session.juries, key=lambda jury: (jury.half, jury.number))
        for juror in jury.jurors
    ]
    incidents = [
        {INCIDENTS: one.text, JURY: one.jury, HOUR: one.at} for one in deliberation.incidents
    ]
    return (
        _table("HEARINGS", columns, hearings, board=board, wording=wording),
        _table("JURORS", OF_JURORS, jurors, board=board, wording=wording),
        _table("INCIDENTS", OF_INCIDENTS, incidents, board=board, wording=wording),
    )


def _table(
    name: str,
    columns: Iterable[str],
    rows: Iterable[Values],
    *,
    board: SessionBoard,
    wording: Wording,
) -> RosterTable:
    named = tuple(columns)
    sheet = wording.text(f"RESULT-SHEET-{name}")
    return RosterTable(
        sheet=sheet,
        title=f"{sheet} – {board.session.code}",
        columns=tuple(
            Column(
                heading(column, board, wording),
                _KINDS.get(column, Kind.TEXT),
                _WIDTHS.get(column, 0),
            )
            for column in named
        ),
        rows=tuple(tuple(row.get(column) for column in named) for row in rows),
    )


def _hearing(
    board: SessionBoard,
    hearing: Hearing,
    deliberation: Deliberation,
    *,
    columns: Iterable[str],
    wording: Wording,
) -> Values:
    row = board.candidacy(hearing.candidacy_id)
    record = deliberation.record(hearing.candidacy_id) or HearingRecord(hearing.candidacy_id)
    judged = judged_blocks(board).get(hearing.candidacy_id, ())
    vote = record.vote
    return {
        CANDIDACY: hearing.candidacy_id,
        CANDIDATE: row.candidate.full_name if row else "",
        ROUTE: term("route", row.candidacy.route, wording) if row else "",
        JURY: hearing.jury,
        DAY: hearing.start.date(),
        START: hearing.start.time(),
        APPEARANCE: _appearance(record, wording),
        RECUSALS: _recusals(board, hearing, record, wording),
        **{
            column: _block_cell(column, record, judged, wording)
            for column in columns
            if ":" in column
        },
        IN_FAVOUR: vote.in_favour if vote else None,
        AGAINST: vote.against if vote else None,
        ABSTAINED: vote.abstained if vote else None,
        CASTING: wording.text(f"RESULT-VOICE-{vote.casting}") if vote and vote.casting else "",
        RECOMMENDATION: record.recommendation,
        OBSERVATIONS: record.observations,
    }


def _appearance(record: HearingRecord, wording: Wording) -> str:
    if record.appearance is Appearance.EXPECTED:
        return ""
    return wording.text(f"RESULT-APPEARANCE-{record.appearance}")


def _recusals(
    board: SessionBoard, hearing: Hearing, record: HearingRecord, wording: Wording
) -> str:
    """Until somebody records them, the recusals that ties ask for stand there."""
    noted = {r.examiner_id: r.reason for r in record.recusals} or dict.fromkeys(hearing.recused, "")
    people = ((board.examiner(number), reason) for number, reason in noted.items())
    return "; ".join(
        wording.text("list.label", name=person.full_name, value=reason)
        if reason
        else person.full_name
        for person, reason in people
        if person is not None
    )


def _block_cell(
    column: str, record: HearingRecord, judged: tuple[str, ...], wording: Wording
) -> str:
    part, _, block = column.partition(":")
    if block not in judged:
        return NOT_JUDGED
    result = record.result(block)
    if result is None:
        return ""
    texts = {REASON: result.reason, EVIDENCE: result.evidence, ADVICE: result.advice}
    return texts[part] if part in texts else wording.text(f"RESULT-OUTCOME-{result.outcome}")


def _juror(
    board: SessionBoard, jury: Jury, juror: Juror, *, deliberation: Deliberation, wording: Wording
) -> Values:
    person = board.examiner(juror.examiner_id)
    note = deliberation.presence(jury.number, juror.examiner_id)
    return {
        JURY: jury.number,
        DAY: jury.day,
        EXAMINER: person.full_name if person else "",
        SEAT: term("seat", juror.seat, wording),
        PRESENT: wording.text("RESULT-YES" if note.present else "RESULT-NO") if note else "",
        ARRIVED: note.arrived if note else None,
        LEFT: note.left if note else None,
        **_declared(deliberation, jury, juror, wording),
    }


def _declared(deliberation: Deliberation, jury: Jury, juror: Juror, wording: Wording) -> Values:
    """What a member declared stays empty until somebody notes it: nothing is presumed."""
    said = deliberation.declaration(jury.number, juror.examiner_id)
    acting = deliberation.acting_president(jury.number)
    acts = acting is not None and acting.examiner_id == juror.examiner_id
    return {
        READ_FILES: wording.text("RESULT-YES" if said.read_files else "RESULT-NO") if said else "",
        NO_TIE: wording.text("RESULT-YES" if said.no_tie else "RESULT-NO") if said else "",
        ACTING: (acting.reason or wording.text("RESULT-YES")) if acting and acts else "",
    }
