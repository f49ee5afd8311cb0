"""The list of ties: those to be settled first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.domain.ties import TieState
from jurydesk.ui.pages.ties.columns import tie_columns, tie_filters
from jurydesk.ui.pages.ties.key import TO_BE_SETTLED, TieSearch
from jurydesk.ui.widgets.key_hints import KeyHints
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.tie_rows import TieRow
    from jurydesk.ui.widgets.acts import Act
    from jurydesk.wording import Wording


class TieListView(QWidget):
    """The list with its keys beneath.

    Signals:
        changed: other ties are chosen.
    """

    changed = Signal()

    def __init__(self, wording: Wording) -> None:
        """Build the list; `show_rows` fills it."""
        super().__init__()
        self._wording = wording
        self._wanted: object = None
        self.list: RowList[TieRow] = RowList(
            tie_columns(wording),
            lambda row: row.key,
            name="ties",
            placeholder=self.tr("Name, employer, reason…"),
        )
        self.hints = KeyHints(
            (
                ("Return", self.tr("Decide")),
                ("Ctrl+Return", self.tr("It exists")),
                ("Del", self.tr("Set aside")),
                ("Ctrl+Backspace", self.tr("Reopen")),
            )
        )
        layout = column(self, spacing=0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hints)
        self.list.current_changed.connect(self._on_changed)
        self.list.selection_changed.connect(self.changed)

    def set_empty(self, acts: tuple[Act, ...]) -> None:
        """Say what brings ties here, and offer it."""
        self.list.set_empty(
            "link",
            self.tr("No tie is known yet"),
            self.tr(
                "Employers, placements, trainers and remarks of the files propose them as soon as"
                " there are candidates and examiners. Both sides may declare more."
            ),
            acts=acts,
        )

    def show_rows(self, rows: Sequence[TieRow]) -> None:
        """Show the ties; what was asked for before they came is shown now."""
        self.list.set_filters(tie_filters(rows, self._wording))
        self.list.set_rows(rows)
        self.hints.setVisible(bool(rows))
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_item(wanted)

    def show_item(self, key: object) -> None:
        """Show only the ties to be settled (`"proposed"`), those of a search, or one by number."""
        if not self.list.model.all_rows():
            self._wanted = key
        elif isinstance(key, TieSearch):
            self.list.clear_search_and_filters()
            self.list.search_field.setText(key.words)
        elif key == TO_BE_SETTLED:
            self.list.clear_search_and_filters()
            self.list.set_filter(TieState.PROPOSED.value, is_on=True)
            self.list.view.go_to(0)
        else:
            self.list.select_key(int(str(key)))

    def chosen_rows(self) -> tuple[TieRow, ...]:
        """Return the ties that an act would concern."""
        selected = self.list.selected_rows()
        current = self.list.current_row()
        return selected or ((current,) if current is not None else ())

    def _on_changed(self, *_ignored: object) -> None:
        self.changed.emit()
