"""One candidate without an hour: what blocks, what would help, and the trial of a change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jurydesk.finding_text import finding_text
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.calm import ENTER
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList, Gravity
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column, even, row, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from jurydesk.domain.findings import Finding
    from jurydesk.services.reasons import OfferedRepair, Reasoned, Trial
    from jurydesk.wording import Wording

GAIN = "RIPPLE-HEARD"
LOSS = "RIPPLE-LOST"


class WaitingCard(QFrame):
    """Who waits for an hour. W asks why, a figure tries that change, Enter keeps, Escape drops.

    Signals:
        why_requested: find what blocks this candidacy.
        trial_requested: compute the plan with an offered change.
        keep_requested: keep a trial.
        person_requested: enter somebody into the pool, with what is known of them filled in.
        moved: the person pressed Up (-1) or Down (1).
    """

    why_requested = Signal(int)
    trial_requested = Signal(int, object)
    keep_requested = Signal(object)
    person_requested = Signal(object)
    moved = Signal(int)

    def __init__(self, key: int, name: str, note: str, wording: Wording) -> None:
        """Show who or what it is about; what can be done comes with `show_acts`."""
        super().__init__()
        self.key = key
        self._name = name
        self._wording = wording
        self.told: Reasoned | None = None
        self.trial: Trial | None = None
        self._is_trying = False
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._name)
        layout = column(self, margins=even(Space.L))
        self._head = row(spacing=Space.S)
        self._head.addWidget(label(self._name, "strong"))
        self._head.addWidget(label(note, tone="muted"), 1)
        layout.addLayout(self._head)
        self._body = column()
        layout.addLayout(self._body)
        self.trial_part = QWidget()
        self._trial = column(self.trial_part)
        layout.addWidget(self.trial_part)

    def show_acts(self, acts: Iterable[Act]) -> None:
        """Put the acts into the head, the way to the reasons first."""
        why = Act(self.tr("Why?"), partial(self.why_requested.emit, self.key), "help")
        button = act_button(why)
        button.setToolTip("W")
        self._head.addWidget(button)
        for act in acts:
            self._head.addWidget(act_button(act))

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """Show what was found at once, until the reasons are asked for."""
        if found and self.told is None:
            clear(self._body)
            self._body.addWidget(FindingsList(finding_lines(found, self._wording)))

    def show_busy(self, text: str) -> None:
        """Say that something is being computed, below what is known."""
        clear(self._trial)
        self.trial, self._is_trying = None, False
        self._trial.addWidget(label(text, "caption", tone="muted"))

    def show_trying(self, text: str) -> None:
        """Say that a change is being tried; what is told meanwhile does not disturb it."""
        self.show_busy(text)
        self._is_trying = True

    def show_told(self, told: Reasoned) -> None:
        """Show what blocks and what would help, in place of what was found at once."""
        self.told = told
        if self.trial is None and not self._is_trying:
            self.drop()
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._show_body(told)
        if has_focus and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.setFocus()

    def _show_body(self, told: Reasoned) -> None:
        clear(self._body)
        if not told.block:
            self._body.addWidget(FindingsList([self._nothing_found(told)]))
            return
        self._body.addWidget(label(self.tr("What blocks it"), "strong"))
        self._body.addWidget(FindingsList(self._lines(told.block, "blocking")))
        self._body.addWidget(label(self._proof(told), "caption", tone="muted", wraps=True))
        self._show_repairs(told)

    def show_part(self, told: Reasoned) -> None:
        """Show what is known so far; the rest is still being looked for."""
        self.show_told(told)
        looking = self.tr("Looking for what would help…")
        self._body.addWidget(label(looking, "caption", tone="muted"))

    def show_trial(self, trial: Trial) -> None:
        """Show what a change would bring, and ask whether to keep it."""
        clear(self._trial)
        self.trial, self._is_trying = trial, False
        self._trial.addWidget(rule())
        self._trial.addWidget(label(self.tr("What it would change"), "strong"))
        gains = [found for found in trial.ripple if found.code == GAIN]
        others = [found for found in trial.ripple if found.code != GAIN]
        lines = [line for one in others for line in self._lines([one], _gravity(one))]
        self._trial.addWidget(FindingsList(self._lines(gains, "good")))
        self._trial.addWidget(FindingsList(lines, self.tr("Nobody else is concerned.")))
        self._trial.addLayout(self._trial_acts(trial))

    def drop(self) -> None:
        """Forget the trial; nothing was stored."""
        self.trial, self._is_trying = None, False
        clear(self._trial)

    def _show_repairs(self, told: Reasoned) -> None:
        if not told.repairs and not told.is_complete:
            return
        if not told.repairs:
            none = self.tr("No change that an office can make would help.")
            self._body.addWidget(label(none, tone="muted", wraps=True))
            return
        self._body.addWidget(label(self.tr("What would help, the best first"), "strong"))
        for number, offered in enumerate(told.repairs, start=1):
            self._body.addLayout(self._repair_row(number, offered))

    def _repair_row(self, number: int, offered: OfferedRepair) -> QHBoxLayout:
        line = row(spacing=Space.S)
        line.addWidget(label(f"{number}.", "strong"))
        texts: QVBoxLayout = column(spacing=Space.XS)
        for found in offered.sentences:
            texts.addWidget(label(finding_text(found, self._wording), wraps=True))
        line.addLayout(texts, 1)
        line.addWidget(self._gain(offered))
        line.addWidget(self._try_button(number, offered))
        return line

    def _gain(self, offered: OfferedRepair) -> QWidget:
        if self.told is not None and self.told.route is None:
            return Chip(self.tr("Women and men in each jury"), "success", "people")
        if offered.heard is None:
            return Chip(self.tr("Effect not known"), "plain", "unknown")
        if offered.heard == 1:
            return Chip(self.tr("1 more heard"), "success", "person")
        text = self.tr("{count} more heard").format(count=offered.heard)
        return Chip(text, "success", "people")

    def _try_button(self, number: int, offered: OfferedRepair) -> QWidget:
        elsewhere = self.tr("This is settled elsewhere: it cannot be made up here.")
        try_it = Act(
            self.tr("Try"),
            partial(self.trial_requested.emit, self.key, offered),
            "play",
            why_not="" if offered.can_try else elsewhere,
        )
        button = act_button(try_it)
        button.setAccessibleName(f"{try_it.text} {number}")
        if offered.can_try:
            button.setToolTip(str(number))
        return button

    def _trial_acts(self, trial: Trial) -> QHBoxLayout:
        note = self._why_not_kept(trial)
        decide = self.tr("Keep…") if trial.needs else self.tr("Keep")
        keep = Act(
            decide,
            partial(self.keep_requested.emit, trial),
            "check",
            manner="primary",
            why_not=note,
        )
        line = row(spacing=Space.S)
        if trial.recruits:
            enter = partial(self.person_requested.emit, trial.recruits[0])
            person = Act(self.tr("Enter this person…"), enter, "add", manner="primary")
            line.addWidget(act_button(person))
        else:
            line.addWidget(act_button(keep))
        line.addWidget(act_button(Act(self.tr("Drop"), self.drop, "close", manner="quiet")))
        line.addWidget(label(note, "caption", tone="muted", wraps=True), 1)
        return line

    def _why_not_kept(self, trial: Trial) -> str:
        if trial.can_keep:
            return ""
        if trial.recruits:
            return self.tr("Enter the person into the pool, then propose the juries again.")
        return self.tr("Decided elsewhere: make the change there, then propose the juries again.")

    def _nothing_found(self, told: Reasoned) -> FindingLine:
        if told.is_known:
            free = self.tr("Nothing stands in the way: propose the juries again.")
            return FindingLine("good", free)
        return FindingLine("warning", self.tr("There was no time to find out. Ask again."))

    def _proof(self, told: Reasoned) -> str:
        if told.is_smallest:
            return self.tr("Proved: no smaller set of facts would block.")
        if told.is_minimal:
            return self.tr("Proved: each of these facts is needed to block.")
        return self.tr("There was no time to make this list shorter.")

    def _lines(self, found: Iterable[Finding], gravity: Gravity) -> list[FindingLine]:
        return [FindingLine(gravity, finding_text(one, self._wording)) for one in found]

    def _take(self, trial: Trial) -> None:
        if trial.recruits:
            self.person_requested.emit(trial.recruits[0])
        elif trial.can_keep:
            self.keep_requested.emit(trial)

    def _number_pressed(self, key: int) -> OfferedRepair | None:
        offered = self.told.repairs if self.told else ()
        at = key - Qt.Key.Key_1
        return offered[at] if 0 <= at < len(offered) and offered[at].can_try else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask why, try, keep, drop or move on."""
        keys, key = Qt.Key, event.key()
        offered = self._number_pressed(key)
        if key == keys.Key_W:
            self.why_requested.emit(self.key)
        elif offered is not None:
            self.trial_requested.emit(self.key, offered)
        elif key in ENTER and self.trial is not None:
            self._take(self.trial)
        elif key == keys.Key_Escape and self.trial is not None:
            self.drop()
        elif key in {keys.Key_Up, keys.Key_Down}:
            self.moved.emit(1 if key == keys.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def _gravity(found: Finding) -> Gravity:
    return "blocking" if found.code == LOSS else "warning"
