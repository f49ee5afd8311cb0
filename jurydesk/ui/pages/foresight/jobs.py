"""What the page of foresight asks of the services, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.services.certifications import list_certifications
from jurydesk.services.foresight import heat_map
from jurydesk.services.settings import read_settings
from jurydesk.services.stress import stress

if TYPE_CHECKING:
    from jurydesk.services.foresight import HeatMap, Question
    from jurydesk.services.ports import Desk
    from jurydesk.services.stress import StressReport, StressTest
    from jurydesk.services.views import CertificationView
    from jurydesk.ui.tasks import TaskControl


@dataclass(frozen=True)
class Offer:
    """What the page offers before anything is asked."""

    sheets: tuple[CertificationView, ...]
    limit: int


def offer_of(desk: Desk) -> Offer:
    """Read what the page offers."""
    return Offer(list_certifications(desk), read_settings(desk).yearly_juries)


def count_heat(desk: Desk, question: Question, control: TaskControl) -> HeatMap:
    """Count the juries of each half-day."""
    return heat_map(desk, question=question, progress=control.progress)


def try_stress(desk: Desk, test: StressTest, control: TaskControl) -> StressReport:
    """Try what the pool can hold."""
    return stress(desk, test=test, progress=control.progress)
