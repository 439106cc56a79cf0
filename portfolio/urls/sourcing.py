"""Addresses of what is bought apart, and of contracts."""

from django.urls import path

from portfolio.views import contracts, sourcing

urlpatterns = [
    path("sourcing/", sourcing.Sourcing.as_view(), name="sourcing"),
    path("sourcing/new/", sourcing.OpportunityEdit.as_view(), name="opportunity_new"),
    path("sourcing/<int:pk>/", sourcing.OpportunityPage.as_view(), name="opportunity"),
    path("sourcing/<int:pk>/edit/", sourcing.OpportunityEdit.as_view(), name="opportunity_edit"),
    path("sourcing/<int:pk>/history/", sourcing.OpportunityHistory.as_view(), name="opportunity_history"),
    path("contracts/", contracts.ContractList.as_view(), name="contracts"),
    path("contracts/new/", contracts.ContractEdit.as_view(), name="contract_new"),
    path("contracts/<int:pk>/", contracts.ContractPage.as_view(), name="contract"),
    path("contracts/<int:pk>/edit/", contracts.ContractEdit.as_view(), name="contract_edit"),
    path("contracts/<int:pk>/history/", contracts.ContractHistory.as_view(), name="contract_history"),
]
