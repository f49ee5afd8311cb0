"""Small pieces of wording that several pages need: sentence case, days left, names of states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.clocks import clocks_of
from jurydesk.domain.findings import Severity
from jurydesk.domain.partial_date import PartialDate
from jurydesk.ui.translation import translate

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.clocks import LegalClock
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Employment
    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

MEGABYTE = 1_000_000
STAGE_LOOKS: dict[Stage, tuple[str, Tone]] = {
    Stage.DRAFT: ("edit", "muted"),
    Stage.ADMISSIBILITY: ("half", "accent"),
    Stage.PREPARING: ("clock", "muted"),
    Stage.READY: ("calendar", "accent"),
    Stage.PROPOSED: ("half", "accent"),
    Stage.SUMMONED: ("mail", "accent"),
    Stage.HEARD: ("deliberation", "warning"),
    Stage.DECIDED: ("check", "success"),
    Stage.CLOSED: ("lock", "muted"),
}


def sentence_case(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def term(wording: Wording, area: str, code: str) -> str:
    """Return the name of a value of the domain (`route.EXPERIENCE`), capitalised."""
    return sentence_case(wording.text(f"{area}.{code}"))


def pair(name: str, value: str) -> str:
    """Return « name : value » with the colon as the language spaces it."""
    return translate("Words", "{name}: {value}").format(name=name, value=value)


def quoted(text: str) -> str:
    """Return the text between the quotation marks of the language."""
    return translate("Words", "“{text}”").format(text=text)


def employment_text(wording: Wording, one: Employment) -> str:
    """Return « Studio Garance (04/01/2016 – 30/06/2021) », or that it is over."""
    days = [short_day(wording, day) for day in (one.since, one.until)]
    told = " – ".join(days) if any(days) else translate("Words", "over") if one.is_past else ""
    return f"{one.organisation} ({told.strip()})" if told else one.organisation


def short_day(wording: Wording, day: date | PartialDate | None) -> str:
    """Return a date in figures, as far as it is known; empty for none."""
    if day is None:
        return ""
    return day.text if isinstance(day, PartialDate) else wording.short_date(day)


def size_text(wording: Wording, size: int) -> str:
    """Return how large a file is (« 2,3 Mo »)."""
    decimals = 1 if size >= MEGABYTE else 0
    said = QLocale.DataSizeFormat.DataSizeSIFormat
    text = QLocale(wording.language).formattedDataSize(size, decimals, said)
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def days_left(day: date, today: date) -> str:
    """Return « J-12 », « today » or « 3 days late »."""
    left = (day - today).days
    if left > 0:
        return translate("Days", "D-{count}").format(count=left)
    if left == 0:
        return translate("Days", "today")
    return translate("Days", "D+{count}").format(count=-left)


def row_clocks(row: CandidacyRow, today: date) -> tuple[LegalClock, ...]:
    """Return the clocks of a candidacy that still wait for an act."""
    heard = row.stage in {Stage.HEARD, Stage.DECIDED}
    return clocks_of(row.candidacy, today, heard=heard)


def next_clock(row: CandidacyRow, today: date) -> LegalClock | None:
    """Return the running clock whose last day comes first."""
    running = [clock for clock in row_clocks(row, today) if clock.due is not None]
    return min(running, key=lambda clock: clock.due or today, default=None)


def gravest(findings: tuple[Finding, ...]) -> Severity | None:
    """Return the severity of the gravest finding."""
    order = list(Severity)
    return min((finding.severity for finding in findings), key=order.index, default=None)
