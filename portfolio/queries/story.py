"""The whole history of a product: its own and that of everything that tells a part of its story."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from kit import bilingual, formats
from kit.history import Kind, capital, rows_of_history
from portfolio.models import (
    BaselineChange,
    Benefit,
    BenefitYear,
    ComponentUse,
    Confidence,
    Decision,
    Lesson,
    Milestone,
    Participation,
    PhaseChange,
    Priority,
    Product,
    Risk,
    StandardAssessment,
)
from portfolio.models.product import Phase

Related = Callable[[str], str]


def history_of(product: Product) -> list[Kind]:
    """Each kind of record that hangs on a product. A forecast is told by its milestone's own history, with its why."""
    milestones = rows_of_history(Milestone).filter(product_id=product.pk).values("id")
    benefits = rows_of_history(Benefit).filter(product_id=product.pk).values("id")
    return [
        Kind(Product, rows_of_history(Product).filter(id=product.pk), lambda row, related: _("The product itself")),
        Kind(PhaseChange, _of(PhaseChange, product), _phase),
        Kind(Participation, _of(Participation, product), _named(Participation, "organisation")),
        Kind(Priority, _of(Priority, product), _named(Priority, "organisation")),
        Kind(Milestone, _of(Milestone, product), _titled(Milestone, "title"), "portfolio:milestone"),
        Kind(
            BaselineChange,
            rows_of_history(BaselineChange).filter(milestone_id__in=milestones),
            _named(BaselineChange, "milestone"),
            "portfolio:baseline_change",
        ),
        Kind(Benefit, _of(Benefit, product), _titled(Benefit, "title"), "portfolio:benefit"),
        Kind(
            BenefitYear,
            rows_of_history(BenefitYear).filter(benefit_id__in=benefits),
            _benefit_year,
            "portfolio:benefit",
            "benefit_id",
        ),
        Kind(Risk, _of(Risk, product), _risk, "portfolio:risk_history"),
        Kind(Decision, _of(Decision, product), _titled(Decision, "question"), "portfolio:decision_history"),
        Kind(Lesson, _of(Lesson, product), _titled(Lesson, "title"), "portfolio:lesson_history"),
        Kind(Confidence, _of(Confidence, product), _dated(Confidence), "portfolio:confidence_history"),
        Kind(StandardAssessment, _of(StandardAssessment, product), _point),
        Kind(ComponentUse, _of(ComponentUse, product), _named(ComponentUse, "component")),
    ]


def _of(model: Any, product: Product) -> "QuerySet[Any]":
    return rows_of_history(model).filter(product_id=product.pk)


def _kind(model: type[Model]) -> str:
    return capital(str(model._meta.verbose_name))


def _titled(model: type[Model], pair: str) -> Callable[[Any, Related], str]:
    return lambda row, related: f"{_kind(model)}: {bilingual.reading(row, pair).text}"


def _named(model: type[Model], column: str) -> Callable[[Any, Related], str]:
    return lambda row, related: f"{_kind(model)}: {related(column)}"


def _dated(model: type[Model]) -> Callable[[Any, Related], str]:
    return lambda row, related: f"{_kind(model)}: {formats.date(row.on)}"


def _phase(row: Any, related: Related) -> str:
    return f"{_kind(PhaseChange)}: {Phase(row.phase).label}, {formats.date(row.on)}"


def _benefit_year(row: Any, related: Related) -> str:
    return f"{_kind(Benefit)}: {related('benefit')}, {formats.financial_year(row.year)}"


def _risk(row: Any, related: Related) -> str:
    return f"{capital(str(Risk.Kind(row.kind).label))}: {bilingual.reading(row, 'event').text}"


def _point(row: Any, related: Related) -> str:
    words = _("The Standard, point %(point)s, %(phase)s")
    return words % {"point": row.point, "phase": Phase(row.phase).label}
