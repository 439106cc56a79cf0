"""Addresses of who takes part in what."""

from django.urls import path

from portfolio.views import adoption

urlpatterns = [
    path("products/<int:pk>/adoption/new/", adoption.ParticipationNew.as_view(), name="participation_new"),
    path("adoption/", adoption.ParticipationList.as_view(), name="participations"),
    path("adoption/<int:pk>/edit/", adoption.ParticipationEdit.as_view(), name="participation_edit"),
]
