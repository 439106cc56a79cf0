"""Squads, and the products they work on."""

import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between, ends_after_start
from portfolio.models import Organisation, Product

if TYPE_CHECKING:
    from accounts.models import User


ONE_DAY = datetime.timedelta(days=1)


class SquadQuerySet(models.QuerySet["Squad"]):
    def visible_to(self, user: "User") -> "SquadQuerySet":
        """All to the national roles; to a delivery lead the squads at home with them or working on their products."""
        if user.sees_all_organisations:
            return self
        if not user.sees_own_organisation:
            return self.none()
        theirs = Assignment.objects.filter(product__in=Product.objects.visible_to(user)).values("squad")
        return self.filter(models.Q(organisation=user.organisation_id) | models.Q(pk__in=theirs))

    def editable_by(self, user: "User") -> "SquadQuerySet":
        if not user.has_perm("squads.change_squad"):
            return self.none()
        return self if user.sees_all_organisations else self.filter(organisation=user.organisation_id)


class Squad(Sourced, Versioned):
    """A multidisciplinary team that stays together."""

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("home organisation"), related_name="squads"
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("first day it is no longer there"), null=True, blank=True)

    name = Pair("name")
    objects = SquadQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("squad")
        verbose_name_plural = _("squads")
        constraints = [
            ends_after_start(
                "since", "until", name="squads_squad_ends_after_start", message=_("The squad must end after it begins.")
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def last_day(self) -> datetime.date | None:
        return self.until and self.until - ONE_DAY


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, user: "User") -> "AssignmentQuerySet":
        """Those to products the person may see: another organisation's product is not named on a squad's page."""
        return self.filter(
            product__in=Product.objects.visible_to(user),
            squad__in=Squad.objects.visible_to(user),
        )

    def editable_by(self, user: "User") -> "AssignmentQuerySet":
        return self.visible_to(user).filter(squad__in=Squad.objects.editable_by(user))

    def on(self, day: datetime.date) -> "AssignmentQuerySet":
        return self.filter(models.Q(end__isnull=True) | models.Q(end__gt=day), start__lte=day)


class Assignment(Sourced, Versioned):
    """A squad works on a product with a share of its time, between two dates."""

    squad = models.ForeignKey(Squad, models.CASCADE, verbose_name=_("squad"), related_name="assignments")
    product = models.ForeignKey(Product, models.PROTECT, verbose_name=_("product"), related_name="assignments")
    share = models.DecimalField(_("share of the squad's time"), max_digits=4, decimal_places=3, default=1)
    start = models.DateField(_("from"))
    end = models.DateField(_("first day no longer"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            between(
                "share",
                name="squads_assignment_share",
                low=0,
                high=1,
                message=_("A share lies between 0 and 1."),
            ),
            ends_after_start(
                "start", "end", name="squads_assignment_ends_after_start", message=_("It must end after it begins.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.squad} – {self.product}"

    @property
    def last_day(self) -> datetime.date | None:
        """What people call the end: the day before the first that is no longer covered."""
        return self.end and self.end - ONE_DAY
