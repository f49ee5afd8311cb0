"""What is to come: the year by half-day, what the pool can hold, and the plan of a year."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.calendar import add_months
from jurydesk.domain.changes import Kind
from jurydesk.errors import Cancelled, JurydeskError
from jurydesk.ui.pages.foresight.asking import AskingBar
from jurydesk.ui.pages.foresight.files import HeatFiles
from jurydesk.ui.pages.foresight.jobs import Offer, count_heat, offer_of, try_stress
from jurydesk.ui.pages.foresight.panel import HalfDayPanel
from jurydesk.ui.pages.foresight.planning_acts import PlanningActs
from jurydesk.ui.pages.foresight.stress_view import StressView
from jurydesk.ui.pages.foresight.year_view import YearView
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.sessions.creation import SessionCreation
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, shortcut_text
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from jurydesk.domain.session import Session
    from jurydesk.services.foresight import HeatMap
    from jurydesk.services.stress import StressReport
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.tasks import Task
    from jurydesk.ui.widgets.year_geometry import Half

HEAT, STRESS, PLAN = range(3)


class ForesightPage(Page):
    """The year of half-days, the stress of the pool, and the plan of the year."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {Kind.EXAMINER, Kind.SESSION, Kind.CERTIFICATION, Kind.SETTING}
    )

    def __init__(self, context: PageContext) -> None:
        """Build both views; the sheets come with `reload`."""
        super().__init__(context)
        today = context.desk.clock.today()
        end = add_months(today, 12) - timedelta(days=1)
        self.heat: HeatMap | None = None
        self._task: Task | None = None
        self.header = PageHeader(self.tr("Foresight"))
        self.bar = AskingBar(context.wording, today, end)
        self.year = YearView(context.wording, today, end)
        self.stress = StressView(context.wording, self._open_examiner)
        self.panel = HalfDayPanel(
            context.wording, create=self.create_session, open_session=self._open_session
        )
        self.inspector = self.panel
        self.plan = PlanningActs(self, context, start=today, end=end)
        self.creation = SessionCreation(self, context, self._on_created)
        self.files = HeatFiles(self, context)
        self.ways = self._build_ways()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.year)
        self._stack.addWidget(self.stress)
        self._stack.addWidget(self.plan.view)
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        """Read the sheets, then count anew."""
        job = partial(offer_of, self.context.desk)
        self.context.runner.submit(job, done=self._on_offered)

    @override
    def take_focus(self) -> None:
        """Put the focus on the year, or on the figures."""
        places: tuple[QWidget, ...] = (
            self.year.grid,
            self.stress.rooms_box,
            self.plan.view.rooms_box,
        )
        places[self.way()].setFocus()

    def way(self) -> int:
        """Return which of the three views is in front."""
        return self._stack.currentIndex()

    def look_at(self, way: int) -> None:
        """Bring one of the three views to the front."""
        self.ways.set_value(way)
        self._stack.setCurrentIndex(way)
        self.change_inspector({HEAT: self.panel, PLAN: self.plan.panel}.get(way))
        self._show_acts()
        self.take_focus()

    def compute(self) -> None:
        """Count the juries of every half-day asked about; it can be cancelled."""
        question = self.bar.question()
        self.plan.follow(question)
        if question is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._task = self.context.runner.submit_long(
            partial(count_heat, self.context.desk, question),
            title=self.tr("Counting the juries of each half-day"),
            done=self._show,
            failed=self.refuse,
        )

    def compute_stress(self) -> None:
        """Find what the pool can hold; it can be cancelled."""
        question = self.bar.question()
        if question is None:
            return
        self.stress.run_button.setEnabled(False)
        self.context.runner.submit_long(
            partial(try_stress, self.context.desk, self.stress.test(question)),
            title=self.tr("Trying what the pool can hold"),
            done=self._show_stress,
            failed=self._on_stress_refused,
        )

    def create_session(self) -> None:
        """Begin a session on the day under the cursor."""
        if self.heat is not None:
            day, _ = self.year.grid.half
            self.creation.begin_on(self.heat.certification.code, day)

    def _build_ways(self) -> SegmentedControl:
        texts = {
            HEAT: self.tr("Half-days"),
            STRESS: self.tr("Stress of the pool"),
            PLAN: self.tr("Plan of the year"),
        }
        ways = SegmentedControl(tuple(texts.items()), HEAT)
        ways.chosen.connect(self._on_way_chosen)
        keys = []
        for at, way in enumerate(texts, start=1):
            key = f"Alt+{at}"
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.look_at, way))
            keys.append(shortcut_text(key))
        ways.setToolTip(", ".join(keys))
        return ways

    def _lay_out(self) -> None:
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        body = QWidget()
        inside = column(body, spacing=Space.M, margins=(Space.XL, 0, Space.XL, Space.L))
        inside.addWidget(self.ways)
        inside.addWidget(self.bar)
        inside.addWidget(self._stack, 1)
        layout.addWidget(body, 1)
        self._show_acts()

    def _show_acts(self) -> None:
        new = Act(self.tr("New session"), self.create_session, "add", "Ctrl+N")
        if self.way() == PLAN:
            create = self.plan.create_sessions
            new = Act(self.tr("Create these sessions"), create, "add", "Ctrl+N")
        export = Act(self.tr("Export…"), self.files.choose_workbook, "export", "Ctrl+E")
        calendar = Act(self.tr("Calendar (.ics)…"), self.files.choose_calendar, "calendar")
        self.header.set_acts(new, seconds=(export,), more=(calendar,))

    def _connect(self) -> None:
        self.bar.asked.connect(self.compute)
        self.stress.asked.connect(self.compute_stress)
        self.year.grid.half_changed.connect(self._on_half_changed)
        self.year.grid.half_activated.connect(self._on_half_activated)

    def _on_offered(self, offer: Offer) -> None:
        self.bar.show_sheets(offer.sheets)
        self.stress.show_limit(offer.limit)
        if not offer.sheets:
            self.year.show_empty(
                "certificate",
                self.tr("No certification yet"),
                self.tr("What a jury is made of stands in the sheet of its certification."),
                Act(self.tr("To the certifications"), self._to_certifications, "certificate"),
            )
        self.compute()

    def _show(self, heat: HeatMap) -> None:
        self.heat = heat
        self.bar.show_problem("")
        if not heat.setting.facts.examiners:
            self.panel.show_nobody()
            self.year.show_empty(
                "pool",
                self.tr("Nobody in the pool"),
                self.tr("Juries can be foreseen once examiners are known, with their seats."),
                Act(self.tr("To the pool"), self._to_pool, "pool"),
            )
            return
        self.year.show_heat(heat)
        possible = sum(1 for one in heat.working if one.juries)
        note = self.tr("jury possible: {count} of {total} half-days")
        self.header.set_note(note.format(count=possible, total=len(heat.working)))

    def refuse(self, error: Exception) -> None:
        """Say why what was asked cannot be answered."""
        if isinstance(error, JurydeskError) and not isinstance(error, Cancelled):
            text = self.context.wording.text(error.code, **error.figures)
            self.bar.show_problem(text)
        elif not isinstance(error, Cancelled):
            self.context.runner.failed.emit(error)

    def _show_stress(self, report: StressReport) -> None:
        self.stress.run_button.setEnabled(True)
        self.bar.show_problem("")
        self.stress.show_report(report)

    def _on_stress_refused(self, error: Exception) -> None:
        self.stress.run_button.setEnabled(True)
        self.refuse(error)

    def _on_half_changed(self, half: Half) -> None:
        one = self.heat.at(*half) if self.heat is not None else None
        if self.heat is not None and one is not None:
            self.panel.show_half(self.heat, one)

    def _on_half_activated(self, _half: Half) -> None:
        self.create_session()

    def _on_way_chosen(self, way: object) -> None:
        self.look_at(int(str(way)))

    def _on_created(self, session: Session) -> None:
        self.refresh()
        self.context.navigate("sessions", session.code)

    def _open_session(self, code: str) -> None:
        self.context.navigate("sessions", code)

    def _open_examiner(self, number: int) -> None:
        self.context.navigate("examiners", number)

    def _to_pool(self) -> None:
        self.context.navigate("examiners")

    def _to_certifications(self) -> None:
        self.context.navigate("certifications")
