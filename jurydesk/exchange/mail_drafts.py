"""Mails as files (.eml) that the office's own mail program opens as drafts; nothing is sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import TYPE_CHECKING

from jurydesk.exchange.examiner_calendar import ZONE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who writes or is written to; without an address where none is known."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class MailFile:
    """One attachment. `kind` is its media type, such as `application/pdf`."""

    name: str
    content: bytes
    kind: str
    method: str = ""
    """Of a calendar: what it asks for (RFC 6047)."""


def mail_draft(
    *,
    sender: Party,
    to: Party,
    subject: str,
    text: str,
    files: Sequence[MailFile],
    written_at: datetime,
) -> bytes:
    """Return a draft to one person; the same words and files give the same bytes.

    `written_at`: local time. Without an address of the sender the mail program writes from its
    own account.
    """
    plain = sender.address.isascii() and to.address.isascii()
    mail = EmailMessage(policy=SMTP if plain else SMTPUTF8)
    # By this Outlook opens the file as a draft; others do so from their menus
    mail["X-Unsent"] = "1"
    if sender.address:
        mail["From"] = _address(sender)
    mail["To"] = _address(to)
    mail["Subject"] = " ".join(subject.split())
    mail["Date"] = format_datetime(written_at.replace(tzinfo=ZONE, microsecond=0))
    mail.set_content(text.rstrip() + "\n", charset="utf-8", cte="quoted-printable")
    for one in files:
        _attach(mail, one)
    _set_boundary(mail)
    return mail.as_bytes()


def _address(party: Party) -> Address:
    user, _, domain = party.address.rpartition("@")
    return Address(party.name, user, domain)


def _attach(mail: EmailMessage, one: MailFile) -> None:
    main, _, sub = one.kind.partition("/")
    if main == "text":
        # A calendar finds its method beside its type, not only inside
        mail.add_attachment(
            one.content.decode("utf-8"),
            subtype=sub,
            charset="utf-8",
            cte="base64",
            filename=one.name,
            params={"method": one.method, "name": one.name} if one.method else {},
        )
    else:
        mail.add_attachment(one.content, maintype=main, subtype=sub, filename=one.name)


def _set_boundary(mail: EmailMessage) -> None:
    """Part the parts by their own content: a random line would make each draft a new file."""
    if mail.is_multipart():
        whole = b"".join(part.as_bytes() for part in mail.iter_parts())
        mail.set_boundary(f"=_{hashlib.sha256(whole).hexdigest()[:40]}")
