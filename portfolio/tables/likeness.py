"""Products that look alike: the groups, the pairs of one group, and what the office has said is not the same."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kit.bilingual import reading
from kit.columns import Column
from kit.tables import BilingualLinkColumn, DateColumn, LinkColumn, NumberColumn, PercentColumn, Table, TextColumn
from portfolio.models import NotAlike


class GroupTable(Table):
    title = LinkColumn("portfolio:likeness_group", verbose_name=_("What looks alike"))
    number = NumberColumn(verbose_name=_("Products"))
    organisations = NumberColumn(verbose_name=_("Organisations"))
    least_share = PercentColumn(verbose_name=_("Least alike"))
    best_share = PercentColumn(verbose_name=_("Most alike"))

    class Meta(Table.Meta):
        fields = ("title", "number", "organisations", "least_share", "best_share")


class ComponentsColumn(Column):
    """The components that both build."""

    empty_values = ()

    def render(self, record: Any) -> str:
        return ", ".join(reading(one, "name").text for one in record.components)

    value = render


class PairActionColumn(Column):
    """For the office: to say of a pair that it is not the same. A screen reader hears which pair."""

    empty_values = ()

    def render(self, record: Any) -> Any:
        return format_html(
            '<a class="govuk-link" href="{}" aria-label="{}">{}</a>',
            reverse("portfolio:not_alike_new", args=[record.first.pk, record.second.pk]),
            gettext("Not the same: %(first)s and %(second)s") % {"first": record.first, "second": record.second},
            gettext("Not the same"),
        )


class PairTable(Table):
    first = BilingualLinkColumn("portfolio:product", key="first.pk", accessor="first__name", verbose_name=_("Product"))
    second = BilingualLinkColumn(
        "portfolio:product", key="second.pk", accessor="second__name", verbose_name=_("Looks like")
    )
    words = TextColumn(verbose_name=_("Words both have"), orderable=False)
    name_cy = PercentColumn(verbose_name=_("Names in Welsh"))
    name_en = PercentColumn(verbose_name=_("Names in English"))
    summary_cy = PercentColumn(verbose_name=_("Summaries in Welsh"))
    summary_en = PercentColumn(verbose_name=_("Summaries in English"))
    components = ComponentsColumn(verbose_name=_("Components both build"), orderable=False)
    action = PairActionColumn(verbose_name=_("Judge"), orderable=False, exclude_from_export=True)

    class Meta(Table.Meta):
        fields = (
            "first",
            "second",
            "action",
            "words",
            "name_cy",
            "name_en",
            "summary_cy",
            "summary_en",
            "components",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not _is_office(self):
            self.columns.hide("action")


class TakeBackColumn(Column):
    empty_values = ()

    def render(self, record: Any) -> Any:
        return format_html(
            '<a class="govuk-link" href="{}" aria-label="{}">{}</a>',
            reverse("portfolio:not_alike_take_back", args=[record.pk]),
            gettext("Undo: %(first)s and %(second)s") % {"first": record.first, "second": record.second},
            gettext("Undo"),
        )


class NotAlikeTable(Table):
    first = BilingualLinkColumn("portfolio:product", key="first_id", accessor="first__name", verbose_name=_("Product"))
    second = BilingualLinkColumn(
        "portfolio:product", key="second_id", accessor="second__name", verbose_name=_("Not the same as")
    )
    reason = TextColumn(verbose_name=_("Reason"))
    said_by = TextColumn(verbose_name=_("Said by"), orderable=False)
    said_on = DateColumn(verbose_name=_("Date"))
    action = TakeBackColumn(verbose_name=_("Judge"), orderable=False, exclude_from_export=True)

    class Meta(Table.Meta):
        model = NotAlike
        fields = ("first", "second", "reason", "said_by", "said_on", "action")
        order_by = "-said_on"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not _is_office(self):
            self.columns.hide("action")


def _is_office(table: Table) -> bool:
    user = getattr(table.request, "user", None)
    return user is not None and user.has_perm("portfolio.change_register")
