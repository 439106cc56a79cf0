"""Addresses of milestones and of requests to move a baseline."""

from django.urls import path

from portfolio.views import baselines, milestones, take_out

urlpatterns = [
    path("products/<int:pk>/milestones/", milestones.ProductMilestones.as_view(), name="product_milestones"),
    path("products/<int:pk>/milestones/new/", milestones.MilestoneNew.as_view(), name="milestone_new"),
    path("milestones/", milestones.MilestoneList.as_view(), name="milestones"),
    path("milestones/<int:pk>/", milestones.MilestonePage.as_view(), name="milestone"),
    path("milestones/<int:pk>/edit/", milestones.MilestoneEdit.as_view(), name="milestone_edit"),
    path("milestones/<int:pk>/history/", milestones.MilestoneHistory.as_view(), name="milestone_history"),
    path("milestones/<int:pk>/baseline/", baselines.ask, name="baseline_ask"),
    path("change-requests/", baselines.BaselineChangeList.as_view(), name="baseline_changes"),
    path("change-requests/<int:pk>/", baselines.BaselineChangePage.as_view(), name="baseline_change"),
    path("change-requests/<int:pk>/decide/", baselines.decide, name="baseline_decide"),
    path("milestones/<int:pk>/delete/", take_out.MilestoneTakeOut.as_view(), name="milestone_delete"),
    path("change-requests/<int:pk>/delete/", take_out.BaselineChangeTakeBack.as_view(), name="baseline_change_delete"),
]
