"""Addresses of the money records and of the comparison."""

from funding.urls import compare, components, conversions, records

app_name = "funding"
urlpatterns = [*records.urlpatterns, *compare.urlpatterns, *components.urlpatterns, *conversions.urlpatterns]
