"""The way from a finding of a session to where it is settled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.findings import Severity, SubjectKind
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.findings import Finding
    from jurydesk.ui.pages.page import Navigate
    from jurydesk.ui.pages.sessions.answering import SummonsActs

ONE_SEX = "JURY-05"
DECLINED = "CALL-01"
HEARD = (SubjectKind.HEARING, SubjectKind.CANDIDACY)


class BoardWays(QObject):
    """Gives a finding that must be settled the act that leads there; a warning needs none."""

    def __init__(
        self, ask_reason: Callable[[int], None], navigate: Navigate, summonses: SummonsActs
    ) -> None:
        """Keep the ways out of the board; `lead` adds those inside it."""
        super().__init__()
        self._summonses = summonses
        self._ask_reason = ask_reason
        self._navigate = navigate
        self._go_to_jury: Callable[[int], None] | None = None
        self._go_to_hearing: Callable[[int], None] | None = None

    def lead(
        self, *, go_to_jury: Callable[[int], None], go_to_hearing: Callable[[int], None]
    ) -> None:
        """Keep the ways inside the board."""
        self._go_to_jury = go_to_jury
        self._go_to_hearing = go_to_hearing

    def act_for(self, finding: Finding) -> Act | None:
        """Return the act that settles a finding, or leads to it."""
        if finding.severity is Severity.WARNING:
            return None
        subjects = {subject.kind: subject.id for subject in reversed(finding.subjects)}
        jury = subjects.get(SubjectKind.JURY)
        heard = next((subjects[kind] for kind in HEARD if kind in subjects), None)
        if jury is not None:
            return self._of_jury(finding, jury, subjects.get(SubjectKind.EXAMINER, 0))
        if heard is not None and self._go_to_hearing is not None:
            return Act(self.tr("Show the hearing"), partial(self._go_to_hearing, heard))
        if finding.code.startswith("CERT-"):
            go = partial(self._navigate, "certifications")
            return Act(self.tr("Open the certification"), go)
        return None

    def _of_jury(self, finding: Finding, jury: int, examiner_id: int) -> Act | None:
        if finding.code == ONE_SEX:
            return Act(self.tr("Write the reason…"), partial(self._ask_reason, jury))
        if finding.code == DECLINED:
            find = partial(self._summonses.replace_who_declined, jury, examiner_id)
            return Act(self.tr("Find a substitute…"), find)
        if self._go_to_jury is not None:
            return Act(self.tr("Show the jury"), partial(self._go_to_jury, jury))
        return None
