"""Addresses of posts."""

from django.urls import path

from squads.views import acts, posts

urlpatterns = [
    path("<int:pk>/posts/new/", posts.PostNew.as_view(), name="post_new"),
    path("posts/", posts.PostList.as_view(), name="posts"),
    path("posts/<int:pk>/", posts.PostPage.as_view(), name="post"),
    path("posts/<int:pk>/edit/", posts.PostEdit.as_view(), name="post_edit"),
    path("posts/<int:pk>/history/", posts.PostHistory.as_view(), name="post_history"),
    path("posts/<int:pk>/end/", acts.PostEnd.as_view(), name="post_end"),
    path("posts/<int:pk>/extend/", acts.PostExtend.as_view(), name="post_extend"),
    path("posts/<int:pk>/split/", acts.PostSplit.as_view(), name="post_split"),
    path("posts/<int:pk>/convert/", acts.PostConvert.as_view(), name="post_convert"),
    path("posts/<int:pk>/take-back/", acts.PostTakeBack.as_view(), name="post_take_back"),
]
