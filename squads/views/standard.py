"""A product against the Standard: point by point at each phase, beside the staffing that decides three of them."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kit.views import SignedInRequest, permission_required_403, switching_language
from kit.views.rows import editable_row
from portfolio.actions.standard import save_assessments
from portfolio.forms.standard import AssessmentForm
from portfolio.models import Phase, Product, StandardAssessment
from portfolio.models.standard import POINTS, STAFFING_POINTS
from portfolio.queries import standard as queries
from portfolio.views.tab import ProductTab, RowHistory
from squads.queries.standard_evidence import evidence_of, team_of
from squads.sheets import phases_sheet, points_sheet

Result = StandardAssessment.Result


class ProductStandard(ProductTab):
    template_name = "squads/product_standard.html"
    tab = "standard"
    title = gettext_lazy("The Digital Service Standard for Wales")
    tables: ClassVar = {
        "points": lambda page: points_sheet(page["points"], phase=page["phase"], on=page["on"]),
        "phases": lambda page: phases_sheet(page["earlier"], on=page["on"]),
    }

    def story(self, product: Product, on: Any) -> dict[str, Any]:
        every = queries.assessments_of(product)
        asked = self.request.GET.get("phase", "")
        phase = asked if asked in Phase.values else product.phase
        rows = every[phase]
        # Whoever has retired a product staffs it no more: nothing is held against it.
        evidence = {} if phase == Phase.RETIRED else evidence_of(team_of(product=product, on=on), on=on)
        points: list[dict[str, Any]] = []
        for point in POINTS:
            row = rows.get(point.number)
            shown = evidence.get(point.number)
            result = row.result if row else Result.NOT_ASSESSED
            # The staffing is today's: a result of a phase that is over is not held against it.
            against = shown is not None and phase == product.phase and shown.contradicts(result)
            points.append(
                {
                    "point": point,
                    "row": row,
                    "result": result,
                    "word": Result(result).label,
                    "evidence": shown,
                    "against": against,
                }
            )
        finding = queries.product_standard_finding(rows.values(), phase=phase)
        opposed = [str(one["point"].number) for one in points if one["against"]]
        if opposed:
            finding.append(
                _("The staffing stands against a result of met at: %(points)s.") % {"points": ", ".join(opposed)}
            )
        return {
            "finding": finding,
            "phase": Phase(phase),
            "phases": [(one, one == phase, bool(every[one])) for one in Phase],
            "points": points,
            "earlier": _by_phase(every),
            "can_assess": phase != Phase.RETIRED,
        }


def _by_phase(every: dict[str, dict[int, StandardAssessment]]) -> dict[str, Any]:
    """All phases that have been assessed, side by side."""
    phases = [Phase(phase) for phase, rows in every.items() if rows]
    results = []
    for point in POINTS:
        rows = [every[phase].get(point.number) for phase in phases]
        found = [Result(row.result) if row else Result.NOT_ASSESSED for row in rows]
        results.append((point, [(one.value, one.label) for one in found]))
    return {"phases": phases, "results": results}


class StandardHistory(RowHistory):
    """Of one point of one product at one phase."""

    model = StandardAssessment
    part = ProductStandard.title

    def above_address(self, found: dict[str, Any], product: Product) -> str:
        return f"{reverse('squads:product_standard', args=[product.pk])}?phase={found['object'].phase}"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required_403("portfolio.change_product")
def assess(request: SignedInRequest, pk: int, phase: str) -> HttpResponse:
    """Assess a product at a phase, all twelve points on one form."""
    product = editable_row(Product, request.user, pk)
    if phase not in Phase.values or phase == Phase.RETIRED:
        raise Http404
    on = timezone.localdate()
    rows = queries.assessments_of(product)[phase]
    posted = request.POST if request.method == "POST" else None
    form = AssessmentForm(posted, product=product, phase=phase, rows=rows, on=on)
    status = 200
    if switching_language(request):
        form.as_typed()
    elif posted is not None:
        saved = save_assessments(form=form, product=product, phase=phase) if form.is_valid() else None
        if saved is not None:
            _say_saved(request, form, saved)
            return redirect(f"{reverse('squads:product_standard', args=[pk])}?phase={phase}")
        status = 409 if form.conflict else 422
    evidence = evidence_of(team_of(product=product, on=on), on=on)
    context = {
        "product": product,
        "form": form,
        "phase": Phase(phase),
        "points": [(point, one, evidence.get(point.number)) for point, one in form.points],
        "staffing_points": STAFFING_POINTS,
        "language_form": "edit",
        "cancel_url": f"{reverse('squads:product_standard', args=[pk])}?phase={phase}",
    }
    return render(request, "squads/standard_assess.html", context, status=status)


def _say_saved(request: SignedInRequest, form: AssessmentForm, saved: int) -> None:
    if saved:
        messages.success(request, _("Points saved: %(number)s.") % {"number": saved})
    else:
        messages.info(request, _("Nothing was changed, so nothing was saved."))
    if form.left_to_others:
        points = ", ".join(map(str, form.left_to_others))
        messages.info(
            request,
            _("Somebody else saved these points meanwhile, and they are as they left them: %(points)s.")
            % {"points": points},
        )
