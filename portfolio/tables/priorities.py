"""The list of products by how high organisations put them."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.columns import Column
from kit.tables import BilingualLinkColumn, FTEColumn, MoneyColumn, NumberColumn, Table
from kit.templatetags.kit import capital
from portfolio.models import Priority, Product
from portfolio.queries.priorities import PARTED, level_of, why


class LevelColumn(Column):
    """A priority by its step: its word, or that none was given."""

    empty_values = ()

    def words(self, value: Any) -> str:
        level = level_of(value)
        return capital(Priority.Level(level).label) if level else gettext("no word")

    def render(self, value: Any) -> Any:
        return self.words(value)

    def value(self, value: Any) -> Any:
        return self.words(value)


class GapColumn(NumberColumn):
    """The steps between the highest and the lowest, and whether that is parting, in words."""

    def render(self, value: Any, table: Any) -> Any:
        steps = formats.number(value)
        return gettext("%(steps)s: they part") % {"steps": steps} if (value or 0) >= PARTED else steps


class WhyColumn(Column):
    """Who put it highest and who lowest."""

    empty_values = ()

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"accessor": "pk", "orderable": False} | options)

    def render(self, record: Any) -> Any:
        return why(record.words)

    def value(self, record: Any) -> Any:
        return why(record.words)


class PriorityTable(Table):
    name = BilingualLinkColumn("portfolio:product_priorities", verbose_name=_("Product"))
    government = LevelColumn(verbose_name=_("Welsh Government"))
    gap = GapColumn(verbose_name=_("Steps apart"))
    promised_fte = FTEColumn(verbose_name=_("FTE promised"), total=True)
    given_fte = FTEColumn(verbose_name=_("FTE given"), total=True)
    promised_amount = MoneyColumn(verbose_name=_("Promised (£)"), total=True)
    given_amount = MoneyColumn(verbose_name=_("Given (£)"), total=True)
    why = WhyColumn(verbose_name=_("Who puts it highest and lowest"))
    put_high = NumberColumn(verbose_name=_("Authorities: high"))
    put_medium = NumberColumn(verbose_name=_("Authorities: medium"))
    put_low = NumberColumn(verbose_name=_("Authorities: low"))
    put_none = NumberColumn(verbose_name=_("Authorities: not a priority"))

    class Meta(Table.Meta):
        model = Product
        fields = (
            "name",
            "government",
            "gap",
            "promised_fte",
            "given_fte",
            "promised_amount",
            "given_amount",
            "why",
            "put_high",
            "put_medium",
            "put_low",
            "put_none",
        )
