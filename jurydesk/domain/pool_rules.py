"""What keeps a person of the pool from sitting on a day, whatever the jury; what ends soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jurydesk.domain.findings import Finding, Severity, Subject, SubjectKind
from jurydesk.domain.people import Examiner, Sex, Training
from jurydesk.domain.rules import RULES

MANDATE_ENDS = "POOL-01"
NO_QUALIFICATION = "POOL-02"
SOON = timedelta(days=60)
"""A mandate is renewed by an act: the office wants to know two months ahead."""


def check_examiner(examiner: Examiner, *, today: date) -> tuple[Finding, ...]:
    """Return what speaks against seating this person today, and what will soon."""
    return tuple(_found(examiner, today)) if examiner.active else ()


def _found(examiner: Examiner, today: date) -> Iterator[Finding]:
    who = Subject(SubjectKind.EXAMINER, examiner.id, examiner.full_name)
    mandate = examiner.mandate_on(today)
    last = max((m.end for m in examiner.mandates), default=None)
    if mandate is None:
        yield RULES["JURY-09"].finding(who, day=today)
    elif last is not None and last - today <= SOON:
        yield Finding(MANDATE_ENDS, Severity.WARNING, (who,), (("day", last),))
    if not examiner.qualifications:
        yield Finding(NO_QUALIFICATION, Severity.WARNING, (who,))
    if examiner.sex is Sex.NOT_STATED:
        yield RULES["JURY-06"].finding(who)
    if examiner.training is Training.NOT_TRAINED:
        yield RULES["JURY-14"].finding(who)
