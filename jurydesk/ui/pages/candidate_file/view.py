"""The file of one candidate: who, which candidacy, and one section at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget
from typing_extensions import override

from jurydesk.errors import WrongUsage
from jurydesk.services.candidates import open_candidate
from jurydesk.services.second_paths import begin_second_path
from jurydesk.ui.pages.candidate_file.double_notice import DoubleNotice
from jurydesk.ui.pages.candidate_file.sections import section_entries
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, shortcut_text
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.over_stack import OverView
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.switches import SegmentedControl
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from jurydesk.services.second_paths import SecondPath
    from jurydesk.services.views import CandidacyRow, CandidateFile
    from jurydesk.ui.pages.candidate_file.section import Section
    from jurydesk.ui.pages.page import PageContext


class CandidateFileView(OverView):
    """Everything about one person, seen from one of their candidacies.

    Signals:
        closed: back to the list.
        form_requested: the row of the candidacy (a `SecondPath` for a new one of the same
            person), and the field that the form should show.
        shown: the row of the candidacy now in view.
    """

    closed = Signal()
    form_requested = Signal(object, str)
    shown = Signal(object)

    def __init__(
        self, context: PageContext, row_: CandidacyRow, *, section: str = "journey"
    ) -> None:
        """Show the head at once; the sections come with the file."""
        super().__init__()
        self._context = context
        self._candidate_id = row_.candidate.id
        self.row = row_
        self.header = PageHeader(row_.candidate.full_name)
        self.path_box = ChoiceBox()
        self.path_box.setAccessibleName(self.tr("Candidacy"))
        self.doubles = DoubleNotice(context, self._candidate_id)
        self.sections: dict[str, Section] = {}
        self._names = [entry.name for entry in section_entries()]
        self._stack = QStackedWidget()
        self.tabs = SegmentedControl(self._tabs(), section)
        self._build()
        self._add_keys()
        self._show_head()
        self.show_section(section)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the file anew."""
        call = partial(open_candidate, self._context.desk, candidate_id=self._candidate_id)
        runner = self._context.runner
        runner.submit(call, done=self._on_file, failed=self._on_failed, receiver=self)

    def show_section(self, name: str) -> None:
        """Show one section."""
        self.tabs.set_value(name)
        self._stack.setCurrentIndex(self._names.index(name))

    def current_section(self) -> Section:
        """Return the section in view."""
        return self.sections[self._names[self._stack.currentIndex()]]

    def begin_second_path(self) -> None:
        """Begin another candidacy of the same person in the form."""
        desk, key = self._context.desk, self.row.key
        call = partial(begin_second_path, desk, candidacy_id=key)
        self._context.runner.submit(call, done=self._on_begun, receiver=self)

    @override
    def take_focus(self) -> None:
        """Put the focus where work begins in the section in view."""
        self.current_section().take_focus()

    def give_up(self) -> None:
        """Go back to the list."""
        self.closed.emit()

    def _tabs(self) -> list[tuple[object, str]]:
        return [(entry.name, entry.title) for entry in section_entries()]

    def _build(self) -> None:
        self.header.set_back(self.tr("Back to the list"), self.give_up)
        self.header.set_side(self.path_box)
        edit = partial(self._ask_form, "")
        again = Act(self.tr("New candidacy…"), self.begin_second_path, "add", "Ctrl+N")
        self.header.set_acts(seconds=(again, Act(self.tr("Edit"), edit, "edit", "F2")))
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.doubles)
        bar = row(margins=(Space.XL, 0, Space.XL, Space.M))
        bar.addWidget(self.tabs, 1)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        for entry in section_entries():
            section = entry.factory(self._context)
            section.setAccessibleName(entry.title)
            section.section_requested.connect(self.show_section)
            section.form_requested.connect(self._ask_form)
            self.sections[entry.name] = section
            self._stack.addWidget(_scrolling(section))
        self.tabs.chosen.connect(self._on_tab)
        self.path_box.chosen.connect(self._on_path)

    def _add_keys(self) -> None:
        for at, name in enumerate(self._names, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{at}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_tab, name))
        keys = [shortcut_text(f"Alt+{at}") for at in range(1, len(self._names) + 1)]
        self.tabs.setToolTip(" · ".join(keys))

    def _show_head(self) -> None:
        one = self.row
        route = term(self._context.wording, "route", one.candidacy.route)
        stage = term(self._context.wording, "stage", one.stage)
        self.header.set_title(one.candidate.full_name)
        self.header.set_subtitle(f"{route} · {one.candidacy.certification} · {stage}")

    def _on_file(self, file: CandidateFile) -> None:
        rows = {one.key: one for one in file.candidacies}
        if self.row.key not in rows:
            self.closed.emit()
            return
        self.row = rows[self.row.key]
        self._file = file
        choices = [(one.key, self._path_name(one)) for one in file.candidacies]
        self.path_box.set_choices(choices, self.row.key)
        self.path_box.setVisible(len(choices) > 1)
        self._show_all()

    def _on_failed(self, error: Exception) -> None:
        """The person is gone, by a merge or by undoing: there is nothing to show here."""
        if isinstance(error, WrongUsage):
            self.closed.emit()
        else:
            self._context.runner.failed.emit(error)

    def _show_all(self) -> None:
        self._show_head()
        for section in self.sections.values():
            section.show_file(self._file, self.row.key)
        self.shown.emit(self.row)

    def _path_name(self, one: CandidacyRow) -> str:
        route = term(self._context.wording, "route", one.candidacy.route)
        return f"{one.candidacy.certification} · {route}"

    def _on_path(self, key: object) -> None:
        self.row = next(one for one in self._file.candidacies if one.key == key)
        self._show_all()

    def _on_tab(self, name: object) -> None:
        self.show_section(str(name))
        self.take_focus()

    def _on_begun(self, path: SecondPath) -> None:
        self.form_requested.emit(path, "certification")

    def _ask_form(self, field: str) -> None:
        self.form_requested.emit(self.row, field)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)


def _scrolling(section: Section) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(section)
    return area
