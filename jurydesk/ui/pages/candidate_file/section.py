"""What every section of a candidate's file is given and what the view expects of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext


class Section(QWidget):
    """One part of a candidate's file. It asks the services for whatever more it needs.

    Signals:
        section_requested: the name of another section to show.
        form_requested: the form of the candidacy should open, on the field of that name.
    """

    section_requested = Signal(str)
    form_requested = Signal(str)

    def __init__(self, context: PageContext) -> None:
        """Keep the context; build the widgets, `show_file` fills them."""
        super().__init__()
        self.context = context

    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Show one candidacy of a person; called again whenever something changed."""

    def take_focus(self) -> None:
        """Put the focus where work begins in this section."""
        self.setFocus()
