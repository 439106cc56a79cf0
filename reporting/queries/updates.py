"""When something about a product was last written down: of the product itself or of anything that hangs on it."""

import datetime
from functools import reduce
from typing import Any

from django.db.models import DateTimeField, Model, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, NullIf
from django.utils import timezone

from funding.models import Appraisal, Award, AwardLine, OtherCost
from kit.history import rows_of_history
from portfolio.models import (
    BaselineChange,
    Benefit,
    BenefitYear,
    ComponentUse,
    Confidence,
    Contract,
    Decision,
    Lesson,
    Milestone,
    MilestoneForecast,
    Participation,
    PhaseChange,
    Priority,
    Product,
    Risk,
    StandardAssessment,
)
from squads.models import Assignment

# Every kind of row that tells of one product, and the way from its history to the product.
# test_attention.py holds this to be all of them.
TELLING: tuple[tuple[type[Model], str], ...] = (
    (Product, "id"),
    (PhaseChange, "product"),
    (Participation, "product"),
    (Milestone, "product"),
    (MilestoneForecast, "milestone__product"),
    (BaselineChange, "milestone__product"),
    (Benefit, "product"),
    (BenefitYear, "benefit__product"),
    (Risk, "product"),
    (Decision, "product"),
    (Lesson, "product"),
    (Confidence, "product"),
    (StandardAssessment, "product"),
    (ComponentUse, "product"),
    (Priority, "product"),
    (Contract, "product"),
    (Assignment, "product"),
    (Award, "product"),
    (AwardLine, "award__product"),
    (OtherCost, "product"),
    (Appraisal, "product"),
)
# Stands for "never" while the latest of several is looked for: what is null would hide the others.
NEVER = datetime.datetime(1900, 1, 1, tzinfo=datetime.UTC)


def updated_since(day: datetime.date) -> Q:
    """True of the products of which something was written down on the day or after it."""
    since = timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
    told: list[Q] = []
    for model, path in TELLING:
        rows = rows_of_history(model).filter(history_date__gte=since)
        told.append(Q(pk__in=rows.filter(**{f"{path}__isnull": False}).order_by().values(path)))
    return reduce(lambda one, other: one | other, told)


def last_updated() -> Any:
    """The moment of the latest update of each product, null where nothing has been kept of its history."""
    latest = []
    for model, path in TELLING:
        rows = rows_of_history(model).filter(**{path: OuterRef("pk")}).order_by("-history_date")
        latest.append(Coalesce(Subquery(rows.values("history_date")[:1]), Value(NEVER), output_field=DateTimeField()))
    return NullIf(Greatest(*latest), Value(NEVER), output_field=DateTimeField())
