"""Addresses of the money records: funds, rounds, awards, costs, rates and assumptions."""

from django.urls import path

from funding.views import assumptions, awards, evidence, funds, overview, rates, rounds

urlpatterns = [
    path("", overview.funding, name="funding"),
    path("funds/", funds.FundList.as_view(), name="funds"),
    path("funds/<int:pk>/", funds.FundPage.as_view(), name="fund"),
    path("rounds/", rounds.RoundList.as_view(), name="rounds"),
    path("rounds/<int:pk>/", rounds.round_page, name="round"),
    path("awards/", awards.AwardList.as_view(), name="awards"),
    path("awards/<int:pk>/", awards.AwardPage.as_view(), name="award"),
    path("costs/", awards.OtherCostList.as_view(), name="other_costs"),
    path("products/<int:pk>/money/", awards.product_money, name="product_money"),
    path("assumptions/", assumptions.AssumptionList.as_view(), name="assumptions"),
    path("assumptions/<int:pk>/", assumptions.AssumptionPage.as_view(), name="assumption"),
    path("assumptions/<int:pk>/supersede/", assumptions.assumption_supersede, name="assumption_supersede"),
    path("assumptions/<int:pk>/sign/", assumptions.assumption_sign, name="assumption_sign"),
    path("evidence/", evidence.EvidenceList.as_view(), name="evidence"),
    path("rates/", rates.RateList.as_view(), name="rates"),
    path("rates/<int:pk>/", rates.RatePage.as_view(), name="rate"),
    path("rates/<int:pk>/supersede/", rates.rate_supersede, name="rate_supersede"),
    path("rates/<int:pk>/sign/", rates.rate_sign, name="rate_sign"),
]
