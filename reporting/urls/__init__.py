"""Addresses of home, the board and the portfolio's pages. A module here lists those of one noun."""

from reporting.urls import home, portfolio, search

app_name = "reporting"
urlpatterns = [*home.urlpatterns, *portfolio.urlpatterns, *search.urlpatterns]
