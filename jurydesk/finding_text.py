"""Writes a finding as a sentence: the persons by name, the codes among its figures in words."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Final

from jurydesk.domain.amendment_fields import FIELDS, ValueKind
from jurydesk.domain.findings import Finding, SubjectKind
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.domain.alterations import Point
    from jurydesk.domain.availability import Absence
    from jurydesk.wording import Wording

_CANDIDATES: Final = frozenset({SubjectKind.CANDIDATE, SubjectKind.CANDIDACY, SubjectKind.HEARING})
_EXAMINERS: Final = frozenset({SubjectKind.EXAMINER})
_PARTS: Final = {
    "people": _EXAMINERS | _CANDIDATES,
    "examiner": _EXAMINERS,
    "candidate": _CANDIDATES,
}
_COLON: Final = " \u00a0:"
_TERMS: Final[Mapping[str, str]] = {
    "after": "step",
    "appearance": "appearance",
    "before": "step",
    "block": "block",
    "closure": "closure",
    "decision": "decision",
    "document": "document",
    "expected": "decision",
    "expense": "expense",
    "half_day": "half_day",
    "route": "route",
    "seat": "seat",
    "sex": "sexes",
    "statement": "statement",
    "status": "admissibility",
    "step": "step",
    "tie": "tie",
    "weekday": "weekday",
}
"""Figures that are codes, and the family of terms that says them in words."""


_EVENT_TERMS: Final[Mapping[str, str]] = {"reply": "reply", "state": "tie_state"}


def finding_text(finding: Finding, wording: Wording) -> str:
    """Return the sentence of a finding.

    Beside its figures a sentence may use `{people}`, `{examiner}` and `{candidate}`: the names
    of the subjects, those who judge, those who are judged. A draft may have no name yet.
    """
    figures = {name: _in_words(name, value, wording) for name, value in finding.figures}
    names = {part: _names(finding, kinds, wording) for part, kinds in _PARTS.items()}
    nobody = {part: wording.text(f"nobody.{part}") for part in _PARTS}
    known = {part: names[part] or nobody[part] for part in _PARTS}
    if "start" in figures and "end" in figures:
        known["entry"] = span_text(figures, wording)
    text = wording.text(_code(finding, wording), **known, **figures)
    missing = [nobody[part] for part in _PARTS if not names[part]]
    return _without_heading(text, missing)


def finding_title(finding: Finding, wording: Wording) -> str:
    """Return the short name of the rule."""
    return wording.text(f"{finding.code}.title")


def finding_source(finding: Finding, wording: Wording) -> str:
    """Return the article or the sheet that the rule comes from, as printed."""
    return wording.text(f"{finding.code}.source")


def term(family: str, code: str, wording: Wording) -> str:
    """Return the words for a code, such as `term("route", "EXPERIENCE", …)`; else the code."""
    name = f"{family}.{code}"
    return wording.text(name) if wording.has(name) else code


def statement_text(point: Point, wording: Wording) -> str:
    """Return the name of the statement at a point of minutes: « heure d’arrivée »."""
    return term("statement", f"{point.part}.{point.field}", wording)


def stated_value(point: Point, value: str, wording: Wording) -> str:
    """Return a value of minutes, as its field writes it, as a person reads it."""
    field = FIELDS.get((point.part, point.field))
    if not value:
        return wording.text("value.none")
    match field.kind if field else ValueKind.TEXT:
        case ValueKind.DAY:
            return wording.date(date.fromisoformat(value))
        case ValueKind.HOUR:
            return wording.time(time.fromisoformat(value))
        case ValueKind.FLAG:
            return term("presence", value, wording)
        case ValueKind.CHOICE:
            return term(point.field, value, wording)
        case _:
            return value


def field_text(name: str, wording: Wording) -> str:
    """Say which part of a sheet is meant: « codes ROME », « voie d’accès : apprentissage »."""
    field, _, route = name.partition("routes.")
    if field:
        return term("field", name, wording)
    value = term("route", route, wording)
    return wording.text("list.label", name=term("field", "routes", wording), value=value)


def event_text(code: str, figures: Mapping[str, object], wording: Wording) -> str:
    """Say an event of the trail; the acts and states that it names by codes are said in words."""
    spoken = {name: _event_figure(name, value, wording) for name, value in figures.items()}
    return wording.text(code, **spoken)


def _event_figure(name: str, value: object, wording: Wording) -> object:
    if name in _EVENT_TERMS:
        return term(_EVENT_TERMS[name], str(value), wording)
    if name not in {"act", "what"}:
        return value
    act = f"ACT-{str(value).removeprefix('ACT-')}"
    return wording.text(act) if wording.has(act) else term("change", str(value), wording)


def span_text(figures: Mapping[str, object], wording: Wording) -> str:
    """Say a range of days with what goes with it, as it stands inside a sentence.

    `figures`: `start` and `end`; `half_day` and `weekday` in words, `reason`, where there are any.
    """
    weekly, single = figures.get("weekday"), figures["start"] == figures["end"]
    name = "span.weekly" if weekly else "span.day" if single else "span.days"
    text = wording.text(name, **figures)
    reason = figures.get("reason")
    return wording.text("span.reason", span=text, reason=reason) if reason else text


def entry_text(entry: Absence, wording: Wording) -> str:
    """Say all of what a person said of some days: « plutôt pas le 4 décembre 2026, matin »."""
    figures: dict[str, object] = {"start": entry.start, "end": entry.end}
    if entry.weekday is not None:
        figures["weekday"] = term("weekday", str(entry.weekday), wording)
    span = span_text(figures, wording)
    if entry.half_day:
        half_day = term("half_day", entry.half_day, wording)
        span = wording.text("span.half", span=span, half_day=half_day)
    if entry.reason:
        span = wording.text("span.reason", span=span, reason=entry.reason)
    return wording.text(f"availability.{entry.kind}", span=span, until=entry.held_until)


def _code(finding: Finding, wording: Wording) -> str:
    """A rule of juries found of a person of the pool has a sentence that names no jury.

    What was found before entries were named has a sentence that names none.
    """
    given = {name for name, _ in finding.figures}
    if "start" in given and wording.has(f"{finding.code}.entry"):
        return f"{finding.code}.entry"
    alone = f"{finding.code}.alone"
    return alone if "jury" not in given and wording.has(alone) else finding.code


def _in_words(name: str, value: object, wording: Wording) -> object:
    return term(_TERMS[name], str(value), wording) if name in _TERMS else value


def _without_heading(text: str, nobody: Iterable[str]) -> str:
    """Begin with what is said where the sentence would begin with the name of nobody."""
    for words in nobody:
        if text.startswith(words):
            said = text.removeprefix(words)
            is_heading = said.lstrip().startswith(":")
            return sentence_case(said.lstrip(_COLON) if is_heading else text)
    return text


def _names(finding: Finding, kinds: frozenset[SubjectKind], wording: Wording) -> str:
    found = dict.fromkeys(s.name for s in finding.subjects if s.kind in kinds and s.name)
    if not found:
        return ""
    *head, tail = found
    return wording.text("list.and", head=", ".join(head), tail=tail) if head else tail
