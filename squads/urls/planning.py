"""Addresses of what is said of all squads together: empty posts, roles lacked, squads promised twice, the heat map."""

from django.urls import path

from squads.views import coverage, heat, promised, team, vacancies

urlpatterns = [
    path("vacancies/", vacancies.VacancyList.as_view(), name="vacancies"),
    path("missing-roles/", coverage.MissingRoles.as_view(), name="missing_roles"),
    path("promised/", promised.PromisedList.as_view(), name="promised"),
    path("heat-map/", heat.HeatMapPage.as_view(), name="heat_map"),
    path("products/<int:pk>/team/", team.ProductTeam.as_view(), name="product_team"),
]
