"""The options of an appraisal: add one, change what it assumes, take it out."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from funding.actions.appraisals import LastOptionError, add_option, remove_option
from funding.forms.appraisals import NewOptionForm, OptionForm
from funding.inputs import Composed, compose
from funding.models import Appraisal, FundingModel, Option
from funding.queries.assumptions import assumptions_in_force
from funding.queries.comparison import composed_case
from funding.queries.rates import rates_in_force
from funding.views.comparison import answer_to
from kit.views import SignedInRequest, permission_required_403, switching_language


def _appraisal(request: SignedInRequest, pk: int) -> Appraisal:
    rows = Appraisal.objects.editable_by(request.user).select_related("product__organisation")
    return get_object_or_404(rows, pk=pk)


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def option_new(request: SignedInRequest, pk: int) -> HttpResponse:
    appraisal = _appraisal(request, pk)
    form = NewOptionForm(request.POST or None)
    if request.method == "POST" and switching_language(request):
        form = form.as_typed()
    elif request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = add_option(
            appraisal=appraisal,
            model=FundingModel(given["funding_model"]),
            name_cy=given["name_cy"],
            name_en=given["name_en"],
            parameters={},
        )
        messages.success(request, _("The option has been added. Set what it assumes."))
        return redirect("funding:option_edit", pk, made.key)
    context = {"appraisal": appraisal, "form": form, "language_form": "option-form"}
    return render(request, "funding/option_new.html", context)


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def option_edit(request: SignedInRequest, pk: int, option: str) -> HttpResponse:
    """Every input of one option; each change moves the answer before it is saved."""
    appraisal = _appraisal(request, pk)
    edited = get_object_or_404(appraisal.options, key=option)
    on = timezone.localdate()
    composed = composed_case(appraisal=appraisal, on=on)
    prefix = f"options.{edited.key}."
    standing = {one.path.removeprefix(prefix): one for one in composed.inputs if one.path.startswith(prefix)}
    form = OptionForm(request.POST or None, instance=edited, standing=standing, start_year=appraisal.start_year)
    answer: dict[str, Any] = {}
    if request.method == "POST" and switching_language(request):
        form = form.as_typed()
    elif request.method == "POST":
        changed = _as_typed(appraisal, edited) if form.is_valid() else None
        place = next(i for i, one in enumerate(composed.case["options"]) if one["id"] == edited.key)
        blame = partial(form.take_faults, prefix=f"options[{place}].")
        answer = answer_to(request, appraisal, changed, blame)
        if "preview" in request.POST:
            return render(request, "funding/_answer.html", answer)
        if form.is_valid() and "look" not in request.POST and form.save_or_conflict():
            messages.success(request, _("Saved. The answer below is made from what you changed."))
            return redirect("funding:appraisal", pk)
    else:
        answer = answer_to(request, appraisal, composed)
    context = {"appraisal": appraisal, "option": edited, "form": form, "language_form": "inputs-form", **answer}
    return render(request, "funding/option_edit.html", context)


def _as_typed(appraisal: Appraisal, edited: Option) -> Composed:
    on = timezone.localdate()
    options = [
        edited if one.pk == edited.pk else one
        for one in Option.objects.filter(appraisal=appraisal).order_by("position", "pk")
    ]
    return compose(
        appraisal=appraisal,
        roles=appraisal.roles.select_related("role").order_by("pk"),
        options=options,
        assumptions=assumptions_in_force(on=on),
        rates=rates_in_force(on=on, organisation=appraisal.product.organisation_id),
    )


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def option_delete(request: SignedInRequest, pk: int, option: str) -> HttpResponse:
    """Says what will go, and asks before it goes."""
    appraisal = _appraisal(request, pk)
    doomed = get_object_or_404(appraisal.options, key=option)
    if request.method == "POST":
        try:
            remove_option(option=doomed, reason=_("Taken out of the appraisal."))
        except LastOptionError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("“%(option)s” has been taken out.") % {"option": doomed.name})
        return redirect("funding:appraisal", pk)
    return render(request, "funding/option_delete.html", {"appraisal": appraisal, "option": doomed})
