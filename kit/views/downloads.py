"""The tables of a page as files, from what the page itself shows."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from kit.sheets import Sheet, download

# By the word of the address: a sheet of what a page shows, made from the page's own context.
Tables = Mapping[str, Callable[[dict[str, Any]], Sheet]]


def table_file(request: HttpRequest, tables: Tables, context: dict[str, Any], *, about: Any) -> HttpResponse:
    """`?table=posts&download=csv`: one of a page's tables; the file is named for what the page is about."""
    made = tables.get(request.GET.get("table", ""))
    if made is None:
        raise Http404
    sheet = made(context)
    return download(sheet, kind=request.GET["download"], name=slugify(f"{about} {sheet.title}"))


class WithDownloads:
    """For a page of a record: its `tables` are to be had as files."""

    tables: ClassVar[Tables] = {}
    request: Any
    object: Any

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        if self.request.GET.get("download"):
            return table_file(self.request, self.tables, context, about=self.object)
        response: HttpResponse = super().render_to_response(context, **options)  # type: ignore[misc]
        return response
