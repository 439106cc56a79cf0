"""Appraisals: the list, the page of one, its workings and downloads."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from funding.filters.appraisals import AppraisalFilter
from funding.inputs import CaseError
from funding.models import Appraisal
from funding.queries.comparison import Comparison, calculated
from funding.queries.kept_words import inputs_in_words, uncertainty_in_words
from funding.queries.lists import appraisals_finding
from funding.queries.sharing import own_share
from funding.queries.sharing_words import part_of_squad
from funding.queries.wording import in_words
from funding.tables.appraisals import AppraisalTable
from funding.views.comparison import (
    case_download,
    chart_figure,
    comparison_context,
    figures_download,
    inputs_page,
    working_page,
)
from kit.views import HistoryPage, ListPage, SignedInRequest, permission_required_403


class AppraisalList(ListPage):
    permission = "funding.view_appraisal"
    model = Appraisal
    table_class = AppraisalTable
    filterset_class = AppraisalFilter
    title = _("Compare")
    empty_text = _(
        "No appraisals yet. An appraisal compares the ways of paying for one product's team, for its whole life."
    )
    first_step = (_("Begin an appraisal"), "funding:appraisal_new")
    first_step_permission = "funding.change_appraisal"
    template_name = "funding/appraisals.html"

    def get_queryset(self) -> Any:
        return Appraisal.objects.visible_to(self.request.user).with_last_run().select_related("product__organisation")

    def finding(self, rows: Any) -> Any:
        return appraisals_finding(rows)


class AppraisalHistory(HistoryPage):
    permission = "funding.view_appraisal"
    model = Appraisal
    detail_url_name = "funding:appraisal"
    worded_fields = {"inputs": inputs_in_words, "uncertainty": uncertainty_in_words}


def _appraisal(request: SignedInRequest, pk: int) -> Appraisal:
    rows = Appraisal.objects.visible_to(request.user).select_related("product__organisation", "made_by")
    return get_object_or_404(rows, pk=pk)


def _comparison(appraisal: Appraisal) -> Comparison:
    return calculated(appraisal=appraisal, on=timezone.localdate())[0]


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal(request: SignedInRequest, pk: int) -> HttpResponse:
    """The question, the finding, the picture, and all it rests on."""
    found = _appraisal(request, pk)
    context: dict[str, Any] = {
        "appraisal": found,
        "can_change": Appraisal.objects.editable_by(request.user).filter(pk=pk).exists(),
        "runs": found.runs.defer("case", "results", "context").select_related("made_by").order_by("-made_at")[:5],
    }
    try:
        comparison = _comparison(found)
    except CaseError as wrong:
        context["faults"] = in_words(wrong.faults)
        return render(request, "funding/appraisal_incomplete.html", context)
    context.update(comparison_context(comparison, with_pay=request.user.has_perm("funding.view_rates")))
    share = own_share(found)
    if share is not None:
        context["part_of_squad"] = part_of_squad(fte=comparison.baseline.squad_fte, share=share)
        context["squad_hidden"] = found.shared_products.hidden_from(request.user).exists()
    return render(request, "funding/appraisal.html", context)


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal_inputs(request: SignedInRequest, pk: int) -> HttpResponse:
    return inputs_page(request, _comparison(_appraisal(request, pk)), back=reverse("funding:appraisal", args=[pk]))


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal_working(request: SignedInRequest, pk: int, option: str, figure: str) -> HttpResponse:
    comparison = _comparison(_appraisal(request, pk))
    return working_page(request, comparison, option=option, figure=figure, back=reverse("funding:appraisal", args=[pk]))


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal_download(request: SignedInRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
    return figures_download(request, _comparison(_appraisal(request, pk)), sheet=sheet, kind=kind)


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal_chart(request: SignedInRequest, pk: int, chart: str) -> HttpResponse:
    return chart_figure(_comparison(_appraisal(request, pk)), chart)


@require_safe
@permission_required_403("funding.view_rates")
def appraisal_case(request: SignedInRequest, pk: int) -> HttpResponse:
    return case_download(_comparison(_appraisal(request, pk)))
