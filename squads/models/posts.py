"""Posts: a place in a squad for one role, and the days of its states."""

import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.models import Sourced, Versioned, ends_after_start

if TYPE_CHECKING:
    from accounts.models import User
from squads.models.roles import Employment, Role
from squads.models.squads import ONE_DAY, Squad


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, user: "User") -> "PostQuerySet":
        return self.filter(squad__in=Squad.objects.visible_to(user))

    def editable_by(self, user: "User") -> "PostQuerySet":
        return self.filter(squad__in=Squad.objects.editable_by(user))

    def on(self, day: datetime.date) -> "PostQuerySet":
        """The posts planned to be there on a day, filled or not."""
        return self.filter(models.Q(planned_to__isnull=True) | models.Q(planned_to__gt=day), planned_from__lte=day)


class Post(Sourced, Versioned):
    """A place in a squad for one role. It can be planned before there is a person."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        APPROVED = "approved", _("approved")
        ADVERTISED = "advertised", _("advertised")
        OFFERED = "offered", _("offered")
        FILLED = "filled", _("filled")
        VACANT = "vacant", _("vacant")
        ENDED = "ended", _("ended")

    squad = models.ForeignKey(Squad, models.PROTECT, verbose_name=_("squad"), related_name="posts")
    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("role"), related_name="posts")
    fte = models.DecimalField(_("FTE"), max_digits=4, decimal_places=3, default=1)
    employment = models.CharField(_("employment"), max_length=10, choices=Employment, default=Employment.PERMANENT)
    planned_from = models.DateField(_("planned from"))
    planned_to = models.DateField(_("first day no longer planned"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED)
    holder = models.CharField(_("holder"), max_length=200, blank=True)

    objects = PostQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fte__gt=0, fte__lte=1),
                name="squads_post_fte",
                violation_error_message=_("The FTE of a post is more than 0 and at most 1."),
            ),
            ends_after_start(
                "planned_from",
                "planned_to",
                name="squads_post_ends_after_start",
                message=_("The post must end after it begins."),
            ),
        ]
        indexes = [models.Index(fields=["planned_from", "planned_to"], name="squads_post_planned")]

    def __str__(self) -> str:
        return f"{self.role} – {self.squad}"

    @property
    def last_day(self) -> datetime.date | None:
        return self.planned_to and self.planned_to - ONE_DAY

    @property
    def is_contractors(self) -> bool:
        return self.employment in Employment.contractors()


class PostStateChangeQuerySet(models.QuerySet["PostStateChange"]):
    def visible_to(self, user: "User") -> "PostStateChangeQuerySet":
        return self.filter(post__in=Post.objects.visible_to(user))


class PostStateChange(models.Model):
    """The day a post entered a state; the latest one is the post's: `actions.save_post` keeps them the same."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="state_changes")
    state = models.CharField(_("state"), max_length=10, choices=Post.State)
    on = models.DateField(_("date"))

    objects = PostStateChangeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("change of a post's state")
        verbose_name_plural = _("changes of posts' states")

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.on}"
