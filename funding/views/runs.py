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
from funding.queries.assurance import Standing, standing_of
from funding.queries.comparison import Comparison, kept
from funding.queries.jobs import job_of_run
from funding.queries.wording import in_words
from funding.views.assurance import run_context
from funding.views.comparison import (
    case_download,
    chart_figure,
    comparison_context,
    figures_download,
    inputs_page,
    working_page,
)
from funding.views.doubted import doubt_context
from funding.views.progress import as_fragment, progress_fragment, wants_progress
from funding.views.sharing import squad_context
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
    rows = Run.objects.visible_to(request.user).select_related("appraisal__product", "made_by", "assured_by")
    return get_object_or_404(rows, pk=pk)


def _kept(request: SignedInRequest, pk: int) -> Comparison:
    return kept(_run(request, pk))


def _standing(run: Run) -> Standing:
    return standing_of(run, on=timezone.localdate())


@require_safe
@permission_required_403("funding.view_appraisal")
def run(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page of the appraisal as it was."""
    found = _run(request, pk)
    if wants_progress(request) and (job := job_of_run(found)) is not None:
        return progress_fragment(request, job)
    comparison = kept(found)
    context = comparison_context(comparison, with_pay=request.user.has_perm("funding.view_rates"))
    context.update({"run": found, "appraisal": found.appraisal, **doubt_context(request, found, comparison)})
    context.update(run_context(found, on=timezone.localdate()))
    context.update(squad_context(found, request.user))
    response = render(request, "funding/run.html", context)
    return as_fragment(response) if "undrawn" in context else response


@require_safe
@permission_required_403("funding.view_appraisal")
def run_inputs(request: SignedInRequest, pk: int) -> HttpResponse:
    found = _run(request, pk)
    return inputs_page(request, kept(found), back=reverse("funding:run", args=[pk]), standing=_standing(found))


@require_safe
@permission_required_403("funding.view_appraisal")
def run_working(request: SignedInRequest, pk: int, option: str, figure: str) -> HttpResponse:
    found = _run(request, pk)
    back = reverse("funding:run", args=[pk])
    return working_page(request, kept(found), option=option, figure=figure, back=back, standing=_standing(found))


@require_safe
@permission_required_403("funding.view_appraisal")
def run_download(request: SignedInRequest, pk: int, sheet: str, kind: str) -> HttpResponse:
    found = _run(request, pk)
    return figures_download(request, kept(found), sheet=sheet, kind=kind, standing=_standing(found))


@require_safe
@permission_required_403("funding.view_appraisal")
def run_chart(request: SignedInRequest, pk: int, chart: str) -> HttpResponse:
    return chart_figure(_kept(request, pk), chart)


@require_safe
@permission_required_403("funding.view_rates")
def run_case(request: SignedInRequest, pk: int) -> HttpResponse:
    return case_download(_kept(request, pk))
