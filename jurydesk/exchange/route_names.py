"""Reads the access route in the words of an office."""

from __future__ import annotations

from jurydesk.domain.routes import AccessRoute
from jurydesk.exchange.folding import fold

_WORDS: dict[AccessRoute, str] = {
    AccessRoute.INITIAL_TRAINING: (
        "fi,formation initiale,form initiale,initiale,initial,etudiant,etudiante,etudiant e,eleve,"
        "eleve etudiant,scolaire,initial training,student,pupil,statut etudiant,statut scolaire"
    ),
    AccessRoute.APPRENTICESHIP: (
        "ca,apprentissage,apprenti,apprentie,apprenti e,contrat d apprentissage,"
        "contrat apprentissage,apprenticeship,apprentice"
    ),
    AccessRoute.CONTINUING_EDUCATION: (
        "fc,formation continue,form continue,f continue,continue,stagiaire fc,stagiaire,"
        "stagiaire de la formation continue,stagiaire formation continue,continuing education,"
        "adult education,formation professionnelle continue,fpc"
    ),
    AccessRoute.PROFESSIONALISATION_CONTRACT: (
        "cq,cp,contrat pro,contrat de pro,contrat de professionnalisation,professionnalisation,"
        "contrat professionnalisation,professionalisation contract"
    ),
    AccessRoute.INDIVIDUAL: (
        "cl,candidat libre,candidate libre,candidat e libre,libre,individuel,individuelle,ci,"
        "candidature individuelle,cand individuelle,candidat individuel,candidate individuelle,"
        "individual,individual candidate,individual application"
    ),
    AccessRoute.EXPERIENCE: (
        "vae,v a e,experience,par experience,validation des acquis,"
        "validation des acquis de l experience,validation of experience,candidat vae,"
        "candidate vae,voie vae"
    ),
}
_BY_WORD = {word: route for route, known in _WORDS.items() for word in known.split(",")}


def route_named(text: str) -> AccessRoute | None:
    """Return the route that a text names: « V.A.E. », « stagiaire FC », a code of ours."""
    code = text.strip().upper()
    if code in AccessRoute.__members__:
        return AccessRoute[code]
    return _BY_WORD.get(fold(text).removeprefix("voie ").strip())
