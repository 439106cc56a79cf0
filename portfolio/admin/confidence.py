"""The administration site's pages of delivery confidence."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Confidence


@admin.register(Confidence)
class ConfidenceAdmin(RecordAdmin):
    list_display = ["product", "on", "scale", "owner_rating", "independent_rating", "evidence"]
    list_filter = ["scale", "owner_rating", "independent_rating", "evidence"]
    list_select_related = ["product"]
    search_fields = ["product__name_cy", "product__name_en"]
    autocomplete_fields = ["product"]
