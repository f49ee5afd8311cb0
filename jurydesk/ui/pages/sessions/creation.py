"""Creating or changing a session: the dialog, what it asks meanwhile, and the act itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.errors import JurydeskError
from jurydesk.services import certifications, sessions
from jurydesk.services.settings import OfficeSettings, read_settings
from jurydesk.services.sites import read_sites
from jurydesk.ui.dialogs.session_dialog import SessionDialog, SessionPlaces

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jurydesk.domain.session import Session
    from jurydesk.domain.sites import SiteMap
    from jurydesk.services.sessions import SessionDraft
    from jurydesk.services.views import CandidacyRow, CertificationView
    from jurydesk.ui.pages.page import Page, PageContext

Offered = tuple[OfficeSettings, "tuple[CertificationView, ...]", "SiteMap"]
"""What the dialog offers."""
FIELDS = {
    "SESSION-CODE-TAKEN": "code",
    "SESSION-CODE-WRONG": "code",
    "SESSION-ROOMS-WRONG": "rooms",
    "SESSION-HOURS-WRONG": "end",
    "CERTIFICATION-UNKNOWN": "certification",
    "SESSION-WITHOUT-CERTIFICATION": "certification",
    "SESSION-CERTIFICATION-NEEDED": "certification",
}


class SessionCreation(QObject):
    """Carries what the dialog asks to the services and back."""

    def __init__(
        self, page: Page, context: PageContext, created: Callable[[Session], None]
    ) -> None:
        """Keep the page over which the dialog opens, and who hears of the session."""
        super().__init__(page)
        self._page = page
        self._created = created
        self._context = context
        self._settings = OfficeSettings()
        self.dialog: SessionDialog | None = None
        self._changed: Session | None = None
        """The session that the dialog changes; None while it makes a new one."""

    def begin(self) -> None:
        """Read what the dialog offers, then open it."""
        job = partial(_read, self._context)
        self._context.runner.submit(job, done=self._open)

    def begin_on(self, certification: str, day: date) -> None:
        """Open the dialog with a certification and a first day already chosen."""
        job = partial(_read, self._context)
        opened = partial(self._open_with, certification, day)
        self._context.runner.submit(job, done=opened, receiver=self)

    def begin_change(self, session: Session) -> None:
        """Open the dialog on a session that exists."""
        job = partial(_read, self._context)
        self._context.runner.submit(job, done=partial(self._open_on, session), receiver=self)

    def _open_with(
        self,
        certification: str,
        day: date,
        found: Offered,
    ) -> None:
        self._open(found)
        if self.dialog is not None:
            self.dialog.choose_certifications((certification,))
            self.dialog.calendar.go_to(day)
            self.dialog.toggle_day(day)

    def _open_on(self, session: Session, found: Offered) -> None:
        self._changed = session
        self._open(found)
        if self.dialog is not None:
            self.dialog.fill(session)

    def _open(self, found: Offered) -> None:
        self._settings, views, sites = found
        places = SessionPlaces(self._settings.place, self._context.desk.clock.today(), sites)
        dialog = SessionDialog(self._context.wording, views, places, self._page)
        dialog.readiness_asked.connect(self._on_readiness_asked)
        dialog.code_asked.connect(self._on_code_asked)
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _on_readiness_asked(self, codes: tuple[str, ...], day: date) -> None:
        job = partial(sessions.ready_candidacies, self._context.desk, certifications=codes, on=day)
        self._context.runner.submit(job, done=self._on_ready_known)

    def _on_ready_known(self, rows: tuple[CandidacyRow, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_ready(len(rows))

    def _on_code_asked(self, day: date) -> None:
        job = partial(sessions.suggest_code, self._context.desk, day=day)
        self._context.runner.submit(job, done=self._on_code_known)

    def _on_code_known(self, code: str) -> None:
        if self.dialog is not None:
            self.dialog.suggest_code(code)

    def _on_submitted(self, draft: SessionDraft) -> None:
        desk, before = self._context.desk, self._changed
        call = (
            partial(sessions.create_session, desk, draft=draft)
            if before is None
            else partial(sessions.update_session, desk, session=_with(before, draft))
        )
        self._context.operations.perform(call, done=self._on_created, failed=self._on_refused)

    def _on_created(self, session: Session) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._created(session)

    def _on_refused(self, error: Exception) -> None:
        field = FIELDS.get(error.code, "") if isinstance(error, JurydeskError) else ""
        if self.dialog is None or not isinstance(error, JurydeskError) or not field:
            self._context.runner.failed.emit(error)
            return
        self.dialog.show_problem(field, self._context.wording.text(error.code, **error.figures))

    def _on_finished(self, _result: int) -> None:
        self.dialog = None
        self._changed = None


def _with(session: Session, draft: SessionDraft) -> Session:
    return replace(
        session,
        code=draft.code,
        certifications=draft.certifications,
        days=draft.days,
        rooms=draft.rooms,
        hours=draft.hours,
        place=draft.place,
        modality=draft.modality,
    )


def _read(context: PageContext) -> Offered:
    desk = context.desk
    views = certifications.list_certifications(desk)
    return read_settings(desk), views, read_sites(desk).sites
