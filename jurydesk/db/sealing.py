"""Seals the national numbers: AES-256-GCM under a key that scrypt makes from a passphrase.

Each number has a nonce of its own and is bound to its person: a sealed number that is moved to
another row does not open. The passphrase is stored nowhere; a verifier tells a wrong one.
"""

from __future__ import annotations

import base64
import json
import os
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jurydesk.errors import DamagedFile, WrongUsage

if TYPE_CHECKING:
    from jurydesk.services.ports import SealingKey

SCHEME = "1"
"""Stands before each sealed text, so that another scheme can follow."""
COST = 2**17
"""N of scrypt: 128 MB and about half a second for each passphrase tried (OWASP, 2024)."""
MOST_COST = 2**20
BLOCK_SIZE = 8
SALT_BYTES = 16
NONCE_BYTES = 12
KEY_BYTES = 32
_VERIFIER = "jurydesk"
_NOBODY = 0
"""The verifier is sealed as the number of a person that cannot be."""


@dataclass(frozen=True, slots=True)
class OfficeKey:
    """Implements `ports.SealingKey`."""

    parameters: str
    _secret: bytes = field(repr=False)

    def seal(self, number: str, *, candidate_id: int) -> str:
        """Return a number sealed for one person."""
        return _sealed(self._secret, number, candidate_id)

    def unseal(self, sealed: str, *, candidate_id: int) -> str:
        """Return a number that was sealed for that person.

        Raises:
            DamagedFile: it was altered, or belongs to somebody else.
        """
        opened = _opened(self._secret, sealed, candidate_id)
        if opened is None:
            raise DamagedFile("VAULT-DAMAGED", {"candidate": candidate_id})
        return opened


class OfficeVault:
    """Implements `ports.Vault`: locked until a passphrase is given, and never longer than a run."""

    def __init__(self, *, cost: int = COST) -> None:
        """Start locked; `cost` is that of new keys."""
        self.key: SealingKey | None = None
        self._cost = cost

    def new_key(self, passphrase: str) -> OfficeKey:
        """Return a key of a new passphrase, with a salt of its own."""
        salt = os.urandom(SALT_BYTES)
        secret = _secret_of(passphrase, salt, self._cost)
        parameters = {
            "cost": self._cost,
            "salt": _text(salt),
            "verifier": _sealed(secret, _VERIFIER, _NOBODY),
        }
        return OfficeKey(json.dumps(parameters, sort_keys=True), secret)

    def key_from(self, parameters: str, passphrase: str) -> OfficeKey:
        """Return the key that these parameters and this passphrase make.

        Raises:
            WrongUsage: the passphrase is another one.
            DamagedFile: the parameters cannot be read.
        """
        cost, salt, verifier = _read(parameters)
        secret = _secret_of(passphrase, salt, cost)
        if _opened(secret, verifier, _NOBODY) != _VERIFIER:
            raise WrongUsage("VAULT-WRONG-PASSPHRASE")
        return OfficeKey(parameters, secret)


def _read(parameters: str) -> tuple[int, bytes, str]:
    try:
        read = json.loads(parameters)
        cost, salt, verifier = int(read["cost"]), _bytes(read["salt"]), str(read["verifier"])
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedFile("VAULT-UNREADABLE") from error
    if not (1 < cost <= MOST_COST and cost & (cost - 1) == 0 and salt):
        # A power of two, and none that would take all the memory of the machine
        raise DamagedFile("VAULT-UNREADABLE")
    return cost, salt, verifier


def _secret_of(passphrase: str, salt: bytes, cost: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import (  # noqa: PLC0415 -- slow import
        Scrypt,
    )

    # « é » is one sign or two, as the keyboard makes it
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    return Scrypt(salt=salt, length=KEY_BYTES, n=cost, r=BLOCK_SIZE, p=1).derive(typed)


def _sealed(secret: bytes, text: str, candidate_id: int) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 -- slow import
        AESGCM,
    )

    nonce = os.urandom(NONCE_BYTES)
    hidden = AESGCM(secret).encrypt(nonce, text.encode(), _bound_to(candidate_id))
    return f"{SCHEME}.{_text(nonce + hidden)}"


def _opened(secret: bytes, sealed: str, candidate_id: int) -> str | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- slow import
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 -- slow import
        AESGCM,
    )

    scheme, _, rest = sealed.partition(".")
    try:
        raw = _bytes(rest) if scheme == SCHEME else b""
        nonce, hidden = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
        return AESGCM(secret).decrypt(nonce, hidden, _bound_to(candidate_id)).decode()
    except (InvalidTag, ValueError):
        return None


def _bound_to(candidate_id: int) -> bytes:
    return f"jurydesk national number {candidate_id}".encode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    # Its error is a ValueError
    return base64.b64decode(text, validate=True)
