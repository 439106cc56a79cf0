"""The key figures of a product's first page, each leading to the part of its story where its rows are."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kit import formats
from kit.figures import KeyFigure
from kit.history import capital
from kit.periods import financial_year_of
from kit.templatetags.kit import rag_mark, url_if_there
from portfolio.models import Phase, Product
from portfolio.models.confidence import Rating
from portfolio.models.standard import POINTS
from portfolio.queries.benefits import Sums
from portfolio.queries.milestones import slip_words
from portfolio.queries.summary import Summary


def key_figures(
    product: Product, summary: Summary, *, adoption: Any, phases: Sequence[Any], squads: int, on: datetime.date
) -> list[KeyFigure]:
    def tab(name: str) -> str:
        return url_if_there(name, product.pk)

    since = phases[0].on if phases and phases[0].phase == product.phase else None
    benefits = tab("portfolio:product_benefits")
    return [
        KeyFigure(
            _("Phase"),
            capital(product.get_phase_display()),
            as_at=_("since %(date)s") % {"date": formats.date(since)},
            url="#phases",
        ),
        KeyFigure(
            _("Authorities that have adopted it"), str(adoption), url=tab("portfolio:product_adoption") or "#phases"
        ),
        _squads(squads, tab("squads:product_team") or "#squads"),
        _milestone(summary, tab("portfolio:product_milestones")),
        _benefit(_("Benefits realised this year"), summary, summary.benefits.this_year, benefits,
                 as_at=formats.financial_year(financial_year_of(on)), this_year=True),
        _benefit(_("Benefits realised, all years"), summary, summary.benefits.all_years, benefits),
        _risks(summary, tab("portfolio:product_risks")),
        *_confidence(summary, tab("portfolio:product_confidence")),
        _standard(product, summary, tab("squads:product_standard")),
        _decisions(summary, tab("portfolio:product_logs")),
        KeyFigure(_("Expected end of life"), formats.date(product.end_of_life)),
    ]  # fmt: skip


def _standard(product: Product, summary: Summary, url: str) -> KeyFigure:
    """Of the phase it is in; a product that is retired is in none that is assessed."""
    label, found = _("The Standard: points met"), summary.standard
    if product.phase == Phase.RETIRED:
        return KeyFigure(label, _("Retired: not assessed"), url=url)
    return KeyFigure(
        label,
        _("%(met)s of %(points)s") % {"met": found.met, "points": len(POINTS)},
        as_at=_("at this phase; not assessed: %(number)s") % {"number": found.not_assessed},
        url=url,
    )


def _squads(squads: int, url: str) -> KeyFigure:
    return KeyFigure(_("Squads working on it today"), formats.number(squads), url=url)


def _milestone(summary: Summary, url: str) -> KeyFigure:
    """The next to come with its slip; else what stands in its place."""
    found, label = summary.milestones, _("Next milestone")
    if found.following is not None:
        return KeyFigure(
            label,
            formats.date(found.following.forecast),
            as_at=f"{_slipped(found.following.slip_days)}: {found.following.title}",
            url=url,
        )
    if found.overdue:
        return KeyFigure(label, pgettext("a milestone", "Overdue"), as_at=_milestones(found.overdue), url=url)
    if found.number and found.number == found.reached:
        return KeyFigure(label, pgettext("milestones", "All reached"), as_at=_milestones(found.number), url=url)
    return KeyFigure(label, formats.not_known() if found.number else _none_recorded(), url=url)


def _milestones(number: int) -> str:
    return _("Milestones: %(number)s") % {"number": number}


def _none_recorded() -> str:
    return pgettext("milestones or benefits", "None recorded")


def _slipped(days: int | None) -> str:
    if days is None:
        return _("no baseline")
    return slip_words(days) if days else _("as planned")


def _benefit(
    label: str, summary: Summary, sums: Sums, url: str, *, as_at: str = "", this_year: bool = False
) -> KeyFigure:
    """Pounds realised of those expected. None recorded, without pounds and not known are three different things."""
    benefits = summary.benefits
    if not benefits.number:
        return KeyFigure(label, _none_recorded(), as_at=as_at, url=url)
    if not benefits.in_pounds:
        return KeyFigure(
            label, _("No pounds"), as_at=_("qualitative: %(number)s") % {"number": benefits.number}, url=url
        )
    if this_year and not benefits.begun_this_year:
        return KeyFigure(label, _none_recorded(), as_at=as_at, url=url)
    return KeyFigure(
        label,
        capital(sums.realised_words),
        as_at=f"{_expected(sums)}, {as_at}" if as_at else _expected(sums),
        url=url,
    )


def _expected(sums: Sums) -> str:
    return _("of %(expected)s expected") % {"expected": formats.headline_money(sums.expected)}


def _risks(summary: Summary, url: str) -> KeyFigure:
    found = summary.risks
    if found.worst is not None:
        as_at = _("the worst scores %(score)s of 25") % {"score": found.worst.current_score}
    else:
        as_at = pgettext("risks", "none has a score") if found.number else ""
    return KeyFigure(_("Open risks and issues"), formats.number(found.number), as_at=as_at, url=url)


def _confidence(summary: Summary, url: str) -> list[KeyFigure]:
    """The two ratings apart, each with its scale: neither is made from the other, and pending is not green."""
    row = summary.confidence
    said = [
        (_("Confidence: responsible owner"), row.owner_rating if row else None),
        (_("Confidence: independent"), row.independent_rating if row else None),
    ]
    as_at = f"{row.get_scale_display()}, {formats.date(row.on)}" if row else ""
    return [
        KeyFigure(
            label,
            rag_mark(rating, Rating(rating).label) if rating else pgettext("confidence", "Not rated"),
            as_at=as_at,
            url=url,
        )
        for label, rating in said
    ]


def _decisions(summary: Summary, url: str) -> KeyFigure:
    found = summary.decisions
    as_at = ""
    if found.overdue:
        as_at = pgettext("decisions", "overdue: %(number)s") % {"number": found.overdue}
    elif found.following:
        as_at = pgettext("a decision", "the next by %(date)s") % {"date": formats.date(found.following)}
    return KeyFigure(_("Decisions due"), formats.number(found.number), as_at=as_at, url=url)
