"""Roles of the Digital and Data Profession framework, and ways to be employed."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced

if TYPE_CHECKING:
    from accounts.models import User


class Employment(models.TextChoices):
    PERMANENT = "permanent", _("permanent")
    FIXED_TERM = "fixed_term", _("fixed-term")
    AGENCY = "agency", _("agency contractor")
    SUPPLIER = "supplier", _("supplier")

    @classmethod
    def contractors(cls) -> list[str]:
        return [cls.AGENCY, cls.SUPPLIER]


class RoleQuerySet(models.QuerySet["Role"]):
    def visible_to(self, user: "User") -> "RoleQuerySet":
        """Which roles there are is known to all who may see squads; the posts in them are narrowed apart."""
        return self if user.has_perm("squads.view_squad") else self.none()


class Role(Sourced):
    """A role of the Government Digital and Data Profession Capability Framework."""

    code = models.SlugField(_("code"), max_length=60)
    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    family_cy = models.CharField(_("role family in Welsh"), max_length=100)
    family_en = models.CharField(_("role family in English"), max_length=100)
    usual_grade = models.CharField(_("usual grade"), max_length=20, blank=True)

    name = Pair("name")
    family = Pair("family")
    objects = RoleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], name="squads_role_code_once", violation_error_message=_("This code is taken.")
            )
        ]

    def __str__(self) -> str:
        return str(self.name)
