"""Organisations: the list and an organisation's page."""

from typing import Any, ClassVar

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.bilingual import pair_field
from kit.views import DetailPage, ListPage, WithDownloads
from portfolio import queries
from portfolio.filters.organisations import OrganisationFilter
from portfolio.models import Organisation, Participation, Product
from portfolio.queries import organisation as of_organisation
from portfolio.queries.promises import in_words, with_left
from portfolio.sheets import priorities_sheet
from portfolio.tables.organisations import OrganisationTable


class OrganisationList(ListPage):
    permission = "portfolio.view_organisation"
    template_name = "portfolio/list.html"
    model = Organisation
    table_class = OrganisationTable
    filterset_class = OrganisationFilter
    title = _("Organisations")

    def get_queryset(self) -> Any:
        mine = Q(products__in=Product.objects.visible_to(self.request.user))
        return super().get_queryset().annotate(product_count=Count("products", filter=mine, distinct=True))


class OrganisationPage(WithDownloads, DetailPage):
    """What it owns and takes part in, how high it puts what, who leads it, where it sits and what it buys."""

    permission = "portfolio.view_organisation"
    model = Organisation
    template_name = "portfolio/organisation.html"
    tables: ClassVar = {"priorities": lambda page: priorities_sheet(page["priorities"], on=page["on"])}

    def get_queryset(self) -> Any:
        products = queries.organisation_with_products(self.request.user)
        return super().get_queryset().select_related("successor").prefetch_related(products, "former_names")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, user, organisation = timezone.localdate(), self.request.user, self.object
        parts = with_left(Participation.objects.visible_to(user).filter(organisation=organisation), on)
        rows = in_words(parts.select_related("product").order_by("state", pair_field("product__name"), "pk"))
        return super().get_context_data(**kwargs) | {
            "on": on,
            "participations": rows,
            "priorities": of_organisation.priorities_of(organisation=organisation, user=user, on=on),
            "leadership": of_organisation.leadership_of(organisation=organisation, user=user, on=on),
            "memberships": of_organisation.memberships_of(organisation=organisation, user=user, on=on),
            "contracts": of_organisation.contracts_of(organisation=organisation, user=user, on=on),
            "finding": of_organisation.organisation_finding(rows),
        }
