"""Drafts as Python's own parser reads them: names, recipient, words, files, the same each time."""

from __future__ import annotations

from datetime import datetime
from email import message_from_string, policy
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any

import pytest

from jurydesk.exchange.mail_drafts import MailFile, Party, mail_draft

if TYPE_CHECKING:
    from email.message import EmailMessage

OFFICE = Party("Centre européen (CEFPF), jurys", "jurys@cefpf.example")
ZOE = Party("NGUYỄN Zoé", "zoe@example.org")
AT = datetime(2026, 7, 1, 9, 30)
TEXT = "Chère Zoé,\n\n« Œuvre » – de 9\u00a0h à 12\u00a0h\u00a030.\n.\nFrom Paris\n"
CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY:Jury\u00a0: « Œuvre »\r\nEND:VCALENDAR\r\n".encode()
FILES = (
    MailFile("Convocation 2026-12-A.pdf", b"%PDF-1.7\n\xff\x00", "application/pdf"),
    MailFile("Copie pour l’employeur – Zoé.pdf", b"%PDF", "application/pdf"),
    MailFile("Rendez-vous.ics", CALENDAR, "text/calendar", "REQUEST"),
)


def draft(**changes: Any) -> bytes:
    given: dict[str, Any] = {
        "sender": OFFICE, "to": ZOE, "subject": "Convocation\u00a0: 1er décembre",
        "text": TEXT, "files": FILES, "written_at": AT,
    }  # fmt: skip
    return mail_draft(**{**given, **changes})


def read(content: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(content)


def test_names_and_recipient_come_back_as_they_were() -> None:
    content = draft()
    head = content.partition(b"\r\n\r\n")[0]
    assert head.isascii()
    mail = read(content)
    (sender,), (to,) = mail["From"].addresses, mail["To"].addresses
    assert (sender.display_name, sender.addr_spec) == (OFFICE.name, OFFICE.address)
    assert (to.display_name, to.addr_spec) == (ZOE.name, ZOE.address)
    assert mail["Subject"] == "Convocation : 1er décembre"
    assert mail["Date"].datetime.isoformat() == "2026-07-01T09:30:00+02:00"
    assert sorted(mail.keys()) == [
        "Content-Type", "Date", "From", "MIME-Version", "Subject", "To", "X-Unsent",
    ]  # fmt: skip
    assert mail.defects == []


def test_words_and_files_come_back_as_they_were() -> None:
    text, *files = read(draft()).iter_parts()
    assert text.get_content().replace("\r\n", "\n") == TEXT
    assert [one.get_filename() for one in files] == [one.name for one in FILES]
    assert [one.get_payload(decode=True) for one in files] == [one.content for one in FILES]
    assert [one.get_content_disposition() for one in files] == ["attachment"] * 3
    assert (files[2].get_content_type(), files[2].get_param("method")) == (
        "text/calendar", "REQUEST",
    )  # fmt: skip


def test_the_same_draft_is_the_same_file() -> None:
    assert draft() == draft()
    assert draft() != draft(text="Autre")


def test_without_an_address_of_the_office_the_account_of_the_program_writes() -> None:
    assert read(draft(sender=Party("CEFPF")))["From"] is None


def test_a_mail_without_files_is_words_alone() -> None:
    mail = read(draft(files=()))
    assert mail.get_content_type() == "text/plain"
    assert mail["X-Unsent"] == "1"


def test_an_address_with_accents_stands_as_it_is() -> None:
    content = draft(to=Party("MORVAN Élise", "élise.morvan@exemple.fr")).decode("utf-8")
    mail = message_from_string(content, policy=policy.SMTPUTF8)
    assert mail["To"].addresses[0].addr_spec == "élise.morvan@exemple.fr"


@pytest.mark.parametrize("subject", ["a\r\nBcc: x@example.org", "a\nb"])
def test_no_line_of_the_head_can_be_smuggled_in(subject: str) -> None:
    mail = read(draft(subject=subject))
    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
