"""Addresses of products."""

from django.urls import path

from portfolio.views import products, story, take_out

urlpatterns = [
    path("products/", products.ProductList.as_view(), name="products"),
    path("products/new/", products.ProductEdit.as_view(), name="product_new"),
    path("products/<int:pk>/", products.ProductPage.as_view(), name="product"),
    path("products/<int:pk>/edit/", products.ProductEdit.as_view(), name="product_edit"),
    path("products/<int:pk>/history/", story.ProductHistory.as_view(), name="product_history"),
    path("products/<int:pk>/delete/", take_out.ProductTakeOut.as_view(), name="product_delete"),
]
