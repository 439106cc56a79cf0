"""Rounds of a fund: the list, and the year of one as it really ran."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from funding import vocabulary
from funding.charts.cycle import cycle_picture
from funding.filters.records import RoundFilter
from funding.models import Award, Round
from funding.queries.cycle import Cycle, cycle_finding, cycle_of
from funding.queries.lists import rounds_finding
from funding.queries.wording import written
from funding.tables.records import RoundTable
from kit import formats
from kit.figures import KeyFigure
from kit.views import ListPage, SignedInRequest, permission_required_403


class RoundList(ListPage):
    permission = "funding.view_fund"
    model = Round
    table_class = RoundTable
    filterset_class = RoundFilter
    title = _("Rounds")
    empty_text = _("No rounds yet. A round is one year's bids to a fund; rounds are kept in the administration site.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("fund")

    def finding(self, rows: Any) -> Any:
        return rounds_finding(rows, on=timezone.localdate())


@require_safe
@permission_required_403("funding.view_fund")
def round_page(request: SignedInRequest, pk: int) -> HttpResponse:
    """From bid to release, with the weeks lost and the weeks left."""
    found = get_object_or_404(Round.objects.visible_to(request.user).select_related("fund"), pk=pk)
    cycle = cycle_of(found)
    awards = Award.objects.visible_to(request.user).filter(round=found).with_total().select_related("product")
    context = {
        "round": found,
        "cycle": cycle,
        "finding": cycle_finding(found, cycle),
        "key_figures": _key_figures(cycle),
        "picture": cycle_picture(found, cycle) if cycle.stages else None,
        "awards": awards.order_by("reference"),
        "assumed": [
            (one, vocabulary.label(one.key), written(one.key, float(one.value)), vocabulary.unit(one.key))
            for one in cycle.assumptions
            if one.value is not None
        ],
    }
    return render(request, "funding/round.html", context)


def _key_figures(cycle: Cycle) -> list[KeyFigure]:
    return [
        KeyFigure(_("From 1 April to the decision"), formats.weeks(cycle.weeks_to_decision), url="#stages"),
        KeyFigure(_("Lost before anything is built"), formats.weeks(cycle.weeks_lost), url="#stages"),
        KeyFigure(_("Left after the decision"), formats.weeks(cycle.weeks_left), url="#stages"),
        KeyFigure(_("Left to build in"), formats.weeks(cycle.weeks_to_build), url="#stages"),
    ]
