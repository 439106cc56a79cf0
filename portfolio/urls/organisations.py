"""Addresses of organisations."""

from django.urls import path

from portfolio.views import organisations

urlpatterns = [
    path("organisations/", organisations.OrganisationList.as_view(), name="organisations"),
    path("organisations/<int:pk>/", organisations.OrganisationPage.as_view(), name="organisation"),
]
