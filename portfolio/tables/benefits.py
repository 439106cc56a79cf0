"""The list of benefits."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kit.tables import BilingualColumn, BilingualLinkColumn, ChoiceColumn, EvidenceColumn, MoneyColumn, Table
from portfolio.models import Benefit, Product


class PoundsColumn(MoneyColumn):
    """Pounds of a benefit; a qualitative one has none, which is not the same as not known."""

    def render(self, value: Any, record: Any, table: Any) -> Any:  # type: ignore[override]
        if record.kind == Benefit.Kind.QUALITATIVE:
            return _("no pounds")
        return super().render(value, table)

    def value(self, value: Any, record: Any, table: Any) -> Any:  # type: ignore[override]
        return _("no pounds") if record.kind == Benefit.Kind.QUALITATIVE else super().value(value, table)


class DoubleCountColumn(BilingualColumn):
    """The product that would count the same benefit; one that the reader may not see is not named."""

    def render(self, record: Any, table: Any) -> Any:  # type: ignore[override]
        return super().render(record) if self._may_name(record, table) else _("another product")

    def value(self, record: Any, table: Any) -> Any:  # type: ignore[override]
        return super().value(record) if self._may_name(record, table) else _("another product")

    def _may_name(self, record: Any, table: Any) -> bool:
        key, user = record.double_counts_with_id, getattr(table.request, "user", None)
        if key is None or user is None or user.sees_all_organisations:
            return True
        if not hasattr(table, "nameable"):
            table.nameable = set(Product.objects.visible_to(user).values_list("pk", flat=True))
        return key in table.nameable


class BenefitTable(Table):
    title = BilingualLinkColumn("portfolio:benefit", verbose_name=gettext_lazy("Benefit"))
    product = BilingualLinkColumn(
        "portfolio:product_benefits",
        key="product_id",
        accessor="product__name",
        verbose_name=gettext_lazy("Product"),
    )
    expected_now = PoundsColumn(verbose_name=gettext_lazy("Expected this year (£)"), total=True)
    realised_now = PoundsColumn(verbose_name=gettext_lazy("Realised this year (£)"), total=True)
    expected = PoundsColumn(verbose_name=gettext_lazy("Expected, all years (£)"), total=True)
    realised = PoundsColumn(verbose_name=gettext_lazy("Realised, all years (£)"), total=True)
    kind = ChoiceColumn(verbose_name=gettext_lazy("Class"))
    beneficiary = BilingualColumn(verbose_name=gettext_lazy("Beneficiary"))
    double_counts_with = DoubleCountColumn(
        accessor="double_counts_with__name", verbose_name=gettext_lazy("Would double-count with")
    )
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Benefit
        fields = (
            "title",
            "product",
            "expected_now",
            "realised_now",
            "expected",
            "realised",
            "kind",
            "beneficiary",
            "double_counts_with",
            "evidence",
        )
        order_by = "title"
