"""What is still to settle for one candidate, and which act of the room settles it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import Appearance
from jurydesk.domain.findings import SubjectKind
from jurydesk.services.deliberating import check_hearing_record
from jurydesk.ui.pages.deliberation.member_view import IN_ORDER
from jurydesk.ui.pages.deliberation.readings import regularity_of_candidate
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from datetime import datetime

    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.domain.findings import Finding
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.ui.pages.deliberation.room_acts import RoomActs

TOO_FEW = frozenset({"DELIB-04", "DELIB-19"})
NOBODY_PRESIDES = "DELIB-20"
UNDECLARED = frozenset({"DELIB-16", "DELIB-17"})


def what_stands(
    board: DeliberationBoard, record: HearingRecord, now: datetime
) -> tuple[Finding, ...]:
    """Return what speaks against one record and against the jury as it sits, each once."""
    found = check_hearing_record(board, record)
    awaited = {Appearance.EXPECTED, Appearance.PRESENT}
    if record.appearance not in awaited:
        return found
    regularity = regularity_of_candidate(board, record.candidacy_id, now)
    return tuple(dict.fromkeys((*found, *regularity.reasons)))


def act_settling(acts: RoomActs, finding: Finding) -> Act | None:
    """Return what the room offers to settle a finding; None where one writes it in a field."""
    if finding.code in TOO_FEW:
        return Act(translate("Deliberation", "Who can come, or adjourn…"), acts.ask_absence)
    if finding.code == NOBODY_PRESIDES:
        return Act(translate("Deliberation", "Name who presides…"), acts.ask_president)
    if finding.code in UNDECLARED:
        people = [s.id for s in finding.subjects if s.kind is SubjectKind.EXAMINER]
        declare = partial(acts.declare, people[0] if people else 0, IN_ORDER)
        return Act(translate("Deliberation", "Files read, no tie"), declare)
    return None
