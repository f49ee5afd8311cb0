"""Gathers what people are told about a session: who, when, where, what is judged, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.summonses import KINDS, MessageWords, message_words
from jurydesk.domain.convening import OfficeContact, SummonsContent, sitting_of
from jurydesk.domain.outbox import MessageReason
from jurydesk.domain.release import Role
from jurydesk.domain.session import Modality
from jurydesk.errors import RefusedByRule
from jurydesk.services.facts import sheet_or_bare
from jurydesk.services.letters import template_text
from jurydesk.services.settings import settings_in
from jurydesk.services.site_facts import site_map
from jurydesk.services.summonses import answer_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from jurydesk.domain.release import Appointment
    from jurydesk.domain.session import Session
    from jurydesk.domain.sites import SiteMap
    from jurydesk.services.contacts import Contact
    from jurydesk.services.ports import UnitOfWork
    from jurydesk.wording import Wording


class Convening:
    """What is known of a session, read once, for all of these contacts."""

    def __init__(
        self,
        unit: UnitOfWork,
        session: Session,
        contacts: Iterable[Contact],
        *,
        today: date,
        wording: Wording,
    ) -> None:
        """Read sheets, sites, settings, texts and the persons behind the contacts."""
        every = tuple(contacts)
        judged = {a.certification for one in every for a in (*one.after, *one.before)}
        self._session = session
        self._today = today
        self._wording = wording
        self.texts = {code: template_text(unit, code, wording.language) for code in KINDS}
        self._office = settings_in(unit)
        self._sites = site_map(unit)
        self._sheets = {code: sheet_or_bare(unit, code) for code in sorted(judged)}
        members = sorted(one.number for one in every if one.role is Role.EXAMINER)
        heard = sorted(one.number for one in every if one.role is Role.CANDIDATE)
        self._examiners = {one.id: one for one in unit.examiners.some(members)}
        self._candidacies = {one.id: one for one in unit.candidacies.some(heard)}

    @property
    def session_id(self) -> int:
        """Return the number of the session."""
        return self._session.id

    def content(self, contact: Contact, reason: MessageReason, *, uid: str) -> SummonsContent:
        """Return what a contact is told, of whom something was or is asked."""
        office, session = self._office, self._session
        asked, before = contact.after, contact.before if contact.is_due else ()
        examiner = self._examiners.get(contact.number) if _sits(contact) else None
        candidacy = None if _sits(contact) else self._candidacies.get(contact.number)
        is_remote = session.modality is Modality.REMOTE
        return SummonsContent(
            session=session.code,
            role=contact.role,
            number=contact.number,
            name=contact.name,
            reason=reason,
            certifier=office.certifier(self._sheets[(asked or before)[0].certification]),
            written_on=self._today,
            released_at=_released_at(session),
            uid=uid,
            sequence=_sequence(contact),
            email=contact.email.strip(),
            organisation=examiner.organisation if examiner else "",
            is_employee=examiner.is_employee if examiner else False,
            asked=tuple(sitting_of(one, self._judged(one)) for one in asked),
            before=tuple(sitting_of(one, self._judged(one)) for one in before),
            modality=session.modality,
            address="" if is_remote else self._address([one.room for one in asked]),
            link=session.place if is_remote else "",
            due=self._due(contact, reason),
            notice=contact.notice,
            extra_time=candidacy is not None and candidacy.extra_time,
            step_free=candidacy is not None and candidacy.step_free,
            office=OfficeContact(office.email, office.phone, office.city),
        )

    def words(self, content: SummonsContent) -> MessageWords:
        """Return subject and text of the mail to one person, from the text in force."""
        return message_words(content, self.texts, wording=self._wording)

    def _judged(self, one: Appointment) -> str:
        sheet = self._sheets[one.certification]
        return f"{sheet.code} {sheet.title}".strip()

    def _due(self, contact: Contact, reason: MessageReason) -> date | None:
        if reason is MessageReason.REMINDER or not contact.is_due:
            return contact.summons.due if contact.summons else None
        return answer_day(contact.after, self._today, self._office)

    def _address(self, rooms: list[str]) -> str:
        return place_of(self._sites, rooms) or self._session.place or self._office.place


def place_of(sites: SiteMap, rooms: Iterable[str]) -> str:
    """Return the address of the site of these rooms; of several sites, each with its rooms.

    Empty where one of the rooms has no site, or its site no address.
    """
    by_address: dict[str, list[str]] = {}
    for room in dict.fromkeys(rooms):
        site = sites.site_of(room)
        if site is None or not site.address:
            return ""
        by_address.setdefault(f"{site.name}, {site.address}", []).append(room)
    if len(by_address) == 1:
        return next(iter(by_address))
    return " ; ".join(f"{address} ({', '.join(names)})" for address, names in by_address.items())


def _released_at(session: Session) -> datetime:
    if session.release is None:
        raise RefusedByRule("SESSION-NO-RELEASE", {"session": session.code})
    return session.release.at


def _sits(contact: Contact) -> bool:
    return contact.role is Role.EXAMINER


def _sequence(contact: Contact) -> int:
    """Return the number of the sending to come; of what was sent already, its own."""
    if contact.summons is None:
        return 0
    return len(contact.summons.sendings) if contact.is_due else contact.summons.sequence
