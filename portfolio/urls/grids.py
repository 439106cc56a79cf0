"""Addresses of grids: many rows changed on one page."""

from django.urls import path

from portfolio.views import grids

urlpatterns = [
    path("products/<int:pk>/milestones/edit/", grids.MilestonesGrid.as_view(), name="milestones_grid"),
    path("products/<int:pk>/benefits/edit/", grids.BenefitsGrid.as_view(), name="benefits_grid"),
]
