"""A benefit's pounds in a year, as expected and as realised."""

import datetime
from decimal import Decimal
from typing import Any, ClassVar

from django.db import transaction
from django.utils.translation import gettext_lazy

from kit.periods import first_day
from kit.versions import StaleVersion, save_if_current
from portfolio.models import Benefit, BenefitYear


class BenefitError(Exception):
    """Something that cannot be said of a benefit. `field` is the column to which the words belong."""

    field: ClassVar[str] = ""
    words: ClassVar[Any] = ""

    def __str__(self) -> str:
        return str(self.words)


class NoPoundsError(BenefitError):
    field = "expected"
    words = gettext_lazy("A qualitative benefit has no pounds. Give the benefit another class first.")


class HasPoundsError(BenefitError):
    field = "kind"
    words = gettext_lazy("This benefit has years in pounds; a qualitative one has none. Take those years out first.")


class NotBegunError(BenefitError):
    field = "realised"
    words = gettext_lazy("This year has not begun: nothing can have been realised in it.")


class YearTakenError(BenefitError):
    field = "year"
    words = gettext_lazy("This benefit already has a figure for that year.")


@transaction.atomic
def save_benefit(*, form: Any) -> Benefit | None:
    """Saves what a form holds. None where somebody was quicker."""
    benefit: Benefit = form.instance
    if not form.is_new and benefit.kind == Benefit.Kind.QUALITATIVE:
        kept = Benefit.objects.select_for_update().get(pk=benefit.pk)
        if kept.years.exists():
            raise HasPoundsError
    saved: Benefit | None = form.save() if form.is_new else form.save_or_conflict()
    return saved


@transaction.atomic
def save_benefit_year(*, form: Any, on: datetime.date) -> BenefitYear | None:
    """Saves what a form of one year holds. None where somebody was quicker."""
    row: BenefitYear = form.instance
    _judge(row, on=on)
    saved: BenefitYear | None = form.save() if form.is_new else form.save_or_conflict()
    return saved


@transaction.atomic
def set_benefit_year(
    *,
    benefit: Benefit,
    year: int,
    expected: Decimal | None,
    realised: Decimal | None,
    on: datetime.date,
    version: int | None = None,
    **more: str,
) -> BenefitYear:
    """Gives a benefit its pounds of one year; `more` are the columns of its evidence, left alone where not named.

    `version`: the one its editor saw, None where they saw no row of that year; StaleVersion where it is otherwise now.
    Raises BenefitError for what cannot be said, and ValidationError for what the columns refuse.
    """
    Benefit.objects.select_for_update().get(pk=benefit.pk)
    kept = BenefitYear.objects.filter(benefit=benefit, year=year).first()
    if (kept.version if kept else None) != version:
        raise StaleVersion(f"Benefit {benefit.pk} in {year} is not at version {version}")
    row = kept or BenefitYear(benefit=benefit, year=year)
    row.expected, row.realised = expected, realised
    for name, value in more.items():
        setattr(row, name, value)
    _judge(row, on=on)
    row.full_clean()
    if kept is None:
        row.save()
        return row
    return save_if_current(row, version=kept.version)


def _judge(row: BenefitYear, *, on: datetime.date) -> None:
    """Holds the benefit, so that its class and its years are judged by one person at a time."""
    benefit = Benefit.objects.select_for_update().get(pk=row.benefit_id)
    if benefit.kind == Benefit.Kind.QUALITATIVE:
        raise NoPoundsError
    if row.realised is not None and first_day(row.year) > on:
        raise NotBegunError
    if benefit.years.filter(year=row.year).exclude(pk=row.pk).exists():
        raise YearTakenError
