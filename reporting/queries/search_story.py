"""What the search looks through of the portfolio, beside the products themselves."""

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kit import formats
from portfolio.filters.benefits import BenefitFilter
from portfolio.filters.components import ComponentFilter
from portfolio.filters.contracts import ContractFilter
from portfolio.filters.decisions import DecisionFilter
from portfolio.filters.forums import ForumFilter
from portfolio.filters.lessons import LessonFilter
from portfolio.filters.meetings import MeetingFilter
from portfolio.filters.milestones import BaselineChangeFilter, MilestoneFilter
from portfolio.filters.risks import RiskFilter
from portfolio.filters.sourcing import OpportunityFilter
from portfolio.models import (
    BaselineChange,
    Benefit,
    Component,
    Confidence,
    Contract,
    Decision,
    Forum,
    Lesson,
    Meeting,
    Milestone,
    MilestoneForecast,
    NotAlike,
    Priority,
    Risk,
    SourcingOpportunity,
    StandardAssessment,
)
from reporting.queries.search_kind import Kind, on_product, page, words_of


def _assessment(row: StandardAssessment) -> str:
    return f"{reverse('squads:product_standard', args=[row.product_id])}?phase={row.phase}#point-{row.point}"


def _point(row: StandardAssessment) -> str:
    return _now("%(label)s, point %(number)s") % {"label": row.get_phase_display(), "number": row.point}


STORY: tuple[Kind, ...] = (
    Kind(
        "milestones",
        _("Milestones"),
        Milestone,
        MilestoneFilter,
        "portfolio:milestones",
        page("portfolio:milestone"),
        name="title",
        belongs_to="product__name",
    ),
    Kind(
        "forecasts",
        _("Forecasts of milestones"),
        MilestoneForecast,
        words_of(MilestoneForecast, "reason", fields=("report",)),
        "",
        page("portfolio:milestone", "milestone_id"),
        name="milestone__title",
        belongs_to="milestone__product__name",
        detail=lambda row: formats.date(row.made_on),
    ),
    Kind(
        "baseline_changes",
        _("Change requests"),
        BaselineChange,
        BaselineChangeFilter,
        "portfolio:baseline_changes",
        page("portfolio:baseline_change"),
        name="milestone__title",
        belongs_to="milestone__product__name",
        detail=lambda row: row.get_state_display(),
    ),
    Kind(
        "benefits",
        _("Benefits"),
        Benefit,
        BenefitFilter,
        "portfolio:benefits",
        page("portfolio:benefit"),
        name="title",
        belongs_to="product__name",
    ),
    Kind(
        "risks",
        _("Risks and issues"),
        Risk,
        RiskFilter,
        "portfolio:risks",
        on_product("portfolio:product_risks", "risk"),
        name="event",
        belongs_to="product__name",
        list_query="state=all",
    ),
    Kind(
        "decisions",
        _("Decisions"),
        Decision,
        DecisionFilter,
        "portfolio:decisions",
        on_product("portfolio:product_logs", "decision"),
        name="question",
        belongs_to="product__name",
    ),
    Kind(
        "lessons",
        _("Lessons"),
        Lesson,
        LessonFilter,
        "portfolio:lessons",
        on_product("portfolio:product_logs", "lesson"),
        name="title",
        belongs_to="product__name",
    ),
    Kind(
        "confidences",
        _("Delivery confidence"),
        Confidence,
        words_of(Confidence, "reason"),
        "",
        page("portfolio:product_confidence", "product_id", anchor="reasons"),
        name="product__name",
        detail=lambda row: formats.date(row.on),
    ),
    Kind(
        "assessments",
        _("The Digital Service Standard for Wales"),
        StandardAssessment,
        words_of(StandardAssessment, "found"),
        "",
        _assessment,
        name="product__name",
        detail=_point,
    ),
    Kind(
        "priorities",
        _("Priorities"),
        Priority,
        words_of(Priority, "reason"),
        "",
        page("portfolio:product_priorities", "product_id"),
        name="product__name",
        belongs_to="organisation__name",
        detail=lambda row: formats.date(row.since),
    ),
    Kind(
        "components",
        _("Components"),
        Component,
        ComponentFilter,
        "portfolio:components",
        page("portfolio:component"),
    ),
    Kind(
        "not_alike",
        _("Products that are not the same"),
        NotAlike,
        words_of(NotAlike, fields=("reason",)),
        "",
        lambda row: reverse("portfolio:not_alike"),
        name="first__name",
        belongs_to="second__name",
    ),
    Kind("forums", _("Boards and groups"), Forum, ForumFilter, "portfolio:forums", page("portfolio:forum")),
    Kind(
        "meetings",
        _("Meetings"),
        Meeting,
        MeetingFilter,
        "portfolio:meetings",
        page("portfolio:forum", "forum_id", anchor="meetings"),
        name="forum__name",
        detail=lambda row: formats.date(row.due_on),
    ),
    Kind(
        "contracts",
        _("Contracts"),
        Contract,
        ContractFilter,
        "portfolio:contracts",
        page("portfolio:contract"),
        name="title",
        belongs_to="organisation__name",
        list_query="standing=all",
    ),
    Kind(
        "opportunities",
        _("Things that could be bought together"),
        SourcingOpportunity,
        OpportunityFilter,
        "portfolio:sourcing",
        page("portfolio:opportunity"),
    ),
)
