"""Addresses of what conversions save."""

from django.urls import path

from funding.views import conversions

urlpatterns = [
    path("conversions/<int:pk>/saving/", conversions.ConversionSaving.as_view(), name="conversion_saving"),
]
