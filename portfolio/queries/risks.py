"""Risks and issues: their scores, the worst first, the matrix of five by five, and what is odd about one."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from kit import formats
from portfolio.models import Risk

LEVELS = (1, 2, 3, 4, 5)
# What the numbers mean: beside the boxes of the form, and at the edges of the matrix.
PROBABILITIES: dict[int, Any] = {
    1: gettext_lazy("very unlikely"),
    2: gettext_lazy("unlikely"),
    3: gettext_lazy("possible"),
    4: gettext_lazy("likely"),
    5: gettext_lazy("almost certain"),
}
IMPACTS: dict[int, Any] = {
    1: pgettext_lazy("impact", "hardly felt"),
    2: pgettext_lazy("impact", "minor"),
    3: pgettext_lazy("impact", "moderate"),
    4: pgettext_lazy("impact", "major"),
    5: pgettext_lazy("impact", "severe"),
}
# The least score of each band, and its word. A convention of this house, not of the Orange Book.
BANDS: tuple[tuple[int, str, Any], ...] = (
    (16, "very_high", pgettext_lazy("score", "very high")),
    (10, "high", pgettext_lazy("score", "high")),
    (5, "medium", pgettext_lazy("score", "medium")),
    (1, "low", pgettext_lazy("score", "low")),
)


@dataclass(frozen=True)
class Band:
    key: str
    word: Any


def band_of(score: int) -> Band:
    return next(Band(key, word) for least, key, word in BANDS if score >= least)


def with_scores(rows: QuerySet[Risk]) -> QuerySet[Risk]:
    """Adds `score`, `inherent` and `target`: probability times impact, null where either is not known."""
    return rows.annotate(
        score=F("current_probability") * F("current_impact"),
        inherent=F("inherent_probability") * F("inherent_impact"),
        target=F("target_probability") * F("target_impact"),
    )


def worst_first(rows: QuerySet[Risk]) -> QuerySet[Risk]:
    """The open before the closed, the highest score before the lower, what has no score last."""
    return with_scores(rows).order_by(
        F("closed_on").desc(nulls_first=True),
        F("score").desc(nulls_last=True),
        F("review_on").asc(nulls_last=True),
        "pk",
    )


def with_review(rows: QuerySet[Risk], *, on: datetime.date) -> Any:
    """Adds `review_overdue`: open still, and its review was for a day before this one."""
    overdue = Q(closed_on__isnull=True, review_on__isnull=False, review_on__lt=on)
    return rows.annotate(review_overdue=overdue)


def doubts_of(risk: Risk, *, on: datetime.date) -> list[str]:
    """What is odd about a risk, to be looked at and never refused."""
    inherent, current, target = risk.inherent_score, risk.current_score, risk.target_score
    found = []
    if target is not None and inherent is not None and target > inherent:
        found.append(
            _("The target score (%(target)s) is above the inherent one (%(inherent)s).")
            % {"target": target, "inherent": inherent}
        )
    if current is not None and inherent is not None and current > inherent:
        found.append(
            _("The current score (%(current)s) is above the inherent one (%(inherent)s).")
            % {"current": current, "inherent": inherent}
        )
    if risk.closed_on is not None:
        return found
    if risk.kind == Risk.Kind.ISSUE and risk.current_probability not in (None, 5):
        found.append(_("An issue has come about, so its current probability would be 5."))
    if risk.review_on is not None and risk.review_on < on:
        found.append(_("Its review was due on %(day)s.") % {"day": formats.date(risk.review_on)})
    if not risk.owner:
        found.append(_("It has no owner."))
    return found


@dataclass(frozen=True)
class Cell:
    """One square of the matrix: its score, and what stands in it, each a label and an address."""

    impact: int
    score: int
    band: Band
    entries: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class MatrixRow:
    probability: int
    word: Any
    cells: Sequence[Cell]


def matrix(entries: Callable[[int, int], Sequence[tuple[str, str]]]) -> list[MatrixRow]:
    """Five by five, the most likely at the top. `entries` gives what stands in a square of probability and impact."""
    return [
        MatrixRow(
            probability,
            PROBABILITIES[probability],
            [
                Cell(impact, probability * impact, band_of(probability * impact), entries(probability, impact))
                for impact in LEVELS
            ],
        )
        for probability in reversed(LEVELS)
    ]


def counts_by_square(rows: QuerySet[Risk]) -> dict[tuple[int, int], int]:
    """How many have each probability and impact now; those without a score are in none. One query."""
    found = (
        rows.filter(current_probability__isnull=False, current_impact__isnull=False)
        .order_by()
        .values_list("current_probability", "current_impact")
        .annotate(number=Count("pk"))
    )
    return {(probability, impact): number for probability, impact, number in found}


def product_risks_finding(risks: Iterable[Risk], *, on: datetime.date) -> list[str]:
    """Of one product's, the worst first as they come: how many are open, which is the worst, what is overdue."""
    every = list(risks)
    here = [risk for risk in every if risk.closed_on is None]
    if not here:
        return [_("No risk or issue is open.") if every else _("No risk or issue has been written down yet.")]
    issues = sum(risk.kind == Risk.Kind.ISSUE for risk in here)
    said = [_("Open risks: %(risks)s. Open issues: %(issues)s.") % {"risks": len(here) - issues, "issues": issues}]
    worst = here[0]
    if worst.current_score is not None:
        said.append(
            _("The worst scores %(score)s of 25 (%(band)s): %(event)s.")
            % {
                "score": worst.current_score,
                "band": band_of(worst.current_score).word,
                "event": _bare(str(worst.event)),
            }
        )
    rest = _unscored_and_overdue(here, on)
    return [*said, *([" ".join(rest)] if rest else [])]


def _bare(text: str) -> str:
    """A text without its full stop, for the end of a sentence."""
    return text.rstrip(". ")


def _unscored_and_overdue(here: Sequence[Risk], on: datetime.date) -> list[str]:
    said = []
    overdue = sum(risk.review_on is not None and risk.review_on < on for risk in here)
    if overdue:
        said.append(_("Reviews overdue: %(number)s.") % {"number": overdue})
    unscored = sum(risk.current_score is None for risk in here)
    if unscored:
        said.append(_("Score not known: %(number)s.") % {"number": unscored})
    return said


def register_finding(rows: QuerySet[Risk]) -> list[str]:
    """Of the rows of the register that are shown, which `with_scores` and `with_review` were asked of. One query."""
    found = rows.order_by().aggregate(
        open=Count("pk", filter=Q(closed_on__isnull=True)),
        issues=Count("pk", filter=Q(closed_on__isnull=True, kind=Risk.Kind.ISSUE)),
        very_high=Count("pk", filter=Q(closed_on__isnull=True, score__gte=BANDS[0][0])),
        overdue=Count("pk", filter=Q(review_overdue=True)),
        unscored=Count("pk", filter=Q(closed_on__isnull=True, score__isnull=True)),
    )
    number = found["open"]
    if not number:
        return []
    said = ngettext("One risk or issue is open.", "%(number)s risks and issues are open.", number)
    sentences = [formats.counted(said, number)]
    if found["issues"] and number == 1:
        sentences.append(_("It has come about."))
    elif found["issues"]:
        said = ngettext("One of them has come about.", "%(number)s of them have come about.", found["issues"])
        sentences.append(formats.counted(said, found["issues"]))
    return [" ".join(sentences), " ".join(_pressing(found))]


def _pressing(found: Mapping[str, int]) -> list[str]:
    very_high, overdue, unscored = found["very_high"], found["overdue"], found["unscored"]
    sentences = []
    if very_high:
        said = ngettext(
            "One is very high, with a score of 16 or more.",
            "%(number)s are very high, with a score of 16 or more.",
            very_high,
        )
        sentences.append(formats.counted(said, very_high))
    else:
        sentences.append(_("None is known to be very high."))
    if overdue:
        said = ngettext("One review is overdue.", "%(number)s reviews are overdue.", overdue)
        sentences.append(formats.counted(said, overdue))
    else:
        sentences.append(_("No review is overdue."))
    if unscored:
        said = ngettext("The score of one is not known.", "The scores of %(number)s are not known.", unscored)
        sentences.append(formats.counted(said, unscored))
    return sentences
