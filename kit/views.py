"""What pages are made from: a list, a record, a form, a history. Each names its right and shows only visible rows."""

import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView, TemplateView, UpdateView
from django_tables2 import RequestConfig

from kit import lists
from kit.access import Page, SignedInRequest, permission_required_403
from kit.forms import VersionedModelForm, switching_language
from kit.history import Change, changes
from kit.sheets import Sheet, download

__all__ = [
    "DetailPage",
    "EditPage",
    "HistoryPage",
    "ListPage",
    "Page",
    "SignedInRequest",
    "accessibility",
    "health",
    "permission_required_403",
    "switching_language",
]

PER_PAGE = (25, 50, 100)
STATEMENT_PREPARED_ON = datetime.date(2026, 11, 24)


@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Says that the service answers and reaches its database. Nothing about either is told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement the regulations ask for, open to everybody."""
    return render(request, "kit/accessibility.html", {"prepared_on": STATEMENT_PREPARED_ON})


def visible_rows(model: Any, user: Any) -> Any:
    return model.objects.visible_to(user)


class ListPage(Page):
    """A table one can search, narrow, sort, page through and download exactly as shown."""

    model: ClassVar[Any]
    table_class: ClassVar[Any]
    filterset_class: Any = None
    title: Any = ""
    empty_text: Any = _("Nothing has been recorded here yet.")
    first_step: tuple[Any, str] | None = None
    first_step_permission = ""
    per_page = PER_PAGE[0]
    template_name = "kit/list.html"
    fragment_name = "kit/_list.html"

    def get_queryset(self) -> Any:
        return visible_rows(self.model, self.request.user)

    def finding(self, rows: Any) -> Any:
        """What the list says, in a sentence or some, made from the rows that are shown."""
        return ""

    def get_context(self) -> dict[str, Any]:
        return {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        narrowed = self._narrowed()
        # A filter that cannot be read shows no rows, rather than rows that were not asked for.
        rows = narrowed.qs if narrowed is not None and narrowed.form.is_valid() else self._unfiltered(narrowed)
        table = self.table_class(rows, request=request, caption=self.table_class.caption or self.title)
        RequestConfig(request, paginate=False).configure(table)
        if kind := request.GET.get("download"):
            sheet = Sheet(
                title=str(self.title), headings=table.headings(), rows=table.values(), as_at=timezone.localdate()
            )
            return download(sheet, kind=kind, name=slugify(str(self.title)))
        table.paginate(per_page=self._rows_a_page())
        # A page that is not there any more is the last one; one that is no number is the first.
        table.page = table.paginator.get_page(request.GET.get(table.prefixed_page_field, 1))
        if not self.kwargs and request.resolver_match:
            lists.remember(request, request.resolver_match.view_name)
        return self._page(table, narrowed, rows)

    def _narrowed(self) -> Any:
        if self.filterset_class is None:
            return None
        return self.filterset_class(self.request.GET, queryset=self.get_queryset(), request=self.request)

    def _unfiltered(self, narrowed: Any) -> Any:
        rows = self.get_queryset()
        return rows if narrowed is None else rows.none()

    def _rows_a_page(self) -> int:
        """As asked for, else as this person asked for last, else 25."""
        asked = self.request.GET.get(lists.PER_PAGE, "")
        kept = self.request.session.get(lists.PER_PAGE, self.per_page)
        if asked.isascii() and asked.isdigit() and int(asked) in PER_PAGE:
            if int(asked) != kept:
                self.request.session[lists.PER_PAGE] = int(asked)
            return int(asked)
        return kept if kept in PER_PAGE else self.per_page

    def _page(self, table: Any, narrowed: Any, rows: Any) -> HttpResponse:
        fragment = bool(getattr(self.request, "htmx", False)) and not self.request.htmx.boosted
        first_step = self.first_step
        if first_step and self.first_step_permission and not self.request.user.has_perm(self.first_step_permission):
            first_step = None
        context = {
            "title": self.title,
            "table": table,
            "narrowing": narrowed,
            "finding": self.finding(rows),
            "empty_text": self.empty_text,
            "first_step": first_step and (first_step[0], reverse(first_step[1])),
            "per_page_choices": PER_PAGE,
            "is_fragment": fragment,
            **self.get_context(),
        }
        response = render(self.request, self.fragment_name if fragment else self.template_name, context)
        patch_vary_headers(response, ["HX-Request"])
        return response


class DetailPage(Page, DetailView):  # type: ignore[type-arg]
    """One record, 404 to those who may not see it."""

    def get_queryset(self) -> Any:
        return visible_rows(self.model, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**({"title": str(self.object)} | kwargs))


class EditPage(Page, UpdateView):  # type: ignore[type-arg]
    """A form for a record, new or not. Nothing typed is lost: not to an error, another language or a rival."""

    template_name = "kit/edit.html"
    title_new: Any = ""
    title_edit: Any = ""
    detail_url_name = ""
    list_url_name = ""
    saved_message: Any = _("Saved.")
    form_id = "edit"

    def get_queryset(self) -> Any:
        return visible_rows(self.model, self.request.user)

    def get_object(self, queryset: Any = None) -> Any:
        if self.pk_url_kwarg not in self.kwargs:
            return None
        found = super().get_object(queryset)
        editable = getattr(type(found).objects, "editable_by", None)
        if editable is not None and not editable(self.request.user).filter(pk=found.pk).exists():
            raise PermissionDenied
        return found

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
        is_new = self.pk_url_kwarg not in self.kwargs
        more = {
            "title": self.title_new if is_new else self.title_edit,
            "is_new": is_new,
            "cancel_url": self.get_cancel_url(),
            "language_form": self.form_id,
        }
        return super().get_context_data(**(more | kwargs))


class HistoryPage(Page, TemplateView):
    """Who changed a record, when, and what it was before."""

    model: ClassVar[type[models.Model]]
    detail_url_name = ""
    template_name = "kit/history.html"
    at_most = 100
    # Columns that need a right of their own: {"amount": "funding.view_rates"}.
    withheld_fields: ClassVar[dict[str, str]] = {}
    # What to say of a column that holds more than one value.
    worded_fields: ClassVar[dict[str, Any]] = {}

    def get_record(self) -> Any:
        found = visible_rows(self.model, self.request.user).filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.get_record()
        hidden = {name for name, right in self.withheld_fields.items() if not self.request.user.has_perm(right)}
        found: list[Change] = changes(record, hidden=hidden, worded=self.worded_fields, at_most=self.at_most)
        more = {
            "object": record,
            "changes": found,
            "at_most": self.at_most,
            "detail_url": reverse(self.detail_url_name, args=[record.pk]) if self.detail_url_name else "",
        }
        return super().get_context_data(**(more | kwargs))
