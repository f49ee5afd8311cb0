"""Which jury is asked about, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.domain.certification import Certification
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.services.foresight import Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.services.views import CertificationView
    from jurydesk.wording import Wording

DATE_WIDTH = 132
CERTIFICATION_WIDTH = 250


class AskingBar(QWidget):
    """Certification, route and range.

    Signals:
        asked: one of them changed, and all can be read.
    """

    asked = Signal()

    def __init__(self, wording: Wording, start: date, end: date) -> None:
        """Begin with this range; the sheets come with `show_sheets`."""
        super().__init__()
        self._wording = wording
        self._sheets: dict[str, Certification] = {}
        self.certification_box = ChoiceBox()
        self.certification_box.setMaximumWidth(CERTIFICATION_WIDTH)
        self.route_box = ChoiceBox()
        self.route_box.setMaximumWidth(CERTIFICATION_WIDTH)
        self.start_field = DateField(wording, start)
        self.end_field = DateField(wording, end)
        self.problem_label = label("", tone="danger", wraps=True)
        self.problem_label.hide()
        self._build()
        self._last: tuple[date | None, date | None] = (start, end)

    def show_sheets(self, views: Sequence[CertificationView]) -> None:
        """Offer these sheets; at first the one that most candidacies aim at."""
        chosen = self.certification_box.value()
        if chosen not in {view.certification.code for view in views}:
            # The newest sheet where nobody is registered yet
            likely = max(views, key=lambda v: (v.candidacies, v.certification.code), default=None)
            chosen = likely.certification.code if likely else None
        self._sheets = {view.certification.code: view.certification for view in views}
        choices = [(c.code, f"{c.code}  {c.title}") for c in self._sheets.values()]
        self.certification_box.set_choices(choices, chosen)
        self._offer_routes()

    def question(self) -> Question | None:
        """Return what is asked; None while there is no sheet or a date cannot be read."""
        code = self.certification_box.value()
        start, end = self.start_field.day(), self.end_field.day()
        if not code or start is None or end is None:
            return None
        route = self.route_box.value()
        asked = Question(str(code), start=start, end=end)
        return replace(asked, route=route) if isinstance(route, AccessRoute) else asked

    def show_problem(self, text: str) -> None:
        """Say why this cannot be asked; empty: it can."""
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))

    def _build(self) -> None:
        self.certification_box.setAccessibleName(self.tr("Certification"))
        self.route_box.setAccessibleName(self.tr("Route"))
        self.start_field.setAccessibleName(self.tr("From"))
        self.end_field.setAccessibleName(self.tr("To"))
        outer = column(self, spacing=Space.XS)
        line = row(spacing=Space.S)
        line.addWidget(self.certification_box, 2)
        line.addWidget(self.route_box, 1)
        for field, text in (
            (self.start_field, self.tr("From")),
            (self.end_field, self.tr("To")),
        ):
            name = label(text, tone="muted")
            name.setBuddy(field)
            field.setFixedWidth(DATE_WIDTH)
            line.addWidget(name)
            line.addWidget(field)
            field.day_changed.connect(self._on_day_changed)
        line.addStretch(0)
        outer.addLayout(line)
        outer.addWidget(self.problem_label)
        self.certification_box.chosen.connect(self._on_certification_chosen)
        self.route_box.chosen.connect(self._on_route_chosen)

    def _offer_routes(self) -> None:
        sheet = self._sheets.get(str(self.certification_box.value()))
        # The VAE first: its jury is the one that the law composes
        ordered = sorted(AccessRoute, key=lambda route: route is not AccessRoute.EXPERIENCE)
        routes = [r for r in ordered if sheet and sheet.terms(r).access is not Access.CLOSED]
        choices = [(route, term(self._wording, "route", route)) for route in routes]
        self.route_box.set_choices(choices, self.route_box.value())

    def _on_certification_chosen(self, _code: object) -> None:
        self._offer_routes()
        self.asked.emit()

    def _on_route_chosen(self, _route: object) -> None:
        self.asked.emit()

    def _on_day_changed(self, _day: object) -> None:
        for field in (self.start_field, self.end_field):
            if field.day() is None:
                self.show_problem(field.problem() or self.tr("A date is missing."))
                return
        days = (self.start_field.day(), self.end_field.day())
        # Leaving a field as it was asks nothing
        if days != self._last:
            self._last = days
            self.asked.emit()
