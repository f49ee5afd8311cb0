"""Identity of the person, in the candidate's file."""

from __future__ import annotations

from jurydesk.ui.pages.candidate_file.section import Section


class IdentitySection(Section):
    """Identity of the person."""
