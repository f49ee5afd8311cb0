"""The sheet for whoever prepares a candidate for another jury: what was missing, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.filenames import aftermath_name
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.letters import LetterFrame
from jurydesk.finding_text import term
from jurydesk.services.issued import latest, stated_in
from jurydesk.services.letter_values import name_in_letters
from jurydesk.services.letters import print_letter
from jurydesk.services.notification_letters import result_values
from jurydesk.services.notifying import closed_session
from jurydesk.services.printing import PrintedPaper

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.services.issued import Stated
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording

_TO_PREPARE = frozenset({Decision.PARTIAL, Decision.NONE})


def print_trainer_sheets(
    desk: Desk, *, code: str, wording: Wording, candidacies: Iterable[int] | None = None
) -> tuple[PrintedPaper, ...]:
    """Print a sheet for each candidate who has something left to prepare; nothing of votes.

    Raises:
        RefusedByRule: the session is not closed.
    """
    wanted = None if candidacies is None else set(candidacies)
    with desk.open_unit() as unit:
        session = closed_session(unit, code)
        return tuple(
            _print(unit, stated, wording=wording)
            for minutes in latest(unit.minutes.of_session(session.id))
            for stated in stated_in(minutes)
            if stated.candidate.decision in _TO_PREPARE
            and stated.candidate.candidacy_id in session.standing_hearings
            and (wanted is None or stated.candidate.candidacy_id in wanted)
        )


def _print(unit: UnitOfWork, stated: Stated, *, wording: Wording) -> PrintedPaper:
    told, content = stated.candidate, stated.minutes.content
    path = unit.candidacies.get(told.candidacy_id)
    values = {
        "candidate": name_in_letters(unit.candidates.get(path.candidate_id), wording),
        "trainer": _trainer(path),
        "certification_title": content.certification.title,
        "certification_code": content.certification.code,
        "level": "" if content.certification.level is None else str(content.certification.level),
        "session": content.session_code,
        "heard_on": told.start.date(),
        "decision": term("decision", str(told.decision), wording),
        "route": term("route", told.route.value, wording),
        "whole": bool(content.certification.whole),
    }
    frame = LetterFrame(
        certifier=content.certifier,
        reference=wording.text("aftermath.reference", session=content.session_code),
        is_signed=False,
    )
    pdf = print_letter(
        unit,
        "trainer-sheet",
        values | result_values(told, content.certification, wording),
        frame=frame,
        wording=wording,
    )
    name = aftermath_name("fiche-accompagnement", content.session_code, told.candidacy_id)
    return PrintedPaper(name, pdf)


def _trainer(path: Candidacy) -> str:
    return (path.accompanist or path.training.trainer).strip()
