"""Which certifications a session judges, and which of them is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import certification_by_code

if TYPE_CHECKING:
    from jurydesk.domain.certification import Certification
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork


def sheets_named(unit: UnitOfWork, codes: tuple[str, ...]) -> tuple[Certification, ...]:
    """Return the sheets of a session, each once.

    Raises:
        WrongUsage: there is none, or the workspace does not have one of them.
    """
    found = {sheet.code: sheet for sheet in (certification_by_code(unit, c) for c in codes)}
    if not found:
        raise WrongUsage("SESSION-WITHOUT-CERTIFICATION")
    return tuple(found.values())


def judged_in(session: Session, certification: str) -> str:
    """Return the certification of a session that is meant; empty means the only one.

    Raises:
        WrongUsage: the session does not judge it, or judges several and none is named.
    """
    every = session.certifications
    figures = {"session": session.code, "certifications": ", ".join(every)}
    if not certification:
        if session.has_several:
            raise WrongUsage("SESSION-WHICH-CERTIFICATION", figures)
        return every[0]
    written = certification.strip().upper().replace(" ", "")
    code = written if written.startswith("R") else f"RNCP{written}"
    if code not in every:
        raise WrongUsage("SESSION-OTHER-CERTIFICATION", figures | {"certification": code})
    return code


def judged_by(session: Session, examiner_id: int) -> tuple[str, ...]:
    """Return what the juries judge in which somebody sits; all of it where they sit in none."""
    seated = (jury.certification for jury in session.juries if jury.juror(examiner_id))
    return tuple(dict.fromkeys(seated)) or session.certifications


def check_enrolled(unit: UnitOfWork, before: Session, after: Session) -> None:
    """Refuse to stop judging what somebody of the session aims at.

    Raises:
        RefusedByRule: somebody does.
    """
    gone = set(before.certifications) - set(after.certifications)
    if not gone:
        return
    for candidacy in unit.candidacies.some(after.candidacies):
        if candidacy.certification in gone:
            raise RefusedByRule(
                "SESSION-CERTIFICATION-NEEDED",
                {"session": after.code, "certification": candidacy.certification},
            )
