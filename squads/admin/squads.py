"""The administration site's pages of roles, squads and what they work on."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from squads.models import Assignment, Role, Squad


class Assignments(admin.TabularInline):
    model = Assignment
    extra = 0
    autocomplete_fields = ["product"]


@admin.register(Role)
class RoleAdmin(RecordAdmin):
    list_display = ["__str__", "code", "usual_grade", "evidence"]
    list_filter = ["evidence"]
    search_fields = ["name_cy", "name_en", "code"]
    sorted_by_name = True


@admin.register(Squad)
class SquadAdmin(RecordAdmin):
    list_display = ["__str__", "organisation", "since", "until", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["organisation"]
    search_fields = ["name_cy", "name_en"]
    autocomplete_fields = ["organisation"]
    inlines = [Assignments]
    sorted_by_name = True


@admin.register(Assignment)
class AssignmentAdmin(RecordAdmin):
    list_display = ["squad", "product", "share", "start", "end", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["squad", "product"]
    search_fields = ["squad__name_cy", "squad__name_en", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["squad", "product"]
