"""Conversions: the list, a conversion's page with its handover, and taking one back."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.views import DetailPage, HistoryPage, ListPage, Page, WithDownloads
from kit.views.rows import editable_row, visible_rows
from squads import queries
from squads.actions.acts import ActError
from squads.actions.conversions import take_back_conversion
from squads.charts.timeline import picture_of
from squads.filters.conversions import ConversionFilter, LeavingFilter
from squads.models import Conversion, Post
from squads.queries.conversions import (
    contractors_leaving,
    conversion_finding,
    conversions_finding,
    leaving_finding,
    leaving_of,
    made_by_conversion,
    with_handover,
)
from squads.queries.timeline import timeline_of
from squads.sheets import handover_sheet
from squads.tables.conversions import ConversionTable, LeavingTable


class ConversionList(ListPage):
    permission = "squads.view_squad"
    model = Conversion
    table_class = ConversionTable
    filterset_class = ConversionFilter
    title = _("Conversions")
    empty_text = _(
        "No conversions yet. On the page of a contractor's post choose “Convert to a permanent post”: what has to be "
        "handed over is then listed and ticked off."
    )
    template_name = "squads/conversions.html"

    def get_queryset(self) -> Any:
        rows = with_handover(super().get_queryset())
        return rows.select_related("contractor__role", "contractor__squad", "permanent__role", "permanent__squad")

    def finding(self, rows: Any) -> Any:
        return conversions_finding(rows, on=timezone.localdate())

    def get_context(self) -> dict[str, Any]:
        on = timezone.localdate()
        found = leaving_of(Post.objects.visible_to(self.request.user), on=on)
        return {"leaving": found, "leaving_said": leaving_finding(found)}


class LeavingList(ListPage):
    """Contractors who leave soon, and what there is of a handover."""

    permission = "squads.view_squad"
    model = Post
    table_class = LeavingTable
    filterset_class = LeavingFilter
    title = _("Contractors who leave within 92 days")
    empty_text = _("No contractor leaves in the next 92 days.")
    template_name = "squads/sublist.html"

    def get_queryset(self) -> Any:
        rows = contractors_leaving(super().get_queryset(), on=timezone.localdate())
        return rows.select_related("role", "squad")

    def finding(self, rows: Any) -> Any:
        return leaving_finding(leaving_of(Post.objects.filter(pk__in=rows.values("pk")), on=timezone.localdate()))


class ConversionPage(WithDownloads, DetailPage):
    permission = "squads.view_squad"
    model = Conversion
    template_name = "squads/conversion.html"
    tables: ClassVar = {"handover": lambda page: handover_sheet(page["items"], on=page["on"])}

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        return rows.select_related("contractor__role", "contractor__squad", "permanent__role", "permanent__squad")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, found = timezone.localdate(), self.object
        items = list(found.handover_items.order_by("done_on", "due_on", "pk"))
        return super().get_context_data(**kwargs) | {
            "on": on,
            "items": items,
            "picture": picture_of(timeline_of(posts=_both(found), on=on)),
            "finding": conversion_finding(conversion=found, items=items, on=on),
            "can_take_back": found.permanent.state not in queries.PRESENT,
            "can_change": Conversion.objects.editable_by(self.request.user).filter(pk=found.pk).exists(),
        }


def _both(conversion: Conversion) -> list[Post]:
    """The two posts, the contractor's first, with the changes of their states. Two queries."""
    keys = [conversion.contractor_id, conversion.permanent_id]
    found = Post.objects.select_related("role").prefetch_related("state_changes").in_bulk(keys)
    return [found[key] for key in keys]


class ConversionHistory(HistoryPage):
    permission = "squads.view_squad"
    model = Conversion
    detail_url_name = "squads:conversion"


class ConversionTakeBack(Page):
    """Asks before a conversion and its handover go, and says what goes and what stays."""

    permission = "squads.change_squad"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page(editable_row(Conversion, request.user, pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        found = editable_row(Conversion, request.user, pk)
        try:
            take_back_conversion(conversion=found, with_post="with_post" in request.POST)
        except ActError as fault:
            messages.error(request, str(fault))
            return redirect("squads:conversion", found.pk)
        messages.success(request, gettext("The conversion has been taken back."))
        return redirect("squads:post", found.contractor_id)

    def _page(self, found: Conversion) -> HttpResponse:
        rows = visible_rows(Conversion, self.request.user)
        found = rows.select_related("contractor__role", "permanent__role", "permanent__squad").get(pk=found.pk)
        items = list(found.handover_items.all())
        context = {
            "conversion": found,
            "items": len(items),
            "done": sum(one.done_on is not None for one in items),
            "made_here": made_by_conversion(conversion=found),
            "is_filled": found.permanent.state in queries.PRESENT,
            "back": reverse("squads:conversion", args=[found.pk]),
        }
        return render(self.request, "squads/conversion_take_back.html", context)
