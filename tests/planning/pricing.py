"""What a plan costs, added up from its stored fields: an auditor's sum, apart from planning.

The warnings of the rules about somebody in a seat are asked of the rules themselves; everything
else is counted here, and no function is shared with planning.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.certification import Seat
from jurydesk.domain.findings import Severity
from jurydesk.domain.session_rules import check_juror
from tests.planning.checker import barred, late, unfit
from tests.planning.journeys import cannot_come, tight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.session import Hearing, Juror, Jury
    from jurydesk.domain.session_rules import SessionFacts


def costs_of(
    facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]
) -> dict[str, int]:
    """Return the cost of every part of a plan made from nothing, without pins."""
    return {
        "unplaced": len(facts.session.candidacies) - len(hearings),
        "one_sex": sum(_one_sex(facts, jury) for jury in juries),
        "late_clocks": _late(facts, juries, hearings),
        "changes": 0,
        "juries": len(juries),
        "balance": sum(_unbalance(facts, jury) for jury in juries),
        "load": _load(facts, juries),
        "preferences": sum(_preferences(facts, jury, hearings) for jury in juries)
        + tight(facts, juries),
        "days": len({jury.day for jury in juries}),
        "presence": len({(j.examiner_id, jury.day) for jury in juries for j in jury.jurors}),
        **rotation_of(facts, juries, hearings),
    }


def rotation_of(
    facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]
) -> dict[str, int]:
    """Return the cost of the parts that look at several juries, or at who is left."""
    return {
        "substitutes": sum(
            not any(True for _ in stand_ins(facts, juries, hearings, jury, juror))
            for jury in juries
            for juror in jury.jurors
        ),
        "presidencies": _presidencies(facts, juries, hearings),
    }


def _presidencies(
    facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]
) -> int:
    """The cheapest way to share the presidencies out, by shortest ways in a network."""
    had = {e: _presided(facts, e) for e in facts.examiners}
    count: Counter[int] = Counter()
    given: dict[int, int] = {}
    asked = {jury.number: _may_preside(facts, jury, hearings) for jury in juries}
    for jury in juries:
        # The dearest step of a way is its last: who takes a turn more; Bellman's way finds it
        reached: dict[int, tuple[int, ...]] = dict.fromkeys(asked[jury.number], ())
        todo = list(reached)
        while todo:
            one = todo.pop()
            for number, who in given.items():
                for other in asked[number] if who == one else ():
                    if other not in reached:
                        reached[other] = (*reached[one], number)
                        todo.append(other)
        last = min(reached, key=lambda e: had[e] + count[e])
        count[last] += 1
        for number in reversed(reached[last]):
            given[number], last = last, given[number]
        given[jury.number] = last
    return sum(n * had[e] + n * (n - 1) // 2 for e, n in count.items())


def _presided(facts: SessionFacts, examiner: int) -> int:
    first = min(facts.session.days)
    last = facts.examiners[examiner].last_presidency
    known = facts.past.presided.get(examiner, 0)
    return known or int(last is not None and last >= first - timedelta(days=365))


def _may_preside(facts: SessionFacts, jury: Jury, hearings: tuple[Hearing, ...]) -> set[int]:
    heard = [h for h in hearings if h.jury == jury.number]
    ranks = {
        j.examiner_id: (
            facts.examiners[j.examiner_id].declines_presidency,
            sum(j.examiner_id in h.recused for h in heard),
        )
        for j in jury.jurors
        if j.deliberates
    }
    return {e for e, rank in ranks.items() if rank == min(ranks.values())}


def stand_ins(
    facts: SessionFacts,
    juries: tuple[Jury, ...],
    hearings: tuple[Hearing, ...],
    jury: Jury,
    juror: Juror,
) -> Iterator[int]:
    """Yield who could take a seat: fit for it, free then, and not barred from any candidate."""
    busy = {j.examiner_id for one in juries if one.half == jury.half for j in one.jurors}
    busy |= {who for who, *half in facts.elsewhere if tuple(half) == jury.half}
    for number, person in facts.examiners.items():
        other = replace(juror, examiner_id=number)
        if number in busy or not person.active or any(unfit(facts, jury, other, person)):
            continue
        if cannot_come(facts, jury, number):
            continue
        heard = (h.candidacy_id for h in hearings if h.jury == jury.number)
        if not any(barred(facts, candidacy, number) for candidacy in heard):
            yield number


def _sexes(facts: SessionFacts, jury: Jury) -> Counter[str]:
    return Counter(facts.examiners[j.examiner_id].sex.value for j in jury.jurors)


def _one_sex(facts: SessionFacts, jury: Jury) -> int:
    sexes = _sexes(facts, jury)
    return (not sexes["F"]) + (not sexes["M"])


def _unbalance(facts: SessionFacts, jury: Jury) -> int:
    sexes, half = _sexes(facts, jury), len(jury.jurors) // 2
    return max(0, half - sexes["F"]) + max(0, half - sexes["M"])


def _late(facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]) -> int:
    day_of = {jury.number: jury.day for jury in juries}
    heard = {hearing.candidacy_id: day_of[hearing.jury] for hearing in hearings}
    last = max(facts.session.days)
    return sum(late(facts.candidacies[c], heard.get(c, last)) for c in facts.session.candidacies)


def _load(facts: SessionFacts, juries: tuple[Jury, ...]) -> int:
    """The sum of the squares of the juries of each person, less what they had before."""
    before = Counter(who for who, _, _ in facts.elsewhere)
    now = Counter(juror.examiner_id for jury in juries for juror in jury.jurors)
    total = 0
    for person, count in now.items():
        had = before[person] + (facts.examiners[person].juries_last_year or 0)
        total += (had + count) ** 2 - had**2
    return total


def _preferences(facts: SessionFacts, jury: Jury, hearings: tuple[Hearing, ...]) -> int:
    empty = replace(facts, session=replace(facts.session, juries=(), hearings=()))
    alone = replace(jury, jurors=(), president_id=None)
    total = 0
    for juror in jury.jurors:
        person = facts.examiners[juror.examiner_id]
        share = 100 // len(jury.jurors)
        seat = Seat(juror.seat, "", share, external=juror.external, deliberates=juror.deliberates)
        found = check_juror(empty, alone, seat=seat, examiner=person)
        blocks = [f.code for f in found if f.severity is Severity.BLOCKING]
        assert set(blocks) <= {"SITE-01"}, "the auditor of journeys looks at those"
        # Journeys are counted apart, with those within the session
        total += sum(not finding.code.startswith("SITE-") for finding in found)
        total += person.preferred_half_day not in {None, jury.half_day}
    voters = {j.examiner_id for j in jury.jurors if j.deliberates}
    total += sum(len(set(h.recused) & voters) for h in hearings if h.jury == jury.number)
    return total + all(facts.examiners[v].declines_presidency for v in voters)
