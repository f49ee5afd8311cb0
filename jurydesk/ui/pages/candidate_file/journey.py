"""Path of the candidacy, in the candidate's file: stages, what may be done next, history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
from typing_extensions import override

from jurydesk.domain.journeys import Waiting
from jurydesk.domain.steps import StepKind
from jurydesk.services.journeys import StepSubject, journey_of
from jurydesk.ui.operations.steps import StepTaker
from jurydesk.ui.pages.candidate_file.conditions import ConditionsCard
from jurydesk.ui.pages.candidate_file.section import Section
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from jurydesk.domain.journeys import Progress
    from jurydesk.domain.step_rules import Refusal
    from jurydesk.domain.steps import Step
    from jurydesk.services.journeys import JourneyView, StepOption
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.theme.scale import TextRole
    from jurydesk.ui.theme.tokens import Tone

LOOKS: dict[Waiting, tuple[str, Tone]] = {
    Waiting.DONE: ("check-circle", "success"),
    Waiting.CURRENT: ("half", "accent"),
    Waiting.TO_COME: ("circle", "muted"),
    Waiting.STOPPED: ("blocked", "danger"),
}
AWAITS_JURY = "STEP-11"
"""Nobody can do anything about it here: it is said as a state, not as a refusal."""
WIDTH = 820


class JourneySection(Section):
    """The stages of the route in order, each with the acts that do it."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; the stages come with the file."""
        super().__init__(context)
        self.view: JourneyView | None = None
        self.taker = StepTaker(context, self)
        self.conditions = ConditionsCard(context)
        self.act_buttons: dict[StepKind, QPushButton] = {}
        self.revoke_buttons: dict[int, QPushButton] = {}
        self._primary: QPushButton | None = None
        self._name = ""
        outer = row(self, margins=(Space.XL, 0, Space.XL, Space.XL))
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        self._content = column(content, spacing=Space.L)
        outer.addWidget(content, 1)
        outer.addStretch(0)

    @override
    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Ask for the journey of that candidacy."""
        self._name = file.candidate.full_name
        call = partial(journey_of, self.context.desk, candidacy_id=candidacy_id)
        self.context.runner.submit(call, done=self._on_view, receiver=self)

    @override
    def take_focus(self) -> None:
        """Put the focus on the act that is to be done now."""
        first = self._primary or next(iter(self.act_buttons.values()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, kind: StepKind) -> None:
        """Open the dialog of one step."""
        if self.view is not None:
            subject = StepSubject(self.view.candidacy.id)
            self.taker.ask(kind, subjects=(subject,), name=self._name)

    def revoke(self, step: Step) -> None:
        """Open the dialog of a revocation."""
        self.taker.revoke(step, name=self._name)

    def _on_view(self, view: JourneyView) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.view = view
        self.act_buttons, self.revoke_buttons, self._primary = {}, {}, None
        # It stays: a dialog may stand over it
        self._content.removeWidget(self.conditions)
        clear(self._content)
        self._content.addWidget(self._build_rail(view))
        self.conditions.show_view(view, name=self._name)
        self._content.addWidget(self.conditions)
        others = self._build_others(view)
        if others is not None:
            self._content.addWidget(others)
        self._content.addWidget(self._build_history(view))
        self._content.addStretch(1)
        if had_focus:
            self.take_focus()

    def _build_rail(self, view: JourneyView) -> QFrame:
        frame, layout = card(spacing=Space.M)
        layout.addWidget(label(self.tr("Stages"), "heading"))
        options = {option.kind: option for option in view.options}
        for stage in view.stages:
            layout.addWidget(self._build_stage(stage, options))
        return frame

    def _build_stage(self, stage: Progress, options: dict[StepKind, StepOption]) -> QWidget:
        shown = [options[kind] for kind in stage.steps if kind in options]
        possible = [option for option in shown if option.is_possible]
        is_current = stage.waiting is Waiting.CURRENT
        refusal = shown[0].refusal if is_current and shown and not possible else None
        name, tone = LOOKS[stage.waiting]
        holder = QWidget()
        line = row(holder, spacing=Space.M)
        line.addWidget(IconLabel(name, tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._build_words(stage, refusal), 1)
        acts = FlowRow(Space.S)
        acts.set_widgets(
            [self._button(one, is_first=is_current and not at) for at, one in enumerate(possible)]
        )
        line.addWidget(acts, 2)
        return holder

    def _build_words(self, stage: Progress, refusal: Refusal | None) -> QVBoxLayout:
        wording = self.context.wording
        words = column(spacing=0)
        role: TextRole = "strong" if stage.waiting is Waiting.CURRENT else "body"
        words.addWidget(label(term(wording, "journey", stage.code), role))
        waits = refusal is not None and refusal.code == AWAITS_JURY
        state = wording.text("waiting.JURY" if waits else f"waiting.{stage.waiting}")
        told = filter(None, (state, short_day(wording, stage.day)))
        words.addWidget(label(" · ".join(told), "caption", tone="muted"))
        if refusal is not None and not waits:
            text = wording.text(refusal.code, **dict(refusal.figures))
            words.addWidget(label(text, "caption", tone="warning", wraps=True))
        return words

    def _button(self, option: StepOption, *, is_first: bool = False) -> QPushButton:
        text = term(self.context.wording, "step", option.kind)
        icon = "shield" if option.line.is_legal_act else ""
        run = partial(self.take, option.kind)
        button = act_button(Act(f"{text}…", run, icon, manner="primary" if is_first else "plain"))
        self.act_buttons[option.kind] = button
        if is_first:
            self._primary = button
        return button

    def _build_others(self, view: JourneyView) -> QFrame | None:
        on_rail = {kind for stage in view.stages for kind in stage.steps}
        others = [o for o in view.options if o.kind not in on_rail and o.is_possible]
        if not others:
            return None
        frame, layout = card(spacing=Space.S)
        layout.addWidget(label(self.tr("Other acts"), "heading"))
        acts = FlowRow(Space.S)
        acts.set_widgets([self._button(option) for option in others])
        layout.addWidget(acts)
        return frame

    def _build_history(self, view: JourneyView) -> QFrame:
        frame, layout = card(spacing=Space.S)
        layout.addWidget(label(self.tr("Steps recorded"), "heading"))
        if not view.history:
            words = self.tr("No step is recorded yet: dates typed in the form leave no history.")
            layout.addWidget(label(words, tone="muted", wraps=True))
        for step in view.history:
            layout.addWidget(self._build_step(step, is_standing=step.id in view.standing))
        return frame

    def _build_step(self, step: Step, *, is_standing: bool) -> QWidget:
        wording = self.context.wording
        holder = QWidget()
        line = row(holder, spacing=Space.M)
        words = column(spacing=0)
        text = f"{wording.short_date(step.day)} · {wording.text(f'ACT-STEP-{step.kind}')}"
        if not is_standing and step.kind is not StepKind.REVOKED:
            text = self.tr("{step} (revoked)").format(step=text)
        words.addWidget(label(text, tone="plain" if is_standing else "muted", wraps=True))
        told = (step.actor, step.detail, step.reason)
        words.addWidget(
            label(" · ".join(part for part in told if part), "caption", tone="muted", wraps=True)
        )
        line.addLayout(words, 1)
        if is_standing and step.is_legal_act:
            run = partial(self.revoke, step)
            button = act_button(Act(self.tr("Revoke…"), run, manner="quiet"))
            self.revoke_buttons[step.id] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder
