"""What is already known of a product when an appraisal is begun: its squad, its running cost, its fund's last round."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Sum

from funding.models import OtherCost, Round
from kit.periods import financial_year_of
from portfolio.models import Product
from squads.models import Assignment, Post, Role

# The standard squad of the evidence behind the defaults, where a product has no squad of its own yet.
STANDARD_SQUAD = (
    "product_manager",
    "delivery_manager",
    "user_researcher",
    "service_designer",
    "content_designer",
    "senior_developer",
    "developer",
    "business_analyst",
)
MONTHS_TO_LIVE = 8
SUSTAINING_SHARE = Decimal("0.5")


@dataclass(frozen=True)
class RoleLine:
    """A role of the squad to be costed; a salary or day rate of None takes the rate in force."""

    role_id: int
    fte: Decimal
    salary: Decimal | None = None
    day_rate: Decimal | None = None


@dataclass(frozen=True)
class Known:
    """What an appraisal of a product can be begun with. `from_squad` is false where the standard squad stands in."""

    roles: list[RoleLine]
    from_squad: bool
    running_cost: Decimal | None
    award_month: int | None
    start_year: int

    @property
    def fte(self) -> Decimal:
        return sum((line.fte for line in self.roles), Decimal(0))

    @property
    def effort_to_live(self) -> Decimal:
        return self.fte * MONTHS_TO_LIVE

    @property
    def sustaining_fte(self) -> Decimal:
        return (self.fte * SUSTAINING_SHARE).quantize(Decimal("0.01"))


def known_of(*, product: Product, on: datetime.date) -> Known:
    """Five queries, whatever the size of the squad."""
    roles = _squad_of(product, on)
    return Known(
        roles=roles or [RoleLine(pk, Decimal(1)) for pk in _standard_roles()],
        from_squad=bool(roles),
        running_cost=_running_cost(product),
        award_month=_award_month(),
        start_year=financial_year_of(on) + 1,
    )


def _squad_of(product: Product, on: datetime.date) -> list[RoleLine]:
    shares = {
        row["squad"]: row["whole"]
        for row in Assignment.objects.filter(product=product, start__lte=on)
        .exclude(end__lte=on)
        .values("squad")
        .annotate(whole=Sum("share"))
    }
    fte: dict[int, Decimal] = {}
    posts = Post.objects.filter(squad__in=shares).exclude(state=Post.State.ENDED).on(on)
    for row in posts.values("squad", "role").annotate(whole=Sum("fte")).order_by(F("role_id")):
        fte[row["role"]] = fte.get(row["role"], Decimal(0)) + row["whole"] * shares[row["squad"]]
    return [RoleLine(role, total.quantize(Decimal("0.001"))) for role, total in fte.items() if total > 0]


def _standard_roles() -> list[int]:
    by_code = dict(Role.objects.filter(code__in=STANDARD_SQUAD).values_list("code", "pk"))
    return [by_code[code] for code in STANDARD_SQUAD if code in by_code]


def _running_cost(product: Product) -> Decimal | None:
    latest = OtherCost.objects.filter(product=product, amount__isnull=False).order_by("-year").values("year")[:1]
    costs = OtherCost.objects.filter(product=product, year__in=latest)
    return costs.aggregate(whole=Sum("amount"))["whole"]


def _award_month() -> int | None:
    latest = Round.objects.filter(decision__isnull=False, fund__cycle="annual").order_by("-year").first()
    return award_month_of(latest.decision, latest.year) if latest and latest.decision else None


def award_month_of(decision: datetime.date, year: int) -> int:
    """Whole months from 1 April to a decision: 7 September is 5. Never below 0 or above 11."""
    months = (decision.year - year) * 12 + decision.month - 4
    return max(0, min(11, months))
