"""The board view of the portfolio: a column a phase, a card a product."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kit import formats
from kit.sheets import download
from portfolio.models import Product
from reporting.filters.products import StandingFilter
from reporting.queries.cards import IN_A_COLUMN, BoardColumn, board_of
from reporting.queries.overview_words import last_day_funded
from reporting.sheets import board_sheet
from reporting.views.narrowing import NarrowedPage


class PortfolioBoard(NarrowedPage):
    permission = "portfolio.view_product"
    filterset_class = StandingFilter
    title = gettext_lazy("Board view of the portfolio")
    template_name = "reporting/portfolio_board.html"
    fragment_name = "reporting/_portfolio_board.html"

    def get_queryset(self) -> Any:
        return Product.objects.visible_to(self.request.user)

    def get_context(self, narrowed: Any, rows: Any) -> dict[str, Any]:
        on = timezone.localdate()
        # A file has every card; a page those that somebody can take in.
        columns = board_of(rows, on=on, most=None if self.request.GET.get("download") else IN_A_COLUMN)
        asked = narrowed.data.get("phase")
        if asked:
            # The other columns would be empty because they were not asked for.
            columns = [column for column in columns if column.count or column.phase == asked]
        words = _words(formats.date(last_day_funded(on)))
        return {
            "columns": [
                (column, self._rows_of(column), [(card, [words[fact] for fact in card.facts]) for card in column.cards])
                for column in columns
            ],
            "count": sum(column.count for column in columns),
            "on": on,
        }

    def download(self, kind: str, context: dict[str, Any]) -> HttpResponse:
        cards = [(column.phase, card, told) for column, _rows, cards in context["columns"] for card, told in cards]
        return download(board_sheet(cards, on=context["on"]), kind=kind, name=slugify(str(self.title)))

    def _rows_of(self, column: BoardColumn) -> str:
        """The query by which the table shows every product of a column, narrowed as the board is."""
        kept = {name: value for name, value in self.request.GET.items() if value and name not in ("page", "sort")}
        return urlencode({**kept, "phase": column.phase.value})


def _words(day: str) -> dict[str, str]:
    """What a card says of each fact."""
    return {
        "decisions_overdue": _("decision overdue"),
        "overdue": _("milestone overdue"),
        "late": pgettext("a product", "late"),
        "worse": _("worse than before"),
        "unfunded": _("no money after %(day)s") % {"day": day},
        "stale": _("not updated in 14 days"),
        "contractors_leaving": _("a contractor leaves soon"),
    }
