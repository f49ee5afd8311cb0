"""`verify` compares the contents of documents with their digests, on a file and on a server."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from tests.db.office import furnished

if TYPE_CHECKING:
    from jurydesk.db.workspace import Workspace

NOON = datetime.fromisoformat("2026-11-23T12:00")
CONTENT = b"%PDF-1.7 \x00\xff"


@pytest.fixture
def attached(workspace: Workspace) -> Workspace:
    """One content in the files of two persons, and one that nobody names."""
    furnished(workspace)
    with workspace.open_unit() as unit:
        digest = unit.blobs.put(CONTENT)
        unit.blobs.put(b"nobody's")
        for person in (1, 2):
            unit.attachments.add(
                Attachment(person, "a.pdf", digest, len(CONTENT), "application/pdf", NOON, "x")
            )
        unit.audit.record(EventType.DOCUMENT_ATTACHED, {})
        unit.commit()
    return workspace


@pytest.mark.parametrize(
    ("harm", "problems"),
    [
        ("SELECT 1", ()),
        ("DELETE FROM blob", (("STORE-53", "1"), ("STORE-53", "2"))),
        ("UPDATE blob SET content = :x", (("STORE-54", "1"), ("STORE-54", "2"))),
        ("UPDATE attachment SET size = 3 WHERE id = 2", (("STORE-54", "2"),)),
    ],
)
def test_a_content_that_is_gone_or_altered_is_named_by_its_documents(
    attached: Workspace, harm: str, problems: tuple[tuple[str, str], ...]
) -> None:
    with attached.engine.begin() as connection:
        connection.execute(text(harm), {"x": b"x"} if ":x" in harm else {})
    assert attached.storage.verify().problems == problems
