"""The board of legal clocks: three ways to look at it, and one key to the act that stops one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.clocks import TERMS
from jurydesk.domain.steps import LEGAL_ACTS
from jurydesk.services.deadline_export import act_text, export_deadlines
from jurydesk.services.deadlines import Deadline, Urgency, deadlines
from jurydesk.services.journeys import StepSubject
from jurydesk.ui.operations.steps import StepTaker
from jurydesk.ui.pages.deadlines.columns import deadline_columns
from jurydesk.ui.pages.deadlines.groups import Grouping, Groups
from jurydesk.ui.pages.deadlines.inspector import DeadlineInspector
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import Ways, offer_views
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.acts import Act, shortcut_text
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.widgets.switches import SegmentedControl
from jurydesk.ui.words import sentence_case

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.ui.pages.page import PageContext

ICS = "iCalendar (*.ics)"
EXPORT_KEY = "Ctrl+E"
ACT_KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""Of the main part of the keyboard, and of the figures at its side."""
SEVERAL = 2
BY_CODE = frozenset({"deliberation", "aftermath"})
"""Pages that open a session by its code."""
MOST_NAMES = 3


class DeadlinesPage(Page):
    """Every act that the law asks for and that nobody has done yet."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            Kind.CANDIDATE,
            Kind.CANDIDACY,
            Kind.EXAMINER,
            Kind.SESSION,
            Kind.DELIBERATION,
            Kind.STEP,
        }
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the clocks come with the first load."""
        super().__init__(context, parent)
        self._wanted: object = None
        self._board: tuple[Deadline, ...] = ()
        self.taker = StepTaker(context, self)
        self.groups = Groups(context.wording)
        self.panel = DeadlineInspector(context.wording)
        self.inspector = self.panel
        self.list = self._build_list()
        self.header = PageHeader(self.tr("Deadlines"))
        self.ways = self._build_ways()
        self.header.set_acts(
            seconds=(Act(self.tr("Calendar (.ics)…"), self.choose_export, "export"),)
        )
        # After the acts: the header takes every button for one of them
        self.header.set_side(self.ways)
        # Here, not on a button: where the header has no room its acts move into a menu
        QShortcut(QKeySequence(EXPORT_KEY), self).activated.connect(self.choose_export)
        for key in ACT_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self.act_on_selection)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.list, 1)
        offer_views(self.list, context, Ways(lambda: self.groups.grouping, self._look_again))

    @override
    def reload(self) -> None:
        """Ask for the board of today."""
        self.context.runner.submit(partial(deadlines, self.context.desk), done=self._show)

    @override
    def open_item(self, key: object) -> None:
        """Put the cursor on one clock, by its key."""
        if not self.list.select_key(str(key)):
            self._wanted = key

    @override
    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list."""
        self.list.focus_search()

    def look_by(self, grouping: Grouping) -> None:
        """Order the board by urgency, by person or by month."""
        self.ways.set_value(grouping)
        self.groups.grouping = grouping
        # The filters of one way mean nothing in another
        self.list.clear_search_and_filters()
        if self._board:
            self._fill()
        self.list.view.setFocus()

    def act_on_selection(self) -> None:
        """Go to the act that stops the clocks selected, or do it at once (Ctrl+Enter)."""
        chosen = self.list.selected_rows()
        if chosen:
            self.stop(*chosen)

    def stop(self, first: Deadline, *others: Deadline) -> None:
        """Do what stops a clock: at once, after a confirmation, or on the page it belongs to.

        Several clocks are stopped together where they wait for one and the same act.
        """
        together = (first, *(one for one in others if one.clock.acts == first.clock.acts))
        subjects = tuple(map(_subject, together))
        if first.act is None:
            self._go_to_act(first)
        elif stops_at_once(first):
            self.taker.take_at_once(first.act, subjects)
        else:
            self.taker.ask(*first.clock.acts, subjects=subjects, name=people(together))

    def open_file(self, one: Deadline) -> None:
        """Open the file of the person concerned (Enter)."""
        if one.is_of_juror:
            self.context.navigate("examiners", one.person_id)
        else:
            self.context.navigate("candidates", FileKey(one.clock.candidacy_id))

    def choose_export(self) -> None:
        """Ask where the calendar should go."""
        self.context.prompter.save_file(
            self.tr("Where should the calendar go?"),
            self.export_to,
            filters=(ICS,),
            suggested=self.tr("deadlines.ics"),
        )

    def export_to(self, path: Path) -> None:
        """Write the calendar."""
        wording = self.context.wording
        call = partial(export_deadlines, self.context.desk, path=path, wording=wording)
        self.context.runner.submit(call, done=self._on_exported)

    def _build_list(self) -> RowList[Deadline]:
        rows: RowList[Deadline] = RowList(
            deadline_columns(self.context.wording, self.groups),
            lambda one: one.key,
            name="deadlines",
            placeholder=self.tr("Name, act, article…"),
        )
        rows.set_empty(
            "check-circle",
            self.tr("No legal deadline is running"),
            self.tr(
                "A clock starts when a VAE file is complete, when somebody is to be heard, and"
                " when a result is to be notified."
            ),
            acts=(Act(self.tr("To the candidates"), self._go_to_candidates, "people"),),
        )
        keys = shortcut_text(EXPORT_KEY)
        rows.export_button.setToolTip(self.tr("Calendar (.ics)") + f" ({keys})")
        rows.current_changed.connect(self._on_current_changed)
        rows.selection_changed.connect(self._on_selection_changed)
        rows.activated.connect(self._on_activated)
        rows.export_requested.connect(self.choose_export)
        rows.shown_changed.connect(self._on_shown_changed)
        return rows

    def _build_ways(self) -> SegmentedControl:
        texts = {
            Grouping.URGENCY: self.tr("By urgency"),
            Grouping.PERSON: self.tr("By person"),
            Grouping.MONTH: self.tr("By month"),
        }
        ways = SegmentedControl(tuple(texts.items()), Grouping.URGENCY)
        ways.chosen.connect(self._on_way_chosen)
        keys = []
        for at, grouping in enumerate(texts, start=1):
            key = f"Alt+{at}"
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.look_by, grouping))
            keys.append(shortcut_text(key))
        ways.setToolTip(", ".join(keys))
        return ways

    def _look_again(self, way: str) -> None:
        """Take the way of a saved view; one that is no more changes nothing."""
        if way in list(Grouping):
            self.look_by(Grouping(way))

    def _show(self, board: tuple[Deadline, ...]) -> None:
        self._board = board
        self._fill()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.list.select_key(str(wanted))

    def _fill(self) -> None:
        self.list.set_filters(self.groups.filters(self._board))
        self.list.set_rows(self.groups.arranged(self._board))

    def _go_to_candidates(self) -> None:
        self.context.navigate("candidates")

    def _go_to_act(self, one: Deadline) -> None:
        key = one.session_code if one.page in BY_CODE else one.session_number
        self.context.navigate(one.page, key or None)

    def _on_way_chosen(self, value: object) -> None:
        self.look_by(Grouping(str(value)))

    def _on_shown_changed(self, shown: int, everything: int) -> None:
        self.groups.show(self.list.shown_rows())
        late = sum(one.urgency is Urgency.LATE for one in self._board)
        if shown != everything:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        else:
            note = self.tr("Clocks: {count}, late: {late}").format(count=everything, late=late)
        self.header.set_note(note if everything else "")

    def _on_current_changed(self, one: Deadline | None) -> None:
        if one is None:
            self.panel.show_nobody()
            return
        self.panel.show_deadline(one)
        words = sentence_case(act_text(one, self.context.wording))
        opens = self.tr("Open the person") if one.is_of_juror else self.tr("Open the file")
        self.panel.set_acts(
            (
                Act(words, partial(self.stop, one), "arrow-right"),
                Act(opens, partial(self.open_file, one), "person"),
            )
        )

    def _on_selection_changed(self) -> None:
        """Several clocks selected: say which act stops them together, and how many it stops."""
        chosen = self.list.selected_rows()
        if len(chosen) < SEVERAL:
            self._on_current_changed(self.list.current_row())
            return
        first, *others = chosen
        together = [first, *(one for one in others if one.clock.acts == first.clock.acts)]
        self.panel.show_several(chosen)
        words = sentence_case(act_text(first, self.context.wording))
        text = self.tr("{act} ({count})").format(act=words, count=len(together))
        self.panel.set_acts((Act(text, self.act_on_selection, "arrow-right"),))

    def _on_activated(self, one: Deadline) -> None:
        if self.is_narrow():
            self.inspector_shown.emit()
        else:
            self.open_file(one)

    def _on_exported(self, count: int) -> None:
        self.context.toasts.show_message(self.tr("Deadlines written: {count}.").format(count=count))


def _subject(one: Deadline) -> StepSubject:
    clock = one.clock
    return StepSubject(
        clock.candidacy_id or None, clock.examiner_id or None, clock.session_id or None
    )


def stops_at_once(one: Deadline) -> bool:
    """Tell whether the act is a plain acknowledgement: taken at once, with Undo."""
    terms = TERMS[one.clock.kind]
    return one.act is not None and terms.stops == (one.act,) and one.act not in LEGAL_ACTS


def people(clocks: tuple[Deadline, ...]) -> str:
    """Return whom these clocks concern, the first three by name."""
    names = list(dict.fromkeys(one.person for one in clocks))
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    more = translate("Deadlines", "{names} and {count} more")
    return more.format(names=", ".join(names[:MOST_NAMES]), count=len(names) - MOST_NAMES)
