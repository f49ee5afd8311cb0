"""The interpreter outlives a long day of signals."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal

from jurydesk.ui.lasting import CONSTANTS, SPARE, keep_constants

MORTAL = sys.version_info < (3, 12)


class Sender(QObject):
    """Emits."""

    sent = Signal(object)


def test_many_signals_do_not_use_up_the_constants(qapp: object) -> None:
    sender = Sender()
    heard: list[object] = []
    sender.sent.connect(heard.append)
    for _ in range(5_000):
        sender.sent.emit(True)
    assert heard == [True] * 5_000


@pytest.mark.skipif(not MORTAL, reason="from Python 3.12 on the constants are immortal")
@pytest.mark.parametrize("constant", CONSTANTS, ids=str)
def test_constants_have_references_to_spare(constant: object) -> None:
    keep_constants()
    assert SPARE // 2 < sys.getrefcount(constant) < 2 * SPARE
