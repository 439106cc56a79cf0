"""Boards and groups, their meetings due, held and missed, and who was in the room."""

import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from kit import formats
from kit.bilingual import Pair
from kit.models import Sourced, Versioned, between, ends_after_start
from portfolio.models.nationwide import NationwideQuerySet
from portfolio.models.organisation import Organisation


class ForumQuerySet(NationwideQuerySet["Forum"]):
    def on(self, day: datetime.date) -> Self:
        return self.filter(
            models.Q(since__isnull=True) | models.Q(since__lte=day),
            models.Q(until__isnull=True) | models.Q(until__gt=day),
        )


class Forum(Sourced, Versioned):
    """A board, a group or a community."""

    class Kind(models.TextChoices):
        BOARD = "board", _("board")
        WORKING_GROUP = "working_group", _("working group")
        ADVISORY_GROUP = "advisory_group", _("advisory group")
        COMMUNITY = "community", _("community of practice")

    name_cy = models.CharField(_("name in Welsh"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("run by"), null=True, blank=True, related_name="forums"
    )
    months_between = models.PositiveSmallIntegerField(_("months between meetings"), null=True, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("first day it is no longer there"), null=True, blank=True)

    name = Pair("name")
    objects = ForumQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        constraints = [
            between(
                "months_between",
                name="portfolio_forum_months_between",
                low=1,
                high=24,
                message=_("A forum meets every 1 to 24 months."),
            ),
            ends_after_start(
                "since", "until", name="portfolio_forum_ends_after_start", message=_("It must end after it begins.")
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class OfForumQuerySet(NationwideQuerySet["ForumMember"]):
    pass


class ForumMember(models.Model):
    """An organisation that belongs in the room."""

    forum = models.ForeignKey(Forum, models.CASCADE, verbose_name=_("forum"), related_name="members")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisation"), related_name="forum_memberships"
    )

    objects = OfForumQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("member of a forum")
        verbose_name_plural = _("members of forums")
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "organisation"],
                name="portfolio_forummember_once",
                violation_error_message=_("This organisation is already a member."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.forum}: {self.organisation}"


class MeetingQuerySet(NationwideQuerySet["Meeting"]):
    def missed(self, on: datetime.date) -> Self:
        """Said to have been missed, or due before today and never said to have been held."""
        return self.exclude(state=Meeting.State.HELD).filter(
            models.Q(state=Meeting.State.MISSED) | models.Q(due_on__lt=on)
        )

    def to_record(self, on: datetime.date) -> Self:
        """Due before today, and nobody has said whether it was held."""
        return self.filter(state=Meeting.State.DUE, due_on__lt=on)


class Meeting(Sourced, Versioned):
    """A meeting of a forum: due on a day, then held or missed."""

    class State(models.TextChoices):
        DUE = "due", _("due")
        HELD = "held", _("held")
        MISSED = "missed", _("missed")

    forum = models.ForeignKey(Forum, models.CASCADE, verbose_name=_("forum"), related_name="meetings")
    due_on = models.DateField(_("due on"))
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.DUE)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    attended = models.ManyToManyField(
        Organisation, verbose_name=_("organisations that attended"), blank=True, related_name="meetings_attended"
    )

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[attended])

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "due_on"],
                name="portfolio_meeting_one_a_day",
                violation_error_message=_("This forum already has a meeting due on that day."),
            ),
            models.CheckConstraint(
                condition=models.Q(state="held", held_on__isnull=False)
                | (~models.Q(state="held") & models.Q(held_on__isnull=True)),
                name="portfolio_meeting_held_with_date",
                violation_error_message=_("A meeting that was held has its date, and no other has one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum}, {formats.date(self.due_on)}"
