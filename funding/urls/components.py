"""Addresses of what components cost."""

from django.urls import path

from funding.views import components

urlpatterns = [
    path("components/", components.ComponentCostList.as_view(), name="component_costs"),
    path("components/<int:pk>/", components.ComponentCostPage.as_view(), name="component_cost"),
]
