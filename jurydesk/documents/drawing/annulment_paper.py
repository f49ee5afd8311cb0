"""Draws the decision that annuls a jury, to be signed for the certifying body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.minutes_candidates import decision_words
from jurydesk.documents.drawing.minutes_juries import jury_heading, seat_words
from jurydesk.documents.drawing.minutes_signatures import signed_for
from jurydesk.documents.drawing.session_paper import draw_session_paper
from jurydesk.documents.drawing.styles import S2, S4, S5

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.annulments import AnnulmentContent
    from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MinutesContent
    from jurydesk.wording import Wording

CANDIDATE_WIDTHS = (96 * mm, 74 * mm)
MEMBER_WIDTHS = (70 * mm, 100 * mm)


def draw_annulment(content: AnnulmentContent, *, wording: Wording) -> bytes:
    """Set the act, the reason, whom it concerns and who may not hear them again."""

    def body(minutes: MinutesContent, setter: Typesetter) -> list[Flowable]:
        return _body(content, minutes, setter)

    return draw_session_paper("annulment", [content.minutes], body, wording=wording)


def _body(content: AnnulmentContent, minutes: MinutesContent, setter: Typesetter) -> list[Flowable]:
    act = content.annulment
    story: list[Flowable] = [
        setter.say("papers.annulment.act", jury=act.jury, day=act.on, act=act.act, name=act.by),
        tables.gap(S4),
        tables.panel(
            [setter.labelled("minutes.annulled.reason", act.reason)],
            ink=styles.WARN,
            fill=styles.WARN_SOFT,
        ),
        tables.gap(S4),
        _minutes(minutes, setter),
    ]
    for jury in minutes.juries:
        if jury.number == act.jury:
            story += _jury(jury, setter)
    text = setter.say(
        "papers.annulment.signed", certifier=minutes.certifier.name, session=act.session
    )
    return [
        *story,
        tables.gap(S5),
        tables.together(signed_for(minutes.certifier, text, setter)),
    ]


def _minutes(minutes: MinutesContent, setter: Typesetter) -> Flowable:
    code = "papers.annulment.minutes" if minutes.number else "papers.annulment.no_minutes"
    return setter.say(code, number=minutes.number)


def _jury(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    heads: list[tables.Cell] = [
        setter.say("papers.column.candidate", styles.LABEL),
        setter.say("papers.column.annulled", styles.LABEL),
    ]
    candidates = [_candidate(one, setter) for one in jury.candidates]
    members: list[list[tables.Cell]] = [
        [
            setter.write(member.name, styles.CELL_STRONG),
            setter.write(seat_words(member, setter), styles.CELL),
        ]
        for member in jury.members
    ]
    return [
        tables.gap(S5),
        jury_heading(jury, setter),
        tables.gap(S2),
        setter.say("papers.annulment.candidates", count=len(candidates)),
        tables.table(
            [heads, *candidates],
            CANDIDATE_WIDTHS,
            *tables.hairlines(1),
            *tables.header(0),
            repeat=1,
        ),
        tables.gap(S5),
        tables.together(
            setter.say("papers.annulment.members"),
            tables.gap(S2),
            tables.table(members or [["", ""]], MEMBER_WIDTHS, *tables.hairlines()),
        ),
    ]


def _candidate(candidate: CandidateStatement, setter: Typesetter) -> list[tables.Cell]:
    return [
        setter.write(candidate.name, styles.CELL_STRONG),
        setter.write(decision_words(candidate, setter), styles.CELL),
    ]
