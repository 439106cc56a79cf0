"""What funds have awarded, what products cost beside their people, and both for one product."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.models import User
from funding.charts.money import money_chart
from funding.charts.need import need_chart
from funding.filters.records import AwardFilter, OtherCostFilter
from funding.models import Award, AwardLine, OtherCost
from funding.queries.lists import awards_finding
from funding.queries.money import YearSums, given_finding, given_in, money_finding, product_years
from funding.queries.need import need_by_year, need_finding, total_need
from funding.sheets import need_sheet
from funding.tables.records import AwardTable, OtherCostTable
from kit.parse import financial_year
from kit.periods import financial_year_of
from kit.sheets import download
from kit.views import DetailPage, ListPage, SignedInRequest, permission_required_403
from portfolio.models import Product


class AwardList(ListPage):
    permission = "funding.view_fund"
    model = Award
    table_class = AwardTable
    filterset_class = AwardFilter
    title = _("Awards")
    empty_text = _("No awards yet. An award is what a fund has promised to a product.")

    def get_queryset(self) -> Any:
        return super().get_queryset().with_total().select_related("product", "fund")

    def finding(self, rows: Any) -> Any:
        """Of one year, what is given in it: the table's sums are of whole awards."""
        try:
            year = financial_year(self.request.GET.get("year", ""))
        except ValidationError:
            return awards_finding(rows, on=timezone.localdate())
        return given_finding(given_in(awards=rows, year=year))


class AwardPage(DetailPage):
    permission = "funding.view_fund"
    model = Award
    template_name = "funding/award.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().with_total().select_related("product", "fund", "round")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = AwardLine.objects.visible_to(self.request.user).filter(award=self.object)
        return super().get_context_data(**kwargs) | {"lines": lines.order_by("year", "budget", "certainty")}


class OtherCostList(ListPage):
    permission = "funding.view_fund"
    model = OtherCost
    table_class = OtherCostTable
    filterset_class = OtherCostFilter
    title = _("Other costs")
    empty_text = _("No other costs yet: what products cost beside their people, such as hosting and licences.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("product")


def _needed(product: Product, user: User, on: datetime.date) -> dict[str, Any]:
    """What a product needs, for those only who may see pay."""
    rows = need_by_year(product=product, user=user, on=on)
    said = need_finding(rows)
    return {
        "need": rows,
        "need_total": total_need(rows),
        "nothing_needed": all(row.is_empty for row in rows),
        "need_finding": said,
        "need_chart": need_chart(rows, title=said[0].rstrip(".")),
    }


def _is_drawn(years: list[YearSums]) -> bool:
    """Whether any sum of any year is known: a picture of none would show an axis and nothing on it."""
    return any(one.secured or one.indicative for one in years)


@require_safe
@permission_required_403("funding.view_fund")
def product_money(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is promised to one product, what it costs beside its people and, with the right to pay, what it needs."""
    product = get_object_or_404(Product.objects.visible_to(request.user).select_related("organisation"), pk=pk)
    years = product_years(product=product, user=request.user)
    awards = Award.objects.visible_to(request.user).filter(product=product).with_total().select_related("fund")
    on = timezone.localdate()
    needed = _needed(product, request.user, on) if request.user.has_perm("funding.view_rates") else {}
    if needed and (kind := request.GET.get("download")):
        return download(need_sheet(needed["need"], on=on), kind=kind, name=slugify(str(product)))
    context = needed | {
        "product": product,
        "finding": [*money_finding(years, year=financial_year_of(on)), *needed.get("need_finding", [])],
        "years": years,
        "chart": money_chart(years, with_allocation=False) if _is_drawn(years) else None,
        "awards": awards.order_by("-awarded_on", "reference"),
    }
    return render(request, "funding/product_money.html", context)
