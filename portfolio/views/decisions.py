"""Decisions: the list, and the forms by which one is asked for and made."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, ListPage, NewUnderPage
from portfolio.filters.decisions import DecisionFilter
from portfolio.forms.decisions import DecisionAskForm, DecisionForm, DecisionMadeForm
from portfolio.models import Decision, Product
from portfolio.queries import logs as queries
from portfolio.tables.decisions import DecisionTable
from portfolio.views.logs import ProductLogs
from portfolio.views.tab import Happened, RowHistory, UnderTab


class DecisionList(ListPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/list.html"
    model = Decision
    table_class = DecisionTable
    filterset_class = DecisionFilter
    title = _("Decisions")
    empty_text = _(
        "No decision waits and none was made. One is asked for on its product's page, under Decisions and lessons."
    )

    def get_queryset(self) -> Any:
        return queries.with_standing(super().get_queryset().select_related("product"), on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return queries.decisions_finding(rows)


class DecisionNew(UnderTab, NewUnderPage):
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    part = ProductLogs.title
    model = Decision
    form_class = DecisionAskForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_logs"
    title_new = _("Ask for a decision")
    saved_message = _("The decision has been asked for.")


class _OfDecision(Happened, UnderTab, EditPage):
    happened = ("decided_on",)
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    part = ProductLogs.title
    model = Decision

    def get_success_url(self) -> str:
        return reverse("portfolio:product_logs", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class DecisionEdit(_OfDecision):
    form_class = DecisionForm
    title_edit = _("Change the decision")
    saved_message = _("The decision has been saved.")


class DecisionMade(_OfDecision):
    form_class = DecisionMadeForm
    title_edit = _("Write down what was decided")
    saved_message = _("What was decided has been written down.")

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"decided_on": self.object.decided_on or timezone.localdate()}


class DecisionHistory(RowHistory):
    model = Decision
    part, part_url_name = ProductLogs.title, "portfolio:product_logs"
