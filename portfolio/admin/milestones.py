"""The administration site's pages of milestones and benefits."""

from django.contrib import admin

from accounts.admin import ReadOnly, RecordAdmin
from portfolio.models import BaselineChange, Benefit, BenefitYear, Milestone, MilestoneForecast


class Forecasts(ReadOnly, admin.TabularInline):
    model = MilestoneForecast
    extra = 0
    ordering = ["made_on"]


class BaselineChanges(ReadOnly, admin.TabularInline):
    model = BaselineChange
    extra = 0
    ordering = ["asked_on"]


@admin.register(Milestone)
class MilestoneAdmin(RecordAdmin):
    list_display = ["__str__", "product", "baseline", "forecast", "actual", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["product"]
    search_fields = ["title_cy", "title_en", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["product"]
    # Moved by a change request, and kept by its own pages.
    readonly_fields = ["baseline", "forecast"]
    inlines = [Forecasts, BaselineChanges]


class BenefitYears(ReadOnly, admin.TabularInline):
    model = BenefitYear
    extra = 0
    ordering = ["year"]


@admin.register(Benefit)
class BenefitAdmin(RecordAdmin):
    list_display = ["__str__", "product", "kind", "evidence"]
    list_filter = ["kind", "evidence"]
    list_select_related = ["product"]
    search_fields = ["title_cy", "title_en", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["product", "double_counts_with"]
    inlines = [BenefitYears]
