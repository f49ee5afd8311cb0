"""What still stands between the deliberation and its closing, each point leading to its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.findings import SubjectKind, blocking
from jurydesk.finding_text import finding_title
from jurydesk.ui.dialogs.pick_dialog import PickDialog, PickOption
from jurydesk.ui.messages import finding_line
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.translation import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.findings import Finding
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from jurydesk.wording import Wording


def offer_what_stands(
    board: DeliberationBoard, room: DeliberationRoom, wording: Wording, parent: QWidget
) -> PickDialog:
    """Open the list of what is still to settle; what is picked comes into view."""
    standing = blocking(board.findings)
    options = [_option(at, finding, wording) for at, finding in enumerate(standing)]
    title = translate("Deliberation", "Not yet: something is still to settle")
    text = translate("Deliberation", "Enter leads to where it is recorded.")
    take = translate("Deliberation", "Go there")
    dialog = PickDialog(title, text, options, parent, take=take)
    dialog.picked.connect(partial(_go_there, board, room, standing))
    dialog.open()
    return dialog


def candidate_concerned(board: DeliberationBoard, finding: Finding) -> int:
    """Return the candidacy at which a finding is settled: its own, or the first of its jury."""
    subjects = {subject.kind: subject.id for subject in finding.subjects}
    for kind in (SubjectKind.HEARING, SubjectKind.CANDIDACY):
        if kind in subjects:
            return subjects[kind]
    heard = board.board.session.hearings_of(subjects.get(SubjectKind.JURY, 0))
    return heard[0].candidacy_id if heard else 0


def _option(at: int, finding: Finding, wording: Wording) -> PickOption:
    names = ", ".join(
        subject.name for subject in finding.subjects if subject.kind is not SubjectKind.JURY
    )
    title = finding_title(finding, wording)
    entry = Entry(names or title, title if names else "", "blocked", "danger")
    return PickOption(at, entry, (finding_line(finding, wording),))


def _go_there(
    board: DeliberationBoard,
    room: DeliberationRoom,
    standing: tuple[Finding, ...],
    at: object,
) -> None:
    room.go_to(candidate_concerned(board, standing[int(str(at))]))
