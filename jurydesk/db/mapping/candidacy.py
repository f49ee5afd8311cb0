"""Candidacies as rows."""

from __future__ import annotations

from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import CandidacyRow
from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Closure,
    Handed,
    Intake,
    TrainingRecord,
)
from jurydesk.domain.changes import Kind
from jurydesk.domain.routes import AccessRoute


def _values(candidacy: Candidacy) -> Values:
    return {
        "candidate_id": candidacy.candidate_id,
        "certification": candidacy.certification,
        "route": candidacy.route.value,
        "blocks": list(candidacy.blocks),
        "intake": candidacy.intake.value,
        "begun": candidacy.begun,
        "validation_received": candidacy.validation_received,
        "accompanist": candidacy.accompanist,
        "not_before": candidacy.not_before,
        "extra_time": candidacy.extra_time,
        "office_status": candidacy.office_status,
        "notes": candidacy.notes,
        "closure": candidacy.closure.value,
        **_admissibility_values(candidacy.admissibility),
        **_training_values(candidacy.training),
    }


def _admissibility_values(file: AdmissibilityFile) -> Values:
    return {
        "admissibility_received": file.received,
        "admissibility_complete": file.complete,
        "admissibility_decided": file.decided,
        "admissibility_status": file.status.value,
    }


def _training_values(training: TrainingRecord) -> Values:
    return {
        "promotion": training.promotion,
        "training_entry": training.entry,
        "training_exit": training.exit,
        "assessment": training.assessment,
        "assessment_missed": training.assessment_missed,
        "dissertation": training.dissertation.value,
        "placement": training.placement,
        "trainer": training.trainer,
    }


def _entity(row: CandidacyRow, _parts: Parts) -> Candidacy:
    return Candidacy(
        candidate_id=row.candidate_id,
        certification=row.certification,
        route=AccessRoute(row.route),
        blocks=tuple(row.blocks),
        intake=Intake(row.intake),
        begun=row.begun,
        admissibility=AdmissibilityFile(
            received=row.admissibility_received,
            complete=row.admissibility_complete,
            decided=row.admissibility_decided,
            status=AdmissibilityStatus(row.admissibility_status),
        ),
        validation_received=row.validation_received,
        training=_training(row),
        accompanist=row.accompanist,
        not_before=row.not_before,
        extra_time=row.extra_time,
        office_status=row.office_status,
        notes=row.notes,
        closure=Closure(row.closure),
        id=row.id,
        version=row.version,
    )


def _training(row: CandidacyRow) -> TrainingRecord:
    return TrainingRecord(
        promotion=row.promotion,
        entry=row.training_entry,
        exit=row.training_exit,
        assessment=row.assessment,
        assessment_missed=row.assessment_missed,
        dissertation=Handed(row.dissertation),
        placement=row.placement,
        trainer=row.trainer,
    )


CANDIDACIES = Mapper(Kind.CANDIDACY, CandidacyRow, _values, _entity)
