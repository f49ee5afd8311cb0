"""What a document is, guessed from its name among what the route asks for."""

from __future__ import annotations

import pytest

from jurydesk.domain.requirements import REQUIREMENTS
from jurydesk.domain.routes import AccessRoute
from jurydesk.exchange.paper_guess import guess_document


def codes(route: AccessRoute) -> tuple[str, ...]:
    return tuple(one.code for one in REQUIREMENTS if route in one.routes)


VAE, TRAINED, ALONE = map(
    codes, (AccessRoute.EXPERIENCE, AccessRoute.APPRENTICESHIP, AccessRoute.INDIVIDUAL)
)


@pytest.mark.parametrize(
    ("name", "among", "code"),
    [
        ("Livret 1 - Legrand.pdf", VAE, "FILE_1"),
        ("livret1_VF.pdf", VAE, "FILE_1"),
        ("LIVRET2 définitif.docx", VAE, "FILE_2"),
        ("dossier de validation.pdf", VAE, "FILE_2"),
        ("Carte d’identité recto.jpg", VAE, "IDENTITY"),
        ("CNI_Legrand.png", TRAINED, "IDENTITY"),
        ("CV Ophélie Legrand 2026.pdf", VAE, "CV"),
        ("lettre de motivation.odt", VAE, "LETTER"),
        ("Certificats de travail.pdf", VAE, "ACTIVITY_PROOF"),
        ("Certificats de travail.pdf", ALONE, "ENTRANCE"),
        ("AEM mars 2024.pdf", VAE, "ACTIVITY_PROOF"),
        ("attestation d’assiduité.pdf", TRAINED, "ATTENDANCE"),
        ("Contrat d’apprentissage signé.pdf", TRAINED, "CONTRACT"),
        ("relevé de notes S2.xlsx", TRAINED, "ASSESSMENT"),
        ("Mémoire final.pdf", TRAINED, "DISSERTATION"),
        ("questionnaire de présélection.pdf", ALONE, "APPLICATION"),
        ("portfolio.pdf", ALONE, "EVIDENCE"),
        ("scan0012.pdf", VAE, ""),
        ("livret 2.pdf", TRAINED, ""),
        ("CVR.pdf", VAE, ""),
        ("cv", VAE, "CV"),
    ],
)
def test_a_name_tells_what_it_is(name: str, among: tuple[str, ...], code: str) -> None:
    assert guess_document(name, among) == code
