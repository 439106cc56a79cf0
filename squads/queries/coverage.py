"""The roles a multidisciplinary squad wants, and which of them a squad has filled, has planned or lacks."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kit import formats
from squads.models import WANTED, WANTED_BY_KEY, Post, Squad, WantedRole
from squads.queries.months import GONE, PRESENT

FILLED, PLANNED, LACKING = "filled", "planned", "lacking"
NOTHING = Decimal(0)
CODES = tuple(code for role in WANTED for code in role.codes)


@dataclass(frozen=True)
class Coverage:
    """One wanted role of one squad, in FTE."""

    role: WantedRole
    filled: Decimal
    planned: Decimal

    @property
    def standing(self) -> str:
        return FILLED if self.filled > 0 else PLANNED if self.planned > 0 else LACKING


@dataclass(frozen=True)
class SquadCoverage:
    """A squad and its wanted roles, by their key: a row of the matrix."""

    squad: Squad
    roles: Mapping[str, Coverage]

    @property
    def pk(self) -> int:
        return int(self.squad.pk)

    @property
    def lacks(self) -> int:
        return sum(one.standing == LACKING for one in self.roles.values())


def there_on(squads: "QuerySet[Squad]", *, on: datetime.date) -> "QuerySet[Squad]":
    """Squads that exist on a day: one that has ended lacks nothing."""
    return squads.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


def _wanted_posts(on: datetime.date) -> "QuerySet[Post]":
    """The posts that fill a wanted role, or are planned to: neither ended nor over on the day."""
    return Post.objects.filter(role__code__in=CODES).exclude(state__in=GONE).exclude(planned_to__lte=on)


def without_role(squads: "QuerySet[Squad]", key: str, *, on: datetime.date) -> "QuerySet[Squad]":
    """Those that have neither filled nor planned one wanted role."""
    return squads.exclude(pk__in=_wanted_posts(on).filter(role__code__in=WANTED_BY_KEY[key].codes).values("squad"))


def complete(squads: "QuerySet[Squad]", *, on: datetime.date) -> "QuerySet[Squad]":
    """Those that lack no wanted role."""
    key = Case(*(When(role__code__in=role.codes, then=Value(role.key)) for role in WANTED), output_field=CharField())
    every = _wanted_posts(on).values("squad").annotate(different=Count(key, distinct=True))
    return squads.filter(pk__in=every.filter(different=len(WANTED)).order_by().values("squad"))


def coverage_of(squads: "QuerySet[Squad]", *, on: datetime.date) -> list[SquadCoverage]:
    """Each of the squads, those that lack most first. Two queries, however many squads.

    Filled is who is there on the day; planned is every other post that is to be there, for whatever day.
    """
    found = list(squads.select_related("organisation"))
    posts = _wanted_posts(on).filter(squad__in=squads.order_by().values("pk"))
    sums = _sums(posts, on)
    rows = [SquadCoverage(squad, _roles(sums.get(squad.pk, {}))) for squad in found]
    return sorted(rows, key=lambda row: (-row.lacks, str(row.squad.name).casefold(), row.pk))


def coverage_on(*, squad: Squad, on: datetime.date) -> list[Coverage]:
    """One squad. One query."""
    return list(_roles(_sums(_wanted_posts(on).filter(squad=squad), on).get(squad.pk, {})).values())


# By role's code: FTE filled, and FTE planned.
Sums = dict[str, list[Decimal]]


def _sums(posts: "QuerySet[Post]", on: datetime.date) -> dict[int, Sums]:
    found: dict[int, Sums] = defaultdict(lambda: defaultdict(lambda: [NOTHING, NOTHING]))
    rows = posts.order_by().values_list("squad", "role__code", "state", "planned_from", "fte")
    for squad, code, state, planned_from, fte in rows:
        is_there = state in PRESENT and planned_from <= on
        found[squad][code][0 if is_there else 1] += fte
    return found


def _roles(sums: Mapping[str, list[Decimal]]) -> dict[str, Coverage]:
    nothing = [NOTHING, NOTHING]
    return {
        role.key: Coverage(role, *(sum((sums.get(code, nothing)[at] for code in role.codes), NOTHING) for at in (0, 1)))
        for role in WANTED
    }


def coverage_finding(coverage: list[Coverage]) -> list[str]:
    """What one squad has and lacks of what it wants."""
    has = [one for one in coverage if one.standing == FILLED]
    lacks = [one for one in coverage if one.standing == LACKING]
    words = {"has": formats.number(len(has)), "wanted": formats.number(len(coverage))}
    if not lacks:
        return [
            _("Of the %(wanted)s roles a multidisciplinary squad wants it has %(has)s; the rest are planned.") % words
        ]
    names = ", ".join(str(one.role.name) for one in lacks)
    return [
        _("Of the %(wanted)s roles a multidisciplinary squad wants it has %(has)s. It lacks: %(names)s.")
        % (words | {"names": names})
    ]


@dataclass(frozen=True)
class Lacking:
    """How many squads lack a role or more, and which role most of them lack."""

    squads: int
    lacking: int
    most: WantedRole | None
    most_squads: int


def lacking_of(squads: "QuerySet[Squad]", *, on: datetime.date) -> Lacking:
    """Two queries: the squads, and which roles each of them has or has planned."""
    keys = set(squads.order_by().values_list("pk", flat=True))
    pairs = _wanted_posts(on).filter(squad__in=squads.order_by().values("pk")).order_by()
    has: dict[int, set[str]] = defaultdict(set)
    for squad, code in pairs.values_list("squad", "role__code").distinct():
        has[squad].add(code)
    return _lacking(has.get(key, set()) for key in keys)


def lacking_in(rows: Iterable[SquadCoverage]) -> Lacking:
    """The same, of rows of the matrix. No query."""
    return _lacking(
        {code for one in row.roles.values() if one.standing != LACKING for code in one.role.codes} for row in rows
    )


def _lacking(has: Iterable[set[str]]) -> Lacking:
    every = list(has)
    short = {role.key: sum(not found.intersection(role.codes) for found in every) for role in WANTED}
    most = max(WANTED, key=lambda role: short[role.key])
    number = short[most.key]
    complete_ones = sum(all(found.intersection(role.codes) for role in WANTED) for found in every)
    return Lacking(len(every), len(every) - complete_ones, most if number else None, number)


def lacking_finding(found: Lacking) -> list[str]:
    if not found.squads:
        return []
    if found.most is None:
        return [_("Every squad has or has planned each role that a multidisciplinary squad wants.")]
    if found.squads == 1:
        return [_("The squad lacks a role or more, such as this one: %(role)s.") % {"role": found.most.name}]
    said = ngettext(
        "One squad of %(squads)s lacks a role or more.",
        "%(number)s squads of %(squads)s lack a role or more.",
        found.lacking,
    )
    most = ngettext(
        "The role most often lacking is %(role)s, in one squad.",
        "The role most often lacking is %(role)s, in %(number)s squads.",
        found.most_squads,
    )
    return [
        formats.counted(said, found.lacking, squads=formats.number(found.squads)),
        formats.counted(most, found.most_squads, role=found.most.name),
    ]
