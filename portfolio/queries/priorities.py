"""How high each organisation puts a product, and where they part.

The measure: high is 3, medium 2, low 1, not a priority 0. On a day each organisation's latest word counts. The gap of
a product is the highest of these less the lowest, over all organisations that have said and exist on the day; they
*part* over the product where the gap is two steps or more, so that high against medium is no parting, and high against
low is. Silence is not a word: an organisation that has said nothing is not counted as low. Where several bodies of the
Welsh Government's kind have spoken, the highest of theirs is shown as the Welsh Government's.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from portfolio.models import Organisation, Participation, Priority, Product

Level = Priority.Level
STEPS = {Level.HIGH: 3, Level.MEDIUM: 2, Level.LOW: 1, Level.NONE: 0}
PARTED = 2
# As many names as are said of one level; the others are counted.
NAMED = 3
Kind = Organisation.Kind


def step_of(path: str = "") -> Case:
    return Case(
        *(When(**{f"{path}level": level}, then=Value(step)) for level, step in STEPS.items()),
        output_field=IntegerField(),
    )


def in_force(on: datetime.date) -> QuerySet[Priority]:
    """Each organisation's latest word on each product by the day, of those that exist on it."""
    later = Priority.objects.filter(
        product=OuterRef("product"), organisation=OuterRef("organisation"), since__gt=OuterRef("since"), since__lte=on
    )
    living = Organisation.objects.on(on).values("pk")
    return Priority.objects.filter(~Exists(later), since__lte=on, organisation__in=living)


def with_priorities(products: QuerySet[Product], on: datetime.date) -> QuerySet[Product]:
    """The products somebody has given a priority, each with the Welsh Government's, how many authorities put it how
    high, the gap, and what was promised and given. Fetched beside: the words themselves, as `words`."""
    now = in_force(on)
    ours = Q(priorities__organisation__kind=Kind.WELSH_GOVERNMENT)
    theirs = Q(priorities__organisation__kind=Kind.LOCAL_AUTHORITY)
    step = step_of("priorities__")
    counts = {
        f"put_{level}": Count("priorities", filter=theirs & Q(priorities__level=level), distinct=True)
        for level in Level.values
    }
    offered = Participation.objects.filter(product=OuterRef("pk"), organisation__in=Organisation.objects.on(on))
    sums = {
        name: Subquery(offered.order_by().values("product").annotate(total=Sum(column)).values("total"))
        for name, column in (
            ("promised_fte", "committed_fte"),
            ("given_fte", "given_fte"),
            ("promised_amount", "committed_amount"),
            ("given_amount", "given_amount"),
        )
    }
    # The filter comes first, so that only words in force are counted over the same join.
    rows = products.filter(priorities__in=now.values("pk")).annotate(
        government=Max(step, filter=ours),
        highest=Max(step),
        lowest=Min(step),
        **counts,
        **sums,
    )
    fetched: Prefetch[Any, Any, Any] = Prefetch("priorities", now.select_related("organisation"), to_attr="words")
    return rows.annotate(gap=F("highest") - F("lowest")).prefetch_related(fetched)


def why(words: Iterable[Priority]) -> str:
    """Who put it highest and who lowest: "high: Welsh Government; low: Powys, Conwy and 2 more"."""
    by: defaultdict[str, list[str]] = defaultdict(list)
    for one in words:
        by[one.level].append(str(one.organisation.name))
    said = [level for level in STEPS if level in by]
    if not said:
        return ""
    ends = [said[0], said[-1]] if len(said) > 1 else said
    return "; ".join(f"{Level(level).label}: {_names(sorted(by[level], key=str.casefold))}" for level in ends)


def _names(names: Sequence[str]) -> str:
    if len(names) <= NAMED:
        return ", ".join(names)
    return ", ".join(names[:NAMED]) + _(" and %(more)s more") % {"more": len(names) - NAMED}


def level_of(step: int | None) -> str | None:
    """The level by its step; None where nothing was said."""
    return next((level for level, number in STEPS.items() if number == step), None)


@dataclass(frozen=True)
class Said:
    """What one organisation says of one product now, what it said before, and what it has promised and given."""

    now: Priority | None
    before: list[Priority]
    part: Participation | None

    @property
    def organisation(self) -> Organisation:
        return (self.now or self.before[0]).organisation


def said_of(*, product: Product, on: datetime.date) -> list[Said]:
    """By organisation: those that put it highest first. Those whose word is still to come are under `before`. Two
    queries."""
    rows = product.priorities.select_related("organisation").order_by("-since", "-pk")
    by: defaultdict[int, list[Priority]] = defaultdict(list)
    for one in rows:
        by[one.organisation_id].append(one)
    parts = {part.organisation_id: part for part in product.participations.all()}
    found = []
    for key, words in by.items():
        now = next((one for one in words if one.since <= on), None)
        found.append(Said(now, [one for one in words if one is not now], parts.get(key)))
    return sorted(found, key=_highest_first)


def _highest_first(said: Said) -> tuple[int, str]:
    step = STEPS[Level(said.now.level)] if said.now else -1
    return (-step, str(said.organisation.name).casefold())


def product_finding(said: Sequence[Said], on: datetime.date) -> list[str]:
    """Whether they part, and who has offered nothing to what they put high."""
    words = [one.now for one in said if one.now]
    living = set(
        Organisation.objects.on(on).filter(pk__in=[one.organisation_id for one in words]).values_list("pk", flat=True)
    )
    words = [one for one in words if one.organisation_id in living]
    if not words:
        return [_("No organisation has said how high it puts this product.")]
    steps = [STEPS[Level(one.level)] for one in words]
    apart = max(steps) - min(steps) >= PARTED
    begun = _("They part:") if apart else _("They do not part:")
    found = [f"{begun} {why(words)}."]
    keen = [
        one
        for one in said
        if one.now
        and one.now.organisation_id in living
        and one.now.level == Level.HIGH
        and not (one.part and (one.part.committed_fte or one.part.committed_amount))
    ]
    if keen:
        names = _names([str(one.organisation.name) for one in keen])
        found.append(_("Put it high and have promised nothing that is known: %(names)s.") % {"names": names})
    return found


def priorities_finding(*, products: Any) -> list[str]:
    """Of rows of `with_priorities`. One query."""
    rows = list(products.order_by().values_list("gap", "government"))
    if not rows:
        return [_("No organisation has said how high it puts a product.")]
    parted = sum(gap >= PARTED for gap, _government in rows)
    silent = sum(government is None for _gap, government in rows)
    given = ngettext(
        "One product has been given a priority.", "%(number)s products have been given a priority.", len(rows)
    ) % {"number": formats.number(len(rows))}
    apart = _("Organisations part over none of them.")
    if parted:
        apart = ngettext(
            "Organisations part over one of them.", "Organisations part over %(number)s of them.", parted
        ) % {"number": formats.number(parted)}
    said = [f"{given} {apart}"]
    if silent:
        words = ngettext(
            "The Welsh Government has given no priority to one of them.",
            "The Welsh Government has given no priority to %(number)s of them.",
            silent,
        )
        said.append(words % {"number": formats.number(silent)})
    return said
