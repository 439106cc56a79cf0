"""The administration site's pages of programmes, products and who takes part in them."""

from django.contrib import admin

from accounts.admin import ReadOnly, RecordAdmin
from portfolio.models import Participation, PhaseChange, Product, Programme


class PhaseChanges(ReadOnly, admin.TabularInline):
    model = PhaseChange
    extra = 0
    ordering = ["on"]


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
