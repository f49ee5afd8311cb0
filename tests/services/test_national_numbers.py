"""National numbers: kept sealed, shown to who has the passphrase, in no other place."""

from __future__ import annotations

import json

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.national_number import NumberFault, key_of
from jurydesk.errors import DamagedFile, RefusedByRule, WrongUsage
from jurydesk.services.candidates import remove_candidate, save_file
from jurydesk.services.national_numbers import (
    VaultState,
    carry_number,
    change_passphrase,
    check_typed,
    forget_number,
    lock,
    number_view,
    set_number,
    set_passphrase,
    show_number,
    unlock,
    vault_state,
)
from jurydesk.services.ports import Desk
from tests.builders import a_candidate
from tests.fakes import FakeOffice

PASSPHRASE = "quatre mots qui restent"
OTHER = "cinq mots bien plus neufs"
NUMBER = "2 69 05 49 588 157 80"


@pytest.fixture
def guarded(office: FakeOffice) -> FakeOffice:
    """An office whose numbers are protected, the vault open."""
    set_passphrase(office.desk, passphrase=PASSPHRASE)
    return office


def has_number(desk: Desk, *, candidate_id: int) -> bool:
    return number_view(desk, candidate_id=candidate_id).is_kept


def told(error: pytest.ExceptionInfo[RefusedByRule | WrongUsage]) -> str:
    return error.value.code


class TestPassphrase:
    def test_none_at_first(self, office: FakeOffice) -> None:
        assert vault_state(office.desk) == VaultState(is_set_up=False, is_open=False, count=0)
        with pytest.raises(WrongUsage) as caught:
            unlock(office.desk, passphrase=PASSPHRASE)
        assert told(caught) == "VAULT-NOT-SET-UP"

    def test_it_is_chosen_once(self, office: FakeOffice) -> None:
        outcome = set_passphrase(office.desk, passphrase=PASSPHRASE)
        assert outcome.value == VaultState(is_set_up=True, is_open=True, count=0)
        assert not outcome.can_be_undone
        assert office.acts == [EventType.SETTING_CHANGED]
        with pytest.raises(RefusedByRule) as caught:
            set_passphrase(office.desk, passphrase=OTHER)
        assert told(caught) == "VAULT-EXISTS"

    @pytest.mark.parametrize("words", ["", "court", "           ", "onze lettre"])
    def test_a_short_one_is_refused(self, office: FakeOffice, words: str) -> None:
        with pytest.raises(WrongUsage) as caught:
            set_passphrase(office.desk, passphrase=words)
        assert told(caught) == "VAULT-SHORT"
        assert office.acts == []

    def test_locked_and_unlocked(self, guarded: FakeOffice) -> None:
        assert not lock(guarded.desk).is_open
        with pytest.raises(WrongUsage) as caught:
            unlock(guarded.desk, passphrase=OTHER)
        assert told(caught) == "VAULT-WRONG-PASSPHRASE"
        assert not vault_state(guarded.desk).is_open
        assert unlock(guarded.desk, passphrase=PASSPHRASE).is_open

    def test_another_one_seals_every_number_anew(self, guarded: FakeOffice) -> None:
        for person in (1, 3):
            set_number(guarded.desk, candidate_id=person, number=NUMBER)
        outcome = change_passphrase(guarded.desk, old=PASSPHRASE, new=OTHER)
        assert outcome.value == VaultState(is_set_up=True, is_open=True, count=2)
        sealed = guarded.workspace.national_numbers
        assert {text.split(":")[0] for text in sealed.values()} == {OTHER}
        assert show_number(guarded.desk, candidate_id=3) == NUMBER

    def test_nothing_changes_where_one_number_does_not_open(self, guarded: FakeOffice) -> None:
        for person in (1, 3):
            set_number(guarded.desk, candidate_id=person, number=NUMBER)
        guarded.workspace.national_numbers[3] = "altered"
        before = (dict(guarded.workspace.national_numbers), dict(guarded.workspace.settings))
        with pytest.raises(DamagedFile):
            change_passphrase(guarded.desk, old=PASSPHRASE, new=OTHER)
        assert (guarded.workspace.national_numbers, guarded.workspace.settings) == before
        assert show_number(guarded.desk, candidate_id=1) == NUMBER

    def test_the_old_one_is_asked_for_even_when_open(self, guarded: FakeOffice) -> None:
        with pytest.raises(WrongUsage) as caught:
            change_passphrase(guarded.desk, old=OTHER, new="encore une autre phrase")
        assert told(caught) == "VAULT-WRONG-PASSPHRASE"

    def test_one_changed_elsewhere_locks_this_program(self, guarded: FakeOffice) -> None:
        guarded.workspace.settings["vault.parameters"] = OTHER
        with pytest.raises(RefusedByRule) as caught:
            set_number(guarded.desk, candidate_id=1, number=NUMBER)
        assert told(caught) == "VAULT-LOCKED"
        assert guarded.vault.key is None


class TestNumbers:
    def test_kept_shown_and_forgotten(self, guarded: FakeOffice) -> None:
        desk = guarded.desk
        outcome = set_number(desk, candidate_id=1, number=NUMBER.lower())
        assert outcome.label == "ACT-NUMBER-SET"
        assert not outcome.can_be_undone
        assert (has_number(desk, candidate_id=1), has_number(desk, candidate_id=2)) == (True, False)
        assert show_number(desk, candidate_id=1) == NUMBER
        assert forget_number(desk, candidate_id=1).label == "ACT-NUMBER-FORGOTTEN"
        assert not has_number(desk, candidate_id=1)
        assert guarded.acts[1:] == [
            EventType.NATIONAL_NUMBER_SET,
            EventType.NATIONAL_NUMBER_SHOWN,
            EventType.NATIONAL_NUMBER_SET,
        ]

    def test_the_trail_names_the_person_and_never_the_number(self, guarded: FakeOffice) -> None:
        outcome = set_number(guarded.desk, candidate_id=1, number=NUMBER)
        show_number(guarded.desk, candidate_id=1)
        details = [json.loads(event.details) for event in guarded.workspace.events]
        assert details == [{"settings": ["vault.parameters"]}, {"candidate": 1}, {"candidate": 1}]
        assert "2690549588157" not in f"{outcome!r} {guarded.workspace.events!r}"

    def test_the_same_number_again_is_no_change(self, guarded: FakeOffice) -> None:
        set_number(guarded.desk, candidate_id=1, number=NUMBER)
        assert set_number(guarded.desk, candidate_id=1, number="269054958815780").changes == ()
        assert len(guarded.acts) == 2

    def test_a_wrong_number_is_not_kept(self, guarded: FakeOffice) -> None:
        with pytest.raises(WrongUsage) as caught:
            set_number(guarded.desk, candidate_id=1, number="2 69 05 49 588 157 81")
        assert told(caught) == "NIR-KEY"
        assert "588" not in f"{caught.value!r} {caught.value.figures}"
        assert not has_number(guarded.desk, candidate_id=1)

    def test_nothing_is_kept_or_shown_while_locked(self, guarded: FakeOffice) -> None:
        set_number(guarded.desk, candidate_id=1, number=NUMBER)
        lock(guarded.desk)
        for act in (
            lambda: set_number(guarded.desk, candidate_id=2, number=NUMBER),
            lambda: show_number(guarded.desk, candidate_id=1),
        ):
            with pytest.raises(RefusedByRule) as caught:
                act()
            assert told(caught) == "VAULT-LOCKED"
        # To forget needs no secret
        forget_number(guarded.desk, candidate_id=1)
        assert guarded.workspace.national_numbers == {}

    def test_there_may_be_none(self, guarded: FakeOffice) -> None:
        with pytest.raises(WrongUsage) as caught:
            show_number(guarded.desk, candidate_id=1)
        assert told(caught) == "NIR-NONE"
        assert forget_number(guarded.desk, candidate_id=1).changes == ()

    def test_what_does_not_agree_is_said_and_kept(self, guarded: FakeOffice) -> None:
        body = "1700197411001"
        found = set_number(guarded.desk, candidate_id=1, number=body + key_of(body)).value
        person = guarded.unit().candidates.get(1)
        assert found == check_typed(body + key_of(body), person)
        assert NumberFault("NIR-OTHER-BIRTH", blocks=False) in found
        assert has_number(guarded.desk, candidate_id=1)


def test_a_person_is_saved_without_a_word_of_the_number(guarded: FakeOffice) -> None:
    set_number(guarded.desk, candidate_id=1, number=NUMBER)
    candidacy = guarded.unit().candidacies.of_candidate(1)[0]
    save_file(guarded.desk, candidate=a_candidate(1, version=1), candidacy=candidacy)
    assert has_number(guarded.desk, candidate_id=1)
    remove_candidate(guarded.desk, candidate_id=2)
    assert has_number(guarded.desk, candidate_id=1)


def carried(office: FakeOffice, source: int, target: int) -> None:
    with office.unit() as unit:
        carry_number(office.desk, unit, source=source, target=target)
        if unit.changes:
            unit.audit.record(EventType.PEOPLE_MERGED, {"candidate": target})
            unit.commit()


def test_a_number_follows_the_person_into_whom_another_is_merged(guarded: FakeOffice) -> None:
    set_number(guarded.desk, candidate_id=2, number=NUMBER)
    carried(guarded, 2, 1)
    assert show_number(guarded.desk, candidate_id=1) == NUMBER
    other = "1 85 12 2A 004 001 " + key_of("185122A004001")
    set_number(guarded.desk, candidate_id=3, number=other)
    carried(guarded, 3, 1)
    carried(guarded, 1, 1)
    assert show_number(guarded.desk, candidate_id=1) == NUMBER


def test_nothing_is_carried_while_locked(guarded: FakeOffice) -> None:
    set_number(guarded.desk, candidate_id=2, number=NUMBER)
    lock(guarded.desk)
    with pytest.raises(RefusedByRule) as caught:
        carried(guarded, 2, 1)
    assert told(caught) == "VAULT-LOCKED"
    # Who has none is no reason to ask for the passphrase
    carried(guarded, 3, 1)
