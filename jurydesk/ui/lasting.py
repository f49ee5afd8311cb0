"""Keeps the constants of the interpreter alive under a binding that drops their references."""

from __future__ import annotations

import ctypes
import sys

SPARE = 1 << 40
CONSTANTS = (None, True, False)


def keep_constants() -> None:
    """Give None, True and False more references than PySide6 can ever use up.

    PySide6 6.12 under Python 3.11: each `Signal.emit` drops one reference to `True`, and each
    call of some overridden virtual functions one to `None`; after some thousand the interpreter
    aborts (« bool_dealloc: deallocating True or False »). From Python 3.12 on these constants
    are immortal (PEP 683); this does the same for the older one.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in CONSTANTS:
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < SPARE:
            count.value += SPARE
