"""Figures that count only once somebody other than their maker has signed them."""

import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kit.models import Sourced


class SignedQuerySet(models.QuerySet[Any]):
    def in_force(self, on: datetime.date) -> Self:
        """Shipped defaults and signed figures valid on a day, the one to use first: signed, then the newest."""
        return self.filter(
            models.Q(made_by__isnull=True) | models.Q(signed_by__isnull=False), valid_from__lte=on
        ).order_by(models.F("signed_on").desc(nulls_last=True), "-valid_from", "-pk")

    def awaiting_signature(self) -> Self:
        return self.filter(made_by__isnull=False, signed_by__isnull=True)


class Signed(Sourced):
    """A shipped default has no maker; what a person makes counts from the day somebody else signs it."""

    valid_from = models.DateField(_("valid from"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("made by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("signed by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_shipped(self) -> bool:
        return self.made_by_id is None

    @property
    def awaits_signature(self) -> bool:
        return self.made_by_id is not None and self.signed_by_id is None


def signed_by_another(name: str) -> models.CheckConstraint:
    """Nobody signs their own figure, a signature has its day, and a shipped default is signed by nobody."""
    return models.CheckConstraint(
        condition=models.Q(signed_by__isnull=True, signed_on__isnull=True)
        | models.Q(signed_by__isnull=False, signed_on__isnull=False, made_by__isnull=False)
        & ~models.Q(signed_by=models.F("made_by")),
        name=name,
        violation_error_message=_("A figure is signed by somebody other than the person who made it."),
    )
