"""Addresses of a product against the Standard."""

from django.urls import path

from squads.views import standard

urlpatterns = [
    path("products/<int:pk>/standard/", standard.ProductStandard.as_view(), name="product_standard"),
    path("products/<int:pk>/standard/<slug:phase>/", standard.assess, name="standard_assess"),
    path("standard/<int:pk>/history/", standard.StandardHistory.as_view(), name="standard_history"),
]
