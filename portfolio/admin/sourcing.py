"""The administration site's pages of contracts and what could be bought together."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Contract, SourcingOpportunity


@admin.register(SourcingOpportunity)
class SourcingOpportunityAdmin(RecordAdmin):
    list_display = ["__str__", "evidence"]
    list_filter = ["evidence"]
    search_fields = ["name_cy", "name_en"]
    sorted_by_name = True


@admin.register(Contract)
class ContractAdmin(RecordAdmin):
    list_display = ["__str__", "organisation", "supplier", "annual_value", "start", "end", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["organisation"]
    search_fields = ["title_cy", "title_en", "supplier", "organisation__name_cy", "organisation__name_en"]
    autocomplete_fields = ["organisation", "opportunity", "product"]
