"""Where a person was born: town, code and country, with completion from the list of communes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.people import BirthPlace
from jurydesk.services.birth_places import PlaceHit, find_countries, find_places
from jurydesk.ui.widgets.completion_field import CompletionField, Proposal
from jurydesk.ui.widgets.form_fields import Form, FormField, text_edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

    from jurydesk.ui.tasks import TaskRunner

FRANCE = "France"


class BirthPlaceFields(QObject):
    """Three lines of a form that are read as one place."""

    def __init__(self, form: Form, runner: TaskRunner) -> None:
        """Build the lines; `add` puts them into the form."""
        super().__init__(form)
        self._form = form
        self._runner = runner
        self.commune = CompletionField(self.tr("Name, postal code or INSEE code"))
        self.code = text_edit()
        self.country = CompletionField()
        self._shown = BirthPlace()
        self.commune.query_changed.connect(partial(self._search, self.commune, find_places))
        self.country.query_changed.connect(partial(self._search, self.country, find_countries))
        self.commune.taken.connect(self._on_commune_taken)
        self.country.taken.connect(self._on_country_taken)

    def add(self) -> None:
        """Add the three lines to the part of the form begun last."""
        self._form.add("commune", FormField(self.tr("Born in"), self.commune))
        self._form.add("code", FormField(self.tr("INSEE or postal code"), self.code))
        self._form.add("country", FormField(self.tr("Country of birth"), self.country))

    def lines(self) -> dict[str, QLineEdit]:
        """Return the lines by the names of their fields."""
        return {"commune": self.commune, "code": self.code, "country": self.country}

    def show(self, place: BirthPlace) -> None:
        """Fill the lines; as long as nobody changes them, the place stays as it is."""
        self._shown = place
        self.commune.setText(place.commune)
        self.code.setText(place.insee or place.postal_code)
        self.country.setText(place.country)

    def place(self) -> BirthPlace:
        """Return the place; a code typed by hand is told apart by `services.birth_places`."""
        shown, code = self._shown, self.code.text().strip()
        known = {"insee": shown.insee, "postal_code": shown.postal_code}
        if code != (shown.insee or shown.postal_code):
            known = {"insee": "", "postal_code": code}
        return replace(
            shown,
            commune=self.commune.text().strip(),
            country=self.country.text().strip(),
            **known,
        )

    def proposal(self, hit: PlaceHit) -> Proposal:
        """Say a place as « Saint-Denis (974), La Réunion · 97411 »."""
        where = f"{hit.name} ({hit.department})" if hit.department else hit.name
        if hit.department_name:
            where = f"{where}, {hit.department_name}"
        parts = [where, hit.insee]
        if hit.today:
            parts.append(self.tr("former, today {place}").format(place=hit.today))
        elif hit.country:
            parts.append(self.tr("country"))
        return Proposal(" · ".join(parts), hit)

    def _search(
        self,
        field: CompletionField,
        find: Callable[[str], tuple[PlaceHit, ...]],
        query: str,
    ) -> None:
        found = partial(self._propose, field, query)
        self._runner.submit(partial(find, query), done=found, receiver=self)

    def _propose(self, field: CompletionField, query: str, hits: tuple[PlaceHit, ...]) -> None:
        field.show_proposals(query, [self.proposal(hit) for hit in hits])

    def _on_commune_taken(self, hit: PlaceHit) -> None:
        if hit.country:
            # The code is that of the country: the town abroad is still to be written
            self.show(BirthPlace(insee=hit.insee, country=hit.country))
        else:
            typed = self.commune.text().strip()
            postal = hit.postal_codes if len(hit.postal_codes) == 1 else ()
            chosen = typed if typed in hit.postal_codes else "".join(postal)
            self.show(BirthPlace(hit.name, hit.insee, chosen, hit.department, FRANCE))

    def _on_country_taken(self, hit: PlaceHit) -> None:
        commune = self.commune.text().strip()
        self.show(BirthPlace(commune, hit.insee, country=hit.country))
