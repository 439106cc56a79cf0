"""Funds: the list, and what one has to give and gave."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from funding.charts.money import money_chart
from funding.filters.records import FundFilter
from funding.models import Allocation, Award, Fund, Round
from funding.queries.lists import funds_finding
from funding.queries.money import breaches, fund_years, money_finding
from funding.tables.records import FundTable
from kit.periods import financial_year_of
from kit.views import DetailPage, ListPage


class FundList(ListPage):
    permission = "funding.view_fund"
    model = Fund
    table_class = FundTable
    filterset_class = FundFilter
    title = _("Funds")
    empty_text = _("No funds yet. Funds are kept in the administration site.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation")

    def finding(self, rows: Any) -> Any:
        return funds_finding(rows)


class FundPage(DetailPage):
    permission = "funding.view_fund"
    model = Fund
    template_name = "funding/fund.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organisation")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, fund = self.request.user, self.object
        years = fund_years(fund=fund, user=user)
        sees_every_award = user.sees_all_organisations
        finding = money_finding(years, year=financial_year_of(timezone.localdate()))
        return super().get_context_data(**kwargs) | {
            "finding": [*finding, *(breaches(years) if sees_every_award else [])],
            "years": years,
            "sees_every_award": sees_every_award,
            "chart": money_chart(years, with_allocation=sees_every_award),
            "allocations": Allocation.objects.visible_to(user).filter(fund=fund).order_by("-year", "certainty"),
            "rounds": Round.objects.visible_to(user).filter(fund=fund).order_by("-year"),
            "award_count": Award.objects.visible_to(user).filter(fund=fund).count(),
        }
