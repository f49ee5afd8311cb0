"""Sessions that cannot be: each is an explanation with its sentence, never an error."""

from __future__ import annotations

from dataclasses import replace

from jurydesk.domain.availability import Absence
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.changes import Kind
from jurydesk.domain.session import Hours
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.finding_text import finding_text
from jurydesk.services import pinning, planning
from jurydesk.services.reasons import Reasoned, explain_candidacy, explain_session
from jurydesk.services.sessions import open_session
from jurydesk.wording import Wording
from tests.builders import CODE, DAY, a_pool, a_session, a_vae
from tests.fakes import FakeOffice

A = "2026-12-A"


def why(office: FakeOffice, number: int = 1) -> Reasoned:
    """Let the session be planned, and ask about one who waits."""
    planning.propose(office.desk, code=A, seconds=5)
    told = explain_candidacy(office.desk, code=A, candidacy_id=number)
    assert (told.is_smallest, told.is_minimal, told.is_complete) == (True, True, True)
    return told


def said(told: Reasoned, language: str = "fr") -> list[str]:
    words = Wording(language)
    return [plain(finding_text(found, words)) for found in told.block]


def offered(told: Reasoned, language: str = "fr") -> list[str]:
    words = Wording(language)
    return [plain(finding_text(f, words)) for one in told.repairs for f in one.sentences]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def empty(office: FakeOffice, **changes: object) -> None:
    office.store(a_session(candidacies=(1, 2, 3), juries=(), hearings=(), **changes))


def test_no_examiner_for_a_seat(office: FakeOffice) -> None:
    for one in a_pool():
        if one.may_hold("INDEPENDENT"):
            office.store(replace(one, active=False))
    empty(office)
    told = why(office)

    assert said(told) == ["Siège « indépendants » : le vivier ne compte aucune personne qualifiée."]
    assert said(told, "en") == ["Seat “independent”: nobody in the pool qualifies."]
    assert offered(told) == [
        "Session du 14 décembre 2026 : trouver une personne de plus pour le siège « indépendants »."
    ]


def test_nobody_is_available(office: FakeOffice) -> None:
    office.store(*(replace(one, absences=(Absence(DAY, DAY),)) for one in a_pool()))
    empty(office)
    told = why(office)

    assert len(told.block) == 3
    name = told.block[0].subjects[0].name
    assert said(told)[0] == f"{name} est absent·e le 14 décembre 2026 (matin)."
    assert said(told, "en")[1] == f"{name} is away on 14 December 2026 (afternoon)."
    assert offered(told) != []


def test_zero_rooms(office: FakeOffice) -> None:
    empty(office, rooms=())
    told = why(office)

    assert said(told) == ["La session du 14 décembre 2026 n’a aucune salle."]
    assert offered(told, "en") == ["Session of 14 December 2026: add a room (Salle 1)."]
    assert [one.can_keep for one in told.repairs] == [True]


def test_pins_that_contradict_each_other(office: FakeOffice) -> None:
    empty(office)
    planning.propose(office.desk, code=A, seconds=5)
    board = open_session(office.desk, code=A)
    (jury,) = {hearing.jury for hearing in board.session.hearings}
    pinning.pin_jury(office.desk, code=A, jury=jury)
    pinning.pin_hearing(office.desk, code=A, candidacy_id=1)
    away = board.session.juries[0].jurors[0].examiner_id
    gone = next(one for one in a_pool() if one.id == away)
    office.store(replace(gone, absences=(Absence(DAY, DAY),)))
    found = pinning.contradiction(open_session(office.desk, code=A))

    assert found is not None
    assert (found.pins.juries, found.pins.hearings) == ((jury,), ())
    (sentence,) = [plain(finding_text(f, Wording("fr"))) for f in found.findings]
    assert gone.full_name in sentence
    assert "14 décembre 2026" in sentence


def test_a_candidate_tied_to_everyone(office: FakeOffice) -> None:
    office.store(a_vae(1))
    office.store(
        *(Tie(1, one.id, TieKind.PERSONAL, TieState.CONFIRMED, id=one.id) for one in a_pool())
    )
    empty(office)
    told = why(office)

    tied, alone = said(told)
    who = told.block[0].subjects[0].name
    assert tied.startswith(
        f"{who} a un lien déclaré avec LEGRAND1 Ophélie, qui ne peut être écarté"
    )
    assert alone.endswith(f"le vivier ne compte personne d’autre que {who}.")
    # A declared tie is never dropped: somebody else must be found for each seat
    assert {f.code for one in told.repairs for f in one.sentences} == {"REPAIR-NOBODY_ELSE"}


def test_a_composition_that_nobody_confirmed(office: FakeOffice) -> None:
    (sheet,) = (one for one in office.all(Kind.CERTIFICATION) if one.code == CODE)
    routes = tuple(
        replace(terms, composition=replace(terms.composition, status=CompositionStatus.PROPOSED))
        for terms in sheet.routes
        if terms.composition is not None
    )
    office.store(replace(sheet, routes=routes))
    empty(office)
    told = why(office)

    (sentence,) = said(told)
    assert "n’est ni publiée ni confirmée" in sentence
    assert CODE in sentence
    assert [one.can_keep for one in told.repairs] == [False]


def test_a_composition_that_nobody_can_fill(office: FakeOffice) -> None:
    """A seat of a kind that no examiner holds, on every route of the sheet."""
    (sheet,) = (one for one in office.all(Kind.CERTIFICATION) if one.code == CODE)
    routes = tuple(
        replace(
            terms,
            composition=replace(
                terms.composition,
                seats=(
                    *terms.composition.seats[:-1],
                    replace(terms.composition.seats[-1], kind="X"),
                ),
            ),
        )
        for terms in sheet.routes
        if terms.composition is not None
    )
    office.store(replace(sheet, routes=routes))
    empty(office)

    assert said(why(office)) == ["Siège « X » : le vivier ne compte aucune personne qualifiée."]


def test_out_of_time_nothing_is_claimed_that_is_not_known(office: FakeOffice) -> None:
    empty(office, hours=Hours(minutes=100))
    planning.propose(office.desk, code=A, seconds=5)
    empty(office, rooms=())
    (told, *_) = explain_session(office.desk, code=A, seconds=0)

    assert (told.block, told.is_known, told.is_complete) == ((), False, False)
    assert (told.is_smallest, told.is_minimal, told.repairs) == (False, False, ())


def test_a_plan_out_of_time_shows_the_best_it_has_and_the_gap(office: FakeOffice) -> None:
    empty(office)
    board = planning.propose(office.desk, code=A, seconds=0.0).value
    proposal = board.session.proposal

    assert proposal is not None
    assert len(board.session.hearings) == 3
    assert proposal.status == "feasible"
    assert proposal.bound < sum(cost for _, cost in proposal.objective)


def test_no_day_at_all(office: FakeOffice) -> None:
    empty(office, days=())
    told = explain_session(office.desk, code=A)

    assert {sentence for one in told for sentence in said(one)} == {
        "La session 2026-12-A ne compte aucune demi-journée où siéger."
    }
