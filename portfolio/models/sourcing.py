"""What organisations buy apart and could buy together."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between, ends_after_start
from portfolio.models.nationwide import NationwideQuerySet
from portfolio.models.organisation import Organisation
from portfolio.models.product import Product

if TYPE_CHECKING:
    from accounts.models import User


class SourcingOpportunityQuerySet(NationwideQuerySet["SourcingOpportunity"]):
    pass


class SourcingOpportunity(Sourced, Versioned):
    """Something that several organisations buy separately. Its value is the sum of its contracts, never typed."""

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    summary_cy = models.TextField(_("summary in Welsh"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)

    name = Pair("name")
    summary = Pair("summary")
    objects = SourcingOpportunityQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("sourcing opportunity")
        verbose_name_plural = _("sourcing opportunities")

    def __str__(self) -> str:
        return str(self.name)


class ContractQuerySet(NationwideQuerySet["Contract"]):
    def editable_by(self, user: "User") -> Self:
        """An organisation keeps its own contracts; the national office any."""
        if not user.has_perm("portfolio.change_product"):
            return self.none()
        return self if user.sees_all_organisations else self.filter(organisation=user.organisation_id)

    def on(self, day: datetime.date) -> Self:
        return self.filter(models.Q(end__isnull=True) | models.Q(end__gt=day), start__lte=day)


class Contract(Sourced, Versioned):
    """A contract of one organisation, as published in its register of contracts."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisation"), related_name="contracts"
    )
    opportunity = models.ForeignKey(
        SourcingOpportunity,
        models.PROTECT,
        verbose_name=_("could be bought together as"),
        null=True,
        blank=True,
        related_name="contracts",
    )
    product = models.ForeignKey(
        Product, models.PROTECT, verbose_name=_("product"), null=True, blank=True, related_name="contracts"
    )
    title_cy = models.CharField(_("title in Welsh"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200)
    supplier = models.CharField(_("supplier"), max_length=200, blank=True)
    annual_value = models.DecimalField(_("value a year"), max_digits=14, decimal_places=2, null=True, blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("first day no longer"), null=True, blank=True)

    title = Pair("title")
    objects = ContractQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("contract")
        verbose_name_plural = _("contracts")
        constraints = [
            ends_after_start(
                "start", "end", name="portfolio_contract_ends_after_start", message=_("It must end after it begins.")
            ),
            between(
                "annual_value",
                name="portfolio_contract_annual_value",
                message=_("The value cannot be less than nothing."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def last_day(self) -> datetime.date | None:
        """What people call the end: the day before the first that is no longer covered."""
        return self.end and self.end - datetime.timedelta(days=1)
