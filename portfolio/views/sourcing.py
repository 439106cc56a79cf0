"""What organisations buy apart and could buy together."""

from functools import cached_property
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, EditPage, ListPage
from portfolio.actions.sourcing import save_opportunity
from portfolio.charts.sourcing import ends_chart
from portfolio.filters.sourcing import OpportunityFilter
from portfolio.forms.sourcing import OpportunityForm
from portfolio.models import Contract, SourcingOpportunity
from portfolio.queries import sourcing as queries
from portfolio.queries.contracts import with_standing
from portfolio.sheets import suggestions_sheet, together_sheet
from portfolio.tables.sourcing import OpportunityTable
from portfolio.views.register import RegisterHistory, UnderList

# As many suggestions as can be read at once; the worthiest come first.
SUGGESTED = 10


class Sourcing(ListPage):
    permission = "portfolio.view_product"
    model = SourcingOpportunity
    table_class = OpportunityTable
    filterset_class = OpportunityFilter
    title = _("Sourcing")
    empty_text = _("No opportunity yet: something that several organisations buy apart and could buy together.")
    first_step = (_("Add an opportunity"), "portfolio:opportunity_new")
    first_step_permission = "portfolio.change_register"
    template_name = "portfolio/sourcing.html"
    tables: ClassVar = {
        "together": lambda page: together_sheet(page["together"], on=timezone.localdate()),
        "suggested": lambda page: suggestions_sheet(page["every_suggestion"], on=timezone.localdate()),
    }

    def get_queryset(self) -> Any:
        return queries.with_contracts(super().get_queryset(), timezone.localdate())

    @cached_property
    def contracts(self) -> Any:
        return Contract.objects.visible_to(self.request.user)

    @cached_property
    def together(self) -> list[queries.Together]:
        return queries.ending_together(contracts=self.contracts, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        on = timezone.localdate()
        return queries.sourcing_finding(queries.sourcing_of(contracts=self.contracts, on=on), self.together, on)

    def get_context(self) -> dict[str, Any]:
        if getattr(self.request, "htmx", False) and not self.request.htmx.boosted:
            return {}  # the list alone is asked for again
        on = timezone.localdate()
        suggestions = queries.suggestions_of(contracts=self.contracts, on=on)
        return {
            "together": self.together,
            "suggestions": suggestions[:SUGGESTED],
            "every_suggestion": suggestions,
            "more_suggestions": max(0, len(suggestions) - SUGGESTED),
            "chart": ends_chart(queries.ends_by_month(contracts=self.contracts, on=on)),
            "can_change": self.request.user.has_perm("portfolio.change_register"),
        }


class OpportunityPage(DetailPage):
    permission = "portfolio.view_product"
    model = SourcingOpportunity
    context_object_name = "opportunity"
    template_name = "portfolio/opportunity.html"

    def get_queryset(self) -> Any:
        return queries.with_contracts(super().get_queryset(), timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = timezone.localdate()
        contracts: Any = with_standing(Contract.objects.visible_to(self.request.user), on)
        contracts = contracts.filter(opportunity=self.object)
        return super().get_context_data(**kwargs) | {
            "contracts": contracts.select_related("organisation").order_by("is_over", "end", "pk"),
            "finding": queries.opportunity_finding(self.object),
            "can_change": self.request.user.has_perm("portfolio.change_register"),
        }


class OpportunityEdit(UnderList, EditPage):
    register, register_url_name = Sourcing.title, "portfolio:sourcing"
    permission = "portfolio.change_register"
    model = SourcingOpportunity
    form_class = OpportunityForm
    title_new, title_edit = _("Add an opportunity"), _("Change the opportunity")
    detail_url_name, list_url_name = "portfolio:opportunity", "portfolio:sourcing"
    saved_message = _("The opportunity has been saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The contracts under it, and those that the address names and that are under none."""
        asked = [int(one) for one in self.request.GET.getlist("contract") if one.isascii() and one.isdigit()]
        rows = Contract.objects.visible_to(self.request.user)
        mine = list(rows.filter(opportunity=self.object)) if self.object is not None else []
        more = list(rows.filter(opportunity__isnull=True, pk__in=[pk for pk in asked if pk < 2**31][:100]))
        return super().get_form_kwargs() | {"candidates": [*mine, *more]}

    def perform(self, form: Any) -> Any:
        chosen = [one.pk for one in form.cleaned_data.get("contracts") or []]
        return save_opportunity(form=form, offered=form.offered, chosen=chosen)


class OpportunityHistory(RegisterHistory):
    register, register_url_name = Sourcing.title, "portfolio:sourcing"
    model = SourcingOpportunity
    detail_url_name = "portfolio:opportunity"
