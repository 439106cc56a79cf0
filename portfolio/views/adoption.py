"""Who takes part in what: the list and the forms."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, ListPage, NewUnderPage
from portfolio.actions.adoption import AlreadyTakesPartError, save_participation
from portfolio.filters.adoption import ParticipationFilter
from portfolio.forms import ParticipationForm
from portfolio.models import Participation, Product
from portfolio.tables.adoption import ParticipationTable


class ParticipationList(ListPage):
    permission = "portfolio.view_product"
    model = Participation
    table_class = ParticipationTable
    filterset_class = ParticipationFilter
    title = _("Adoption")
    empty_text = _("Nobody takes part in anything yet. Add an organisation from a product's page.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("product", "organisation")


def _saved_participation(form: ParticipationForm) -> Participation | None:
    """None where the form now says why it could not be saved."""
    try:
        return save_participation(form=form)
    except AlreadyTakesPartError as fault:
        form.add_error("organisation", str(fault))
        return None


class ParticipationNew(NewUnderPage):
    permission = "portfolio.change_product"
    model = Participation
    form_class = ParticipationForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product"
    title_new = _("Add an organisation")
    saved_message = _("The organisation has been added.")

    def perform(self, form: Any) -> Any:
        return _saved_participation(form)


class ParticipationEdit(EditPage):
    permission = "portfolio.change_product"
    model = Participation
    form_class = ParticipationForm
    title_edit = _("Change how the organisation takes part")
    saved_message = _("Saved.")

    def perform(self, form: Any) -> Any:
        return _saved_participation(form)

    def get_success_url(self) -> str:
        return reverse("portfolio:product", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()
