"""The administration site's pages of organisations."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import FormerName, Organisation


class FormerNames(admin.TabularInline):
    model = FormerName
    extra = 0


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    list_display = ["__str__", "kind", "ons_code", "valid_from", "valid_to", "evidence"]
    list_filter = ["kind", "evidence"]
    search_fields = ["name_cy", "name_en", "ons_code"]
    autocomplete_fields = ["successor"]
    inlines = [FormerNames]
    sorted_by_name = True
