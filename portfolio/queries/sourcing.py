"""What organisations buy apart: what it is worth, what ends soon, and what looks as if it could be bought together."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Min, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from kit.accents import folded
from kit.bilingual import pair_field
from portfolio.models import Contract, SourcingOpportunity
from portfolio.queries.calendar import DAY, a_year_after, months_later

# Said by many suppliers of themselves, and telling none from another.
COMPANY = {"ltd", "limited", "plc", "llp", "cyf", "cyfyngedig", "ccc", "inc", "uk"}
# Said in many titles of contracts, and telling none from another. Words of three letters or fewer are passed over too.
SMALL = {
    *("contract", "system", "systems", "service", "services", "support", "software", "licence", "licences", "supply"),
    *("provision", "with", "council", "management"),
    *("contractau", "systemau", "gwasanaeth", "gwasanaethau", "cymorth", "meddalwedd", "trwydded", "trwyddedau"),
    *("cyflenwi", "darparu", "gyda", "cyngor", "rheoli"),
}
WORD = re.compile(r"[^\W_]+")


def ending(on: datetime.date, until: datetime.date, *, path: str = "") -> Q:
    """In force on the day, and over by the other."""
    return Q((f"{path}start__lte", on), (f"{path}end__gt", on), (f"{path}end__lte", until))


def with_contracts(rows: QuerySet[SourcingOpportunity], on: datetime.date) -> QuerySet[SourcingOpportunity]:
    """Each with its contracts in force: how many, of how many organisations, worth what, and how many end in a year."""
    path = "contracts__"
    live = Q(contracts__start__lte=on) & (Q(contracts__end__isnull=True) | Q(contracts__end__gt=on))
    soon = ending(on, a_year_after(on), path=path)
    return rows.annotate(
        live=Count("contracts", filter=live, distinct=True),
        buyers=Count("contracts__organisation", filter=live, distinct=True),
        value=Sum("contracts__annual_value", filter=live),
        value_not_known=Count("contracts", filter=live & Q(contracts__annual_value__isnull=True), distinct=True),
        ending=Count("contracts", filter=soon, distinct=True),
        ending_buyers=Count("contracts__organisation", filter=soon, distinct=True),
        ending_value=Sum("contracts__annual_value", filter=soon),
        first_end=Min("contracts__end", filter=live),
    )


@dataclass(frozen=True)
class Value:
    """A year's value: the sum of what is known, None where nothing is; and how many are not known."""

    known: Decimal | None
    missing: int

    def __str__(self) -> str:
        said = _("%(value)s a year") % {"value": formats.headline_money(self.known)}
        if self.missing and self.known is not None:
            said += " " + _("(not known: %(count)s)") % {"count": self.missing}
        return said


def value_of(contracts: Iterable[Contract]) -> Value:
    values = [one.annual_value for one in contracts]
    known = [value for value in values if value is not None]
    return Value(sum(known, Decimal(0)) if known else None, len(values) - len(known))


@dataclass(frozen=True)
class Together:
    """Contracts of several organisations under one opportunity that end within a year."""

    opportunity: SourcingOpportunity
    contracts: list[Contract]

    @property
    def value(self) -> Value:
        return value_of(self.contracts)


def ending_together(*, contracts: QuerySet[Contract], on: datetime.date) -> list[Together]:
    """By opportunity, the one worth most first; only where two organisations or more could buy. One query."""
    rows = contracts.filter(ending(on, a_year_after(on)), opportunity__isnull=False)
    by: defaultdict[SourcingOpportunity, list[Contract]] = defaultdict(list)
    for one in rows.select_related("opportunity", "organisation").order_by("end", "pk"):
        if one.opportunity:
            by[one.opportunity].append(one)
    found = [Together(key, many) for key, many in by.items() if len({one.organisation_id for one in many}) > 1]
    return sorted(found, key=lambda one: -(one.value.known or 0))


@dataclass(frozen=True)
class Suggestion:
    """Contracts under no opportunity that look alike by `rule`, "supplier" or "title"; `shared` is what they share."""

    rule: str
    shared: str
    contracts: list[Contract]

    @property
    def value(self) -> Value:
        return value_of(self.contracts)

    @property
    def buyers(self) -> int:
        return len({one.organisation_id for one in self.contracts})


def suggestions_of(*, contracts: QuerySet[Contract], on: datetime.date) -> list[Suggestion]:
    """Of contracts in force under no opportunity, those of two organisations or more that have a supplier or a title
    in common; the ones worth most first. One query.

    The same supplier: the name is the same without capitals, accents, punctuation, and words such as "Ltd" or "Cyf".
    Alike titles: in one language, two words or more in common, which are at least half of all the words of the two;
    words of three letters or fewer, and words such as "contract" or "system", are passed over. A title that is like
    one of a group belongs to the group.
    """
    rows = list(
        contracts.on(on)  # type: ignore[attr-defined]
        .filter(opportunity__isnull=True)
        .select_related("organisation")
        .order_by("end", pair_field("title"), "pk")
    )
    found = [*_by_supplier(rows), *_by_title(rows)]
    several = [one for one in found if one.buyers > 1]
    return sorted(several, key=lambda one: (-(one.value.known or 0), one.rule, one.shared))


def supplier_key(name: str) -> str:
    return " ".join(word for word in WORD.findall(folded(name)) if word not in COMPANY)


def title_words(title: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(folded(title)) if len(word) > 3 and word not in SMALL)


def _by_supplier(rows: Sequence[Contract]) -> Iterator[Suggestion]:
    by: defaultdict[str, list[Contract]] = defaultdict(list)
    for one in rows:
        if key := supplier_key(one.supplier):
            by[key].append(one)
    for many in by.values():
        yield Suggestion("supplier", many[0].supplier, many)


def _by_title(rows: Sequence[Contract]) -> Iterator[Suggestion]:
    leader = list(range(len(rows)))

    def first(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for column in ("title_cy", "title_en"):
        words = [title_words(getattr(one, column)) for one in rows]
        for one, other in _alike(words):
            low, high = sorted((first(one), first(other)))
            leader[high] = low
    by: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(len(rows)):
        by[first(place)].append(place)
    for places in by.values():
        if len(places) > 1:
            many = [rows[place] for place in places]
            yield Suggestion("title", str(many[0].title), many)


def _alike(words: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs with at least two words in common that are at least half of all of theirs."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for place, some in enumerate(words):
        shared: defaultdict[int, int] = defaultdict(int)
        for word in some:
            for earlier in having[word]:
                shared[earlier] += 1
            having[word].append(place)
        for earlier, number in shared.items():
            if number >= 2 and 2 * number >= len(some | words[earlier]):
                yield earlier, place


@dataclass(frozen=True)
class Month:
    """The contracts that are over by the end of a month."""

    first: datetime.date
    in_opportunity: int
    alone: int
    value: Decimal | None
    value_not_known: int


def ends_by_month(*, contracts: QuerySet[Contract], on: datetime.date, months: int = 24) -> list[Month]:
    """The month of the last day of each contract in force, for the months to come. One query."""
    first = on.replace(day=1)
    until = months_later(first, months)
    rows = contracts.filter(start__lte=on, end__gt=on, end__lte=until).values_list("end", "opportunity", "annual_value")
    by: defaultdict[datetime.date, list[tuple[int | None, Decimal | None]]] = defaultdict(list)
    for end, opportunity, value in rows.order_by():
        if end:
            last: datetime.date = end - DAY
            by[last.replace(day=1)].append((opportunity, value))
    found = []
    for number in range(months):
        month = months_later(first, number)
        ends = by[month]
        known = [value for _opportunity, value in ends if value is not None]
        inside = sum(opportunity is not None for opportunity, _value in ends)
        found.append(
            Month(month, inside, len(ends) - inside, sum(known, Decimal(0)) if known else None, len(ends) - len(known))
        )
    return found


@dataclass(frozen=True)
class Sourcing:
    """Contracts in force, in numbers."""

    live: int
    value: Value
    ending: int
    ending_value: Value
    alone: int


def sourcing_of(*, contracts: QuerySet[Contract], on: datetime.date) -> Sourcing:
    """One query."""
    soon = ending(on, a_year_after(on))
    unknown = Q(annual_value__isnull=True)
    found = (
        contracts.on(on)  # type: ignore[attr-defined]
        .order_by()
        .aggregate(
            live=Count("pk"),
            value=Sum("annual_value"),
            missing=Count("pk", filter=unknown),
            ending=Count("pk", filter=soon),
            ending_value=Sum("annual_value", filter=soon),
            ending_missing=Count("pk", filter=soon & unknown),
            alone=Count("pk", filter=Q(opportunity__isnull=True)),
        )
    )
    return Sourcing(
        found["live"],
        Value(found["value"], found["missing"]),
        found["ending"],
        Value(found["ending_value"], found["ending_missing"]),
        found["alone"],
    )


def sourcing_finding(found: Sourcing, together: Sequence[Together], on: datetime.date) -> list[str]:
    if not found.live:
        return [_("No contract is in force.")]
    words = ngettext(
        "One contract is in force, worth %(value)s.", "%(number)s contracts are in force, worth %(value)s.", found.live
    )
    day = formats.date(a_year_after(on))
    ends = ngettext("One of them ends by %(date)s.", "%(number)s of them end by %(date)s.", found.ending)
    if found.live == 1:
        ends = _("It ends by %(date)s.") if found.ending else _("It does not end by %(date)s.")
    elif not found.ending:
        ends = _("None of them ends by %(date)s.")
    said = [formats.counted(words, found.live, value=found.value) + " " + formats.counted(ends, found.ending, date=day)]
    if together:
        contracts = [contract for one in together for contract in one.contracts]
        words = ngettext(
            "%(contracts)s of those, worth %(value)s, are for one thing that could be bought together.",
            "%(contracts)s of those, worth %(value)s, are for %(number)s things that could be bought together.",
            len(together),
        )
        more = {"contracts": formats.number(len(contracts)), "value": value_of(contracts)}
        said.append(formats.counted(words, len(together), **more))
    elif found.ending:
        said.append(_("None of those is known to be something that several organisations could buy together."))
    return said


def opportunity_finding(found: Any) -> list[str]:
    """Of a row of `with_contracts`."""
    if not found.live:
        return [_("No contract under it is in force.")]
    said = _("Organisations that buy it apart: %(buyers)s, by this many contracts: %(live)s, worth %(value)s.") % {
        "buyers": found.buyers,
        "live": found.live,
        "value": Value(found.value, found.value_not_known),
    }
    if found.ending_buyers > 1:
        said += " " + _("Contracts that end within a year: %(ending)s, so that it could be bought together then.") % {
            "ending": found.ending
        }
    elif found.ending:
        said += " " + _("Contracts that end within a year: %(ending)s, of one organisation alone.") % {
            "ending": found.ending
        }
    else:
        said += " " + _("None of them ends within a year.")
    return [said]
