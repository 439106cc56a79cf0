"""Addresses of squads, posts and roles."""

from django.urls import path

from squads import views

app_name = "squads"
urlpatterns = [
    path("", views.SquadList.as_view(), name="squads"),
    path("new/", views.SquadEdit.as_view(), name="squad_new"),
    path("<int:pk>/", views.SquadPage.as_view(), name="squad"),
    path("<int:pk>/edit/", views.SquadEdit.as_view(), name="squad_edit"),
    path("<int:pk>/history/", views.SquadHistory.as_view(), name="squad_history"),
    path("<int:pk>/posts/new/", views.post_new, name="post_new"),
    path("<int:pk>/products/new/", views.assignment_new, name="assignment_new"),
    path("products/<int:pk>/edit/", views.AssignmentEdit.as_view(), name="assignment_edit"),
    path("posts/", views.PostList.as_view(), name="posts"),
    path("posts/<int:pk>/", views.PostPage.as_view(), name="post"),
    path("posts/<int:pk>/edit/", views.PostEdit.as_view(), name="post_edit"),
    path("posts/<int:pk>/history/", views.PostHistory.as_view(), name="post_history"),
    path("roles/", views.RoleList.as_view(), name="roles"),
    path("roles/<int:pk>/", views.RolePage.as_view(), name="role"),
]
