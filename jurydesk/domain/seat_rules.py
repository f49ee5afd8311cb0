"""Whether one person may take one seat of one jury: the rules on the person alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jurydesk.domain.availability import Absence, Answer, answer_on
from jurydesk.domain.calendar import add_months
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Examiner, Training
from jurydesk.domain.rules import Figures, found
from jurydesk.domain.session import Juror, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.site_rules import check_member_travel
from jurydesk.domain.subjects import of_examiner, of_jury
from jurydesk.domain.summons_rules import check_examiner_answer


def check_seat(
    facts: SessionFacts, jury: Jury, juror: Juror, *, already: int
) -> tuple[Finding, ...]:
    """Check the holder of a seat; `already` is how many other juries they sit in then."""
    examiner = facts.examiners.get(juror.examiner_id)
    if examiner is None or not examiner.active:
        # Of somebody who left the pool nothing else can be said
        subject = facts.examiner_subject(juror.examiner_id)
        return (found("JURY-21", subject, of_jury(jury), jury=jury.number),)
    return (
        *_qualification(jury, juror, examiner),
        *_designation(jury, examiner),
        *_presence(facts, jury, examiner, already=already),
        *check_member_travel(facts, jury, examiner.id),
        *check_examiner_answer(facts, jury, examiner),
        *_training(examiner),
        *_load(facts, jury, examiner),
    )


def _qualification(jury: Jury, juror: Juror, examiner: Examiner) -> Iterator[Finding]:
    subjects = (of_examiner(examiner), of_jury(jury))
    if juror.external and examiner.of_certifier:
        yield found("JURY-02", *subjects, seat=juror.seat, jury=jury.number)
    held = next((q for q in examiner.qualifications if q.seat == juror.seat), None)
    if held is None:
        yield found("JURY-07", *subjects, seat=juror.seat, jury=jury.number)
    elif not held.document:
        yield found("JURY-08", of_examiner(examiner), seat=juror.seat)


def _designation(jury: Jury, examiner: Examiner) -> Iterator[Finding]:
    subjects = (of_examiner(examiner), of_jury(jury))
    if examiner.mandate_on(jury.day) is None:
        yield found("JURY-09", *subjects, day=jury.day, jury=jury.number)
    if not examiner.may_judge(jury.certification):
        code = jury.certification
        yield found("JURY-10", *subjects, certification=code, jury=jury.number)


_ANSWERS = {
    Answer.AWAY: "JURY-11",
    Answer.LAPSED: "JURY-23",
    Answer.RATHER_NOT: "JURY-24",
    Answer.OPTION: "JURY-25",
}
"""What somebody said of a half-day, and the rule that weighs it."""


def _presence(
    facts: SessionFacts, jury: Jury, examiner: Examiner, *, already: int
) -> Iterator[Finding]:
    yield from check_answer(facts, jury, examiner)
    if already:
        subjects = (of_examiner(examiner), of_jury(jury))
        when: Figures = {"day": jury.day, "half_day": jury.half_day}
        yield found("JURY-12", *subjects, **when, jury=jury.number)


def check_answer(facts: SessionFacts, jury: Jury, examiner: Examiner) -> Iterator[Finding]:
    """Check what somebody said of the half-day of a jury, or that they said nothing."""
    subjects = (of_examiner(examiner), of_jury(jury))
    when: Figures = {"day": jury.day, "half_day": jury.half_day}
    answer, entry = answer_on(examiner.absences, jury.day, jury.half_day, today=facts.today)
    if entry is not None and answer in _ANSWERS:
        yield found(_ANSWERS[answer], *subjects, **when, **_entry(entry), jury=jury.number)
    elif answer is Answer.SILENT and facts.limits.only_given_answers:
        yield found("JURY-26", *subjects, **when, jury=jury.number)


def _entry(entry: Absence) -> Figures:
    figures: Figures = {"start": entry.start, "end": entry.end, "reason": entry.reason}
    if entry.weekday is not None:
        figures["weekday"] = entry.weekday
    return figures | {"until": entry.held_until or entry.end}


def _training(examiner: Examiner) -> Iterator[Finding]:
    if examiner.training is Training.NOT_TRAINED:
        yield found("JURY-14", of_examiner(examiner))
    elif examiner.training is Training.UNKNOWN:
        yield found("JURY-22", of_examiner(examiner))


def _load(facts: SessionFacts, jury: Jury, examiner: Examiner) -> Iterator[Finding]:
    limits = facts.limits
    since = mandated_since(examiner, jury.day)
    if since and jury.day >= add_months(since, 12 * limits.consecutive_years):
        yield found("JURY-15", of_examiner(examiner), since=since, years=limits.consecutive_years)
    if limits.yearly_juries is None:
        return
    # This jury counts, whether or not the session is already stored with that person in it
    sat = (
        1
        - facts.is_seated(jury, examiner.id)
        + sum(
            juries
            for (who, day, _), juries in facts.busy.items()
            if who == examiner.id and day.year == jury.day.year
        )
    )
    if sat > limits.yearly_juries:
        figures: Figures = {"count": sat, "limit": limits.yearly_juries, "year": jury.day.year}
        yield found("JURY-20", of_examiner(examiner), **figures)


def mandated_since(examiner: Examiner, day: date) -> date | None:
    """Return the first day of the mandates that follow one another without a gap up to `day`."""
    since, needed = None, day
    # Backwards from the day: a renewal must begin the day after the former one ended, at the latest
    for mandate in sorted(examiner.mandates, key=lambda m: m.end, reverse=True):
        if mandate.start <= day and mandate.end >= needed:
            since = min(mandate.start, since or mandate.start)
            needed = since - timedelta(days=1)
    return since
