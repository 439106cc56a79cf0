"""Addresses of digital leadership."""

from django.urls import path

from portfolio.views import leadership

urlpatterns = [
    path("leadership/", leadership.LeadershipList.as_view(), name="leadership"),
    path("leadership/new/", leadership.PeriodNew.as_view(), name="leadership_new"),
    path("leadership/<int:pk>/edit/", leadership.PeriodEdit.as_view(), name="leadership_edit"),
    path("leadership/<int:pk>/delete/", leadership.PeriodDelete.as_view(), name="leadership_delete"),
    path(
        "organisations/<int:pk>/leadership/",
        leadership.OrganisationLeadership.as_view(),
        name="organisation_leadership",
    ),
]
