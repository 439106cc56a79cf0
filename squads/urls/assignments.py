"""Addresses of what a squad works on."""

from django.urls import path

from squads.views import assignments

urlpatterns = [
    path("<int:pk>/products/new/", assignments.AssignmentNew.as_view(), name="assignment_new"),
    path("assignments/<int:pk>/edit/", assignments.AssignmentEdit.as_view(), name="assignment_edit"),
]
