"""The administration site's pages of money.

Rates, appraisals and runs are pay: shown to those who may see pay. They and assumptions are changed by nobody here, for
what has no maker counts as a shipped default, and what has one counts only when somebody else has signed it.
"""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from accounts.admin import ReadOnly, RecordAdmin
from funding.models import (
    Allocation,
    Appraisal,
    AppraisalRole,
    Assumption,
    Award,
    AwardLine,
    Fund,
    Option,
    OtherCost,
    Rate,
    Round,
    Run,
    SharedProduct,
)


class PayAdmin(ReadOnly, RecordAdmin):
    """An appraisal's own page may be open to everybody; here it lies open with all its inputs."""

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(super().has_view_permission(request, obj) and request.user.has_perm("funding.view_rates"))


class Allocations(admin.TabularInline):
    model = Allocation
    extra = 0
    ordering = ["year"]


class AwardLines(admin.TabularInline):
    model = AwardLine
    extra = 0
    ordering = ["year"]


class AppraisalRoles(ReadOnly, admin.TabularInline):
    model = AppraisalRole
    extra = 0


class SharedProducts(ReadOnly, admin.TabularInline):
    model = SharedProduct
    extra = 0


@admin.register(Fund)
class FundAdmin(RecordAdmin):
    list_display = ["__str__", "organisation", "cycle", "budget", "pays_permanent", "evidence"]
    list_filter = ["cycle", "budget", "pays_permanent", "evidence"]
    list_select_related = ["organisation"]
    search_fields = ["name_cy", "name_en"]
    autocomplete_fields = ["organisation"]
    inlines = [Allocations]
    sorted_by_name = True


@admin.register(Round)
class RoundAdmin(RecordAdmin):
    list_display = ["__str__", "opens", "closes", "panel", "decision", "delivery_ends", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["fund"]
    search_fields = ["fund__name_cy", "fund__name_en", "=year"]
    autocomplete_fields = ["fund"]


@admin.register(Award)
class AwardAdmin(RecordAdmin):
    list_display = ["reference", "fund", "product", "awarded_on", "expires", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["fund", "product"]
    search_fields = ["reference", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["fund", "round", "product"]
    inlines = [AwardLines]
    ordering = ["reference"]


@admin.register(OtherCost)
class OtherCostAdmin(RecordAdmin):
    list_display = ["product", "year", "category", "amount", "evidence"]
    list_filter = ["category", "evidence"]
    list_select_related = ["product"]
    search_fields = ["product__name_cy", "product__name_en"]
    autocomplete_fields = ["product"]


@admin.register(Assumption)
class AssumptionAdmin(ReadOnly, RecordAdmin):
    list_display = ["key", "value", "unit", "valid_from", "made_by", "signed_by", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["made_by", "signed_by"]
    search_fields = ["key"]
    ordering = ["key", "valid_from"]


@admin.register(Rate)
class RateAdmin(PayAdmin):
    list_display = ["role", "employment", "organisation", "amount", "valid_from", "made_by", "signed_by", "evidence"]
    list_filter = ["employment", "evidence"]
    list_select_related = ["role", "organisation", "made_by", "signed_by"]
    search_fields = ["role__name_cy", "role__name_en"]


@admin.register(Appraisal)
class AppraisalAdmin(PayAdmin):
    list_display = ["__str__", "product", "start_year", "years", "made_by", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["product", "made_by"]
    search_fields = ["name_cy", "name_en", "product__name_cy", "product__name_en"]
    inlines = [AppraisalRoles, SharedProducts]
    sorted_by_name = True


@admin.register(Option)
class OptionAdmin(PayAdmin):
    list_display = ["__str__", "appraisal", "position", "funding_model", "evidence"]
    list_filter = ["funding_model", "evidence"]
    list_select_related = ["appraisal"]
    search_fields = ["name_cy", "name_en", "appraisal__name_cy", "appraisal__name_en"]
    ordering = ["appraisal", "position"]


@admin.register(Run)
class RunAdmin(PayAdmin):
    list_display = ["__str__", "made_by", "made_at", "engine_version", "case_hash"]
    list_select_related = ["appraisal", "made_by"]
    search_fields = ["appraisal__name_cy", "appraisal__name_en", "case_hash"]
    ordering = ["-made_at"]
