"""The list of the papers of a session: before, on the day, after; copies beneath their paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from jurydesk.services.papers import PaperStage, PaperState
from jurydesk.ui.models.columns import folded
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jurydesk.services.paper_folder import PaperRow
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

WIDTH = 280
ROW_HEIGHT = 30
KEY = int(Qt.ItemDataRole.UserRole)
COPY = KEY + 1
FIRST = "minutes"


class PaperList(QWidget):
    """Every kind of paper with its state, in words; the search narrows papers and copies.

    Signals:
        chosen: the code of a kind, and which of its copies (0: the first).
    """

    chosen = Signal(str, int)

    def __init__(self, wording: Wording) -> None:
        """Start empty; `show_rows` fills it."""
        super().__init__()
        self._wording = wording
        self._rows: dict[str, PaperRow] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self.search_field = SearchField(self.tr("Find a paper"))
        self.tree = QTreeWidget()
        self.tree.setObjectName("paperList")
        self.tree.setAccessibleName(self.tr("Papers of the session"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setIndentation(Space.M)
        self.tree.setUniformRowHeights(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setFixedWidth(WIDTH)
        layout = column(self, spacing=Space.S)
        layout.addWidget(self.search_field)
        layout.addWidget(self.tree, 1)
        self.tree.currentItemChanged.connect(self._on_current_changed)
        self.search_field.search_changed.connect(self._on_search_changed)
        self.search_field.left.connect(self.tree.setFocus)

    def show_rows(self, rows: Sequence[PaperRow]) -> None:
        """Show these kinds; the one under the cursor stays there."""
        kept = self.current_kind() or FIRST
        self._rows = {row.key: row for row in rows}
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items = {}
        for stage in PaperStage:
            self._add_stage(stage, [row for row in rows if row.kind.stage is stage])
        self.tree.expandAll()
        shown = self._items.get(kept) or next(iter(self._items.values()), None)
        if shown is not None:
            self.tree.setCurrentItem(shown)
        self.tree.blockSignals(False)
        self._on_search_changed(self.search_field.text())

    def show_copies(self, code: str, papers: Sequence[PrintedPaper]) -> None:
        """Show the copies of one kind beneath it, where there are several."""
        item = self._items.get(code)
        if item is None:
            return
        current = self.tree.currentItem()
        at = current.data(0, COPY) if current is not None and current.parent() is item else None
        self.tree.blockSignals(True)
        item.takeChildren()
        if len(papers) > 1:
            item.addChildren([_copy(code, at, paper) for at, paper in enumerate(papers)])
            item.setText(1, str(len(papers)))
            item.setExpanded(True)
        same = item.child(at) if at is not None else None
        if same is not None:
            self.tree.setCurrentItem(same)
        self.tree.blockSignals(False)

    def current_kind(self) -> str:
        """Return the code of the kind under the cursor."""
        item = self.tree.currentItem()
        return str(item.data(0, KEY) or "") if item is not None else ""

    def current_copy(self) -> int:
        """Return which copy is under the cursor, counted from 0."""
        item = self.tree.currentItem()
        return int(item.data(0, COPY) or 0) if item is not None else 0

    def row(self, code: str) -> PaperRow | None:
        """Return one kind with how far it has come."""
        return self._rows.get(code)

    def go_to(self, code: str) -> None:
        """Put the cursor on one kind."""
        if code in self._items:
            self.tree.setCurrentItem(self._items[code])

    def state_text(self, state: PaperState) -> str:
        """Return a state as a word."""
        return {
            PaperState.READY: self.tr("ready"),
            PaperState.DRAFT: self.tr("draft"),
            PaperState.MISSING: self.tr("waits"),
        }[state]

    def stage_text(self, stage: PaperStage) -> str:
        """Return when papers are needed, in words."""
        return {
            PaperStage.BEFORE: self.tr("Before"),
            PaperStage.DAY: self.tr("On the day"),
            PaperStage.AFTER: self.tr("After"),
        }[stage]

    def _add_stage(self, stage: PaperStage, rows: Sequence[PaperRow]) -> None:
        if not rows:
            return
        head = QTreeWidgetItem([self.stage_text(stage), ""])
        head.setSizeHint(0, QSize(0, ROW_HEIGHT))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        self.tree.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for row in rows:
            head.addChild(self._kind(row))

    def _kind(self, row: PaperRow) -> QTreeWidgetItem:
        name = self._wording.text(f"papers.{row.key}")
        state = row.standing.state
        item = QTreeWidgetItem([name, self.state_text(state)])
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        item.setIcon(0, icon(*_LOOKS[state]))
        item.setData(0, KEY, row.key)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        why = self._wording.text(row.standing.why) if row.standing.why else ""
        item.setToolTip(0, why or name)
        item.setToolTip(1, why)
        self._items[row.key] = item
        return item

    def _on_current_changed(
        self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None
    ) -> None:
        if item is None:
            return
        if item.data(0, KEY):
            self.chosen.emit(self.current_kind(), self.current_copy())
            return
        # A moment is no paper: the arrows pass over it
        goes_up = before is not None and self.tree.itemAbove(before) is item
        beyond = self.tree.itemAbove(item) if goes_up else self.tree.itemBelow(item)
        stays = beyond or before
        if stays is not None:
            self.tree.setCurrentItem(stays)

    def _on_search_changed(self, text: str) -> None:
        """Hide what does not hold the words; a paper stays while one of its copies does."""
        wanted = folded(text.strip())
        for stage in _children(self.tree.invisibleRootItem()):
            for kind in _children(stage):
                own = wanted in folded(kind.text(0))
                copies = list(_children(kind))
                for copy in copies:
                    copy.setHidden(not (own or wanted in folded(copy.text(0))))
                kind.setHidden(not own and all(copy.isHidden() for copy in copies))
            stage.setHidden(all(kind.isHidden() for kind in _children(stage)))


_LOOKS: dict[PaperState, tuple[str, Tone]] = {
    PaperState.READY: ("check-circle", "success"),
    PaperState.DRAFT: ("edit", "warning"),
    PaperState.MISSING: ("clock", "muted"),
}


def _copy(code: str, at: int, paper: PrintedPaper) -> QTreeWidgetItem:
    item = QTreeWidgetItem([paper.title or paper.name, ""])
    item.setSizeHint(0, QSize(0, ROW_HEIGHT))
    item.setData(0, KEY, code)
    item.setData(0, COPY, at)
    item.setToolTip(0, paper.title or paper.name)
    return item


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(item.childCount()):
        child = item.child(at)
        if child is not None:
            yield child
