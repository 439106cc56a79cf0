"""Pages that show the narrowed products otherwise than as a list: the same filters, changed in place."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from kit.views import Page


class NarrowedPage(Page):
    """`get_context` is given the products that the filters leave, none where a filter cannot be read."""

    filterset_class: ClassVar[Any]
    title: Any = ""
    template_name = ""
    fragment_name = ""

    def get_queryset(self) -> Any:
        raise NotImplementedError

    def get_context(self, narrowed: Any, rows: Any) -> dict[str, Any]:
        raise NotImplementedError

    def download(self, kind: str, context: dict[str, Any]) -> HttpResponse | None:
        """What is shown as a file, where the page has one."""
        return None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        every = self.get_queryset()
        narrowed = self.filterset_class(request.GET, queryset=every, request=request)
        rows = narrowed.qs if narrowed.form.is_valid() else every.none()
        fragment = bool(getattr(request, "htmx", False)) and not self.request.htmx.boosted
        context = {"title": self.title, "narrowing": narrowed, "is_fragment": fragment}
        context |= self.get_context(narrowed, rows)
        if kind := request.GET.get("download"):
            file = self.download(kind, context)
            if file is not None:
                return file
        response = render(request, self.fragment_name if fragment else self.template_name, context)
        patch_vary_headers(response, ["HX-Request"])
        return response
