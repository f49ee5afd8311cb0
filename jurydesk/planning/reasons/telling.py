"""Facts and changes as findings: the code of a sentence with the persons and dates it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.ban_rules import finding_of
from jurydesk.domain.findings import FigureValue, Finding, Severity, Subject
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.subjects import of_examiner
from jurydesk.domain.ties import Tie, TieState
from jurydesk.planning.reasons.circumstances import Circumstances
from jurydesk.planning.reasons.facts import NOT_BEFORE, Fact, FactKind
from jurydesk.planning.reasons.repair import Change, longer_hours, room_more

MOST_NAMED = 20
"""Where more others are to be heard, and all of them block, they are told of as a whole."""
Told = Iterator[Finding]
Figures = dict[str, FigureValue]


class Teller:
    """Says the facts of one session."""

    def __init__(self, circumstances: Circumstances) -> None:
        """Read names and dates from these circumstances."""
        self._circumstances = circumstances
        self._facts = circumstances.facts

    def block(self, facts: Iterable[Fact]) -> tuple[Finding, ...]:
        """Return what blocks, one finding per fact; all that are heard beside it in one."""
        told = tuple(facts)
        companions = [fact for fact in told if fact.kind is FactKind.HEARD]
        others = (fact for fact in told if fact.kind is not FactKind.HEARD)
        return (
            *self._companions(companions),
            *(finding for fact in others for finding in self._fact(fact)),
        )

    def changes(self, changes: Iterable[Change]) -> tuple[Finding, ...]:
        """Return what is to be changed, one finding per change."""
        return tuple(finding for change in changes for finding in self._change(change))

    def _companions(self, companions: list[Fact]) -> Told:
        count = len(companions)
        if count > MOST_NAMED and count == len(self._circumstances.heard):
            yield _found("BLOCK-ALL-HEARD", count=count, **self._span())
        elif companions:
            subjects = [self._candidacy(fact) for fact in companions]
            yield _found("BLOCK-HEARD", *subjects, count=count, **self._span())

    def _fact(self, fact: Fact) -> Told:
        code = f"BLOCK-{fact.kind}"
        if fact.kind is FactKind.HOURS and fact.half_day is not None:
            start, end = self._facts.session.hours.bounds(fact.half_day)
            code = f"{code}-{fact.half_day.name}"
            yield _found(code, start=start, end=end, **self._span())
        elif fact.kind is FactKind.ROOMS:
            count = self._circumstances.rooms
            yield _found(code if count else "BLOCK-NO-ROOM", count=count, **self._span())
        elif fact.kind is FactKind.ONE_SEX:
            yield _found(code, **self._span())
        elif fact.kind is FactKind.DAYS:
            yield _found(code, session=self._facts.session.code)
        elif fact.kind is FactKind.NOBODY_ELSE:
            people = self._holders(fact.seat)
            yield _found(code if people else "BLOCK-NOBODY", *people, seat=fact.seat)
        elif fact.kind in {FactKind.COMPOSITION, FactKind.QUORUM}:
            yield _found(code, route=fact.code, certification=fact.certification)
        elif fact.kind is FactKind.RULE:
            yield from self._rule(fact)
        else:
            yield self._personal(code, fact)

    def _rule(self, fact: Fact) -> Told:
        found = self._circumstances.rule(fact)
        days = sorted(found)
        figures: Figures = {"count": len(days), "first": days[0], "last": days[-1]}
        yield _found("BLOCK-RULE", self._candidacy(fact), **figures)
        yield found[days[-1]]

    def _personal(self, code: str, fact: Fact) -> Finding:
        if fact.ban is not None:
            found = finding_of(self._facts, fact.ban)
            return (
                found if code.startswith("BLOCK") else replace(found, code=f"REPAIR-{found.code}")
            )
        subjects = [self._examiner(fact)]
        figures: Figures = {}
        if fact.candidacy:
            subjects.append(self._candidacy(fact))
        if fact.kind is FactKind.TIE and (tie := self._tie(fact)):
            figures["tie"] = tie.kind
            is_open = tie.state is TieState.PROPOSED and code.startswith("BLOCK")
            code = f"{code}-PROPOSED" if is_open else code
        if fact.kind is FactKind.SCOPE:
            figures["certification"] = fact.certification
        if fact.kind is FactKind.MANDATE:
            examiner = self._facts.examiners[fact.examiner]
            days = [d for d in sorted(self._facts.session.days) if not examiner.mandate_on(d)]
            figures |= {"count": len(days), "first": days[0], "last": days[-1]}
        if fact.day is not None and fact.half_day is not None:
            figures |= {"day": fact.day, "half_day": fact.half_day}
        return _found(code, *subjects, **figures)

    def _change(self, change: Change) -> Told:
        fact, session = change.fact, self._facts.session
        code = f"REPAIR-{fact.kind}"
        if fact.kind is FactKind.HOURS and fact.half_day is not None:
            yield self._longer(fact.half_day, change.count)
        elif fact.kind is FactKind.ROOMS:
            yield _found(code, room=room_more(session.rooms), **self._span())
        elif fact.kind in {FactKind.ONE_SEX, FactKind.DAYS}:
            yield _found(code, session=session.code, **self._span())
        elif fact.kind is FactKind.NOBODY_ELSE:
            if change.women is not None and change.women in {0, change.count}:
                code += "-WOMAN" if change.women else "-MAN"
            yield _found(code, seat=fact.seat, count=change.count, **self._span())
        elif fact.kind is FactKind.COMPOSITION:
            yield _found(code, route=fact.code, certification=fact.certification)
        elif fact.kind is FactKind.RULE:
            yield from self._settled(fact)
        else:
            yield self._personal(code, fact)

    def _longer(self, half_day: HalfDay, quarters: int) -> Finding:
        hours = self._facts.session.hours
        longer = longer_hours(hours, half_day, quarters) or hours
        before, after = hours.bounds(half_day), longer.bounds(half_day)
        end = half_day is HalfDay.PM
        figures: Figures = {"now": before[end], "new": after[end]}
        return _found(f"REPAIR-HOURS-{half_day.name}", **figures, **self._span())

    def _settled(self, fact: Fact) -> Told:
        if fact.code == NOT_BEFORE:
            asked = self._facts.candidacies[fact.candidacy].not_before or date.max
            first = min(self._facts.session.days)
            yield _found("REPAIR-EARLIER", self._candidacy(fact), first=first, asked=asked)
            return
        found = self._circumstances.rule(fact)
        yield _found("REPAIR-RULE", self._candidacy(fact), last=max(found))
        yield found[max(found)]

    def _holders(self, seat: str) -> tuple[Subject, ...]:
        people = [e for e in self._facts.examiners.values() if e.may_hold(seat)]
        return tuple(map(of_examiner, sorted(people, key=lambda e: (e.full_name, e.id))))

    def _tie(self, fact: Fact) -> Tie | None:
        return self._facts.tie_between(self._facts.candidacies[fact.candidacy], fact.examiner)

    def _examiner(self, fact: Fact) -> Subject:
        return self._facts.examiner_subject(fact.examiner)

    def _candidacy(self, fact: Fact) -> Subject:
        return self._facts.candidacy_subject(self._facts.candidacies[fact.candidacy])

    def _span(self) -> Figures:
        days = sorted(self._facts.session.days)
        return {"first": days[0]} if days else {}


def ripple(before: SessionFacts, after: SessionFacts) -> tuple[Finding, ...]:
    """Return what another plan changes for whom: hearings first, then who sits when."""
    return (*_hearings(before, after), *_seats(before, after))


def _hearings(before: SessionFacts, after: SessionFacts) -> Told:
    old = {h.candidacy_id: h.start for h in before.session.hearings}
    new = {h.candidacy_id: h.start for h in after.session.hearings}
    for number, candidacy in after.candidacies.items():
        subject = after.candidacy_subject(candidacy)
        was, now = old.get(number), new.get(number)
        if was is None and now is not None:
            yield _effect("RIPPLE-HEARD", subject, **_at(now))
        elif was is not None and now is None:
            yield _effect("RIPPLE-LOST", subject, **_at(was))
        elif was is not None and now is not None and was != now:
            figures: Figures = {**_at(now), "was": was.date(), "until_now": was.time()}
            yield _effect("RIPPLE-MOVED", subject, **figures)


def _at(moment: datetime) -> Figures:
    return {"day": moment.date(), "start": moment.time()}


def _seats(before: SessionFacts, after: SessionFacts) -> Told:
    old, new = _sitting(before), _sitting(after)
    for code, seats in (("RIPPLE-SITS", new - old), ("RIPPLE-LEAVES", old - new)):
        for day, half_day, number in sorted(seats):
            figures: Figures = {"day": day, "half_day": half_day}
            found = after if number in after.examiners else before
            subject = found.examiner_subject(number)
            yield _effect(code, subject, **figures)


def _sitting(facts: SessionFacts) -> set[tuple[date, HalfDay, int]]:
    return {(*jury.half, j.examiner_id) for jury in facts.session.juries for j in jury.jurors}


def _found(code: str, *subjects: Subject, **figures: FigureValue) -> Finding:
    return Finding(code, Severity.BLOCKING, subjects, tuple(figures.items()))


def _effect(code: str, *subjects: Subject, **figures: FigureValue) -> Finding:
    return Finding(code, Severity.WARNING, subjects, tuple(figures.items()))
