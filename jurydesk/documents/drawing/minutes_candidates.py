"""Section of the minutes with the decision on each candidate, block by block, and its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, Table

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.minutes_juries import jury_heading
from jurydesk.documents.drawing.styles import S1, S3, S6
from jurydesk.domain.certification import WHOLE, short_code
from jurydesk.domain.deliberation import Appearance, Decision, Outcome
from jurydesk.domain.routes import AccessRoute
from jurydesk.finding_text import finding_text

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.deliberation import Vote
    from jurydesk.domain.minutes import (
        BlockStatement,
        CandidateStatement,
        JuryStatement,
        MinutesContent,
    )
    from jurydesk.domain.regularity import Regularity

WIDTHS = (8 * mm, 52 * mm, 110 * mm)
BLOCK_WIDTHS = (12 * mm, 68 * mm, 30 * mm)


def decisions_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set one table for each jury; its head is repeated on every page."""
    story: list[Flowable] = []
    # Blocks that nobody knows must not be promised by the head of a column
    decision = "decision" if content.certification.whole is False else "decision.whole"
    heads = ("rank", "candidate", decision)
    rank = 1
    for index, jury in enumerate(content.juries):
        title: list[Flowable] = []
        if index == 0:
            heading = tables.section(2, setter.phrase("minutes.section.decisions"))
            title = [heading, setter.say("minutes.decisions.intro")]
        story.append(_jury(jury, setter, title=title, heads=heads, rank=rank))
        rank += len(jury.candidates)
    return story


def _jury(
    jury: JuryStatement,
    setter: Typesetter,
    *,
    title: list[Flowable],
    heads: tuple[str, ...],
    rank: int,
) -> Flowable:
    """Set the candidates of one jury; the title of the section cannot part from the first."""
    rows: list[list[tables.Cell]] = [[title, "", ""]] if title else []
    first = len(rows)
    rows.append([jury_heading(jury, setter), "", ""])
    rows.append([setter.say(f"minutes.column.{head}", styles.LABEL) for head in heads])
    rows += [
        [
            setter.write(str(number), styles.CELL),
            _person(candidate, setter),
            _result(candidate, jury, setter),
        ]
        for number, candidate in enumerate(jury.candidates, rank)
    ]
    if not jury.candidates:
        rows.append(["", setter.say("minutes.decisions.none", styles.CELL), ""])
    return tables.table(
        rows,
        WIDTHS,
        *tables.hairlines(first + 2),
        *tables.header(first + 1),
        *(("SPAN", (0, row), (-1, row)) for row in range(first + 1)),
        ("BOTTOMPADDING", (0, 0), (-1, first), S3),
        ("TOPPADDING", (0, first + 2), (-1, -1), S3),
        ("BOTTOMPADDING", (0, first + 2), (-1, -1), S3 + S1),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        repeat=(first, first + 1),
        space_before=S6,
    )


def _person(candidate: CandidateStatement, setter: Typesetter) -> list[Flowable]:
    return [
        setter.write(candidate.name, styles.STRONG),
        setter.write(_birth(candidate, setter), styles.SMALL_INK),
        tables.gap(S1),
        setter.say(f"minutes.route.{candidate.route.value}", styles.SMALL),
        setter.write(_scope(candidate, setter), styles.SMALL),
        setter.say(
            "minutes.hearing", styles.SMALL, start=candidate.start.time(), end=candidate.end.time()
        ),
    ]


def _birth(candidate: CandidateStatement, setter: Typesetter) -> str:
    if candidate.birth_date is None and candidate.birth_partial:
        code = "minutes.born.partly" if candidate.birth_place else "minutes.born.partly.no_place"
        return setter.phrase(
            setter.agreed(code, candidate.sex),
            when=candidate.birth_partial,
            place=candidate.birth_place,
        )
    if candidate.birth_date is None:
        return setter.phrase("minutes.born.no_day")
    code = "minutes.born" if candidate.birth_place else "minutes.born.no_place"
    return setter.phrase(
        setter.agreed(code, candidate.sex), day=candidate.birth_date, place=candidate.birth_place
    )


def _scope(candidate: CandidateStatement, setter: Typesetter) -> str:
    if candidate.scope_whole:
        return setter.phrase("minutes.scope.whole")
    return setter.phrase("minutes.scope.blocks", count=len(candidate.blocks))


def _result(
    candidate: CandidateStatement, jury: JuryStatement, setter: Typesetter
) -> list[Flowable]:
    return [
        _decision(candidate, setter),
        *_blocks(candidate, setter),
        *_remarks(candidate, jury, setter),
    ]


def _decision(candidate: CandidateStatement, setter: Typesetter) -> Flowable:
    return tables.table(
        [
            [
                setter.write(decision_words(candidate, setter), _decision_style(candidate)),
                setter.write(_voters(candidate, setter), styles.SMALL_RIGHT),
            ]
        ],
        [WIDTHS[2] - 44 * mm, 44 * mm],
        ("TOPPADDING", *tables.ALL, 0),
        ("BOTTOMPADDING", *tables.ALL, S1),
        ("TOPPADDING", (1, 0), (1, 0), S1),
        ("RIGHTPADDING", *tables.ALL, 0),
    )


def _voters(candidate: CandidateStatement, setter: Typesetter) -> str:
    if candidate.appearance is Appearance.EXPECTED:
        return ""
    if candidate.appearance is not Appearance.PRESENT or not candidate.deliberating:
        return setter.phrase("minutes.deliberating.none")
    return setter.phrase("minutes.deliberating", count=candidate.deliberating)


def decision_words(candidate: CandidateStatement, setter: Typesetter) -> str:
    """Return the decision as the minutes say it, in agreement with the person and the scope."""
    decision = candidate.decision
    if decision is None:
        return setter.phrase("minutes.decision.none")
    code = f"minutes.decision.{decision.value}"
    # These say something of a person, and agree; the others say something of the certification
    if decision in {Decision.ABSENT, Decision.EXCUSED, Decision.ADJOURNED}:
        return setter.phrase(setter.agreed(code, candidate.sex))
    if not candidate.scope_whole and setter.wording.has(f"{code}.blocks"):
        code = f"{code}.blocks"
    return setter.phrase(code)


def _decision_style(candidate: CandidateStatement) -> ParagraphStyle:
    if candidate.decision in {Decision.FULL, Decision.PARTIAL}:
        return styles.DECISION
    if candidate.decision is Decision.NONE:
        return styles.DECISION_AGAINST
    return styles.DECISION_NEUTRAL


def _blocks(candidate: CandidateStatement, setter: Typesetter) -> list[Flowable]:
    if not candidate.blocks:
        return [setter.say("minutes.no_blocks", styles.SMALL)]
    rows: list[list[tables.Cell]] = []
    spans: list[tables.Command] = []
    for block in candidate.blocks:
        if block.code == WHOLE:
            spans.append(("SPAN", (0, len(rows)), (1, len(rows))))
        rows.append(_block(block, setter))
        if block.outcome is Outcome.REFUSED and not block.acquired_before:
            spans.append(("SPAN", (1, len(rows)), (2, len(rows))))
            rows.append(["", _reason(block, setter), ""])
    return [
        tables.table(
            rows,
            BLOCK_WIDTHS,
            *spans,
            ("TOPPADDING", *tables.ALL, 0.5),
            ("BOTTOMPADDING", *tables.ALL, S1),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            kind=Table,
        )
    ]


def _block(block: BlockStatement, setter: Typesetter) -> list[tables.Cell]:
    outcome = [setter.say(_outcome(block), _outcome_style(block)), *_earlier(block, setter)]
    if block.code == WHOLE:
        return [setter.say("minutes.whole", styles.SMALL_INK), "", outcome]
    # The number of the sheet stands on the first page
    code = setter.write(short_code(block.code), styles.SMALL_STRONG)
    if block.title in {"", block.code}:
        return [code, setter.say("minutes.block.untitled", styles.UNTITLED), outcome]
    return [code, setter.write(block.title, styles.SMALL_INK), outcome]


def _earlier(block: BlockStatement, setter: Typesetter) -> list[Flowable]:
    """Say which session gave a block acquired before, or what proves it."""
    if not block.acquired_by:
        return []
    if block.acquired_on is None:
        return [setter.write(block.acquired_by, styles.OUTCOME_WHERE)]
    day = setter.wording.short_date(block.acquired_on)
    where = setter.phrase("minutes.outcome.before.where", by=block.acquired_by, day=day)
    return [setter.write(where, styles.OUTCOME_WHERE)]


def _reason(block: BlockStatement, setter: Typesetter) -> list[Flowable]:
    """Set what was missing, on what evidence, and what is advised."""
    reason = block.reason or setter.phrase("minutes.reason.none")
    texts = (("reason", reason), ("evidence", block.evidence), ("advice", block.advice))
    return [
        setter.labelled(f"minutes.{name}", text, styles.SMALL_INK) for name, text in texts if text
    ]


def _outcome(block: BlockStatement) -> str:
    if block.acquired_before:
        return "minutes.outcome.before"
    code = f"minutes.outcome.{block.outcome.value if block.outcome else 'none'}"
    return f"{code}.whole" if block.code == WHOLE else code


def _outcome_style(block: BlockStatement) -> ParagraphStyle:
    if block.acquired_before or block.outcome is None:
        return styles.OUTCOME_QUIET
    return styles.OUTCOME_FOR if block.outcome is Outcome.ACQUIRED else styles.OUTCOME_AGAINST


def _remarks(
    candidate: CandidateStatement, jury: JuryStatement, setter: Typesetter
) -> list[Flowable]:
    lines: list[Flowable] = []
    if candidate.recommendation:
        lines.append(_remark("recommendation", candidate.recommendation, setter))
    if candidate.observations:
        lines.append(_remark("observations", candidate.observations, setter))
    lines += [
        _remark("recusal", _recusal(*recusal, setter), setter) for recusal in candidate.recused
    ]
    if candidate.vote:
        lines.append(_remark("vote", _vote(candidate.vote, candidate, jury, setter), setter))
    if candidate.regularity:
        regularity = _regularity(candidate, candidate.regularity, setter)
        lines.append(_remark("regularity", regularity, setter))
    if candidate.ground:
        lines.append(_remark("ground", _ground(candidate.ground, setter), setter))
    return lines


def _regularity(candidate: CandidateStatement, regularity: Regularity, setter: Typesetter) -> str:
    """Say that the jury could decide, or why it could not."""
    reasons = [finding_text(finding, setter.wording) for finding in regularity.reasons]
    if not regularity.is_regular:
        return " ".join((setter.phrase("minutes.irregular"), *reasons))
    stated = setter.phrase(
        "minutes.regular",
        count=regularity.deliberating,
        voters=regularity.voters,
        quorum=regularity.quorum,
        name=candidate.presided_by or setter.phrase("minutes.vote.president_unknown"),
    )
    return " ".join((stated, *reasons))


def _remark(name: str, text: str, setter: Typesetter) -> Paragraph:
    return setter.labelled(f"minutes.{name}", text, styles.REMARK)


def _recusal(name: str, reason: str, setter: Typesetter) -> str:
    if setter.wording.has(reason):
        # Nobody wrote a reason: the kind of tie stands for it, `tie.TRAINER`
        reason = setter.phrase(reason)
    code = "minutes.recusal.of" if reason else "minutes.recusal.of.no_reason"
    return setter.phrase(code, name=name, reason=reason)


def _vote(
    vote: Vote, candidate: CandidateStatement, jury: JuryStatement, setter: Typesetter
) -> str:
    figures = setter.phrase(
        "minutes.vote.figures",
        count=vote.abstained,
        in_favour=vote.in_favour,
        against=vote.against,
        abstained=vote.abstained,
    )
    if not vote.needs_casting_vote:
        return f"{figures}."
    code = "minutes.vote.cast" if vote.casting else "minutes.vote.casting"
    if candidate.route is AccessRoute.EXPERIENCE:
        code = f"{code}.EXPERIENCE"
    president = candidate.presided_by or (jury.president.name if jury.president else "")
    name = president or setter.phrase("minutes.vote.president_unknown")
    voice = setter.phrase(f"minutes.voice.{vote.casting.value}") if vote.casting else ""
    return setter.phrase(code, figures=figures, name=name, voice=voice)


def _ground(ground: str, setter: Typesetter) -> str:
    code = f"minutes.ground.{ground}"
    return setter.phrase(code) if setter.wording.has(code) else ground
