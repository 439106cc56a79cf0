"""Addresses of the forms of the component register."""

from django.urls import path

from squads.views import components

urlpatterns = [
    path("components/new/", components.ComponentEdit.as_view(), name="component_new"),
    path("components/<int:pk>/edit/", components.ComponentEdit.as_view(), name="component_edit"),
]
