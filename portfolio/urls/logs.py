"""Addresses of a product's decisions and lessons together."""

from django.urls import path

from portfolio.views import logs

urlpatterns = [path("products/<int:pk>/log/", logs.ProductLogs.as_view(), name="product_logs")]
