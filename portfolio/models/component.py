"""What many services need, and which product builds its own: "twenty-two different ways"."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between
from portfolio.models.nationwide import NationwideQuerySet
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.product import Product

if TYPE_CHECKING:
    from accounts.models import User


class ComponentQuerySet(NationwideQuerySet["Component"]):
    pass


class Component(Sourced, Versioned):
    """Something that many services need, such as an address look-up."""

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    summary_cy = models.TextField(_("summary in Welsh"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)
    # The product that others may share, where there is one.
    shared_product = models.ForeignKey(
        Product,
        models.PROTECT,
        verbose_name=_("product that shares it"),
        null=True,
        blank=True,
        related_name="shares_components",
    )
    # The role whose rate prices the work; squads has the roles, which stand above this room.
    role_code = models.SlugField(_("role whose rate prices it"), max_length=60, default="developer")

    name = Pair("name")
    summary = Pair("summary")
    objects = ComponentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("component")
        verbose_name_plural = _("components")

    def __str__(self) -> str:
        return str(self.name)


class ComponentUseQuerySet(OfProductQuerySet["ComponentUse"]):
    pass


class ComponentUse(Sourced, Versioned):
    """A product needs a component, and builds its own, shares one, or could."""

    class Way(models.TextChoices):
        OWN = "own", _("builds its own")
        SHARES = "shares", _("shares one")
        COULD_SHARE = "could_share", _("could share one")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="component_uses")
    component = models.ForeignKey(Component, models.PROTECT, verbose_name=_("component"), related_name="uses")
    way = models.CharField(_("how"), max_length=11, choices=Way)
    fte = models.DecimalField(_("FTE a year it takes"), max_digits=5, decimal_places=2, null=True, blank=True)

    objects = ComponentUseQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("use of a component")
        verbose_name_plural = _("uses of components")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "component"],
                name="portfolio_componentuse_once",
                violation_error_message=_("This product already says how it has this component."),
            ),
            between(
                "fte",
                name="portfolio_componentuse_fte",
                high=Decimal("999.99"),
                message=_("The FTE cannot be less than nothing."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product}: {self.component}"


class NotAlikeQuerySet(models.QuerySet["NotAlike"]):
    def visible_to(self, user: "User") -> "NotAlikeQuerySet":
        seen = Product.objects.visible_to(user)
        if not seen.query.has_filters():
            return self
        return self.filter(first__in=seen, second__in=seen)

    def editable_by(self, user: "User") -> "NotAlikeQuerySet":
        return self if user.has_perm("portfolio.change_register") else self.none()


class NotAlike(models.Model):
    """The office's word that two products which look alike are not the same."""

    first = models.ForeignKey(Product, models.CASCADE, related_name="+")
    second = models.ForeignKey(Product, models.CASCADE, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    said_on = models.DateField(_("date"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = NotAlikeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("not the same")
        verbose_name_plural = _("not the same")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="portfolio_notalike_once"),
            # The one with the lower key first, so that a pair is one row.
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="portfolio_notalike_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
