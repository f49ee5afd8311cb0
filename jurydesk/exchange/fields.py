"""What a column of a roster may hold, and the headings that people give it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from jurydesk.exchange.colleges import seat_kind
from jurydesk.exchange.contacts import to_e164
from jurydesk.exchange.folding import fold
from jurydesk.exchange.names import SEX_WORDS
from jurydesk.exchange.route_names import route_named
from jurydesk.paths import resource


class CandidateField(StrEnum):
    """Fields of a roster of candidates; the value is the name used in a map of columns."""

    NUMBER = "number"
    SEX = "sex"
    BIRTH_NAME = "birth_name"
    USAGE_NAME = "usage_name"
    FIRST_NAMES = "first_names"
    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"
    BIRTH_COMMUNE = "birth_commune"
    BIRTH_CODE = "birth_code"
    BIRTH_DEPARTMENT = "birth_department"
    BIRTH_COUNTRY = "birth_country"
    EMAIL = "email"
    PHONE = "phone"
    EMPLOYER = "employer"
    ACCOMPANIST = "accompanist"
    CERTIFICATION = "certification"
    BLOCKS = "blocks"
    ROUTE = "route"
    FILE_RECEIVED = "file_received"
    FILE_COMPLETE = "file_complete"
    ADMISSIBLE = "admissible"
    VALIDATION_RECEIVED = "validation_received"
    STATUS = "status"
    REMARKS = "remarks"
    PROMOTION = "promotion"
    ENTRY = "entry"
    EXIT = "exit"
    ASSESSMENT = "assessment"
    DISSERTATION = "dissertation"
    ATTENDANCE = "attendance"
    ENTRANCE = "entrance"
    EVIDENCE = "evidence"
    PLACEMENT = "placement"
    TRAINER = "trainer"


class ExaminerField(StrEnum):
    """Fields of a roster of examiners."""

    NUMBER = "number"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    FULL_NAME = "full_name"
    SEX = "sex"
    COLLEGE = "college"
    DOCUMENT = "document"
    OCCUPATION = "occupation"
    ORGANISATION = "organisation"
    EMAIL = "email"
    PHONE = "phone"
    MANDATE_START = "mandate_start"
    MANDATE_END = "mandate_end"
    MANDATE_ACT = "mandate_act"
    TRAINED = "trained"
    JUDGES = "judges"
    ABSENCES = "absences"
    JURIES_LAST_YEAR = "juries_last_year"
    LAST_PRESIDENCY = "last_presidency"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of roster: its headings, what it cannot do without, and columns known by content."""

    kind: str
    needed: tuple[tuple[str, frozenset[str]], ...]
    """Of each group one field must be there; the code says what is missing otherwise."""
    contents: Mapping[str, Callable[[str], bool]]
    """Tests that tell a column by what stands in it."""
    rivals: Mapping[str, tuple[str, ...]]
    """A heading may mean another field where the content says so: « Statut » holds routes."""
    second: Mapping[str, str]
    """What a heading means when its first meaning is better served by another column."""

    @property
    def headings(self) -> Mapping[str, tuple[str, ...]]:
        """Return the folded headings known for each field, in French and English."""
        return _known_headings(self.kind)


@cache
def _known_headings(kind: str) -> Mapping[str, tuple[str, ...]]:
    content = resource("rosters", "headings.json").read_text(encoding="utf-8")
    known: dict[str, list[str]] = json.loads(content)[kind]
    return {field: tuple(headings) for field, headings in known.items()}


def _is_email(text: str) -> bool:
    return "@" in text and "." in text.rpartition("@")[2]


def _is_phone(text: str) -> bool:
    return bool(to_e164(text))


def _is_route(text: str) -> bool:
    return route_named(text) is not None


def _is_rncp(text: str) -> bool:
    return fold(text).startswith("rncp")


def _is_sex(text: str) -> bool:
    return fold(text) in SEX_WORDS


def _is_college(text: str) -> bool:
    return seat_kind(text) is not None


CANDIDATES = Layout(
    kind="candidates",
    needed=(
        ("ROSTER-11", frozenset({CandidateField.BIRTH_NAME, CandidateField.FULL_NAME})),
        ("ROSTER-12", frozenset({CandidateField.CERTIFICATION})),
    ),
    contents={
        CandidateField.EMAIL: _is_email,
        CandidateField.PHONE: _is_phone,
        CandidateField.ROUTE: _is_route,
        CandidateField.CERTIFICATION: _is_rncp,
        CandidateField.SEX: _is_sex,
    },
    rivals={
        CandidateField.STATUS: (CandidateField.ROUTE,),
        CandidateField.PROMOTION: (CandidateField.ROUTE,),
    },
    second={"nom": CandidateField.USAGE_NAME},
)

EXAMINERS = Layout(
    kind="examiners",
    needed=(
        ("ROSTER-11", frozenset({ExaminerField.LAST_NAME, ExaminerField.FULL_NAME})),
        ("ROSTER-13", frozenset({ExaminerField.COLLEGE})),
    ),
    contents={
        ExaminerField.EMAIL: _is_email,
        ExaminerField.PHONE: _is_phone,
        ExaminerField.COLLEGE: _is_college,
        ExaminerField.SEX: _is_sex,
    },
    rivals={},
    second={},
)
