"""The papers on expenses: the claim of one person, statements of a session and of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.expense_claim import render_claim
from jurydesk.documents.expense_statement import render_statement
from jurydesk.documents.filenames import claim_name, statement_name
from jurydesk.domain.expense_papers import ClaimContent, StatementContent, statement_lines
from jurydesk.domain.expenses import totals
from jurydesk.services.expenses import ExpenseQuery, by_name, expense_rows
from jurydesk.services.facts import session_by_code, sheet_or_bare
from jurydesk.services.judged import judged_by
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from jurydesk.domain.certification import Certification
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


def print_claim(desk: Desk, *, claim_id: int, wording: Wording) -> PrintedPaper:
    """Print the claim of one person, to be signed.

    Raises:
        WrongUsage: there is none with that number.
    """
    with desk.open_unit() as unit:
        claim = unit.claims.get(claim_id)
        session = unit.sessions.get(claim.session_id)
        sheets = _sheets(unit, judged_by(session, claim.examiner_id))
        content = ClaimContent(
            certifier=settings_in(unit).certifier(sheets[0]),
            claim=claim,
            examiner=unit.examiners.get(claim.examiner_id),
            session=session,
            certification_title=_titles(sheets),
            printed_on=desk.clock.today(),
        )
    return PrintedPaper(claim_name(session.code, claim.id), render_claim(content, wording=wording))


def print_session_expenses(desk: Desk, *, code: str, wording: Wording) -> PrintedPaper:
    """Print what is due and paid for one session.

    Raises:
        WrongUsage: there is none with that code.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        sheets = _sheets(unit, session.certifications)
        query = ExpenseQuery(session=session.code)
        content = _statement(desk, unit, query, sheets=sheets, session=session)
    name = statement_name(session.code)
    return PrintedPaper(name, render_statement(content, wording=wording))


def print_year_expenses(desk: Desk, *, year: int, wording: Wording) -> PrintedPaper:
    """Print what is due and paid for the sessions of one calendar year."""
    with desk.open_unit() as unit:
        sheets = _sheets(unit, ("",))
        content = _statement(desk, unit, ExpenseQuery(year=year), sheets=sheets)
    return PrintedPaper(statement_name(str(year)), render_statement(content, wording=wording))


def _statement(
    desk: Desk,
    unit: UnitOfWork,
    query: ExpenseQuery,
    *,
    sheets: tuple[Certification, ...],
    session: Session | None = None,
) -> StatementContent:
    rows = expense_rows(unit, query)
    return StatementContent(
        certifier=settings_in(unit).certifier(sheets[0]),
        lines=statement_lines((row.claim, row.examiner, row.session) for row in by_name(rows)),
        totals=totals(tuple(row.claim for row in rows)),
        printed_on=desk.clock.today(),
        session=session,
        year=query.year,
        certification_title=_titles(sheets),
    )


def _sheets(unit: UnitOfWork, codes: tuple[str, ...]) -> tuple[Certification, ...]:
    return tuple(sheet_or_bare(unit, code) for code in codes)


def _titles(sheets: tuple[Certification, ...]) -> str:
    return ", ".join(sheet.title for sheet in sheets if sheet.title)
