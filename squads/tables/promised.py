"""The list of squads that are promised for more than all of their time."""

from django.utils.translation import gettext_lazy as _

from kit.tables import BilingualColumn, BilingualLinkColumn, DateColumn, NumberColumn, PercentColumn, Table


class PromisedTable(Table):
    """Rows are made from the assignments, so that they cannot be sorted by the database: the soonest come first."""

    squad = BilingualLinkColumn("squads:squad", accessor="squad__name", orderable=False, verbose_name=_("Squad"))
    organisation = BilingualColumn(
        accessor="squad__organisation__name", orderable=False, verbose_name=_("Home organisation")
    )
    since = DateColumn(verbose_name=_("From"))
    last_day = DateColumn(verbose_name=_("To"), if_none=_("no end planned"), orderable=False)
    share = PercentColumn(verbose_name=_("Promised"), orderable=False)
    over = PercentColumn(verbose_name=_("More than there is"), orderable=False)
    products = NumberColumn(verbose_name=_("Products"), orderable=False)

    class Meta(Table.Meta):
        fields = ("squad", "organisation", "since", "last_day", "share", "over", "products")
