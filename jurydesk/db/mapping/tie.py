"""Ties as rows."""

from __future__ import annotations

from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import TieRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.ties import Tie, TieKind, TieState


def _values(tie: Tie) -> Values:
    return {
        "candidate_id": tie.candidate_id,
        "examiner_id": tie.examiner_id,
        "kind": tie.kind.value,
        "state": tie.state.value,
        "evidence": tie.evidence,
        "reason": tie.reason,
    }


def _entity(row: TieRow, _parts: Parts) -> Tie:
    return Tie(
        candidate_id=row.candidate_id,
        examiner_id=row.examiner_id,
        kind=TieKind(row.kind),
        state=TieState(row.state),
        evidence=row.evidence,
        reason=row.reason,
        id=row.id,
        version=row.version,
    )


TIES = Mapper(Kind.TIE, TieRow, _values, _entity)
