"""Appraisals that have no run to show, or one of what they no longer say."""

from django.db.models import DateTimeField, F, Max, OuterRef, QuerySet, Subquery

from funding.models import Appraisal, Run


def never_run(appraisals: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
    return appraisals.filter(runs__isnull=True)


def changed_since_run(appraisals: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
    """Edited after the last of their runs was made."""
    edited = Appraisal.history.filter(id=OuterRef("pk")).order_by("-history_date").values("history_date")[:1]
    last = Run.objects.filter(appraisal=OuterRef("pk")).order_by().values("appraisal").annotate(at=Max("made_at"))
    return appraisals.alias(
        edited_at=Subquery(edited, output_field=DateTimeField()), run_at=Subquery(last.values("at"))
    ).filter(edited_at__gt=F("run_at"))
