"""Addresses of the portfolio. A module here lists those of one noun."""

from portfolio.urls import adoption, organisations, products, programmes

app_name = "portfolio"
urlpatterns = [
    *products.urlpatterns,
    *organisations.urlpatterns,
    *programmes.urlpatterns,
    *adoption.urlpatterns,
]
