"""Requests to move a baseline: asking, deciding, and the list of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kit.bilingual import language
from kit.views import DetailPage, ListPage, SignedInRequest, permission_required_403, switching_language
from kit.views.rows import editable_row
from portfolio.actions.milestones import MilestoneError, ask_baseline_change, decide_baseline_change
from portfolio.filters.milestones import BaselineChangeFilter
from portfolio.forms.milestones import REASONS, BaselineChangeForm
from portfolio.models import BaselineChange, Milestone
from portfolio.queries.milestones import baseline_words, changes_list_finding
from portfolio.tables.milestones import BaselineChangeTable


class BaselineChangeList(ListPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/list.html"
    model = BaselineChange
    table_class = BaselineChangeTable
    filterset_class = BaselineChangeFilter
    title = gettext_lazy("Change requests")
    empty_text = gettext_lazy("No change request fits. A baseline is asked to be moved on its milestone's own page.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("milestone__product", "asked_by")

    def finding(self, rows: Any) -> Any:
        return changes_list_finding(rows)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required_403("portfolio.change_product")
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks for another baseline of a milestone."""
    milestone = editable_row(Milestone, request.user, pk)
    # The day that is expected now is most often the day to be promised.
    expected = milestone.forecast if milestone.forecast != milestone.baseline else None
    form = BaselineChangeForm(request.POST or None, initial={"after": expected})
    if switching_language(request):
        return _asking(request, milestone, form.as_typed())
    if request.method != "POST" or not form.is_valid():
        return _asking(request, milestone, form)
    try:
        change = ask_baseline_change(milestone=milestone, by=request.user, on=timezone.localdate(), **form.cleaned_data)
    except MilestoneError as fault:
        # Of two boxes, one a language, the one that whoever reads this fills in first.
        field = f"reason_{language()}" if fault.field in REASONS else fault.field
        form.add_error(field or None, str(fault))
        return _asking(request, milestone, form)
    messages.success(request, _("The change request waits for somebody else to decide."))
    return redirect("portfolio:baseline_change", change.pk)


def _asking(request: HttpRequest, milestone: Milestone, form: Any) -> HttpResponse:
    context = {
        "title": _("Ask for the baseline to be moved"),
        "milestone": milestone,
        "product": milestone.product,
        "form": form,
        "cancel_url": reverse("portfolio:milestone", args=[milestone.pk]),
        "language_form": "edit",
    }
    return render(request, "portfolio/baseline_ask.html", context, status=422 if form.errors else 200)


class BaselineChangePage(DetailPage):
    """A request, and for whoever may decide it the two buttons."""

    permission = "portfolio.view_product"
    model = BaselineChange
    context_object_name = "change"
    template_name = "portfolio/baseline_change.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("milestone__product", "asked_by", "decided_by")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        change, user = self.object, self.request.user
        waiting = change.state == BaselineChange.State.ASKED
        may_decide = user.has_perm("portfolio.decide_baseline")
        more = {
            "title": _("Change request: %(milestone)s") % {"milestone": change.milestone},
            "finding": baseline_words(change),
            "waiting": waiting,
            "own": waiting and may_decide and change.asked_by_id == user.pk,
            "can_take_back": waiting and change.asked_by_id == user.pk,
            "can_decide": waiting and may_decide and change.asked_by_id != user.pk,
        }
        return super().get_context_data(**(more | kwargs))


@require_http_methods(["POST"])
@permission_required_403("portfolio.decide_baseline")
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Approves or refuses a request. The page that has the buttons has shown what each does."""
    change = get_object_or_404(BaselineChange.objects.visible_to(request.user), pk=pk)
    word = request.POST.get("decision")
    if word not in ("approve", "refuse"):
        messages.error(request, _("Say whether the request is approved or refused."))
        return redirect("portfolio:baseline_change", pk)
    try:
        decide_baseline_change(change=change, approve=word == "approve", by=request.user, on=timezone.localdate())
    except MilestoneError as fault:
        messages.error(request, str(fault))
        return redirect("portfolio:baseline_change", pk)
    approved = _("The request is approved and the baseline has moved.")
    messages.success(request, approved if word == "approve" else _("The request is refused; the baseline stays."))
    return redirect("portfolio:milestone", change.milestone_id)
