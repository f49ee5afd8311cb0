"""Settings: how it looks on this machine, who certifies, the workspace and its trail."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QSpinBox, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services.planning_order import COMFORT, comfort_of
from jurydesk.services.settings import OfficeSettings, read_settings, save_settings
from jurydesk.services.workspace import backup, verify
from jurydesk.ui.operations.purging import Purging
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.retention_card import RetentionCard
from jurydesk.ui.pages.vault_card import VaultCard
from jurydesk.ui.theme.theme import TEXT_SIZES, THEME_CHOICES
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.calm import guard_wheel
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.form_fields import (
    ChoiceBox,
    Form,
    FormField,
    long_text_edit,
    text_edit,
    tick,
)
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.order_list import OrderList
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.switches import SegmentedControl
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.ports import StorageReport
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.theme.theme import ThemeChoice
    from jurydesk.wording import Language

MOST = 99
LINES = ("name", "address", "siret", "representative", "representative_role", "place")
NUMBERS = (
    "quorum",
    "consecutive_years",
    "yearly_juries",
    "calendar_months",
    "answer_days",
    "reminder_days",
)


class SettingsPage(Page):
    """Display at once; the office's settings by Save."""

    concerns: ClassVar[frozenset[str]] = frozenset({Kind.SETTING})

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the form; the values come with the first load."""
        super().__init__(context, parent)
        self._settings = OfficeSettings()
        self.header = PageHeader(self.tr("Settings"))
        self.form = Form()
        self.lines = {name: text_edit() for name in LINES}
        self.numbers = {name: _number() for name in NUMBERS}
        self.only_given_answers = tick(self.tr("Seat only those who said that they are free"))
        self.double_entry = tick(self.tr("Close only once a second person has typed the results"))
        self.order = OrderList({part: term(context.wording, "part", part) for part in COMFORT})
        self.recourse = long_text_edit(lines=5)
        self.health = FindingsList()
        self.purging = Purging(context, self)
        self._add_display()
        self._add_office()
        self._add_rules()
        self.vault = VaultCard(context, self)
        self._add_vault()
        self.retention = RetentionCard(context, self)
        self._add_retention()
        self._add_workspace()
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.form, 1)
        self._set_acts()

    @override
    def reload(self) -> None:
        """Ask for the settings in force."""
        call = partial(read_settings, self.context.desk)
        self.context.runner.submit(call, done=self._show)
        self.retention.refresh()

    def save(self) -> None:
        """Keep the office's settings, and how long data are kept."""
        call = partial(save_settings, self.context.desk, settings=self._answers())
        self.context.operations.perform(call, done=self._show)
        self.retention.save()

    def check_workspace(self) -> None:
        """Check the workspace and show what was found."""
        call = partial(verify, self.context.desk)
        self.context.runner.submit(call, done=self._on_verified)

    def choose_backup(self) -> None:
        """Ask where a copy of the workspace should go."""
        day = self.context.desk.clock.today()
        suggested = f"jurydesk-{day.isoformat()}.jurydesk"
        title = self.tr("Where should the copy go?")
        self.context.prompter.save_file(title, self._back_up, suggested=suggested)

    def _answers(self) -> OfficeSettings:
        texts = {name: edit.text().strip() for name, edit in self.lines.items()}
        return replace(
            self._settings,
            name=texts["name"],
            address=texts["address"],
            siret=texts["siret"],
            representative=texts["representative"],
            representative_role=texts["representative_role"],
            place=texts["place"],
            recourse=self.recourse.toPlainText().strip(),
            quorum=self.numbers["quorum"].value(),
            consecutive_years=self.numbers["consecutive_years"].value(),
            yearly_juries=self.numbers["yearly_juries"].value(),
            calendar_months=self.numbers["calendar_months"].value(),
            answer_days=self.numbers["answer_days"].value(),
            reminder_days=self.numbers["reminder_days"].value(),
            only_given_answers=self.only_given_answers.isChecked(),
            double_entry=self.double_entry.isChecked(),
            planning_order="" if self.order.order() == COMFORT else ",".join(self.order.order()),
        )

    def _show(self, settings: OfficeSettings) -> None:
        self._settings = settings
        for name, edit in self.lines.items():
            edit.setText(str(getattr(settings, name)))
        for name, box in self.numbers.items():
            box.setValue(int(getattr(settings, name)))
        self.only_given_answers.setChecked(settings.only_given_answers)
        self.double_entry.setChecked(settings.double_entry)
        self.order.set_order(comfort_of(settings.planning_order))
        self.recourse.setPlainText(settings.recourse)

    def _set_acts(self) -> None:
        self.header.set_acts(Act(self.tr("Save"), self.save, "check", "Ctrl+S"))

    def _add_display(self) -> None:
        preferences = self.context.preferences
        self.form.add_section(
            self.tr("Display"), self.tr("On this machine only; every choice holds at once.")
        )
        languages = SegmentedControl((("fr", "Français"), ("en", "English")), preferences.language)
        languages.chosen.connect(self._on_language)
        self.form.add("language", FormField(self.tr("Language"), languages))
        words: dict[ThemeChoice, str] = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        choices = [(one, words[one]) for one in THEME_CHOICES]
        self.themes = SegmentedControl(choices, preferences.theme)
        self.themes.chosen.connect(self._on_theme)
        preferences.theme_changed.connect(self._on_theme_changed)
        self.form.add("theme", FormField(self.tr("Theme"), self.themes))
        sizes = [(size, f"{round(size * 100)}\u00a0%") for size in TEXT_SIZES]
        text_size = ChoiceBox(sizes, preferences.text_size)
        text_size.chosen.connect(self._on_text_size)
        self.form.add("text_size", FormField(self.tr("Text size"), text_size))

    def _add_office(self) -> None:
        self.form.add_section(
            self.tr("Certifying body"), self.tr("Printed in the minutes and on every paper.")
        )
        labels = {
            "name": self.tr("Name"),
            "address": self.tr("Address"),
            "siret": "SIRET",
            "representative": self.tr("Represented by"),
            "representative_role": self.tr("In the quality of"),
            "place": self.tr("Usual place of sessions"),
        }
        for name in LINES:
            wide = name in {"name", "address", "place"}
            self.form.add(name, FormField(labels[name], self.lines[name]), is_wide=wide)
        hint = self.tr("The words that tell candidates how to complain or appeal.")
        self.form.add(
            "recourse", FormField(self.tr("Appeals"), self.recourse, hint=hint), is_wide=True
        )

    def _add_rules(self) -> None:
        self.form.add_section(
            self.tr("Limits"), self.tr("Where the law leaves the figure to the office.")
        )
        labels = {
            "quorum": self.tr("Deliberating members at least"),
            "consecutive_years": self.tr("Years in a row at most"),
            "yearly_juries": self.tr("Juries a year at most"),
            "calendar_months": self.tr("Months read in an examiner's calendar"),
            "answer_days": self.tr("Days before the session for an answer"),
            "reminder_days": self.tr("Days without an answer before a reminder"),
        }
        for name in NUMBERS:
            self.form.add(name, FormField(labels[name], self.numbers[name]))
        self.form.add_wide(self.only_given_answers)
        self.form.add_wide(self.double_entry)
        hint = self.tr(
            "After who is heard and the law's deadlines. Drag a line, or move it by Ctrl and an"
            " arrow; the first counts most."
        )
        field = FormField(self.tr("What counts when juries are proposed"), self.order, hint=hint)
        self.form.add("planning_order", field, is_wide=True)

    def _add_vault(self) -> None:
        self.form.add_section(
            self.tr("Social security numbers"),
            self.tr("Sealed under a passphrase that the office shares."),
        )
        self.form.add_wide(self.vault)

    def _add_retention(self) -> None:
        self.form.add_section(
            self.tr("How long data are kept"),
            self.tr("Nothing goes by itself: what is past its time is shown before it is purged."),
        )
        self.form.add_wide(self.retention)

    def _add_workspace(self) -> None:
        self.form.add_section(self.tr("Workspace"), self.context.desk.storage.label)
        buttons = QWidget()
        line = row(buttons)
        line.addWidget(act_button(Act(self.tr("Check now"), self.check_workspace, "shield")))
        line.addWidget(act_button(Act(self.tr("Make a copy…"), self.choose_backup, "save")))
        past = Act(self.tr("Documents past their time…"), self.purging.ask, "clock", "Ctrl+T")
        line.addWidget(act_button(past))
        line.addStretch(1)
        self.form.add_wide(buttons)
        self.form.add_wide(self.health)

    def _back_up(self, path: Path) -> None:
        call = partial(backup, self.context.desk, target=path)
        self.context.runner.submit(call, done=self._on_backed_up)

    def _on_backed_up(self, path: Path) -> None:
        text = self.tr("Copied and checked: {file}").format(file=path.name)
        self.context.toasts.show_message(text)

    def _on_verified(self, report: StorageReport) -> None:
        wording = self.context.wording
        lines = [
            FindingLine("blocking", wording.text(code, detail=detail), code)
            for code, detail in report.problems
        ]
        if report.broken_event is not None:
            text = self.tr("The trail was altered: event {number} does not hold.")
            lines.append(FindingLine("blocking", text.format(number=report.broken_event)))
        for number in report.altered_minutes:
            text = self.tr("Minutes {number} were altered after they were made final.")
            lines.append(FindingLine("blocking", text.format(number=number)))
        if report.sound:
            text = self.tr("Everything holds: file, links, trail of {count} events, minutes.")
            lines.append(FindingLine("good", text.format(count=report.audit_events)))
        self.health.set_lines(lines)

    def _on_language(self, value: object) -> None:
        self.context.preferences.choose_language(cast("Language", value))

    def _on_theme(self, value: object) -> None:
        self.context.preferences.choose_theme(cast("ThemeChoice", value))

    def _on_theme_changed(self) -> None:
        self.themes.set_value(self.context.preferences.theme)

    def _on_text_size(self, value: object) -> None:
        self.context.preferences.choose_text_size(float(str(value)))


def _number() -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, MOST)
    guard_wheel(box)
    return box
