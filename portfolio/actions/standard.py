"""A product's assessments at a phase, saved together: all that were changed, or none."""

from typing import Any

from django.db import transaction

from portfolio.models import Product, StandardAssessment


class _MetOthersError(Exception):
    """Somebody was quicker with one of the rows: what was saved of the others is taken back."""


def save_assessments(*, form: Any, product: Product, phase: str) -> int | None:
    """How many points were saved; None where somebody was quicker with one, which its form now says."""
    try:
        return _save(form, product, phase)
    except _MetOthersError:
        return None


@transaction.atomic
def _save(form: Any, product: Product, phase: str) -> int:
    # A row that is not there cannot be locked: the product stands for all of them.
    Product.objects.select_for_update().get(pk=product.pk)
    there = {row.point: row for row in StandardAssessment.objects.filter(product=product, phase=phase)}
    changed = form.to_save
    quicker = False
    for one in changed:
        if one.is_new and one.instance.point in there:
            one.meet(there[one.instance.point])
            quicker = True
        elif one.save_or_conflict() is None:
            quicker = True
    if quicker:
        raise _MetOthersError
    return len(changed)
