"""Messages about released plans as rows; what each tells is a document."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import OutboxMessageRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.outbox import MessageReason, OutboxMessage
from jurydesk.domain.release import Appointment
from jurydesk.domain.summons import Channel

_Asked = tuple[Appointment, ...]


def _values(message: OutboxMessage) -> Values:
    return {
        "session_id": message.session_id,
        "uid": message.uid,
        "reason": message.reason.value,
        "asked": encode(_Asked, message.asked),
        "candidacy_id": message.candidacy_id,
        "examiner_id": message.examiner_id,
        "subject": message.subject,
        "text": message.text,
        "is_own": message.is_own,
        "excluded": message.excluded,
        "prepared_at": message.prepared_at,
        "sent_on": message.sent_on,
        "channel": message.channel.value if message.channel else None,
    }


def _entity(row: OutboxMessageRow, _parts: Parts) -> OutboxMessage:
    return OutboxMessage(
        session_id=row.session_id,
        uid=row.uid,
        reason=MessageReason(row.reason),
        asked=decode(_Asked, row.asked),
        candidacy_id=row.candidacy_id,
        examiner_id=row.examiner_id,
        subject=row.subject,
        text=row.text,
        is_own=row.is_own,
        excluded=row.excluded,
        prepared_at=row.prepared_at,
        sent_on=row.sent_on,
        channel=Channel(row.channel) if row.channel else None,
        id=row.id,
        version=row.version,
    )


OUTBOX_MESSAGES = Mapper(Kind.OUTBOX_MESSAGE, OutboxMessageRow, _values, _entity)
