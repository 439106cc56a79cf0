"""Addresses of the export."""

from django.urls import path

from interchange import views

app_name = "interchange"
urlpatterns = [
    path("", views.export, name="export"),
    path("cynnal.xlsx", views.export_download, name="export_download"),
]
