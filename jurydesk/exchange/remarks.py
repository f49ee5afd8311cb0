"""Reads what remarks on a candidate mean for the planning; the words themselves are kept too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.exchange.dates import Meaning, complete_year, make_day, month_number, next_day
from jurydesk.exchange.folding import fold, squeeze, squeeze_list
from jurydesk.exchange.readings import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = r"(\d{1,2})(?:er)?[/. ]([\d]{1,2}|[^\W\d_]+\.?)(?:[/. ](\d{4}|\d{2}))?(?!\d)"
_NOT_BEFORE = re.compile(
    rf"(?:pas|ne|not)\b[^.;]*?\b(?:avant|before)\s+(?:le\s+|the\s+)?{_DAY}", re.IGNORECASE
)
_UNTIL = re.compile(
    rf"(?:tournage|absente?|indisponible|indispo|pris|prise|occup[ée]e?|[ée]tranger|cong[ée]s?"
    rf"|filming|shooting|away|unavailable)\b[^.;]*?\b(?:jusqu.?\s*(?:au|à)|until|till)\s+{_DAY}",
    re.IGNORECASE,
)
_EXTRA_TIME = re.compile(
    r"\b(tiers temps|1 3 temps|temps majore|temps supplementaire|extra time)\b"
)
_STEP_FREE = re.compile(
    r"\b(fauteuil roulant|acces pmr|pmr|mobilite reduite|wheelchair|step free)\b"
)
_WORKED_TOGETHER = re.compile(
    r"(?:a|ont)?\s*(?:travaill[ée]e?s?|collabor[ée]e?s?|worked)\s+(?:avec|with|pour|for)\s+([^;]+)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\((?:jury|jur[ée]e?|examiner)\)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a remark means."""

    extra_time: bool = False
    step_free: bool = False
    not_before: date | None = None
    worked_with: str = ""
    issue: Issue | None = None


def read_remark(text: str, *, today: date) -> Remark:
    """Understand a remark; a day without a year is the next such day."""
    plain = squeeze(text)
    days, issue = _first_days(plain, today=today)
    worked = _WORKED_TOGETHER.search(squeeze_list(text))
    return Remark(
        extra_time=bool(_EXTRA_TIME.search(fold(plain))),
        step_free=bool(_STEP_FREE.search(fold(plain))),
        not_before=max(days, default=None),
        worked_with=_ASIDE.sub("", worked[1]).strip(" .") if worked else "",
        issue=issue,
    )


def _first_days(text: str, *, today: date) -> tuple[list[date], Issue | None]:
    days: list[date] = []
    issue: Issue | None = None
    # « Until the 12th » is still away on the 12th; « not before the 12th » may come that day
    for pattern, wait in ((_NOT_BEFORE, 0), (_UNTIL, 1)):
        for match in pattern.finditer(text):
            day = _resolve(match.groups(), today=today)
            if day is None:
                issue = Issue("CELL-65", (("part", match[0]),))
            else:
                days.append(day + timedelta(days=wait))
    return days, issue


def _resolve(groups: Iterable[str | None], *, today: date) -> date | None:
    day, month, year = (group or "" for group in groups)
    number = int(month) if month.isdigit() else month_number(month)
    if number is None:
        return None
    if not year:
        return next_day(int(day), number, after=today)
    full = complete_year(int(year), meaning=Meaning.EVENT, today=today)
    return make_day(full, number, int(day)).value
