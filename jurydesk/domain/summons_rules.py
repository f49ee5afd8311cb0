"""What answers to summonses mean for a session: who declined, who is silent, who was told late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jurydesk.domain.clock_terms import TERMS, ClockKind
from jurydesk.domain.findings import Finding, Subject
from jurydesk.domain.people import Examiner
from jurydesk.domain.release import Appointment, Role
from jurydesk.domain.rules import Figures, found
from jurydesk.domain.session import Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.subjects import of_examiner, of_jury
from jurydesk.domain.summons import Reply, Summons


def check_examiner_answer(facts: SessionFacts, jury: Jury, examiner: Examiner) -> Iterator[Finding]:
    """Yield what the summons of one examiner says against seating them in that jury."""
    summons = facts.summons_of((Role.EXAMINER, examiner.id))
    if summons is None:
        return
    subjects = (of_examiner(examiner), of_jury(jury))
    when: Figures = {"day": jury.day, "half_day": jury.half_day, "jury": jury.number}
    if summons.has_declined(jury.half):
        yield found("CALL-01", *subjects, **when)
        return
    halves = {(one.day, one.half_day) for one in summons.unanswered}
    if summons.due is not None and summons.is_overdue(facts.today) and jury.half in halves:
        yield found("CALL-02", *subjects, **when, due=summons.due)


def employer_deadline(day: date) -> date:
    """Return the last day on which a summons leaves the fifteen days to the employer (D3142-32)."""
    return TERMS[ClockKind.EMPLOYER].term.end(day)


def check_notices(facts: SessionFacts) -> Iterator[Finding]:
    """Yield which members were summoned too late for the notice to an employer (D3142-32).

    Of whom it is not known whether they are employed, they might be. It is no price of a plan:
    whoever stood in would be summoned later still.
    """
    for jury in facts.session.juries:
        for juror in jury.jurors:
            examiner = facts.examiners.get(juror.examiner_id)
            summons = facts.summons_of((Role.EXAMINER, juror.examiner_id))
            if examiner is not None and summons is not None:
                yield from _notice(summons, jury, examiner)


def check_candidate_answers(facts: SessionFacts) -> Iterator[Finding]:
    """Yield which candidates declined the hour they have, or left it unanswered."""
    for number, hearing in facts.session.standing_hearings.items():
        candidacy = facts.candidacies.get(number)
        summons = facts.summons_of((Role.CANDIDATE, number))
        if candidacy is None or summons is None:
            continue
        subject = facts.candidacy_subject(candidacy)
        asked = next((one for one in summons.asked if one.start == hearing.start), None)
        if asked is not None:
            yield from _candidate(facts, summons, asked, subject=subject)


def _candidate(
    facts: SessionFacts, summons: Summons, asked: Appointment, *, subject: Subject
) -> Iterator[Finding]:
    answer = summons.answer_to(asked)
    start = asked.start.time()
    if answer is not None and answer.reply is Reply.DECLINED:
        yield found("CALL-04", subject, day=asked.day, start=start)
    elif answer is None and summons.due is not None and summons.is_overdue(facts.today):
        yield found("CALL-05", subject, day=asked.day, start=start, due=summons.due)


def _notice(summons: Summons, jury: Jury, examiner: Examiner) -> Iterator[Finding]:
    since = summons.asked_since(jury.half)
    last = employer_deadline(jury.day)
    if since is not None and since > last and examiner.is_employee is not False:
        figures: Figures = {"sent": since, "last": last, "day": jury.day, "jury": jury.number}
        yield found("CALL-03", of_examiner(examiner), of_jury(jury), **figures)
