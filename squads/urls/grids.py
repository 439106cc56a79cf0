"""Addresses of grids: many rows changed on one page."""

from django.urls import path

from squads.views import posts_grid

urlpatterns = [path("<int:pk>/posts/edit/", posts_grid.PostsGrid.as_view(), name="posts_grid")]
