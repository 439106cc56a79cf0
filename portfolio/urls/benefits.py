"""Addresses of benefits and of their years."""

from django.urls import path

from portfolio.views import benefits, take_out

urlpatterns = [
    path("products/<int:pk>/benefits/", benefits.ProductBenefits.as_view(), name="product_benefits"),
    path("products/<int:pk>/benefits/new/", benefits.BenefitNew.as_view(), name="benefit_new"),
    path("benefits/", benefits.BenefitList.as_view(), name="benefits"),
    path("benefits/<int:pk>/", benefits.BenefitPage.as_view(), name="benefit"),
    path("benefits/<int:pk>/edit/", benefits.BenefitEdit.as_view(), name="benefit_edit"),
    path("benefits/<int:pk>/history/", benefits.BenefitHistory.as_view(), name="benefit_history"),
    path("benefits/<int:pk>/years/new/", benefits.BenefitYearNew.as_view(), name="benefit_year_new"),
    path("benefits/years/<int:pk>/", benefits.BenefitYearEdit.as_view(), name="benefit_year_edit"),
    path("benefits/<int:pk>/delete/", take_out.BenefitTakeOut.as_view(), name="benefit_delete"),
    path("benefits/years/<int:pk>/delete/", take_out.BenefitYearTakeOut.as_view(), name="benefit_year_delete"),
]
