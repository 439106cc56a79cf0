"""The question "what should pay for this product?", with its options and what each assumes.

`inputs` and `parameters` hold only what differs from the assumptions in force: a path of the model
(`product.effort_to_live`; `award_month` in an option) and its value, as `funding.inputs` checks and completes them.
"""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from funding.models.funds import a_year
from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between
from portfolio.models import Product
from squads.models import Role

if TYPE_CHECKING:
    from accounts.models import User

MOST_YEARS = 40


class FundingModel(models.TextChoices):
    """How a team is paid for; the values are the engine's own names."""

    ANNUAL_CYCLE = "annual_cycle", _("annual fund")
    SUSTAINED_SQUAD = "sustained_squad", _("sustained squad")
    CONTRACTOR_TO_PERMANENT = "contractor_to_permanent", _("contractors handing over to a squad")
    CAPITAL_PROJECT = "capital_project", _("one-off capital project")
    DO_NOTHING = "do_nothing", _("doing nothing")


class AppraisalQuerySet(models.QuerySet["Appraisal"]):
    def visible_to(self, user: "User") -> "AppraisalQuerySet":
        if not user.has_perm("funding.view_appraisal"):
            return self.none()
        return self.filter(product__in=Product.objects.visible_to(user))

    def editable_by(self, user: "User") -> "AppraisalQuerySet":
        return self.visible_to(user) if user.has_perm("funding.change_appraisal") else self.none()

    def with_last_run(self) -> "AppraisalQuerySet":
        """Adds `last_run` (when it was last kept) and `option_count`."""
        return self.annotate(last_run=models.Max("runs__made_at"), option_count=models.Count("options", distinct=True))


class Appraisal(Sourced, Versioned):
    """One product's life, costed under each way of funding its team."""

    product = models.ForeignKey(Product, models.PROTECT, verbose_name=_("product"), related_name="appraisals")
    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    start_year = models.PositiveSmallIntegerField(_("first financial year"))
    years = models.PositiveSmallIntegerField(
        _("years"), default=15, validators=[MinValueValidator(1), MaxValueValidator(MOST_YEARS)]
    )
    inputs = models.JSONField(_("inputs"), default=dict, blank=True)
    # What differs from `queries.uncertainty.doubts`: draws, seed, and by path a distribution, or null for certain.
    uncertainty = models.JSONField(_("uncertainty"), default=dict, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("analyst"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    name = Pair("name")
    objects = AppraisalQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("appraisal")
        verbose_name_plural = _("appraisals")
        constraints = [
            a_year("start_year", "funding_appraisal_start_year"),
            between(
                "years",
                name="funding_appraisal_years",
                low=1,
                high=MOST_YEARS,
                message=_("An appraisal covers 1 to 40 years."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def options_in_order(self) -> models.QuerySet["Option"]:
        return self.options.order_by("position", "pk")


class AppraisalRole(models.Model):
    """One role of the squad that is costed: of a squad of several products, of the part that this one has.

    Without a salary or day rate of its own it takes the rate in force.
    """

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="roles")
    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("role"))
    fte = models.DecimalField(_("FTE"), max_digits=6, decimal_places=3)
    salary = models.DecimalField(_("salary"), max_digits=10, decimal_places=2, null=True, blank=True)
    day_rate = models.DecimalField(_("day rate"), max_digits=10, decimal_places=2, null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("role costed")
        verbose_name_plural = _("roles costed")
        constraints = [
            models.UniqueConstraint(
                fields=["appraisal", "role"],
                name="funding_appraisalrole_once",
                violation_error_message=_("This role is already in the squad that is costed: change its FTE."),
            ),
            models.CheckConstraint(
                condition=models.Q(fte__gt=0, fte__lte=999),
                name="funding_appraisalrole_fte",
                violation_error_message=_("The FTE is more than 0 and at most 999."),
            ),
            *(
                between(
                    field,
                    name=f"funding_appraisalrole_{field}",
                    low=1,
                    high=9_999_999,
                    message=_("A rate is £1 or more."),
                )
                for field in ("salary", "day_rate")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.fte}"


class OptionQuerySet(models.QuerySet["Option"]):
    def visible_to(self, user: "User") -> "OptionQuerySet":
        return self.filter(appraisal__in=Appraisal.objects.visible_to(user))

    def editable_by(self, user: "User") -> "OptionQuerySet":
        return self.filter(appraisal__in=Appraisal.objects.editable_by(user))


class Option(Sourced, Versioned):
    """One way of funding the team. The first by position is the baseline the others are measured against."""

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField(_("position"))
    key = models.SlugField(_("short name"), max_length=40)
    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    funding_model = models.CharField(_("funding model"), max_length=30, choices=FundingModel)
    parameters = models.JSONField(_("inputs"), default=dict, blank=True)

    name = Pair("name")
    objects = OptionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        constraints = [
            models.UniqueConstraint(
                fields=["appraisal", "key"],
                name="funding_option_key_once",
                violation_error_message=_("Another option of this appraisal has this short name."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)
