"""Parts of records that have no business meaning of their own."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from kit.bilingual import Pair

MOST_MONEY = Decimal("999999999999.99")


class EvidenceMark(models.TextChoices):
    """How well a fact is known."""

    VERIFIED = "V", _("verified")
    SECONDARY = "S", _("secondary source")
    MEMORY = "M", _("to be verified")
    JUDGEMENT = "J", _("judgement")
    DEMONSTRATION = "D", _("made up for demonstration")


class Sourced(models.Model):
    """A record that says where it comes from and how far to believe it."""

    evidence = models.CharField(_("evidence"), max_length=1, choices=EvidenceMark, default=EvidenceMark.JUDGEMENT)
    source_cy = models.CharField(_("source in Welsh"), max_length=400, blank=True)
    source_en = models.CharField(_("source in English"), max_length=400, blank=True)

    source = Pair("source")

    class Meta:
        abstract = True


class Versioned(models.Model):
    """A record that two people may edit: the number goes up by one with every save of a form."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True


def between(field: str, *, name: str, message: Any, low: Any = 0, high: Any = MOST_MONEY) -> models.CheckConstraint:
    """A constraint that keeps a number within its bounds, both included.

    The upper bound is never left out: PostgreSQL holds NaN greater than any number, so `>= 0` alone lets it in.
    """
    return models.CheckConstraint(
        condition=models.Q((f"{field}__isnull", True)) | models.Q((f"{field}__gte", low), (f"{field}__lte", high)),
        name=name,
        violation_error_message=message,
    )


def ends_after_start(start: str, end: str, *, name: str, message: Any) -> models.CheckConstraint:
    """A constraint that an end (the first day no longer covered) comes after its start."""
    return models.CheckConstraint(
        condition=models.Q((f"{end}__isnull", True)) | models.Q((f"{end}__gt", models.F(start))),
        name=name,
        violation_error_message=message,
    )
