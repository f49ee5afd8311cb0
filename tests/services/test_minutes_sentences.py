"""The office's own sentences in the minutes: printed, frozen with them, and never in older ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.documents.letters import fill_text, shipped_text
from jurydesk.documents.minutes import render_minutes
from jurydesk.domain.letter_kinds.minutes import ATTESTATION, CERTIFIER, DECLARATION
from jurydesk.domain.minutes import FixedSentence
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.people import Sex
from jurydesk.services.letters import restore_template, save_template
from jurydesk.services.session_contents import contents_of
from jurydesk.wording import Wording
from tests.documents import builders as b
from tests.documents.reading import plain, words
from tests.fakes import FakeOffice

A = "2026-12-A"
FRENCH, ENGLISH = Wording("fr"), Wording("en")
OWN = "Chaque membre de la session {{ session }} déclare sur l’honneur n’avoir aucun lien."
SAID = "Chaque membre de la session 2026-12-A déclare sur l’honneur n’avoir aucun lien."


def own(office: FakeOffice, kind: str = "minutes-declaration", text: str = OWN) -> None:
    save_template(office.desk, kind=kind, language="fr", text=text)


def test_without_words_of_ones_own_nothing_is_kept(planned: FakeOffice) -> None:
    (content,) = contents_of(planned.desk, A)
    assert content.sentences == ()


def test_the_sentence_is_filled_in_and_kept_with_the_content(planned: FakeOffice) -> None:
    own(planned)
    (content,) = contents_of(planned.desk, A)
    assert content.sentences == (FixedSentence("minutes-declaration", "fr", SAID),)
    assert SAID in words(render_minutes(content, wording=FRENCH))
    english = words(render_minutes(content, wording=ENGLISH))
    assert ENGLISH.text("minutes.declaration") in english


def test_each_member_without_a_vote_attests_by_name(planned: FakeOffice) -> None:
    text = "{{ member }} {% if is_woman %}certifie, présente{% else %}certifie{% endif %}."
    own(planned, "minutes-attestation", text)
    (content,) = contents_of(planned.desk, A)
    silent = [m for jury in content.juries for m in jury.members if not m.deliberates]
    assert [(s.examiner_id, s.text.split(" certifie")[0]) for s in content.sentences] == [
        (member.examiner_id, member.name) for member in silent
    ]
    read = words(render_minutes(content, wording=FRENCH))
    assert all(plain(sentence.text) in read for sentence in content.sentences)


def test_what_was_frozen_is_not_what_the_office_says_later(planned: FakeOffice) -> None:
    own(planned)
    (frozen,) = contents_of(planned.desk, A)
    own(planned, text="Autre chose.")
    restore_template(planned.desk, kind="minutes-declaration", language="fr")
    read = words(render_minutes(frozen, wording=FRENCH))
    assert SAID in read
    assert "Autre chose" not in read


def test_seals_of_minutes_without_own_words_hold() -> None:
    content = b.content(drawn_up_on=date(2026, 12, 1))
    assert content_hash(content) == content_hash(replace(content, sentences=()))
    changed = replace(content, sentences=(FixedSentence("minutes-declaration", "fr", "x"),))
    assert content_hash(changed) != content_hash(content)


@pytest.mark.parametrize("wording", [FRENCH, ENGLISH])
def test_the_shipped_texts_are_the_sentences_that_are_printed(wording: Wording) -> None:
    def shipped(kind, **values) -> str:
        return plain(fill_text(kind, shipped_text(kind.code, wording.language), values, wording))

    def printed(code: str, **figures) -> str:
        return plain(wording.text(code, **figures))

    assert shipped(DECLARATION) == printed("minutes.declaration")
    for sex in Sex:
        values = {
            "member": "GARANCE Odile",
            "is_woman": sex is Sex.FEMALE,
            "is_man": sex is Sex.MALE,
        }
        code = f"minutes.attestation.silent.{sex.value}"
        assert shipped(ATTESTATION, **values) == printed(code, name="GARANCE Odile")
    body = {"certifier": "CEFPF", "representative": "J. Aubry", "representative_role": "directrice"}
    assert shipped(CERTIFIER, **body) == printed(
        "minutes.attestation.certifier", certifier="CEFPF", name="J. Aubry", role="directrice"
    )
    assert shipped(CERTIFIER, certifier="CEFPF") == printed(
        "minutes.attestation.certifier.unnamed", certifier="CEFPF"
    )
