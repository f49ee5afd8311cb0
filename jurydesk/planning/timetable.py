"""Writes the plan of the search as juries and hearings, and has the rules check every line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time

from jurydesk.domain.findings import blocking
from jurydesk.domain.session import Hearing, Jury
from jurydesk.domain.session_rules import SessionFacts, check_session, recusals
from jurydesk.planning.former import Former, Spot
from jurydesk.planning.hours import starts, without
from jurydesk.planning.objective import Sitting
from jurydesk.planning.presiding import presidents
from jurydesk.planning.problem import IllegalPlan, Problem, juror, minutes_of

Timetable = tuple[tuple[Jury, ...], tuple[Hearing, ...]]


def write_timetable(
    problem: Problem,
    sittings: Iterable[Sitting],
    *,
    facts: SessionFacts,
    former: Former | None = None,
) -> Timetable:
    """Return the juries and hearings of the plan and of the pins, in the order of time.

    `facts` are those of the session as it was before, in which kept juries have their members.

    Raises:
        IllegalPlan: the rules find something that blocks in what was not pinned as it is.
    """
    plan = _in_order(problem, sittings)
    known = former or Former()
    same = _same_juries(facts) if former else {}
    numbers = _free_numbers(problem, (jury.number for jury in same.values()))
    juries = [_jury(problem, sitting, numbers, same) for sitting in plan]
    heard = zip(juries, plan, strict=True)
    hearings = [h for jury, sitting in heard for h in _hearings(problem, jury, sitting, known)]
    chosen = presidents(problem, plan)
    juries = [_presided(jury, number) for jury, number in zip(juries, chosen, strict=True)]
    kept = _kept(problem, juries, facts)
    beside = [h for jury in kept for h in problem.facts.session.hearings_of(jury.number)]
    _verify(_facts(problem, juries, hearings), kept)
    return _sorted((*juries, *kept), (*hearings, *beside))


def _in_order(problem: Problem, sittings: Iterable[Sitting]) -> list[Sitting]:
    """Return the sittings in the order of time, without the juries that hear nobody."""
    useful = (s for s in sittings if s.hears or problem.places[s.place].jury)
    return sorted(useful, key=lambda s: (problem.places[s.place].half, s.place, s.room))


def _same_juries(facts: SessionFacts) -> Mapping[Spot, Jury]:
    """Return the juries of the session as it was, by half-day and room: they keep their number."""
    return {(jury.half, jury.room): jury for jury in reversed(facts.session.juries)}


def _free_numbers(problem: Problem, kept: Iterable[int]) -> Iterator[int]:
    taken = {jury.number for jury in problem.facts.session.juries} | set(kept)
    highest = max(taken, default=0) + problem.most_juries + 1
    return (number for number in range(1, highest + 1) if number not in taken)


def _jury(
    problem: Problem, sitting: Sitting, numbers: Iterator[int], same: Mapping[Spot, Jury]
) -> Jury:
    place = problem.places[sitting.place]
    panel = problem.panels[sitting.panel]
    posts, judged = panel.posts, panel.certification
    pinned = place.jury
    if pinned is not None and len(pinned.jurors) == len(sitting.members):
        return pinned
    members = tuple(juror(e, posts[post].seat) for post, e in sorted(sitting.members))
    if pinned is not None:
        return replace(pinned, jurors=members)
    before = same.get((place.half, sitting.room))
    if before is not None:
        return replace(before, certification=judged, jurors=members, president_id=None)
    return Jury(next(numbers), *place.half, room=sitting.room, certification=judged, jurors=members)


def _hearings(problem: Problem, jury: Jury, sitting: Sitting, former: Former) -> Iterator[Hearing]:
    order = sorted(sitting.hears, key=lambda a: (_has_recusal(problem, jury, a), a))
    times = _times(problem, sitting, order, former)
    for number, start in zip(order, times, strict=True):
        minutes = problem.applicants[number].minutes
        candidacy = problem.facts.candidacies[problem.applicants[number].candidacy_id]
        begin, end = (_moment(jury, minute) for minute in (start, start + minutes))
        recused = recusals(problem.facts, jury, candidacy)
        yield Hearing(candidacy.id, jury.number, begin, end, recused)
    for hearing in problem.facts.session.hearings_of(jury.number):
        yield _still_recused(problem, jury, hearing)


def _times(problem: Problem, sitting: Sitting, order: list[int], former: Former) -> tuple[int, ...]:
    """Return when each is heard: whoever was told an hour keeps it, unless the others then cannot.

    Raises:
        IllegalPlan: the half-day is too short for them all.
    """
    place = problem.places[sitting.place]
    lengths = {number: problem.applicants[number].minutes for number in order}
    stay = {number: start for number in order if (start := _told(problem, number, former, sitting))}
    free = without(place.windows, [(start, start + lengths[n]) for n, start in stay.items()])
    come = [number for number in order if number not in stay]
    times = starts(free, [lengths[number] for number in come]) if free is not None else None
    if times is not None:
        found = stay | dict(zip(come, times, strict=True))
        return tuple(found[number] for number in order)
    anew = starts(place.windows, list(lengths.values()))
    if anew is None:
        raise IllegalPlan(f"no time for {len(order)} hearings on {place.day}")
    return anew


def _told(problem: Problem, number: int, former: Former, sitting: Sitting) -> int | None:
    """Return the minute at which a candidate was told to come here."""
    applicant = problem.applicants[number]
    if applicant.former != sitting.place:
        return None
    return minutes_of(former.starts[applicant.candidacy_id].time())


def _has_recusal(problem: Problem, jury: Jury, number: int) -> bool:
    """Tell whether somebody leaves the room for that candidate: those come last."""
    candidacy = problem.facts.candidacies[problem.applicants[number].candidacy_id]
    return bool(recusals(problem.facts, jury, candidacy))


def _still_recused(problem: Problem, jury: Jury, hearing: Hearing) -> Hearing:
    """Return a pinned hearing with whoever must not deliberate on it among the members now."""
    tied = recusals(problem.facts, jury, problem.facts.candidacies[hearing.candidacy_id])
    stay = (e for e in hearing.recused if jury.juror(e) and e not in tied)
    return replace(hearing, recused=(*stay, *tied))


def _moment(jury: Jury, minute: int) -> datetime:
    return datetime.combine(jury.day, time(minute // 60, minute % 60))


def _presided(jury: Jury, president: int | None) -> Jury:
    chosen = jury.juror(jury.president_id) if jury.president_id is not None else None
    if chosen is not None and chosen.deliberates:
        return jury
    return replace(jury, president_id=president)


def _facts(problem: Problem, juries: Iterable[Jury], hearings: Iterable[Hearing]) -> SessionFacts:
    heard = tuple(hearings)
    placed = tuple(hearing.candidacy_id for hearing in heard)
    session = replace(
        problem.facts.session, juries=tuple(juries), hearings=heard, candidacies=placed
    )
    return replace(problem.facts, session=session)


def _kept(problem: Problem, made: list[Jury], facts: SessionFacts) -> tuple[Jury, ...]:
    """Return the pinned juries to which nothing could be added, with who sat in them.

    Where only a hearing was pinned, its jury keeps the members who are not needed elsewhere.
    """
    numbers = {jury.number for jury in made}
    busy = {(juror.examiner_id, jury.half) for jury in made for juror in jury.jurors}
    barred = facts.session.pins.barred
    kept = []
    for pinned in problem.facts.session.juries:
        before = facts.session.jury(pinned.number)
        if pinned.number in numbers or before is None:
            continue
        stay = tuple(
            juror
            for juror in before.jurors
            if (juror.examiner_id, before.half) not in busy and juror.examiner_id not in barred
        )
        kept.append(pinned if pinned.jurors else replace(before, jurors=stay))
    return tuple(kept)


def _verify(facts: SessionFacts, kept: tuple[Jury, ...]) -> None:
    """Ask every rule of the whole plan; what a person pinned against the rules is theirs.

    A pinned jury that hears nobody has no composition of its own yet, so it only counts as busy.
    """
    heard = {hearing.jury for hearing in facts.session.hearings}
    juries = tuple(jury for jury in facts.session.juries if jury.number in heard)
    others = (*kept, *(jury for jury in facts.session.juries if jury.number not in heard))
    busy = tuple((j.examiner_id, *jury.half) for jury in others for j in jury.jurors)
    asked = replace(
        facts,
        session=replace(facts.session, juries=juries),
        elsewhere=(*facts.elsewhere, *busy),
    )
    found = blocking(check_session(asked))
    if found:
        codes = sorted({finding.code for finding in found})
        raise IllegalPlan(f"the plan of {facts.session.code} breaks {', '.join(codes)}")


def _sorted(juries: Iterable[Jury], hearings: Iterable[Hearing]) -> Timetable:
    return (
        tuple(sorted(juries, key=lambda jury: (jury.half, jury.number))),
        tuple(sorted(hearings, key=lambda h: (h.start, h.jury, h.candidacy_id))),
    )
