"""Columns of tables. `render` is what the page shows; `value` is what a download holds, unrounded."""

from typing import Any

import django_tables2 as tables
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit import bilingual, formats
from kit.templatetags import kit as tags

NONE = "–"


def may_see(table: Any, column: Any) -> bool:
    """Whether the table's reader has the right that a column's figures need. Without a reader nobody has."""
    right = getattr(column, "withheld_without", None)
    if not right:
        return True
    user = getattr(getattr(table, "request", None), "user", None)
    return bool(user is not None and user.has_perm(right))


def steps(accessor: Any) -> list[str]:
    return str(accessor).split("__")


def follow(record: Any, path: list[str]) -> Any:
    """What a path of names leads to, None where a step leads nowhere."""
    for part in path:
        record = getattr(record, part, None)
    return record


class Column(tables.Column):
    """The base of our columns. A path may be written with points, as in templates: "organisation.name"."""

    numeric = False

    def __init__(self, **options: Any) -> None:
        if isinstance(options.get("accessor"), str):
            options["accessor"] = options["accessor"].replace(".", "__")
        super().__init__(**options)


class TextColumn(Column):
    """Text, sorted without regard to capitals."""

    def sort_path(self) -> str:
        return str(self.accessor)

    def order(self, queryset: Any, is_descending: bool) -> tuple[Any, bool]:
        if self.order_by is not None:
            return queryset, False
        key = Lower(self.sort_path())
        return queryset.order_by(key.desc() if is_descending else key.asc()), True


class LinkMixin:
    """Leads to the page of the row, or of the record that `key` names ("product" for row.product_id)."""

    view_name: str
    key: str

    def link_to(self, content: Any, record: Any) -> Any:
        found = follow(record, self.key.split("."))
        if found is None or content == "":
            return content
        return format_html('<a class="govuk-link" href="{}">{}</a>', reverse(self.view_name, args=[found]), content)


class LinkColumn(LinkMixin, TextColumn):
    def __init__(self, view_name: str, *, key: str = "pk", **options: Any) -> None:
        super().__init__(**options)
        self.view_name, self.key = view_name, key

    def render(self, value: Any, record: Any) -> Any:
        return self.link_to(value, record)

    def value(self, value: Any) -> Any:
        return value


class BilingualColumn(TextColumn):
    """A pair of texts in the page's language, marked where it is there in the other one only."""

    def sort_path(self) -> str:
        return bilingual.pair_field(super().sort_path())

    # The accessor's own value is the pair read already, without the language it was found in.
    empty_values = ()

    def holder(self, record: Any) -> tuple[Any, str]:
        """The record that has the pair, and the pair's name: `organisation.name` is the organisation's `name`."""
        *path, name = steps(self.accessor)
        return follow(record, path), name

    def text(self, record: Any) -> Any:
        found, name = self.holder(record)
        return "" if found is None else tags.bilingual_text(found, name)

    def render(self, record: Any) -> Any:
        return self.text(record)

    def value(self, record: Any) -> Any:
        found, name = self.holder(record)
        return None if found is None else bilingual.reading(found, name).text


class BilingualLinkColumn(LinkMixin, BilingualColumn):
    def __init__(self, view_name: str, *, key: str = "pk", **options: Any) -> None:
        super().__init__(**options)
        self.view_name, self.key = view_name, key

    def render(self, record: Any) -> Any:
        return self.link_to(self.text(record), record)


class ChoiceColumn(Column):
    """A choice by its label, in the order in which the choices are kept."""

    def render(self, value: Any) -> Any:
        return tags.capital(str(value))

    def value(self, value: Any) -> Any:
        return tags.capital(str(value))


class MarkColumn(ChoiceColumn):
    """A choice that is drawn: permanent, contractor, vacant, or how certain money is."""

    def render(self, value: Any, record: Any) -> Any:  # type: ignore[override]
        return tags.drawn_mark(str(follow(record, steps(self.accessor))), value)


class RagColumn(ChoiceColumn):
    """A rating: a word in a shape, then a colour."""

    def render(self, value: Any, record: Any) -> Any:  # type: ignore[override]
        return tags.rag_mark(str(follow(record, steps(self.accessor)) or ""), value)


class EvidenceColumn(Column):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"verbose_name": gettext_lazy("Evidence"), "accessor": "evidence"} | options)

    def render(self, record: Any) -> Any:
        return tags.evidence_mark(follow(record, steps(self.accessor)))

    def value(self, record: Any) -> Any:
        return formats.evidence(follow(record, steps(self.accessor)))


class FigureColumn(Column):
    """A figure on the right of its column. Not known sorts last either way, and is never counted as nought."""

    numeric = True
    empty_values = ()

    def __init__(self, *, total: bool = False, withheld_without: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.total, self.withheld_without = total, withheld_without

    def write(self, value: Any) -> str:
        raise NotImplementedError

    def render(self, value: Any, table: Any) -> Any:
        return self.write(value) if may_see(table, self) else tags.withheld()

    def value(self, value: Any, table: Any) -> Any:
        return value if may_see(table, self) else formats.withheld()

    def order(self, queryset: Any, is_descending: bool) -> tuple[Any, bool]:
        if self.order_by is not None:
            return queryset, False
        key = F(str(self.accessor))
        sorted_by = key.desc(nulls_last=True) if is_descending else key.asc(nulls_last=True)
        return queryset.order_by(sorted_by), True

    def render_footer(self, table: Any) -> Any:
        """The total over every row of the list, not this page's alone; what is not known is said beside it."""
        if not self.total:
            return ""
        if not may_see(table, self):
            return tags.withheld()
        found, missing = self._sum(table)
        if found is None:
            return formats.not_known()
        if not missing:
            return self.write(found)
        return format_html(
            '{} <span class="unit">({})</span>', self.write(found), _("not known: %(count)s") % {"count": missing}
        )

    def _sum(self, table: Any) -> tuple[Any, int]:
        rows, path = table.data.data, str(self.accessor)
        if hasattr(rows, "aggregate"):
            found: tuple[Any, int] = table.sums[path]
            return found
        values = [self.accessor.resolve(row) for row in rows]
        known = [value for value in values if value is not None]
        return (sum(known) if known else None), len(values) - len(known)


def sums_of(table: Any, rows: Any) -> dict[str, tuple[Any, int]]:
    """By accessor: the sum of each column that has a total and may be seen, and how many are not known. One query."""
    columns = [bound.column for bound in table.columns.itervisible() if getattr(bound.column, "total", False)]
    paths = [str(column.accessor) for column in columns if may_see(table, column)]
    asked: dict[str, Any] = {}
    for number, path in enumerate(paths):
        asked[f"kit_sum_{number}"] = Sum(path)
        asked[f"kit_missing_{number}"] = Count("pk", filter=Q(**{f"{path}__isnull": True}))
    found = rows.order_by().aggregate(**asked)
    return {path: (found[f"kit_sum_{number}"], found[f"kit_missing_{number}"]) for number, path in enumerate(paths)}


class MoneyColumn(FigureColumn):
    def __init__(self, *, pence: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.pence = pence

    def write(self, value: Any) -> str:
        return formats.money(value, self.pence)


class FTEColumn(FigureColumn):
    def write(self, value: Any) -> str:
        return formats.fte(value)


class NumberColumn(FigureColumn):
    def __init__(self, *, places: int = 0, **options: Any) -> None:
        super().__init__(**options)
        self.places = places

    def write(self, value: Any) -> str:
        return formats.number(value, self.places)


class PercentColumn(FigureColumn):
    def write(self, value: Any) -> str:
        return formats.percent(value)


class _WhenColumn(Column):
    empty_values = ()
    if_none: Any = None

    def __init__(self, *, if_none: Any = None, **options: Any) -> None:
        super().__init__(**options)
        self.if_none = if_none

    def write(self, value: Any) -> str:
        raise NotImplementedError

    def render(self, value: Any) -> Any:
        return self.if_none if value is None and self.if_none is not None else self.write(value)

    def value(self, value: Any) -> Any:
        """Words for a date that is not there are in a file as well; a dash says no more than an empty cell."""
        return str(self.if_none) if value is None and self.if_none not in (None, NONE) else value


class DateColumn(_WhenColumn):
    """`if_none`: what to say of a date that is not there, where "not known" would be wrong ("no end")."""

    def write(self, value: Any) -> str:
        return formats.date(value)


class MonthColumn(_WhenColumn):
    def write(self, value: Any) -> str:
        return formats.month(value)


class YearColumn(_WhenColumn):
    """A financial year; in a download as it is written, since 2027 alone would be misread."""

    def write(self, value: Any) -> str:
        return formats.financial_year(value)

    def value(self, value: Any) -> Any:
        return None if value is None else formats.financial_year(value)
