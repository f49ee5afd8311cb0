"""Texts of letters as rows."""

from __future__ import annotations

from jurydesk.db.mapping.mirror import mirror
from jurydesk.db.tables import LetterTemplateRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.letters import LetterTemplate

LETTER_TEMPLATES = mirror(Kind.LETTER_TEMPLATE, LetterTemplateRow, LetterTemplate)
