"""Two runs of one appraisal, the older against the newer."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from funding.inputs import CaseError
from funding.models import Run
from funding.queries.against import against
from funding.queries.assurance import standing_of
from funding.queries.comparison import kept
from funding.queries.sharing import products_kept
from funding.queries.wording import in_words
from funding.tables import against as tables
from kit.views import SignedInRequest, permission_required_403


def _runs(request: SignedInRequest) -> Any:
    return Run.objects.visible_to(request.user).select_related("appraisal", "made_by", "assured_by")


@require_safe
@permission_required_403("funding.view_appraisal")
def run_choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Which other run of the appraisal to compare with; where one is asked for, straight to it."""
    run = get_object_or_404(_runs(request).defer("case", "results", "context"), pk=pk)
    others = Run.objects.without_figures().filter(appraisal=run.appraisal_id).exclude(pk=pk)
    asked = request.GET.get("other", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 10 and others.filter(pk=int(asked)).exists():
        return redirect("funding:run_against", pk, int(asked))
    context = {"run": run, "other_runs": others.select_related("made_by").order_by("-made_at", "-pk")}
    return render(request, "funding/run_choose.html", context)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_against(request: SignedInRequest, pk: int, other: int) -> HttpResponse:
    """404 for runs of two appraisals: nothing between them is a change."""
    first = get_object_or_404(_runs(request), pk=pk)
    second = get_object_or_404(_runs(request), pk=other, appraisal=first.appraisal_id)
    older, newer = sorted((first, second), key=lambda run: (run.made_at, run.pk))
    on = timezone.localdate()
    context: dict[str, Any] = {
        "run": first,
        "older": older,
        "newer": newer,
        "standings": [(older, standing_of(older, on=on)), (newer, standing_of(newer, on=on))],
        "same": first.pk == second.pk,
        "other_products": products_kept(older) != products_kept(newer),
    }
    with_pay = request.user.has_perm("funding.view_rates")
    try:
        found = against(kept(older), kept(newer))
    except CaseError as wrong:
        context["faults"] = in_words(wrong.faults)
    else:
        context |= {
            "comparison": found.newer,
            "unchanged": found.changes_nothing,
            "finding": tables.sentences(found),
            "rows": tables.move_rows(found, with_pay=with_pay),
            "wholes": tables.wholes(found),
            "gone": tables.only_in(found.older, found.newer),
            "added": tables.only_in(found.newer, found.older),
            "with_pay": with_pay,
        }
    return render(request, "funding/run_against.html", context)
