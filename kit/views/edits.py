"""Forms for records. Nothing typed is lost: not to an error, another language or a rival."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import UpdateView

from kit import lists
from kit.access import Page
from kit.forms import VersionedModelForm, switching_language
from kit.views.rows import editable_or_refused, editable_row, visible_rows


class EditPage(Page, UpdateView):  # type: ignore[type-arg]
    """A form for a record, new or not. Nothing typed is lost: not to an error, another language or a rival."""

    template_name = "kit/edit.html"
    title_new: Any = ""
    title_edit: Any = ""
    detail_url_name = ""
    list_url_name = ""
    saved_message: Any = _("Saved.")
    form_id = "edit"

    @property
    def is_new(self) -> bool:
        return self.pk_url_kwarg not in self.kwargs

    def get_queryset(self) -> Any:
        return visible_rows(self.model, self.request.user)

    def get_object(self, queryset: Any = None) -> Any:
        if self.is_new:
            return None
        found = super().get_object(queryset)
        return editable_or_refused(found, self.request.user)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        if getattr(self.form_class, "wants_user", False):
            kwargs["user"] = self.request.user
        return kwargs

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.object = self.get_object()
        form: Any = self.get_form()
        if switching_language(request):
            return self.render_to_response(self.get_context_data(form=form.as_typed()))
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def perform(self, form: Any) -> Any:
        """Saves what was typed and gives the record; None where somebody else was quicker."""
        return form.save_or_conflict() if isinstance(form, VersionedModelForm) else form.save()

    def form_valid(self, form: Any) -> Any:
        saved = self.perform(form)
        if saved is None:
            return self.form_invalid(form)
        self.object = saved
        messages.success(self.request, self.saved_message)
        return redirect(self.get_success_url())

    def form_invalid(self, form: Any) -> Any:
        status = 409 if getattr(form, "conflict", None) else 422
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def get_success_url(self) -> str:
        return reverse(self.detail_url_name, args=[self.object.pk])

    def get_cancel_url(self) -> str:
        if self.object is not None and self.object.pk and self.detail_url_name:
            return reverse(self.detail_url_name, args=[self.object.pk])
        return lists.address(self.request, self.list_url_name) if self.list_url_name else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {
            "title": self.title_new if self.is_new else self.title_edit,
            "is_new": self.is_new,
            "cancel_url": self.get_cancel_url(),
            "language_form": self.form_id,
        }
        return super().get_context_data(**(more | kwargs))


class NewUnderPage(EditPage):
    """A new record of a parent. The address names the parent, which the person must be allowed to change."""

    is_new = True
    parent_model: ClassVar[Any]
    parent_field: ClassVar[str]
    parent_url_name: ClassVar[str]

    def get_object(self, queryset: Any = None) -> Any:
        self.parent = editable_row(self.parent_model, self.request.user, self.kwargs["pk"])
        return self.model(**{self.parent_field: self.parent})

    def get_success_url(self) -> str:
        return reverse(self.parent_url_name, args=[self.parent.pk])

    def get_cancel_url(self) -> str:
        return self.get_success_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**({"parent": self.parent} | kwargs))
