"""The minutes show every statement that makes them proof, and nothing that was not recorded."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, time

import pytest

from jurydesk.documents.annulment import render_annulment
from jurydesk.documents.minutes import render_minutes
from jurydesk.domain.alterations import Part, Point, Rectification
from jurydesk.domain.amendment import alterations, rectified
from jurydesk.domain.annulments import Annulment, AnnulmentContent
from jurydesk.domain.certification import WHOLE, CompositionStatus
from jurydesk.domain.deliberation import Appearance, Decision, Outcome, Vote
from jurydesk.domain.findings import Finding, Severity
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.people import Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Modality
from jurydesk.wording import Wording
from tests.documents import builders as b
from tests.documents.reading import golden_text, pages, plain, words

FRENCH, ENGLISH = Wording("fr"), Wording("en")


def printed(content, *, wording=FRENCH, missing=()):
    return render_minutes(content, wording=wording, missing=missing)


def read(content, **options):
    return words(printed(content, **options))


def read_jury(**changes):
    return read(b.content(juries=(b.jury(**changes),)))


def read_candidate(candidate):
    return read_jury(candidates=(candidate,))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_minutes_read_as_kept(language, golden):
    content = b.content(findings=(b.BALANCE,))
    golden(f"minutes-{language}.txt", golden_text(printed(content, wording=Wording(language))))


def test_draft_of_a_certification_judged_as_a_whole_reads_as_kept(golden):
    missing = tuple(Finding(f"MIN-0{n}", Severity.BLOCKING) for n in (2, 3, 8))
    golden("minutes-draft.txt", golden_text(printed(b.whole_content(), missing=missing)))


def test_outside_program_finds_every_statement(outside_program, tmp_path):
    paper = tmp_path / "pv.pdf"
    paper.write_bytes(printed(b.content()))
    command = [outside_program("pdftotext"), "-raw", str(paper), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    found = " ".join(text.split())
    statements = (
        "Procès-verbal de délibération du jury",
        "Assistant de production Certification RNCP34316 · niveau 6",
        "Mardi 1er décembre 2026, de 9 h à 12 h 30",
        "CEFPF, 12 rue des Exemples, 93210 Saint-Denis En présentiel",
        "Par expérience (VAE), 2 candidatures",
        "NGUYỄN Clémence Présidente",
        "WOŹNIAK Łukasz",
        "3 externes sur 4 (75 %) · 3 voix délibératives · 2 femmes / 2 hommes",
        "TRẦN Thị Minh Khai",
        "BC01",
        "acquis antérieurement",
        "Motif : le plan de trésorerie",
        "Validation partielle",
        "Membres ayant pris part à la délibération",
        "Attestation distincte, sans participation à la délibération",
        "Attestation de l’organisme certificateur",
    )
    assert [statement for statement in statements if statement not in found] == []


def test_registration_that_nobody_knows_is_said_to_be_unknown():
    certification = replace(b.content().certification, registered_until=None, level=None)
    text = read(b.content(certification=certification))
    assert "Échéance : non connue Date limite de délivrance : non connue" in text
    assert "Certification RNCP34316 · niveau non connu" in text


@pytest.mark.parametrize(
    ("status", "day", "statement"),
    [
        (CompositionStatus.PUBLISHED, None, "Fiche X (publiée)"),
        (CompositionStatus.PROPOSED, None, "Fiche X (proposée, non confirmée)"),
        (CompositionStatus.CONFIRMED, None, "Fiche X (confirmée par H. Vasseur)"),
        (
            CompositionStatus.CONFIRMED,
            date(2026, 10, 1),
            "Fiche X (confirmée par H. Vasseur le 1er octobre 2026)",
        ),
    ],
)
def test_composition_says_where_it_comes_from(status, day, statement):
    content = b.content(
        composition_source="Fiche X",
        composition_status=status,
        composition_confirmed_by="H. Vasseur",
        composition_confirmed_on=day,
    )
    assert statement in read(content)


def test_each_member_stands_with_seat_quality_voice_and_mandate():
    text = read(b.content())
    for member, outside, voice in zip(
        b.MEMBERS.values(),
        ("Femme oui", "Homme oui", "Femme oui", "Homme non"),
        ("délibère présente", "délibère présent", "délibère présente", "présent sans voix présent"),
        strict=True,
    ):
        quality = ", ".join(filter(None, (member.occupation, member.organisation)))
        tag = "Présidente " if member.president else ""
        assert (
            f"{member.name} {tag}{quality} {member.seat_label}"
            f" Mandat du 01/01/2025 au 31/12/2027 {outside} {voice}"
        ) in text


def test_member_without_a_quality_stands_with_the_name_alone():
    nobody = b.member(occupation="", organisation="")
    text = read(b.content(juries=(b.jury(members=(nobody,)),)))
    tag = "Présidente " if nobody.president else ""
    assert f"{nobody.name} {tag}{nobody.seat_label} Mandat du" in text


def test_member_who_is_away_is_named_and_does_not_sign():
    members = (
        b.member("EMPLOYERS"),
        b.member("EMPLOYEES", present=False, arrived=None),
        b.member("INDEPENDENT", left=time(11, 30)),
        b.member("TEACHING_STAFF", present=None),
    )
    text = read_jury(members=members)
    assert "délibère absent" in text
    assert "présente départ à 11 h 30" in text
    assert "présent sans voix non relevée" in text
    assert "Ont siégé 3 membres sur 4, dont 2 externes et 2 ayant voix délibérative." in text
    assert "N’ont pas siégé et ne signent pas : WOŹNIAK Łukasz." in text
    assert "WOŹNIAK" not in text[text.index("6 Signatures") : text.index("N’ont pas siégé")]


def test_teaching_member_attests_apart_from_those_who_decided():
    text = read(b.content())
    deciding = text.index("Membres ayant pris part à la délibération")
    apart = text.index("Attestation distincte, sans participation à la délibération")
    certifier = text.index("Attestation de l’organisme certificateur")
    signing = text[deciding:apart]
    assert [name for name in ("NGUYỄN", "WOŹNIAK", "BRÛLÉ", "PEYRAT") if name in signing] == [
        "NGUYỄN",
        "WOŹNIAK",
        "BRÛLÉ",
    ]
    assert (
        "Je soussigné PEYRAT Benoît, présent sans voix délibérative, atteste que la session s’est"
        " déroulée régulièrement et que je n’ai pas pris part à la délibération."
    ) in text[apart:certifier]
    assert "Hélène VASSEUR, directrice de la certification" in text[certifier:]


@pytest.mark.parametrize(
    ("reason", "statement"),
    [
        ("trois refus écrits", "impossibilité motivée : trois refus écrits"),
        ("", "aucun motif n’est consigné"),
    ],
)
def test_jury_of_one_sex_is_said_with_its_reason(reason, statement):
    members = tuple(replace(member, sex=Sex.FEMALE) for member in b.MEMBERS.values())
    text = read_jury(members=members, one_sex_reason=reason)
    assert f"Jury composé de personnes d’un seul sexe ; {statement}" in text
    assert "4 femmes / 0 homme" in text


def test_sex_that_is_not_stated_is_counted_as_such():
    members = (b.member("EMPLOYERS", sex=Sex.NOT_STATED), b.member("EMPLOYEES"))
    text = read_jury(members=members)
    assert "2 externes sur 2 (100 %) · 2 voix délibératives · 0 femme / 1 homme" in text
    assert "· 1 sexe non indiqué" in text
    assert "NGUYỄN Clémence Présidence" in text


@pytest.mark.parametrize(
    ("decision", "sex", "whole", "words_of_it"),
    [
        (Decision.FULL, Sex.MALE, True, "Certification obtenue"),
        (Decision.FULL, Sex.MALE, False, "Blocs visés obtenus"),
        (Decision.PARTIAL, Sex.MALE, True, "Validation partielle"),
        (Decision.PARTIAL, Sex.MALE, False, "Validation partielle des blocs visés"),
        (Decision.NONE, Sex.MALE, True, "Certification non validée"),
        (Decision.NONE, Sex.MALE, False, "Blocs visés non validés"),
        (Decision.ABSENT, Sex.FEMALE, True, "Absente"),
        (Decision.EXCUSED, Sex.MALE, True, "Excusé"),
        (Decision.ADJOURNED, Sex.NOT_STATED, True, "Reporté·e"),
        (None, Sex.MALE, True, "Décision non enregistrée"),
    ],
)
def test_decision_agrees_with_person_and_scope(decision, sex, whole, words_of_it):
    candidate = b.candidate(decision=decision, sex=sex, scope_whole=whole)
    assert f"{words_of_it} 3 membres ont délibéré" in read_candidate(candidate)


@pytest.mark.parametrize(
    ("vote", "route", "statement"),
    [
        (Vote(2, 1), AccessRoute.EXPERIENCE, "Vote : 2 pour, 1 contre, 0 abstention."),
        (
            Vote(1, 1, 2),
            AccessRoute.EXPERIENCE,
            (
                "Vote : 1 pour, 1 contre, 2 abstentions ; partage des voix : la voix prépondérante"
                " de la présidence (NGUYỄN Clémence) l’emporte (article D6412-6 du code du"
                " travail)."
            ),
        ),
        (
            Vote(1, 1, 1),
            AccessRoute.INDIVIDUAL,
            (
                "Vote : 1 pour, 1 contre, 1 abstention ; partage des voix : la voix prépondérante"
                " de la présidence (NGUYỄN Clémence) l’emporte."
            ),
        ),
    ],
)
def test_vote_is_shown_with_the_casting_one(vote, route, statement):
    assert statement in read_candidate(b.candidate(vote=vote, route=route))


def test_nothing_is_said_of_a_vote_or_a_recusal_that_did_not_take_place():
    text = read_candidate(b.candidate())
    assert "Vote :" not in text
    assert "Récusation :" not in text
    assert "Aucune récusation." in text


@pytest.mark.parametrize(
    ("reason", "statement"),
    [
        ("tie.TRAINER", f" ({plain(FRENCH.text('tie.TRAINER'))})."),
        ("son tuteur", " (son tuteur)."),
        ("", "."),
    ],
)
def test_recusal_names_the_member_and_why(reason, statement):
    text = read_candidate(b.candidate(recused=(("PEYRAT Benoît", reason),)))
    said = f"Récusation : PEYRAT Benoît n’a pas délibéré sur cette candidature{statement}"
    assert said in text


def test_refused_block_stands_with_its_reason_and_an_acquired_one_without():
    text = read_candidate(b.partial())
    assert "refusé Motif : le plan de trésorerie n'est pas équilibré" in text
    assert text.count("Motif :") == 1
    refused = b.block(b.BC01, Outcome.REFUSED)
    assert "Motif : non renseigné" in read_candidate(b.candidate(blocks=(refused,)))


def test_title_that_nobody_knows_is_said_to_be_unknown():
    unknown = b.block("RNCP40642BC02", title="RNCP40642BC02")
    assert "BC02 intitulé non connu acquis" in read_candidate(b.candidate(blocks=(unknown,)))


def test_certifier_without_siret_or_address_stands_with_the_name_alone():
    known = b.content().certifier
    text = read(b.content(certifier=replace(known, siret="", address="")))
    assert f"{known.name} N° PV-2026-001" in text
    assert "SIRET" not in text


def test_identity_that_is_not_known_is_said_to_be_missing():
    text = read_candidate(b.candidate(birth_date=None, birth_place="", blocks=()))
    assert "Date de naissance non renseignée" in text
    assert "Aucun bloc de compétences n’est renseigné" in text
    text = read_candidate(b.candidate(birth_place="", sex=Sex.NOT_STATED))
    assert "Né·e le 1er mai 1990, lieu de naissance non renseigné" in text


def test_a_birth_known_in_part_is_said_as_far_as_it_is_known():
    partly = {"birth_date": None, "birth_partial": "03/1985", "blocks": ()}
    text = read_candidate(b.candidate(birth_place="Dakar (Sénégal)", **partly))
    assert "Née en 03/1985 à Dakar (Sénégal)" in text
    text = read_candidate(b.candidate(birth_place="", sex=Sex.MALE, **partly))
    assert "Né en 03/1985, lieu de naissance non renseigné" in text


def test_minutes_issued_before_births_were_known_in_part_still_bear_their_seal():
    sealed = "56e05d591a937208f1b8c8cc29d5451505f9f95b77e1e365bb630b04e0c6133f"
    assert content_hash(b.content()) == sealed
    partly = b.candidate(birth_date=None, birth_partial="1985")
    less = b.candidate(birth_date=None)
    juries = [(b.jury(candidates=(one,)),) for one in (partly, less)]
    assert len({content_hash(b.content(juries=one)) for one in juries}) == 2


def test_incidents_and_appeals_have_their_own_sections():
    text = read(b.content(incidents="Coupure de courant à 10 h.\n\nReprise à 10 h 20."))
    assert "3 Aléas et dysfonctionnements Coupure de courant à 10 h. Reprise à 10 h 20." in text
    text = read(b.content(recourse=""))
    assert "3 Aléas et dysfonctionnements : néant" in text
    assert "5 Voies de recours Aucune mention de recours n’est renseignée." in text


def test_findings_of_the_day_stand_with_rule_and_source():
    text = read(b.content(findings=(b.BALANCE,)))
    title, source = (plain(FRENCH.text(f"JURY-04.{part}")) for part in ("title", "source"))
    assert (
        f"Avertissement {title} {source} Jury 1 : la représentation des femmes et des hommes n’est"
        " pas équilibrée (femmes : 3 ; hommes : 1). JURY-04"
    ) in text
    grave = replace(b.BALANCE, code="JURY-05", severity=Severity.NEEDS_REASON)
    grave = replace(grave, figures=(("jury", 2), ("sex", "F")))
    text = read(b.content(findings=(b.BALANCE, grave, b.BALANCE)))
    assert text.index("JURY-05") < text.index("JURY-04")
    assert text.count(title) == 1
    assert text.count("(femmes : 3 ; hommes : 1)") == 2
    assert "4 Constats du jour Aucun constat consigné." in read(b.content())


@pytest.mark.parametrize(
    ("changes", "statement"),
    [
        ({"modality": Modality.REMOTE}, "Fait à distance, le 1er décembre 2026."),
        ({"place": ""}, "Fait le 1er décembre 2026."),
        ({"drawn_up_on": None}, "Fait à ………"),
        ({}, "Fait au lieu de la session (CEFPF, 12 rue des Exemples, 93210 Saint-Denis), le"),
    ],
)
def test_minutes_are_dated_and_placed(changes, statement):
    assert statement in read(b.content(**changes))


def amended(content, *points, number, reason, asked_by="Mme Legrand, candidate"):
    after = rectified(content, points)
    return replace(
        after,
        number=number,
        amends=content.number,
        amendment_reason=reason,
        asked_by=asked_by,
        alterations=alterations(content, after),
    )


def point(part, field, value, *, subject=0, jury=0, block=""):
    return Rectification(Point(part, field, jury, subject, block), value)


FIRST = (
    point(Part.CANDIDATE, "name", "TRẦN Thị Minh Khaï", subject=2),
    point(Part.CANDIDATE, "birth_date", "1988-02-28", subject=2),
    point(Part.CANDIDATE, "decision", "PARTIAL", subject=1),
    point(Part.BLOCK, "outcome", "REFUSED", subject=1, block=b.BC02),
    point(
        Part.BLOCK,
        "reason",
        "le calendrier de postproduction ne tient pas compte du mixage.",
        subject=1,
        block=b.BC02,
    ),
    point(Part.MEMBER, "left", "12:05", subject=len("NGUYỄN Clémence"), jury=1),
    point(Part.SESSION, "incidents", "Coupure de courant de 10 h 20 à 10 h 25, sans effet."),
)
SECOND = (
    point(Part.CANDIDATE, "name", "TRẦN Thị Minh Khai", subject=2),
    point(Part.JURY, "room", "Salle Alice-Guy", jury=1),
)


def test_amendment_and_amendment_of_an_amendment_read_as_kept(golden):
    first = amended(
        b.content(), *FIRST, number="PV-2026-002", reason="résultats de deux blocs intervertis"
    )
    golden("minutes-amendment.txt", golden_text(printed(first)))
    second = amended(first, *SECOND, number="PV-2026-003", reason="nom mal rectifié ; salle")
    golden("minutes-amendment-again.txt", golden_text(printed(second)))
    text = read(second)
    assert "Procès-verbal rectificatif n° PV-2026-003 du procès-verbal n° PV-2026-002" in text


def test_blocks_of_three_sessions_read_as_kept(golden):
    """Two earlier sessions and a document, one block today, one refused."""
    heard = b.partial(
        blocks=(
            b.block(
                b.BC01, acquired_before=True, acquired_on=date(2025, 6, 12), acquired_by="2025-06-A"
            ),
            b.block(
                b.BC02, acquired_before=True, acquired_on=date(2026, 2, 3), acquired_by="2026-02-B"
            ),
            b.block("RNCP34316BC04", acquired_before=True, acquired_by="attestation du CEFPF"),
            b.block(b.BC03, Outcome.REFUSED, reason="la paie des techniciens n'est pas connue."),
            b.block("RNCP34316BC05", title="Un bloc acquis ce jour"),
        )
    )
    content = b.content(juries=(b.jury(candidates=(heard,)),))
    golden("minutes-three-sessions.txt", golden_text(printed(content)))
    text = read(content)
    assert "acquis antérieurement 2025-06-A, 12/06/2025" in text
    assert "acquis antérieurement 2026-02-B, 03/02/2026" in text
    assert "acquis antérieurement attestation du CEFPF" in text


def test_amendment_not_issued_yet_has_no_number():
    draft = amended(b.content(), *SECOND, number="", reason="salle")
    assert "Projet de procès-verbal rectificatif du procès-verbal n° PV-2026-001" in read(draft)


def test_copy_of_minutes_of_an_annulled_jury_says_so(golden):
    annulled = Annulment(
        "2026-12-A", 1, date(2027, 1, 8), "un membre avait accompagné une candidate.", "CV", 412
    )
    text = render_minutes(b.content(), wording=FRENCH, annulments=(annulled,))
    golden("minutes-annulled.txt", golden_text(text))
    decision = render_annulment(AnnulmentContent(annulled, b.content()), wording=FRENCH)
    golden("annulment.txt", golden_text(decision))


def test_draft_is_marked_on_every_page_and_says_what_is_missing():
    missing = (Finding("MIN-02", Severity.BLOCKING),)
    first, *others = pages(printed(b.content(), missing=missing))
    assert all("BROUILLON" in text for text in (first, *others))
    assert "Projet de procès-verbal : il ne vaut pas décision." in first
    assert plain(FRENCH.text("MIN-02")) in first
    assert not any("il ne vaut pas décision" in text for text in others)


def test_draft_is_found_by_an_outside_program_on_every_page(outside_program, tmp_path):
    paper = tmp_path / "pv.pdf"
    paper.write_bytes(printed(b.content(number="")))
    command = [outside_program("pdftotext"), str(paper), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    sheets = text.split("\f")[:-1]
    assert len(sheets) == 3
    assert all("BROUILLON" in sheet for sheet in sheets)


def test_minutes_without_a_number_are_a_draft_even_when_complete():
    first = pages(printed(b.content(number="")))[0]
    assert "BROUILLON" in first
    assert "Projet, sans numéro" in first


def test_final_minutes_bear_no_watermark():
    text = read(b.content())
    assert "BROUILLON" not in text
    assert "Projet" not in text
    assert "DRAFT" not in read(b.content(), wording=ENGLISH)


def test_same_content_gives_the_same_bytes():
    content = b.content(findings=(b.BALANCE,))
    assert printed(content) == printed(content)


def test_certification_without_blocks_is_judged_as_a_whole():
    text = read(b.whole_content())
    assert "niveau 6 · évaluée dans son ensemble" in text
    assert "Certification dans son ensemble refusée Motif : dossier incomplet" in text
    assert WHOLE not in text


def test_unknown_blocks_are_not_called_a_judgement_as_a_whole():
    unknown = replace(b.whole_content().certification, code="RNCP40642", whole=None)
    text = read(b.whole_content(certification=unknown))
    assert "Certification RNCP40642 · niveau 6 · blocs de compétences non connus" in text
    assert "évaluée dans son ensemble" not in text


def test_absence_is_not_told_as_a_deliberation():
    text = read_candidate(b.absent(deliberating=3, appearance=Appearance.ABSENT))
    assert "Absent Pas de délibération" in text
    assert "Pas de délibération" not in read_candidate(
        b.candidate(appearance=Appearance.EXPECTED, decision=None, deliberating=3)
    )
