"""The list of appraisals."""

from django.utils.translation import gettext_lazy as _

from funding.models import Appraisal
from kit.tables import BilingualColumn, BilingualLinkColumn, DateColumn, EvidenceColumn, NumberColumn, Table, YearColumn


class AppraisalTable(Table):
    name = BilingualLinkColumn("funding:appraisal", verbose_name=_("Appraisal"))
    product = BilingualColumn(accessor="product__name", verbose_name=_("Product"))
    organisation = BilingualColumn(accessor="product__organisation__name", verbose_name=_("Owner"))
    start_year = YearColumn(verbose_name=_("From"))
    years = NumberColumn(places=0, verbose_name=_("Years"))
    option_count = NumberColumn(places=0, verbose_name=_("Options"))
    last_run = DateColumn(verbose_name=_("Last kept"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Appraisal
        fields = ("name", "product", "organisation", "start_year", "years", "option_count", "last_run", "evidence")
        order_by = "name"
