"""Every address, each under its language: /cy/… and /en/…."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from kit.views import accessibility, health

urlpatterns = [
    path("health/", health, name="health"),
    *i18n_patterns(
        path("accessibility/", accessibility, name="accessibility"),
        path("", include("reporting.urls")),
        path("accounts/", include("accounts.urls")),
        path("portfolio/", include("portfolio.urls")),
        path("squads/", include("squads.urls")),
        path("funding/", include("funding.urls")),
        path("exchange/", include("interchange.urls")),
        path("admin/", admin.site.urls),
    ),
]
