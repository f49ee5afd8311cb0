"""Guesses what a document is from its file name; a person decides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jurydesk.exchange.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HINTS: Final[Mapping[str, str]] = {
    "FILE_1": "livret 1|livret1|l1|dossier de faisabilite|faisabilite|recevabilite|cerfa 12818",
    "FILE_2": "livret 2|livret2|l2|dossier de validation|validation",
    "IDENTITY": (
        "cni|carte d identite|carte nationale d identite|carte identite|piece d identite|identite"
        "|passeport|passport|titre de sejour|carte de sejour"
    ),
    "ACTIVITY_PROOF": (
        "attestation employeur|attestation d employeur|certificat de travail|certificats de travail"
        "|bulletin de salaire|bulletin de paie|bulletins de salaire|bulletins de paie"
        "|fiche de paie|fiches de paie|aem|conges spectacles|justificatif|justificatifs|preuve"
        "|preuves|contrat de travail|contrats|attestation|attestations"
    ),
    "CV": "cv|curriculum vitae|curriculum",
    "LETTER": "lettre de motivation|lettre motivation|motivation|lettre",
    "ENTRANCE": (
        "diplome|diplomes|bts|licence|bachelor|master|dut|releve de notes du bac"
        "|attestation de reussite|conditions d entree|certificat de travail|certificats de travail"
    ),
    "CONTRACT": (
        "contrat d apprentissage|contrat apprentissage|contrat de professionnalisation"
        "|contrat pro|contrat de travail|contrat|cerfa 10103|cerfa 12434"
    ),
    "ASSESSMENT": (
        "evaluation|evaluations|bulletin|bulletin de notes|releve de notes|notes|controle continu"
    ),
    "DISSERTATION": "memoire|rapport|rapport de stage|dossier professionnel",
    "ATTENDANCE": "assiduite|attestation d assiduite|emargement|presence|certificat de realisation",
    "APPLICATION": "candidature|dossier de candidature|preselection|questionnaire|inscription",
    "EVIDENCE": "preuve|preuves|realisation|realisations|portfolio|book|bande demo|travaux",
}
"""Words as they stand in names of files, folded; the longest that fits decides."""
_LETTER_THEN_FIGURE = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")


def guess_document(name: str, among: Iterable[str]) -> str:
    """Return the code of the document that a name seems to tell of; empty: nothing does."""
    said = f" {fold(name.rpartition('.')[0] or name)} "
    spaced = _LETTER_THEN_FIGURE.sub(" ", said)
    found = [
        (len(words), code)
        for code in among
        for words in _HINTS.get(code, "").split("|")
        if words and (f" {words} " in said or f" {words} " in spaced)
    ]
    best = max((length for length, _ in found), default=0)
    return next((code for length, code in found if length == best), "")
