"""Columns and filters of the pool."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.certification import SEAT_KINDS
from jurydesk.domain.people import Training
from jurydesk.services.views import ExaminerRow
from jurydesk.ui.models.columns import Column, name_key, nothing_last
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.people import Examiner
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

Columns = tuple[Column[ExaminerRow], ...]
ENDING = timedelta(days=60)


def by_name(row: ExaminerRow) -> tuple[str, str]:
    """Return the place of a row in the order of names."""
    return name_key(row.examiner.last_name, row.examiner.first_name)


def examiner_columns(wording: Wording, today: date) -> Columns:
    """Return what the list shows of each person."""
    return (
        Column(
            "name",
            translate("Examiners", "Name"),
            lambda row: row.examiner.full_name,
            by_name,
            stretches=True,
            width=22,
        ),
        Column(
            "organisation",
            translate("Examiners", "Organisation"),
            lambda row: row.examiner.organisation,
            width=12,
        ),
        Column(
            "seats",
            translate("Examiners", "Seats"),
            lambda row: seats_text(row.examiner, wording),
            tooltip=lambda row: seats_text(row.examiner, wording),
            width=13,
        ),
        Column(
            "mandate",
            translate("Examiners", "Mandate"),
            lambda row: mandate_text(row.examiner, wording, today),
            lambda row: nothing_last(last_day(row.examiner)),
            icon=lambda row: MANDATE_LOOKS[mandate_state(row.examiner, today)][0],
            tone=lambda row: MANDATE_LOOKS[mandate_state(row.examiner, today)][1],
            is_chip=True,
            width=20,
        ),
        Column(
            "sat",
            translate("Examiners", "This year"),
            lambda row: str(row.sat),
            lambda row: row.sat,
            side="right",
            is_tabular=True,
            width=10,
        ),
        *_answer_columns(wording),
        *_more_columns(wording),
    )


def _answer_columns(wording: Wording) -> Columns:
    return (
        Column(
            "late",
            translate("Examiners", "Late"),
            _late_text,
            lambda row: row.responses.late + row.responses.silent,
            tone=lambda row: "warning" if row.responses.late + row.responses.silent else "plain",
            tooltip=lambda row: translate("Examiners", "Answers to summonses late or missing"),
            side="right",
            is_tabular=True,
            width=9,
        ),
        Column(
            "answered",
            translate("Examiners", "Answered"),
            lambda row: short_day(wording, _last_answer(row)),
            lambda row: nothing_last(_last_answer(row)),
            tooltip=lambda row: translate("Examiners", "Last answer to a summons"),
            is_tabular=True,
            is_hidden=True,
            width=11,
        ),
        Column(
            "delay",
            translate("Examiners", "Usual delay (days)"),
            lambda row: "" if row.responses.median is None else str(row.responses.median),
            lambda row: (row.responses.median is None, row.responses.median or 0),
            side="right",
            is_tabular=True,
            is_hidden=True,
            width=14,
        ),
    )


def _late_text(row: ExaminerRow) -> str:
    """Return late answers and silences together; nothing where nobody was ever asked."""
    late = row.responses.late + row.responses.silent
    return str(late) if row.responses.responses else ""


def _last_answer(row: ExaminerRow) -> date | None:
    return row.responses.last.on if row.responses.last else None


def _more_columns(wording: Wording) -> Columns:
    return (
        Column(
            "sex",
            translate("Examiners", "Sex"),
            lambda row: term(wording, "sex", row.examiner.sex),
            is_hidden=True,
            width=12,
        ),
        Column(
            "occupation",
            translate("Examiners", "Occupation"),
            lambda row: row.examiner.occupation,
            is_hidden=True,
            width=22,
        ),
        Column(
            "email",
            translate("Examiners", "E-mail"),
            lambda row: row.examiner.email,
            is_hidden=True,
            width=28,
        ),
        Column(
            "phone",
            translate("Examiners", "Phone"),
            lambda row: row.examiner.phone,
            is_hidden=True,
            width=16,
        ),
    )


def examiner_filters(
    rows: Sequence[ExaminerRow], wording: Wording, today: date
) -> tuple[RowFilter[ExaminerRow], ...]:
    """Return the filters that make sense for these rows."""
    if not rows:
        return ()
    seats = {q.seat for row in rows for q in row.examiner.qualifications}
    return (
        *(_seat_filter(seat, wording) for seat in SEAT_KINDS if seat in seats),
        RowFilter(
            "ending",
            translate("Examiners", "Mandate ending"),
            lambda row: mandate_state(row.examiner, today) == "ending",
        ),
        RowFilter(
            "none",
            translate("Examiners", "No mandate"),
            lambda row: mandate_state(row.examiner, today) in {"ended", "none"},
        ),
        RowFilter(
            "untrained",
            translate("Examiners", "Not trained"),
            lambda row: row.examiner.training is not Training.TRAINED,
        ),
        RowFilter(
            "late",
            translate("Examiners", "Answer late"),
            lambda row: bool(row.responses.late + row.responses.silent),
        ),
    )


MANDATE_LOOKS: dict[str, tuple[str, Tone]] = {
    "in_force": ("check", "success"),
    "ending": ("clock", "warning"),
    "to_come": ("calendar", "accent"),
    "ended": ("blocked", "danger"),
    "none": ("blocked", "danger"),
}


def mandate_state(examiner: Examiner, today: date) -> str:
    """Return whether the person may sit today, and for how long still."""
    last = last_day(examiner)
    if last is None:
        return "none"
    if last < today:
        return "ended"
    if examiner.mandate_on(today) is None:
        return "to_come"
    return "ending" if last - today <= ENDING else "in_force"


def last_day(examiner: Examiner) -> date | None:
    """Return the last day of the last mandate."""
    return max((mandate.end for mandate in examiner.mandates), default=None)


def mandate_text(examiner: Examiner, wording: Wording, today: date) -> str:
    """Return « until 31/12/2027 » or what is wrong."""
    day = short_day(wording, last_day(examiner))
    texts = {
        "in_force": translate("Examiners", "until {day}"),
        "ending": translate("Examiners", "until {day}"),
        "to_come": translate("Examiners", "to come, until {day}"),
        "ended": translate("Examiners", "ended {day}"),
        "none": translate("Examiners", "none"),
    }
    return texts[mandate_state(examiner, today)].format(day=day)


def seats_text(examiner: Examiner, wording: Wording) -> str:
    """Return the kinds of seat that the person may hold."""
    return ", ".join(
        wording.text(f"seat.{one.seat}") if wording.has(f"seat.{one.seat}") else one.seat
        for one in examiner.qualifications
    )


def _seat_filter(seat: str, wording: Wording) -> RowFilter[ExaminerRow]:
    name = term(wording, "seat", seat)
    return RowFilter(f"seat.{seat}", name, lambda row: row.examiner.may_hold(seat), "seat")
