"""The Digital Service Standard for Wales: how each product stands, and by how many each point is not met.

The Standard is agreed and not mandated. What is counted here shows where to work next; it is no measure of compliance.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from kit import formats
from kit.bilingual import Pair
from portfolio.models import Phase, Product, StandardAssessment
from portfolio.models.standard import POINTS, Point

Result = StandardAssessment.Result
# What the phase that is looked at is called where each product is shown at the phase it is in.
PRESENT = "present"


@dataclass(frozen=True)
class Short:
    """What a point is called where its name has no room; the key beside has the whole of it."""

    text_cy: str
    text_en: str

    text = Pair("text")


SHORT: Mapping[int, Short] = {
    1: Short("Lles", "Wellbeing"),
    2: Short("Cymraeg", "Welsh"),
    3: Short("Anghenion", "Needs"),
    4: Short("Cydgysylltu", "Joined up"),
    5: Short("Pawb", "Everyone"),
    6: Short("Perchennog", "Owner"),
    7: Short("Tîm", "Team"),
    8: Short("Gwella", "Improve"),
    9: Short("Agored", "Open"),
    10: Short("Graddfa", "Scalable"),
    11: Short("Moeseg", "Ethics"),
    12: Short("Data", "Data"),
}
# A letter a result, for a cell of the matrix; the key beside has the words.
LETTERS: Mapping[str, Any] = {
    Result.MET: pgettext_lazy("letter for: met", "M"),
    Result.PARTLY: pgettext_lazy("letter for: partly met", "P"),
    Result.NOT_MET: pgettext_lazy("letter for: not met", "N"),
    Result.NOT_ASSESSED: "–",
}


def of_phase(phase: str) -> Q:
    """Assessments of one phase or, with PRESENT, of the phase each product is in."""
    return Q(phase=F("product__phase")) if phase == PRESENT else Q(phase=phase)


def with_results(products: QuerySet[Product], *, phase: str) -> QuerySet[Product]:
    """Adds `not_met` and `assessed` counts, and each product's assessments of the phase (`at_phase`), for its page."""
    assessed = _assessed(phase).filter(product=OuterRef("pk"))
    rows = StandardAssessment.objects.filter(of_phase(phase)).only("product", "point", "result")
    return products.annotate(
        assessed=_number(assessed), not_met=_number(assessed.filter(result=Result.NOT_MET))
    ).prefetch_related(Prefetch("standard_assessments", rows, to_attr="at_phase"))


def _assessed(phase: str) -> QuerySet[StandardAssessment]:
    return StandardAssessment.objects.filter(of_phase(phase)).exclude(result=Result.NOT_ASSESSED)


def _number(rows: QuerySet[StandardAssessment]) -> Coalesce:
    counted = rows.order_by().values("product").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def with_result(products: QuerySet[Product], *, phase: str, point: int | None, result: str) -> QuerySet[Product]:
    """The products that have a result at a point, or at any; without a result, those assessed at the point at all."""
    rows = StandardAssessment.objects.filter(of_phase(phase), product=OuterRef("pk"))
    if point is not None:
        rows = rows.filter(point=point)
    if result == Result.NOT_ASSESSED:
        return products.exclude(Exists(rows.exclude(result=Result.NOT_ASSESSED)))
    return products.filter(Exists(rows.filter(result=result) if result else rows.exclude(result=Result.NOT_ASSESSED)))


def results_of(product: Any) -> dict[int, str]:
    """A product's result at every point, of a row that `with_results` was asked of. No row is not assessed."""
    found = {row.point: row.result for row in product.at_phase}
    return {point.number: found.get(point.number, Result.NOT_ASSESSED) for point in POINTS}


@dataclass(frozen=True)
class PointCount:
    """One point over many products. Those not assessed count neither for it nor against it."""

    point: Point
    met: int
    partly: int
    not_met: int
    products: int

    @property
    def assessed(self) -> int:
        return self.met + self.partly + self.not_met

    @property
    def not_assessed(self) -> int:
        return self.products - self.assessed


def counts_by_point(products: QuerySet[Product], *, phase: str) -> list[PointCount]:
    """Two queries, however many products there are."""
    number = products.count()
    rows = (
        _assessed(phase)
        .filter(product__in=products.order_by().values("pk"))
        .values_list("point", "result")
        .annotate(number=Count("pk"))
        .order_by()
    )
    found = {(point, result): many for point, result, many in rows}
    return [
        PointCount(
            point,
            met=found.get((point.number, Result.MET), 0),
            partly=found.get((point.number, Result.PARTLY), 0),
            not_met=found.get((point.number, Result.NOT_MET), 0),
            products=number,
        )
        for point in POINTS
    ]


def standard_finding(counts: Sequence[PointCount]) -> list[str]:
    """Which point is least often met, of those that were assessed."""
    if not counts or not counts[0].products:
        return []
    most = max(counts, key=lambda one: (one.not_met, one.assessed))
    if not any(one.assessed for one in counts):
        number = counts[0].products
        said = ngettext(
            "One product is here, and it has not been assessed at this phase.",
            "%(number)s products are here, and none of them has been assessed at this phase.",
            number,
        )
        return [formats.counted(said, number)]
    if not most.not_met:
        return [_("Of the points that were assessed, none is not met.")]
    return [
        _("Point %(point)s (%(name)s) is the one most often not met: by %(not_met)s of %(assessed)s assessed.")
        % {
            "point": most.point.number,
            "name": most.point.name,
            "not_met": most.not_met,
            "assessed": most.assessed,
        }
    ]


def assessments_of(product: Product) -> dict[str, dict[int, StandardAssessment]]:
    """Every assessment of a product by phase and point, the phases in the order of a life. One query."""
    found: dict[str, dict[int, StandardAssessment]] = {phase: {} for phase in Phase.values}
    for row in product.standard_assessments.order_by("point"):
        found[row.phase][row.point] = row
    return found


def product_standard_finding(rows: Iterable[StandardAssessment], *, phase: str) -> list[str]:
    """Of one product at one phase: how many points are met, partly or not, and how many nobody has looked at.

    Which of those met rest on no evidence is said too: a result that nobody can follow persuades nobody.
    """
    counts = dict.fromkeys(Result.values, 0)
    bare = []
    for row in rows:
        counts[row.result] += 1
        if row.result == Result.MET and not row.found:
            bare.append(row.point)
    assessed = sum(counts.values()) - counts[Result.NOT_ASSESSED]
    words: dict[str, Any] = {"phase": Phase(phase).label}
    if not assessed:
        return [_("Phase: %(phase)s. None of the 12 points has been assessed.") % words]
    words |= {
        "met": counts[Result.MET],
        "partly": counts[Result.PARTLY],
        "not_met": counts[Result.NOT_MET],
        "rest": len(POINTS) - assessed,
    }
    said = [
        _("Phase: %(phase)s. Met: %(met)s. Partly met: %(partly)s. Not met: %(not_met)s. Not assessed: %(rest)s.")
        % words
    ]
    if bare:
        points = ", ".join(map(str, sorted(bare)))
        said.append(_("Met, with no evidence written down: %(points)s.") % {"points": points})
    return said
