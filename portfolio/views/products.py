"""Products: the list, a product's page and its form."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, EditPage, ListPage
from portfolio import queries
from portfolio.actions.products import save_product
from portfolio.filters.products import ProductFilter
from portfolio.forms import ProductForm
from portfolio.models import Product
from portfolio.queries.products import products_finding
from portfolio.queries.summary import summary_finding, summary_of
from portfolio.tables.products import ProductTable
from portfolio.views.product_figures import key_figures
from portfolio.views.tab import Happened


class ProductList(ListPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/list.html"
    model = Product
    table_class = ProductTable
    filterset_class = ProductFilter
    title = _("Products")
    empty_text = _("No products yet. A product is a service, content or component that people use.")
    first_step = (_("Add a product"), "portfolio:product_new")
    first_step_permission = "portfolio.change_product"

    def get_queryset(self) -> Any:
        return super().get_queryset().with_adoption(timezone.localdate()).select_related("organisation", "programme")

    def finding(self, rows: Any) -> Any:
        return products_finding(rows)


class ProductPage(DetailPage):
    """The first page of a product's story: a figure of each part, each leading to its tab."""

    permission = "portfolio.view_product"
    model = Product
    template_name = "portfolio/product.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation", "programme")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, product = timezone.localdate(), self.object
        adoption = queries.adoption_of(product=product, on=on)
        squads, phases = queries.squads_of(product=product, on=on), queries.phases_of(product=product)
        totals = queries.totals_of(queries.participations_of(product=product))
        summary = summary_of(product=product, on=on)
        said = queries.product_finding(product=product, adoption=adoption, squads=len(squads), totals=totals)
        return super().get_context_data(**kwargs) | {
            "tab": "summary",
            "finding": [" ".join(said), *summary_finding(summary)],
            "key_figures": key_figures(product, summary, adoption=adoption, phases=phases, squads=len(squads), on=on),
            "squads": squads,
            "phases": phases,
            "can_change": Product.objects.editable_by(self.request.user).filter(pk=product.pk).exists(),
            "on": on,
        }


class ProductEdit(Happened, EditPage):
    happened = ("phase_from",)
    permission = "portfolio.change_product"
    template_name = "portfolio/product_edit.html"
    model = Product
    form_class = ProductForm
    title_new, title_edit = _("Add a product"), _("Change the product")
    detail_url_name = "portfolio:product"
    list_url_name = "portfolio:products"
    saved_message = _("The product has been saved.")

    def perform(self, form: Any) -> Any:
        if self.is_ahead(form):
            return None
        given = form.cleaned_data
        return save_product(form=form, phase=given["phase"], on=given["phase_from"])
