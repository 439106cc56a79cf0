"""The list of lessons."""

from django.utils.translation import gettext_lazy as _

from kit.tables import BilingualColumn, BilingualLinkColumn, ChoiceColumn, DateColumn, EvidenceColumn, Table
from portfolio.models import Lesson
from portfolio.tables.decisions import LogLinkColumn


class LessonTable(Table):
    title = LogLinkColumn("lesson", verbose_name=_("Lesson"))
    advice = BilingualColumn(verbose_name=_("What somebody else should do about it"))
    product = BilingualLinkColumn(
        "portfolio:product", key="product_id", accessor="product__name", verbose_name=_("Product")
    )
    phase = ChoiceColumn(verbose_name=_("Phase"))
    learnt_on = DateColumn(verbose_name=_("Learnt on"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Lesson
        fields = ("title", "advice", "product", "phase", "learnt_on", "evidence")
        order_by = "-learnt_on"
