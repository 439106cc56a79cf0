"""Who leads digital in an organisation, and whether they sit where decisions are made, over time."""

import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.models import Sourced, Versioned, ends_after_start
from portfolio.models.nationwide import NationwideQuerySet
from portfolio.models.organisation import Organisation


class LeadershipQuerySet(NationwideQuerySet["Leadership"]):
    def on(self, day: datetime.date) -> Self:
        return self.filter(models.Q(end__isnull=True) | models.Q(end__gt=day), start__lte=day)


class Leadership(Sourced, Versioned):
    """From a day to another: has a chief digital officer or not, on the leadership board or not. No names."""

    class Officer(models.TextChoices):
        NONE = "none", _("no chief digital officer")
        INTERIM = "interim", _("interim chief digital officer")
        APPOINTED = "appointed", _("chief digital officer appointed")

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisation"), related_name="leaderships"
    )
    officer = models.CharField(_("chief digital officer"), max_length=10, choices=Officer)
    on_board = models.BooleanField(_("sits on the leadership board"), null=True, blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("first day no longer"), null=True, blank=True)

    objects = LeadershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("digital leadership")
        verbose_name_plural = _("digital leadership")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "start"],
                name="portfolio_leadership_one_a_day",
                violation_error_message=_("Something already begins on that day for this organisation."),
            ),
            ends_after_start(
                "start", "end", name="portfolio_leadership_ends_after_start", message=_("It must end after it begins.")
            ),
            models.CheckConstraint(
                condition=~models.Q(officer="none", on_board=True),
                name="portfolio_leadership_nobody_sits_nowhere",
                violation_error_message=_("Where there is no chief digital officer, none sits on the board."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_officer_display()}"

    @property
    def last_day(self) -> datetime.date | None:
        """What people call the end: the day before the first that is no longer covered."""
        return self.end and self.end - datetime.timedelta(days=1)
