"""What an appraisal is uncertain about: seen by all who see it, changed by those who may change it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from funding import vocabulary
from funding.forms.doubts import DoubtsForm
from funding.inputs import Composed
from funding.models import Appraisal
from funding.queries.assumptions import assumptions_in_force
from funding.queries.comparison import composed_case
from funding.queries.doubt_words import DISTRIBUTIONS, unit_of
from funding.queries.doubting import Doubting, Line, doubting, grouped
from funding.queries.doubts import central_within
from funding.queries.wording import written
from kit.bilingual import language
from kit.views import SignedInRequest, permission_required_403, switching_language


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.view_appraisal")
def appraisal_doubts(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every number that is doubted, with what it is drawn from and where that comes from."""
    rows = Appraisal.objects.visible_to(request.user).select_related("product__organisation")
    appraisal = get_object_or_404(rows, pk=pk)
    can_change = Appraisal.objects.editable_by(request.user).filter(pk=pk).exists()
    on = timezone.localdate()
    composed = composed_case(appraisal=appraisal, on=on)
    found = doubting(
        appraisal=appraisal,
        composed=composed,
        assumptions=assumptions_in_force(on=on),
        added=request.GET.getlist("with"),
    )
    options = {key: names[0 if language() == "cy" else 1] for key, names in composed.option_names.items()}
    context: dict[str, Any] = {
        "appraisal": appraisal,
        "can_change": can_change,
        "doubting": found,
        "missing": composed.missing_rates,
    }
    if not can_change:
        if request.method == "POST":
            return HttpResponse(status=403)
        context["groups"] = [(name, list(map(_shown, lines))) for name, lines in grouped(found.lines, options)]
        return render(request, "funding/appraisal_doubts.html", context)
    return _form(request, appraisal, composed, found, options, context)


def _form(
    request: SignedInRequest,
    appraisal: Appraisal,
    composed: Composed,
    found: Doubting,
    options: dict[str, str],
    context: dict[str, Any],
) -> HttpResponse:
    names = {line.path: _name(line, options) for line in found.lines}
    form = DoubtsForm(request.POST or None, instance=appraisal, doubting=found, composed=composed, names=names)
    status = 200
    if request.method == "POST" and switching_language(request):
        form = form.as_typed()
    elif request.method == "POST":
        if form.is_valid() and form.save_or_conflict() is not None:
            messages.success(request, _("Saved. The next draws are made from this."))
            return redirect("funding:appraisal_doubts", appraisal.pk)
        status = 409 if form.conflict else 422
    added = set(request.GET.getlist("with"))
    groups = [
        (name, _rows(form, lines), bool(added & {line.path for line in lines}))
        for name, lines in grouped(found.lines, options)
    ]
    others = [(one.path, _name_of(one.path, one.key, options)) for one in found.others]
    context |= {"form": form, "groups": groups, "others": others, "language_form": "doubts-form"}
    return render(request, "funding/appraisal_doubts.html", context, status=status)


def _rows(form: DoubtsForm, lines: list[Line]) -> list[dict[str, Any]]:
    return [_shown(line) | {"asked": asked, "points": points} for line, asked, points in form.rows(lines)]


def _shown(line: Line) -> dict[str, Any]:
    """A line as the page writes it."""
    central, now = line.input.value, line.now
    outside = isinstance(central, int | float) and not central_within(now, float(central))
    return {
        "line": line,
        "label": str(vocabulary.label(line.key)),
        "unit": unit_of(line.key),
        "here": written(line.key, central),
        "outside": outside,
        "distribution": DISTRIBUTIONS.get(now.distribution, now.distribution),
        "low": "" if now.low is None else written(line.key, now.low),
        "likely": "" if now.likely is None else written(line.key, now.likely),
        "high": "" if now.high is None else written(line.key, now.high),
        "mark": now.mark,
        "source": line.input.source,
    }


def _name(line: Line, options: dict[str, str]) -> str:
    return _name_of(line.path, line.key, options)


def _name_of(path: str, key: str, options: dict[str, str]) -> str:
    rooms, label = path.split("."), str(vocabulary.label(key))
    return f"{label} ({options.get(rooms[1], rooms[1])})" if rooms[0] == "options" else label
