"""Every code that the services and the commands speak has its sentence, and none is dead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

import pytest

from jurydesk.domain.acquisitions import EquivalenceState
from jurydesk.domain.audit import EventType
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.clocks import TERMS, ClockKind, ClockState, Expiry
from jurydesk.domain.deliberation import Appearance, Decision, Outcome, Voice
from jurydesk.domain.entry_conditions import Answer
from jurydesk.domain.expenses import ClaimStatus
from jurydesk.domain.findings import Severity
from jurydesk.domain.journeys import JOURNEYS, Waiting
from jurydesk.domain.outbox import MessageReason
from jurydesk.domain.parchments import ParchmentMark
from jurydesk.domain.release import Role
from jurydesk.domain.right_to_sit import RightKind, Standing
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.scales import ScaleFault
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.steps import StepKind
from jurydesk.domain.summons import Reply
from jurydesk.exchange.person_likeness import Why
from jurydesk.paths import resource
from jurydesk.services import results_columns as columns
from jurydesk.services.closing_checklist import CHECKLIST, LineState
from jurydesk.services.convening_files import Part
from jurydesk.services.deadlines import Urgency
from jurydesk.services.expense_export import COLUMNS, LINE_COLUMNS
from jurydesk.services.paper_kinds import PaperStage
from jurydesk.services.register_export import REGISTER_COLUMNS
from jurydesk.wording import LANGUAGES

REPOSITORY = Path(__file__).resolve().parents[2]
PROVED_ELSEWHERE = frozenset(
    (
        "aftermath_papers bans certification_files errors-storage expense_papers fields import "
        "minutes papers planning pool reasons rules terms"
        "bans certification_files errors-storage expense_papers fields grid_paper grid_rules "
        "import minutes papers "
        "planning pool reasons rules terms"
    ).split()
)
OF_LETTERS = re.compile(r"letters(_\w+)?")
"""Names, fields and examples of letters: proved in tests/services/test_letter_words.py."""
FILES = sorted(
    path.stem
    for path in resource("wording", "fr").glob("*.json")
    if path.stem not in PROVED_ELSEWHERE and not OF_LETTERS.fullmatch(path.stem)
)
CODE = re.compile(r'"([A-Z]{5,}|[A-Z]+(?:-[A-Za-z_0-9]+)+)"')
NAME = re.compile(r'"([a-z_-]+)"')

FIRST_ACTS = {
    act
    for terms in TERMS.values()
    for act in (*terms.stops[:1], terms.writes_down, terms.starts_again)
    if act is not None
}
REFUSALS = set(
    re.findall(
        r'"(STEP-\d\d)"',
        (REPOSITORY / "jurydesk" / "domain" / "step_rules.py").read_text(encoding="utf-8"),
    )
)
"""Codes of the refusals of steps, written in the domain."""
GAPS = set(
    re.findall(
        r'"(IDENTITY-[A-Z-]+)"',
        (REPOSITORY / "jurydesk" / "domain" / "identity.py").read_text(encoding="utf-8"),
    )
)
"""Codes of what an identity lacks, written in the domain."""
HANDED_IN = {
    code
    for path in (REPOSITORY / "jurydesk" / "exchange").glob("received_*.py")
    for code in re.findall(r'"(ATTACH-[A-Z-]+)"', path.read_text(encoding="utf-8"))
}
"""Codes of what is refused of a file that is handed in, written where it is read."""
AVAILABILITY = {
    code
    for path in (REPOSITORY / "jurydesk" / "exchange").glob("*.py")
    for code in re.findall(r'"(AVAIL-[A-Z-]+)"', path.read_text(encoding="utf-8"))
}
"""Codes of what is not understood of a person's time, written where it is read."""
NUMBERS = {
    code
    for name in ("domain/national_number.py", "db/sealing.py")
    for code in re.findall(
        r'"((?:NIR|VAULT)-[A-Z-]+)"',
        (REPOSITORY / "jurydesk" / name).read_text(encoding="utf-8"),
    )
}
"""Codes of what is wrong with a national number or with its seal."""
MODELS = {
    code
    for path in (REPOSITORY / "jurydesk" / "documents").glob("template_*.py")
    for code in re.findall(r'"(MODEL-[A-Z-]+)"', path.read_text(encoding="utf-8"))
}
"""Codes of what is wrong with the text of a letter, written where it is read."""
TELLING = (
    *("NAME", "ROLE", "NEWS", "BEFORE", "AFTER", "EMAIL", "PHONE", "ON"),
    *("CHANNEL", "DUE", "ANSWER", "ANSWERED", "DAYS", "NOTE", "REMINDER"),
)
SHEETS = ("CANDIDATES", "EXAMINERS", "HEARINGS", "MEMBERS")
RIGHTS = {
    *(f"RIGHT-{standing}" for standing in Standing),
    *(f"RIGHT-{kind}" for kind in RightKind),
    *(
        code
        for kind, standing in product(RightKind, Standing)
        for name in (f"RIGHT-{kind}-{standing}",)
        for code in (name, f"{name}-TODO", f"{name}-UNDATED")
        if code in json.loads(resource("wording", "fr", "right.json").read_text("utf-8"))
    ),
}
"""Facts of the right to sit, each as it can stand."""
SHEET = {
    code
    for path in (REPOSITORY / "jurydesk" / "documents" / "drawing").glob("*.py")
    for code in re.findall(r'"(SHEET-[A-Z-]+)"', path.read_text(encoding="utf-8"))
}
"""Codes of the sheet of an examiner, written where it is drawn."""
COMPUTED = {
    *GAPS,
    *AVAILABILITY,
    *HANDED_IN,
    *MODELS,
    *NUMBERS,
    *(f"AUDIT-{event}" for event in EventType),
    *(f"GRID-SCALE-{fault}" for fault in ScaleFault),
    *map(str, Why),
    *(f"TASK-CLOCK-{kind}" for kind in ClockKind),
    *(f"ACT-STEP-{kind}" for kind in StepKind),
    *(f"TIMELINE-HEARING-{decision}" for decision in Decision),
    *(f"ACT-EQUIVALENCE-{state}" for state in EquivalenceState),
    *(f"ACT-CONDITION-{answer}" for answer in Answer),
    *(f"step.{kind}" for kind in StepKind),
    *(f"waiting.{waiting}" for waiting in (*Waiting, "JURY")),
    *(f"journey.{line.code}" for lines in JOURNEYS.values() for line in lines),
    *REFUSALS,
    *(f"TASK-CLOCK-{kind}-EXPIRED" for kind, one in TERMS.items() if one.expiry.settles),
    *(f"DEADLINE-RULE-{kind}" for kind in ClockKind),
    *(f"DEADLINE-EXPIRY-{expiry}" for expiry in Expiry),
    *(f"DEADLINE-URGENCY-{urgency}" for urgency in Urgency),
    *(f"DEADLINE-STATE-{state}" for state in ClockState if state is not ClockState.STOPPED),
    *(f"DEADLINE-ACT-{act}" for act in FIRST_ACTS),
    *(f"EXPORT-ROUTE-{route}" for route in AccessRoute),
    *(f"EXPENSE-IS-{status}" for status in ClaimStatus),
    *(f"PARCHMENT-{mark}" for mark in ParchmentMark if mark is not ParchmentMark.HOLDS),
    *(f"REGISTER-COL-{name}" for name, _ in REGISTER_COLUMNS),
    *(f"EXPENSE-COL-{name}" for name, _ in (*COLUMNS, *LINE_COLUMNS)),
    *(f"EXPORT-SHEET-{name}" for name in SHEETS),
    *(f"EXPORT-TELL-{name}" for name in TELLING),
    *(f"CLOSING-{state}" for state in LineState),
    *(f"CLOSING-{name}" for name in CHECKLIST),
    *(f"MESSAGE-FILE-{part}" for part in Part),
    *(f"MESSAGE-SUBJECT-{reason}" for reason in MessageReason),
    *(f"MESSAGE-EVENT-{role}" for role in Role),
    *(f"ACT-ANSWER-{reply}" for reply in Reply),
    *RIGHTS,
    *(f"PAPER-FILE-{stage}" for stage in PaperStage),
    *SHEET,
    *(f"CLI-FINDING-{severity}" for severity in Severity),
    *(f"CLI-ACCESS-{access}" for access in Access),
    *(f"CLI-COMPOSITION-{status}" for status in CompositionStatus),
    *(f"SESSION-STATUS-{status}" for status in SessionStatus),
    *(f"RESULT-OUTCOME-{outcome}" for outcome in Outcome),
    *(f"RESULT-APPEARANCE-{a}" for a in Appearance if a is not Appearance.EXPECTED),
    *(f"RESULT-VOICE-{voice}" for voice in Voice),
    *(f"RESULT-SHEET-{kind}" for kind in ("HEARINGS", "JURORS", "INCIDENTS")),
    *(f"RESULT-COL-{part}-{of}" for part in columns.OF_BLOCKS for of in ("BLOCK", "WHOLE")),
    *(
        f"RESULT-COL-{column}"
        for column in chain(
            columns.BEFORE_BLOCKS, columns.AFTER_BLOCKS, columns.OF_JURORS, columns.OF_INCIDENTS
        )
    ),
}
"""Codes put together while running."""
OF_RULES = re.compile(r"(JURY|CERT|POOL|VAE)-\d\d|CERT-|RNCP\d+")


def sources() -> Iterator[str]:
    package = REPOSITORY / "jurydesk"
    for folder in ("services", "cli", "ui"):
        for path in sorted((package / folder).rglob("*.py")):
            yield path.read_text(encoding="utf-8")
    for name in ("bootstrap.py", "settings.py"):
        yield (package / name).read_text(encoding="utf-8")


def sentences(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in FILES:
        found |= json.loads(resource("wording", language, f"{name}.json").read_text("utf-8"))
    return found


def base(code: str) -> str:
    is_term = code.split(".", maxsplit=1)[0] in {"step", "journey", "waiting"}
    return code if is_term else code.split(".", maxsplit=1)[0]


def spoken() -> set[str]:
    """Return every code written in the sources, with those put together while running."""
    texts = list(sources())
    codes = {code for text in texts for code in CODE.findall(text)} | COMPUTED
    names = re.compile(r'\("([A-Z]+)"(?:, "[A-Z]+")+\)')
    headings = {
        name
        for text in texts
        for found in names.finditer(text)
        for name in re.findall(r"[A-Z]+", found[0])
    }
    return codes | {f"COL-{name}" for name in headings}


def help_codes() -> set[str]:
    """Return the codes of the lines of help."""
    texts = [path.read_text("utf-8") for path in (REPOSITORY / "jurydesk" / "cli").glob("*.py")]
    names = {name for text in texts for name in NAME.findall(text)}
    return {f"CLI-OPTION-{name}" for name in names} | {f"CLI-ARGUMENT-{name}" for name in names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    known = {base(code) for code in sentences(language)}
    prefixes = {code.split("-")[0] for code in known}
    wanted = {
        code
        for code in spoken()
        if "-" in code
        and code.split("-")[0] in prefixes - {"COL", "CLI"}
        and not OF_RULES.fullmatch(code)
    }
    elsewhere = json_codes(language) - known
    assert wanted - known - elsewhere == set()


def json_codes(language: str) -> set[str]:
    paths = resource("wording", language).glob("*.json")
    return {base(code) for path in paths for code in json.loads(path.read_text("utf-8"))}


def test_no_sentence_is_dead() -> None:
    written = spoken() | help_codes()
    dead = {
        code
        for code in map(base, sentences("fr"))
        if code not in written and not code.startswith("CLI-HELP")
    }
    assert dead == set()


def test_both_languages_have_the_same_codes_and_figures() -> None:
    french, english = sentences("fr"), sentences("en")
    assert french.keys() == english.keys()
    figures = re.compile(r"\{(\w+)\}")
    different = {
        code
        for code in french
        if set(figures.findall(french[code])) != set(figures.findall(english[code]))
    }
    assert different == set()


def test_french_keeps_its_signs_with_their_words() -> None:
    loose = {code for code, text in sentences("fr").items() if re.search(r" [:;!?»]|« ", text)}
    assert loose == set()
