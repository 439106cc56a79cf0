"""Tables of lists: GOV.UK markup, sorting that is the same on every page, totals, and raw values for downloads."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

import django_tables2 as tables
from django.core.exceptions import FieldError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kit.columns import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    FigureColumn,
    FTEColumn,
    LinkColumn,
    MarkColumn,
    MoneyColumn,
    MonthColumn,
    NumberColumn,
    PercentColumn,
    RagColumn,
    TextColumn,
    YearColumn,
    may_see,
    sums_of,
)

__all__ = [
    "BilingualColumn",
    "BilingualLinkColumn",
    "ChoiceColumn",
    "DateColumn",
    "EvidenceColumn",
    "FTEColumn",
    "LinkColumn",
    "MarkColumn",
    "MoneyColumn",
    "MonthColumn",
    "NumberColumn",
    "PercentColumn",
    "RagColumn",
    "Table",
    "TextColumn",
    "YearColumn",
]


class Table(tables.Table):
    """The base of every table. Rows that sort alike are settled by their key, so that no page repeats another's."""

    caption: Any = ""

    class Meta:
        template_name = "django_tables2/govuk.html"
        empty_text = _("Nothing here yet.")
        default = "–"  # the same dash as beside a date there is none of
        per_page = 25
        attrs: dict[str, str] = {}

    def __init__(
        self, data: Any = None, *, request: HttpRequest | None = None, caption: Any = "", **options: Any
    ) -> None:
        self.request = request
        self.caption = caption or self.caption
        super().__init__(data, **options)
        for bound in self.columns.iterall():
            if not may_see(self, bound.column) or not self._can_sort(bound):
                # Sorting by what is withheld would tell its order.
                bound.column.orderable = False
        self._settle_ties()

    @property
    def order_by(self) -> Any:
        return self._order_by

    @order_by.setter
    def order_by(self, value: Any) -> None:
        tables.Table.order_by.fset(self, value)
        self._settle_ties()

    def _settle_ties(self) -> None:
        rows = self.data.data
        # A queryset of values() is grouped by what it sorts by: another column would change its sums.
        if isinstance(rows, QuerySet) and rows._fields is None and not rows.query.is_sliced:  # type: ignore[attr-defined]
            chosen = rows.query.order_by
            if "pk" not in chosen:
                self.data.data = rows.order_by(*chosen, "pk")

    def _can_sort(self, bound: Any) -> bool:
        """Whether the database knows the column; a property or a sentence cannot be sorted by."""
        rows = self.data.data
        if not isinstance(rows, QuerySet) or bound.column.order_by is not None:
            return True
        path = bound.column.sort_path() if hasattr(bound.column, "sort_path") else bound.accessor
        first, *rest = str(path).split("__")
        if first in rows.query.annotations:
            return True
        try:
            rows.query.names_to_path([first, *rest], rows.model._meta, fail_on_missing=True)
        except FieldError:
            return False
        return True

    @cached_property
    def sums(self) -> Any:
        """What every column with a total comes to, asked for at once: a list may be costly to go through."""
        return sums_of(self, self.data.data)

    def visible_columns(self) -> list[Any]:
        return list(self.columns.itervisible())

    def headings(self) -> list[str]:
        return [str(bound.header) for bound in self.visible_columns() if not bound.column.exclude_from_export]

    def values(self) -> Iterator[list[Any]]:
        """Every row, all pages, with raw values: the same columns that are seen."""
        names = [bound.name for bound in self.visible_columns() if not bound.column.exclude_from_export]
        for row in self.rows:
            yield [_plain(row.get_cell_value(name)) for name in names]

    @property
    def shown_from(self) -> int:
        return int(self.page.start_index())

    @property
    def shown_to(self) -> int:
        return int(self.page.end_index())

    def totalled(self) -> bool:
        return any(isinstance(bound.column, FigureColumn) and bound.column.total for bound in self.visible_columns())


def _plain(value: Any) -> Any:
    """Lazy texts and records as text; figures, dates and nothing as they are."""
    return value if value is None or isinstance(value, str | int | float | Decimal | datetime.date) else str(value)
