"""Summonses as rows; what was sent and answered is a document: no query asks for parts of it."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import SummonsRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.summons import Answer, Reminder, Sending, Summons

_Sendings = tuple[Sending, ...]
_Answers = tuple[Answer, ...]
_Reminders = tuple[Reminder, ...]


def _values(summons: Summons) -> Values:
    return {
        "session_id": summons.session_id,
        "uid": summons.uid,
        "candidacy_id": summons.candidacy_id,
        "examiner_id": summons.examiner_id,
        "sendings": encode(_Sendings, summons.sendings),
        "answers": encode(_Answers, summons.answers),
        "reminders": encode(_Reminders, summons.reminders),
    }


def _entity(row: SummonsRow, _parts: Parts) -> Summons:
    return Summons(
        session_id=row.session_id,
        uid=row.uid,
        candidacy_id=row.candidacy_id,
        examiner_id=row.examiner_id,
        sendings=decode(_Sendings, row.sendings),
        answers=decode(_Answers, row.answers),
        reminders=decode(_Reminders, row.reminders),
        id=row.id,
        version=row.version,
    )


SUMMONSES = Mapper(Kind.SUMMONS, SummonsRow, _values, _entity)
