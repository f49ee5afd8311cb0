"""Columns and filters of the list of candidates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.views import CandidacyRow
from jurydesk.ui.models.columns import Column, name_key, nothing_last
from jurydesk.ui.pages.blocks_column import blocks_column, blocks_filters
from jurydesk.ui.pages.identity_column import identity_column, identity_filters
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.chips import clock_tone
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import STAGE_LOOKS, days_left, gravest, next_clock, pair, short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

Columns = tuple[Column[CandidacyRow], ...]


def candidate_columns(wording: Wording, today: date) -> Columns:
    """Return what the list shows of each candidacy."""
    identity = identity_column(wording, today)
    first = _first_columns(wording, today)
    return (*first, blocks_column(), identity, *_more_columns(wording))


def _first_columns(wording: Wording, today: date) -> Columns:
    return (
        Column("name", translate("Candidates", "Name"), _name, by_name, stretches=True, width=24),
        Column(
            "route",
            translate("Candidates", "Route"),
            lambda row: term(wording, "route", row.candidacy.route),
            width=14,
        ),
        Column(
            "certification",
            translate("Candidates", "Certification"),
            lambda row: row.candidacy.certification,
            width=12,
        ),
        Column(
            "stage",
            translate("Candidates", "State"),
            lambda row: term(wording, "stage", row.stage),
            lambda row: list(Stage).index(Stage(row.stage)),
            icon=lambda row: STAGE_LOOKS[Stage(row.stage)][0],
            tone=lambda row: STAGE_LOOKS[Stage(row.stage)][1],
            is_chip=True,
            width=18,
        ),
        Column(
            "findings",
            translate("Candidates", "Findings"),
            lambda row: str(len(row.findings)) if row.findings else "",
            lambda row: len(row.findings),
            icon=_finding_icon,
            tone=_finding_tone,
            width=8,
        ),
        Column(
            "clock",
            translate("Candidates", "Deadline"),
            lambda row: _clock_text(row, today),
            lambda row: nothing_last(_clock_day(row, today)),
            tooltip=lambda row: _clock_name(row, wording, today),
            tone=lambda row: _clock_tone(row, today),
            is_tabular=True,
            width=8,
        ),
    )


def _more_columns(wording: Wording) -> Columns:
    return (
        Column(
            "session",
            translate("Candidates", "Session"),
            lambda row: row.session_code,
            is_hidden=True,
            width=12,
        ),
        Column(
            "born",
            translate("Candidates", "Born"),
            lambda row: short_day(wording, row.candidate.born),
            lambda row: nothing_last(_first_day(row)),
            is_hidden=True,
            width=12,
        ),
        Column(
            "email",
            translate("Candidates", "E-mail"),
            lambda row: row.candidate.email,
            is_hidden=True,
            width=28,
        ),
        Column(
            "phone",
            translate("Candidates", "Phone"),
            lambda row: row.candidate.phone,
            is_hidden=True,
            width=16,
        ),
        Column(
            "employer",
            translate("Candidates", "Employer"),
            lambda row: row.candidate.employer,
            is_hidden=True,
            width=22,
        ),
        Column(
            "promotion",
            translate("Candidates", "Group"),
            lambda row: row.candidacy.training.promotion,
            is_hidden=True,
            width=14,
        ),
    )


def candidate_filters(
    rows: Sequence[CandidacyRow], wording: Wording, today: date
) -> tuple[RowFilter[CandidacyRow], ...]:
    """Return the filters that make sense for these rows: states first, then routes."""
    if not rows:
        return ()
    stages = {row.stage for row in rows}
    routes = {row.candidacy.route for row in rows}
    return (
        *(
            _stage_filter(stage, wording)
            for stage in (Stage.READY, Stage.ADMISSIBILITY, Stage.DRAFT, Stage.HEARD)
            if stage in stages
        ),
        RowFilter(
            "late",
            translate("Candidates", "Deadline near"),
            lambda row: _clock_tone(row, today) in {"danger", "warning"},
        ),
        *blocks_filters(rows),
        *identity_filters(rows, today),
        *(_route_filter(route, wording) for route in AccessRoute if route in routes),
    )


def _stage_filter(stage: Stage, wording: Wording) -> RowFilter[CandidacyRow]:
    name = term(wording, "stage", stage)
    return RowFilter(f"stage.{stage}", name, lambda row: row.stage == stage, "stage")


def _route_filter(route: AccessRoute, wording: Wording) -> RowFilter[CandidacyRow]:
    name = term(wording, "route", route)
    return RowFilter(f"route.{route}", name, lambda row: row.candidacy.route is route, "route")


def by_name(row: CandidacyRow) -> tuple[str, str]:
    """Return the place of a row in the order of names."""
    return name_key(row.candidate.birth_name, row.candidate.first_name)


def _name(row: CandidacyRow) -> str:
    used = row.candidate.usage_name
    full = row.candidate.full_name
    return f"{full} ({used})" if used and used != row.candidate.birth_name else full


def _finding_icon(row: CandidacyRow) -> str:
    found = gravest(row.findings)
    icons = {"BLOCKING": "blocked", "NEEDS_REASON": "reason", "WARNING": "warning"}
    return icons[found] if found else ""


def _finding_tone(row: CandidacyRow) -> Tone:
    found = gravest(row.findings)
    tones: dict[str, Tone] = {
        "BLOCKING": "danger",
        "NEEDS_REASON": "warning",
        "WARNING": "warning",
    }
    return tones[found] if found else "plain"


def _clock_day(row: CandidacyRow, today: date) -> date | None:
    clock = next_clock(row, today)
    return clock.due if clock else None


def _clock_text(row: CandidacyRow, today: date) -> str:
    day = _clock_day(row, today)
    return days_left(day, today) if day else ""


def _clock_name(row: CandidacyRow, wording: Wording, today: date) -> str:
    clock = next_clock(row, today)
    if clock is None or clock.due is None:
        return ""
    name = term(wording, "clock", clock.kind)
    return pair(name, f"{wording.date(clock.due)} ({clock.article})")


def _clock_tone(row: CandidacyRow, today: date) -> Tone:
    day = _clock_day(row, today)
    tone = clock_tone((day - today).days) if day else "plain"
    return "plain" if tone == "muted" else tone


def _first_day(row: CandidacyRow) -> date | None:
    """A date known in part stands where its first day would."""
    born = row.candidate.born
    return born.earliest if isinstance(born, PartialDate) else born
