"""Milestones: a product's, one with every slip, the forms, and the list of all."""

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, EditPage, ListPage, NewUnderPage
from portfolio.actions.milestones import MilestoneError, save_milestone
from portfolio.charts.milestones import slip_chart
from portfolio.filters.milestones import MilestoneFilter
from portfolio.forms.milestones import MilestoneForm
from portfolio.models import BaselineChange, Milestone, MilestoneForecast, Product
from portfolio.queries import milestones as queries
from portfolio.tables.milestones import MilestoneTable
from portfolio.views.tab import ProductTab, RowHistory, UnderTab


class ProductMilestones(ProductTab):
    template_name = "portfolio/product_milestones.html"
    tab, title = "milestones", _("Milestones")

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        rows = queries.milestones_of(product=product, on=on)
        return {
            "rows": rows,
            "finding": [" ".join(queries.milestones_finding(rows))],
            "chart": slip_chart(rows, on=on),
            "warnings": [f"{row.milestone.title}: {words}" for row in rows for words in row.warnings],
        }


class MilestoneList(ListPage):
    permission = "portfolio.view_product"
    model = Milestone
    table_class = MilestoneTable
    filterset_class = MilestoneFilter
    title = _("Milestones")
    empty_text = _("No milestone fits. A milestone is a point in a product's life; it is added on the product's page.")
    template_name = "portfolio/milestones.html"

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("product__organisation")
        return queries.with_standing(rows, on=timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return queries.milestones_list_finding(rows)

    def get_context(self) -> dict[str, Any]:
        return {"waiting": queries.changes_waiting(user=self.request.user)}


class MilestonePage(DetailPage):
    permission = "portfolio.view_product"
    model = Milestone
    template_name = "portfolio/milestone.html"

    def get_queryset(self) -> Any:
        forecasts = MilestoneForecast.objects.order_by("made_on", "pk")
        changes = BaselineChange.objects.select_related("asked_by", "decided_by").order_by("-asked_on", "-pk")
        return (
            super()
            .get_queryset()
            .select_related("product__organisation")
            .prefetch_related(
                Prefetch("forecasts", forecasts, to_attr="all_forecasts"),
                Prefetch("baseline_changes", changes, to_attr="all_changes"),
            )
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        milestone, on = self.object, timezone.localdate()
        milestone.all_waiting = [one for one in milestone.all_changes if one.state == BaselineChange.State.ASKED]
        row = queries.row_of(milestone, product=milestone.product, on=on)
        more = {
            "product": milestone.product,
            "tab": "milestones",
            "row": row,
            "finding": [" ".join(queries.milestone_finding(row))],
            "forecasts": queries.forecasts_told(row),
            "chart": slip_chart([row], on=on) if len(milestone.all_forecasts) > 1 else None,
            "can_change": Milestone.objects.editable_by(self.request.user).filter(pk=milestone.pk).exists(),
        }
        return super().get_context_data(**(more | kwargs))


class _Saving:
    """Saves the form of a milestone, and warns of dates that can hardly be right."""

    request: Any
    object: Any

    def perform(self, form: Any) -> Any:
        try:
            saved = save_milestone(form=form, on=timezone.localdate(), **form.reasons())
        except MilestoneError as fault:
            form.add_error(fault.field if fault.field in form.fields else None, str(fault))
            return None
        if saved is not None:
            for words in queries.warnings_of(saved):
                messages.warning(self.request, words)
        return saved

    def get_success_url(self) -> str:
        return reverse("portfolio:milestone", args=[self.object.pk])


class MilestoneNew(UnderTab, _Saving, NewUnderPage):
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    part = ProductMilestones.title
    model = Milestone
    form_class = MilestoneForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_milestones"
    title_new = _("Add a milestone")
    saved_message = _("The milestone has been added.")

    def get_cancel_url(self) -> str:
        return reverse(self.parent_url_name, args=[self.parent.pk])


class MilestoneEdit(UnderTab, _Saving, EditPage):
    permission = "portfolio.change_product"
    model = Milestone
    form_class = MilestoneForm
    template_name = "portfolio/milestone_edit.html"
    title_edit = _("Change the milestone")
    detail_url_name = "portfolio:milestone"
    saved_message = _("The milestone has been saved.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("product")


class MilestoneHistory(RowHistory):
    model = Milestone
    detail_url_name = "portfolio:milestone"
