"""The register of parchments as a workbook: what an inspector asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.exchange.roster_table import Column, Kind, RosterTable
from jurydesk.exchange.roster_writer import write_roster
from jurydesk.finding_text import term
from jurydesk.services.parchments import read_register

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jurydesk.exchange.roster_table import TableValue
    from jurydesk.services.parchments import RegisterLine
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording

REGISTER_COLUMNS = (
    ("NUMBER", Kind.CODE),
    ("HOLDER", Kind.TEXT),
    ("BORN", Kind.DATE),
    ("CERTIFICATION", Kind.CODE),
    ("TITLE", Kind.TEXT),
    ("LEVEL", Kind.INTEGER),
    ("DECIDED", Kind.DATE),
    ("MINUTES", Kind.CODE),
    ("DELIVERED", Kind.DATE),
    ("DUPLICATE", Kind.CODE),
    ("REASON", Kind.TEXT),
    ("MARK", Kind.TEXT),
)


def export_register(
    desk: Desk, *, path: Path, wording: Wording, only: Iterable[str] | None = None
) -> int:
    """Write the register, or the lines with these numbers; return how many lines it has.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    wanted = None if only is None else set(only)
    lines = [one for one in read_register(desk).lines if wanted is None or one.key in wanted]
    title = wording.text("REGISTER-TITLE")
    columns = tuple(
        Column(wording.text(f"REGISTER-COL-{name}"), kind) for name, kind in REGISTER_COLUMNS
    )
    rows = tuple(_row(line, wording) for line in lines)
    write_roster(path, (RosterTable(title, title, columns, rows),))
    return len(lines)


def _row(line: RegisterLine, wording: Wording) -> tuple[TableValue, ...]:
    one, content = line.parchment, line.parchment.content
    return (
        one.number,
        content.holder,
        content.birth_date,
        content.certification,
        content.title,
        content.level,
        content.decided_on,
        content.minutes,
        one.delivered_on,
        one.duplicate_of,
        one.reason,
        term("parchment_mark", line.mark, wording),
    )
