"""Documents of the file, in the candidate's file."""

from __future__ import annotations

from jurydesk.ui.pages.candidate_file.section import Section


class DocumentsSection(Section):
    """Documents of the file."""
