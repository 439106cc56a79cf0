"""Quality assurance of a run: its page, what the analyst says of it, its decisions, its signature."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from funding.actions.assurance import (
    NoAnalystError,
    OwnRunError,
    RunSignedError,
    change_assurance,
    note_decision,
    refusal_to_sign,
    sign_run,
)
from funding.forms.assurance import RunAssuranceForm, RunDecisionForm, RunSignForm
from funding.models import Run, RunDoubt
from funding.queries.assurance import assumptions_log, assurance_finding, named_option, standing_of
from funding.queries.checks import checks_of
from funding.queries.comparison import kept
from funding.tables.assurance import check_rows, log_rows
from kit.views import SignedInRequest, permission_required_403, switching_language


def run_context(run: Run, *, on: datetime.date) -> dict[str, Any]:
    """What a run's own pages say of it beside its figures. One query: the other runs of its appraisal."""
    others = Run.objects.without_figures().filter(appraisal=run.appraisal_id).exclude(pk=run.pk)
    return {
        "run_standing": standing_of(run, on=on),
        "other_runs": others.select_related("made_by").order_by("-made_at", "-pk"),
    }


def _run(request: SignedInRequest, pk: int, *, figures: bool = False) -> Run:
    rows = Run.objects.visible_to(request.user).select_related("appraisal__product", "made_by", "assured_by")
    return get_object_or_404(rows if figures else rows.defer("case", "results"), pk=pk)


def _refused(request: SignedInRequest, run: Run, refusal: Exception) -> HttpResponse:
    """The refusal as a page: 409 where the run is closed, 403 where it is the person who may not."""
    context = {"run": run, "refusal": str(refusal)}
    status = 409 if isinstance(refusal, RunSignedError) else 403
    return render(request, "funding/run_refused.html", context, status=status)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_assurance(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything that stands behind a run."""
    run = _run(request, pk, figures=True)
    comparison = kept(run)
    doubt = RunDoubt.objects.defer("uncertainty").filter(run=run).first()
    log, checks = assumptions_log(comparison, doubt), checks_of(run)
    may_change = request.user.has_perm("funding.change_appraisal")
    context = {
        "run": run,
        "comparison": comparison,
        "run_standing": standing_of(run, on=timezone.localdate()),
        "finding": assurance_finding(log, checks, drawn=doubt is not None),
        "log": log_rows(comparison, log, with_pay=request.user.has_perm("funding.view_rates")),
        "named": named_option(comparison),
        "drawn": doubt is not None,
        "checks": check_rows(checks),
        "decisions": run.decisions.select_related("made_by").order_by("pk"),
        "may_change": may_change and not run.is_assured,
        "may_sign": may_change and refusal_to_sign(run, by=request.user) is None,
    }
    return render(request, "funding/run_assurance.html", context)


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def run_assurance_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Purpose, limits and stale date, until somebody signs."""
    run = _run(request, pk)
    if run.is_assured:
        return _refused(request, run, RunSignedError())
    form: Any = RunAssuranceForm(request.POST or None, instance=run)
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        try:
            saved = change_assurance(form=form)
        except RunSignedError as refusal:
            return _refused(request, run, refusal)
        if saved is not None:
            messages.success(request, _("Saved."))
            return redirect("funding:run_assurance", pk)
    return _form_page(request, run, form, _("Purpose, limits and date"))


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def run_decision(request: SignedInRequest, pk: int) -> HttpResponse:
    """Adds a decision to the log."""
    run = _run(request, pk)
    if run.is_assured:
        return _refused(request, run, RunSignedError())
    form: Any = RunDecisionForm(request.POST or None)
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        try:
            note_decision(run=run, form=form, by=request.user, on=timezone.localdate())
        except RunSignedError as refusal:
            return _refused(request, run, refusal)
        messages.success(request, _("The decision is in the log."))
        return redirect("funding:run_assurance", pk)
    return _form_page(request, run, form, _("Add a decision"))


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def run_sign(request: SignedInRequest, pk: int) -> HttpResponse:
    """The statement is typed, then read as it will stand, then signed: it is not taken back."""
    run = _run(request, pk)
    refused = refusal_to_sign(run, by=request.user)
    if refused is not None:
        return _refused(request, run, refused)
    form: Any = RunSignForm(request.POST or None, instance=run)
    template = "funding/run_sign.html"
    if switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        if not form.cleaned_data["confirmed"]:
            template = template if "again" in request.POST else "funding/run_sign_confirm.html"
        else:
            try:
                signed = sign_run(form=form, by=request.user, on=timezone.localdate())
            except (RunSignedError, OwnRunError, NoAnalystError) as refusal:
                return _refused(request, run, refusal)
            if signed is not None:
                messages.success(request, _("Signed. Nothing of this run can be changed any more."))
                return redirect("funding:run_assurance", pk)
    return _form_page(request, run, form, _("Sign this run"), template=template)


def _form_page(
    request: SignedInRequest, run: Run, form: Any, title: str, *, template: str = "funding/run_form.html"
) -> HttpResponse:
    context = {"run": run, "form": form, "title": title, "language_form": "edit"}
    status = 409 if getattr(form, "conflict", None) else 422 if form.is_bound and form.errors else 200
    return render(request, template, context, status=status)
