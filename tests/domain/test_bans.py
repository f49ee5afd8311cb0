"""What a person forbids in a session: what breaks it, and its sentences."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.ban_rules import (
    bans_before,
    bans_on_seat,
    broken_in,
    check_bans,
    finding_of,
)
from jurydesk.domain.bans import Ban, BanKind, apart, ban_of, from_session
from jurydesk.domain.findings import Severity
from jurydesk.domain.pins import Pins, standing_pins
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.finding_text import finding_text
from jurydesk.paths import resource
from jurydesk.wording import LANGUAGES, Wording
from tests.builders import a_candidacy, a_session, some_facts

SESSION = a_session()
JURY = SESSION.juries[0]
DAY, HALF = JURY.half
OTHER_HALF = next(half for half in HalfDay if half is not HALF)
ONE, OTHER = (juror.examiner_id for juror in JURY.jurors[:2])
HEARD = SESSION.hearings[0].candidacy_id

BROKEN = (
    from_session(ONE),
    Ban(BanKind.HALF_DAY, examiner=ONE, day=DAY, half_day=HALF),
    Ban(BanKind.ROOM, examiner=ONE, day=DAY, half_day=HALF, room=JURY.room),
    apart(OTHER, ONE),
    Ban(BanKind.CANDIDATE, examiner=ONE, candidacy=HEARD),
    Ban(BanKind.HEARING, candidacy=HEARD, day=DAY, half_day=HALF),
)
KEPT = (
    from_session(99),
    Ban(BanKind.HALF_DAY, examiner=ONE, day=DAY, half_day=OTHER_HALF),
    Ban(BanKind.HALF_DAY, examiner=ONE, day=DAY + timedelta(1), half_day=HALF),
    Ban(BanKind.ROOM, examiner=ONE, day=DAY, half_day=HALF, room="Salle 99"),
    apart(ONE, 99),
    Ban(BanKind.CANDIDATE, examiner=99, candidacy=HEARD),
    Ban(BanKind.CANDIDATE, examiner=ONE, candidacy=99),
    Ban(BanKind.HEARING, candidacy=HEARD, day=DAY, half_day=OTHER_HALF),
)


def facts_with(pins: Pins) -> SessionFacts:
    return some_facts(a_candidacy(), session={"pins": pins})


@pytest.mark.parametrize("ban", BROKEN, ids=lambda ban: ban.kind)
def test_what_is_forbidden_and_stands_is_a_warning(ban: Ban) -> None:
    assert broken_in(SESSION, ban) == (JURY,)
    (found,) = check_bans(facts_with(Pins().with_ban(ban, forbidden=True)))
    assert (found.code, found.severity) == (f"BAN-{ban.kind}", Severity.WARNING)


@pytest.mark.parametrize("ban", KEPT, ids=str)
def test_what_is_forbidden_elsewhere_is_kept(ban: Ban) -> None:
    assert broken_in(SESSION, ban) == ()


def test_a_seat_and_a_place_say_what_forbids_them() -> None:
    half = Ban(BanKind.HALF_DAY, examiner=99, day=DAY, half_day=HALF)
    before = Ban(BanKind.CANDIDATE, examiner=99, candidacy=HEARD)
    pins = Pins(bans=(half, apart(ONE, 99), before, BROKEN[-1]))
    facts = facts_with(pins)

    codes = [found.code for found in bans_on_seat(facts, JURY, 99)]
    assert codes == ["BAN-HALF_DAY", "BAN-PAIR", "BAN-CANDIDATE"]
    assert bans_on_seat(facts, JURY, 98) == ()
    assert [f.code for f in bans_before(facts, SESSION.hearings[0])] == ["BAN-HEARING"]


def test_bans_come_and_go_and_are_kept_once() -> None:
    pins = Pins()
    for ban in (*BROKEN, *BROKEN):
        pins = pins.with_ban(ban, forbidden=True)
    assert (pins.barred, len(pins.bans), pins.count) == ((ONE,), 5, 6)
    assert pins.apart == {(min(ONE, OTHER), max(ONE, OTHER))}
    assert pins.kept_out(JURY.half) == {ONE}
    assert pins.kept_from(HEARD) == {ONE}
    assert pins.not_heard_on(HEARD) == {JURY.half}
    for ban in BROKEN:
        pins = pins.with_ban(ban, forbidden=False)
    assert pins == Pins()


def test_some_wishes_are_dropped_and_the_others_kept() -> None:
    pins = Pins((1,), (2,), ((3, 4),), (5,), BROKEN[1:3])
    assert pins.without(Pins(hearings=(2,), bans=BROKEN[1:2])) == Pins(
        (1,), (), ((3, 4),), (5,), BROKEN[2:3]
    )


def test_bans_fall_with_their_day_room_or_candidate_and_outlive_a_jury() -> None:
    pins = Pins(bans=tuple(sorted((*BROKEN[1:], *KEPT[3:4]), key=lambda ban: ban.key)))
    bare = replace(SESSION, juries=(), hearings=(), pins=pins)
    assert standing_pins(bare).bans == tuple(b for b in pins.bans if b.room != "Salle 99")
    left = replace(bare, candidacies=())
    assert {ban.kind for ban in standing_pins(left).bans} == {
        BanKind.HALF_DAY,
        BanKind.ROOM,
        BanKind.PAIR,
    }
    assert {ban.kind for ban in standing_pins(replace(left, days=())).bans} == {BanKind.PAIR}


@pytest.mark.parametrize("ban", BROKEN, ids=lambda ban: ban.kind)
def test_what_it_is_about_says_of_which_kind_a_ban_is(ban: Ban) -> None:
    made = ban_of(
        examiner=ban.examiner,
        other=ban.other,
        candidacy=ban.candidacy,
        half=ban.half,
        room=ban.room,
    )
    assert made == ban


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"candidacy": 1},
        {"half": (DAY, HALF)},
        {"examiner": 1, "room": "Salle 1"},
        {"examiner": 1, "other": 2, "half": (DAY, HALF)},
        {"examiner": 1, "candidacy": 2, "half": (DAY, HALF)},
    ],
    ids=str,
)
def test_other_things_are_no_ban(about: dict[str, object]) -> None:
    assert ban_of(**about) is None  # -- keywords from data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ban", BROKEN, ids=lambda ban: ban.kind)
def test_each_ban_and_its_lifting_is_a_sentence(ban: Ban, language: str) -> None:
    found = finding_of(facts_with(Pins()), ban)
    for one in (found, replace(found, code=f"REPAIR-{found.code}")):
        text = finding_text(one, Wording(language))
        assert "{" not in text
        assert all(subject.name in text for subject in found.subjects)


def test_the_sentences_are_those_of_the_kinds_in_both_languages() -> None:
    french, english = (
        json.loads(resource("wording", language, "bans.json").read_text("utf-8"))
        for language in ("fr", "en")
    )
    assert french.keys() == english.keys()
    codes = {code.partition(".")[0] for code in french if "BAN-" in code}
    assert codes == {f"{head}BAN-{kind}" for kind in BanKind for head in ("", "REPAIR-")}
    assert not [text for text in french.values() if re.search(r" [:;!?»]|« ", text)]
