"""Addresses of the component register and of the components of a product."""

from django.urls import path

from portfolio.views import components, product_components

urlpatterns = [
    path("components/", components.ComponentList.as_view(), name="components"),
    path("components/<int:pk>/", components.ComponentPage.as_view(), name="component"),
    path("components/<int:pk>/history/", components.ComponentHistory.as_view(), name="component_history"),
    path("components/<int:pk>/delete/", components.component_delete, name="component_delete"),
    path("components/uses/", components.ComponentUseList.as_view(), name="component_uses"),
    path("components/uses/<int:pk>/edit/", components.ComponentUseEdit.as_view(), name="component_use_edit"),
    path("components/uses/<int:pk>/delete/", components.component_use_delete, name="component_use_delete"),
    path("products/<int:pk>/components/", product_components.ProductComponents.as_view(), name="product_components"),
    path("products/<int:pk>/components/new/", components.ComponentUseNew.as_view(), name="component_use_new"),
]
