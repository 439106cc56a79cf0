"""Digital products: the unit whose lifetime is costed.

A product outlives the projects, rounds and squads that touch it.
"""

import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit import formats
from kit.bilingual import Pair
from kit.models import Sourced, Versioned
from portfolio.models.organisation import Organisation

if TYPE_CHECKING:
    from accounts.models import User


class Phase(models.TextChoices):
    DISCOVERY = "discovery", _("discovery")
    ALPHA = "alpha", _("alpha")
    BETA = "beta", _("beta")
    LIVE = "live", _("live")
    RETIRING = "retiring", _("retiring")
    RETIRED = "retired", _("retired")


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, user: "User") -> "ProgrammeQuerySet":
        """Which programmes there are is known to all who may see products; the products in them are narrowed apart."""
        return self if user.has_perm("portfolio.view_product") else self.none()


class Programme(Sourced):
    """A group of products; a programme may stand inside one other."""

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, verbose_name=_("part of"), null=True, blank=True)

    name = Pair("name")
    objects = ProgrammeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="portfolio_programme_not_its_own_parent",
                violation_error_message=_("A programme cannot be part of itself."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


class ProductQuerySet(models.QuerySet["Product"]):
    def visible_to(self, user: "User") -> "ProductQuerySet":
        """All of them to the national roles; to a delivery lead what their organisation owns or takes part in."""
        if user.sees_all_organisations:
            return self
        if not user.sees_own_organisation:
            return self.none()
        taking_part = Product.objects.filter(participations__organisation=user.organisation_id).values("pk")
        return self.filter(models.Q(organisation=user.organisation_id) | models.Q(pk__in=taking_part))

    def editable_by(self, user: "User") -> "ProductQuerySet":
        """Taking part in a product lets an organisation see it; owning it lets it change it."""
        if not user.has_perm("portfolio.change_product"):
            return self.none()
        return self if user.sees_all_organisations else self.filter(organisation=user.organisation_id)

    def in_one_language(self) -> "ProductQuerySet":
        """Those that are not retired, with a name or a summary that is there in Welsh only or in English only."""
        only = models.Q(name_cy="") | models.Q(name_en="")
        only |= models.Q(summary_cy="") & ~models.Q(summary_en="") | models.Q(summary_en="") & ~models.Q(summary_cy="")
        return self.filter(only).exclude(phase=Phase.RETIRED)

    def with_adoption(self, on: datetime.date | None = None) -> "ProductQuerySet":
        """Adds `adopters`: how many local authorities have adopted the product, of those that exist on the day."""
        adopted = models.Q(
            participations__state="adopted", participations__organisation__kind=Organisation.Kind.LOCAL_AUTHORITY
        )
        if on is not None:
            adopted &= models.Q(participations__organisation__in=Organisation.objects.on(on))
        return self.annotate(adopters=models.Count("participations", filter=adopted, distinct=True))


class Product(Sourced, Versioned):
    """A digital product: a service, content or component that people in Wales use."""

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    summary_cy = models.TextField(_("summary in Welsh"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("owning organisation"), related_name="products"
    )
    service_owner = models.CharField(_("service owner"), max_length=200, blank=True)
    programme = models.ForeignKey(
        Programme, models.PROTECT, verbose_name=_("programme"), null=True, blank=True, related_name="products"
    )
    phase = models.CharField(_("phase"), max_length=10, choices=Phase, default=Phase.DISCOVERY)
    end_of_life = models.DateField(_("expected end of life"), null=True, blank=True)

    name = Pair("name")
    summary = Pair("summary")
    objects = ProductQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        indexes = [
            models.Index(fields=["name_cy"], name="portfolio_product_name_cy"),
            models.Index(fields=["name_en"], name="portfolio_product_name_en"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class PhaseChangeQuerySet(models.QuerySet["PhaseChange"]):
    def visible_to(self, user: "User") -> "PhaseChangeQuerySet":
        return self.filter(product__in=Product.objects.visible_to(user))


class PhaseChange(models.Model):
    """The day a product entered a phase; `actions.save_product` keeps the latest one and the product's the same."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="phase_changes")
    phase = models.CharField(_("phase"), max_length=10, choices=Phase)
    on = models.DateField(_("date"))

    objects = PhaseChangeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("change of phase")
        verbose_name_plural = _("changes of phase")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "on"],
                name="portfolio_phasechange_one_a_day",
                violation_error_message=_("This product already changed phase on that day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_phase_display()}, {formats.date(self.on)}"
