"""Who takes part in what: a product's page of it, the list and the forms."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, ListPage, NewUnderPage
from portfolio.actions.adoption import AlreadyTakesPartError, NotWithdrawnError, bring_back, save_participation
from portfolio.charts.adoption import growth_chart
from portfolio.filters.adoption import ParticipationFilter
from portfolio.forms import ParticipationForm
from portfolio.forms.participation import ComeBackForm
from portfolio.models import Organisation, Participation, Product
from portfolio.queries import adoption as queries
from portfolio.queries.promises import promises_of, with_left
from portfolio.queries.tiles import Tile, tiles_of
from portfolio.tables.adoption import ParticipationTable
from portfolio.views.tab import ProductTab, RowHistory, UnderTab


class ProductAdoption(ProductTab):
    template_name = "portfolio/product_adoption.html"
    tab = "adoption"
    title = _("Adoption")

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        found = queries.taking_part(product=product, on=on)
        rows = queries.of_living(Participation.objects.filter(product=product), on)
        promises, authorities = promises_of(rows, on=on), Organisation.objects.authorities().on(on).count()
        can_change = Product.objects.editable_by(self.request.user).filter(pk=product.pk).exists()
        tiles = tiles_of(participations=found.here, on=on)
        return {
            "finding": queries.adoption_finding(found.here, authorities=authorities, promises=promises),
            "rows": found.here,
            "gone": found.gone,
            "promises": promises,
            "tiles": [replace(tile, url=_leads_to(tile, product, can_change)) for tile in tiles],
            "others": queries.others_to_ask(product=product, on=on),
            "chart": growth_chart(queries.growth_of(found.here), authorities=authorities, on=on),
        }


def _leads_to(tile: Tile, product: Product, can_change: bool) -> str:
    """To the authority's row, or to adding one; whoever may add none is led to the authority itself."""
    if tile.state in Participation.State.values:
        return f"#organisation-{tile.organisation.pk}"
    if can_change:
        return f"{reverse('portfolio:participation_new', args=[product.pk])}?organisation={tile.organisation.pk}"
    return reverse("portfolio:organisation", args=[tile.organisation.pk])


class ParticipationList(ListPage):
    permission = "portfolio.view_product"
    model = Participation
    table_class = ParticipationTable
    filterset_class = ParticipationFilter
    template_name = "portfolio/list.html"
    title = _("Adoption")
    empty_text = _("Nobody takes part in anything yet. Add an organisation from a product's page.")

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("product", "organisation")
        return with_left(rows, timezone.localdate())

    def finding(self, rows: Any) -> Any:
        return queries.participations_finding(rows)


def _saved_participation(form: ParticipationForm) -> Participation | None:
    """None where the form now says why it could not be saved."""
    try:
        return save_participation(form=form)
    except AlreadyTakesPartError as fault:
        form.add_error("organisation", str(fault))
        return None


class _OfParticipation(UnderTab, EditPage):
    template_name = "portfolio/row_edit.html"
    part = ProductAdoption.title
    permission = "portfolio.change_product"
    model = Participation
    form_class: Any = ParticipationForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}

    def perform(self, form: Any) -> Any:
        return _saved_participation(form)

    def get_success_url(self) -> str:
        return reverse("portfolio:product_adoption", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class ParticipationNew(_OfParticipation, NewUnderPage):
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_adoption"
    title_new = _("Add an organisation")
    saved_message = _("The organisation has been added.")

    def get_initial(self) -> dict[str, Any]:
        """The address may say whom: the tiles do."""
        asked = self.request.GET.get("organisation", "")
        chosen = {"organisation": int(asked)} if asked.isascii() and asked.isdigit() and len(asked) < 10 else {}
        return super().get_initial() | chosen


class ParticipationEdit(_OfParticipation):
    title_edit = _("Change how the organisation takes part")
    saved_message = _("How the organisation takes part has been saved.")


class ParticipationBack(UnderTab, EditPage):
    """Undoes a withdrawal."""

    part = ProductAdoption.title
    permission = "portfolio.change_product"
    model = Participation
    form_class = ComeBackForm
    template_name = "portfolio/participation_back.html"
    title_edit = _("Bring the organisation back")
    saved_message = _("The organisation takes part again.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation__successor", "product")

    def perform(self, form: Any) -> Any:
        try:
            return bring_back(form=form, state=form.cleaned_data["state"], on=form.cleaned_data["on"])
        except NotWithdrawnError as fault:
            form.add_error("state", str(fault))
            return None

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.get_object().state != Participation.State.WITHDRAWN:
            messages.info(request, gettext("This organisation has not withdrawn: there is nothing to bring back."))
        return super().get(request, *args, **kwargs)

    def get_success_url(self) -> str:
        return reverse("portfolio:product_adoption", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class ParticipationHistory(RowHistory):
    model = Participation
    part, part_url_name = ProductAdoption.title, "portfolio:product_adoption"
