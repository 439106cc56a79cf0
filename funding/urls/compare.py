"""Addresses of the comparison: appraisals, their options and runs."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
