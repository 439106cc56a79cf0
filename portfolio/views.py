"""Pages of the portfolio."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from kit.figures import KeyFigure
from kit.views import DetailPage, EditPage, HistoryPage, ListPage, permission_required_403, switching_language
from portfolio import queries
from portfolio.actions import save_product
from portfolio.filters import OrganisationFilter, ParticipationFilter, ProductFilter, ProgrammeFilter
from portfolio.forms import ParticipationForm, ProductForm
from portfolio.models import Organisation, Participation, Phase, Product, Programme
from portfolio.tables import OrganisationTable, ParticipationTable, ProductTable, ProgrammeTable


@require_safe
@permission_required_403("portfolio.view_product")
def portfolio(request: HttpRequest) -> HttpResponse:
    """What there is, in numbers that each lead to their rows."""
    on = timezone.localdate()
    figures = queries.portfolio_figures(user=request.user, on=on)
    products = reverse("portfolio:products")
    key_figures = [
        KeyFigure(_("Products"), str(figures.products), url=products),
        KeyFigure(_("Live"), str(figures.by_phase[Phase.LIVE]), url=f"{products}?phase=live"),
        KeyFigure(
            _("Authorities that have adopted something"),
            gettext("%(adopted)s of %(authorities)s")
            % {"adopted": figures.adopting, "authorities": figures.authorities},
            url=reverse("portfolio:participations") + "?state=adopted",
        ),
        KeyFigure(_("Made up for demonstration"), str(figures.made_up), url=f"{products}?evidence=D"),
    ]
    phases = [(Phase(phase).label, number, f"{products}?phase={phase}") for phase, number in figures.by_phase.items()]
    context = {"finding": queries.portfolio_finding(figures), "key_figures": key_figures, "phases": phases, "on": on}
    return render(request, "portfolio/portfolio.html", context)


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
        return super().get_queryset().with_adoption().select_related("organisation", "programme")


class ProductPage(DetailPage):
    permission = "portfolio.view_product"
    model = Product
    template_name = "portfolio/product.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation", "programme")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, product = timezone.localdate(), self.object
        adoption = queries.adoption_of(product=product, on=on)
        squads = queries.squads_of(product=product, on=on)
        return super().get_context_data(**kwargs) | {
            "adoption": adoption,
            "squads": squads,
            "participations": queries.participations_of(product=product),
            "phases": queries.phases_of(product=product),
            "finding": queries.product_finding(product=product, adoption=adoption, squads=len(squads)),
            "can_change": Product.objects.editable_by(self.request.user).filter(pk=product.pk).exists(),
            "on": on,
        }


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
        return save_product(form=form, phase=given["phase"], on=given["phase_from"] or timezone.localdate())


class ProductHistory(HistoryPage):
    permission = "portfolio.view_product"
    model = Product
    detail_url_name = "portfolio:product"


class OrganisationList(ListPage):
    permission = "portfolio.view_organisation"
    model = Organisation
    table_class = OrganisationTable
    filterset_class = OrganisationFilter
    title = _("Organisations")

    def get_queryset(self) -> Any:
        mine = Q(products__in=Product.objects.visible_to(self.request.user))
        return super().get_queryset().annotate(product_count=Count("products", filter=mine, distinct=True))


class OrganisationPage(DetailPage):
    permission = "portfolio.view_organisation"
    model = Organisation
    template_name = "portfolio/organisation.html"

    def get_queryset(self) -> Any:
        products = queries.organisation_with_products(self.request.user)
        return super().get_queryset().select_related("successor").prefetch_related(products, "former_names")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Participation.objects.visible_to(self.request.user).filter(organisation=self.object)
        return super().get_context_data(**kwargs) | {
            "participations": rows.select_related("product").order_by("product__name_en")
        }


class ProgrammeList(ListPage):
    permission = "portfolio.view_product"
    model = Programme
    table_class = ProgrammeTable
    filterset_class = ProgrammeFilter
    title = _("Programmes")

    def get_queryset(self) -> Any:
        mine = Q(products__in=Product.objects.visible_to(self.request.user))
        rows = Programme.objects.select_related("parent")
        return rows.annotate(product_count=Count("products", filter=mine, distinct=True))


class ProgrammePage(DetailPage):
    permission = "portfolio.view_product"
    model = Programme
    template_name = "portfolio/programme.html"

    def get_queryset(self) -> Any:
        return Programme.objects.select_related("parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        products = Product.objects.visible_to(self.request.user).filter(programme=self.object)
        return super().get_context_data(**kwargs) | {
            "products": products.select_related("organisation").order_by("name_en"),
            "parts": Programme.objects.filter(parent=self.object).order_by("name_en"),
        }


class ParticipationList(ListPage):
    permission = "portfolio.view_product"
    model = Participation
    table_class = ParticipationTable
    filterset_class = ParticipationFilter
    title = _("Adoption")
    empty_text = _("Nobody takes part in anything yet. Add an organisation from a product's page.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("product", "organisation")


def _editable_product(request: HttpRequest, pk: int) -> Product:
    product = get_object_or_404(Product.objects.visible_to(request.user), pk=pk)
    if not Product.objects.editable_by(request.user).filter(pk=pk).exists():
        raise PermissionDenied
    return product


@require_http_methods(["GET", "POST"])
@permission_required_403("portfolio.change_product")
def participation_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Adds an organisation to a product."""
    product = _editable_product(request, pk)
    form = ParticipationForm(request.POST or None, product=product)
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, gettext("The organisation has been added."))
        return redirect("portfolio:product", pk)
    context = {
        "form": form,
        "object": product,
        "title": gettext("Add an organisation"),
        "cancel_url": reverse("portfolio:product", args=[pk]),
        "language_form": "edit",
    }
    return render(request, "kit/edit.html", context, status=422 if form.is_bound and form.errors else 200)


class ParticipationEdit(EditPage):
    permission = "portfolio.change_product"
    model = Participation
    form_class = ParticipationForm
    title_edit = _("Change how the organisation takes part")
    saved_message = _("Saved.")

    def get_object(self, queryset: Any = None) -> Any:
        found = super().get_object(queryset)
        _editable_product(self.request, found.product_id)
        return found

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"product": self.object.product}

    def get_success_url(self) -> str:
        return reverse("portfolio:product", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()
