"""The audit workbook of an appraisal as it stands, and of a run. It holds every salary and day rate."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from funding.documents.workbook import About, Signature, audit_workbook
from funding.models import Appraisal, Run
from funding.queries.assurance import standing_of
from funding.queries.comparison import Comparison, calculated, kept
from funding.queries.doubted import Doubted, doubted
from kit.views import SignedInRequest, permission_required_403

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@permission_required_403("funding.view_rates")
def appraisal_workbook(request: SignedInRequest, pk: int) -> HttpResponse:
    """As the appraisal stands now, which the cover says."""
    rows = Appraisal.objects.visible_to(request.user).select_related("product", "made_by")
    appraisal = get_object_or_404(rows, pk=pk)
    comparison, _composed = calculated(appraisal=appraisal, on=timezone.localdate())
    about = About(
        made_at=timezone.now(),
        made_by=str(appraisal.made_by or ""),
        status=_("As it stands: not kept as a run"),
        signatures=_signatures(comparison),
    )
    return _file(comparison, about)


@require_safe
@permission_required_403("funding.view_rates")
def run_workbook(request: SignedInRequest, pk: int) -> HttpResponse:
    """As the run was kept, with who stands behind it and until when it may be used."""
    rows = Run.objects.visible_to(request.user).select_related("made_by", "assured_by")
    run = get_object_or_404(rows, pk=pk)
    comparison = kept(run)
    about = About(
        made_at=run.made_at,
        made_by=str(run.made_by or ""),
        status=" ".join(standing_of(run, on=timezone.localdate()).lines),
        sunset=run.stale_after,
        signatures=_signatures(comparison),
    )
    return _file(comparison, about, doubted(run, comparison))


def _signatures(comparison: Comparison) -> dict[str, Signature]:
    """Who made and who signed each figure, as it was kept."""
    return {
        one.path: Signature(one.made_by, one.signed_by) for one in comparison.inputs if one.made_by or one.signed_by
    }


def _file(comparison: Comparison, about: About, drawn: Doubted | None = None) -> HttpResponse:
    response = HttpResponse(audit_workbook(comparison, about, drawn), content_type=XLSX)
    words = _("audit workbook")
    name = slugify(f"{comparison.name} {words}")
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
