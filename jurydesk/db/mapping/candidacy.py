"""Candidacies as rows."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import CandidacyRow
from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Closure,
    Handed,
    IndividualRecord,
    Intake,
    Suspension,
    TrainingRecord,
)
from jurydesk.domain.changes import Kind
from jurydesk.domain.entry_conditions import ConditionAnswer
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
        "validation_returned": candidacy.validation_returned,
        "condition_answers": encode(tuple[ConditionAnswer, ...], candidacy.conditions),
        "accompanist": candidacy.accompanist,
        "not_before": candidacy.not_before,
        "extra_time": candidacy.extra_time,
        "step_free": candidacy.step_free,
        "office_status": candidacy.office_status,
        "notes": candidacy.notes,
        "closure": candidacy.closure.value,
        "closed": candidacy.closed,
        "closure_reason": candidacy.closure_reason,
        **_individual_values(candidacy.individual),
        **_admissibility_values(candidacy.admissibility),
        **_training_values(candidacy.training),
    }


def _admissibility_values(file: AdmissibilityFile) -> Values:
    return {
        "admissibility_received": file.received,
        "admissibility_complete": file.complete,
        "admissibility_decided": file.decided,
        "admissibility_status": file.status.value,
        "admissibility_acknowledged": file.acknowledged,
        "admissibility_suspensions": encode(tuple[Suspension, ...], file.suspensions),
        "admissibility_notified": file.notified,
        "admissibility_last_step": file.last_step,
        "admissibility_reason": file.reason,
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
        "enrolled": training.enrolled,
        "attendance": training.attendance.value,
    }


def _individual_values(individual: IndividualRecord) -> Values:
    return {
        "individual_received": individual.received,
        "entrance": individual.entrance.value,
        "entrance_evidence": individual.entrance_evidence,
        "evidence": individual.evidence.value,
    }


def _entity(row: CandidacyRow, _parts: Parts) -> Candidacy:
    return Candidacy(
        candidate_id=row.candidate_id,
        certification=row.certification,
        route=AccessRoute(row.route),
        blocks=tuple(row.blocks),
        intake=Intake(row.intake),
        begun=row.begun,
        admissibility=_admissibility(row),
        validation_received=row.validation_received,
        validation_returned=row.validation_returned,
        training=_training(row),
        individual=IndividualRecord(
            received=row.individual_received,
            entrance=Handed(row.entrance),
            entrance_evidence=row.entrance_evidence,
            evidence=Handed(row.evidence),
        ),
        conditions=decode(tuple[ConditionAnswer, ...], row.condition_answers),
        accompanist=row.accompanist,
        not_before=row.not_before,
        extra_time=row.extra_time,
        step_free=row.step_free,
        office_status=row.office_status,
        notes=row.notes,
        closure=Closure(row.closure),
        closed=row.closed,
        closure_reason=row.closure_reason,
        id=row.id,
        version=row.version,
    )


def _admissibility(row: CandidacyRow) -> AdmissibilityFile:
    return AdmissibilityFile(
        received=row.admissibility_received,
        complete=row.admissibility_complete,
        decided=row.admissibility_decided,
        status=AdmissibilityStatus(row.admissibility_status),
        acknowledged=row.admissibility_acknowledged,
        suspensions=decode(tuple[Suspension, ...], row.admissibility_suspensions),
        notified=row.admissibility_notified,
        last_step=row.admissibility_last_step,
        reason=row.admissibility_reason,
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
        enrolled=row.enrolled,
        attendance=Handed(row.attendance),
    )


CANDIDACIES = Mapper(Kind.CANDIDACY, CandidacyRow, _values, _entity)
