"""What the search looks through: each kind of record with its list, whose own search finds the same rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from funding.filters.appraisals import AppraisalFilter
from funding.filters.records import AwardFilter, FundFilter, RoundFilter
from funding.models import Appraisal, Award, Fund, Round
from kit.filters import ListFilter
from portfolio.filters.benefits import BenefitFilter
from portfolio.filters.components import ComponentFilter
from portfolio.filters.contracts import ContractFilter
from portfolio.filters.decisions import DecisionFilter
from portfolio.filters.forums import ForumFilter
from portfolio.filters.lessons import LessonFilter
from portfolio.filters.milestones import MilestoneFilter
from portfolio.filters.organisations import OrganisationFilter
from portfolio.filters.products import ProductFilter
from portfolio.filters.programmes import ProgrammeFilter
from portfolio.filters.risks import RiskFilter
from portfolio.filters.sourcing import OpportunityFilter
from portfolio.models import (
    Benefit,
    Component,
    Contract,
    Decision,
    Forum,
    Lesson,
    Milestone,
    Organisation,
    Product,
    Programme,
    Risk,
    SourcingOpportunity,
)
from squads.filters.posts import PostFilter
from squads.filters.roles import RoleFilter
from squads.filters.squads import SquadFilter
from squads.models import Post, Role, Squad


def page(url_name: str) -> Callable[[Any], str]:
    """A record's own page."""
    return lambda row: reverse(url_name, args=[row.pk])


def on_product(url_name: str, anchor: str) -> Callable[[Any], str]:
    """A record's place on a page of its product."""
    return lambda row: f"{reverse(url_name, args=[row.product_id])}#{anchor}-{row.pk}"


@dataclass(frozen=True)
class Kind:
    """One kind of record. `name` and `belongs_to` are paths to a pair: "role__name" is the name of a row's role."""

    key: str
    title: str | Promise
    model: type[Model]
    narrowing: type[ListFilter]
    list_url: str
    url: Callable[[Any], str]
    name: str = "name"
    # A name that is the same in both languages, such as a reference.
    is_pair: bool = True
    belongs_to: str = ""
    right: str = "portfolio.view_product"
    # What the list has to be told to leave nothing out.
    list_query: str = ""

    def rows(self, user: User) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model.objects.visible_to(user)  # type: ignore[attr-defined]
        paths = [path for path in (self.name, self.belongs_to) if "__" in path]
        return rows.select_related(*(path.rpartition("__")[0] for path in paths))

    def name_columns(self) -> list[str]:
        return [f"{self.name}_cy", f"{self.name}_en"] if self.is_pair else [self.name]


KINDS: tuple[Kind, ...] = (
    Kind(
        "products",
        _("Products"),
        Product,
        ProductFilter,
        "portfolio:products",
        page("portfolio:product"),
        belongs_to="organisation__name",
    ),
    Kind(
        "organisations",
        _("Organisations"),
        Organisation,
        OrganisationFilter,
        "portfolio:organisations",
        page("portfolio:organisation"),
        right="portfolio.view_organisation",
    ),
    Kind(
        "programmes",
        _("Programmes"),
        Programme,
        ProgrammeFilter,
        "portfolio:programmes",
        page("portfolio:programme"),
    ),
    Kind(
        "squads",
        _("Squads"),
        Squad,
        SquadFilter,
        "squads:squads",
        page("squads:squad"),
        belongs_to="organisation__name",
        right="squads.view_squad",
    ),
    Kind(
        "posts",
        _("Posts"),
        Post,
        PostFilter,
        "squads:posts",
        page("squads:post"),
        name="role__name",
        belongs_to="squad__name",
        right="squads.view_squad",
    ),
    Kind("roles", _("Roles"), Role, RoleFilter, "squads:roles", page("squads:role"), right="squads.view_squad"),
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
        "components",
        _("Components"),
        Component,
        ComponentFilter,
        "portfolio:components",
        page("portfolio:component"),
    ),
    Kind("forums", _("Boards and groups"), Forum, ForumFilter, "portfolio:forums", page("portfolio:forum")),
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
    Kind("funds", _("Funds"), Fund, FundFilter, "funding:funds", page("funding:fund"), right="funding.view_fund"),
    Kind(
        "rounds",
        _("Rounds"),
        Round,
        RoundFilter,
        "funding:rounds",
        page("funding:round"),
        name="fund__name",
        right="funding.view_fund",
    ),
    Kind(
        "awards",
        _("Awards"),
        Award,
        AwardFilter,
        "funding:awards",
        page("funding:award"),
        name="reference",
        is_pair=False,
        belongs_to="product__name",
        right="funding.view_fund",
    ),
    Kind(
        "appraisals",
        _("Appraisals"),
        Appraisal,
        AppraisalFilter,
        "funding:appraisals",
        page("funding:appraisal"),
        belongs_to="product__name",
        right="funding.view_appraisal",
    ),
)
