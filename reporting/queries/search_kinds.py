"""What the search looks through: each kind of record with its list, whose own search finds the same rows."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import SavedList
from accounts.queries import address_of
from portfolio.filters.organisations import OrganisationFilter
from portfolio.filters.products import ProductFilter
from portfolio.filters.programmes import ProgrammeFilter
from portfolio.models import Organisation, Product, Programme
from reporting.queries.search_kind import Kind, page, words_of
from reporting.queries.search_money import MONEY
from reporting.queries.search_story import STORY
from squads.filters.conversions import ConversionFilter, HandoverItemFilter
from squads.filters.posts import PostFilter
from squads.filters.roles import RoleFilter
from squads.filters.squads import SquadFilter
from squads.models import Conversion, HandoverItem, Post, Role, Squad


def _saved(row: SavedList) -> str:
    """The list itself; where its page is not there any more, all that its owner has saved."""
    return address_of(row) or reverse("profile")


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
        "conversions",
        _("Conversions"),
        Conversion,
        ConversionFilter,
        "squads:conversions",
        page("squads:conversion"),
        name="contractor__role__name",
        belongs_to="contractor__squad__name",
        right="squads.view_squad",
    ),
    Kind(
        "handovers",
        _("Handovers"),
        HandoverItem,
        HandoverItemFilter,
        "squads:handovers",
        page("squads:conversion", "conversion_id", anchor="handover"),
        name="what",
        belongs_to="conversion__contractor__squad__name",
        right="squads.view_squad",
    ),
    *STORY,
    *MONEY,
    Kind(
        "saved_lists",
        _("Your saved lists"),
        SavedList,
        words_of(SavedList, fields=("name",)),
        "",
        _saved,
        is_pair=False,
        right="reporting.view_home",
    ),
)
