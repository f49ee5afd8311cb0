"""Declares a tie in a dialog, from the side of a candidate, of an examiner, or of the office."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.ties import TieSource
from jurydesk.services.person_search import PersonHit, find_candidates, find_examiners
from jurydesk.services.ties import declare_tie
from jurydesk.ui.dialogs.tie_dialog import TieDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.ties import Tie
    from jurydesk.ui.pages.page import PageContext

FINDERS = {"candidate": find_candidates, "examiner": find_examiners}


class TieDeclarer(QObject):
    """Opens the dialog, finds persons while one types, and performs the act."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """Keep the context; the dialog stands over `parent`."""
        super().__init__(parent)
        self._context = context
        self._widget = parent
        self.dialog: TieDialog | None = None

    def declare(
        self,
        *,
        candidate: Candidate | None = None,
        examiner: Examiner | None = None,
        source: TieSource = TieSource.OFFICE,
    ) -> None:
        """Ask what ties somebody to whom; whoever is known already is not asked for."""
        who = PersonHit(candidate.id, candidate.full_name) if candidate else None
        other = PersonHit(examiner.id, examiner.full_name) if examiner else None
        dialog = TieDialog(
            self._context.wording,
            source=source,
            candidate=who,
            examiner=other,
            parent=self._widget,
        )
        for name, field in dialog.people.items():
            field.query_changed.connect(partial(self._search, dialog, name))
        dialog.submitted.connect(partial(self._save, dialog))
        self.dialog = dialog
        dialog.open()

    def _search(self, dialog: TieDialog, name: str, query: str) -> None:
        call = partial(FINDERS[name], self._context.desk, query=query)
        found = partial(dialog.people[name].propose, query)
        self._context.runner.submit(call, done=found, receiver=dialog)

    def _save(self, dialog: TieDialog, tie: Tie, source: TieSource) -> None:
        call = partial(declare_tie, self._context.desk, tie=tie, source=source)
        self._context.operations.perform(
            call, done=partial(_close, dialog), failed=dialog.show_failure
        )


def _close(dialog: TieDialog, _done: object) -> None:
    dialog.accept()
