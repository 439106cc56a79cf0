"""The tables of a record's page as files, from what the page itself shows."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from django.utils.text import slugify

from kit.sheets import Sheet, download


class WithDownloads:
    """For a page of a record: `?table=posts&download=csv` is one of `tables`, made from the page's own context."""

    tables: ClassVar[Mapping[str, Callable[[dict[str, Any]], Sheet]]] = {}
    request: Any

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        kind = self.request.GET.get("download")
        if not kind:
            response: HttpResponse = super().render_to_response(context, **options)  # type: ignore[misc]
            return response
        made = self.tables.get(self.request.GET.get("table", ""))
        if made is None:
            raise Http404
        sheet = made(context)
        return download(sheet, kind=kind, name=slugify(f"{context['title']} {sheet.title}"))
