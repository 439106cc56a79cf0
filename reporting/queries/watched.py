"""The kinds of record whose history is told: how a row is named, and where it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from funding import vocabulary
from funding.models import Appraisal, Assumption, Award, Fund, Rate, Round, Run
from kit import formats
from kit.bilingual import reading
from kit.periods import label as year_label
from portfolio.models import (
    BaselineChange,
    Benefit,
    Component,
    ComponentUse,
    Confidence,
    Contract,
    Decision,
    Forum,
    Leadership,
    Lesson,
    Meeting,
    Milestone,
    Participation,
    Priority,
    Product,
    Risk,
    StandardAssessment,
)
from squads.models import Conversion, Post, Squad


@dataclass(frozen=True)
class Watched:
    """A model whose history is told: how a row is named, where it is shown, and what is fetched to name it."""

    model: type[Model]
    # Several of them after a number, in the words of a sentence.
    counted: str | Promise
    rows: Callable[[User], QuerySet[Any]]
    name: Callable[[Any], str]
    url: Callable[[Any], str]
    list_url: str
    related: tuple[str, ...] = ()


def _name(row: Any) -> str:
    return reading(row, "name").text


def _rounds(user: User) -> QuerySet[Round]:
    return Round.objects.filter(fund__in=Fund.objects.visible_to(user))


def _text(pair: str) -> Callable[[Any], str]:
    """A text of the row in the page's language, and of which product it is."""
    return lambda row: f"{reading(row, pair).text} – {row.product}"


def _page(name: str) -> Callable[[Any], str]:
    return lambda row: reverse(name, args=[row.id])


def _of_product(name: str) -> Callable[[Any], str]:
    """The page of the row's product on which the row is."""
    return lambda row: reverse(name, args=[row.product_id])


WATCHED = (
    Watched(
        Product,
        _("%(count)s products"),
        Product.objects.visible_to,
        _name,
        _page("portfolio:product"),
        "portfolio:products",
    ),
    Watched(
        Participation,
        _("%(count)s participations"),
        Participation.objects.visible_to,
        lambda row: f"{row.organisation} – {row.product}",
        lambda row: reverse("portfolio:product", args=[row.product_id]),
        "portfolio:participations",
        ("organisation", "product"),
    ),
    Watched(Squad, _("%(count)s squads"), Squad.objects.visible_to, _name, _page("squads:squad"), "squads:squads"),
    Watched(
        Post,
        _("%(count)s posts"),
        Post.objects.visible_to,
        lambda row: f"{row.role} – {row.squad}",
        _page("squads:post"),
        "squads:posts",
        ("role", "squad"),
    ),
    Watched(
        Round,
        _("%(count)s rounds"),
        _rounds,
        lambda row: f"{row.fund} {year_label(row.year)}",
        _page("funding:round"),
        "funding:rounds",
        ("fund",),
    ),
    Watched(
        Award,
        _("%(count)s awards"),
        Award.objects.visible_to,
        lambda row: f"{row.reference} – {row.product}",
        _page("funding:award"),
        "funding:awards",
        ("product",),
    ),
    Watched(
        Appraisal,
        _("%(count)s appraisals"),
        Appraisal.objects.visible_to,
        _name,
        _page("funding:appraisal"),
        "funding:appraisals",
    ),
    Watched(
        Run,
        _("%(count)s runs"),
        Run.objects.visible_to,
        lambda row: str(row.appraisal),
        _page("funding:run"),
        "funding:appraisals",
        ("appraisal",),
    ),
    Watched(
        Assumption,
        _("%(count)s assumptions"),
        Assumption.objects.visible_to,
        lambda row: str(vocabulary.label(row.key)),
        _page("funding:assumption"),
        "funding:assumptions",
    ),
    Watched(
        Rate,
        _("%(count)s rates"),
        Rate.objects.visible_to,
        lambda row: f"{row.role} ({row.get_employment_display()})",
        _page("funding:rate"),
        "funding:rates",
        ("role",),
    ),
    Watched(
        Milestone,
        _("%(count)s milestones"),
        Milestone.objects.visible_to,
        _text("title"),
        _page("portfolio:milestone"),
        "portfolio:milestones",
        ("product",),
    ),
    Watched(
        BaselineChange,
        _("%(count)s change requests"),
        BaselineChange.objects.visible_to,
        lambda row: f"{row.milestone} – {row.milestone.product}",
        _page("portfolio:baseline_change"),
        "portfolio:baseline_changes",
        ("milestone__product",),
    ),
    Watched(
        Benefit,
        _("%(count)s benefits"),
        Benefit.objects.visible_to,
        _text("title"),
        _page("portfolio:benefit"),
        "portfolio:benefits",
        ("product",),
    ),
    Watched(
        Risk,
        _("%(count)s risks and issues"),
        Risk.objects.visible_to,
        _text("event"),
        _of_product("portfolio:product_risks"),
        "portfolio:risks",
        ("product",),
    ),
    Watched(
        Decision,
        _("%(count)s decisions"),
        Decision.objects.visible_to,
        _text("question"),
        _of_product("portfolio:product_logs"),
        "portfolio:decisions",
        ("product",),
    ),
    Watched(
        Lesson,
        _("%(count)s lessons"),
        Lesson.objects.visible_to,
        _text("title"),
        _of_product("portfolio:product_logs"),
        "portfolio:lessons",
        ("product",),
    ),
    Watched(
        Confidence,
        _("%(count)s delivery confidence ratings"),
        Confidence.objects.visible_to,
        lambda row: f"{row.product}, {formats.date(row.on)}",
        _of_product("portfolio:product_confidence"),
        "portfolio:confidences",
        ("product",),
    ),
    Watched(
        StandardAssessment,
        _("%(count)s assessments against the Standard"),
        StandardAssessment.objects.visible_to,
        lambda row: f"{row.product}, {row.point}",
        _of_product("squads:product_standard"),
        "portfolio:standard",
        ("product",),
    ),
    Watched(
        Component,
        _("%(count)s components"),
        Component.objects.visible_to,
        _name,
        _page("portfolio:component"),
        "portfolio:components",
    ),
    Watched(
        ComponentUse,
        _("%(count)s uses of components"),
        ComponentUse.objects.visible_to,
        lambda row: f"{row.component} – {row.product}",
        _of_product("portfolio:product_components"),
        "portfolio:component_uses",
        ("component", "product"),
    ),
    Watched(
        Priority,
        _("%(count)s priorities"),
        Priority.objects.visible_to,
        lambda row: f"{row.organisation} – {row.product}",
        _of_product("portfolio:product_priorities"),
        "portfolio:priorities",
        ("organisation", "product"),
    ),
    Watched(
        Contract,
        _("%(count)s contracts"),
        Contract.objects.visible_to,
        lambda row: f"{reading(row, 'title').text} – {row.organisation}",
        _page("portfolio:contract"),
        "portfolio:contracts",
        ("organisation",),
    ),
    Watched(
        Forum,
        _("%(count)s boards and groups"),
        Forum.objects.visible_to,
        _name,
        _page("portfolio:forum"),
        "portfolio:forums",
    ),
    Watched(
        Meeting,
        _("%(count)s meetings"),
        Meeting.objects.visible_to,
        lambda row: f"{row.forum}, {formats.date(row.due_on)}",
        lambda row: reverse("portfolio:forum", args=[row.forum_id]),
        "portfolio:meetings",
        ("forum",),
    ),
    Watched(
        Leadership,
        _("%(count)s records of digital leadership"),
        Leadership.objects.visible_to,
        lambda row: str(row.organisation),
        lambda row: reverse("portfolio:leadership"),
        "portfolio:leadership",
        ("organisation",),
    ),
    Watched(
        Conversion,
        _("%(count)s conversions"),
        Conversion.objects.visible_to,
        lambda row: str(row.contractor),
        _page("squads:conversion"),
        "squads:conversions",
        ("contractor__role", "contractor__squad"),
    ),
)
