"""Addresses of products that look alike."""

from django.urls import path

from portfolio.views import likeness

urlpatterns = [
    path("likeness/", likeness.LikenessList.as_view(), name="likeness"),
    path("likeness/<int:pk>/", likeness.LikenessGroup.as_view(), name="likeness_group"),
    path("likeness/<int:pk>/part/", likeness.not_alike_split, name="not_alike_split"),
    path("likeness/<int:first>/<int:second>/not-the-same/", likeness.not_alike_new, name="not_alike_new"),
    path("likeness/not-the-same/", likeness.NotAlikeList.as_view(), name="not_alike"),
    path("likeness/not-the-same/<int:pk>/undo/", likeness.not_alike_take_back, name="not_alike_take_back"),
]
