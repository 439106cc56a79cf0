"""Addresses of programmes."""

from django.urls import path

from portfolio.views import programmes

urlpatterns = [
    path("programmes/", programmes.ProgrammeList.as_view(), name="programmes"),
    path("programmes/<int:pk>/", programmes.ProgrammePage.as_view(), name="programme"),
]
