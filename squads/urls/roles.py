"""Addresses of roles."""

from django.urls import path

from squads.views import roles

urlpatterns = [
    path("roles/", roles.RoleList.as_view(), name="roles"),
    path("roles/<int:pk>/", roles.RolePage.as_view(), name="role"),
]
