"""Several products, one squad: what they come to together, of an appraisal as it stands and of a run."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from funding.actions.appraisals import change_appraisal
from funding.forms.sharing import SharingForm, shared_form_set
from funding.inputs import CaseError
from funding.models import Appraisal, Run
from funding.queries.assurance import Standing, standing_of
from funding.queries.comparison import Comparison, calculated, kept
from funding.queries.sharing import Together, read, together_of
from funding.queries.sharing_known import suggested
from funding.queries.sharing_words import finding, how, part_of_squad
from funding.queries.wording import in_words
from funding.tables import sharing as tables
from kit.sheets import Sheet, download
from kit.views import SignedInRequest, permission_required_403, switching_language
from portfolio.models import Product

ROOM = 2  # empty rows beside those that are suggested


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal_squad(request: SignedInRequest, pk: int) -> HttpResponse:
    appraisal = _appraisal(request, pk)
    can_change = Appraisal.objects.editable_by(request.user).filter(pk=pk).exists()
    context: dict[str, Any] = {"appraisal": appraisal, "can_change": can_change}
    try:
        comparison, together = _reckoned(appraisal)
    except CaseError as wrong:
        context |= {"faults": in_words(wrong.faults), "back": reverse("funding:appraisal", args=[pk])}
        return render(request, "funding/squad.html", context)
    files = {kind: reverse("funding:appraisal_squad_download", args=[pk, kind]) for kind in ("csv", "xlsx")}
    return _page(request, comparison, together, files, back=reverse("funding:appraisal", args=[pk]), **context)


@require_safe
@permission_required_403("funding.view_appraisal")
def appraisal_squad_download(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    try:
        comparison, together = _reckoned(_appraisal(request, pk))
    except CaseError:
        raise Http404 from None
    return _file(comparison, together, kind)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_squad(request: SignedInRequest, pk: int) -> HttpResponse:
    """As it was kept. 404 of a run of one product."""
    run, together = _run(request, pk)
    files = {kind: reverse("funding:run_squad_download", args=[pk, kind]) for kind in ("csv", "xlsx")}
    standing = standing_of(run, on=timezone.localdate())
    back = reverse("funding:run", args=[pk])
    return _page(request, kept(run), together, files, back=back, run=run, run_standing=standing)


@require_safe
@permission_required_403("funding.view_appraisal")
def run_squad_download(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    run, together = _run(request, pk)
    return _file(kept(run), together, kind, standing_of(run, on=timezone.localdate()))


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_appraisal")
def appraisal_squad_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """The other products of the squad; those it is assigned to are suggested where there are none yet."""
    appraisal = _appraisal(request, pk, Appraisal.objects.editable_by(request.user))
    data = request.POST or None
    rows = appraisal.shared_products.order_by("pk")
    known = [] if rows else suggested(appraisal=appraisal, by=request.user, on=timezone.localdate())
    initial = [{"product": one.product, "share": one.share, **one.figures} for one in known]
    form_set = shared_form_set(extra=len(known) + ROOM)
    form = SharingForm(data, instance=appraisal)
    products = form_set(data, instance=appraisal, queryset=rows, initial=initial, user=request.user, prefix="products")
    form.rows_below = products
    if request.method == "POST" and switching_language(request):
        form, products = form.as_typed(), products.as_typed()
    elif (
        request.method == "POST"
        and form.is_valid() & products.is_valid()
        and change_appraisal(form=form, roles=products)
    ):
        messages.success(request, _("Saved."))
        return redirect("funding:appraisal_squad", pk)
    context = {"appraisal": appraisal, "form": form, "products": products, "suggested": bool(known)}
    return render(request, "funding/squad_edit.html", context | {"language_form": "squad-form"})


def _page(
    request: SignedInRequest, comparison: Comparison, together: Together | None, files: dict[str, str], **more: Any
) -> HttpResponse:
    context: dict[str, Any] = {"comparison": comparison, "together": together, **more}
    if together is not None:
        context |= {
            "finding": finding(comparison, together),
            "how": how(comparison, together),
            "totals": tables.total_rows(comparison, together),
            "each": tables.each_product(comparison, together),
            "downloads": [(_("every product and option"), files)],
        }
    return render(request, "funding/squad.html", context)


def _file(
    comparison: Comparison, together: Together | None, kind: str, standing: Standing | None = None
) -> HttpResponse:
    if together is None:
        raise Http404
    title = "{}: {}".format(comparison.name, _("Several products, one squad"))
    above = [standing.stale] if standing and standing.stale else []
    sheet = Sheet(title=title, headings=tables.headings(), rows=tables.rows(comparison, together), above=above)
    return download(sheet, kind=kind, name=slugify(title))


def _appraisal(request: SignedInRequest, pk: int, among: Any = None) -> Appraisal:
    """404 unless every product of the squad may be seen: the sums would tell what a hidden one comes to."""
    rows = Appraisal.objects.visible_to(request.user) if among is None else among
    appraisal: Appraisal = get_object_or_404(rows.select_related("product__organisation"), pk=pk)
    if appraisal.shared_products.hidden_from(request.user).exists():
        raise Http404
    return appraisal


def _reckoned(appraisal: Appraisal) -> tuple[Comparison, Together | None]:
    comparison, _composed = calculated(appraisal=appraisal, on=timezone.localdate())
    return comparison, together_of(comparison, appraisal=appraisal)


def squad_context(run: Run, user: User) -> dict[str, Any]:
    """What the page of a run says of the squad it was a part of: nothing of a run of one product."""
    held = run.context.get("together")
    if held is None:
        return {}
    together = read(held)
    own = together.products[0]
    return {"part_of_squad": part_of_squad(fte=own.fte, share=own.share), "squad_hidden": not _all_seen(together, user)}


def _all_seen(together: Together, user: User) -> bool:
    numbers = [one.product for one in together.products]
    return Product.objects.visible_to(user).filter(pk__in=numbers).count() == len(numbers)


def _run(request: SignedInRequest, pk: int) -> tuple[Run, Together]:
    rows = Run.objects.visible_to(request.user).select_related("appraisal", "assured_by")
    run = get_object_or_404(rows, pk=pk)
    held = run.context.get("together")
    if held is None or not _all_seen(read(held), request.user):
        raise Http404
    return run, read(held)
