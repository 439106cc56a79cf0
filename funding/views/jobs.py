"""Work in the background: what is under way, how far it is, and stopping it."""

import logging
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from kombu.exceptions import OperationalError

from funding.actions.doubts import doubt_appraisal, doubt_portfolio
from funding.actions.jobs import begin_run_job, cancel
from funding.inputs import CaseError
from funding.models import Appraisal, Job, Run
from funding.queries.doubt_words import in_words
from funding.queries.jobs import listed, run_of, worked_on
from funding.tables.jobs import JobTable
from funding.tasks.drawing import send
from funding.views.progress import as_fragment, page_of, progress_context, progress_fragment, wants_progress
from kit.views import ListPage, SignedInRequest, permission_required_403

log = logging.getLogger(__name__)


class JobList(ListPage):
    permission = "funding.view_appraisal"
    model = Job
    table_class = JobTable
    title = gettext_lazy("Work in the background")
    empty_text = gettext_lazy("Nothing is being drawn and nothing has been. “Draw it” on an appraisal begins some.")

    def get_queryset(self) -> Any:
        return listed(Job.objects.visible_to(self.request.user)).select_related("asked_by")


@require_safe
@permission_required_403("funding.view_appraisal")
def job(request: SignedInRequest, pk: int) -> HttpResponse:
    """How far a job is, and what it has come to. That of one run is shown on the page of the run."""
    found = _job(request, pk)
    if run_of(found) is not None:
        return redirect(page_of(found))
    if wants_progress(request):
        return progress_fragment(request, found)
    context = {**progress_context(request, found), "job": found, "worked": worked_on(job=found, by=request.user)}
    return as_fragment(render(request, "funding/job.html", context))


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def job_cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks whether to stop, and stops."""
    found = _job(request, pk)
    if request.method == "POST":
        if cancel(job=found, at=timezone.now()):
            messages.success(request, _stopped(found))
        else:
            messages.info(request, _("It had ended already."))
        return redirect(page_of(found))
    return render(request, "funding/job_cancel.html", {**progress_context(request, found), "back": page_of(found)})


def _stopped(found: Job) -> str:
    if found.kind == Job.Kind.PORTFOLIO:
        return _("Stopped. Appraisals that were finished keep their runs.")
    return _("Stopped. What had been drawn is thrown away.")


@require_POST
@permission_required_403("funding.change_appraisal")
def run_doubted(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keeps the appraisal as it stands, and begins its draws."""
    appraisal = get_object_or_404(Appraisal.objects.editable_by(request.user), pk=pk)
    try:
        run, begun = doubt_appraisal(appraisal=appraisal, by=request.user, at=timezone.now())
    except CaseError as wrong:
        for fault in in_words(wrong.faults):
            messages.error(request, fault)
        return redirect("funding:appraisal_doubts", pk)
    tell_workers(begun)
    messages.success(request, _("Kept as a run, and its draws are begun. You may leave this page."))
    return redirect("funding:run", run.pk)


@require_POST
@permission_required_403("funding.change_appraisal")
def run_draw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Begins a run's draws again, after they were stopped or had failed."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("appraisal"), pk=pk)
    uncertain = run.case.get("uncertainty")
    if uncertain is None or hasattr(run, "doubt"):
        raise Http404
    tell_workers(begin_run_job(run=run, draws=int(uncertain["draws"]), by=request.user, at=timezone.now()))
    messages.success(request, _("The draws are begun."))
    return redirect("funding:run", pk)


@require_POST
@permission_required_403("funding.change_appraisal")
def portfolio_doubted(request: SignedInRequest) -> HttpResponse:
    """A run with its draws for every appraisal the person may change."""
    begun = doubt_portfolio(by=request.user, at=timezone.now())
    tell_workers(begun)
    return redirect("funding:job", begun.pk)


def tell_workers(begun: Job) -> None:
    """Sends the word; a broker that does not answer only delays the work, which the database holds."""
    try:
        send(begun)
    except OperationalError:
        log.warning("the broker could not be told of job %s; a worker will find it in the database", begun.pk)


def _job(request: SignedInRequest, pk: int) -> Job:
    return get_object_or_404(Job.objects.visible_to(request.user).select_related("asked_by"), pk=pk)
