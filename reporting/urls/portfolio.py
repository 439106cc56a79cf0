"""Addresses of the portfolio's first page and of the three ways of looking at its products."""

from django.urls import path

from reporting.views import portfolio, portfolio_board, products, roadmap

urlpatterns = [
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("portfolio/table/", products.ProductsStanding.as_view(), name="products"),
    path("portfolio/board/", portfolio_board.PortfolioBoard.as_view(), name="portfolio_board"),
    path("portfolio/roadmap/", roadmap.Roadmap.as_view(), name="roadmap"),
]
