"""Products by the twelve points of the Standard."""

from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from kit.tables import BilingualColumn, BilingualLinkColumn, ChoiceColumn, NumberColumn, Table, TextColumn
from kit.templatetags.kit import capital
from portfolio.models import Product, StandardAssessment
from portfolio.models.standard import POINTS, Point
from portfolio.queries.standard import LETTERS, SHORT, results_of


def _words(point: Point) -> Any:
    return lazy(lambda: f"{point.number}. {point.name}", str)()


class PointColumn(TextColumn):
    """A point's result; in a file in words, on the page a letter that the template draws."""

    empty_values = ()

    def __init__(self, point: Point) -> None:
        super().__init__(accessor="pk", orderable=False, verbose_name=_words(point))
        self.point = point

    def value(self, record: Any) -> Any:
        return capital(str(StandardAssessment.Result(results_of(record)[self.point.number]).label))


class StandardTable(Table):
    """The page draws its own cells (portfolio/standard_table.html), a thousand of which must stay light."""

    name = BilingualLinkColumn("squads:product_standard", verbose_name=_("Product"))
    organisation = BilingualColumn(accessor="organisation__name", verbose_name=_("Owner"))
    phase = ChoiceColumn(verbose_name=_("Phase"))
    not_met = NumberColumn(verbose_name=_("Not met"))
    assessed = NumberColumn(verbose_name=_("Assessed"))

    class Meta(Table.Meta):
        model = Product
        template_name = "portfolio/standard_table.html"
        fields = ("name", "phase", "not_met", "assessed", "organisation")
        sequence = ("name", "phase", "...", "not_met", "assessed", "organisation")
        order_by = "name"

    def __init__(self, *args: Any, **options: Any) -> None:
        columns = [(f"point_{point.number}", PointColumn(point)) for point in POINTS]
        super().__init__(*args, extra_columns=columns, **options)

    @property
    def points(self) -> list[dict[str, Any]]:
        return [{"number": point.number, "short": SHORT[point.number].text, "point": point} for point in POINTS]

    def drawn_rows(self) -> Any:
        """A page's rows with their marks: a result, its letter and its word."""
        words = {result: (LETTERS[result], capital(str(result.label))) for result in StandardAssessment.Result}
        for row in self.paginated_rows:
            marks = [(result, *words[StandardAssessment.Result(result)]) for result in results_of(row.record).values()]
            yield row, marks
