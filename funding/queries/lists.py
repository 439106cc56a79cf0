"""What the lists of money and of the comparison say of the rows that are shown."""

import datetime
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.models import Appraisal
from funding.queries.never_run import changed_since_run
from kit import formats
from squads.queries.months import SOON


def funds_finding(rows: Any) -> list[str]:
    """How many of them may pay for permanent posts. One query."""
    may = list(rows.order_by().values_list("pays_permanent", flat=True))
    if not may:
        return []
    if not any(may):
        return [_("None of these funds may pay for permanent posts.")]
    if all(may):
        return [_("Each of these funds may pay for permanent posts.")]
    said = ngettext(
        "One fund of %(all)s may pay for permanent posts.",
        "%(number)s funds of %(all)s may pay for permanent posts.",
        may.count(True),
    )
    return [formats.counted(said, may.count(True), all=formats.number(len(may)))]


def rounds_finding(rows: Any, *, on: datetime.date) -> list[str]:
    """Which are open for bids and which wait for their decision. One query."""
    found = rows.order_by().aggregate(
        all=Count("pk"),
        open=Count("pk", filter=Q(opens__lte=on) & (Q(closes__isnull=True) | Q(closes__gte=on))),
        judged=Count("pk", filter=Q(closes__lt=on, decision__gt=on)),
    )
    if not found["all"]:
        return []
    said = ngettext("One round is open for bids.", "%(number)s rounds are open for bids.", found["open"])
    sentences = [formats.counted(said, found["open"]) if found["open"] else _("No round is open for bids.")]
    if found["judged"]:
        said = ngettext(
            "One is closed, and its decision is still to come.",
            "%(number)s are closed, and their decisions are still to come.",
            found["judged"],
        )
        sentences.append(formats.counted(said, found["judged"]))
    return [" ".join(sentences)]


def awards_finding(rows: Any, *, on: datetime.date) -> list[str]:
    """Which have to be spent soon, and which can be no longer. `expires` is the first day when none can. One query."""
    found = rows.order_by().aggregate(
        all=Count("pk"),
        soon=Count("pk", filter=Q(expires__gt=on, expires__lte=on + SOON)),
        over=Count("pk", filter=Q(expires__lte=on)),
    )
    if not found["all"]:
        return []
    said = ngettext(
        "One award has to be spent within 92 days.", "%(number)s awards have to be spent within 92 days.", found["soon"]
    )
    none = _("No award has to be spent within 92 days.")
    sentences = [formats.counted(said, found["soon"]) if found["soon"] else none]
    if found["over"]:
        said = ngettext("One can no longer be spent.", "%(number)s can no longer be spent.", found["over"])
        sentences.append(formats.counted(said, found["over"]))
    return [" ".join(sentences)]


def appraisals_finding(rows: Any) -> list[str]:
    """Which were never run, and which have been changed since, of those `with_last_run` was asked of. Two queries."""
    runs = list(rows.order_by().values_list("pk", "last_run"))
    if not runs:
        return []
    run = [key for key, last in runs if last is not None]
    never, changed = len(runs) - len(run), changed_since_run(Appraisal.objects.filter(pk__in=run)).count()
    sentences = []
    if never:
        said = ngettext("One appraisal has never been run.", "%(number)s appraisals have never been run.", never)
        sentences.append(formats.counted(said, never))
    if changed:
        said = ngettext(
            "One appraisal has been changed since its last run.",
            "%(number)s appraisals have been changed since their last run.",
            changed,
        )
        sentences.append(formats.counted(said, changed))
    return [" ".join(sentences) or _("Each of these appraisals is as it was last run.")]


def rates_finding(rows: Any) -> list[str]:
    """What waits to be signed. One query."""
    signatures = list(rows.order_by().values_list("made_by", "signed_by"))
    waiting = sum(made is not None and signed is None for made, signed in signatures)
    if waiting:
        said = ngettext("One rate waits for a signature.", "%(number)s rates wait for a signature.", waiting)
        return [formats.counted(said, waiting)]
    return [_("No rate waits for a signature.")] if signatures else []
