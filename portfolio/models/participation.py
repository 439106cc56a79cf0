"""Which organisations take part in which product, what they promised and what they gave."""

import datetime
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.models import MOST_MONEY, Sourced, Versioned, between
from portfolio.models.of_product import OfProductQuerySet
from portfolio.models.organisation import Organisation
from portfolio.models.product import Product

# As much as the column holds: with less, the form would take what the database refuses.
MOST_FTE = Decimal("9999.99")


class ParticipationQuerySet(OfProductQuerySet["Participation"]):
    pass


class Participation(Sourced, Versioned):
    """One organisation in one product. "5 of 22 authorities" is a count of these rows."""

    class Part(models.TextChoices):
        LEAD = "lead", _("lead")
        PARTNER = "partner", _("partner")
        EARLY_ADOPTER = "early_adopter", _("early adopter")
        ADOPTER = "adopter", _("adopter")

    class State(models.TextChoices):
        INTERESTED = "interested", _("interested")
        COMMITTED = "committed", _("committed")
        ADOPTED = "adopted", _("adopted")
        WITHDRAWN = "withdrawn", _("withdrawn")

    product = models.ForeignKey(Product, models.CASCADE, verbose_name=_("product"), related_name="participations")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisation"), related_name="participations"
    )
    part = models.CharField(_("part"), max_length=15, choices=Part, default=Part.ADOPTER)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.INTERESTED)
    interested_on = models.DateField(_("interested on"), null=True, blank=True)
    committed_on = models.DateField(_("committed on"), null=True, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    committed_fte = models.DecimalField(_("FTE promised"), max_digits=6, decimal_places=2, null=True, blank=True)
    committed_amount = models.DecimalField(_("money promised"), max_digits=14, decimal_places=2, null=True, blank=True)
    # The last day on which what was promised is to be there; before it, nothing is short.
    committed_by = models.DateField(_("promised by"), null=True, blank=True)
    given_fte = models.DecimalField(_("FTE given"), max_digits=6, decimal_places=2, null=True, blank=True)
    given_amount = models.DecimalField(_("money given"), max_digits=14, decimal_places=2, null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "organisation"],
                name="portfolio_participation_once",
                violation_error_message=_("This organisation already takes part in this product."),
            ),
            *(
                between(
                    field,
                    name=f"portfolio_participation_{field}",
                    high=high,
                    message=_("What is promised or given cannot be less than nothing."),
                )
                for field, high in [
                    ("committed_fte", MOST_FTE),
                    ("given_fte", MOST_FTE),
                    ("committed_amount", MOST_MONEY),
                    ("given_amount", MOST_MONEY),
                ]
            ),
        ]

    @property
    def state_since(self) -> datetime.date | None:
        """The day of its state; None where that is not known."""
        day: datetime.date | None = getattr(self, f"{self.state}_on")
        return day

    def __str__(self) -> str:
        return f"{self.organisation} – {self.product}"
