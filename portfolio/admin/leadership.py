"""The administration site's pages of digital leadership."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Leadership


@admin.register(Leadership)
class LeadershipAdmin(RecordAdmin):
    list_display = ["organisation", "officer", "on_board", "start", "end", "evidence"]
    list_filter = ["officer", "on_board", "evidence"]
    list_select_related = ["organisation"]
    search_fields = ["organisation__name_cy", "organisation__name_en"]
    autocomplete_fields = ["organisation"]
