"""The export: one workbook of everything its reader may see."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from interchange.sheets import parts, sheets
from kit.sheets import workbook
from kit.views import SignedInRequest, permission_required_403

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@permission_required_403("interchange.export")
def export(request: SignedInRequest) -> HttpResponse:
    """What the workbook holds, before it is taken."""
    return render(request, "interchange/export.html", {"parts": parts(request)})


@require_safe
@permission_required_403("interchange.export")
def export_download(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    package = workbook(list(sheets(request, at=now)), title=_("Cynnal: everything you may see"))
    name = f"cynnal-{timezone.localdate(now):%Y-%m-%d}.xlsx"
    return HttpResponse(package, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})
