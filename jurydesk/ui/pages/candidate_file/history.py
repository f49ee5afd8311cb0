"""Timeline and notes, in the candidate's file."""

from __future__ import annotations

from jurydesk.ui.pages.candidate_file.section import Section


class HistorySection(Section):
    """Timeline and notes."""
