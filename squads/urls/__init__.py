"""Addresses of squads, posts and roles. A module here lists those of one noun."""

from squads.urls import assignments, posts, roles, squads

app_name = "squads"
urlpatterns = [
    *squads.urlpatterns,
    *assignments.urlpatterns,
    *posts.urlpatterns,
    *roles.urlpatterns,
]
