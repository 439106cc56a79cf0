"""A table one can search, narrow, sort, page through and download exactly as shown."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django_tables2 import RequestConfig

from kit import lists
from kit.access import Page
from kit.sheets import Sheet, download
from kit.views.downloads import Tables, table_file
from kit.views.rows import visible_rows

PER_PAGE = (25, 50, 100)


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
    # Other tables that stand beside the list, by their word in the address.
    tables: ClassVar[Tables] = {}

    def get_queryset(self) -> Any:
        return visible_rows(self.model, self.request.user)

    def in_table(self, rows: Any) -> Any:
        """What the table shows of the records narrowed: those themselves, unless a page makes rows of them."""
        return rows

    def finding(self, rows: Any) -> Any:
        """What the list says, in a sentence or some, made from the rows that are shown."""
        return ""

    def get_context(self) -> dict[str, Any]:
        return {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        narrowed = self._narrowed()
        # A filter that cannot be read shows no rows, rather than rows that were not asked for.
        valid = narrowed is not None and narrowed.form.is_valid()
        rows = self.in_table(narrowed.qs if valid else self._unfiltered(narrowed))
        table = self.table_class(rows, request=request, caption=self.table_class.caption or self.title)
        RequestConfig(request, paginate=False).configure(table)
        kind = request.GET.get("download")
        if kind and "table" not in request.GET:
            sheet = Sheet(
                title=str(self.title), headings=table.headings(), rows=table.values(), as_at=timezone.localdate()
            )
            return download(sheet, kind=kind, name=slugify(str(self.title)))
        table.paginate(per_page=self._rows_a_page())
        # A page that is not there any more is the last one; one that is no number is the first.
        table.page = table.paginator.get_page(request.GET.get(table.prefixed_page_field, 1))
        if not kind and not self.kwargs and request.resolver_match:
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
        if self.request.GET.get("download"):
            return table_file(self.request, self.tables, context, about=self.title)
        response = render(self.request, self.fragment_name if fragment else self.template_name, context)
        patch_vary_headers(response, ["HX-Request"])
        return response
