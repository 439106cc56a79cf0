"""Where money comes from: funds, what is allocated to them by year, and their rounds."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between
from kit.periods import FIRST_YEAR, LAST_YEAR
from kit.periods import label as year_label
from portfolio.models import Organisation

if TYPE_CHECKING:
    from accounts.models import User


class Certainty(models.TextChoices):
    SECURED = "secured", _("secured")
    INDICATIVE = "indicative", _("indicative")
    TARGETED = "targeted", _("targeted")


class BudgetType(models.TextChoices):
    REVENUE = "revenue", _("revenue")
    CAPITAL = "capital", _("capital")


def a_year(field: str, name: str) -> models.CheckConstraint:
    return between(
        field,
        name=name,
        low=FIRST_YEAR,
        high=LAST_YEAR,
        message=_("A financial year lies between 1990-91 and 2099-00."),
    )


class FundQuerySet(models.QuerySet["Fund"]):
    def visible_to(self, user: "User") -> "FundQuerySet":
        return self if user.has_perm("funding.view_fund") else self.none()


class Fund(Sourced):
    """A fund, and the question that decides what it can buy: may it pay for permanent posts?"""

    class Cycle(models.TextChoices):
        ANNUAL = "annual", _("annual")
        MULTI_YEAR = "multi_year", _("multi-year")
        RECURRENT = "recurrent", _("recurrent")
        CAPITAL = "capital", _("capital programme")

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("run by"), related_name="funds", null=True, blank=True
    )
    cycle = models.CharField(_("cycle"), max_length=10, choices=Cycle)
    budget = models.CharField(_("revenue or capital"), max_length=10, choices=BudgetType, default=BudgetType.REVENUE)
    pays_permanent = models.BooleanField(_("may pay for permanent posts"), default=False)

    name = Pair("name")
    objects = FundQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("fund")
        verbose_name_plural = _("funds")
        constraints = [
            models.UniqueConstraint(
                fields=["name_en"],
                name="funding_fund_name_once",
                violation_error_message=_("A fund of this name is already here."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


class OfFundQuerySet(models.QuerySet[Any]):
    """Rows that are part of a fund: seen by whoever sees funds."""

    def visible_to(self, user: "User") -> Self:
        return self if user.has_perm("funding.view_fund") else self.none()


class Allocation(Sourced):
    """What a fund has to give in one financial year. An amount not known is null."""

    fund = models.ForeignKey(Fund, models.CASCADE, verbose_name=_("fund"), related_name="allocations")
    year = models.PositiveSmallIntegerField(_("financial year"))
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty)

    objects = OfFundQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("allocation")
        verbose_name_plural = _("allocations")
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "year", "certainty"],
                name="funding_allocation_once",
                violation_error_message=_("This fund already has an allocation of this certainty for the year."),
            ),
            a_year("year", "funding_allocation_year"),
            between("amount", name="funding_allocation_amount", message=_("An allocation is nought or more.")),
        ]

    def __str__(self) -> str:
        return f"{self.fund} {year_label(self.year)}"


class Round(Sourced, Versioned):
    """One year's round of a fund: when it opens, closes, is judged and decided, and when its money must be spent."""

    fund = models.ForeignKey(Fund, models.PROTECT, verbose_name=_("fund"), related_name="rounds")
    year = models.PositiveSmallIntegerField(_("financial year"))
    opens = models.DateField(_("opens"), null=True, blank=True)
    closes = models.DateField(_("closes"), null=True, blank=True)
    panel = models.DateField(_("panel"), null=True, blank=True)
    decision = models.DateField(_("decision"), null=True, blank=True)
    delivery_ends = models.DateField(_("delivery ends"), null=True, blank=True)
    submissions = models.PositiveSmallIntegerField(_("submissions"), null=True, blank=True)
    shortlisted = models.PositiveSmallIntegerField(_("shortlisted"), null=True, blank=True)

    objects = OfFundQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "year"],
                name="funding_round_once",
                violation_error_message=_("This fund already has a round for the year."),
            ),
            a_year("year", "funding_round_year"),
            *(
                models.CheckConstraint(
                    condition=models.Q((f"{earlier}__isnull", True))
                    | models.Q((f"{later}__isnull", True))
                    | models.Q((f"{later}__gte", models.F(earlier))),
                    name=f"funding_round_{earlier}_{later}",
                    violation_error_message=_(
                        "A round opens, closes, goes to its panel, is decided and ends in that order."
                    ),
                )
                for earlier, later in [
                    ("opens", "closes"),
                    ("closes", "panel"),
                    ("panel", "decision"),
                    ("decision", "delivery_ends"),
                ]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fund} {year_label(self.year)}"
