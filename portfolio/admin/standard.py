"""The administration site's page of assessments against the Standard."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import StandardAssessment


@admin.register(StandardAssessment)
class StandardAssessmentAdmin(RecordAdmin):
    list_display = ["product", "phase", "point", "result", "assessed_by", "assessed_on", "evidence"]
    list_filter = ["phase", "result", "assessed_by", "evidence"]
    list_select_related = ["product"]
    search_fields = ["product__name_cy", "product__name_en"]
    autocomplete_fields = ["product"]
