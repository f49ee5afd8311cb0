"""A birth date: a day, or what civil status knows of it, a year or a month of a year."""

from __future__ import annotations

from datetime import date

from typing_extensions import override

from jurydesk.domain.partial_date import PartialDate, read_partial
from jurydesk.ui.widgets.date_field import DateField


class BirthField(DateField):
    """A date field that also takes 1985, 03/1985, 00/03/1985 and 00/00/1985."""

    def partial(self) -> PartialDate | None:
        """Return what stands there of a date that is known in part; None where it is whole."""
        return None if self.day() is not None else read_partial(self.text())

    def set_born(self, born: date | PartialDate | None) -> None:
        """Show a birth date, as far as it is known."""
        if isinstance(born, PartialDate):
            self.setText(born.text)
        else:
            self.set_day(born)

    @override
    def is_readable(self) -> bool:
        """Tell whether what stands there is a date, in full or in part, or nothing."""
        return super().is_readable() or self.partial() is not None
