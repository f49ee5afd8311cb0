"""What keeps a person of the pool from sitting on a day, whatever the jury; what ends soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Examiner, Sex, Training
from jurydesk.domain.rules import found
from jurydesk.domain.subjects import of_examiner

SOON = timedelta(days=60)
"""A mandate is renewed by an act: the office wants to know two months ahead."""


def check_examiner(examiner: Examiner, *, today: date) -> tuple[Finding, ...]:
    """Return what speaks against seating this person today, and what will soon."""
    # Who has left is nobody to renew or to train
    return tuple(_findings(examiner, today)) if examiner.active else ()


def _findings(examiner: Examiner, today: date) -> Iterator[Finding]:
    who = of_examiner(examiner)
    last = max((mandate.end for mandate in examiner.mandates), default=None)
    if examiner.mandate_on(today) is None:
        yield found("POOL-03", who, day=today)
    elif last is not None and last - today <= SOON:
        yield found("POOL-01", who, day=last)
    if not examiner.qualifications:
        yield found("POOL-02", who)
    if examiner.sex is Sex.NOT_STATED:
        yield found("POOL-04", who)
    if examiner.training is Training.NOT_TRAINED:
        yield found("JURY-14", who)
