"""Commands on the office's settings: show, set."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from jurydesk.cli import passphrase
from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.finding_text import term
from jurydesk.services.retention import named_duration, read_retentions, save_retentions
from jurydesk.services.settings import read_settings, save_settings, with_setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.retention import Retention
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("settings")
    family.command("show", show)
    family.command("set", set_, "name", "value")
    passphrase.add_to(family)


def show(call: Call) -> int:
    """Show who certifies, the limits, the words on appeals and how long data are to be kept."""
    with call.desk() as desk:
        values, kept = asdict(read_settings(desk)), read_retentions(desk)
    document = {"settings": values, "retention": plain(kept)}
    call.answer(document, [*_lines(values, call.wording), "", *_kept(kept, call.wording)])
    return Exit.DONE


def set_(call: Call) -> int:
    """Set one of them; `retention.CLASS` in months, empty for no end."""
    name, value = call.options.name, call.options.value
    if name.startswith("retention."):
        return _set_duration(call, name, value)
    with call.desk() as desk:
        settings = with_setting(read_settings(desk), name, value)
        values = asdict(save_settings(desk, settings=settings).value)
    call.answer({"settings": values}, _lines(values, call.wording))
    return Exit.DONE


def _set_duration(call: Call, name: str, value: str) -> int:
    with call.desk() as desk:
        kept = save_retentions(desk, months=named_duration(name, value)).value
    call.answer({"retention": plain(kept)}, _kept(kept, call.wording))
    return Exit.DONE


def _lines(values: dict[str, str | int], words: Wording) -> list[str]:
    headings = [words.text("COL-SETTING"), words.text("COL-VALUE")]
    return table(headings, values.items())


def _kept(retentions: Iterable[Retention], words: Wording) -> list[str]:
    headings = [words.text(f"COL-{name}") for name in ("DATA", "KEPT", "SINCE", "GROUND")]
    rows = [
        (
            term("retention", retention.data, words),
            _duration(retention, words),
            term("since", retention.data, words),
            term("ground", retention.ground, words),
        )
        for retention in retentions
    ]
    return [words.text("CLI-RETENTION"), *table(headings, rows)]


def _duration(retention: Retention, words: Wording) -> str:
    if retention.months is None:
        return words.text("CLI-RETENTION-ENDLESS")
    return words.text("CLI-RETENTION-MONTHS", count=retention.months)
