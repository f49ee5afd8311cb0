"""Path of the candidacy, in the candidate's file."""

from __future__ import annotations

from jurydesk.ui.pages.candidate_file.section import Section


class JourneySection(Section):
    """Path of the candidacy."""
