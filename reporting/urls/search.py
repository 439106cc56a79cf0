"""The address of the search over everything."""

from django.urls import path

from reporting.views import search

urlpatterns = [path("search/", search.search_page, name="search")]
