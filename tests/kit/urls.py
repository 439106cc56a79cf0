"""Pages made from the kit alone, for its own tests: a list, a record, a form and a history of products."""

from typing import Any

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from kit.charts import CONTRACTOR, PERMANENT, VACANT, Chart, ChartTable, layout, option_line
from kit.figures import KeyFigure
from kit.filters import ListFilter
from kit.forms import VersionedModelForm
from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    NumberColumn,
    Table,
)
from kit.views import DetailPage, EditPage, HistoryPage, ListPage, permission_required_403
from portfolio.models import Product

PIECES = """{% extends "base.html" %}{% block title %}Pieces{% endblock %}
{% block breadcrumbs %}
{% include "kit/breadcrumbs.html" with first_name="Products" first_url="portfolio:products" here="Pieces" %}
{% endblock %}
{% block content %}<h1 class="govuk-heading-l">Pieces</h1>
{% include "kit/finding.html" with sentences="Funded to March 2027; after that £412,000 a year has no source." %}
{% include "kit/key_figures.html" %}
<p class="govuk-body">{% mark "permanent" %} {% mark "agency" %} {% mark "vacant" %}
{% mark "secured" %} {% mark "indicative" %}
{% mark "targeted" %} {% mark "unfunded" %}
{{ "V"|evidence_mark }} {{ "S"|evidence_mark }} {{ "M"|evidence_mark }}
{{ "J"|evidence_mark }} {{ "D"|evidence_mark }} {% withheld %} <span class="best">best</span></p>
{% for chart in charts %}{% include "kit/chart.html" %}{% endfor %}{% endblock %}"""


class ProductTable(Table):
    name = BilingualLinkColumn("portfolio:product", verbose_name="Product")
    organisation = BilingualColumn(accessor="organisation.name", verbose_name="Owner")
    phase = ChoiceColumn(verbose_name="Phase")
    adopters = NumberColumn(verbose_name="Adopters", total=True)
    secret = NumberColumn(accessor="adopters", verbose_name="Pay", withheld_without="funding.view_rates", total=True)
    end_of_life = DateColumn(verbose_name="Ends")
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Product
        fields = ("name", "organisation", "phase")
        order_by = "name"


class ProductFilter(ListFilter):
    search_pairs = ["name", "organisation__name"]

    class Meta:
        model = Product
        fields = ["phase", "organisation"]


class ProductList(ListPage):
    permission = "portfolio.view_product"
    model = Product
    table_class = ProductTable
    filterset_class = ProductFilter
    title = _("Portfolio")
    first_step = ("Add a product", "portfolio:product_new")
    first_step_permission = "portfolio.change_product"

    def get_queryset(self) -> Any:
        return super().get_queryset().with_adoption().select_related("organisation")

    def finding(self, rows: Any) -> str:
        return "Found."


class ProductForm(VersionedModelForm):
    wants_user = True

    class Meta:
        model = Product
        fields = ["name_cy", "name_en", "summary_en", "organisation", "phase", "end_of_life", "service_owner"]


class ProductPage(DetailPage):
    permission = "portfolio.view_product"
    model = Product
    template_name = "kit/list.html"


class ProductEdit(EditPage):
    permission = "portfolio.change_product"
    model = Product
    form_class = ProductForm
    title_new, title_edit = "Add a product", "Change the product"
    detail_url_name = "portfolio:product"
    list_url_name = "portfolio:products"


class ProductHistory(HistoryPage):
    permission = "portfolio.view_product"
    model = Product
    detail_url_name = "portfolio:product"
    withheld_fields = {"service_owner": "funding.view_rates"}


class Unguarded(ListPage):
    model = Product


@permission_required_403("funding.view_rates")
def rates(request: HttpRequest) -> HttpResponse:
    return HttpResponse("rates")


def pieces(request: HttpRequest) -> HttpResponse:
    """Every piece of the kit on one page, to be looked at."""
    months = [f"2027-{number:02d}-01" for number in range(1, 13)]
    bars = [
        {"type": "bar", "x": months, "y": [4] * 12, "name": "permanent", "marker": PERMANENT},
        {"type": "bar", "x": months, "y": [2] * 6 + [0] * 6, "name": "contractor", "marker": CONTRACTOR},
        {"type": "bar", "x": months, "y": [0] * 6 + [2] * 6, "name": "vacant", "marker": VACANT},
    ]
    lines = [option_line(n, name=f"Option {n}", x=months, y=[n + i for i in range(12)]) for n in range(4)]
    stack = layout(y_title="FTE", barmode="stack", showlegend=True)
    ends = layout(y_title="£", lines=["Option 3"])
    table = ChartTable(["Month", "FTE"], [[month, "4.0"] for month in months], ["Total", "48.0"])
    charts = [
        Chart(
            "team",
            "The team halves in July",
            "FTE by month",
            {"data": bars, "layout": stack},
            table,
        ),
        Chart(
            "lines",
            "Option 3 costs the most",
            "£ by month",
            {"data": lines, "layout": ends},
            table,
        ),
    ]
    figures = [
        KeyFigure("Cost to 2042", "£4.1m", as_at="at 1 April 2026 prices", url="#"),
        KeyFigure("People there now", "5.5", unit="FTE", as_at="24 November 2026"),
        KeyFigure("Months without a team", "31"),
    ]
    made = engines["django"].from_string(PIECES)
    return HttpResponse(made.render({"charts": charts, "figures": figures, "title": "Pieces"}, request))


products = [
    path("products/", ProductList.as_view(), name="products"),
    path("products/new/", ProductEdit.as_view(), name="product_new"),
    path("products/<int:pk>/", ProductPage.as_view(), name="product"),
    path("products/<int:pk>/edit/", ProductEdit.as_view(), name="product_edit"),
    path("products/<int:pk>/history/", ProductHistory.as_view(), name="product_history"),
    path("unguarded/", Unguarded.as_view(), name="unguarded"),
    path("rates/", rates, name="rates"),
    path("pieces/", pieces, name="pieces"),
    path("", ProductList.as_view(), name="portfolio"),
]
home = [
    path("", ProductList.as_view(), name="home"),
    path("portfolio/", ProductList.as_view(), name="portfolio"),
]
urlpatterns = i18n_patterns(
    path("", include((home, "reporting"))),
    path("accounts/", include("accounts.urls")),
    path("portfolio/", include((products, "portfolio"))),
)
