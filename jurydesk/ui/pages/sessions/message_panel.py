"""The panel beside the summonses: the message to one person, as it would go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from jurydesk.domain.outbox import MessageState
from jurydesk.finding_text import term as spoken
from jurydesk.services.convening_files import shown_name
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.words import sentence_case

if TYPE_CHECKING:
    from jurydesk.services.outbox import MessageView
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

LOOKS: dict[MessageState, tuple[str, Tone]] = {
    MessageState.STALE: ("warning", "danger"),
    MessageState.TO_REVIEW: ("mail", "warning"),
    MessageState.PREPARED: ("paper", "accent"),
    MessageState.EXCLUDED: ("stop", "muted"),
    MessageState.SENT: ("check-circle", "success"),
}
"""What each state of a message looks like."""


class MessagePanel(InspectorPanel):
    """Shows to whom, why, in which words and with what; nothing leaves from here.

    Signals:
        edit_requested, hold_requested, open_requested: this message (its contact).
    """

    edit_requested = Signal(object)
    hold_requested = Signal(object)
    open_requested = Signal(object)

    def __init__(self, wording: Wording) -> None:
        """Start without a message."""
        super().__init__()
        self._wording = wording
        self.view: MessageView | None = None
        self.text_label: QLabel | None = None

    def show_message(self, view: MessageView | None) -> None:
        """Show one message, or that there is none."""
        self.view, self.text_label = view, None
        if view is None:
            self.show_nothing(
                self.tr("Nothing is to be written to this person: they know what is planned.")
            )
            return
        self.clear()
        self.set_heading(view.contact.name, view.words.subject, self._chips(view))
        if view.findings:
            lines = finding_lines(view.findings, self._wording)
            self.add_section(self.tr("Before it leaves"), FindingsList(lines))
        self.add_section("", FactGrid(self._facts(view)))
        self.text_label = label(view.words.text, wraps=True)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_section(self.tr("Text"), self.text_label)
        if view.content is not None:
            names = (shown_name(part, view.content, self._wording) for part in view.parts)
            self.add_section(self.tr("With it"), *(label(name, wraps=True) for name in names))
        self.add_text(self.tr("jurydesk sends nothing: your mail program does, or the post."))
        self.set_acts(self._acts_on(view))

    def _chips(self, view: MessageView) -> list[Chip]:
        name, tone = LOOKS[view.state]
        state = sentence_case(spoken("message_state", view.state, self._wording))
        chips = [Chip(state, tone, name)]
        if view.reason is not None:
            reason = sentence_case(spoken("message_reason", view.reason, self._wording))
            chips.append(Chip(reason, "plain"))
        if view.is_own:
            chips.append(Chip(self.tr("Your own words"), "accent", "edit"))
        return chips

    def _facts(self, view: MessageView) -> tuple[Fact, ...]:
        wording, message = self._wording, view.contact.message
        facts = [Fact(self.tr("To"), view.contact.email or self.tr("by post: no address"))]
        if view.content is not None and view.content.due is not None:
            facts.append(Fact(self.tr("Answer by"), wording.date(view.content.due)))
        if message is not None and message.prepared_at is not None:
            facts.append(Fact(self.tr("Prepared"), wording.figure(message.prepared_at)))
        if message is not None and message.sent_on is not None:
            way = spoken("channel", message.channel or "", wording)
            facts.append(Fact(self.tr("Sent"), f"{wording.date(message.sent_on)} · {way}"))
        return tuple(facts)

    def _acts_on(self, view: MessageView) -> tuple[Act, ...]:
        is_held = view.state is MessageState.EXCLUDED
        hold = self.tr("Let go") if is_held else self.tr("Hold back")
        if view.content is None:
            forget = Act(self.tr("Forget this draft"), self._hold, "delete")
            return (forget,) if view.state is MessageState.STALE else ()
        return (
            Act(self.tr("Other words…"), self._edit, "edit"),
            Act(hold, self._hold, "play" if is_held else "stop"),
            Act(self.tr("Open the mail"), self._open, "mail"),
        )

    def _edit(self) -> None:
        if self.view is not None:
            self.edit_requested.emit(self.view.contact)

    def _hold(self) -> None:
        if self.view is not None:
            self.hold_requested.emit((self.view.contact,))

    def _open(self) -> None:
        if self.view is not None:
            self.open_requested.emit(self.view.contact)
