"""What building a component many times costs a year. Every page of it is for those who may see pay."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from funding.queries.components import component_cost, component_costs, cost_finding, costs_finding, prices_on, role_of
from funding.tables.components import ComponentCostTable, UseCostTable, numbers_of
from kit import formats
from kit.figures import KeyFigure
from kit.views import ListPage
from portfolio.models import Component


class ComponentCostList(ListPage):
    permission = "funding.view_rates"
    model = Component
    table_class = ComponentCostTable
    title = _("What building the same components costs a year")
    template_name = "funding/component_costs.html"
    empty_text = _("No components yet. They are kept in the component register.")

    def get_queryset(self) -> Any:
        return component_costs(user=self.request.user, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return costs_finding(rows) if rows else ""


class ComponentCostPage(ListPage):
    """One component: what each product's own costs, and how that is worked out."""

    permission = "funding.view_rates"
    model = Component
    table_class = UseCostTable
    template_name = "funding/component_cost.html"
    empty_text = _("No product has one of its own.")

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        component = get_object_or_404(Component.objects.visible_to(request.user), pk=kwargs["pk"])
        self.prices = prices_on(on=timezone.localdate(), components=[component])
        self.found = component_cost(component=component, user=request.user, prices=self.prices)
        self.title = gettext("What it costs a year: %(name)s") % {"name": component.name}
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        return list(self.found.own)

    def finding(self, rows: Any) -> Any:
        return cost_finding(self.found)

    def get_context(self) -> dict[str, Any]:
        found, on = self.found, formats.date(timezone.localdate())
        figures = [
            KeyFigure(_("Products with one of their own"), formats.number(found.number), url="#list"),
            KeyFigure(_("All of them"), formats.headline_money(found.cost), unit=_("a year"), as_at=on),
            KeyFigure(_("The shared one"), formats.headline_money(found.sharing), unit=_("a year"), as_at=on),
            KeyFigure(_("Difference"), formats.headline_money(found.difference), unit=_("a year"), as_at=on),
        ]
        return {
            "component": found.component,
            "role": role_of(component=found.component),
            "shared": found.shared,
            "key_figures": figures,
            "numbers": numbers_of(found, self.prices.on_costs),
        }
