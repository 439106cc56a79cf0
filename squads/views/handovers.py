"""What has to be handed over: the list over all conversions, its forms, and the tick."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kit.views import EditPage, ListPage, NewUnderPage, Page, SignedInRequest, permission_required_403
from kit.views.rows import editable_row
from squads.actions.conversions import tick
from squads.filters.conversions import HandoverItemFilter
from squads.forms.handover import HandoverItemForm
from squads.models import Conversion, HandoverItem
from squads.queries.conversions import handovers_finding
from squads.tables.conversions import HandoverItemTable


class HandoverList(ListPage):
    permission = "squads.view_squad"
    model = HandoverItem
    table_class = HandoverItemTable
    filterset_class = HandoverItemFilter
    title = _("Handovers")
    empty_text = _("Nothing is listed to be handed over yet. A list is begun on the page of a conversion.")
    template_name = "squads/sublist.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("conversion__contractor__squad", "conversion__contractor__role")

    def finding(self, rows: Any) -> Any:
        return handovers_finding(rows, on=timezone.localdate())


class _OfConversion:
    """Where the forms of an item lead back to, and the day after which none can be done yet."""

    object: Any

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"on": timezone.localdate()}  # type: ignore[misc]

    def get_success_url(self) -> str:
        return reverse("squads:conversion", args=[self.object.conversion_id]) + "#handover"

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class HandoverItemNew(_OfConversion, NewUnderPage):
    permission = "squads.change_squad"
    model = HandoverItem
    form_class = HandoverItemForm
    parent_model, parent_field, parent_url_name = Conversion, "conversion", "squads:conversion"
    title_new = _("Add what has to be known")

    @property
    def saved_message(self) -> str:
        return gettext("On the list: %(what)s") % {"what": self.object.what}


class HandoverItemEdit(_OfConversion, EditPage):
    permission = "squads.change_squad"
    model = HandoverItem
    form_class = HandoverItemForm
    title_edit = _("Change what has to be known")

    @property
    def saved_message(self) -> str:
        return gettext("Saved: %(what)s") % {"what": self.object.what}


class HandoverItemDelete(Page):
    """Asks before something is taken off the list."""

    permission = "squads.change_squad"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = editable_row(HandoverItem, request.user, pk)
        back = reverse("squads:conversion", args=[item.conversion_id])
        return render(request, "squads/handover_delete.html", {"item": item, "back": back})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = editable_row(HandoverItem, request.user, pk)
        conversion = item.conversion_id
        item.delete()
        messages.success(request, gettext("Taken off the list: %(what)s") % {"what": item.what})
        return redirect(reverse("squads:conversion", args=[conversion]) + "#handover")


@require_POST
@permission_required_403("squads.change_squad")
def handover_tick(request: SignedInRequest, pk: int) -> HttpResponse:
    """Says that an item has been handed over, or has not after all: the same button takes it back."""
    item = editable_row(HandoverItem, request.user, pk)
    tick(item=item, done=request.POST.get("done") == "yes", on=timezone.localdate())
    # Back to its row, where the next one is.
    return redirect(reverse("squads:conversion", args=[item.conversion_id]) + f"#item-{pk}")
