"""The lists of milestones and of requests to move a baseline."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kit.columns import FigureColumn
from kit.tables import BilingualColumn, BilingualLinkColumn, ChoiceColumn, DateColumn, EvidenceColumn, Table, TextColumn
from kit.templatetags.kit import capital
from portfolio.models import BaselineChange, Milestone
from portfolio.queries.milestones import slip_words, standing_words


class SlipColumn(FigureColumn):
    """Days after the baseline; in words on the page, as a number in a download."""

    def write(self, value: Any) -> str:
        return slip_words(None if value is None else value.days)

    def value(self, value: Any, table: Any) -> Any:
        return None if value is None else value.days


class StandingColumn(TextColumn):
    def render(self, value: Any) -> Any:
        return capital(standing_words(value))

    def value(self, value: Any) -> Any:
        return standing_words(value)


class MilestoneTable(Table):
    title = BilingualLinkColumn("portfolio:milestone", verbose_name=_("Milestone"))
    product = BilingualLinkColumn(
        "portfolio:product_milestones", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    forecast = DateColumn(verbose_name=_("Forecast"))
    slip = SlipColumn(verbose_name=_("Slip (days)"))
    standing = StandingColumn(verbose_name=_("Standing"))
    baseline = DateColumn(verbose_name=_("Baseline"))
    actual = DateColumn(verbose_name=_("Reached on"), if_none="–")
    organisation = BilingualColumn(accessor="product__organisation__name", verbose_name=_("Owner"))
    phase = ChoiceColumn(accessor="product__get_phase_display", order_by="product__phase", verbose_name=_("Phase"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Milestone
        fields = (
            "title",
            "product",
            "forecast",
            "slip",
            "standing",
            "baseline",
            "actual",
            "organisation",
            "phase",
            "evidence",
        )
        order_by = "forecast"


class BaselineChangeTable(Table):
    milestone = BilingualLinkColumn(
        "portfolio:baseline_change", accessor="milestone__title", verbose_name=_("Milestone")
    )
    product = BilingualLinkColumn(
        "portfolio:product_milestones",
        key="milestone.product_id",
        accessor="milestone__product__name",
        verbose_name=_("Product"),
    )
    before = DateColumn(verbose_name=_("Baseline before"), if_none="–")
    after = DateColumn(verbose_name=_("Baseline asked for"))
    reason = BilingualColumn(verbose_name=_("Reason"))
    state = ChoiceColumn(verbose_name=_("State"))
    asked_on = DateColumn(verbose_name=_("Asked on"))
    asked_by = TextColumn(verbose_name=_("Asked by"), orderable=False)
    decided_on = DateColumn(verbose_name=_("Decided on"), if_none="–")

    class Meta(Table.Meta):
        model = BaselineChange
        fields = ("milestone", "product", "before", "after", "reason", "state", "asked_on", "asked_by", "decided_on")
        order_by = "-asked_on"
