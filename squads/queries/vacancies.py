"""Posts that nobody fills: for how long, and how far their recruitment has come."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from django.db.models import Case, DateField, DurationField, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models import Value as Literal
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from squads.models import Post, PostStateChange
from squads.queries.months import GONE, PRESENT

# The way from a plan to a person. A vacant post stands before it: somebody left, and nobody has been sought yet.
STAGES = (Post.State.PLANNED, Post.State.APPROVED, Post.State.ADVERTISED, Post.State.OFFERED)
YEAR = datetime.timedelta(days=365)


def with_stage(posts: "QuerySet[Post]", *, on: datetime.date) -> "QuerySet[Post]":
    """Adds `state_since` and `in_state`: the day the present state began, and how long ago that is."""
    latest = PostStateChange.objects.filter(post=OuterRef("pk")).order_by("-on", "-pk").values("on")[:1]
    return posts.annotate(state_since=Subquery(latest)).annotate(in_state=_until(on, "state_since"))


def vacancies(posts: "QuerySet[Post]", *, on: datetime.date) -> "QuerySet[Post]":
    """Those that nobody fills and that are not over, with their stage, `vacant_since` and `vacant_for`.

    A post is vacant from the day somebody left it or, where nobody has been in it yet, from the day it was planned to
    begin. One planned for a later day is not late yet: its `vacant_since` is None.
    """
    filled = PostStateChange.objects.filter(post=OuterRef("post"), state=Post.State.FILLED)
    left = (
        PostStateChange.objects.filter(post=OuterRef("pk"), on__lte=on)
        .exclude(state=Post.State.FILLED)
        .filter(on__gt=Subquery(filled.order_by("-on", "-pk").values("on")[:1]))
        .order_by("on", "pk")
        .values("on")[:1]
    )
    rows = with_stage(posts.exclude(state__in=[*PRESENT, *GONE]).exclude(planned_to__lte=on), on=on)
    return (
        rows.annotate(left_on=Subquery(left))
        .annotate(
            vacant_since=Case(
                When(left_on__isnull=False, then=F("left_on")),
                When(planned_from__lte=on, then=F("planned_from")),
                default=None,
                output_field=DateField(),
            )
        )
        .annotate(vacant_for=_until(on, "vacant_since"))
    )


def _until(on: datetime.date, column: str) -> Any:
    return ExpressionWrapper(Cast(Literal(on), DateField()) - F(column), output_field=DurationField())


def days(span: datetime.timedelta | None) -> int | None:
    return None if span is None else span.days


@dataclass(frozen=True)
class Stage:
    """How many posts stand at one stage, and how long they have. Days are None where no day is known."""

    state: str
    name: str
    posts: int
    fte: Decimal
    median_days: float | None
    longest_days: int | None


@dataclass(frozen=True)
class Ages:
    """All that nobody fills. The median age is of those already late."""

    posts: int
    fte: Decimal
    late: int
    median_days: float | None
    oldest_days: int | None


@dataclass(frozen=True)
class Vacancies(Ages):
    """The same, and how many stand at each stage."""

    stages: list[Stage]


def ages_of(posts: "QuerySet[Post]", *, on: datetime.date) -> Ages:
    """One query, without the stages: it asks nothing of the days at them."""
    return Ages(**_ages(list(_values(vacancies(posts, on=on), "fte", "vacant_for"))))


def vacancies_of(posts: "QuerySet[Post]", *, on: datetime.date) -> Vacancies:
    """One query: every unfilled post by its stage, `posts` being those its reader may see."""
    rows = list(_values(vacancies(posts, on=on), "state", "fte", "in_state", "vacant_for"))
    return Vacancies(**_ages(rows), stages=[_stage(state, rows) for state in (Post.State.VACANT, *STAGES)])


def _ages(rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    ages = sorted(row["vacant_for"].days for row in rows if row["vacant_for"] is not None)
    return {
        "posts": len(rows),
        "fte": _fte(rows),
        "late": len(ages),
        "median_days": median(ages) if ages else None,
        "oldest_days": ages[-1] if ages else None,
    }


def _values(rows: Any, *names: str) -> Any:
    """Columns of rows, those that were added to them among them."""
    return rows.order_by().values(*names)


def _stage(state: Post.State, rows: Iterable[Mapping[str, Any]]) -> Stage:
    here = [row for row in rows if row["state"] == state]
    known = sorted(row["in_state"].days for row in here if row["in_state"] is not None)
    return Stage(
        state=state.value,
        name=str(state.label),
        posts=len(here),
        fte=_fte(here),
        median_days=median(known) if known else None,
        longest_days=known[-1] if known else None,
    )


def _fte(rows: Iterable[Mapping[str, Any]]) -> Decimal:
    return sum((row["fte"] for row in rows), Decimal(0))


@dataclass(frozen=True)
class Hiring:
    """Posts filled in the last year, and how long that took from approval."""

    filled: int
    median_days: float | None


def hiring_of(posts: "QuerySet[Post]", *, on: datetime.date) -> Hiring:
    """One query. A post filled without an approval on record counts, and says nothing of how long it took."""
    approved = PostStateChange.objects.filter(
        post=OuterRef("post"), state=Post.State.APPROVED, on__lte=OuterRef("on")
    ).order_by("-on", "-pk")
    rows = PostStateChange.objects.filter(
        post__in=posts.order_by(), state=Post.State.FILLED, on__gt=on - YEAR, on__lte=on
    ).annotate(approved=Subquery(approved.values("on")[:1]))
    pairs = list(rows.order_by().values_list("on", "approved"))
    taken = [(filled - began).days for filled, began in pairs if began is not None]
    return Hiring(len(pairs), median(taken) if taken else None)


def vacancies_finding(found: Vacancies, hiring: Hiring | None = None) -> list[str]:
    if not found.posts:
        return [_("No post is empty.")]
    said = ngettext(
        "Nobody fills one post (FTE: %(fte)s).", "Nobody fills %(number)s posts (FTE: %(fte)s).", found.posts
    )
    sentences = [formats.counted(said, found.posts, fte=formats.fte(found.fte))]
    if found.late:
        said = ngettext(
            "One is wanted already, and has been empty for %(oldest)s.",
            "%(number)s are wanted already: half of them have been empty for %(days)s days or more, the oldest "
            "for %(oldest)s.",
            found.late,
        )
        ages = {"days": formats.number(found.median_days), "oldest": formats.days(found.oldest_days)}
        sentences.append(formats.counted(said, found.late, **ages))
    else:
        sentences.append(_("Each of them is planned for a later day: none is late."))
    if hiring is not None and hiring.median_days is not None:
        sentences.append(
            _("Filled in the last year: %(filled)s. Half of them took %(days)s days or more from approval.")
            % {"filled": formats.number(hiring.filled), "days": formats.number(hiring.median_days)}
        )
    return sentences


# Of rows that `vacancies` made: those that are wanted already.
LATE = Q(vacant_since__isnull=False)
