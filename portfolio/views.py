"""Pages of the portfolio."""

from typing import Any, cast

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

from accounts.models import User
from kit import formats
from kit.bilingual import pair_field
from kit.figures import KeyFigure
from kit.history import capital
from kit.views import DetailPage, EditPage, HistoryPage, ListPage, permission_required_403, switching_language
from portfolio import queries
from portfolio.actions import AlreadyTakesPartError, save_participation, save_product
from portfolio.filters import OrganisationFilter, ParticipationFilter, ProductFilter, ProgrammeFilter
from portfolio.forms import ParticipationForm, ProductForm
from portfolio.models import Organisation, Participation, Phase, Product, Programme
from portfolio.tables import OrganisationTable, ParticipationTable, ProductTable, ProgrammeTable


@require_safe
@permission_required_403("portfolio.view_product")
def portfolio(request: HttpRequest) -> HttpResponse:
    """What there is, in numbers that each lead to their rows."""
    on = timezone.localdate()
    figures = queries.portfolio_figures(user=_reader(request), on=on)
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
            "participations": rows.select_related("product").order_by(pair_field("product__name"), "pk")
        }


class ProgrammeList(ListPage):
    permission = "portfolio.view_product"
    model = Programme
    table_class = ProgrammeTable
    filterset_class = ProgrammeFilter
    title = _("Programmes")
    empty_text = _("No programmes yet. A programme is a group of products; an administrator adds one.")

    def get_queryset(self) -> Any:
        mine = Q(products__in=Product.objects.visible_to(self.request.user))
        rows = super().get_queryset().select_related("parent")
        return rows.annotate(product_count=Count("products", filter=mine, distinct=True))


class ProgrammePage(DetailPage):
    permission = "portfolio.view_product"
    model = Programme
    template_name = "portfolio/programme.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        products = Product.objects.visible_to(self.request.user).filter(programme=self.object)
        return super().get_context_data(**kwargs) | {
            "products": products.select_related("organisation").order_by(pair_field("name"), "pk"),
            "parts": self.get_queryset().filter(parent=self.object).order_by(pair_field("name"), "pk"),
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


def _reader(request: HttpRequest) -> User:
    """Whoever asks: the right that a page names lets nobody in who is not signed in."""
    return cast(User, request.user)


def _editable_product(request: HttpRequest, pk: int) -> Product:
    product = get_object_or_404(Product.objects.visible_to(_reader(request)), pk=pk)
    if not Product.objects.editable_by(_reader(request)).filter(pk=pk).exists():
        raise PermissionDenied
    return product


@require_http_methods(["GET", "POST"])
@permission_required_403("portfolio.change_product")
def participation_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Adds an organisation to a product."""
    product = _editable_product(request, pk)
    form = ParticipationForm(request.POST or None, product=product, user=request.user)
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid() and _saved_participation(form):
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


def _saved_participation(form: ParticipationForm) -> Participation | None:
    """None where the form now says why it could not be saved."""
    try:
        return save_participation(form=form)
    except AlreadyTakesPartError as fault:
        form.add_error("organisation", str(fault))
        return None


class ParticipationEdit(EditPage):
    permission = "portfolio.change_product"
    model = Participation
    form_class = ParticipationForm
    title_edit = _("Change how the organisation takes part")
    saved_message = _("Saved.")

    def perform(self, form: Any) -> Any:
        return _saved_participation(form)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"product": self.object.product}

    def get_success_url(self) -> str:
        return reverse("portfolio:product", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()
