"""A contractor's post replaced by a permanent one, and what has to be handed over before the contractor leaves."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned
from squads.models.posts import Post
from squads.models.squads import Squad

if TYPE_CHECKING:
    from accounts.models import User


class ConversionQuerySet(models.QuerySet["Conversion"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(contractor__squad__in=Squad.objects.visible_to(user))

    def editable_by(self, user: "User") -> Self:
        return self.filter(contractor__squad__in=Squad.objects.editable_by(user))


class Conversion(Sourced, Versioned):
    """The permanent post that replaces a contractor's. A post is converted once, and replaces one post."""

    contractor = models.OneToOneField(
        Post, models.PROTECT, verbose_name=_("contractor's post"), related_name="converted_to"
    )
    permanent = models.OneToOneField(
        Post, models.PROTECT, verbose_name=_("permanent post"), related_name="converted_from"
    )

    objects = ConversionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("conversion")
        verbose_name_plural = _("conversions")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(contractor=models.F("permanent")),
                name="squads_conversion_of_two_posts",
                violation_error_message=_("A post cannot replace itself."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.contractor} → {self.permanent}"


class HandoverItemQuerySet(models.QuerySet["HandoverItem"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(conversion__in=Conversion.objects.visible_to(user))

    def editable_by(self, user: "User") -> Self:
        return self.filter(conversion__in=Conversion.objects.editable_by(user))

    def open(self) -> Self:
        return self.filter(done_on__isnull=True)


class HandoverItem(Sourced, Versioned):
    """Something that has to be known by somebody else before the contractor leaves."""

    conversion = models.ForeignKey(
        Conversion, models.CASCADE, verbose_name=_("conversion"), related_name="handover_items"
    )
    what_cy = models.CharField(_("what has to be known, in Welsh"), max_length=300)
    what_en = models.CharField(_("what has to be known, in English"), max_length=300)
    # A role or a team; a name only where it must be.
    by_whom = models.CharField(_("by whom"), max_length=200, blank=True)
    due_on = models.DateField(_("needed by"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    what = Pair("what")
    objects = HandoverItemQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("item of a handover")
        verbose_name_plural = _("items of handovers")

    def __str__(self) -> str:
        return str(self.what)
