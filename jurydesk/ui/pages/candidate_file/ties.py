"""Ties with examiners, in the candidate's file."""

from __future__ import annotations

from jurydesk.ui.pages.candidate_file.section import Section


class TiesSection(Section):
    """Ties with examiners."""
