"""National numbers (NIR): the passphrase of the office, and set, show or forget one number.

A number in clear exists in the hands of a person and in the call that carries it, nowhere else:
no event, no image of a change and no sentence holds one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.national_number import (
    NumberFault,
    check_agreement,
    check_number,
    read_number,
)
from jurydesk.errors import EnvironmentFailure, RefusedByRule, WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from jurydesk.domain.national_number import NationalNumber
    from jurydesk.domain.people import Candidate
    from jurydesk.services.ports import Desk, SealingKey, UnitOfWork, Vault

PARAMETERS = "vault.parameters"
"""Key of the setting that holds salt, cost and verifier."""
SHORTEST_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class VaultState:
    """Whether numbers can be kept here, and whether they can be read now."""

    is_set_up: bool
    is_open: bool
    count: int
    """How many persons have a number."""


@dataclass(frozen=True, slots=True)
class NumberView:
    """What may be known of a person's number without opening it."""

    vault: VaultState
    is_kept: bool


def vault_state(desk: Desk) -> VaultState:
    """Return how the vault stands."""
    with desk.open_unit() as unit:
        count = len(unit.national_numbers.holders())
        is_set_up = unit.settings.get(PARAMETERS) is not None
    is_open = desk.vault is not None and desk.vault.key is not None
    return VaultState(is_set_up, is_open, count)


def number_view(desk: Desk, *, candidate_id: int) -> NumberView:
    """Tell whether a number is kept for a person, without opening it."""
    with desk.open_unit() as unit:
        is_kept = unit.national_numbers.get(candidate_id) is not None
    return NumberView(vault_state(desk), is_kept)


def set_passphrase(desk: Desk, *, passphrase: str) -> Outcome[VaultState]:
    """Protect the numbers of this office from now on; the vault is open afterwards.

    Raises:
        WrongUsage: the passphrase is too short.
        RefusedByRule: there is one already: it is changed, with the old one.
    """
    _check_passphrase(passphrase)
    key = _vault(desk).new_key(passphrase)
    with desk.open_unit() as unit:
        if unit.settings.get(PARAMETERS) is not None:
            raise RefusedByRule("VAULT-EXISTS")
        unit.settings.remember(PARAMETERS, key.parameters)
        finish(unit, EventType.SETTING_CHANGED, {"settings": [PARAMETERS]})
        changes = unit.changes
    _vault(desk).key = key
    return Outcome(vault_state(desk), changes, label="ACT-VAULT-MADE")


def change_passphrase(desk: Desk, *, old: str, new: str) -> Outcome[VaultState]:
    """Seal every number anew under another passphrase, all of them or none.

    Raises:
        WrongUsage: the old one is wrong, or the new one too short.
        DamagedFile: a number does not open: nothing is changed.
    """
    _check_passphrase(new)
    vault = _vault(desk)
    with desk.open_unit() as unit:
        before = vault.key_from(_parameters(unit), old)
        key = vault.new_key(new)
        for person in sorted(unit.national_numbers.holders()):
            sealed = unit.national_numbers.get(person) or ""
            number = before.unseal(sealed, candidate_id=person)
            unit.national_numbers.put(person, key.seal(number, candidate_id=person))
        unit.settings.remember(PARAMETERS, key.parameters)
        finish(unit, EventType.SETTING_CHANGED, {"settings": [PARAMETERS]})
        changes = unit.changes
    vault.key = key
    return Outcome(vault_state(desk), changes, label="ACT-VAULT-CHANGED")


def unlock(desk: Desk, *, passphrase: str) -> VaultState:
    """Open the vault until it is locked or the program ends.

    Raises:
        WrongUsage: the passphrase is wrong, or there is none yet.
    """
    with desk.open_unit() as unit:
        parameters = _parameters(unit)
    vault = _vault(desk)
    vault.key = vault.key_from(parameters, passphrase)
    return vault_state(desk)


def lock(desk: Desk) -> VaultState:
    """Forget the key."""
    _vault(desk).key = None
    return vault_state(desk)


def check_typed(text: str, candidate: Candidate) -> tuple[NumberFault, ...]:
    """Return what speaks against a number as it is typed; what blocks comes first."""
    number = read_number(text)
    faults = check_number(number)
    if any(fault.blocks for fault in faults):
        return tuple(sorted(faults, key=lambda fault: not fault.blocks))
    return (*faults, *check_agreement(number, candidate))


def set_number(desk: Desk, *, candidate_id: int, number: str) -> Outcome[tuple[NumberFault, ...]]:
    """Keep the number of a person, sealed; the value is what should be known of it.

    Raises:
        WrongUsage: its form or its key is wrong.
        RefusedByRule: the vault is locked.
    """
    read = read_number(number)
    with desk.open_unit() as unit:
        key = _key(desk, unit)
        person = unit.candidates.get(candidate_id)
        faults = check_typed(number, person)
        _refuse(faults)
        if _is_kept(unit, key, read, candidate_id):
            return Outcome(faults)
        unit.national_numbers.put(candidate_id, key.seal(read.text, candidate_id=candidate_id))
        finish(unit, EventType.NATIONAL_NUMBER_SET, {"candidate": candidate_id})
        return Outcome(faults, unit.changes, label="ACT-NUMBER-SET")


def show_number(desk: Desk, *, candidate_id: int) -> str:
    """Return the number of a person as it stands on the card; the trail says who looked.

    Raises:
        WrongUsage: the person has none.
        RefusedByRule: the vault is locked.
        DamagedFile: it does not open.
    """
    with desk.open_unit() as unit:
        key = _key(desk, unit)
        sealed = unit.national_numbers.get(candidate_id)
        if sealed is None:
            raise WrongUsage("NIR-NONE", {"candidate": candidate_id})
        number = read_number(key.unseal(sealed, candidate_id=candidate_id))
        unit.audit.record(EventType.NATIONAL_NUMBER_SHOWN, {"candidate": candidate_id})
        unit.commit()
    return number.spaced


def forget_number(desk: Desk, *, candidate_id: int) -> Outcome[None]:
    """Erase the number of a person for good; no passphrase is needed for that."""
    with desk.open_unit() as unit:
        unit.candidates.get(candidate_id)
        unit.national_numbers.put(candidate_id, None)
        finish(unit, EventType.NATIONAL_NUMBER_SET, {"candidate": candidate_id})
        return Outcome(None, unit.changes, label="ACT-NUMBER-FORGOTTEN")


def carry_number(desk: Desk, unit: UnitOfWork, *, source: int, target: int) -> None:
    """Give the number of one person to another inside a unit, where two are merged into one.

    A number is bound to its person and is sealed anew; a number that `target` has already stays.

    Raises:
        RefusedByRule: there is a number to carry and the vault is locked.
        DamagedFile: it does not open.
    """
    sealed = unit.national_numbers.get(source)
    if sealed is None or unit.national_numbers.get(target) is not None:
        return
    key = _key(desk, unit)
    number = key.unseal(sealed, candidate_id=source)
    unit.national_numbers.put(target, key.seal(number, candidate_id=target))


def _is_kept(unit: UnitOfWork, key: SealingKey, read: NationalNumber, candidate_id: int) -> bool:
    sealed = unit.national_numbers.get(candidate_id)
    return sealed is not None and key.unseal(sealed, candidate_id=candidate_id) == read.text


def _refuse(faults: tuple[NumberFault, ...]) -> None:
    wrong = next((fault for fault in faults if fault.blocks), None)
    if wrong is not None:
        raise WrongUsage(wrong.code)


def _check_passphrase(passphrase: str) -> None:
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise WrongUsage("VAULT-SHORT", {"count": SHORTEST_PASSPHRASE})


def _vault(desk: Desk) -> Vault:
    if desk.vault is None:
        raise EnvironmentFailure("VAULT-NONE")
    return desk.vault


def _key(desk: Desk, unit: UnitOfWork) -> SealingKey:
    vault = _vault(desk)
    key = vault.key
    if key is not None and key.parameters != unit.settings.get(PARAMETERS):
        # Somebody else of the office changed the passphrase while this program ran
        key = vault.key = None
    if key is None:
        raise RefusedByRule("VAULT-LOCKED")
    return key


def _parameters(unit: UnitOfWork) -> str:
    parameters = unit.settings.get(PARAMETERS)
    if parameters is None:
        raise WrongUsage("VAULT-NOT-SET-UP")
    return parameters
