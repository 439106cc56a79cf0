"""What goes with a row of a product's story when it is taken out, and why some rows stay."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import DO_NOTHING
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from kit import formats
from portfolio.models import (
    BaselineChange,
    Benefit,
    BenefitYear,
    Confidence,
    Decision,
    Lesson,
    Milestone,
    PhaseChange,
    Product,
    Risk,
)

Parts = list[tuple[str, str]]


def goes_with(row: Any) -> Parts:
    """The figures and words that will go, each under what the row's own page calls it."""
    return _GOES[type(row)](row)


def why_kept(row: Any, *, by: User) -> str:
    """Why a row stays, in words; "" for one that may go."""
    if isinstance(row, Product):
        return _why_product(row)
    if isinstance(row, Milestone):
        return _why_milestone(row)
    if isinstance(row, BaselineChange):
        return _why_change(row, by=by)
    return ""


def _why_product(product: Product) -> str:
    """A product with a story is not taken out. The rows of every room that name it are asked for, and none is named."""
    found = []
    relations: Iterable[Any] = product._meta.get_fields(include_hidden=True)
    for relation in relations:
        if not (relation.auto_created and relation.one_to_many) or relation.on_delete is DO_NOTHING:
            continue
        model = relation.related_model
        if model is not PhaseChange and model._base_manager.filter(**{relation.field.name: product}).exists():
            found.append(str(model._meta.verbose_name_plural))
    if not found:
        return ""
    words = _("Only a product of which nothing else is written down can be taken out. Of this one there is: %(parts)s.")
    return words % {"parts": ", ".join(sorted(set(found)))}


def _why_milestone(milestone: Milestone) -> str:
    """What was promised to somebody, or has slipped, cannot be made never to have been."""
    if milestone.baseline_changes.exists():
        first = _("A change request has been made of this milestone.")
    elif milestone.forecasts.exclude(report="").exists():
        first = _("A report has told of this milestone.")
    elif milestone.forecasts.values("made_on").distinct().count() > 1:
        first = _("The forecast of this milestone has moved since it was added.")
    else:
        return ""
    stays = _("It stays, with every forecast made of it. Where it will not happen, clear its forecast and say why.")
    return f"{first} {stays}"


def _why_change(change: BaselineChange, *, by: User) -> str:
    if change.state != BaselineChange.State.ASKED:
        return _("This change request has been decided already.")
    return "" if change.asked_by_id == by.pk else _("Only whoever asked can take the request back.")


def _label(row: Any, column: str) -> str:
    return str(capfirst(row._meta.get_field(column).verbose_name))


def _date(row: Any, column: str) -> tuple[str, str]:
    return _label(row, column), formats.date(getattr(row, column))


def _milestone(row: Milestone) -> Parts:
    kept = _("Forecasts made of it"), formats.number(row.forecasts.count())
    reached = [_date(row, "actual")] if row.actual else []
    return [_date(row, "baseline"), _date(row, "forecast"), *reached, kept]


def _product(row: Product) -> Parts:
    phase = _label(row, "phase"), str(capfirst(row.get_phase_display()))
    return [phase, (_label(row, "organisation"), str(row.organisation))]


def _change(row: BaselineChange) -> Parts:
    return [_date(row, "before"), _date(row, "after"), (_("Reason"), str(row.reason)), _date(row, "asked_on")]


def _benefit(row: Benefit) -> Parts:
    parts = [(_label(row, "kind"), str(capfirst(row.get_kind_display())))]
    for year in row.years.order_by("year"):
        words = _("Expected: %(expected)s. Realised: %(realised)s.") % {
            "expected": formats.money(year.expected),
            "realised": formats.money(year.realised),
        }
        parts.append((formats.financial_year(year.year), words))
    return parts


def _benefit_year(row: BenefitYear) -> Parts:
    return [(_label(row, column), formats.money(getattr(row, column))) for column in ("expected", "realised")]


def _risk(row: Risk) -> Parts:
    return [
        (_label(row, "kind"), str(capfirst(row.get_kind_display()))),
        (_label(row, "owner"), row.owner or formats.not_known()),
        _date(row, "raised_on"),
    ]


def _decision(row: Decision) -> Parts:
    parts = [_date(row, "due_on")]
    if row.decided_on:
        parts += [_date(row, "decided_on"), (_("Decision"), str(row.outcome))]
    return parts


def _lesson(row: Lesson) -> Parts:
    return [_date(row, "learnt_on")] + ([(_("Recommendation"), str(row.advice))] if row.advice else [])


def _confidence(row: Confidence) -> Parts:
    return [
        (_label(row, "scale"), row.get_scale_display()),
        (_label(row, "owner_rating"), row.get_owner_rating_display()),
        (_label(row, "independent_rating"), row.get_independent_rating_display()),
    ]


_GOES: dict[Any, Callable[[Any], Parts]] = {
    Product: _product,
    Milestone: _milestone,
    BaselineChange: _change,
    Benefit: _benefit,
    BenefitYear: _benefit_year,
    Risk: _risk,
    Decision: _decision,
    Lesson: _lesson,
    Confidence: _confidence,
}
