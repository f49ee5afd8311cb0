"""Whether the jury may decide on one candidate as it stands, and if not, why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.room_rules import (
    check_declarations,
    check_gone,
    check_number,
    check_presiding,
    check_ties,
)
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.voting import (
    deliberating_jurors,
    is_there,
    present_jurors,
    presiding_at,
    presiding_over,
    recused_from,
)


@dataclass(frozen=True, slots=True)
class Regularity:
    """How many decide on one candidate, how many must, and what speaks against it."""

    deliberating: int
    voters: int
    """Members of the jury who have a vote."""
    quorum: int
    reasons: tuple[Finding, ...] = ()
    """What makes it irregular, and what has made it weaker without breaking it."""

    @property
    def is_regular(self) -> bool:
        """Tell whether the decision of these members would stand."""
        return not blocking(self.reasons)


def regularity_of(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> Regularity:
    """Judge a whole hearing: who heard the candidate throughout, declared, and presides."""
    deciding = deliberating_jurors(jury, hearing, deliberation)
    present = present_jurors(jury, deliberation)
    president = presiding_over(jury, hearing, deliberation)
    return _judged(
        facts, jury, hearing, deliberation=deliberation, room=(deciding, present, president)
    )


def regularity_at(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation, *, at: time
) -> Regularity:
    """Judge one moment of the day: who of the members is in the room then."""
    there = tuple(
        juror
        for juror in present_jurors(jury, deliberation)
        if is_there(deliberation.presence(jury.number, juror.examiner_id), at=at)
    )
    recused = recused_from(hearing, deliberation)
    deciding = tuple(j for j in there if j.deliberates and j.examiner_id not in recused)
    president = presiding_at(jury, deliberation, at=at, without=recused)
    return _judged(
        facts, jury, hearing, deliberation=deliberation, room=(deciding, there, president)
    )


def _judged(
    facts: SessionFacts,
    jury: Jury,
    hearing: Hearing,
    *,
    deliberation: Deliberation,
    room: tuple[tuple[Juror, ...], tuple[Juror, ...], int | None],
) -> Regularity:
    deciding, sitting, president = room
    recused = recused_from(hearing, deliberation)
    came = (j for j in present_jurors(jury, deliberation) if j.deliberates)
    gone = tuple(j for j in came if j not in deciding and j.examiner_id not in recused)
    # Under the first edition nobody could be named to preside in the place of somebody else
    named = deliberation.asks_declarations
    reasons = (
        *check_number(facts, hearing, deciding),
        *(check_presiding(facts, jury, hearing, president) if named else ()),
        *check_ties(facts, hearing, deliberation, sitting),
        *check_declarations(facts, jury, deliberation, deciding),
        *check_gone(facts, hearing, gone),
    )
    voters = sum(juror.deliberates for juror in jury.jurors)
    return Regularity(len(deciding), voters, facts.limits.quorum, reasons)
