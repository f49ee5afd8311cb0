"""The list of sections of a candidate's file: Alt+1, Alt+2 … follow it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.ui.pages.candidate_file.documents import DocumentsSection
from jurydesk.ui.pages.candidate_file.history import HistorySection
from jurydesk.ui.pages.candidate_file.identity import IdentitySection
from jurydesk.ui.pages.candidate_file.journey import JourneySection
from jurydesk.ui.pages.candidate_file.ledger import LedgerSection
from jurydesk.ui.pages.candidate_file.ties import TiesSection
from jurydesk.ui.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.ui.pages.candidate_file.section import Section
    from jurydesk.ui.pages.page import PageContext


@dataclass(frozen=True)
class SectionEntry:
    """One section: its name in links, its title, how it is made."""

    name: str
    title: str
    factory: Callable[[PageContext], Section]


def section_entries() -> tuple[SectionEntry, ...]:
    """Return every section in the order of the tabs."""
    return (
        SectionEntry("journey", translate("CandidateFile", "Path"), JourneySection),
        SectionEntry("identity", translate("CandidateFile", "Identity"), IdentitySection),
        SectionEntry("documents", translate("CandidateFile", "Documents"), DocumentsSection),
        SectionEntry("ledger", translate("CandidateFile", "Blocks"), LedgerSection),
        SectionEntry("ties", translate("CandidateFile", "Ties"), TiesSection),
        SectionEntry("history", translate("CandidateFile", "History"), HistorySection),
    )
