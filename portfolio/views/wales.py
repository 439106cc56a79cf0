"""Who adopts what across Wales: by authority, and products by authorities."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.bilingual import pair_field
from kit.views import ListPage
from portfolio.filters.wales import MatrixFilter, ProductsChosenFilter
from portfolio.models import Organisation, Product
from portfolio.queries import wales as queries
from portfolio.queries.tiles import band_of, placed
from portfolio.tables.wales import WalesTable, matrix_table


class Wales(ListPage):
    """The filters choose products; the rows are the authorities, all of them on one page."""

    permission = "portfolio.view_product"
    model = Organisation
    table_class = WalesTable
    title = _("Adoption across Wales")
    template_name = "portfolio/wales.html"
    fragment_name = "portfolio/_wales.html"

    @cached_property
    def chosen(self) -> Any:
        products = Product.objects.visible_to(self.request.user)
        return ProductsChosenFilter(self.request.GET, queryset=products, request=self.request)

    @cached_property
    def products(self) -> Any:
        """Those the filters leave; none where they cannot be read."""
        return self.chosen.qs if self.chosen.form.is_valid() else Product.objects.none()

    @cached_property
    def authorities(self) -> Any:
        return queries.authorities_with_adoption(products=self.products, on=timezone.localdate())

    def get_queryset(self) -> Any:
        return self.authorities.all()

    def _rows_a_page(self) -> int:
        return 50

    def finding(self, rows: Any) -> Any:
        self.rows = list(rows)
        return queries.wales_finding(queries.wales_of(products=self.products, authorities=self.rows))

    def get_context(self) -> dict[str, Any]:
        most = queries.most_adopted(self.rows)

        def said(authority: Any) -> tuple[str, Any]:
            return band_of(authority.adopted, most), formats.number(authority.adopted)

        return {
            "narrowing": self.chosen,
            "tiles": [_with_address(tile) for tile in placed(self.rows, said)],
            "gone": queries.gone_with_adoption(products=self.products, on=timezone.localdate()),
            "on": timezone.localdate(),
        }


def _with_address(tile: Any) -> Any:
    return replace(tile, url=reverse("portfolio:organisation", args=[tile.organisation.pk]))


class WalesMatrix(ListPage):
    permission = "portfolio.view_product"
    model = Product
    filterset_class = MatrixFilter
    title = _("Products by local authority")
    empty_text = _("No local authority takes part in a product yet. Add one from a product's page.")
    template_name = "portfolio/wales_matrix.html"

    @cached_property
    def table_class(self) -> Any:
        authorities = Organisation.objects.authorities().on(timezone.localdate())
        return matrix_table(list(authorities.order_by(pair_field("name"), "pk")))

    def finding(self, rows: Any) -> Any:
        return queries.matrix_finding(products=rows)

    def get_queryset(self) -> Any:
        return queries.products_with_authorities(products=super().get_queryset(), on=timezone.localdate())
