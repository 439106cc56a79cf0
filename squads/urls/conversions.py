"""Addresses of conversions and handovers."""

from django.urls import path

from squads.views import conversions, handovers

urlpatterns = [
    path("conversions/", conversions.ConversionList.as_view(), name="conversions"),
    path("conversions/<int:pk>/", conversions.ConversionPage.as_view(), name="conversion"),
    path("conversions/<int:pk>/history/", conversions.ConversionHistory.as_view(), name="conversion_history"),
    path("conversions/<int:pk>/take-back/", conversions.ConversionTakeBack.as_view(), name="conversion_take_back"),
    path("conversions/<int:pk>/handover/new/", handovers.HandoverItemNew.as_view(), name="handover_new"),
    path("leaving/", conversions.LeavingList.as_view(), name="leaving"),
    path("handovers/", handovers.HandoverList.as_view(), name="handovers"),
    path("handovers/<int:pk>/edit/", handovers.HandoverItemEdit.as_view(), name="handover_edit"),
    path("handovers/<int:pk>/delete/", handovers.HandoverItemDelete.as_view(), name="handover_delete"),
    path("handovers/<int:pk>/tick/", handovers.handover_tick, name="handover_tick"),
]
