"""Addresses of how high organisations put products."""

from django.urls import path

from portfolio.views import priorities

urlpatterns = [
    path("priorities/", priorities.PriorityList.as_view(), name="priorities"),
    path("products/<int:pk>/priorities/", priorities.ProductPriorities.as_view(), name="product_priorities"),
    path("products/<int:pk>/priorities/new/", priorities.PriorityNew.as_view(), name="priority_new"),
    path("priorities/<int:pk>/edit/", priorities.PriorityEdit.as_view(), name="priority_edit"),
    path("priorities/<int:pk>/delete/", priorities.PriorityDelete.as_view(), name="priority_delete"),
]
