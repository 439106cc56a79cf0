"""Rates: what people cost. Every page of them is for those only who may see pay."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from funding.filters.records import RateFilter
from funding.forms.signing import RateForm
from funding.models import Rate
from funding.queries.lists import rates_finding
from funding.queries.rates import of_same_role, rates_in_force
from funding.tables.records import RateTable, standing
from funding.views.signing import may_sign, sign_page, supersede_page
from kit import formats
from kit.views import DetailPage, ListPage, SignedInRequest, permission_required_403

PAGE = "funding:rate"


class RateList(ListPage):
    permission = "funding.view_rates"
    model = Rate
    table_class = RateTable
    filterset_class = RateFilter
    title = _("Salaries and day rates")
    empty_text = _("No rates yet. The default rates are loaded when Cynnal is set up.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("role", "organisation")

    def finding(self, rows: Any) -> Any:
        return rates_finding(rows)


class RatePage(DetailPage):
    permission = "funding.view_rates"
    model = Rate
    template_name = "funding/rate.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("role", "organisation", "made_by", "signed_by")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found, user = self.object, self.request.user
        held = rates_in_force(on=timezone.localdate(), organisation=found.organisation_id)
        return super().get_context_data(**kwargs) | {
            "unit": unit(found),
            "standing": standing(found),
            "in_force": held.get((found.role_id, found.employment)) == found,
            "every": [(row, standing(row)) for row in of_same_role(found)],
            "can_sign": may_sign(user, found, right="funding.change_rates"),
            "can_supersede": user.has_perm("funding.change_rates"),
        }


def unit(rate: Rate) -> Any:
    return _("£ a year") if rate.is_salary else _("£ a day")


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_rates")
def rate_supersede(request: SignedInRequest, pk: int) -> HttpResponse:
    old = get_object_or_404(Rate.objects.visible_to(request.user).select_related("role"), pk=pk)
    form = RateForm(request.POST or None, superseding=old, user=request.user)
    title = gettext("Propose a new rate: %(what)s") % {"what": old}
    return supersede_page(request, old=old, form=form, page=PAGE, title=title)


@require_http_methods(["GET", "POST"])
@permission_required_403("funding.change_rates")
def rate_sign(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Rate.objects.visible_to(request.user).select_related("role", "made_by"), pk=pk)
    return sign_page(request, figure=found, page=PAGE, shown=f"{found}: {formats.money(found.amount)} ({unit(found)})")
