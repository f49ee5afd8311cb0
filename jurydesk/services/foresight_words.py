"""What a half-day of the heat map says in sentences: the window, the commands and the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.finding_text import term
from jurydesk.services.foresight import Limit, Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jurydesk.planning.problem import Panel
    from jurydesk.services.foresight import Capacity, HalfForecast, Setting, Shortage
    from jurydesk.services.stress import Indispensable, Recruitment, StressReport, Wanted
    from jurydesk.wording import Wording

_OUTSIDE = "FORESIGHT-OUTSIDE"
_NOTES = {
    Note.NO_COMPOSITION: "FORESIGHT-NO-COMPOSITION",
    Note.NO_QUORUM: "FORESIGHT-NO-QUORUM",
    Note.PROPOSED: "FORESIGHT-PROPOSED",
    Note.CLOSED: "FORESIGHT-CLOSED",
    Note.NOBODY: "FORESIGHT-NOBODY",
}
_SEXES = {
    Limit.WOMEN: "FORESIGHT-WOMEN",
    Limit.MEN: "FORESIGHT-MEN",
    Limit.STATED: "FORESIGHT-STATED",
}


def note_texts(setting: Setting, wording: Wording) -> tuple[str, ...]:
    """Return what a person should know before they read the figures."""
    figures = {"certification": setting.sheet.code, "route": setting.route}
    return tuple(wording.text(_NOTES[note], **figures) for note in setting.notes)


def juries_text(juries: int, wording: Wording) -> str:
    """Return « 2 jurys », or that none can be."""
    return wording.text("FORESIGHT-JURIES", count=juries) if juries else none_text(wording)


def none_text(wording: Wording) -> str:
    """Return that no jury can be."""
    return wording.text("FORESIGHT-NONE")


def bottleneck_text(capacity: Capacity, panel: Panel, wording: Wording) -> str:
    """Return what keeps one more jury from being filled; empty where there is no panel."""
    return " ".join(bottleneck_lines(capacity, panel, wording))


def bottleneck_lines(capacity: Capacity, panel: Panel, wording: Wording) -> tuple[str, ...]:
    """Return the same, a sentence each."""
    if not panel.seats:
        return ()
    told = _told(capacity)
    alike = {(one.persons, one.needed) for one in told}
    if len(alike) == 1 and _is_every_seat(told, panel) and told[0].persons:
        texts = [wording.text("FORESIGHT-EACH-SEAT", count=told[0].persons, needed=told[0].needed)]
    else:
        texts = [_shortage_text(one, panel, wording) for one in told]
    if capacity.with_reason > capacity.juries:
        texts.append(wording.text("FORESIGHT-WITH-REASON", count=capacity.with_reason))
    return tuple(texts)


def bottleneck_name(capacity: Capacity, panel: Panel, wording: Wording) -> str:
    """Return the same in a few words, for a cell: the seats, or the sex that lacks."""
    if not panel.seats:
        return ""
    seats = dict.fromkeys(post for one in _told(capacity) for post in one.posts)
    if len(panel.posts) == len(seats):
        names = [wording.text("FORESIGHT-EVERY-SEAT")]
    else:
        names = _names(tuple(seats), panel, wording)
    return ", ".join((*names, *_sexes(capacity, wording)))


def held_text(report: StressReport, wording: Wording) -> str:
    """Return how many juries the pool can hold, and how many sessions they make."""
    figures = {
        "start": report.setting.start,
        "end": report.setting.end,
        "half_days": report.half_days,
    }
    text = wording.text("FORESIGHT-HELD", count=report.juries, **figures)
    size = report.test.juries_per_session
    text += " " + wording.text("FORESIGHT-SESSIONS", count=report.sessions, size=size)
    if not report.is_proved:
        text += " " + wording.text("FORESIGHT-BOUND", bound=report.bound)
    if report.lacks_time and report.half_days:
        text += " " + wording.text("FORESIGHT-TIME-LACKS")
    return text


def loss_text(one: Indispensable, wording: Wording) -> str:
    """Return how many juries fewer there would be without somebody."""
    return wording.text("FORESIGHT-LOSS", count=one.juries, name=one.examiner.full_name)


def recruitment_text(one: Recruitment, wording: Wording) -> str:
    """Return whom to find, and how many juries more that makes."""
    people = [_wanted_text(wanted, wording) for wanted in one.wanted]
    whom = _joined(people, wording) if len(people) > 1 else people[0]
    return wording.text("FORESIGHT-GAIN", count=one.juries, whom=whom)


def _wanted_text(one: Wanted, wording: Wording) -> str:
    figures = {"count": one.count, "seat": term("seat", one.seat.kind, wording)}
    if one.sex is None:
        text = wording.text("FORESIGHT-WANTED", **figures)
    elif one.sex is Sex.FEMALE:
        text = wording.text("FORESIGHT-WANTED-WOMAN", **figures)
    else:
        text = wording.text("FORESIGHT-WANTED-MAN", **figures)
    return f"{text} {wording.text(_OUTSIDE)}" if one.seat.external else text


def session_names(one: HalfForecast) -> str:
    """Return the codes of the sessions that the day belongs to."""
    return ", ".join(session.code for session in one.sessions)


def _told(capacity: Capacity) -> tuple[Shortage, ...]:
    """Women and men are told of where more juries could be filled without them."""
    is_balance = capacity.with_reason > capacity.juries
    return tuple(one for one in capacity.shortages if is_balance or one.limit is Limit.SEATS)


def _is_every_seat(told: Sequence[Shortage], panel: Panel) -> bool:
    single = [one.posts for one in told if len(one.posts) == 1]
    return len(single) == len(told) == len(panel.posts) > 1


def _shortage_text(one: Shortage, panel: Panel, wording: Wording) -> str:
    if one.limit is not Limit.SEATS:
        return wording.text(_SEXES[one.limit], count=one.persons)
    names = _names(one.posts, panel, wording)
    figures = {"count": one.persons, "needed": one.needed}
    if len(names) > 1:
        return wording.text("FORESIGHT-SEATS", seats=_joined(names, wording), **figures)
    if not one.persons:
        return wording.text("FORESIGHT-SEAT-NOBODY", seat=names[0])
    return wording.text("FORESIGHT-SEAT", seat=names[0], **figures)


def _sexes(capacity: Capacity, wording: Wording) -> Iterator[str]:
    for one in _told(capacity):
        if one.limit is Limit.STATED:
            yield wording.text("FORESIGHT-SEX")
        elif one.limit is not Limit.SEATS:
            yield term("sexes", "F" if one.limit is Limit.WOMEN else "M", wording)


def _names(posts: Sequence[int], panel: Panel, wording: Wording) -> list[str]:
    return [term("seat", panel.posts[post].seat.kind, wording) for post in posts]


def _joined(names: Sequence[str], wording: Wording) -> str:
    return wording.text("list.and", head=", ".join(names[:-1]), tail=names[-1])
