"""What a field of a person is called and how its value reads, side by side with another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import BirthPlace, Employment, Sex
from jurydesk.ui.translation import translate
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from jurydesk.wording import Wording


def field_name(name: str) -> str:
    """Return the words of one field of a candidate."""
    return {
        "birth_name": translate("Merge", "Birth name"),
        "first_names": translate("Merge", "First names"),
        "usage_name": translate("Merge", "Name in use"),
        "sex": translate("Merge", "Sex"),
        "birth_date": translate("Merge", "Born on"),
        "birth_partial": translate("Merge", "Born (known in part)"),
        "birth_place": translate("Merge", "Born in"),
        "email": translate("Merge", "E-mail"),
        "phone": translate("Merge", "Phone"),
        "employer": translate("Merge", "Employer"),
        "employments": translate("Merge", "Other employers"),
        "notes": translate("Merge", "Remarks"),
    }[name]


def value_text(value: object, wording: Wording) -> str:
    """Return a value as it is read; empty where the file says nothing."""
    if isinstance(value, Sex):
        return "" if value is Sex.NOT_STATED else term(wording, "sex", value)
    if isinstance(value, date | PartialDate):
        return short_day(wording, value)
    if isinstance(value, BirthPlace):
        where = (value.commune, value.insee or value.postal_code, value.country)
        return ", ".join(filter(None, where))
    if isinstance(value, tuple):
        return ", ".join(map(_item_text, value))
    return str(value or "")


def _item_text(item: object) -> str:
    if not isinstance(item, Employment):
        return str(item)
    over = translate("Merge", "{employer} (past)").format(employer=item.organisation)
    return over if item.is_past else item.organisation
