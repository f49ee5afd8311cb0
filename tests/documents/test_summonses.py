"""Summonses as they read on paper: kept texts, one page where they can be, late notice, remote."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jurydesk.documents.letters import shipped_text
from jurydesk.documents.summonses import (
    KINDS,
    message_words,
    render_employer_copy,
    render_summons,
)
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.outbox import MessageReason
from jurydesk.domain.release import Role
from jurydesk.domain.session import Modality
from jurydesk.wording import LANGUAGES, Language, Wording
from tests.builders import DAY
from tests.documents.reading import golden_text, pages, words
from tests.domain.outbox_cases import NOTICE, a_content, a_sitting

FRENCH = Wording("fr")


def texts(language: Language = "fr") -> dict[str, str]:
    return {code: shipped_text(code, language) for code in KINDS}


MEMBER = a_content(asked=(a_sitting(), a_sitting(half=HalfDay.PM, room="Salle 2")))
CANDIDATE = a_content(
    role=Role.CANDIDATE, number=7, name="LEGRAND Ophélie", organisation="", extra_time=True
)
MOVED = a_content(
    role=Role.CANDIDATE,
    name="LEGRAND Ophélie",
    reason=MessageReason.MOVED,
    before=(a_sitting(DAY - timedelta(7)),),
)
CANCELLED = a_content(reason=MessageReason.CANCELLED, asked=(), before=(a_sitting(),))
REMOTE = a_content(
    role=Role.CANDIDATE,
    modality=Modality.REMOTE,
    address="",
    link="https://visio.example/jury?salle=12&code=3_4*",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "content"),
    [("member", MEMBER), ("candidate", CANDIDATE), ("cancelled", CANCELLED)],
)
def test_summonses_read_as_kept(golden, language, name, content) -> None:
    pdf = render_summons(content, texts(language), wording=Wording(language))
    golden(f"summons-{name}-{language}.txt", golden_text(pdf))
    assert len(pages(pdf)) == 1


@pytest.mark.parametrize("half_days", [1, 3])
def test_three_half_days_still_make_one_page(half_days) -> None:
    days = (a_sitting(DAY + timedelta(n)) for n in range(half_days))
    assert len(pages(render_summons(a_content(asked=tuple(days)), texts(), wording=FRENCH))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_copy_for_the_employer_reads_as_kept(golden, language) -> None:
    pdf = render_employer_copy(MEMBER, texts(language), wording=Wording(language))
    golden(f"employer-copy-{language}.txt", golden_text(pdf))
    assert len(pages(pdf)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", MessageReason)
def test_mails_read_as_kept(golden, language, reason) -> None:
    content = {MessageReason.CANCELLED: CANCELLED, MessageReason.MOVED: MOVED}.get(
        reason, a_content(reason=reason)
    )
    mail = message_words(content, texts(language), wording=Wording(language))
    name = f"mail-{reason.lower()}-{language}.txt"
    golden(name, f"{mail.subject}\n\n{mail.text}\n")


def test_the_same_content_gives_the_same_paper() -> None:
    first, second = (render_summons(MEMBER, texts(), wording=FRENCH) for _ in range(2))
    assert first == second


def test_a_notice_that_has_passed_is_said_to_member_and_employer() -> None:
    late = a_content(written_on=NOTICE + timedelta(1))
    assert "prévenez-le dès aujourd’hui" in words(render_summons(late, texts(), wording=FRENCH))
    copy = words(render_employer_copy(late, texts(), wording=FRENCH))
    assert "Ce délai n’a pu être tenu" in copy
    assert "Ce délai n’a pu" not in words(render_employer_copy(MEMBER, texts(), wording=FRENCH))


def test_who_has_no_employer_reads_nothing_of_one() -> None:
    free = a_content(is_employee=False)
    assert "employeur " not in words(render_summons(free, texts(), wording=FRENCH))


def test_who_joins_from_elsewhere_reads_the_link_as_it_is() -> None:
    paper = words(render_summons(REMOTE, texts(), wording=FRENCH))
    assert REMOTE.link in paper
    assert "Connectez-vous quinze minutes" in paper
    assert "Lieu" not in paper
    assert REMOTE.link in message_words(REMOTE, texts(), wording=FRENCH).text


def test_a_member_of_several_juries_reads_what_each_judges() -> None:
    other = replace(a_sitting(half=HalfDay.PM), certification="RNCP34316 Chargé de prod.")
    both = (a_sitting(), other)
    paper = words(render_summons(a_content(asked=both), texts(), wording=FRENCH))
    assert paper.count("RNCP34316 Chargé de prod.") == 2
