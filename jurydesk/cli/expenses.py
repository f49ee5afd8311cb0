"""Commands on the expenses of the jury members: rates, claims of a session, lists, statements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli import expense_claims
from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.documents_as_json import finding_lines, plain
from jurydesk.cli.expense_lists import (
    claim_document,
    claim_lines,
    rate_lines,
    statement_document,
    statement_lines,
)
from jurydesk.domain.expenses import ClaimStatus, ExpenseKind
from jurydesk.errors import WrongUsage
from jurydesk.services.expense_export import export_expenses
from jurydesk.services.expense_papers import (
    print_claim,
    print_session_expenses,
    print_year_expenses,
)
from jurydesk.services.expense_preparing import prepare_claims
from jurydesk.services.expense_rates import rate_from, read_rates, remove_rate, set_rate
from jurydesk.services.expenses import ExpenseQuery, expense_statement, read_expense
from jurydesk.services.printing import ensure_paper, write_paper

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group, Options
    from jurydesk.services.ports import Desk

SHEET = ".xlsx"


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("expenses")
    changed = family.command("rates", rates).option(
        "set", choices=list(ExpenseKind), meaning="expense-set"
    )
    changed.option("amount", meaning="expense-rate").option(
        "since", type_=iso_day, meaning="expense-since"
    )
    changed.option("until", type_=iso_day, meaning="expense-until").option(
        "seat", default="", meaning="expense-seat"
    )
    changed.option("note", default="", meaning="expense-note")
    changed.option("remove", type_=int, meaning="expense-remove")
    prepared = family.command("prepare", prepare, "code")
    prepared.option("examiner", type_=int, meaning="expense-examiner")
    asked = _ask(family.command("list", list_)).option(
        "state", choices=list(ClaimStatus), meaning="expense-state"
    )
    asked.option("examiner", type_=int, meaning="expense-examiner")
    family.command("show", show).positional("claim", type_=int)
    _ask(family.command("statement", state)).option("out", type_=Path, meaning="expense-out")
    family.command("print", print_).positional("claim", type_=int).positional("out")
    expense_claims.add_to(family)


def _ask(options: Options) -> Options:
    return options.option("session", default="").option("year", type_=int, meaning="expense-year")


def rates(call: Call) -> int:
    """List the rates; with `--set` or `--remove`, change them first."""
    options = call.options
    with call.desk() as desk:
        if options.set:
            if options.amount is None or options.since is None:
                raise WrongUsage("EXPENSE-RATE-INCOMPLETE")
            set_rate(
                desk,
                kind=ExpenseKind(options.set),
                amount=rate_from(options.amount),
                since=options.since,
                until=options.until,
                seat=options.seat,
                note=options.note,
            )
        if options.remove is not None:
            remove_rate(desk, rate_id=options.remove)
        book = read_rates(desk)
    call.answer({"rates": [plain(one) for one in book.rates]}, rate_lines(book.rates, call.wording))
    return Exit.DONE


def prepare(call: Call) -> int:
    """Write the fees of a session from who sat."""
    options = call.options
    people = None if options.examiner is None else [options.examiner]
    with call.desk() as desk:
        done = prepare_claims(desk, code=options.code, examiner_ids=people).value
    counts = {
        "created": len(done.created),
        "changed": len(done.changed),
        "same": len(done.same),
        "closed": len(done.closed),
    }
    document = {**counts, "claims": [plain(one) for one in done.claims]}
    call.answer(document, [call.wording.text("CLI-EXPENSES-PREPARED", **counts)])
    return Exit.DONE


def list_(call: Call) -> int:
    """List claims with what is due and paid."""
    options = call.options
    query = ExpenseQuery(
        session=options.session,
        year=options.year,
        examiner_id=options.examiner,
        status=ClaimStatus(options.state) if options.state else None,
    )
    return _tell(call, query)


def show(call: Call) -> int:
    """Show one claim: its lines, receipts and payments, and what is wrong with it."""
    with call.desk() as desk:
        row = read_expense(desk, claim_id=call.options.claim)
    lines = [*claim_lines(row, call.wording), *finding_lines(row.findings, call.wording)]
    call.answer(claim_document(row, call.wording), lines)
    return Exit.FINDINGS if row.blocking else Exit.DONE


def state(call: Call) -> int:
    """Say what is due and paid for a session, a year or all; with `--out`, as a PDF or workbook."""
    options = call.options
    query = ExpenseQuery(session=options.session, year=options.year)
    if not options.out:
        return _tell(call, query)
    return _write_statement(call, query)


def print_(call: Call) -> int:
    """Print a claim to be signed."""
    options = call.options
    with call.desk() as desk:
        ensure_paper(options.out)
        paper = print_claim(desk, claim_id=options.claim, wording=call.wording)
        write_paper(options.out, paper)
    call.answer({"file": str(options.out)}, [str(options.out)])
    return Exit.DONE


def _tell(call: Call, query: ExpenseQuery) -> int:
    with call.desk() as desk:
        statement = expense_statement(desk, query=query)
    words = call.wording
    call.answer(statement_document(statement, words), statement_lines(statement, words))
    return Exit.DONE


def _write_statement(call: Call, query: ExpenseQuery) -> int:
    out: Path = call.options.out
    with call.desk() as desk:
        ensure_paper(out)
        if out.suffix.lower() == SHEET:
            export_expenses(desk, path=out, wording=call.wording, query=query)
        else:
            _write_paper(call, desk, out)
    call.answer({"file": str(out)}, [str(out)])
    return Exit.DONE


def _write_paper(call: Call, desk: Desk, out: Path) -> None:
    options = call.options
    if options.session:
        paper = print_session_expenses(desk, code=options.session, wording=call.wording)
    elif options.year is not None:
        paper = print_year_expenses(desk, year=options.year, wording=call.wording)
    else:
        raise WrongUsage("EXPENSE-STATEMENT-OF")
    write_paper(out, paper)
