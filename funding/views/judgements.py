"""Evidence and judgements: the answer of an appraisal, or of a run, without what nobody has evidence for."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from funding import vocabulary
from funding.inputs import ENGINE_VERSION, CaseError
from funding.models import Appraisal, Run
from funding.queries.assurance import standing_of
from funding.queries.comparison import Comparison, calculated, kept
from funding.queries.findings import claim_tested
from funding.queries.judgement_words import claim_lines, claim_verdicts, sentences, times_claimed
from funding.queries.judgements import fixed_of, judgements_of, switched
from funding.queries.wording import in_words
from funding.tables import judgements as tables
from kit.views import SignedInRequest, permission_required_403

ALL = "all"


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal_judgements(request: SignedInRequest, pk: int) -> HttpResponse:
    rows = Appraisal.objects.visible_to(request.user).select_related("product__organisation")
    appraisal = get_object_or_404(rows, pk=pk)
    try:
        comparison, _composed = calculated(appraisal=appraisal, on=timezone.localdate())
    except CaseError:
        return redirect("funding:appraisal", pk)  # which says what is wrong with it
    return _page(request, comparison, back=reverse("funding:appraisal", args=[pk]))


@require_safe
@permission_required_403("funding.view_appraisal")
def run_judgements(request: SignedInRequest, pk: int) -> HttpResponse:
    """Of the case that was kept; the engine of today reckons both sides of it."""
    rows = Run.objects.visible_to(request.user).select_related("assured_by")
    run = get_object_or_404(rows, pk=pk)
    standing = standing_of(run, on=timezone.localdate())
    return _page(request, kept(run), back=reverse("funding:run", args=[pk]), run_standing=standing)


def _page(request: SignedInRequest, comparison: Comparison, *, back: str, **more: Any) -> HttpResponse:
    asked = request.GET.getlist("off")
    judgements = judgements_of(comparison)
    off = {one.path for one in judgements} if ALL in asked else set(asked)
    with_pay = request.user.has_perm("funding.view_rates")
    context: dict[str, Any] = {"comparison": comparison, "back": back, "with_pay": with_pay, **more}
    try:
        found = switched(comparison, judgements, off=off)
    except CaseError as wrong:
        context["faults"] = in_words(wrong.faults)
        return render(request, "funding/judgements.html", context)
    context |= {
        "finding": sentences(comparison, found),
        "no_benefit": not comparison.case["product"]["annual_benefit"],
        "boxes": tables.boxes(comparison, judgements, found),
        "fixed": tables.fixed_names(fixed_of(comparison)),
        "figures": [vocabulary.figure(name) for name in tables.SHOWN],
        "beside": tables.side_by_side(comparison, found),
        "alone": tables.alone_rows(comparison, found),
        "claim": [claim_tested(comparison), *claim_verdicts(comparison)],
        "times": list(times_claimed()),
        "claim_rows": tables.claim_rows(claim_lines(comparison)) if with_pay else [],
        "other_engine": comparison.engine_version != ENGINE_VERSION,
    }
    return render(request, "funding/judgements.html", context)
