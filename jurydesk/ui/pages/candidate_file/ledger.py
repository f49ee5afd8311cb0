"""Blocks acquired and aimed at, in the candidate's file."""

from __future__ import annotations

from jurydesk.ui.pages.candidate_file.section import Section


class LedgerSection(Section):
    """Blocks acquired and aimed at."""
