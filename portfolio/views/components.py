"""The component register, a component's page, and what a product says of the components it has."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kit import formats
from kit.figures import KeyFigure
from kit.views import (
    DetailPage,
    EditPage,
    ListPage,
    NewUnderPage,
    SignedInRequest,
    permission_required_403,
)
from kit.views.rows import editable_row
from portfolio.actions.components import (
    AlreadySaidError,
    ComponentInUseError,
    delete_component,
    delete_use,
    save_use,
)
from portfolio.filters.components import ComponentFilter, ComponentUseFilter
from portfolio.forms.components import ComponentUseForm
from portfolio.models import Component, ComponentUse, Product
from portfolio.queries import components as queries
from portfolio.tables.components import ComponentTable, ComponentUseTable
from portfolio.views.product_components import ProductComponents
from portfolio.views.register import RegisterHistory
from portfolio.views.tab import UnderTab

# As many as a page can show; the list has them all.
AT_MOST = 100


class ComponentList(ListPage):
    permission = "portfolio.view_product"
    model = Component
    table_class = ComponentTable
    filterset_class = ComponentFilter
    title = _("Components")
    template_name = "portfolio/components.html"
    empty_text = _(
        "No components yet. A component is something that many services need, such as an address look-up. Once one is "
        "here, each product can say whether it builds its own or shares one."
    )
    first_step = (_("Add a component"), "squads:component_new")
    first_step_permission = "portfolio.change_register"

    def get_queryset(self) -> Any:
        return queries.component_register(user=self.request.user)

    def finding(self, rows: Any) -> Any:
        return queries.register_finding(rows)


class ComponentUseList(ListPage):
    permission = "portfolio.view_product"
    model = ComponentUse
    table_class = ComponentUseTable
    filterset_class = ComponentUseFilter
    title = _("Uses of components")
    template_name = "portfolio/list.html"
    empty_text = _("No product says yet how it has a component. Say so on a product's page, under “Components”.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("component", "product__organisation")


class ComponentPage(DetailPage):
    permission = "portfolio.view_product"
    model = Component
    template_name = "portfolio/component.html"

    def get_queryset(self) -> Any:
        return queries.with_shared_product(super().get_queryset(), user=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, component = self.request.user, self.object
        uses = list(queries.uses_of_component(component=component, user=user))
        ways = queries.ways_of(component, uses)
        return super().get_context_data(**kwargs) | {
            "uses": uses[:AT_MOST],
            "more": max(0, len(uses) - AT_MOST),
            "key_figures": _key_figures(component, ways),
            "finding": queries.component_finding(
                ways=ways,
                shared_product=component.shared_product,
                has_shared_product=component.shared_product_id is not None,
            ),
            "editable": set(
                ComponentUse.objects.editable_by(user).filter(component=component).values_list("pk", flat=True)
            ),
            "can_change": user.has_perm("portfolio.change_register"),
        }


def _key_figures(component: Component, ways: queries.Ways) -> list[KeyFigure]:
    rows = f"{reverse('portfolio:component_uses')}?component={component.pk}"
    missing = gettext("not known: %(count)s") % {"count": ways.fte_missing} if ways.fte_missing else ""
    return [
        KeyFigure(_("Products with one of their own"), formats.number(ways.of_their_own), url=f"{rows}&own=yes"),
        KeyFigure(_("Of these could share"), formats.number(ways.could_share), url=f"{rows}&way=could_share"),
        KeyFigure(_("Sharing already"), formats.number(ways.shares), url=f"{rows}&way=shares"),
        KeyFigure(
            _("FTE a year of those with their own"),
            formats.fte(ways.fte if ways.of_their_own else 0),
            as_at=missing,
            url=f"{rows}&own=yes",
        ),
    ]


class ComponentHistory(RegisterHistory):
    model = Component
    register, register_url_name = ComponentList.title, "portfolio:components"
    detail_url_name = "portfolio:component"


@require_http_methods(["GET", "POST"])
@permission_required_403("portfolio.change_register")
def component_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """A component no product has can be taken out; the page says so before, and why not where one has it."""
    component = editable_row(Component, request.user, pk)
    fault = ""
    if request.method == "POST":
        try:
            delete_component(component=component)
        except ComponentInUseError as refused:
            fault = str(refused)
        else:
            messages.success(request, gettext("The component has been taken out."))
            return redirect("portfolio:components")
    context = {
        "title": gettext("Take this component out"),
        "question": gettext("Take “%(name)s” out of the register?") % {"name": component.name},
        "explanation": gettext("The component will go. Its history is kept."),
        "fault": fault,
        "back": reverse("portfolio:component", args=[component.pk]),
        "back_name": component.name,
    }
    return render(request, "portfolio/take_out.html", context, status=409 if fault else 200)


class ComponentUseNew(UnderTab, NewUnderPage):
    template_name = "portfolio/row_edit.html"
    part = ProductComponents.title
    permission = "portfolio.change_product"
    model = ComponentUse
    form_class = ComponentUseForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_components"
    title_new = _("Add a component to the product")
    saved_message = _("The component has been added.")

    def get_initial(self) -> dict[str, Any]:
        """A component's own page leads here with the component chosen."""
        asked = self.request.GET.get("component", "")
        return {**super().get_initial(), **({"component": asked} if asked.isdigit() else {})}

    def perform(self, form: Any) -> Any:
        return _saved_use(form)


class ComponentUseEdit(UnderTab, EditPage):
    part = ProductComponents.title
    permission = "portfolio.change_product"
    model = ComponentUse
    form_class = ComponentUseForm
    title_edit = _("Change how the product has the component")
    saved_message = _("How the product has the component has been saved.")
    template_name = "portfolio/component_use_edit.html"

    def perform(self, form: Any) -> Any:
        return _saved_use(form)

    def get_success_url(self) -> str:
        return reverse("portfolio:product_components", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


def _saved_use(form: ComponentUseForm) -> ComponentUse | None:
    """None where the form now says why it could not be saved."""
    try:
        return save_use(form=form)
    except AlreadySaidError as fault:
        form.add_error("component", str(fault))
        return None


@require_http_methods(["GET", "POST"])
@permission_required_403("portfolio.change_product")
def component_use_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    use = editable_row(ComponentUse, request.user, pk)
    back = reverse("portfolio:product_components", args=[use.product_id])
    if request.method == "POST":
        delete_use(use=use)
        messages.success(request, gettext("The component has been taken out of the product."))
        return redirect(back)
    context = {
        "title": gettext("Take this component out of the product"),
        "question": gettext("Take “%(component)s” out of %(product)s?")
        % {"component": use.component.name, "product": use.product.name},
        "explanation": gettext("What the product says of this component will go. Its history is kept."),
        "back": back,
        "back_name": use.product.name,
    }
    return render(request, "portfolio/take_out.html", context)
