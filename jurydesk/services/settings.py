"""What the office sets once for everybody: who certifies, quorum and limits, wording on appeals."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.convening import is_address
from jurydesk.domain.minutes import CertifierStatement
from jurydesk.domain.session_rules import Limits
from jurydesk.errors import WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.planning_order import comfort_of
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.domain.certification import Certification
    from jurydesk.services.ports import Desk, UnitOfWork

PREFIX = "office."

RECOURSE = (
    "La délibération du jury est souveraine. Toute réclamation portant sur l’organisation de la "
    "session peut être adressée par écrit à l’organisme certificateur, à l’adresse indiquée "
    "ci-dessus."
)
"""Used until the office has words of its own: no text fixes them for a private certifier."""


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The office's settings, shared by everybody who opens the workspace."""

    name: str = "Centre européen de formation à la production de films (CEFPF)"
    address: str = ""
    """Not known from any source: the minutes stay a draft until somebody writes it here."""
    siret: str = ""
    """Used where the certification's sheet names none."""
    representative: str = ""
    representative_role: str = ""
    place: str = ""
    """Where sessions are held unless one says otherwise."""
    email: str = ""
    """Drafts come from it, answers go to it."""
    phone: str = ""
    """Whom to call on the day."""
    city: str = ""
    """Where letters are written: « Paris, le … »."""
    recourse: str = RECOURSE
    quorum: int = 2
    consecutive_years: int = 5
    yearly_juries: int = 12
    only_given_answers: bool = False
    """Whether nobody is seated on a half-day that they said nothing of."""
    calendar_months: int = 18
    """How many months ahead an examiner's calendar is read."""
    answer_days: int = 20
    """How many days before the first half-day an answer to a summons is due."""
    reminder_days: int = 7
    """How many days after a message without an answer a reminder is due."""
    sign_initials: bool = False
    """Whether the signs of the rooms give the hours with the initials of who is heard."""
    double_entry: bool = False
    """Whether a second person types the results before a deliberation can be closed."""
    planning_order: str = ""
    """Parts of the objective after the law's, the one that counts most first; empty: as usual."""

    @property
    def limits(self) -> Limits:
        """Return the figures that the rules of a session use."""
        return Limits(
            quorum=self.quorum,
            consecutive_years=self.consecutive_years,
            yearly_juries=self.yearly_juries,
            only_given_answers=self.only_given_answers,
        )

    @property
    def issuer(self) -> CertifierStatement:
        """Return who issues papers that concern no certification in particular."""
        return CertifierStatement(
            name=self.name,
            siret=self.siret,
            address=self.address,
            representative=self.representative,
            representative_role=self.representative_role,
        )

    def certifier(self, certification: Certification) -> CertifierStatement:
        """Return who issues the minutes of one certification, with the SIRET of its sheet."""
        siret = certification.sirets[0] if certification.sirets else self.siret
        return replace(self.issuer, siret=siret)


def read_settings(desk: Desk) -> OfficeSettings:
    """Return the settings in force; where nobody set one, its default."""
    with desk.open_unit() as unit:
        return settings_in(unit)


def save_settings(desk: Desk, *, settings: OfficeSettings) -> Outcome[OfficeSettings]:
    """Keep the settings; only what differs is written and named in the trail."""
    _check(settings)
    with desk.open_unit() as unit:
        before = settings_in(unit)
        changed = [name for name in _names() if _text(before, name) != _text(settings, name)]
        for name in changed:
            unit.settings.put(PREFIX + name, _text(settings, name))
        finish(unit, EventType.SETTING_CHANGED, {"settings": sorted(changed)})
        return Outcome(settings, unit.changes, label="ACT-SETTINGS-SAVED")


def settings_in(unit: UnitOfWork) -> OfficeSettings:
    """Return the settings as one unit of work sees them."""
    default = OfficeSettings()
    stored = unit.settings.all()
    return _settings({name: stored.get(PREFIX + name, _text(default, name)) for name in _names()})


def with_setting(settings: OfficeSettings, name: str, value: str) -> OfficeSettings:
    """Return the settings with one of them as a person typed it.

    Raises:
        WrongUsage: there is no such setting, or it is a number, or yes or no, and this is none.
    """
    if name not in _names():
        raise WrongUsage("SETTING-UNKNOWN", {"setting": name, "known": ", ".join(_names())})
    if name in _NUMBERS and not value.strip().isdigit():
        raise WrongUsage("SETTING-TOO-SMALL", {"setting": name})
    if name in _SWITCHES and value.strip() not in {_YES, _NO}:
        raise WrongUsage("SETTING-YES-OR-NO", {"setting": name})
    return _settings({other: _text(settings, other) for other in _names()} | {name: value.strip()})


def _settings(texts: Mapping[str, str]) -> OfficeSettings:
    return OfficeSettings(
        name=texts["name"],
        address=texts["address"],
        siret=texts["siret"],
        representative=texts["representative"],
        representative_role=texts["representative_role"],
        place=texts["place"],
        email=texts["email"],
        phone=texts["phone"],
        city=texts["city"],
        recourse=texts["recourse"],
        quorum=int(texts["quorum"]),
        consecutive_years=int(texts["consecutive_years"]),
        yearly_juries=int(texts["yearly_juries"]),
        only_given_answers=texts["only_given_answers"] == _YES,
        calendar_months=int(texts["calendar_months"]),
        answer_days=int(texts["answer_days"]),
        reminder_days=int(texts["reminder_days"]),
        sign_initials=texts["sign_initials"] == _YES,
        double_entry=texts["double_entry"] == _YES,
        planning_order=texts["planning_order"],
    )


_NUMBERS = (
    "quorum",
    "consecutive_years",
    "yearly_juries",
    "calendar_months",
    "answer_days",
    "reminder_days",
)
_SWITCHES = ("only_given_answers", "sign_initials", "double_entry")
_YES, _NO = "yes", "no"


def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(OfficeSettings))


def _text(settings: OfficeSettings, name: str) -> str:
    value = getattr(settings, name)
    return (_YES if value else _NO) if name in _SWITCHES else str(value)


def _check(settings: OfficeSettings) -> None:
    comfort_of(settings.planning_order)
    if settings.email and not is_address(settings.email):
        raise WrongUsage("SETTING-EMAIL", {"value": settings.email})
    for name in _NUMBERS:
        if int(getattr(settings, name)) < 1:
            raise WrongUsage("SETTING-TOO-SMALL", {"setting": name})
