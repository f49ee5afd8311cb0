"""Sealing: what opens, what does not, and what a sealed text gives away."""

from __future__ import annotations

import base64
import json

import pytest

from jurydesk.db.sealing import OfficeVault
from jurydesk.errors import DamagedFile, WrongUsage

NUMBER = "269054958815780"
PASSPHRASE = "quatre mots qui restent"
CHEAP = 2**10


@pytest.fixture
def vault() -> OfficeVault:
    return OfficeVault(cost=CHEAP)


def test_what_was_sealed_opens_for_the_same_person(vault: OfficeVault) -> None:
    key = vault.new_key(PASSPHRASE)
    sealed = key.seal(NUMBER, candidate_id=7)
    assert key.unseal(sealed, candidate_id=7) == NUMBER
    again = vault.key_from(key.parameters, PASSPHRASE)
    assert again.unseal(sealed, candidate_id=7) == NUMBER


def test_the_same_number_is_never_sealed_alike(vault: OfficeVault) -> None:
    key = vault.new_key(PASSPHRASE)
    sealed = {key.seal(NUMBER, candidate_id=7) for _ in range(50)}
    assert len(sealed) == 50
    assert not any(NUMBER in text or "2690549" in text for text in sealed)


def test_the_same_passphrase_makes_another_key_each_time(vault: OfficeVault) -> None:
    first, second = vault.new_key(PASSPHRASE), vault.new_key(PASSPHRASE)
    assert first.parameters != second.parameters
    with pytest.raises(DamagedFile):
        second.unseal(first.seal(NUMBER, candidate_id=7), candidate_id=7)


def test_a_number_moved_to_another_person_does_not_open(vault: OfficeVault) -> None:
    key = vault.new_key(PASSPHRASE)
    sealed = key.seal(NUMBER, candidate_id=7)
    with pytest.raises(DamagedFile) as caught:
        key.unseal(sealed, candidate_id=8)
    assert (caught.value.code, caught.value.figures) == ("VAULT-DAMAGED", {"candidate": 8})


def test_an_altered_text_does_not_open(vault: OfficeVault) -> None:
    key = vault.new_key(PASSPHRASE)
    sealed = key.seal(NUMBER, candidate_id=7)
    raw = bytearray(base64.b64decode(sealed.partition(".")[2]))
    for at in range(len(raw)):
        bent = bytearray(raw)
        bent[at] ^= 1
        text = f"1.{base64.b64encode(bent).decode()}"
        with pytest.raises(DamagedFile):
            key.unseal(text, candidate_id=7)


@pytest.mark.parametrize("text", ["", "1.", "1.@@@", "2.AAAA", NUMBER, "1.AAAA"])
def test_what_is_no_sealed_text_does_not_open(vault: OfficeVault, text: str) -> None:
    with pytest.raises(DamagedFile):
        vault.new_key(PASSPHRASE).unseal(text, candidate_id=7)


def test_a_wrong_passphrase_is_told(vault: OfficeVault) -> None:
    key = vault.new_key(PASSPHRASE)
    with pytest.raises(WrongUsage) as caught:
        vault.key_from(key.parameters, "quatre mots qui partent")
    assert caught.value.code == "VAULT-WRONG-PASSPHRASE"


def test_a_letter_is_the_same_however_the_keyboard_makes_it(vault: OfficeVault) -> None:
    key = vault.new_key("caf\u00e9 noir du matin")
    vault.key_from(key.parameters, "cafe\u0301 noir du matin")


@pytest.mark.parametrize(
    "parameters",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"cost": 1024, "salt": "@", "verifier": "x"}',
        '{"cost": 1000, "salt": "AAAA", "verifier": "x"}',
        '{"cost": 1073741824, "salt": "AAAA", "verifier": "x"}',
    ],
)
def test_damaged_parameters_are_told(vault: OfficeVault, parameters: str) -> None:
    with pytest.raises(DamagedFile) as caught:
        vault.key_from(parameters, PASSPHRASE)
    assert caught.value.code == "VAULT-UNREADABLE"


def test_parameters_and_key_give_nothing_away(vault: OfficeVault) -> None:
    key = vault.new_key(PASSPHRASE)
    assert set(json.loads(key.parameters)) == {"cost", "salt", "verifier"}
    assert "quatre" not in key.parameters
    assert repr(key) == f"OfficeKey(parameters={key.parameters!r})"


def test_the_cost_of_the_program_is_the_one_published() -> None:
    key = OfficeVault().new_key(PASSPHRASE)
    assert json.loads(key.parameters)["cost"] == 131_072
