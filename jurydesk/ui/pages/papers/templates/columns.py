"""What the list of the texts of letters shows, and its filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter

if TYPE_CHECKING:
    from jurydesk.services.letters import TemplateRow
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording


def template_columns(wording: Wording) -> tuple[Column[TemplateRow], ...]:
    """Return the columns, the name first."""
    return (
        Column(
            "name",
            translate("Templates", "Text"),
            lambda row: wording.text(f"letter.{row.kind.code}"),
            stretches=True,
            width=30,
        ),
        Column(
            "language",
            translate("Templates", "Language"),
            language_text,
            width=12,
        ),
        Column(
            "state",
            translate("Templates", "State"),
            state_text,
            tone=state_tone,
            is_chip=True,
            width=20,
        ),
        Column(
            "code",
            translate("Templates", "Code"),
            lambda row: row.kind.code,
            is_hidden=True,
            width=18,
        ),
    )


def language_text(row: TemplateRow) -> str:
    """Return the language of a text by its own name."""
    return {"fr": "Français", "en": "English"}[row.language]


def state_text(row: TemplateRow) -> str:
    """Say whose text is in force."""
    if row.problems:
        return translate("Templates", "to be corrected")
    if row.is_own:
        return translate("Templates", "your own")
    return translate("Templates", "shipped")


def state_tone(row: TemplateRow) -> Tone:
    """Return what the state means."""
    if row.problems:
        return "danger"
    return "accent" if row.is_own else "muted"


def template_filters() -> tuple[RowFilter[TemplateRow], ...]:
    """Return the filters of the list."""
    return (
        RowFilter("own", translate("Templates", "Your own"), lambda row: row.is_own),
        RowFilter("fr", "Français", lambda row: row.language == "fr"),
        RowFilter("en", "English", lambda row: row.language == "en"),
    )
