"""Section of the minutes that proves how each jury was composed and who sat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.styles import S2, S4
from jurydesk.documents.drawing.typesetter import tidy
from jurydesk.domain.people import Sex

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.minutes import JuryStatement, MemberStatement, MinutesContent

COLUMNS = ("member", "seat", "sex", "external", "voice", "presence")
WIDTHS = tuple(width * mm for width in (54, 46, 14, 15, 20, 21))


def juries_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set one table of members for each jury, or for several that sat alike."""
    title = tables.section(1, setter.phrase("minutes.section.juries", count=len(content.juries)))
    # The same members morning and afternoon are shown once: a judge compares fewer tables
    alike = grouped(content.juries, lambda jury: (jury.members, jury.one_sex_reason))
    story: list[Flowable] = [tables.together(title, *_juries(alike[0], setter))] if alike else []
    for juries in alike[1:]:
        story += [tables.gap(S4), tables.together(*_juries(juries, setter))]
    return story or [title]


def grouped(
    juries: Sequence[JuryStatement], key: Callable[[JuryStatement], Hashable]
) -> list[list[JuryStatement]]:
    """Put juries with the same key together, in the order of the first of each group."""
    groups: dict[Hashable, list[JuryStatement]] = {}
    for jury in juries:
        groups.setdefault(key(jury), []).append(jury)
    return list(groups.values())


def jury_line(jury: JuryStatement, setter: Typesetter) -> str:
    """Name a jury with its day, half-day, hours, room and site."""
    when = setter.phrase(
        "minutes.jury.when",
        day=setter.wording.date(jury.day, weekday=True),
        half_day=setter.phrase(f"minutes.half_day.{jury.half_day.value}"),
        start=jury.start,
        end=jury.end,
    )
    return " · ".join(filter(None, (when, room_name(jury))))


def room_name(jury: JuryStatement) -> str:
    """Return the room of a jury with the site that has it: « Salle 1, Bry »."""
    return ", ".join(filter(None, (jury.room, jury.site)))


def place_lines(content: MinutesContent, setter: Typesetter) -> list[str]:
    """Say where the session is held: its own address, and that of each site with its rooms."""
    rooms: dict[tuple[str, str], list[str]] = {}
    for jury in content.juries:
        if jury.site_address:
            rooms.setdefault((jury.site, jury.site_address), []).append(jury.room)
    sites = [
        setter.phrase(
            "minutes.place.site", site=site, address=address, rooms=", ".join(dict.fromkeys(names))
        )
        for (site, address), names in rooms.items()
    ]
    addresses = [address for _, address in rooms]
    is_their_own = content.place in {*addresses, " ; ".join(addresses)}
    if len(sites) == 1 and is_their_own:
        return [content.place]
    own = [] if is_their_own or not content.place else [content.place]
    return [*own, *sites]


def jury_name(jury: JuryStatement, setter: Typesetter) -> str:
    """Return « Jury 1 »."""
    return setter.phrase("minutes.jury", number=jury.number)


def jury_heading(jury: JuryStatement, setter: Typesetter) -> Flowable:
    """Set the name of a jury in bold and the rest of its line beside it."""
    return tables.headline(jury_name(jury, setter), tidy(jury_line(jury, setter)))


def _juries(juries: list[JuryStatement], setter: Typesetter) -> list[Flowable]:
    rows: list[list[tables.Cell]] = [
        [setter.say(f"minutes.column.{column}", styles.LABEL) for column in COLUMNS]
    ]
    rows += [_member(member, setter) for member in juries[0].members]
    return [
        *(jury_heading(jury, setter) for jury in juries),
        tables.gap(S2),
        tables.table(rows, WIDTHS, *tables.hairlines(1), *tables.header(0)),
        tables.gap(S2),
        _proof(juries, setter),
    ]


def _member(member: MemberStatement, setter: Typesetter) -> list[tables.Cell]:
    return [
        _person(member, setter),
        _seat(member, setter),
        setter.say(f"minutes.sex.{member.sex.value}", styles.CELL),
        setter.say(f"minutes.external.{'yes' if member.external else 'no'}", styles.CELL),
        setter.say(_voice(member, setter), styles.CELL),
        _presence(member, setter),
    ]


def _person(member: MemberStatement, setter: Typesetter) -> list[Flowable]:
    lines: list[Flowable] = [setter.write(member.name, styles.CELL_STRONG)]
    if member.president:
        code = setter.agreed("minutes.president", member.sex)
        lines.append(setter.say(code, styles.TAG))
    quality = ", ".join(filter(None, (member.occupation, member.organisation)))
    if quality:
        lines.append(setter.write(quality, styles.SMALL))
    return [*lines, *_in_the_room(member, setter)]


def _in_the_room(member: MemberStatement, setter: Typesetter) -> list[Flowable]:
    """Say in whose place a member may have presided, and what they declared."""
    lines: list[Flowable] = []
    if member.acting and member.acting_reason:
        lines.append(
            setter.say("minutes.acting.reason", styles.SMALL_INK, reason=member.acting_reason)
        )
    elif member.acting:
        lines.append(setter.say("minutes.acting", styles.SMALL_INK))
    declared = member.declaration
    if declared is None:
        return lines
    if not (declared.read_files and declared.no_tie):
        lines.append(setter.say("minutes.declared.not", styles.SMALL))
    elif declared.at is None:
        lines.append(setter.say("minutes.declared", styles.SMALL))
    else:
        lines.append(setter.say("minutes.declared.at", styles.SMALL, time=declared.at.time()))
    return lines


def seat_words(member: MemberStatement, setter: Typesetter) -> str:
    """Return the words of the sheet for a seat, or ours for its kind."""
    if member.seat_label:
        return member.seat_label
    code = f"minutes.seat.{member.seat}"
    return setter.phrase(code) if setter.wording.has(code) else member.seat


def _seat(member: MemberStatement, setter: Typesetter) -> list[Flowable]:
    if member.mandate_start and member.mandate_end:
        mandate = setter.phrase(
            "minutes.mandate",
            start=setter.wording.short_date(member.mandate_start),
            end=setter.wording.short_date(member.mandate_end),
        )
    else:
        mandate = setter.phrase("minutes.mandate.none")
    return [
        setter.write(seat_words(member, setter), styles.CELL),
        setter.write(mandate, styles.SMALL),
    ]


def _voice(member: MemberStatement, setter: Typesetter) -> str:
    if member.deliberates:
        return "minutes.voice.deliberates"
    return setter.agreed("minutes.voice.silent", member.sex)


def _presence(member: MemberStatement, setter: Typesetter) -> list[Flowable]:
    if member.present is None:
        return [setter.say("minutes.presence.none", styles.CELL)]
    if not member.present:
        return [setter.say(setter.agreed("minutes.absent", member.sex), styles.CELL_STRONG)]
    lines: list[Flowable] = [setter.say(setter.agreed("minutes.present", member.sex), styles.CELL)]
    for code, moment in (("minutes.arrived", member.arrived), ("minutes.left", member.left)):
        if moment:
            lines.append(setter.say(code, styles.SMALL, time=moment))
    return lines


def _proof(juries: list[JuryStatement], setter: Typesetter) -> Flowable:
    """Prove the composition in one line, then say what that line cannot."""
    jury = juries[0]
    recusals = sum(len(candidate.recused) for each in juries for candidate in each.candidates)
    code = "minutes.recusals" if recusals else "minutes.no_recusal"
    lines: list[Flowable] = [
        setter.write(proof(jury, setter), styles.PROOF),
        *_sitting(jury, setter),
        *_one_sex(jury, setter),
        setter.say(code, styles.CELL, count=recusals),
    ]
    return tables.panel(lines, ink=styles.ACCENT, fill=styles.ACCENT_SOFT)


def _sitting(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    present = [member for member in jury.members if member.present is not False]
    if len(present) == len(jury.members):
        return []
    return [
        setter.say(
            "minutes.sitting",
            styles.CELL,
            present=len(present),
            members=len(jury.members),
            externals=sum(member.external for member in present),
            voters=sum(member.deliberates for member in present),
        )
    ]


def proof(jury: JuryStatement, setter: Typesetter) -> str:
    """Return « 3 externes sur 4 (75 %) · 3 voix délibératives · 2 femmes / 2 hommes »."""
    members = len(jury.members)
    share = round(100 * jury.externals / members) if members else 0
    parts = [
        setter.phrase("minutes.external", count=jury.externals, members=members, share=share),
        setter.phrase("minutes.voters", count=jury.voters),
        " / ".join(
            (
                setter.phrase("minutes.women", count=jury.count(Sex.FEMALE)),
                setter.phrase("minutes.men", count=jury.count(Sex.MALE)),
            )
        ),
    ]
    not_stated = jury.count(Sex.NOT_STATED)
    if not_stated:
        parts.append(setter.phrase("minutes.not_stated", count=not_stated))
    return " · ".join(parts)


def _one_sex(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    women, men = jury.count(Sex.FEMALE), jury.count(Sex.MALE)
    if jury.one_sex_reason:
        return [setter.say("minutes.one_sex", styles.CELL, reason=jury.one_sex_reason)]
    if bool(women) != bool(men):
        return [setter.say("minutes.one_sex.none", styles.CELL_STRONG)]
    return []
