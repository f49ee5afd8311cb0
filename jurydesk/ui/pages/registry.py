"""The list of pages: add an entry here and the rail, the shortcuts and the screens know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from jurydesk.ui.pages.aftermath.page import AftermathPage
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.certifications import CertificationsPage
from jurydesk.ui.pages.deadlines.page import DeadlinesPage
from jurydesk.ui.pages.deliberation.page import DeliberationPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.expenses.page import ExpensesPage
from jurydesk.ui.pages.foresight.page import ForesightPage
from jurydesk.ui.pages.home import HomePage
from jurydesk.ui.pages.papers.page import PapersPage
from jurydesk.ui.pages.sessions.page import SessionsPage
from jurydesk.ui.pages.settings import SettingsPage
from jurydesk.ui.pages.sites.page import SitesPage
from jurydesk.ui.pages.ties.page import TiesPage
from jurydesk.ui.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.ui.pages.page import Page, PageContext


@dataclass(frozen=True)
class PageEntry:
    """One page of the rail; `title` is a call because the language may change."""

    name: str
    icon: str
    title: Callable[[], str]
    factory: Callable[[PageContext], Page]
    place: Literal["top", "bottom"] = "top"
    key: str = ""
    """Its own shortcut; empty: the next of Ctrl+1 … Ctrl+9."""


def _home() -> str:
    return translate("Pages", "Home")


def _deadlines() -> str:
    return translate("Pages", "Deadlines")


def _candidates() -> str:
    return translate("Pages", "Candidates")


def _examiners() -> str:
    return translate("Pages", "Examiners")


def _ties() -> str:
    return translate("Pages", "Ties")


def _sessions() -> str:
    return translate("Pages", "Sessions")


def _foresight() -> str:
    return translate("Pages", "Foresight")


def _deliberation() -> str:
    return translate("Pages", "Deliberation")


def _papers() -> str:
    return translate("Pages", "Papers")


def _aftermath() -> str:
    return translate("Pages", "After the jury")


def _expenses() -> str:
    return translate("Pages", "Expenses")


def _certifications() -> str:
    return translate("Pages", "Certifications")


def _sites() -> str:
    return translate("Pages", "Sites")


def _settings() -> str:
    return translate("Pages", "Settings")


def page_keys() -> dict[str, str]:
    """Return the key of each page, in the order of the rail."""
    keys, number = {}, 0
    for entry in page_entries():
        number += not entry.key
        keys[entry.name] = entry.key or f"Ctrl+{number}"
    return keys


def page_entries() -> tuple[PageEntry, ...]:
    """Return every page in the order of the rail; Ctrl+1 … Ctrl+9 follow it.

    A page that came later has a key of its own, so that those of the others stay as people know
    them.
    """
    return (
        PageEntry("home", "home", _home, HomePage),
        PageEntry("deadlines", "clock", _deadlines, DeadlinesPage),
        PageEntry("candidates", "people", _candidates, CandidatesPage),
        PageEntry("examiners", "pool", _examiners, ExaminersPage),
        PageEntry("ties", "link", _ties, TiesPage, key="Ctrl+L"),
        PageEntry("sessions", "calendar", _sessions, SessionsPage),
        PageEntry("foresight", "heat", _foresight, ForesightPage, key="Ctrl+H"),
        PageEntry("deliberation", "deliberation", _deliberation, DeliberationPage),
        PageEntry("papers", "minutes", _papers, PapersPage),
        PageEntry("aftermath", "mail", _aftermath, AftermathPage, key="Ctrl+Shift+B"),
        PageEntry("expenses", "euro", _expenses, ExpensesPage, key="Ctrl+U"),
        PageEntry("certifications", "certificate", _certifications, CertificationsPage),
        PageEntry("sites", "room", _sites, SitesPage, key="Ctrl+G"),
        PageEntry("settings", "settings", _settings, SettingsPage, "bottom"),
    )
