"""Runs under doubt: a run with its uncertainty, and what its draws came to."""

import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from funding.actions.jobs import begin_portfolio_job, begin_run_job, hand_in
from funding.actions.runs import keep
from funding.inputs import CaseError
from funding.models import Appraisal, Job, JobPart, Run, RunDoubt
from funding.queries.assumptions import assumptions_in_force
from funding.queries.comparison import Comparison, comparison_of, composed_case, context_of
from funding.queries.doubt_words import naming
from funding.queries.doubts import doubts_as_json, doubts_of, settings_of, with_doubts


def calculated_with_doubts(*, appraisal: Appraisal, on: datetime.date) -> tuple[Comparison, dict[str, Any]]:
    """The comparison of an appraisal whose case has its uncertainty, and the context that a run keeps of it.

    Raises CaseError with every fault.
    """
    composed = composed_case(appraisal=appraisal, on=on)
    doubts = doubts_of(appraisal=appraisal, composed=composed, assumptions=assumptions_in_force(on=on))
    doubted = with_doubts(appraisal=appraisal, composed=composed, doubts=doubts)
    try:
        case = doubted.checked()
    except CaseError as wrong:
        drawn = [one.path for one in doubts if not one.is_certain]
        raise CaseError(naming(wrong.faults, drawn)) from None
    comparison = comparison_of(appraisal=appraisal, composed=doubted, case=case)
    return comparison, context_of(comparison) | {"doubts": doubts_as_json(doubts)}


@transaction.atomic
def make_doubted_run(*, appraisal: Appraisal, by: User | None, at: datetime.datetime) -> Run:
    """Keeps an appraisal as it stands, with what it is uncertain about; its draws are still to be made."""
    held = Appraisal.objects.select_for_update(of=("self",)).select_related("product").get(pk=appraisal.pk)
    comparison, context = calculated_with_doubts(appraisal=held, on=at.date())
    return keep(comparison, context, appraisal=held, by=by, at=at)


@transaction.atomic
def doubt_appraisal(*, appraisal: Appraisal, by: User | None, at: datetime.datetime) -> tuple[Run, Job]:
    """A run with the job of its draws. The word to the workers is the caller's to send, once this is committed."""
    run = make_doubted_run(appraisal=appraisal, by=by, at=at)
    draws, _seed = settings_of(appraisal)
    return run, begin_run_job(run=run, draws=draws, by=by, at=at)


def doubt_portfolio(*, by: User, at: datetime.datetime) -> Job:
    """Every appraisal the person may change, each a part of one job."""
    appraisals = Appraisal.objects.editable_by(by).order_by("pk")
    return begin_portfolio_job(
        appraisals=[(appraisal, settings_of(appraisal)[0]) for appraisal in appraisals], by=by, at=at
    )


@transaction.atomic
def keep_doubt(*, run: Run, uncertainty: dict[str, Any], sensitivity: dict[str, Any], at: datetime.datetime) -> None:
    """What the draws of a run came to, once: a second worker's result is the same and changes nothing."""
    RunDoubt.objects.get_or_create(
        run=run, defaults={"made_at": at, "uncertainty": uncertainty, "sensitivity": sensitivity}
    )


@transaction.atomic
def keep_portfolio_part(
    *,
    part: JobPart,
    owner: Any,
    comparison: Comparison,
    context: dict[str, Any],
    uncertainty: dict[str, Any],
    sensitivity: dict[str, Any],
    at: datetime.datetime,
) -> Run:
    """The run of one appraisal and what its draws came to, written only by whoever still holds the part's lease."""
    hand_in(part=part, owner=owner, outcome=None)
    run = keep(comparison, context, appraisal=part.appraisal, by=part.job.asked_by, at=at)
    keep_doubt(run=run, uncertainty=uncertainty, sensitivity=sensitivity, at=at)
    return run
