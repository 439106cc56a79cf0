"""Keeping an appraisal as it stands: the case, its results and every name and source shown with them."""

import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from funding.models import Appraisal, Run
from funding.queries.comparison import Comparison, calculated, context_of
from funding.queries.sharing import together_of


@transaction.atomic
def make_run(*, appraisal: Appraisal, by: User | None, at: datetime.datetime) -> Run:
    """Calculates an appraisal and keeps the result for good. Raises CaseError with every fault of its case."""
    held = Appraisal.objects.select_for_update(of=("self",)).select_related("product").get(pk=appraisal.pk)
    comparison, _composed = calculated(appraisal=held, on=at.date())
    return keep(comparison, context_of(comparison), appraisal=held, by=by, at=at)


def keep(
    comparison: Comparison, context: dict[str, Any], *, appraisal: Appraisal, by: User | None, at: datetime.datetime
) -> Run:
    """The run of a comparison, written as it is; `context` holds the names and sources shown with it.

    What the products of one squad come to together is kept in it too. Raises CaseError where they cannot be reckoned.
    """
    together = together_of(comparison, appraisal=appraisal)
    if together is not None:
        context = context | {"together": together.as_json()}
    return Run.objects.create(
        appraisal=appraisal,
        made_by=by,
        made_at=at,
        engine_version=comparison.engine_version,
        case_hash=comparison.hash,
        case=dict(comparison.case),
        results=dict(comparison.results),
        context=context,
    )
