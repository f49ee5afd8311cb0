"""The name under which a view of a list is kept, and whether the list opens on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.ui.saved_views import SavedView
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import FormField, text_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even

if TYPE_CHECKING:
    from jurydesk.ui.saved_views import SavedViews

WIDTH = 440


class ViewDialog(QDialog):
    """Asks for a name; a name that is taken replaces that view, and says so before.

    Signals:
        submitted: the name; `is_first` says whether the list opens on the view.
    """

    submitted = Signal(str)

    def __init__(
        self, views: SavedViews, renamed: SavedView | None = None, parent: QWidget | None = None
    ) -> None:
        """Begin empty, or with the view whose name changes."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._views = views
        self._renamed = renamed
        title = self.tr("Rename the view") if renamed else self.tr("Save this view")
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.name_edit = text_edit(renamed.name if renamed else "")
        self.name_edit.setMaxLength(60)
        self._name = FormField(self.tr("Name"), self.name_edit, needed=True)
        self.first_box = QCheckBox(self.tr("Open the list on this view"))
        self.first_box.setChecked(bool(renamed and renamed.is_first))
        self.taken_label = label("", "caption", tone="muted", wraps=True)
        self.save_button = QPushButton()
        self._build(title)
        self.name_edit.textChanged.connect(self._show_taken)
        self._show_taken()
        self.name_edit.selectAll()
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self) -> str:
        """Return what is said to be wrong with the name."""
        return self._name.error()

    def is_first(self) -> bool:
        """Tell whether the list is to open on the view."""
        return self.first_box.isChecked()

    def _build(self, title: str) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(title, "heading"))
        if self._renamed is None:
            said = self.tr("Search, filters, order and columns come back as they are now.")
            outer.addWidget(label(said, tone="muted", wraps=True))
        outer.addWidget(self._name)
        outer.addWidget(self.taken_label)
        outer.addWidget(self.first_box)
        buttons = QDialogButtonBox()
        self.save_button.setProperty("manner", "primary")
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)
        self.save_button.setDefault(True)

    def _taken(self) -> SavedView | None:
        """Return the other view of that name."""
        found = self._views.find(self.name_edit.text())
        return None if self._renamed and found and found.name == self._renamed.name else found

    def _show_taken(self, *_ignored: object) -> None:
        self._name.set_error("")
        taken = self._taken()
        replaces = self.tr("The view “{name}” will be replaced; that can be undone.")
        self.taken_label.setText(replaces.format(name=taken.name) if taken else "")
        self.taken_label.setVisible(taken is not None)
        self.save_button.setText(self.tr("Replace") if taken else self.tr("Keep"))

    def _submit(self) -> None:
        name = " ".join(self.name_edit.text().split())
        if name:
            self.submitted.emit(name)
            self.accept()
        else:
            self._name.set_error(self.tr("Give the view a name."))
            self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
