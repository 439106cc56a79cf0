"""The administration site's pages of risks and issues."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Risk


@admin.register(Risk)
class RiskAdmin(RecordAdmin):
    list_display = ["__str__", "product", "kind", "owner", "review_on", "closed_on", "evidence"]
    list_filter = ["kind", "response", "evidence"]
    list_select_related = ["product"]
    search_fields = ["event_cy", "event_en", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["product"]
