"""Addresses of adoption across Wales."""

from django.urls import path

from portfolio.views import wales

urlpatterns = [
    path("wales/", wales.Wales.as_view(), name="wales"),
    path("wales/products/", wales.WalesMatrix.as_view(), name="wales_matrix"),
]
