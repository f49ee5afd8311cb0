"""The registry of rules: codes, dates of force, routes; and the sentences that go with them."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jurydesk.domain.certification import SEAT_KINDS
from jurydesk.domain.findings import Finding, Severity, Subject, SubjectKind
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.rules import RULES, Rule, found
from jurydesk.finding_text import finding_source, finding_text, finding_title, term
from jurydesk.wording import LANGUAGES, Language, Wording, catalogue
from tests.builders import SEATS, a_jury
from tests.domain import (
    amendment_cases,
    availability_cases,
    candidacy_cases,
    deliberation_cases,
    document_cases,
    entry_cases,
    expense_cases,
    grid_cases,
    hearing_cases,
    jury_cases,
    ledger_cases,
    minutes_cases,
    outbox_cases,
    pool_cases,
    site_cases,
    summons_cases,
)
from tests.domain.test_seating import WIDE_POOL, a_tie, check_juror, some_facts

TABLES = (
    amendment_cases,
    availability_cases,
    entry_cases,
    expense_cases,
    grid_cases,
    jury_cases,
    hearing_cases,
    candidacy_cases,
    deliberation_cases,
    document_cases,
    ledger_cases,
    minutes_cases,
    outbox_cases,
    pool_cases,
    site_cases,
    summons_cases,
)
VAE, TRAINING = AccessRoute.EXPERIENCE, AccessRoute.INITIAL_TRAINING


def _everything_found() -> tuple[Finding, ...]:
    """Each finding that the tables of situations produce, and what a newcomer would meet."""
    facts = some_facts(examiners=WIDE_POOL, ties=(a_tie(5),))
    newcomer = check_juror(facts, a_jury(), seat=SEATS[0], examiner=WIDE_POOL[4])
    found_ = (finding for table in TABLES for case in table.CASES for finding in case.find())
    return (*found_, *newcomer)


EVERYTHING = _everything_found()


def nobody(wording: Wording) -> list[str]:
    return [wording.text(f"nobody.{part}") for part in ("people", "examiner", "candidate")]


def test_every_rule_speaks_in_some_situation() -> None:
    assert {finding.code for finding in EVERYTHING} == set(RULES)


def test_every_rule_is_silent_in_some_situation() -> None:
    silent = [case.name for table in TABLES for case in table.CASES if not case.expected]
    assert len(silent) > len(TABLES)


def test_findings_carry_the_weight_and_version_of_their_rule() -> None:
    for finding in EVERYTHING:
        rule = RULES[finding.code]
        assert (finding.severity, finding.version) == (rule.severity, rule.version)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_reads_as_a_sentence(language: Language) -> None:
    wording = Wording(language)
    for finding in EVERYTHING:
        sentence = finding_text(finding, wording)
        assert sentence.endswith((".", "?"))
        assert not {"{", "}"} & set(sentence), sentence
        assert not any(words in sentence for words in nobody(wording)), (finding, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_a_nameless_draft_reads_as_a_sentence(language: Language) -> None:
    wording = Wording(language)
    for finding in EVERYTHING:
        subjects = tuple(replace(subject, name="") for subject in finding.subjects)
        sentence = finding_text(replace(finding, subjects=subjects), wording)
        assert sentence[0] == sentence[0].upper(), sentence
        assert not sentence.startswith((":", " ", "\u00a0", "(")), sentence
        assert not any(
            f"{words.capitalize()}{colon}" in sentence
            for words in nobody(wording)
            for colon in (":", "\u00a0:")
        ), sentence


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "fr",
            [
                "Il faut le nom de naissance, un prénom et la date de naissance.",
                "Ce membre n’a pas suivi la formation des membres de jury.",
            ],
        ),
        (
            "en",
            [
                "Birth name, one first name and birth date are needed.",
                "This member was not trained to sit in a jury.",
            ],
        ),
    ],
)
def test_a_draft_without_a_name_is_not_called_by_one(
    language: Language, sentences: list[str]
) -> None:
    nameless = Subject(SubjectKind.CANDIDATE, 0, ""), Subject(SubjectKind.EXAMINER, 0, "")
    findings = [found(code, *nameless) for code in ("CAND-01", "JURY-14")]
    assert [finding_text(finding, Wording(language)) for finding in findings] == sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_name_and_a_source_as_printed(language: Language) -> None:
    wording = Wording(language)
    for code in RULES:
        finding = found(code)
        assert finding_title(finding, wording)
        assert finding_source(finding, wording)


def test_both_languages_use_the_same_figures() -> None:
    for code in RULES:
        written = [
            catalogue(language)[key]
            for language in LANGUAGES
            for key in (code, f"{code}.many")
            if key in catalogue(language)
        ]
        assert len({frozenset(_figures(template)) for template in written}) == 1, code


def test_no_sentence_uses_a_figure_that_its_finding_lacks() -> None:
    names = {"people", "examiner", "candidate"}
    for finding in EVERYTHING:
        given = {name for name, _ in finding.figures} | names
        # An entry is said from its own days
        given |= {"entry"} if {"start", "end"} <= given else set()
        assert _figures(catalogue("fr")[finding.code]) <= given


def test_sentences_of_no_rule_are_gone() -> None:
    areas = {code.split("-")[0] for code in RULES}
    for language in LANGUAGES:
        codes = {re.match(r"([A-Z]+)-\d\d", key) for key in catalogue(language)}
        assert {code[0] for code in codes if code and code[1] in areas} == set(RULES)


def _figures(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_sentence_of_a_tie_in_both_languages() -> None:
    finding = found(
        "TIE-01",
        Subject(SubjectKind.EXAMINER, 1, "ARNAUD Zoé"),
        Subject(SubjectKind.CANDIDACY, 1, "LEGRAND Ophélie"),
        tie="TRAINER",
        seat="EMPLOYERS",
    )
    assert finding_text(finding, Wording("fr")) == (
        "Un lien unit ARNAUD Zoé et LEGRAND Ophélie (formateur référent)\u00a0: ARNAUD Zoé ne peut "
        "siéger dans ce jury, même sans voix délibérative."
    )
    assert finding_text(finding, Wording("en")).startswith(
        "ARNAUD Zoé and LEGRAND Ophélie are tied (referent trainer)"
    )


def test_names_are_joined_as_one_says_them() -> None:
    people = tuple(Subject(SubjectKind.CANDIDACY, n, f"P{n}") for n in (1, 2, 3))
    finding = found("HEAR-01", *people, room="Salle 1", start=date(2026, 12, 1))
    assert finding_text(finding, Wording("fr")).startswith("P1, P2 et P3 passent")
    assert finding_text(finding, Wording("en")).startswith("P1, P2 and P3 are heard")
    alone = replace(finding, subjects=())
    assert finding_text(alone, Wording("fr")).startswith("Ces personnes passent")


def test_terms_fall_back_on_the_code() -> None:
    wording = Wording("fr")
    assert [term("seat", kind, wording) for kind in SEAT_KINDS] == [
        "employeurs",
        "salariés",
        "indépendants",
        "équipe pédagogique",
    ]
    assert term("seat", "PROFESSIONALS", wording) == "PROFESSIONALS"


class TestDatesOfForce:
    RULE = Rule(
        "X-01",
        Severity.WARNING,
        "D6412-6",
        holds_from=date(2024, 4, 13),
        holds_until=date(2026, 12, 31),
    )

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2024, 4, 12), False),
            (date(2024, 4, 13), True),
            (date(2026, 12, 31), True),
            (date(2027, 1, 1), False),
            (None, True),
        ],
    )
    def test_hold_between_their_days(self, day: date | None, expected: bool) -> None:
        assert self.RULE.holds(day, route=VAE) is expected

    def test_without_days_hold_for_ever(self) -> None:
        assert RULES["JURY-01"].holds(date.min)

    @pytest.mark.parametrize(("route", "expected"), [(VAE, True), (TRAINING, False), (None, False)])
    def test_hold_on_their_routes(self, route: AccessRoute | None, expected: bool) -> None:
        rule = replace(self.RULE, routes=frozenset({VAE}))
        assert rule.holds(date(2025, 1, 1), route=route) is expected

    @pytest.mark.parametrize(("code", "expected"), [("RNCP6082", True), ("RNCP34316", False)])
    def test_hold_for_their_certifications(self, code: str, expected: bool) -> None:
        rule = replace(self.RULE, certifications=frozenset({"RNCP6082"}))
        assert rule.holds(date(2025, 1, 1), certification=code) is expected

    def test_rule_on_ties_begins_the_day_after_the_decree_was_published(self) -> None:
        published = date(2024, 4, 12)
        assert not RULES["TIE-01"].holds(published, route=VAE)
        assert RULES["TIE-01"].holds(published + timedelta(1), route=VAE)
        assert not RULES["TIE-01"].holds(published + timedelta(1), route=TRAINING)
