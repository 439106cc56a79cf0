"""Runs: an appraisal kept as it was calculated once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from funding.actions.runs import make_run
from funding.inputs import CaseError
from funding.models import Appraisal, Run
from funding.queries.comparison import Comparison, kept
from funding.queries.wording import in_words
from funding.views.comparison import (
    case_download,
    chart_figure,
    comparison_context,
    figures_download,
    inputs_page,
    working_page,
)
from kit.views import SignedInRequest, permission_required_403


@require_POST
@permission_required_403("funding.change_appraisal")
def run_make(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keeps the appraisal as it stands."""
    appraisal = get_object_or_404(Appraisal.objects.editable_by(request.user), pk=pk)
    try:
        made = make_run(appraisal=appraisal, by=request.user, at=timezone.now())
    except CaseError as wrong:
        for fault in in_words(wrong.faults):
            messages.error(request, fault)
        return redirect("funding:appraisal", pk)
    messages.success(request, _("Kept. Nothing on this page will change, whatever is edited later."))
    return redirect("funding:run", made.pk)


def _run(request: SignedInRequest, pk: int) -> Run:
    rows = Run.objects.visible_to(request.user).select_related("appraisal__product", "made_by")
    return get_object_or_404(rows, pk=pk)


def _kept(request: SignedInRequest, pk: int) -> Comparison:
    return kept(_run(request, pk))


@require_safe
@permission_required_403("funding.view_appraisal")
def run(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page of the appraisal as it was."""
    found = _run(request, pk)
    context = comparison_context(kept(found), with_pay=request.user.has_perm("funding.view_rates"))
    context.update({"run": found, "appraisal": found.appraisal})
    return render(request, "funding/run.html", context)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_inputs(request: SignedInRequest, pk: int) -> HttpResponse:
    return inputs_page(request, _kept(request, pk), back=reverse("funding:run", args=[pk]))


@require_safe
@permission_required_403("funding.view_appraisal")
def run_working(request: SignedInRequest, pk: int, option: str, figure: str) -> HttpResponse:
    return working_page(
        request, _kept(request, pk), option=option, figure=figure, back=reverse("funding:run", args=[pk])
    )


@require_safe
@permission_required_403("funding.view_appraisal")
def run_download(request: SignedInRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
    return figures_download(request, _kept(request, pk), sheet=sheet, kind=kind)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_chart(request: SignedInRequest, pk: int, chart: str) -> HttpResponse:
    return chart_figure(_kept(request, pk), chart)


@require_safe
@permission_required_403("funding.view_rates")
def run_case(request: SignedInRequest, pk: int) -> HttpResponse:
    return case_download(_kept(request, pk))
