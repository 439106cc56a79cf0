"""Starting an appraisal and changing what it assumes, with the answer beside the question."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from funding.actions.appraisals import change_appraisal, start_appraisal
from funding.forms.appraisals import AppraisalForm, RoleFormSet, StartForm
from funding.inputs import Composed, compose
from funding.models import Appraisal, Option
from funding.queries.assumptions import assumptions_in_force
from funding.queries.comparison import composed_case
from funding.queries.prefill import Known, known_of
from funding.queries.rates import rates_in_force
from funding.views.comparison import answer_to
from kit.views import SignedInRequest, permission_required_403, switching_language
from portfolio.models import Product


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def appraisal_new(request: SignedInRequest) -> HttpResponse:
    """Begins an appraisal with what is known of the product."""
    on = timezone.localdate()
    product = _product_asked_for(request)
    known = known_of(product=product, on=on) if product else None
    form = StartForm(request.POST or None, user=request.user, initial=_initial(product, known, on))
    if request.method == "POST" and switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        known = known_of(product=given["product"], on=on)
        made = start_appraisal(
            product=given["product"],
            name_cy=given["name_cy"],
            name_en=given["name_en"],
            start_year=given["start_year"],
            years=given["years"],
            inputs={
                f"product.{name}": float(given[name])
                for name in ("effort_to_live", "sustaining_fte", "running_cost", "annual_benefit")
                if given[name] is not None
            },
            roles=known.roles,
            by=request.user,
            annual_award_month=known.award_month,
        )
        messages.success(request, _("The appraisal has been begun. Look at what it assumes before you rely on it."))
        return redirect("funding:appraisal", made.pk)
    return render(
        request,
        "funding/appraisal_new.html",
        {"form": form, "known": known, "product": product, "language_form": "start-form"},
    )


def _product_asked_for(request: SignedInRequest) -> Product | None:
    wanted = request.GET.get("product", "")
    if not wanted.isdecimal() or len(wanted) > 18:
        return None
    return get_object_or_404(Product.objects.visible_to(request.user).select_related("organisation"), pk=int(wanted))


def _initial(product: Product | None, known: Known | None, on: datetime.date) -> dict[str, Any]:
    if product is None or known is None:
        return {"years": 15}
    return {
        "product": product,
        "name_cy": product.name_cy,
        "name_en": product.name_en,
        "start_year": known.start_year,
        "years": 15,
        "effort_to_live": known.effort_to_live,
        "sustaining_fte": known.sustaining_fte,
        "running_cost": known.running_cost,
    }


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def appraisal_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every input of the case with its unit, source and default; each change moves the answer before it is saved."""
    rows = Appraisal.objects.editable_by(request.user).select_related("product__organisation")
    appraisal = get_object_or_404(rows, pk=pk)
    on = timezone.localdate()
    composed = composed_case(appraisal=appraisal, on=on)
    standing = {one.path: one for one in composed.inputs}
    data = request.POST or None
    form = AppraisalForm(data, instance=appraisal, standing=standing)
    roles = RoleFormSet(
        data,
        instance=appraisal,
        queryset=appraisal.roles.select_related("role").order_by("pk"),
        with_pay=request.user.has_perm("funding.view_rates"),
    )
    form.rows_below = roles
    if request.method == "POST" and switching_language(request):
        form, roles = form.as_typed(), roles.as_typed()  # type: ignore[attr-defined]
    elif request.method == "POST":
        valid = form.is_valid() & roles.is_valid()
        changed = _as_typed(appraisal, roles, on) if valid else None
        answer = answer_to(request, appraisal, changed, form.take_faults)
        if "preview" in request.POST:
            return render(request, "funding/_answer.html", answer)
        if valid and form.is_valid() and "look" not in request.POST and change_appraisal(form=form, roles=roles):
            messages.success(request, _("Saved. The answer below is made from what you changed."))
            return redirect("funding:appraisal", pk)
    if request.method == "GET":
        answer = answer_to(request, appraisal, composed)
    elif switching_language(request):
        answer = {}
    return render(
        request,
        "funding/appraisal_edit.html",
        {"appraisal": appraisal, "form": form, "roles": roles, "language_form": "inputs-form", **answer},
    )


def _as_typed(appraisal: Appraisal, roles: Any, on: datetime.date) -> Composed:
    """The case as the form would leave it, nothing saved."""
    kept = [
        row.instance
        for row in roles.forms
        if row.cleaned_data and row.cleaned_data.get("role") and not row.cleaned_data.get("DELETE")
    ]
    return compose(
        appraisal=appraisal,
        roles=kept,
        options=Option.objects.filter(appraisal=appraisal).order_by("position", "pk"),
        assumptions=assumptions_in_force(on=on),
        rates=rates_in_force(on=on, organisation=appraisal.product.organisation_id),
    )
