"""The summonses of a released plan as papers of the session: one for each person, for the post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.filenames import summons_stem
from jurydesk.documents.summonses import render_employer_copy, render_summons
from jurydesk.domain.outbox import MessageReason
from jurydesk.services.convening import Convening
from jurydesk.services.convening_files import ENDINGS, ROLE_NAMES, Part
from jurydesk.services.paper_kinds import READY, PaperStanding, PaperState
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.releasing import telling_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jurydesk.domain.convening import SummonsContent
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


def print_summonses(desk: Desk, *, code: str, wording: Wording) -> Iterator[PrintedPaper]:
    """Print what each person of the released plan is sent; nothing before it is released."""
    contents, texts = _contents(desk, code, wording)
    for one in contents:
        pdf = render_summons(one, texts, wording=wording)
        yield PrintedPaper(_name(one, Part.SUMMONS), pdf)


def print_employer_copies(desk: Desk, *, code: str, wording: Wording) -> Iterator[PrintedPaper]:
    """Print what members who may be employed hand to their employer (D3142-32)."""
    contents, texts = _contents(desk, code, wording)
    for one in contents:
        if one.is_for_employer:
            pdf = render_employer_copy(one, texts, wording=wording)
            yield PrintedPaper(_name(one, Part.EMPLOYER), pdf)


def once_released(_unit: UnitOfWork, session: Session) -> PaperStanding:
    """Tell of a paper that says what the released plan asks of people."""
    if session.release is not None:
        return READY
    return PaperStanding(PaperState.MISSING, "PAPER-NOT-RELEASED")


def _contents(
    desk: Desk, code: str, wording: Wording
) -> tuple[list[SummonsContent], Mapping[str, str]]:
    today = desk.clock.today()
    with desk.open_unit() as unit:
        telling = telling_in(unit, code, today=today)
        asked = [one for one in telling.contacts if one.after]
        convening = Convening(unit, telling.session, asked, today=today, wording=wording)
        every = [
            convening.content(one, one.reason or MessageReason.CONVENED, uid="") for one in asked
        ]
        return every, convening.texts


def _name(one: SummonsContent, part: Part) -> str:
    return summons_stem(one.session, ROLE_NAMES[one.role], one.number) + ENDINGS[part]
