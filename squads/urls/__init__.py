"""Addresses of squads, posts and roles. A module here lists those of one noun."""

from squads.urls import assignments, components, conversions, grids, planning, posts, roles, squads, standard

app_name = "squads"
urlpatterns = [
    *grids.urlpatterns,
    *squads.urlpatterns,
    *assignments.urlpatterns,
    *posts.urlpatterns,
    *roles.urlpatterns,
    *conversions.urlpatterns,
    *planning.urlpatterns,
    *standard.urlpatterns,
    *components.urlpatterns,
]
