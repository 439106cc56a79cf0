"""The administration site's pages of priorities."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Priority


@admin.register(Priority)
class PriorityAdmin(RecordAdmin):
    list_display = ["product", "organisation", "level", "since", "evidence"]
    list_filter = ["level", "evidence"]
    list_select_related = ["product", "organisation"]
    search_fields = ["product__name_cy", "product__name_en", "organisation__name_cy", "organisation__name_en"]
    autocomplete_fields = ["product", "organisation"]
