"""The administration site's pages of boards and groups."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Forum, ForumMember, Meeting


@admin.register(Forum)
class ForumAdmin(RecordAdmin):
    list_display = ["__str__", "kind", "organisation", "months_between", "since", "until", "evidence"]
    list_filter = ["kind", "evidence"]
    list_select_related = ["organisation"]
    search_fields = ["name_cy", "name_en"]
    autocomplete_fields = ["organisation"]
    sorted_by_name = True


@admin.register(ForumMember)
class ForumMemberAdmin(RecordAdmin):
    list_display = ["forum", "organisation"]
    list_select_related = ["forum", "organisation"]
    search_fields = ["forum__name_cy", "forum__name_en", "organisation__name_cy", "organisation__name_en"]
    autocomplete_fields = ["forum", "organisation"]


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    list_display = ["forum", "due_on", "state", "held_on", "evidence"]
    list_filter = ["state", "evidence"]
    list_select_related = ["forum"]
    search_fields = ["forum__name_cy", "forum__name_en"]
    autocomplete_fields = ["forum", "attended"]
