"""Commands on what is to come: the juries that each half-day can have, what the pool can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.tables import table
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services.foresight import Question, heat_map
from jurydesk.services.foresight_export import export_heat
from jurydesk.services.foresight_words import (
    bottleneck_name,
    bottleneck_text,
    held_text,
    loss_text,
    note_texts,
    recruitment_text,
    session_names,
)
from jurydesk.services.stress import StressTest, stress
from jurydesk.services.year_plan import YearQuestion, forecast_in, year_plan

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group, Options
    from jurydesk.services.foresight import HalfForecast, HeatMap
    from jurydesk.services.stress import StressReport
    from jurydesk.services.year_plan import YearAnswer
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("foresight")
    _ask(family.command("heat", heat))
    _ask(family.command("export", export, "out"))
    options = _ask(family.command("stress", stress_))
    options.option("rooms", type_=int, default=1, meaning="rooms-at-once")
    options.option("juries", type_=int, default=2, meaning="juries-per-session")
    options.option("limit", type_=int, meaning="juries-per-person")
    options = _ask(family.command("plan", plan))
    options.option("rooms", type_=int, default=1, meaning="rooms-at-once")
    options.option("days", type_=int, default=1, meaning="days-per-session")
    options.option("minutes", type_=int, default=45).option("expect", default="")


def heat(call: Call) -> int:
    """Say how many juries each half-day can have; exit 1 where no working half-day has one."""
    with call.desk() as desk:
        found = heat_map(desk, question=question_of(call))
    words = call.wording
    rows = [_row(found, one, words) for one in found.working]
    names = ("DAY", "HALF", "JURIES", "BOTTLENECK", "SESSION")
    lines = table([words.text(f"COL-{name}") for name in names], rows)
    call.answer(_document(found, words), [*note_texts(found.setting, words), *lines])
    return Exit.DONE if found.most else Exit.FINDINGS


def export(call: Call) -> int:
    """Write the same as a workbook, or as a calendar."""
    path = call.options.out
    with call.desk() as desk:
        found = heat_map(desk, question=question_of(call))
        count = export_heat(desk, heat=found, path=path, wording=call.wording)
    text = call.wording.text("CLI-WRITTEN", place=str(path), count=count)
    call.answer({"file": str(path), "rows": count}, [text])
    return Exit.DONE


def stress_(call: Call) -> int:
    """Say what the pool can hold; exit 1 where that is no jury at all."""
    options = call.options
    test = StressTest(
        question_of(call),
        rooms=options.rooms,
        juries_per_session=options.juries,
        limit=options.limit,
    )
    with call.desk() as desk:
        report = stress(desk, test=test, progress=None)
    words = call.wording
    lines = (
        *note_texts(report.setting, words),
        held_text(report, words),
        *(loss_text(one, words) for one in report.indispensable),
        *(recruitment_text(one, words) for one in report.recruitments),
    )
    call.answer(_stress_document(report, words), lines)
    return Exit.DONE if report.juries else Exit.FINDINGS


def plan(call: Call) -> int:
    """Choose the days of sessions; exit 1 where somebody is not heard, or not in time."""
    options = call.options
    asked = YearQuestion(
        question_of(call),
        rooms=options.rooms,
        days_per_session=options.days,
        minutes=options.minutes,
        forecasts=forecast_in(options.expect),
    )
    with call.desk() as desk:
        answer = year_plan(desk, asked=asked)
    words, found = call.wording, answer.plan
    rows = [(one.session + 1, one.day, one.heard, one.late) for one in found.days]
    names = ("SESSION", "DAY", "HEARD", "LATE")
    lines = (
        *note_texts(answer.setting, words),
        words.text("FORESIGHT-PLAN", count=found.sessions, days=len(found.days)),
        *table([words.text(f"COL-{name}") for name in names], rows),
        words.text("FORESIGHT-UNHEARD", count=found.unheard, late=found.late),
    )
    call.answer(_plan_document(answer), lines)
    return Exit.FINDINGS if found.unheard or found.late else Exit.DONE


def question_of(call: Call) -> Question:
    """Return what the options ask about."""
    options = call.options
    return Question(
        options.certification,
        route=_route(options.route, call.wording),
        start=iso_day(getattr(options, "from")) if getattr(options, "from") else None,
        end=iso_day(options.to) if options.to else None,
        zone=options.zone,
    )


def _ask(options: Options) -> Options:
    options.option("certification", required=True).option("route")
    return options.option("from").option("to").option("zone", default="")


def _route(named: str | None, wording: Wording) -> AccessRoute | None:
    """Read a route by its code or by its name, such as `VAE`."""
    if not named:
        return None
    asked = named.strip().casefold()
    for route in AccessRoute:
        if asked in {route.casefold(), term("route", route, wording).casefold()}:
            return route
    raise WrongUsage("ROUTE-UNKNOWN", {"route": named, "known": ", ".join(AccessRoute)})


def _row(found: HeatMap, one: HalfForecast, words: Wording) -> tuple[object, ...]:
    return (
        one.day,
        term("half_day", one.half_day, words),
        one.juries,
        bottleneck_name(one.capacity, found.setting.panel, words),
        session_names(one),
    )


def _document(found: HeatMap, words: Wording) -> dict[str, object]:
    return {
        "certification": found.certification.code,
        "route": found.route,
        "from": found.setting.start,
        "to": found.setting.end,
        "notes": [
            {"code": note, "text": text}
            for note, text in zip(
                found.setting.notes, note_texts(found.setting, words), strict=True
            )
        ],
        "half_days": [_half_document(found, one, words) for one in found.halves],
    }


def _half_document(found: HeatMap, one: HalfForecast, words: Wording) -> dict[str, object]:
    posts = found.setting.panel.posts
    return {
        "date": one.day,
        "half_day": one.half_day,
        "working_day": one.is_working,
        "juries": one.juries,
        "juries_with_reason": one.capacity.with_reason,
        "bottleneck": bottleneck_text(one.capacity, found.setting.panel, words),
        "lacking": [
            {
                "limit": lack.limit,
                "seats": [posts[number].seat.kind for number in lack.posts],
                "persons": lack.persons,
                "needed": lack.needed,
            }
            for lack in one.capacity.shortages
        ],
        "free": {free.seat.kind: [person.id for person in free.people] for free in found.free(one)},
        "sessions": [session.code for session in one.sessions],
    }


def _stress_document(report: StressReport, words: Wording) -> dict[str, object]:
    return {
        "certification": report.setting.sheet.code,
        "route": report.setting.route,
        "from": report.setting.start,
        "to": report.setting.end,
        "half_days": report.half_days,
        "rooms": report.test.rooms,
        "limit": report.limit,
        "juries": report.juries,
        "bound": report.bound,
        "sessions": report.sessions,
        "indispensable": [
            {"examiner": one.examiner.id, "name": one.examiner.full_name, "juries": -one.juries}
            for one in report.indispensable
        ],
        "recruit": [
            {
                "juries": one.juries,
                "text": recruitment_text(one, words),
                "people": [
                    {"seat": wanted.seat.kind, "sex": wanted.sex, "count": wanted.count}
                    for wanted in one.wanted
                ],
            }
            for one in report.recruitments
        ],
    }


def _plan_document(answer: YearAnswer) -> dict[str, object]:
    found = answer.plan
    return {
        "certification": answer.setting.sheet.code,
        "route": answer.setting.route,
        "from": answer.setting.start,
        "to": answer.setting.end,
        "known": answer.known,
        "expected": answer.forecast,
        "sessions": found.sessions,
        "unheard": found.unheard,
        "late": found.late,
        "proved": found.is_proved,
        "days": [
            {"session": one.session + 1, "date": one.day, "heard": one.heard, "late": one.late}
            for one in found.days
        ],
    }
