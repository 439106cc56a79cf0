"""Public bodies, which merge and are renamed: a report of 2025 shows the name of 2025."""

import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, ends_after_start

if TYPE_CHECKING:
    from accounts.models import User


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, user: "User") -> "OrganisationQuerySet":
        """Which public bodies there are is known to everybody who may sign in and has a role."""
        return self if user.has_perm("portfolio.view_organisation") else self.none()

    def on(self, day: datetime.date) -> "OrganisationQuerySet":
        """The bodies that existed on a day."""
        return self.filter(
            models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=day),
            models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=day),
        )

    def authorities(self) -> "OrganisationQuerySet":
        return self.filter(kind=Organisation.Kind.LOCAL_AUTHORITY)


class Organisation(Sourced):
    """A public body that owns products, takes part in them or pays for them."""

    class Kind(models.TextChoices):
        LOCAL_AUTHORITY = "local_authority", _("local authority")
        WELSH_GOVERNMENT = "welsh_government", _("Welsh Government")
        ARMS_LENGTH_BODY = "arms_length_body", _("arm's-length body")
        NHS = "nhs", _("NHS body")
        PARTNER = "partner", _("partner")

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    ons_code = models.CharField(_("ONS code"), max_length=9, null=True, blank=True)
    valid_from = models.DateField(_("exists from"), null=True, blank=True)
    valid_to = models.DateField(_("first day it no longer exists"), null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, verbose_name=_("successor"), null=True, blank=True)

    name = Pair("name")
    objects = OrganisationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["ons_code"],
                name="portfolio_organisation_ons_code_once",
                violation_error_message=_("Another organisation already has this ONS code."),
            ),
            ends_after_start(
                "valid_from",
                "valid_to",
                name="portfolio_organisation_ends_after_start",
                message=_("The organisation must end after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def existed_on(self, day: datetime.date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or self.valid_to > day)

    def name_on(self, day: datetime.date) -> tuple[str, str]:
        """Its name in Welsh and in English on a day, from the former names already fetched."""
        former = sorted((old for old in self.former_names.all() if old.until > day), key=lambda old: old.until)
        return (former[0].name_cy, former[0].name_en) if former else (self.name_cy, self.name_en)


class FormerNameQuerySet(models.QuerySet["FormerName"]):
    def visible_to(self, user: "User") -> "FormerNameQuerySet":
        return self.filter(organisation__in=Organisation.objects.visible_to(user))


class FormerName(models.Model):
    """What a body was called until a day."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="former_names")
    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    until = models.DateField(_("first day it was no longer called this"))

    name = Pair("name")
    objects = FormerNameQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "until"],
                name="portfolio_formername_one_a_day",
                violation_error_message=_("This organisation already has a former name that ends on that day."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)
