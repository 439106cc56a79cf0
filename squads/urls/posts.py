"""Addresses of posts."""

from django.urls import path

from squads.views import posts

urlpatterns = [
    path("<int:pk>/posts/new/", posts.PostNew.as_view(), name="post_new"),
    path("posts/", posts.PostList.as_view(), name="posts"),
    path("posts/<int:pk>/", posts.PostPage.as_view(), name="post"),
    path("posts/<int:pk>/edit/", posts.PostEdit.as_view(), name="post_edit"),
    path("posts/<int:pk>/history/", posts.PostHistory.as_view(), name="post_history"),
]
