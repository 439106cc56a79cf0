"""Addresses of decisions."""

from django.urls import path

from portfolio.views import decisions, take_out

urlpatterns = [
    path("products/<int:pk>/decisions/new/", decisions.DecisionNew.as_view(), name="decision_new"),
    path("decisions/", decisions.DecisionList.as_view(), name="decisions"),
    path("decisions/<int:pk>/edit/", decisions.DecisionEdit.as_view(), name="decision_edit"),
    path("decisions/<int:pk>/made/", decisions.DecisionMade.as_view(), name="decision_made"),
    path("decisions/<int:pk>/history/", decisions.DecisionHistory.as_view(), name="decision_history"),
    path("decisions/<int:pk>/delete/", take_out.DecisionTakeOut.as_view(), name="decision_delete"),
]
