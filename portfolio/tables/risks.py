"""The register of risks and issues."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.tables import (
    BilingualColumn,
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    NumberColumn,
    Table,
    TextColumn,
)
from portfolio.models import Risk
from portfolio.queries.risks import band_of


class ScoreColumn(NumberColumn):
    """A score with the word of its band."""

    def write(self, value: Any) -> Any:
        written = super().write(value)
        if value is None:
            return written
        band = band_of(value)
        return format_html('<span class="score score--{}">{} · {}</span>', band.key, written, band.word)


class EventColumn(BilingualColumn):
    """Leads to the row on its product's page."""

    def render(self, record: Any) -> Any:
        page = reverse("portfolio:product_risks", args=[record.product_id])
        return format_html('<a class="govuk-link" href="{}#risk-{}">{}</a>', page, record.pk, self.text(record))


class ReviewColumn(DateColumn):
    def render(self, value: Any, record: Any) -> Any:  # type: ignore[override]
        written = super().render(value)
        if not getattr(record, "review_overdue", False):
            return written
        return format_html('{} <strong class="late">{}</strong>', written, _("overdue"))


class RiskTable(Table):
    event = EventColumn(verbose_name=gettext_lazy("Event"))
    product = BilingualLinkColumn(
        "portfolio:product", key="product_id", accessor="product__name", verbose_name=gettext_lazy("Product")
    )
    kind = ChoiceColumn(verbose_name=gettext_lazy("Kind"))
    score = ScoreColumn(verbose_name=gettext_lazy("Current score"))
    inherent = NumberColumn(verbose_name=gettext_lazy("Inherent"))
    target = NumberColumn(verbose_name=gettext_lazy("Target"))
    owner = TextColumn(verbose_name=gettext_lazy("Owner"))
    response = ChoiceColumn(verbose_name=gettext_lazy("Response"))
    review_on = ReviewColumn(verbose_name=gettext_lazy("Review on"), if_none="–")
    closed_on = DateColumn(verbose_name=gettext_lazy("Closed on"), if_none="–")
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Risk
        fields = (
            "event",
            "product",
            "kind",
            "score",
            "review_on",
            "owner",
            "inherent",
            "target",
            "response",
            "closed_on",
            "evidence",
        )
        order_by = "-score"
