"""The address of the Standard across the portfolio; a product's own page of it needs the squads, and lives there."""

from django.urls import path

from portfolio.views import standard

urlpatterns = [path("standard/", standard.StandardMatrix.as_view(), name="standard")]
