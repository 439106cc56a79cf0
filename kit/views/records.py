"""A record, and who changed it."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404
from django.urls import reverse
from django.views.generic import DetailView, TemplateView

from kit.access import Page
from kit.history import Change, changes
from kit.views.rows import visible_rows


class DetailPage(Page, DetailView):  # type: ignore[type-arg]
    """One record, 404 to those who may not see it."""

    def get_queryset(self) -> Any:
        return visible_rows(self.model, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**({"title": str(self.object)} | kwargs))


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
