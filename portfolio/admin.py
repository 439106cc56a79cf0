"""The administration site's pages of organisations, programmes and products."""

from django.contrib import admin

from accounts.admin import ReadOnly, RecordAdmin
from portfolio.models import FormerName, Organisation, Participation, PhaseChange, Product, Programme


class FormerNames(admin.TabularInline):
    model = FormerName
    extra = 0


class PhaseChanges(ReadOnly, admin.TabularInline):
    model = PhaseChange
    extra = 0
    ordering = ["on"]


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    list_display = ["__str__", "kind", "ons_code", "valid_from", "valid_to", "evidence"]
    list_filter = ["kind", "evidence"]
    search_fields = ["name_cy", "name_en", "ons_code"]
    autocomplete_fields = ["successor"]
    inlines = [FormerNames]
    sorted_by_name = True


@admin.register(Programme)
class ProgrammeAdmin(RecordAdmin):
    list_display = ["__str__", "parent", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["parent"]
    search_fields = ["name_cy", "name_en"]
    autocomplete_fields = ["parent"]
    sorted_by_name = True


@admin.register(Product)
class ProductAdmin(RecordAdmin):
    list_display = ["__str__", "organisation", "programme", "phase", "end_of_life", "evidence"]
    list_filter = ["phase", "evidence"]
    list_select_related = ["organisation", "programme"]
    search_fields = ["name_cy", "name_en"]
    autocomplete_fields = ["organisation", "programme"]
    inlines = [PhaseChanges]
    sorted_by_name = True


@admin.register(Participation)
class ParticipationAdmin(RecordAdmin):
    list_display = ["product", "organisation", "part", "state", "committed_fte", "given_fte", "evidence"]
    list_filter = ["part", "state", "evidence"]
    list_select_related = ["product", "organisation"]
    search_fields = ["product__name_cy", "product__name_en", "organisation__name_cy", "organisation__name_en"]
    autocomplete_fields = ["product", "organisation"]
