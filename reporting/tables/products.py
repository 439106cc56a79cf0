"""The list of products as they stand."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kit import formats, marks
from kit.columns import Column
from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    NumberColumn,
    PercentColumn,
    Table,
)
from kit.templatetags import kit as tags
from portfolio.models import Product
from reporting.queries.products import in_post_together


class UpdatedColumn(DateColumn):
    """The day of a moment, here and in a file."""

    def value(self, value: Any) -> Any:
        return None if value is None else timezone.localtime(value).date()


class ConfidenceColumn(Column):
    """The responsible owner's latest rating; one asked for and not given is pending, and none at all is not known."""

    empty_values = ()

    def render(self, value: str) -> SafeString | str:
        return tags.rag_mark(value) if value else formats.not_known()

    def value(self, value: str) -> Any:
        return tags.capital(str(marks.RATINGS[value])) if value else None


class MoneyNextColumn(Column):
    """How certain the money of the next financial year is."""

    empty_values = ()

    def render(self, value: str) -> SafeString | str:
        return tags.drawn_mark(value) if value else "–"

    def value(self, value: str) -> Any:
        return str(marks.WORDS[value]) if value else None


class ContractorShareColumn(PercentColumn):
    """Nobody in post is not a share that is not known. The footer is that of all the rows together."""

    def write(self, value: Any) -> str:
        return _("nobody in post") if value is None else super().write(value)

    def value(self, value: Any, table: Any) -> Any:
        return self.write(value) if value is None else value

    def render_footer(self, table: Any) -> Any:
        return self.write(in_post_together(table.data.data, on=table.on))


class StandingTable(Table):
    name = BilingualLinkColumn("portfolio:product", verbose_name=gettext_lazy("Product"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=gettext_lazy("Owner"))
    phase = ChoiceColumn(verbose_name=gettext_lazy("Phase"))
    updated_at = UpdatedColumn(verbose_name=gettext_lazy("Last updated"))
    late_milestones = NumberColumn(total=True, verbose_name=pgettext_lazy("milestones", "Late"))
    overdue_milestones = NumberColumn(total=True, verbose_name=pgettext_lazy("milestones", "Overdue"))
    confidence = ConfidenceColumn(verbose_name=gettext_lazy("Confidence"))
    standard_met = NumberColumn(verbose_name=gettext_lazy("Standard met (of 12)"))
    money_next = MoneyNextColumn(verbose_name=gettext_lazy("Money after 31 March"))
    contractor_share = ContractorShareColumn(verbose_name=gettext_lazy("Contractors in post"))
    decisions_due = NumberColumn(total=True, verbose_name=gettext_lazy("Decisions due"))
    programme = BilingualColumn(accessor="programme__name", verbose_name=gettext_lazy("Programme"))

    class Meta(Table.Meta):
        model = Product
        fields = (
            "name",
            "organisation",
            "phase",
            "updated_at",
            "late_milestones",
            "overdue_milestones",
            "confidence",
            "standard_met",
            "money_next",
            "contractor_share",
            "decisions_due",
            "programme",
        )
        order_by = "name"

    @property
    def on(self) -> datetime.date:
        """The day the list is of: that on which it is asked for."""
        return timezone.localdate()
