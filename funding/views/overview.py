"""Funding: what there is, how certain it is, and the ways to its rows."""

from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from funding.charts.money import money_chart
from funding.models import Award, Fund, Round
from funding.queries.money import all_years, money_finding
from kit import formats
from kit.figures import KeyFigure
from kit.periods import financial_year_of
from kit.views import SignedInRequest, permission_required_403


@require_safe
@permission_required_403("funding.view_fund")
def funding(request: SignedInRequest) -> HttpResponse:
    """Every fund together, by year and certainty, in numbers that each lead to their rows."""
    user, on = request.user, timezone.localdate()
    year = financial_year_of(on)
    years = all_years(user=user)
    now = next((one for one in years if one.year == year), None)
    as_at = formats.financial_year(year)
    awards = reverse("funding:awards")
    figures = [
        KeyFigure(
            _("Secured this year"),
            _recorded(now.secured if now else None),
            as_at=as_at,
            url=f"{awards}?year={year}",
        ),
        KeyFigure(
            _("Indicative this year"),
            _recorded(now.indicative if now else None),
            as_at=as_at,
            url=f"{awards}?year={year}",
        ),
        KeyFigure(_("Funds"), str(Fund.objects.visible_to(user).count()), url=reverse("funding:funds")),
        KeyFigure(
            _("Rounds this year"),
            str(Round.objects.visible_to(user).filter(year=year).count()),
            as_at=as_at,
            url=f"{reverse('funding:rounds')}?year={year}",
        ),
        KeyFigure(_("Awards"), formats.number(Award.objects.visible_to(user).count()), url=awards),
    ]
    context = {
        "finding": money_finding(years, year=year),
        "key_figures": figures,
        "chart": money_chart(years, with_allocation=False),
        "own_only": not user.sees_all_organisations,
    }
    return render(request, "funding/funding.html", context)


def _recorded(amount: Decimal | None) -> str:
    """A sum nobody has recorded is not one that is not known."""
    return gettext("none recorded") if amount is None else formats.headline_money(amount)
