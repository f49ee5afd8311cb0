"""Whether the members of a jury make a jury: seats, president, votes, women and men."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from jurydesk.domain.certification import Certification, Composition, Seat
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.rules import Figures, found
from jurydesk.domain.session import Juror, Jury
from jurydesk.domain.session_facts import SessionFacts, deliberating_members
from jurydesk.domain.subjects import of_certification, of_examiner, of_jury

STATUTORY_QUORUM = 2
"""D6412-6: a jury brings together two persons at least."""

Terms = tuple[str, bool, bool]


def check_members(facts: SessionFacts, jury: Jury) -> Iterator[Finding]:
    """Check the members together; each person alone is checked by `seat_rules`."""
    compositions = facts.compositions_of(jury)
    vacant = [seat for c in compositions for seat in vacant_seats(c, jury)]
    for seat in dict.fromkeys(vacant):
        yield found("JURY-01", of_jury(jury), seat=seat.kind, jury=jury.number)
    yield from _surplus(facts, jury, compositions)
    yield from _same_person(facts, jury)
    if not jury.jurors:
        return
    yield from _votes(jury)
    yield from _president(facts, jury)
    # Who is still to be found may restore the balance
    if not vacant:
        yield from _balance(facts, jury, compositions)


def vacant_seats(composition: Composition, jury: Jury) -> tuple[Seat, ...]:
    """Return the seats of the sheet that nobody holds on the terms of the sheet."""
    held = Counter(_terms(juror) for juror in jury.jurors)
    vacant = []
    for seat in composition.seats:
        terms = (seat.kind, seat.external, seat.deliberates)
        if held[terms]:
            held[terms] -= 1
        else:
            vacant.append(seat)
    return tuple(vacant)


def check_composition(sheet: Certification, route: AccessRoute) -> Iterator[Finding]:
    """Check that the jury of a route was published, or confirmed by a person."""
    composition = sheet.composition(route)
    if composition is None or not composition.is_settled:
        subject = of_certification(sheet)
        yield found("CERT-04", subject, certification=sheet.code, route=route)


def best_president(facts: SessionFacts, jury: Jury) -> int | None:
    """Return the deliberating member best placed to preside; None where nobody may.

    Somebody who accepts, who can vote on the most candidates, who presided least in the year and
    in the other juries of the session, and who presided longest ago.
    """
    members = [j for j in jury.jurors if j.deliberates and j.examiner_id in facts.examiners]
    hearings = facts.session.hearings_of(jury.number)
    votes = Counter(
        juror.examiner_id for h in hearings for juror in deliberating_members(facts, jury, h)
    )

    others = (other for other in facts.session.juries if other.number != jury.number)
    presides = Counter(other.president_id for other in others)

    def rank(juror: Juror) -> tuple[bool, int, int, date, int]:
        examiner = facts.examiners[juror.examiner_id]
        last = examiner.last_presidency or date.min
        # The number comes last, so that equal members are always ranked alike
        turns = facts.presidencies_before(examiner.id) + presides[examiner.id]
        return examiner.declines_presidency, -votes[examiner.id], turns, last, examiner.id

    return min(members, key=rank).examiner_id if members else None


def _terms(juror: Juror) -> Terms:
    return juror.seat, juror.external, juror.deliberates


def _surplus(
    facts: SessionFacts, jury: Jury, compositions: tuple[Composition, ...]
) -> Iterator[Finding]:
    unseated: dict[Juror, None] = {}
    for composition in compositions:
        free = Counter((s.kind, s.external, s.deliberates) for s in composition.seats)
        for juror in jury.jurors:
            if free[_terms(juror)]:
                free[_terms(juror)] -= 1
            else:
                unseated[juror] = None
    for juror in unseated:
        subjects = (facts.examiner_subject(juror.examiner_id), of_jury(jury))
        yield found("JURY-19", *subjects, seat=juror.seat, jury=jury.number)


def _same_person(facts: SessionFacts, jury: Jury) -> Iterator[Finding]:
    seats = Counter(juror.examiner_id for juror in jury.jurors)
    for examiner_id, count in seats.items():
        if count > 1:
            subjects = (facts.examiner_subject(examiner_id), of_jury(jury))
            yield found("JURY-03", *subjects, jury=jury.number)


def _votes(jury: Jury) -> Iterator[Finding]:
    voters = sum(juror.deliberates for juror in jury.jurors)
    if voters < STATUTORY_QUORUM:
        yield found(
            "JURY-17", of_jury(jury), count=voters, needed=STATUTORY_QUORUM, jury=jury.number
        )


def _president(facts: SessionFacts, jury: Jury) -> Iterator[Finding]:
    juror = jury.juror(jury.president_id) if jury.president_id is not None else None
    if juror is None or not juror.deliberates:
        yield found("JURY-13", of_jury(jury), jury=jury.number)
        return
    president = facts.examiners.get(juror.examiner_id)
    if president and president.declines_presidency:
        yield found("JURY-18", of_examiner(president), of_jury(jury), jury=jury.number)


def _balance(
    facts: SessionFacts, jury: Jury, compositions: tuple[Composition, ...]
) -> Iterator[Finding]:
    # D6412-6 asks it of juries that hear a VAE; on the other routes the sheet may
    aimed_at = any(composition.balanced for composition in compositions)
    if not aimed_at and AccessRoute.EXPERIENCE not in facts.routes_of(jury):
        return
    pool = facts.examiners
    members = [pool[j.examiner_id] for j in jury.jurors if j.examiner_id in pool]
    sexes = Counter(member.sex for member in members)
    women, men, unstated = sexes[Sex.FEMALE], sexes[Sex.MALE], sexes[Sex.NOT_STATED]
    figures: Figures = {"jury": jury.number, "women": women, "men": men}
    # Members whose sex is not stated prove neither balance nor its absence
    if bool(women) != bool(men):
        if not jury.one_sex_reason.strip():
            sex = Sex.FEMALE if women else Sex.MALE
            yield found("JURY-05", of_jury(jury), **figures, sex=sex)
    elif abs(women - men) > 1:
        yield found("JURY-04", of_jury(jury), **figures)
    if unstated:
        silent = [of_examiner(m) for m in members if m.sex is Sex.NOT_STATED]
        yield found("JURY-06", *silent, of_jury(jury), **figures, count=unstated)
