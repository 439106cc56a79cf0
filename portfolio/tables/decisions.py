"""The list of decisions."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kit.tables import BilingualColumn, BilingualLinkColumn, ChoiceColumn, DateColumn, EvidenceColumn, Table, TextColumn
from kit.templatetags.kit import capital
from portfolio.models import Decision
from portfolio.queries.logs import Standing


class LogLinkColumn(BilingualColumn):
    """Leads to the row on its product's page of decisions and lessons; `anchor` is what its rows are called there."""

    def __init__(self, anchor: str, **options: Any) -> None:
        super().__init__(**options)
        self.anchor = anchor

    def render(self, record: Any) -> Any:
        page = reverse("portfolio:product_logs", args=[record.product_id])
        return format_html(
            '<a class="govuk-link" href="{}#{}-{}">{}</a>', page, self.anchor, record.pk, self.text(record)
        )


class StandingColumn(ChoiceColumn):
    """Overdue is a word in a box; the rest are words."""

    def render(self, value: Any) -> Any:
        word = self.value(value)
        return format_html('<strong class="late">{}</strong>', word) if value == Standing.OVERDUE else word

    def value(self, value: Any) -> Any:
        return capital(str(Standing(value).label))


class DecisionTable(Table):
    question = LogLinkColumn("decision", verbose_name=_("What is to be decided"))
    product = BilingualLinkColumn(
        "portfolio:product", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    standing = StandingColumn(verbose_name=_("State"), order_by=("pressing", "due_on"))
    due_on = DateColumn(verbose_name=_("Needed by"), if_none="–")
    decided_on = DateColumn(verbose_name=_("Decided on"), if_none="–")
    decided_by = TextColumn(verbose_name=_("Decided by"))
    outcome = BilingualColumn(verbose_name=_("Decision"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Decision
        fields = ("question", "product", "standing", "due_on", "decided_on", "decided_by", "outcome", "evidence")
        order_by = "standing"
