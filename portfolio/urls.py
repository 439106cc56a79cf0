"""Addresses of products, organisations, programmes and adoption."""

from django.urls import path

from portfolio import views

app_name = "portfolio"
urlpatterns = [
    path("", views.portfolio, name="portfolio"),
    path("products/", views.ProductList.as_view(), name="products"),
    path("products/new/", views.ProductEdit.as_view(), name="product_new"),
    path("products/<int:pk>/", views.ProductPage.as_view(), name="product"),
    path("products/<int:pk>/edit/", views.ProductEdit.as_view(), name="product_edit"),
    path("products/<int:pk>/history/", views.ProductHistory.as_view(), name="product_history"),
    path("products/<int:pk>/adoption/new/", views.participation_new, name="participation_new"),
    path("organisations/", views.OrganisationList.as_view(), name="organisations"),
    path("organisations/<int:pk>/", views.OrganisationPage.as_view(), name="organisation"),
    path("programmes/", views.ProgrammeList.as_view(), name="programmes"),
    path("programmes/<int:pk>/", views.ProgrammePage.as_view(), name="programme"),
    path("adoption/", views.ParticipationList.as_view(), name="participations"),
    path("adoption/<int:pk>/edit/", views.ParticipationEdit.as_view(), name="participation_edit"),
]
