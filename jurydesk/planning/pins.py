"""What a person wants kept: whole juries, and hearings at their time before their jury."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.pins import Pins
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_rules import (
    SessionFacts,
    check_hearing,
    check_juror,
    check_jury,
    recusals,
)
from jurydesk.planning.problem import Panel, Place, Window, minutes_of
from jurydesk.planning.sites import cut, room_windows

_CURED_BY_FILLING = frozenset({"HEAR-03", "JURY-01", "JURY-13", "JURY-17"})
"""What may be wrong with a jury only because seats of it are vacant."""


def keep_pinned(facts: SessionFacts, pins: Pins) -> SessionFacts:
    """Return the facts with what is pinned only, and without those who are barred.

    The jury of a pinned hearing keeps its half-day and room, and of its members those pinned.
    """
    session = facts.session
    hearings = tuple(
        hearing
        for hearing in session.hearings
        if hearing.candidacy_id in pins.hearings and session.jury(hearing.jury)
    )
    needed = pins.kept_juries | {hearing.jury for hearing in hearings}
    juries = tuple(_kept(jury, pins) for jury in session.juries if jury.number in needed)
    kept = {juror.examiner_id for jury in juries for juror in jury.jurors}
    barred = frozenset(pins.barred) - kept
    return replace(
        facts,
        session=replace(session, juries=juries, hearings=hearings),
        examiners={n: person for n, person in facts.examiners.items() if n not in barred},
    )


def _kept(jury: Jury, pins: Pins) -> Jury:
    """Return a jury with the members who stay."""
    if jury.number in pins.juries:
        return jury
    stay = pins.members_kept(jury.number)
    jurors = tuple(juror for juror in jury.jurors if juror.examiner_id in stay)
    president = jury.president_id if jury.president_id in stay else None
    return replace(jury, jurors=jurors, president_id=president)


def pinned_place(facts: SessionFacts, jury: Jury, panels: tuple[Panel, ...]) -> Place | None:
    """Return the place of a pinned jury; None where nothing may be added to it."""
    panel = _panel_of(facts, jury, panels)
    if panel is None or not _is_sound(_among(facts, panels[panel]), jury, panels[panel]):
        return None
    openings = tuple(
        _fillers(facts, jury, panels[number]) if number == panel else ()
        for number in range(len(panels))
    )
    return Place(
        *jury.half,
        rooms=(jury.room,),
        windows=free_windows(facts, jury),
        openings=openings,
        jury=jury,
        chair=jury.president_id,
        fixed=_by_post(jury, panels[panel]),
        panel=panel,
        heard=tuple(_silent(facts, jury, h) for h in facts.session.hearings_of(jury.number)),
    )


def _panel_of(facts: SessionFacts, jury: Jury, panels: tuple[Panel, ...]) -> int | None:
    heard = facts.session.hearings_of(jury.number)
    known = (facts.composition_for(facts.candidacies[h.candidacy_id]) for h in heard)
    wanted = {composition.seats for composition in known if composition}
    fitting = (
        number
        for number, panel in enumerate(panels)
        if panel.certification == jury.certification
        and wanted <= {panel.seats}
        and sum(map(len, _by_post(jury, panel))) == len(jury.jurors)
    )
    return next(fitting, None)


def _among(facts: SessionFacts, panel: Panel) -> SessionFacts:
    """Return the facts with the candidacies of one panel.

    A jury that hears nobody yet would be asked to satisfy every composition of its sheet.
    """
    wanted = tuple(
        number
        for number in facts.aiming_at(panel.certification)
        if (composition := facts.composition_for(facts.candidacies[number]))
        and composition.seats == panel.seats
    )
    return replace(facts, session=replace(facts.session, candidacies=wanted))


def _by_post(jury: Jury, panel: Panel) -> tuple[tuple[int, ...], ...]:
    """Return the members by post; somebody who fits no seat is left out."""
    return tuple(
        tuple(
            member.examiner_id
            for member in jury.jurors
            if member == Juror(member.examiner_id, *post.terms)
        )[: post.count]
        for post in panel.posts
    )


def _is_sound(facts: SessionFacts, jury: Jury, panel: Panel) -> bool:
    """Tell whether whatever is wrong with the jury goes away once it is complete."""
    hearings = facts.session.hearings_of(jury.number)
    findings = list(check_jury(facts, jury))
    for hearing in hearings:
        recused = recusals(facts, jury, facts.candidacies[hearing.candidacy_id])
        amended = replace(hearing, recused=(*hearing.recused, *recused))
        findings += check_hearing(facts, amended)
    is_full = len(jury.jurors) == len(panel.seats)
    cured = {"JURY-13"} if is_full else _CURED_BY_FILLING
    return {finding.code for finding in blocking(_beside_journeys(findings))} <= cured


def _fillers(facts: SessionFacts, jury: Jury, panel: Panel) -> tuple[Mapping[int, int], ...]:
    """Return who may take the vacant seats, with their price."""
    return tuple(
        {
            number: len(findings)
            for number, examiner in sorted(facts.examiners.items())
            if jury.juror(number) is None
            and not blocking(
                findings := _beside_journeys(
                    check_juror(facts, jury, seat=post.seat, examiner=examiner)
                )
            )
        }
        for post in panel.posts
    )


def _silent(facts: SessionFacts, jury: Jury, hearing: Hearing) -> frozenset[int]:
    """Return who may not deliberate on a pinned hearing, whoever comes to sit."""
    candidacy = facts.candidacies[hearing.candidacy_id]
    tied = (e for e in facts.examiners if facts.tie_effect(candidacy, e) is not None)
    return frozenset(hearing.recused) | frozenset(tied)


def _beside_journeys(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out journeys between sites: `journeys` reads them, by the half-days to the full."""
    return tuple(finding for finding in findings if not finding.code.startswith("SITE-"))


def free_windows(facts: SessionFacts, jury: Jury) -> tuple[Window, ...]:
    """Return what pinned hearings leave of the half-day; nothing where two juries share a room."""
    session = facts.session
    shared = any(
        other.number != jury.number and other.room == jury.room and other.half == jury.half
        for other in session.juries
    )
    if shared:
        return ()
    first, last = map(minutes_of, session.hours.bounds(jury.half_day))
    windows: list[Window] = []
    for hearing in session.hearings_of(jury.number):
        windows.append((first, minutes_of(hearing.start.time())))
        first = max(first, minutes_of(hearing.end.time()))
    windows.append((first, last))
    free = ((start, end) for start, end in windows if start < end)
    return cut(free, room_windows(facts, jury.half, jury.room))
