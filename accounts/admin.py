"""The administration site: people here, and the form that every other part's records take on it."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from accounts.models import User
from accounts.roles import Role
from kit.bilingual import pair_field
from kit.models import Versioned

# One door, with its limits on attempts: an administrator signs in where everybody does.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
# `accounts.roles` fixes what a group may do, and the address is kept on the person: editing these would change nothing.
admin.site.unregister(Group)
admin.site.unregister(EmailAddress)


class RecordAdmin(SimpleHistoryAdmin):
    """A record with its history, narrowed to the rows a person may see. Names sort in the language of the page.

    A record with forms of its own (its rows say who they are `editable_by`) is changed there, where a second editor is
    shown both versions; here only a superuser changes it.
    """

    list_per_page = 50
    show_full_result_count = False
    sorted_by_name = False

    @property
    def has_forms_of_its_own(self) -> bool:
        return hasattr(self.model._default_manager, "editable_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.visible_to(request.user) if hasattr(rows, "visible_to") else rows

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(super().has_add_permission(request) and self._may_write(request))

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(super().has_change_permission(request, obj) and self._may_write(request))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(super().has_delete_permission(request, obj) and self._may_write(request))

    def _may_write(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser or not self.has_forms_of_its_own)

    def get_ordering(self, request: HttpRequest) -> Any:
        return [pair_field("name")] if self.sorted_by_name else super().get_ordering(request)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """Looking back only: the library's page would put the old version back for anybody who may look at it."""
        if request.method != "GET":
            raise PermissionDenied
        response: HttpResponseBase = super().history_form_view(request, object_id, version_id, extra_context)
        return response

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Counts as a save by form: somebody with the record open on its own page is then shown both versions."""
        if change and isinstance(obj, Versioned):
            obj.version += 1
        super().save_model(request, obj, form, change)


class ReadOnly:
    """Seen here and changed elsewhere, by an action that keeps something else true at the same time."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(role.value, role.label) for role in Role]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


class RolesField(forms.ModelMultipleChoiceField):
    """The roles by their names in words, not the groups by their codes."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return str(Role(obj.name).label) if obj.name in Role.values else obj.name


class PersonForm(forms.ModelForm):
    groups = RolesField(Group.objects.filter(name__in=Role.values), label=_("Roles"), required=False)

    class Meta:
        model = User
        fields = [
            "email",
            "first_name",
            "last_name",
            "preferred_language",
            "organisation",
            "groups",
            "is_active",
            "is_staff",
            "is_superuser",
        ]
        help_texts = {
            "email": _("They set a password of their own by “Forgotten your password?” on the sign-in page."),
            "organisation": _("A delivery lead sees what this organisation owns or takes part in."),
            "is_staff": _("Lets them into this site, to see there what their roles allow."),
            "is_superuser": _("Opens everything but pay, whatever their roles."),
        }


@admin.register(User)
class PersonAdmin(RecordAdmin):
    form = PersonForm
    list_display = ["email", "first_name", "last_name", "organisation", "preferred_language", "is_active", "is_staff"]
    list_filter = [RoleFilter, "is_active", "is_staff", "preferred_language"]
    list_select_related = ["organisation"]
    search_fields = ["email", "first_name", "last_name"]
    autocomplete_fields = ["organisation"]
    ordering = ["email"]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return [] if request.user.is_superuser else ["is_superuser"]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whoever could change a superuser's address could have their password sent to themselves."""
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_touch(request, obj)

    def get_actions(self, request: HttpRequest) -> Any:
        """No deleting of many at once: that would pass superusers by."""
        return {}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def _may_touch(self, request: HttpRequest, obj: Model | None) -> bool:
        return bool(request.user.is_superuser or not getattr(obj, "is_superuser", False))
