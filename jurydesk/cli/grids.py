"""Commands on evaluation grids: show, mark, agree, print, and the scale of a certification."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, plain
from jurydesk.cli.tables import table
from jurydesk.domain.certification import short_code
from jurydesk.domain.grids import Mark
from jurydesk.domain.scales import Scale, ScaleKind
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import grid_papers, grids, printing, scales

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.grids import BlockProposal
    from jurydesk.services.grid_board import GridBoard, GridColumn
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("grids")
    options = family.command("show", show, "code")
    options.option("candidacy", type_=int, required=True)
    options = family.command("mark", mark, "code", "item", "value")
    options.option("candidacy", type_=int, required=True)
    options.option("member", type_=int, meaning="grid-member").option("note", meaning="grid-note")
    options = family.command("agree", agree, "code")
    options.option("candidacy", type_=int, required=True).switch("median")
    options = family.command("print", print_, "code", "out_dir")
    options.option("candidacy", type_=int).switch("blank")
    options = family.command("scale", scale, "code")
    options.option("set", type_=Path, meaning="scale-set").switch("usual")


def show(call: Call) -> int:
    """Show the grids of one candidate side by side, and what the common one proposes."""
    options = call.options
    with call.desk() as desk:
        board = grids.open_grids(desk, code=options.code, candidacy_id=options.candidacy)
    return _answer(call, board)


def mark(call: Call) -> int:
    """Write one line of one grid; `-` empties it."""
    options = call.options
    with call.desk() as desk:
        where = {"code": options.code, "candidacy_id": options.candidacy}
        board = grids.open_grids(desk, **where)
        column = board.column(options.member)
        note = options.note
        if note is None:
            note = column.grid.mark(options.item).note if column else ""
        written = _mark(options.item, options.value, board.scale, note)
        board = grids.record_mark(desk, **where, examiner_id=options.member, mark=written).value
    return _answer(call, board)


def agree(call: Call) -> int:
    """Copy into the common grid what the members agree upon."""
    options = call.options
    with call.desk() as desk:
        board = grids.take_agreed(
            desk,
            code=options.code,
            candidacy_id=options.candidacy,
            with_median=options.median,
        ).value
    return _answer(call, board)


def print_(call: Call) -> int:
    """Write the grids of every candidate, or of one, each into a file of its own."""
    options = call.options
    with call.desk() as desk:
        papers = grid_papers.print_grids(
            desk,
            code=options.code,
            wording=call.wording,
            candidacy_id=options.candidacy,
            is_blank=options.blank,
        )
        paths = [printing.write_paper(options.out_dir / one.name, one) for one in papers]
    files = [str(path) for path in paths]
    call.answer({"session": options.code, "files": files}, files)
    return Exit.DONE


def scale(call: Call) -> int:
    """Print the scale of one certification as JSON, or set it from such a file."""
    options = call.options
    with call.desk() as desk:
        if options.set or options.usual:
            wanted = None if options.usual else scales.scale_from(_read(options.set))
            scales.save_scale(desk, certification=options.code, scale=wanted)
        named = scales.read_scale(desk, certification=options.code)
    document = json.loads(scales.scale_text(named.scale))
    lines = json.dumps(document, ensure_ascii=False, indent=2).splitlines()
    call.answer({"certification": named.certification, "set": named.is_set, **document}, lines)
    return Exit.DONE


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage("GRID-SCALE-UNREADABLE") from error


def _mark(item: str, value: str, in_force: Scale, note: str) -> Mark:
    """Read a value by the scale; whatever it cannot be is left to the rules to refuse."""
    if value == "-":
        return Mark(item, note=note)
    if in_force.kind is ScaleKind.POINTS:
        try:
            return Mark(item, points=Decimal(value.replace(",", ".")), note=note)
        except InvalidOperation:
            return Mark(item, level=value, note=note)
    return Mark(item, level=value.upper(), note=note)


def _answer(call: Call, board: GridBoard) -> int:
    words = call.wording
    document = {
        "session": board.session,
        "candidacy": board.candidacy_id,
        "name": board.candidate,
        "items": plain(board.items),
        "grids": [_column(one, words) for one in (*board.members, board.common)],
        "to_discuss": list(board.to_discuss()),
        "proposals": plain(board.proposals),
        "closed": board.is_closed,
    }
    call.answer(document, _lines(board, words))
    return Exit.DONE


def _column(one: GridColumn, words: Wording) -> dict[str, object]:
    return {
        "examiner": one.examiner_id,
        "name": one.name,
        "seat": one.seat,
        "marks": plain(one.grid.marks),
        "remark": one.grid.remark,
        "refused": finding_documents(one.refusals, words),
    }


def _lines(board: GridBoard, words: Wording) -> list[str]:
    columns = [one for one in (*board.members, board.common) if one.is_open]
    heads = [one.name or words.text("CLI-GRID-COMMON") for one in columns]
    rows = [
        [item.code, *(_written(one.grid.mark(item.code), words) for one in columns)]
        for item in board.items
    ]
    lines = [board.candidate, *table(["", *heads], rows), ""]
    lines += [_proposal(one, words) for one in board.proposals]
    if board.to_discuss():
        lines.append(words.text("CLI-GRID-DISCUSS", items=", ".join(board.to_discuss())))
    return lines


def _written(mark: Mark, words: Wording) -> str:
    return mark.level if mark.points is None else words.number(mark.points)


def _proposal(one: BlockProposal, words: Wording) -> str:
    outcome = words.text(f"RESULT-OUTCOME-{one.outcome}" if one.outcome else "CLI-GRID-OPEN")
    is_whole = one.block == "WHOLE"
    return words.text(
        "CLI-GRID-PROPOSES",
        block=term("block", one.block, words) if is_whole else short_code(one.block),
        marked=one.marked,
        lines=one.lines,
        reached=words.number(round(one.reached, 2)),
        threshold=words.number(one.threshold),
        outcome=outcome,
    )
