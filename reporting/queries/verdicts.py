"""What each comparison came to when it was last run, for a board that reads the sentence first."""

import datetime
from dataclasses import dataclass

from django.db.models import DateTimeField, OuterRef, QuerySet, Subquery

from accounts.models import User
from funding.models import Appraisal, Run
from funding.queries.assurance import Standing, standing_of
from funding.queries.comparison import Comparison, kept
from funding.queries.findings import finding

MOST = 10


@dataclass(frozen=True)
class Verdict:
    """An appraisal with its latest run, read from what the run kept and from nothing else."""

    appraisal: Appraisal
    run: Run
    comparison: Comparison
    sentences: list[str]
    edited_at: datetime.datetime | None
    standing: Standing

    @property
    def is_behind(self) -> bool:
        """The appraisal has been changed since: what is shown is still what was run."""
        return self.edited_at is not None and self.edited_at > self.run.made_at


def verdicts(*, user: User, on: datetime.date, most: int = MOST) -> list[Verdict]:
    """Of the appraisals a person may see, the most lately run first. Two queries."""
    appraisals = list(_run_appraisals(user)[:most])
    runs = Run.objects.select_related("made_by", "assured_by").in_bulk([one.latest_run for one in appraisals])  # type: ignore[attr-defined]
    found = []
    for appraisal in appraisals:
        run = runs[appraisal.latest_run]  # type: ignore[attr-defined]
        comparison = kept(run)
        standing = standing_of(run, on=on)
        found.append(Verdict(appraisal, run, comparison, finding(comparison), appraisal.edited_at, standing))  # type: ignore[attr-defined]
    return found


def count_of_verdicts(*, user: User) -> int:
    return _run_appraisals(user).count()


def _run_appraisals(user: User) -> QuerySet[Appraisal]:
    last = Run.objects.filter(appraisal=OuterRef("pk")).order_by("-made_at", "-pk")
    edits = Appraisal.history.filter(id=OuterRef("pk")).order_by("-history_date")
    return (
        Appraisal.objects.visible_to(user)
        .select_related("product__organisation")
        .annotate(
            latest_run=Subquery(last.values("pk")[:1]),
            run_at=Subquery(last.values("made_at")[:1]),
            edited_at=Subquery(edits.values("history_date")[:1], output_field=DateTimeField()),
        )
        .filter(latest_run__isnull=False)
        .order_by("-run_at", "-pk")
    )
