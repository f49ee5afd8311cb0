"""A national number in clear is in no file, no trail, no export, no log and no crash report."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from jurydesk import logs
from jurydesk.bootstrap import create_workspace, open_desk
from jurydesk.db.sealing import OfficeVault
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.national_number import read_number
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import DamagedFile
from jurydesk.services.candidates import (
    list_candidacies,
    open_candidate,
    remove_candidate,
    save_file,
)
from jurydesk.services.exports import export_candidates
from jurydesk.services.history import audit_rows
from jurydesk.services.national_numbers import (
    change_passphrase,
    set_number,
    set_passphrase,
    show_number,
    unlock,
    vault_state,
)
from jurydesk.services.workspace import backup
from jurydesk.wording import Wording
from tests.ui.office import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.services.ports import Desk

BODY = "2690549588157"
SPACED = "2 69 05 49 588 157 80"
FIRST, SECOND = "quatre mots qui restent", "cinq mots bien plus neufs"
CORSICAN = "2 69 05 2A 004 157 77"
SECRETS = (BODY, SPACED, "269052A004157", CORSICAN, FIRST, SECOND)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log of a program that was started in this test."""
    root = logging.getLogger("jurydesk")
    before = list(root.handlers)
    root.handlers[:] = []
    monkeypatch.setattr(logs, "user_data", lambda: tmp_path / "data")
    logs.start_logging()
    yield logs.logs_folder() / "jurydesk.log"
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = before


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    opened = create_workspace(tmp_path / "office.jurydesk", actor="Camille")
    fill(opened, candidates=4, examiners=2)
    return replace(opened, vault=OfficeVault(cost=2**10))


def test_no_trace_outside_the_seal(desk: Desk, tmp_path: Path, log: Path) -> None:
    set_passphrase(desk, passphrase=FIRST)
    for number in (SPACED, CORSICAN):
        set_number(desk, candidate_id=1, number=number)
        assert show_number(desk, candidate_id=1) == number
        logging.getLogger("jurydesk").error("kept %s and %s", number, read_number(number).text)
    set_number(desk, candidate_id=2, number=SPACED)
    change_passphrase(desk, old=FIRST, new=SECOND)
    assert show_number(desk, candidate_id=2) == SPACED

    backup(desk, target=tmp_path / "copy.jurydesk")
    export_candidates(desk, path=tmp_path / "roster.xlsx", wording=Wording("fr"))
    crash(desk)
    rows = audit_rows(desk)
    assert {"AUDIT-NATIONAL_NUMBER_SET", "AUDIT-NATIONAL_NUMBER_SHOWN"} <= {r.code for r in rows}
    told = f"{rows!r} {list_candidacies(desk)!r} {open_candidate(desk, candidate_id=2)!r}"
    assert [secret for secret in SECRETS if secret in told] == []
    desk.close()

    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in written}
    assert kinds == {".jurydesk", ".xlsx", ".log", ".txt"}
    assert log.read_text("utf-8").count("[number]") == 4
    assert {path.name: found_in(path) for path in written if found_in(path)} == {}


def test_the_vault_is_locked_in_the_next_run(desk: Desk, tmp_path: Path) -> None:
    set_passphrase(desk, passphrase=FIRST)
    set_number(desk, candidate_id=1, number=SPACED)
    desk.close()
    again = open_desk(tmp_path / "office.jurydesk", actor="Camille")
    assert again.vault is not None
    assert again.vault.key is None
    unlock(again, passphrase=FIRST)
    assert show_number(again, candidate_id=1) == SPACED
    again.close()


def found_in(path: Path) -> list[str]:
    """Look for the secrets in a file as it lies on the disk, and in what a workbook unpacks to."""
    contents = [path.read_bytes()]
    if path.suffix == ".xlsx":
        with ZipFile(path) as archive:
            contents += [archive.read(name) for name in archive.namelist()]
    return [
        secret
        for secret in SECRETS
        for content in contents
        if secret.encode() in content or secret.encode("utf-16-le") in content
    ]


def crash(desk: Desk) -> None:
    """Fail with the number in the message and in the hands of the failing call."""
    with pytest.raises(ValueError, match="588") as caught:
        int(show_number(desk, candidate_id=2))
    assert logs.write_crash_report(caught.value, version="test") is not None


def test_on_both_databases(address: str) -> None:
    desk = replace(open_desk(address, actor="Camille"), vault=OfficeVault(cost=2**10))
    people = [Candidate("Vidal", ("Zoé",)), Candidate("Sow", ("Aïcha",))]
    path = Candidacy(0, "RNCP40642", AccessRoute.EXPERIENCE)
    for person in people:
        save_file(desk, candidate=person, candidacy=path)
    set_passphrase(desk, passphrase=FIRST)
    for number in (1, 2):
        set_number(desk, candidate_id=number, number=SPACED)
    with desk.open_unit() as unit:
        sealed = [unit.national_numbers.get(number) for number in (1, 2)]
        # Somebody exchanges two rows behind the program's back
        unit.national_numbers.put(1, sealed[1])
        unit.audit.record(EventType.NATIONAL_NUMBER_SET, {"candidate": 1})
        unit.commit()
    for act in (
        partial(show_number, desk, candidate_id=1),
        partial(change_passphrase, desk, old=FIRST, new=SECOND),
    ):
        with pytest.raises(DamagedFile):
            act()
    assert show_number(desk, candidate_id=2) == SPACED
    remove_candidate(desk, candidate_id=1)
    assert vault_state(desk).count == 1
    change_passphrase(desk, old=FIRST, new=SECOND)
    assert show_number(desk, candidate_id=2) == SPACED
    desk.close()
