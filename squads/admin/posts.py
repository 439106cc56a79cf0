"""The administration site's pages of posts."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin import ReadOnly, RecordAdmin
from squads.models import Post, PostStateChange


class StateChanges(ReadOnly, admin.TabularInline):
    model = PostStateChange
    extra = 0
    ordering = ["on"]


@admin.register(Post)
class PostAdmin(RecordAdmin):
    """Who holds a post is left out, here and in its history, for those who may not see it."""

    list_display = ["role", "squad", "employment", "fte", "state", "planned_from", "planned_to", "evidence"]
    list_filter = ["employment", "state", "evidence"]
    list_select_related = ["role", "squad"]
    search_fields = ["squad__name_cy", "squad__name_en", "role__name_cy", "role__name_en"]
    autocomplete_fields = ["squad", "role"]
    inlines = [StateChanges]

    def get_exclude(self, request: HttpRequest, obj: Post | None = None) -> Any:
        return [] if request.user.has_perm("squads.view_holder") else ["holder"]

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        if lookup.split("__")[0] == "holder" and not request.user.has_perm("squads.view_holder"):
            return False
        return bool(super().lookup_allowed(lookup, value, request))

    def set_history_delta_changes(self, request: HttpRequest, historical_records: Any, **options: Any) -> None:
        super().set_history_delta_changes(request, historical_records, **options)
        if request.user.has_perm("squads.view_holder"):
            return
        holder = str(Post._meta.get_field("holder").verbose_name)
        for record in historical_records:
            shown = getattr(record, "history_delta_changes", None)
            if shown is not None:
                record.history_delta_changes = [
                    change for change in shown if str(change["field"]).lower() != holder.lower()
                ]
