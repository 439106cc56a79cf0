"""Addresses of who takes part in what."""

from django.urls import path

from portfolio.views import adoption

urlpatterns = [
    path("products/<int:pk>/adoption/", adoption.ProductAdoption.as_view(), name="product_adoption"),
    path("products/<int:pk>/adoption/new/", adoption.ParticipationNew.as_view(), name="participation_new"),
    path("adoption/", adoption.ParticipationList.as_view(), name="participations"),
    path("adoption/<int:pk>/edit/", adoption.ParticipationEdit.as_view(), name="participation_edit"),
    path("adoption/<int:pk>/back/", adoption.ParticipationBack.as_view(), name="participation_back"),
    path("adoption/<int:pk>/history/", adoption.ParticipationHistory.as_view(), name="participation_history"),
]
