"""Addresses of home and the board."""

from django.urls import path

from reporting.views import board, home

urlpatterns = [
    path("", home.home, name="home"),
    path("board/", board.board, name="board"),
]
