"""Commands on the office's settings: show, set."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.tables import table
from jurydesk.services.settings import OfficeSettings, read_settings, save_settings, with_setting

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("settings")
    family.command("show", show)
    family.command("set", set_, "name", "value")


def show(call: Call) -> int:
    """Show who certifies, the limits and the words on appeals."""
    with call.desk() as desk:
        settings = read_settings(desk)
    _answer(call, settings)
    return Exit.DONE


def set_(call: Call) -> int:
    """Set one of them."""
    with call.desk() as desk:
        settings = with_setting(read_settings(desk), call.options.name, call.options.value)
        _answer(call, save_settings(desk, settings=settings).value)
    return Exit.DONE


def _answer(call: Call, settings: OfficeSettings) -> None:
    values = asdict(settings)
    call.answer({"settings": values}, _lines(values, call.wording))


def _lines(values: dict[str, str | int], words: Wording) -> list[str]:
    headings = [words.text("COL-SETTING"), words.text("COL-VALUE")]
    return table(headings, values.items())
