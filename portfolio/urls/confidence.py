"""Addresses of delivery confidence."""

from django.urls import path

from portfolio.views import confidence, take_out

urlpatterns = [
    path("products/<int:pk>/confidence/", confidence.ProductConfidence.as_view(), name="product_confidence"),
    path("products/<int:pk>/confidence/new/", confidence.ConfidenceNew.as_view(), name="confidence_new"),
    path("confidence/", confidence.ConfidenceList.as_view(), name="confidences"),
    path("confidence/<int:pk>/edit/", confidence.ConfidenceEdit.as_view(), name="confidence_edit"),
    path("confidence/<int:pk>/history/", confidence.ConfidenceHistory.as_view(), name="confidence_history"),
    path("confidence/<int:pk>/delete/", take_out.ConfidenceTakeOut.as_view(), name="confidence_delete"),
]
