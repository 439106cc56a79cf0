"""Addresses of risks and issues."""

from django.urls import path

from portfolio.views import risks, take_out

urlpatterns = [
    path("products/<int:pk>/risks/", risks.ProductRisks.as_view(), name="product_risks"),
    path("products/<int:pk>/risks/new/", risks.RiskNew.as_view(), name="risk_new"),
    path("risks/", risks.RiskList.as_view(), name="risks"),
    path("risks/<int:pk>/edit/", risks.RiskEdit.as_view(), name="risk_edit"),
    path("risks/<int:pk>/close/", risks.RiskClose.as_view(), name="risk_close"),
    path("risks/<int:pk>/history/", risks.RiskHistory.as_view(), name="risk_history"),
    path("risks/<int:pk>/delete/", take_out.RiskTakeOut.as_view(), name="risk_delete"),
]
