"""Ties as rows."""

from __future__ import annotations

from jurydesk.db.mapping.mirror import mirror
from jurydesk.db.tables import TieRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.ties import Tie

TIES = mirror(Kind.TIE, TieRow, Tie)
