"""Whether the entry conditions of the sheet are settled, before a jury hears the candidacy."""

from __future__ import annotations

from collections.abc import Iterator

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.entry_conditions import ConditionGroup, groups_on
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Candidate
from jurydesk.domain.rules import found
from jurydesk.domain.subjects import of_candidacy


def condition_groups(
    candidacy: Candidacy, certification: Certification | None
) -> tuple[ConditionGroup, ...]:
    """Return how the conditions of the sheet stand for one candidacy."""
    conditions = certification.conditions if certification else ()
    return groups_on(candidacy.route, conditions, candidacy.conditions)


def open_conditions(
    candidacy: Candidacy, certification: Certification | None
) -> tuple[ConditionGroup, ...]:
    """Return those that are neither met nor waived."""
    groups = condition_groups(candidacy, certification)
    return tuple(group for group in groups if not group.lets_in)


def check_entry(
    candidacy: Candidacy, candidate: Candidate, certification: Certification | None
) -> Iterator[Finding]:
    """Check that each condition, or one of those that stand in for it, is met or waived."""
    subject = of_candidacy(candidacy, candidate)
    for group in open_conditions(candidacy, certification):
        code = "ENTRY-02" if group.is_refused else "ENTRY-01"
        yield found(code, subject, condition=group.wording)
