from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.session_rules import Limits
from jurydesk.errors import WrongUsage
from jurydesk.services.sessions import open_session
from jurydesk.services.settings import (
    OfficeSettings,
    read_settings,
    save_settings,
    with_setting,
)
from tests.builders import a_certification
from tests.fakes import FakeOffice


def test_defaults_until_somebody_sets_them(empty: FakeOffice) -> None:
    assert read_settings(empty.desk) == OfficeSettings()


def test_everything_saved_is_read_again(empty: FakeOffice) -> None:
    settings = OfficeSettings(
        name="Autre certificateur",
        address="1 rue X",
        siret="12345678900011",
        representative="A. B.",
        representative_role="directrice",
        place="2 rue Y",
        recourse="Par écrit.",
        quorum=3,
        consecutive_years=4,
        yearly_juries=6,
        only_given_answers=True,
        calendar_months=24,
        planning_order="load,juries",
    )
    save_settings(empty.desk, settings=settings)
    assert read_settings(empty.desk) == settings


def test_only_what_differs_is_named_in_the_trail(empty: FakeOffice) -> None:
    outcome = save_settings(empty.desk, settings=OfficeSettings(quorum=3, address="1 rue X"))
    (event,) = empty.workspace.events
    assert (event.type, event.details) == (
        EventType.SETTING_CHANGED,
        '{"settings":["address","quorum"]}',
    )
    assert {change.kind for change in outcome.changes} == {Kind.SETTING}


def test_saving_the_same_leaves_no_trace(empty: FakeOffice) -> None:
    save_settings(empty.desk, settings=OfficeSettings())
    assert empty.acts == []


@pytest.mark.parametrize(
    "name", ["quorum", "consecutive_years", "yearly_juries", "calendar_months"]
)
def test_a_limit_is_at_least_one(empty: FakeOffice, name: str) -> None:
    with pytest.raises(WrongUsage, match="SETTING-TOO-SMALL"):
        save_settings(empty.desk, settings=replace(OfficeSettings(), **{name: 0}))


def test_one_setting_is_changed_as_it_was_typed() -> None:
    default = OfficeSettings()
    assert with_setting(default, "place", "2 rue Y") == replace(default, place="2 rue Y")
    assert with_setting(default, "quorum", " 3 ") == replace(default, quorum=3)
    with pytest.raises(WrongUsage, match="SETTING-UNKNOWN"):
        with_setting(default, "colour", "blue")
    with pytest.raises(WrongUsage, match="SETTING-TOO-SMALL"):
        with_setting(default, "quorum", "deux")
    answered = replace(default, only_given_answers=True)
    assert with_setting(default, "only_given_answers", "yes") == answered
    assert with_setting(answered, "only_given_answers", "no") == default
    with pytest.raises(WrongUsage, match="SETTING-YES-OR-NO"):
        with_setting(default, "only_given_answers", "peut-être")


def test_the_limits_reach_the_rules(planned: FakeOffice) -> None:
    save_settings(planned.desk, settings=OfficeSettings(quorum=4))
    board = open_session(planned.desk, code="2026-12-A")
    assert board.limits == Limits(quorum=4, consecutive_years=5, yearly_juries=12)
    assert "HEAR-03" in {finding.code for finding in board.findings}


def test_siret_is_that_of_the_sheet_else_that_of_the_office() -> None:
    settings = OfficeSettings(siret="222")
    sheet = a_certification(sirets=("111",))
    assert settings.certifier(sheet).siret == "111"
    assert settings.certifier(replace(sheet, sirets=())).siret == "222"
