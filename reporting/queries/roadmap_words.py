"""What the roadmap shows, in words: its message, and a line of its table for each bar and mark."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from kit.templatetags.kit import capital
from portfolio.models import Phase
from reporting.queries.roadmap import Roadmap, RoadmapRow, Stretch
from squads.models import ONE_DAY

MONTH = 365.25 / 12


@dataclass(frozen=True)
class Line:
    """A row of the roadmap's table. `start` and `last` are of a bar, the other days of a milestone."""

    product: str
    product_id: int
    what: str
    name: str
    start: datetime.date | None = None
    last: datetime.date | None = None
    baseline: datetime.date | None = None
    forecast: datetime.date | None = None
    actual: datetime.date | None = None

    @property
    def days(self) -> list[datetime.date | None]:
        return [self.start, self.last, self.baseline, self.forecast, self.actual]


def headings() -> list[str]:
    return [
        _("Product"),
        _("What"),
        _("Name"),
        _("From"),
        _("Last day"),
        _("Baseline"),
        _("Forecast"),
        _("Reached"),
    ]


def roadmap_title(found: Roadmap) -> str:
    """Whether somebody works on what is shown, today."""
    if not found.rows:
        return _("No products are shown")
    alone = sum(row.nobody_on(found.on) for row in found.rows)
    if not alone:
        return _("Somebody works on each of these products today, or it is retired")
    return _("Products of these %(products)s that nobody works on today: %(alone)s") % {
        "products": len(found.rows),
        "alone": alone,
    }


def months_of(stretch: Stretch) -> int:
    return max(1, round((stretch.end - stretch.start).days / MONTH))


def lines_of(found: Roadmap) -> Iterator[Line]:
    for row in found.rows:
        yield from _lines(row, found.window)


def _lines(row: RoadmapRow, window: Stretch) -> Iterator[Line]:
    line_of = partial(Line, str(row.product), row.product.pk)

    def last(stretch: Stretch) -> datetime.date | None:
        """None where it goes on after the years shown."""
        return None if stretch.end >= window.end else stretch.end - ONE_DAY

    for bar in row.phases:
        until = bar.until and bar.until - ONE_DAY
        yield line_of(what=_("phase"), name=capital(str(bar.phase.label)), start=bar.began, last=until)
    if row.retired_on is not None:
        yield line_of(what=_("phase"), name=capital(str(Phase.RETIRED.label)), start=row.retired_on)
    for one in row.milestones:
        yield line_of(
            what=_("milestone"),
            name=str(one),
            baseline=one.baseline,
            forecast=one.forecast,
            actual=one.actual,
        )
    for line in row.squads:
        for what, stretches in (
            (_("squad with permanent staff"), line.permanent),
            (_("squad, contractors only"), line.contractors),
        ):
            for stretch in stretches:
                yield line_of(what=what, name=str(line.squad), start=stretch.start, last=last(stretch))
    for gap in row.nobody:
        yield line_of(what=_("nobody works on it"), name="", start=gap.start, last=last(gap))
