"""The administration site's pages of conversions and handovers."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from squads.models import Conversion, HandoverItem


class HandoverItems(admin.TabularInline):
    model = HandoverItem
    extra = 0
    fields = ["what_cy", "what_en", "by_whom", "due_on", "done_on"]


@admin.register(Conversion)
class ConversionAdmin(RecordAdmin):
    list_display = ["__str__", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["contractor__role", "contractor__squad", "permanent__role", "permanent__squad"]
    search_fields = ["contractor__squad__name_cy", "contractor__squad__name_en"]
    autocomplete_fields = ["contractor", "permanent"]
    inlines = [HandoverItems]


@admin.register(HandoverItem)
class HandoverItemAdmin(RecordAdmin):
    list_display = ["__str__", "conversion", "due_on", "done_on", "evidence"]
    list_filter = ["evidence"]
    list_select_related = [
        "conversion__contractor__role",
        "conversion__contractor__squad",
        "conversion__permanent__role",
        "conversion__permanent__squad",
    ]
    search_fields = ["what_cy", "what_en", "by_whom"]
    autocomplete_fields = ["conversion"]
