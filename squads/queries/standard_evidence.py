"""What the staffing of a product shows about points 6, 7 and 8 of the Standard.

It never sets a result: it says what is there, and where a "met" stands against it. All of it is as at a day, of the
squads that work on the product then, each post counted by the share of its squad's time that the product has.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Min
from django.utils.translation import gettext as _

from kit import formats
from portfolio.models import Product, StandardAssessment
from squads.models import WANTED, WANTED_BY_KEY, Assignment, Employment, Post, PostStateChange
from squads.queries.months import GONE, PRESENT, SOON, months_from

SERVICE_OWNER = WANTED_BY_KEY["service_owner"]
# What a team cannot be called multidisciplinary without: one of each line in post. A judgement, as WANTED itself is.
CORE: tuple[tuple[str, ...], ...] = (
    ("product_manager", "service_owner"),
    ("delivery_manager",),
    ("user_researcher",),
    ("designer", "content_designer"),
    ("developer",),
)
MONTHS_BACK = 12
# From this share of the team on, its leaving within three months breaks what it was improving.
HALF = Decimal("0.5")
Changes = Mapping[int, Sequence[PostStateChange]]


@dataclass(frozen=True)
class Team:
    """The people of a product on a day, and what has happened to them. FTE are the product's share of them."""

    service_owner: str
    squads: int
    posts: Sequence[Post]
    fte: Mapping[int, Decimal]  # by the post's key
    last_change: datetime.date | None
    months_without: int
    months_looked_at: int

    @property
    def filled(self) -> list[Post]:
        return [post for post in self.posts if post.state in PRESENT]

    @property
    def vacant(self) -> list[Post]:
        return [post for post in self.posts if post.state not in PRESENT]

    @property
    def codes(self) -> set[str]:
        """The roles that somebody is in."""
        return {post.role.code for post in self.filled}

    def fte_of(self, posts: Iterable[Post]) -> Decimal:
        return sum((self.fte[post.pk] for post in posts), Decimal(0))

    def share(self, posts: Iterable[Post]) -> Decimal | None:
        """Of the FTE that is there; None where nobody is."""
        whole = self.fte_of(self.filled)
        return self.fte_of(posts) / whole if whole else None

    @property
    def share_permanent(self) -> Decimal | None:
        return self.share(post for post in self.filled if post.employment == Employment.PERMANENT)

    def leaving(self, on: datetime.date) -> list[Post]:
        """Contractors whose last day falls within three months."""
        return [
            post
            for post in self.filled
            if post.is_contractors and post.last_day is not None and post.last_day - on <= SOON
        ]


@dataclass(frozen=True)
class StaffingEvidence:
    """What the staffing shows about a point, and why a "met" does not go with it, where it does not."""

    point: int
    shows: Sequence[str]
    against_met: Sequence[str]

    def contradicts(self, result: str) -> bool:
        return result == StandardAssessment.Result.MET and bool(self.against_met)


def team_of(*, product: Product, on: datetime.date) -> Team:
    """Four queries, whatever the number of squads and posts."""
    days = months_back(on)
    assignments = list(
        Assignment.objects.filter(product=product, start__lte=on).exclude(end__lte=days[0]).order_by("pk")
    )
    shares: dict[int, Decimal] = {}
    for one in assignments:
        if one.end is None or one.end > on:
            shares[one.squad_id] = shares.get(one.squad_id, Decimal(0)) + one.share
    every = list(
        Post.objects.filter(squad__in={one.squad_id for one in assignments}, planned_from__lte=on)
        .select_related("role")
        .order_by("role__family_en", "role__name_en", "pk")
    )
    changes = _changes(every, on)
    there = [post for post in every if post.squad_id in shares]
    posts = [post for post in there if post.state not in GONE and (post.planned_to is None or post.planned_to > on)]
    began = product.phase_changes.aggregate(first=Min("on"))["first"]
    looked_at = [day for day in days if began is None or began <= day]
    return Team(
        service_owner=product.service_owner,
        squads=len(shares),
        posts=posts,
        fte={post.pk: post.fte * shares[post.squad_id] for post in posts},
        last_change=max((day for post in there for day in _comings_and_goings(changes[post.pk])), default=None),
        months_without=sum(not _anybody_on(day, assignments, every, changes) for day in looked_at),
        months_looked_at=len(looked_at),
    )


def months_back(on: datetime.date) -> list[datetime.date]:
    """The firsts of the last twelve months, this one's the last."""
    first = on.year * 12 + on.month - MONTHS_BACK
    return months_from(datetime.date(first // 12, first % 12 + 1, 1), MONTHS_BACK)


def _changes(posts: Sequence[Post], on: datetime.date) -> dict[int, list[PostStateChange]]:
    found: dict[int, list[PostStateChange]] = {post.pk: [] for post in posts}
    for change in PostStateChange.objects.filter(post__in=list(found), on__lte=on).order_by("on", "pk"):
        found[change.post_id].append(change)
    return found


def _comings_and_goings(changes: Sequence[PostStateChange]) -> list[datetime.date]:
    """The days on which somebody came to a post or left it: recruiting alone does not change a team."""
    days, was_there = [], False
    for change in changes:
        is_there = change.state in PRESENT
        if is_there != was_there:
            days.append(change.on)
        was_there = is_there
    return days


def _anybody_on(day: datetime.date, assignments: Sequence[Assignment], posts: Sequence[Post], changes: Changes) -> bool:
    """Whether a squad was assigned on a day and somebody was in one of its posts then."""
    squads = {one.squad_id for one in assignments if one.start <= day and (one.end is None or day < one.end)}
    return any(post.squad_id in squads and _filled_on(day, post, changes[post.pk]) for post in posts)


def _filled_on(day: datetime.date, post: Post, changes: Sequence[PostStateChange]) -> bool:
    if not (post.planned_from <= day and (post.planned_to is None or day < post.planned_to)):
        return False
    before = [change.state for change in changes if change.on <= day]
    # A post whose days nobody wrote down has been as it is.
    state = before[-1] if before else post.state if not changes else Post.State.PLANNED
    return state in PRESENT


def evidence_of(team: Team, *, on: datetime.date) -> dict[int, StaffingEvidence]:
    """By the number of the point."""
    return {one.point: one for one in (_service_owner(team), _multidisciplinary(team), _improving(team, on))}


def _service_owner(team: Team) -> StaffingEvidence:
    shows = [
        _("A service owner is named: %(name)s.") % {"name": team.service_owner}
        if team.service_owner
        else _("No service owner is named.")
    ]
    posts = [post for post in team.posts if post.role.code in SERVICE_OWNER.codes]
    filled = [post for post in posts if post in team.filled]
    if filled:
        shows.append(_("The post of service owner is filled."))
    elif posts:
        shows.append(_("There is a post of service owner, and nobody is in it."))
    else:
        shows.append(_("The squads that work on it have no post of service owner."))
    against = []
    if not (team.service_owner or filled):
        against.append(_("Nobody is named as its service owner, and no post of one is filled."))
    return StaffingEvidence(6, shows, against)


def _multidisciplinary(team: Team) -> StaffingEvidence:
    if not team.filled:
        return StaffingEvidence(7, [_nobody(team)], [_("Nobody is in post.")])
    families: dict[str, list[str]] = {}
    for post in team.filled:
        roles = families.setdefault(str(post.role.family), [])
        if str(post.role.name) not in roles:
            roles.append(str(post.role.name))
    shows = [
        _("In post, by role family: %(families)s.")
        % {"families": "; ".join(f"{family} ({', '.join(roles)})" for family, roles in families.items())}
    ]
    wanting = [role for role in WANTED if not team.codes & set(role.codes)]
    if wanting:
        shows.append(_("Nobody in post: %(roles)s.") % {"roles": ", ".join(str(role.name) for role in wanting)})
    shows.append(_("Permanent share of the FTE in post: %(share)s.") % {"share": formats.percent(team.share_permanent)})
    missing = [line for line in CORE if not any(team.codes & set(WANTED_BY_KEY[key].codes) for key in line)]
    against = []
    if missing:
        # A line is named by its first role: any of its others would have done.
        names = ", ".join(str(WANTED_BY_KEY[line[0]].name) for line in missing)
        against.append(_("A multidisciplinary team has these, and nobody is in post: %(roles)s.") % {"roles": names})
    return StaffingEvidence(7, shows, against)


def _nobody(team: Team) -> str:
    return _("Nobody is in post in the squads that work on it.") if team.squads else _("No squad works on it.")


def _improving(team: Team, on: datetime.date) -> StaffingEvidence:
    shows, against = [], []
    if team.filled:
        share = formats.percent(team.share_permanent)
        shows.append(_("Permanent share of the FTE in post: %(share)s.") % {"share": share})
        shows.append(
            _("Months since anybody joined or left: %(months)s.")
            % {"months": formats.number(None if team.last_change is None else months_between(team.last_change, on))}
        )
        leaving = team.leaving(on)
        shows.append(_("Contractors who leave within three months: %(number)s.") % {"number": len(leaving)})
        part = team.share(leaving)
        if part is not None and part >= HALF:
            against.append(
                _("%(share)s of the FTE in post leaves within three months.") % {"share": formats.percent(part)}
            )
    else:
        shows.append(_nobody(team))
        against.append(_("Nobody is there to improve it."))
    if team.months_looked_at:
        words = {"without": team.months_without, "months": team.months_looked_at}
        shows.append(_("Months without any team: %(without)s of the last %(months)s.") % words)
        if team.months_without:
            against.append(_("For %(without)s of the last %(months)s months nobody was there to improve it.") % words)
    return StaffingEvidence(8, shows, against)


def months_between(earlier: datetime.date, later: datetime.date) -> int:
    """Whole months."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
