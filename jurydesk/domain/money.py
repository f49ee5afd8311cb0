"""Amounts of money in euros: exact decimals, rounded to the cent half up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

CENT: Final = Decimal("0.01")
ZERO: Final = Decimal("0.00")
LARGEST: Final = Decimal(1_000_000)
"""No amount of an expense comes near it: a larger one is a slip of the finger."""
_SPACES: Final = re.compile(r"[\s\u00a0\u202f]|€|eur(?:os?)?\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


class Euros(Decimal):
    """An amount as a figure of a sentence, which says it as money."""


def to_cents(amount: Decimal) -> Decimal:
    """Round an amount to the cent; half a cent goes up, as on an invoice."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts up; of none it is 0.00."""
    return sum(amounts, ZERO)


def read_number(text: str, *, places: int) -> Decimal:
    """Read a number as people type it: « 1 234,50 € », `1,234.50`, `12`.

    Raises:
        ValueError: it is none, is negative, too large or has more decimals than `places`.
    """
    plain = _SPACES.sub("", text)
    comma, point = plain.rfind(","), plain.rfind(".")
    # Of two signs the last one is that of the decimals
    plain = plain.replace("." if comma > point else ",", "").replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    number = Decimal(plain)
    decimals = len(plain.partition(".")[2])
    if decimals > places or number >= LARGEST:
        raise ValueError(text)
    return number


def read_amount(text: str) -> Decimal:
    """Read an amount in euros, at most two decimals.

    Raises:
        ValueError: it is no amount.
    """
    return to_cents(read_number(text, places=2))
