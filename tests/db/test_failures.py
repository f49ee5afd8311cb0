"""Every failure of the storage has its sentence, in both languages, with the figures it needs."""

from __future__ import annotations

import errno
import json
import re
import sqlite3
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from jurydesk.db import failures
from jurydesk.db.failures import failure, translated
from jurydesk.db.location import FileLocation, ServerLocation, locate
from jurydesk.domain.changes import Kind
from jurydesk.errors import (
    DamagedFile,
    EnvironmentFailure,
    RefusedByRule,
    StaleData,
    WrongUsage,
)
from jurydesk.paths import resource
from jurydesk.wording import LANGUAGES, Language, Wording

if TYPE_CHECKING:
    from jurydesk.errors import JurydeskError

PLACE = FileLocation(Path("/bureau/office.jurydesk"))
SERVER = ServerLocation("postgresql://office:s%C3%A9same@bdd.exemple.fr:5433/jurys")
NOT_ENTITIES = {Kind.SETTING, Kind.NATIONAL_NUMBER}
FOR_EACH_KIND = {failures.STALE, failures.UNKNOWN_ENTITY, failures.STILL_USED}
WITHOUT_KIND = {failures.STILL_USED}
CONSTANTS = {v for v in vars(failures).values() if isinstance(v, str) and v.startswith("STORE-")}
CODES = {
    *(CONSTANTS - FOR_EACH_KIND | WITHOUT_KIND),
    *(f"{code}.{kind}" for code in FOR_EACH_KIND for kind in Kind if kind not in NOT_ENTITIES),
}
FIGURES = {
    "place": "x",
    "detail": "x",
    "found": 2,
    "known": 1,
    "id": 12,
    "why": "x",
    "scheme": "x",
    "service": "x",
}
GIVEN = {
    failures.NEWER: {"place", "found", "known"},
    failures.INPUT_OUTPUT: {"place", "detail"},
    failures.MIGRATION_FAILED: {"place", "detail"},
    failures.BAD_ADDRESS: {"scheme"},
    failures.SYNCHRONISED_FOLDER: {"place", "service"},
    failures.NO_BACKUP: {"place", "why"},
    failures.BROKEN_FILE: {"detail"},
    failures.BROKEN_LINK: {"detail"},
    failures.UNREADABLE: {"detail"},
    failures.MISSING_GUARD: {"detail"},
    failures.TRAIL_CUT: {"detail"},
    failures.ALTERED_DELIBERATION: {"detail"},
    failures.ALTERED_SESSION: {"detail"},
    failures.MISSING_MINUTES: {"detail"},
    failures.UNRECORDED_MINUTES: {"detail"},
    failures.MOVED_MINUTES: {"detail"},
    failures.NO_CONTENT: {"detail"},
    failures.LOST_CONTENT: {"detail"},
    failures.ALTERED_CONTENT: {"detail"},
    failures.LOST_RECEIPT: {"detail"},
    failures.ALTERED_RECEIPT: {"detail"},
}


def sentences(language: Language) -> dict[str, str]:
    path = resource("wording", language, "errors-storage.json")
    read: dict[str, str] = json.loads(path.read_text("utf-8"))
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence_and_no_sentence_is_dead(language: Language) -> None:
    assert set(sentences(language)) == CODES


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_use_the_figures_that_their_code_is_given(language: Language) -> None:
    for code, sentence in sentences(language).items():
        used = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        assert used <= GIVEN.get(code, {"id"} if code.count(".") else {"place"}), code
        assert "{" not in Wording(language).text(code, **FIGURES)


def test_french_punctuation_does_not_leave_its_word() -> None:
    loose = re.compile(r" [:;!?»]|« |(?<![\u00a0/])[;!?»]|«(?!\u00a0)|n° |'")
    assert [s for s in sentences("fr").values() if loose.search(s)] == []


def sqlite_error(code: int, words: str = "failed") -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


class OperationalError(Exception):
    """Stands for psycopg's: a driver that need not be installed."""

    __module__ = "psycopg.errors"

    def __init__(self, words: str = "", sqlstate: str | None = None) -> None:
        super().__init__(words)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("raised", "type_", "code"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), EnvironmentFailure, "STORE-05"),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), EnvironmentFailure, "STORE-05"),
        (sqlite_error(sqlite3.SQLITE_FULL), EnvironmentFailure, "STORE-06"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), EnvironmentFailure, "STORE-07"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), EnvironmentFailure, "STORE-01"),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), EnvironmentFailure, "STORE-13"),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), DamagedFile, "STORE-04"),
        (sqlite_error(sqlite3.SQLITE_NOTADB), DamagedFile, "STORE-02"),
        (sqlite_error(sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY), RefusedByRule, "STORE-21"),
        (sqlite_error(sqlite3.SQLITE_CONSTRAINT_UNIQUE), RefusedByRule, "STORE-26"),
        (sqlite_error(sqlite3.SQLITE_ERROR, "no such table: x"), DamagedFile, "STORE-04"),
        (OSError(errno.ENOSPC, "full"), EnvironmentFailure, "STORE-06"),
        (OSError(errno.EROFS, "read-only"), EnvironmentFailure, "STORE-07"),
        (PermissionError(errno.EACCES, "denied"), EnvironmentFailure, "STORE-07"),
        (OSError(errno.EIO, "broken"), EnvironmentFailure, "STORE-13"),
        (OSError("no number"), EnvironmentFailure, "STORE-13"),
        (OperationalError(sqlstate="57P01"), EnvironmentFailure, "STORE-08"),
        (OperationalError(sqlstate="08006"), EnvironmentFailure, "STORE-08"),
        (OperationalError(sqlstate="28P01"), EnvironmentFailure, "STORE-09"),
        (OperationalError(sqlstate="3D000"), EnvironmentFailure, "STORE-10"),
        (OperationalError(sqlstate="42501"), EnvironmentFailure, "STORE-18"),
        (OperationalError(sqlstate="53100"), EnvironmentFailure, "STORE-06"),
        (OperationalError(sqlstate="55P03"), EnvironmentFailure, "STORE-05"),
        (OperationalError(sqlstate="40P01"), StaleData, "STORE-28"),
        (OperationalError(sqlstate="23503"), RefusedByRule, "STORE-21"),
        (OperationalError(sqlstate="23505"), RefusedByRule, "STORE-26"),
        (OperationalError("connection refused"), EnvironmentFailure, "STORE-08"),
        (
            OperationalError("FATAL:  authentification par mot de passe échouée"),
            EnvironmentFailure,
            "STORE-09",
        ),
        (
            OperationalError("FATAL:  la base de données « jurys » n'existe pas"),
            EnvironmentFailure,
            "STORE-10",
        ),
    ],
)
def test_what_drivers_raise_has_a_code(
    raised: BaseException, type_: type[JurydeskError], code: str
) -> None:
    error = translated(raised, PLACE)
    assert error is not None
    assert (type(error), error.code) == (type_, code)
    assert error.figures["place"] == str(PLACE.path)


def test_a_file_that_is_there_and_does_not_open_may_not_be_written(tmp_path: Path) -> None:
    place = FileLocation(tmp_path / "bureau.jurydesk")
    place.path.touch()
    error = translated(sqlite_error(sqlite3.SQLITE_CANTOPEN), place)
    assert error is not None
    assert error.code == "STORE-07"


@pytest.mark.parametrize(
    "raised",
    [
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT_NOTNULL),
        sqlite_error(sqlite3.SQLITE_ERROR, "near SELEC: syntax error"),
        OperationalError(sqlstate="42601"),
        KeyError("x"),
    ],
)
def test_a_fault_of_ours_stays_one(raised: BaseException) -> None:
    assert translated(raised, PLACE) is None


def test_an_error_of_ours_passes_as_it_is() -> None:
    error = failure(failures.NEWER, PLACE, found=2, known=1)
    assert translated(error, SERVER) is error


def test_a_server_is_named_without_its_password() -> None:
    error = failure(failures.SERVER_AWAY, SERVER)
    assert error.figures == {"place": "jurys (bdd.exemple.fr:5433)"}
    assert "same" not in repr(SERVER)


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("postgresql://bdd/jurys", "jurys (bdd)"),
        ("postgres://bdd:5432/jurys?sslmode=require", "jurys (bdd:5432)"),
        ("postgresql:///jurys", "jurys (localhost)"),
        ("office.jurydesk", "office.jurydesk"),
        (Path("dossier") / "office.jurydesk", "office.jurydesk"),
        ("C:\\bureau\\office.jurydesk", Path("C:\\bureau\\office.jurydesk").name),
    ],
)
def test_places_are_told_apart(address: str | Path, label: str) -> None:
    assert locate(address).label == label


@pytest.mark.parametrize(
    "address",
    ["mysql://bdd/jurys", "postgresql://bdd", "postgresql://bdd:x/j", "postgresql://u:1/p@bdd/j"],
)
def test_an_address_that_we_cannot_use(address: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        locate(address)
    assert caught.value.figures == {"scheme": address.partition(":")[0]}
