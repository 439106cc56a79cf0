"""Addresses of squads."""

from django.urls import path

from squads.views import squads

urlpatterns = [
    path("", squads.SquadList.as_view(), name="squads"),
    path("new/", squads.SquadEdit.as_view(), name="squad_new"),
    path("<int:pk>/", squads.SquadPage.as_view(), name="squad"),
    path("<int:pk>/edit/", squads.SquadEdit.as_view(), name="squad_edit"),
    path("<int:pk>/history/", squads.SquadHistory.as_view(), name="squad_history"),
]
