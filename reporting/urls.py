"""Addresses of home and the board."""

from django.urls import path

from reporting import views

app_name = "reporting"
urlpatterns = [
    path("", views.home, name="home"),
    path("board/", views.board, name="board"),
]
