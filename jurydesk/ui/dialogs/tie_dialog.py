"""A tie that somebody declares: between whom, what it is, who says so and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget
from typing_extensions import override

from jurydesk.domain.ties import Tie, TieKind, TieSource
from jurydesk.errors import JurydeskError
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.completion_field import CompletionField, Proposal
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QVBoxLayout

    from jurydesk.services.person_search import PersonHit
    from jurydesk.wording import Wording

SIZE = QSize(520, 560)
"""High enough for the proposals under a name."""
SOURCES = (TieSource.CANDIDATE, TieSource.EXAMINER, TieSource.OFFICE)


class PersonField(CompletionField):
    """A name that must be one of those found; other letters mean nobody."""

    def __init__(self, wording: Wording, placeholder: str) -> None:
        """Start with nobody."""
        super().__init__(placeholder)
        self._wording = wording
        self.person: PersonHit | None = None
        self.taken.connect(self.choose)
        self.textEdited.connect(self._on_typed)

    def choose(self, person: PersonHit) -> None:
        """Mean that person."""
        self.person = person
        self.setText(person.name)

    def propose(self, query: str, hits: Sequence[PersonHit]) -> None:
        """Show who may be meant, each with what tells homonyms apart."""
        self.show_proposals(query, [Proposal(self._said(hit), hit) for hit in hits])

    def _said(self, hit: PersonHit) -> str:
        born = short_day(self._wording, hit.born)
        return " · ".join(filter(None, (hit.name, born, hit.detail)))

    def _on_typed(self, _text: str) -> None:
        self.person = None


class TieDialog(QDialog):
    """Collects what `services.ties.declare_tie` is given.

    Signals:
        submitted: the `Tie`, and the `TieSource`.
    """

    submitted = Signal(object, object)

    def __init__(
        self,
        wording: Wording,
        *,
        source: TieSource,
        candidate: PersonHit | None = None,
        examiner: PersonHit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for whom is not known yet; `source`: from whose side it is declared."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Declare a tie"))
        self.resize(SIZE)
        self._wording = wording
        typing = self.tr("Begin to type a name")
        self.people = {
            "candidate": PersonField(wording, typing),
            "examiner": PersonField(wording, typing),
        }
        self.kind_box = ChoiceBox([(kind, term(wording, "tie", kind)) for kind in TieKind])
        self.source_box = ChoiceBox([(one, term(wording, "tie_source", one)) for one in SOURCES])
        self.source_box.set_value(source)
        self.evidence_edit = text_edit()
        self.fields: dict[str, FormField] = {}
        self.problem_label = label("", tone="danger", wraps=True)
        self.save_button = QPushButton(self.tr("Declare"))
        self._build()
        self._begin({"candidate": candidate, "examiner": examiner})

    def show_failure(self, error: Exception) -> None:
        """Say what is wrong; what was typed stays."""
        text = str(error)
        if isinstance(error, JurydeskError):
            text = self._wording.text(error.code, **error.figures)
        self.problem_label.setText(text)
        self.problem_label.show()

    def _build(self) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(self.tr("Declare a tie"), "heading"))
        text = self.tr(
            "It holds at once: planning keeps these two apart, or has the examiner recused where"
            " the law lets them sit."
        )
        outer.addWidget(label(text, tone="muted", wraps=True))
        titles = {"candidate": self.tr("Candidate"), "examiner": self.tr("Examiner")}
        for name, title in titles.items():
            self._add(outer, name, FormField(title, self.people[name], needed=True))
        self._add(outer, "kind", FormField(self.tr("What ties them"), self.kind_box))
        hint = self.tr("Where and when, in the words of whoever declares it.")
        words = FormField(self.tr("In which words"), self.evidence_edit, hint=hint, needed=True)
        self._add(outer, "evidence", words)
        self._add(outer, "source", FormField(self.tr("Who says so"), self.source_box))
        outer.addWidget(self.problem_label)
        self.problem_label.hide()
        outer.addStretch(1)
        outer.addWidget(self._build_buttons())

    def _add(self, outer: QVBoxLayout, name: str, field: FormField) -> None:
        self.fields[name] = field
        outer.addWidget(field)

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.save_button.setProperty("manner", "primary")
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        self.save_button.setDefault(True)
        return buttons

    def _begin(self, known: dict[str, PersonHit | None]) -> None:
        """Show whom it is about; the cursor goes where the first answer is missing."""
        for name, person in known.items():
            if person is not None:
                self.people[name].choose(person)
                self.people[name].setEnabled(False)
        missing = [self.people[name] for name, person in known.items() if person is None]
        (missing[0] if missing else self.kind_box).setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        who, other = (self.people[name].person for name in ("candidate", "examiner"))
        words = self.evidence_edit.text().strip()
        choose = self.tr("Choose one of the persons found.")
        errors = {
            "candidate": "" if who else choose,
            "examiner": "" if other else choose,
            "evidence": "" if words else self.tr("A few words are needed."),
        }
        for name, text in errors.items():
            self.fields[name].set_error(text)
        wrong = next((name for name, text in errors.items() if text), "")
        if wrong or who is None or other is None:
            self.fields[wrong].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        kind = TieKind(str(self.kind_box.value()))
        tie = Tie(who.id, other.id, kind, evidence=words)
        self.submitted.emit(tie, TieSource(str(self.source_box.value())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Declare on Enter in any field.

        Not left to the default button: it is one no longer once it had the focus and an error
        moved the focus on.
        """
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not isinstance(self.focusWidget(), QPushButton):
            self._submit()
        else:
            super().keyPressEvent(event)
