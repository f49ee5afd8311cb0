from __future__ import annotations

from datetime import date

import pytest

from jurydesk import settings
from jurydesk.errors import WrongUsage


def test_workspace_is_the_one_named_then_the_environments_then_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(settings.WORKSPACE, "elsewhere.jurydesk")
    assert settings.workspace_location("here.jurydesk") == "here.jurydesk"
    assert settings.workspace_location() == "elsewhere.jurydesk"
    monkeypatch.delenv(settings.WORKSPACE)
    assert settings.workspace_location() == settings.default_workspace()
    assert settings.default_workspace().name == "bureau.jurydesk"


def test_day_is_the_real_one_unless_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.TODAY, raising=False)
    assert settings.set_day() is None
    monkeypatch.setenv(settings.TODAY, "2026-12-14")
    assert settings.set_day() == date(2026, 12, 14)
    assert settings.set_day("2027-01-01") == date(2027, 1, 1)
    with pytest.raises(WrongUsage, match="DATE-WRONG"):
        settings.set_day("demain")
