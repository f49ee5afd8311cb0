from __future__ import annotations

from jurydesk.services.workspace import newest_copy
from tests.fakes import NOON, FakeOffice


def test_newest_copy_is_what_the_storage_says(empty: FakeOffice) -> None:
    assert newest_copy(empty.desk) == NOON
