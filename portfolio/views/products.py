"""Products: the list, a product's page, its form and its history."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.figures import KeyFigure
from kit.history import capital
from kit.views import DetailPage, EditPage, HistoryPage, ListPage
from portfolio import queries
from portfolio.actions.products import save_product
from portfolio.filters.products import ProductFilter
from portfolio.forms import ProductForm
from portfolio.models import Product
from portfolio.tables.products import ProductTable


class ProductList(ListPage):
    permission = "portfolio.view_product"
    model = Product
    table_class = ProductTable
    filterset_class = ProductFilter
    title = _("Products")
    empty_text = _("No products yet. A product is a service, content or component that people use.")
    first_step = (_("Add a product"), "portfolio:product_new")
    first_step_permission = "portfolio.change_product"

    def get_queryset(self) -> Any:
        return super().get_queryset().with_adoption(timezone.localdate()).select_related("organisation", "programme")


class ProductPage(DetailPage):
    permission = "portfolio.view_product"
    model = Product
    template_name = "portfolio/product.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation", "programme")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, product = timezone.localdate(), self.object
        adoption = queries.adoption_of(product=product, on=on)
        squads, phases = queries.squads_of(product=product, on=on), queries.phases_of(product=product)
        participations = queries.participations_of(product=product)
        totals = queries.totals_of(participations)
        return super().get_context_data(**kwargs) | {
            "key_figures": _key_figures(product, adoption, phases, len(squads)),
            "adoption": adoption,
            "squads": squads,
            "participations": participations,
            "written_totals": [_written(name, total) for name, total in totals.items()],
            "tiles": queries.tiles_of(participations=participations, on=on),
            "phases": phases,
            "finding": queries.product_finding(product=product, adoption=adoption, squads=len(squads), totals=totals),
            "can_change": Product.objects.editable_by(self.request.user).filter(pk=product.pk).exists(),
            "on": on,
        }


def _written(name: str, total: queries.Totals) -> tuple[str, int]:
    """A total, and how many it leaves out, as the footers of lists have it."""
    written = (formats.money if name.endswith("amount") else formats.fte)(total.known)
    return written, total.missing if total.known is not None else 0


def _key_figures(product: Product, adoption: Any, phases: list[Any], squads: int) -> list[KeyFigure]:
    since = phases[0].on if phases and phases[0].phase == product.phase else None
    return [
        KeyFigure(
            _("Phase"),
            capital(product.get_phase_display()),
            as_at=gettext("since %(date)s") % {"date": formats.date(since)},
            url="#phases",
        ),
        KeyFigure(_("Authorities that have adopted it"), str(adoption), url="#adoption"),
        KeyFigure(_("Squads working on it today"), formats.number(squads), url="#squads"),
        KeyFigure(_("Expected end of life"), formats.date(product.end_of_life)),
    ]


class ProductEdit(EditPage):
    permission = "portfolio.change_product"
    model = Product
    form_class = ProductForm
    title_new, title_edit = _("Add a product"), _("Change the product")
    detail_url_name = "portfolio:product"
    list_url_name = "portfolio:products"
    saved_message = _("The product has been saved.")

    def perform(self, form: Any) -> Any:
        given = form.cleaned_data
        return save_product(form=form, phase=given["phase"], on=given["phase_from"])


class ProductHistory(HistoryPage):
    permission = "portfolio.view_product"
    model = Product
    detail_url_name = "portfolio:product"
