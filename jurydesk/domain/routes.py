"""The six access routes to a certification (RNCP sheet, « voies d'accès »)."""

from __future__ import annotations

from enum import StrEnum


class AccessRoute(StrEnum):
    """How a person comes to the certification; the value is the code stored and exchanged."""

    INITIAL_TRAINING = "INITIAL_TRAINING"
    """After training as a pupil or student (RNCP: FI)."""
    APPRENTICESHIP = "APPRENTICESHIP"
    """Under an apprenticeship contract (RNCP: CA)."""
    CONTINUING_EDUCATION = "CONTINUING_EDUCATION"
    """After continuing education (RNCP: FC)."""
    PROFESSIONALISATION_CONTRACT = "PROFESSIONALISATION_CONTRACT"
    """Under a « contrat de professionnalisation » (RNCP: CQ)."""
    INDIVIDUAL = "INDIVIDUAL"
    """By individual application, « candidature individuelle » (RNCP: CL)."""
    EXPERIENCE = "EXPERIENCE"
    """By validation of experience, « par expérience », VAE."""

    @property
    def is_training(self) -> bool:
        """Tell whether the person is trained for the certification on this route."""
        return self not in {AccessRoute.INDIVIDUAL, AccessRoute.EXPERIENCE}


class Access(StrEnum):
    """Whether a route leads to a certification; the sheet may not have been read."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"
    UNKNOWN = "UNKNOWN"
