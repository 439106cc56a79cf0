"""Runs under doubt for tests, made by really working through their job, with few draws."""

from typing import Any

from django.utils import timezone

from funding.actions import doubts
from funding.models import Appraisal, Job, Run, RunDoubt
from funding.tasks import work
from tests.world import World

DRAWS = 200
# Ranges of each kind: a share, money, a whole month, a number of times, a chance; one of them made certain.
RANGES: dict[str, Any] = {
    "product.decay_rate": {"distribution": "pert", "low": 0.05, "likely": 0.12, "high": 0.2},
    "product.annual_benefit": {"distribution": "triangular", "low": 100_000, "likely": 400_000, "high": 500_000},
    "options.annual.award_month": {"distribution": "pert", "low": 1, "likely": 5, "high": 7},
    "options.annual.contractor_rate_multiplier": {"distribution": "uniform", "low": 0.9, "high": 1.3},
    "options.annual.reaward_probability": {"distribution": "pert", "low": 0.3, "likely": 0.7, "high": 0.95},
    "options.squad.recruitment_months": None,
}
# What the draws of a case come to, by its hash: the same case is drawn once for all tests.
_DRAWN: dict[str, tuple[Any, Any]] = {}


def begin(appraisal: Appraisal, by: Any, **uncertainty: Any) -> tuple[Run, Job]:
    """A run and its job, of which nothing is drawn yet."""
    appraisal.uncertainty = {"draws": DRAWS} | appraisal.uncertainty | uncertainty
    appraisal.save()
    return doubts.doubt_appraisal(appraisal=appraisal, by=by, at=timezone.now())


def finish(job: Job) -> None:
    for part in job.parts.values_list("pk", flat=True):
        work(part)


def drawn(appraisal: Appraisal, by: Any, **uncertainty: Any) -> Run:
    """A run with its draws made."""
    run, job = begin(appraisal, by, **uncertainty)
    if run.case_hash in _DRAWN:
        uncertain, sensitive = _DRAWN[run.case_hash]
        RunDoubt.objects.create(run=run, made_at=run.made_at, uncertainty=uncertain, sensitivity=sensitive)
        job.delete()
    else:
        finish(job)
        _DRAWN[run.case_hash] = (run.doubt.uncertainty, run.doubt.sensitivity)
    return Run.objects.get(pk=run.pk)


def drawn_of(world: World) -> Run:
    """The one drawn run of ours in a world, made when it is first asked for."""
    made = Run.objects.filter(appraisal=world.ours.appraisal, doubt__isnull=False).first()
    return made or drawn(doubted(world), world.people["finance"])


def doubted(world: World) -> Appraisal:
    """The appraisal of ours, with ranges of its own."""
    world.ours.appraisal.uncertainty = {"parameters": RANGES}
    world.ours.appraisal.save()
    return world.ours.appraisal


def portfolio_job_of(world: World) -> Job:
    """A job for every appraisal, begun by finance and not worked on."""
    return doubts.doubt_portfolio(by=world.person("finance"), at=timezone.now())
