"""What a product is worth to somebody, as expected and as realised, year by year."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit import formats
from kit.bilingual import Pair
from kit.models import MOST_MONEY, Sourced, Versioned, between
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.product import Product


class BenefitQuerySet(OfProductQuerySet["Benefit"]):
    pass


class Benefit(Sourced, Versioned):
    """A benefit of one product. A figure not known is null and is never 0."""

    class Kind(models.TextChoices):
        CASHABLE = "cashable", _("cashable")
        RELEASING = "releasing", _("non-cashable releasing")
        AVOIDABLE_CONTACT = "avoidable_contact", _("avoidable contact")
        MANUAL_FULFILMENT = "manual_fulfilment", _("manual fulfilment ended")
        QUALITATIVE = "qualitative", _("qualitative")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="benefits")
    title_cy = models.CharField(_("title in Welsh"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200)
    kind = models.CharField(_("class"), max_length=17, choices=Kind)
    beneficiary_cy = models.CharField(_("beneficiary in Welsh"), max_length=200, blank=True)
    beneficiary_en = models.CharField(_("beneficiary in English"), max_length=200, blank=True)
    measure_cy = models.CharField(_("measure in Welsh"), max_length=200, blank=True)
    measure_en = models.CharField(_("measure in English"), max_length=200, blank=True)
    baseline = models.DecimalField(_("measured at the start"), max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=2, null=True, blank=True)
    double_counts_with = models.ForeignKey(
        Product,
        models.PROTECT,
        verbose_name=_("would double-count with"),
        null=True,
        blank=True,
        related_name="+",
    )

    title = Pair("title")
    beneficiary = Pair("beneficiary")
    measure = Pair("measure")
    objects = BenefitQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(double_counts_with__isnull=True) | ~models.Q(double_counts_with=models.F("product")),
                name="portfolio_benefit_not_with_itself",
                violation_error_message=_("A benefit cannot double-count with its own product."),
            ),
            *(
                between(
                    field,
                    name=f"portfolio_benefit_{field}",
                    low=-MOST_MONEY,
                    message=_("This figure is out of range."),
                )
                for field in ("baseline", "target")
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class BenefitYearQuerySet(OfProductQuerySet["BenefitYear"]):
    product_path = "benefit__product"


class BenefitYear(Sourced, Versioned):
    """A benefit in one financial year, in pounds: what is expected and what was realised, with its evidence."""

    benefit = models.ForeignKey(Benefit, models.CASCADE, verbose_name=_("benefit"), related_name="years")
    year = models.PositiveSmallIntegerField(_("financial year"))
    expected = models.DecimalField(_("expected"), max_digits=14, decimal_places=2, null=True, blank=True)
    realised = models.DecimalField(_("realised"), max_digits=14, decimal_places=2, null=True, blank=True)

    objects = BenefitYearQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("benefit in a year")
        verbose_name_plural = _("benefits by year")
        constraints = [
            models.UniqueConstraint(
                fields=["benefit", "year"],
                name="portfolio_benefityear_once",
                violation_error_message=_("This benefit already has a figure for that year."),
            ),
            *(
                between(
                    field,
                    name=f"portfolio_benefityear_{field}",
                    low=-MOST_MONEY,
                    message=_("This figure is out of range."),
                )
                for field in ("expected", "realised")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.benefit}, {formats.financial_year(self.year)}"
