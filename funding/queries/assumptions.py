"""Which assumptions the model runs on, and how one came to be superseded by another."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.models import Assumption
from kit import formats
from kit.models import EvidenceMark


def assumptions_in_force(*, on: datetime.date) -> dict[str, Assumption]:
    """By path of the model: what finance has signed, else what was shipped. One query."""
    return first_of_each(Assumption.objects.in_force(on).select_related("made_by", "signed_by"))


def first_of_each(rows: Iterable[Assumption]) -> dict[str, Assumption]:
    """`in_force` has the one to use first: the rest of a path's rows are superseded by it."""
    found: dict[str, Assumption] = {}
    for row in rows:
        found.setdefault(row.key, row)
    return found


def shipped_defaults(*, on: datetime.date) -> Mapping[str, Assumption]:
    """By path: the default that came with Cynnal, whatever has been signed since. One query."""
    return first_of_each(Assumption.objects.in_force(on).filter(made_by__isnull=True))


def of_same_path(assumption: Assumption) -> list[Assumption]:
    """Every figure there has ever been for the path, newest first: default, signed and waiting. One query."""
    rows = Assumption.objects.filter(key=assumption.key).select_related("made_by", "signed_by")
    return list(rows.order_by("-valid_from", "-pk"))


def assumptions_finding(rows: Any) -> list[str]:
    """How many there are and how many of them nobody has evidence for; what waits to be signed. One query."""
    counts = rows.order_by().aggregate(
        all=Count("pk"),
        judged=Count("pk", filter=Q(evidence=EvidenceMark.JUDGEMENT)),
        waiting=Count("pk", filter=Q(made_by__isnull=False, signed_by__isnull=True)),
    )
    if not counts["all"]:
        return []
    judged, waiting = counts["judged"], counts["waiting"]
    said = ngettext(
        "One assumption of %(all)s is a judgement, with no adequate source found.",
        "%(number)s assumptions of %(all)s are judgements, with no adequate source found.",
        judged,
    )
    if judged == counts["all"]:
        said = ngettext(
            "The one assumption here is a judgement, with no adequate source found.",
            "All %(number)s assumptions are judgements, with no adequate source found.",
            judged,
        )
    sentences = [
        formats.counted(said, judged, all=formats.number(counts["all"]))
        if judged
        else _("None of these assumptions is a judgement.")
    ]
    if waiting:
        said = ngettext("One waits for a signature.", "%(number)s wait for a signature.", waiting)
        sentences.append(formats.counted(said, waiting))
    return sentences
