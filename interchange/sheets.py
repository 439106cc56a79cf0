"""The whole workbook: what each list page shows its reader, a sheet a list, in the same columns and raw figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.queries import role_names
from interchange import queries, tables
from kit import formats
from kit.bilingual import language
from kit.sheets import Sheet
from kit.tables import Table
from portfolio.tables.leadership import PeriodTable


@dataclass(frozen=True)
class Part:
    """A list to be exported: its right, its name, its rows and its columns."""

    right: str
    title: Any
    table: Callable[..., Table]
    rows: Callable[[HttpRequest], QuerySet[Any]]

    def sheet(self, request: HttpRequest) -> Sheet:
        table = self.table(self.rows(request), request=request)
        return Sheet(title=str(self.title), headings=table.headings(), rows=table.values())


# Lists that have a page are taken from it, so that the export and the page can never differ.
LIST_PAGES = (
    "portfolio:organisations",
    "portfolio:programmes",
    "portfolio:products",
    "reporting:products",
    "portfolio:participations",
    "portfolio:wales",
    "portfolio:priorities",
    "portfolio:forums",
    "portfolio:meetings",
    "portfolio:leadership",
    "portfolio:sourcing",
    "portfolio:contracts",
    "portfolio:milestones",
    "portfolio:baseline_changes",
    "portfolio:benefits",
    "portfolio:risks",
    "portfolio:decisions",
    "portfolio:lessons",
    "portfolio:confidences",
    "portfolio:standard",
    "portfolio:components",
    "portfolio:component_uses",
    "portfolio:likeness",
    "portfolio:not_alike",
    "squads:roles",
    "squads:squads",
    "squads:posts",
    "squads:vacancies",
    "squads:leaving",
    "squads:conversions",
    "squads:handovers",
    "squads:missing_roles",
    "squads:promised",
    "funding:funds",
    "funding:rounds",
    "funding:awards",
    "funding:other_costs",
    "funding:assumptions",
    "funding:rates",
    "funding:component_costs",
    "funding:appraisals",
)
LISTS_WITHOUT_PAGE = (
    Part(
        "portfolio.view_product",
        gettext_lazy("Digital leadership over time"),
        PeriodTable,
        lambda request: queries.leadership_periods(user=_reader(request)),
    ),
    Part(
        "portfolio.view_product",
        gettext_lazy("Members of forums"),
        tables.ForumMemberTable,
        lambda request: queries.forum_members(user=_reader(request)),
    ),
    Part(
        "portfolio.view_product",
        gettext_lazy("Priorities, every word"),
        tables.PriorityWordTable,
        lambda request: queries.priority_words(user=_reader(request)),
    ),
    Part(
        "portfolio.view_product",
        gettext_lazy("Forecasts of milestones"),
        tables.MilestoneForecastTable,
        lambda request: queries.milestone_forecasts(user=_reader(request)),
    ),
    Part(
        "portfolio.view_product",
        gettext_lazy("Benefits by year"),
        tables.BenefitYearTable,
        lambda request: queries.benefit_years(user=_reader(request)),
    ),
    Part(
        "portfolio.view_product",
        gettext_lazy("Every confidence rating"),
        tables.ConfidenceHistoryTable,
        lambda request: queries.confidence_ratings(user=_reader(request)),
    ),
    Part(
        "portfolio.view_product",
        gettext_lazy("Every assessment of a point"),
        tables.AssessmentTable,
        lambda request: queries.assessments(user=_reader(request)),
    ),
    Part(
        "funding.view_fund",
        gettext_lazy("Allocations"),
        tables.AllocationTable,
        lambda request: queries.allocations(user=_reader(request)),
    ),
    Part(
        "funding.view_fund",
        gettext_lazy("Lines of awards"),
        tables.AwardLineTable,
        lambda request: queries.award_lines(user=_reader(request)),
    ),
)


def parts(request: HttpRequest) -> list[Part]:
    """The lists this person may see, in the order of the service's places."""
    everything = [*map(_part_of_page, LIST_PAGES), *LISTS_WITHOUT_PAGE]
    return [part for part in everything if request.user.has_perm(part.right)]


def sheets(request: HttpRequest, *, at: Any) -> Iterator[Sheet]:
    """What the file is, then a sheet a list."""
    chosen = parts(request)
    yield cover(request, chosen, at=at)
    for part in chosen:
        yield part.sheet(request)


def cover(request: HttpRequest, chosen: list[Part], *, at: Any) -> Sheet:
    """Who took the file, when and in which language, and what they were not given."""
    user = _reader(request)
    names = {"cy": "Cymraeg", "en": "English"}
    rows = [
        [_("Taken by"), f"{user} ({user.email})"],
        [_("Roles"), ", ".join(role_names(user))],
        [_("Taken at"), formats.date_and_time(at)],
        [_("Language"), names[language()]],
        [_("Sheets"), ", ".join(str(part.title) for part in chosen)],
        [_("Rows"), _("Those this person may see; another person's file may hold others.")],
    ]
    if not user.has_perm("funding.view_rates"):
        rows.append([_("Pay and rates"), formats.withheld()])
    return Sheet(title=_("About this file"), headings=[_("What"), _("Answer")], rows=rows)


def _part_of_page(url_name: str) -> Part:
    page = resolve(reverse(url_name)).func.view_class  # type: ignore[attr-defined]

    def rows(request: HttpRequest) -> QuerySet[Any]:
        view = page()
        view.setup(request)
        found: QuerySet[Any] = view.in_table(view.get_queryset())
        return found

    return Part(page.permission, page.title, page.table_class, rows)


def _reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
