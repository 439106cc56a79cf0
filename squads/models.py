"""Who does the work: full-time equivalents and dates, never pounds."""

import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between, ends_after_start
from portfolio.models import Organisation, Product

if TYPE_CHECKING:
    from accounts.models import User


ONE_DAY = datetime.timedelta(days=1)


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


class SquadQuerySet(models.QuerySet["Squad"]):
    def visible_to(self, user: "User") -> "SquadQuerySet":
        """All to the national roles; to a delivery lead the squads at home with them or working on their products."""
        if user.sees_all_organisations:
            return self
        if not user.sees_own_organisation:
            return self.none()
        theirs = Assignment.objects.filter(product__in=Product.objects.visible_to(user)).values("squad")
        return self.filter(models.Q(organisation=user.organisation_id) | models.Q(pk__in=theirs))

    def editable_by(self, user: "User") -> "SquadQuerySet":
        if not user.has_perm("squads.change_squad"):
            return self.none()
        return self if user.sees_all_organisations else self.filter(organisation=user.organisation_id)


class Squad(Sourced, Versioned):
    """A multidisciplinary team that stays together."""

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("home organisation"), related_name="squads"
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("first day it is no longer there"), null=True, blank=True)

    name = Pair("name")
    objects = SquadQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("squad")
        verbose_name_plural = _("squads")
        constraints = [
            ends_after_start(
                "since", "until", name="squads_squad_ends_after_start", message=_("The squad must end after it begins.")
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def last_day(self) -> datetime.date | None:
        return self.until and self.until - ONE_DAY


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, user: "User") -> "AssignmentQuerySet":
        """Those to products the person may see: another organisation's product is not named on a squad's page."""
        return self.filter(
            product__in=Product.objects.visible_to(user),
            squad__in=Squad.objects.visible_to(user),
        )

    def editable_by(self, user: "User") -> "AssignmentQuerySet":
        return self.visible_to(user).filter(squad__in=Squad.objects.editable_by(user))

    def on(self, day: datetime.date) -> "AssignmentQuerySet":
        return self.filter(models.Q(end__isnull=True) | models.Q(end__gt=day), start__lte=day)


class Assignment(Sourced, Versioned):
    """A squad works on a product with a share of its time, between two dates."""

    squad = models.ForeignKey(Squad, models.CASCADE, verbose_name=_("squad"), related_name="assignments")
    product = models.ForeignKey(Product, models.PROTECT, verbose_name=_("product"), related_name="assignments")
    share = models.DecimalField(_("share of the squad's time"), max_digits=4, decimal_places=3, default=1)
    start = models.DateField(_("from"))
    end = models.DateField(_("first day no longer"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            between(
                "share",
                name="squads_assignment_share",
                low=0,
                high=1,
                message=_("A share lies between 0 and 1."),
            ),
            ends_after_start(
                "start", "end", name="squads_assignment_ends_after_start", message=_("It must end after it begins.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.squad} – {self.product}"

    @property
    def last_day(self) -> datetime.date | None:
        """What people call the end: the day before the first that is no longer covered."""
        return self.end and self.end - ONE_DAY


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
