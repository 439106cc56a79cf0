"""What a conversion saves or costs a year: a contractor's post against the permanent one that takes over.

Both sides are the engine's own unit costs (`docs/engine.md`), from the assumptions and rates in force on the day, so
that a figure here is the one a comparison would use.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from funding.engine.unit_costs import contractor_cost, permanent_cost
from funding.inputs import CASE_FIELDS
from funding.models import Assumption, Rate
from funding.queries.assumptions import assumptions_in_force
from funding.queries.rates import rates_in_force
from kit import formats
from squads.models import Conversion, Employment, Post

# The inputs of the two unit costs, by their paths.
KEYS = (
    "employment.salary_multiplier",
    "employment.ni_rate",
    "employment.ni_threshold",
    "employment.pension_rate",
    "employment.levy_rate",
    "employment.overhead_per_fte",
    "employment.permanent_days",
    "employment.day_rate_multiplier",
    "employment.contractor_days",
    "employment.contractor_fee_rate",
    "employment.recruitment_cost",
)
# A pound a year either way is no saving and no cost.
EVEN = 1.0


@dataclass(frozen=True)
class Used:
    """An assumption that went in. `row` is None where none is in force: the value is then the engine's own default."""

    key: str
    value: float
    row: Assumption | None


@dataclass(frozen=True)
class Part:
    """One of the sums that make up a yearly cost, £ an FTE-year."""

    label: str
    amount: float


@dataclass(frozen=True)
class Side:
    """One post. `per_fte` is £ an FTE-year, `whole` times the post's FTE; both None where the rate is not known."""

    post: Post
    rate: Rate | None
    parts: list[Part]
    per_fte: float | None
    days: float  # worked or billed in a year

    @property
    def whole(self) -> float | None:
        return None if self.per_fte is None else self.per_fte * float(self.post.fte)

    @property
    def per_day(self) -> float | None:
        return None if self.per_fte is None or not self.days else self.per_fte / self.days


@dataclass(frozen=True)
class Saving:
    """£ a year, contractor less permanent: negative where the conversion costs more. None where it is not known."""

    contractor: Side
    permanent: Side
    used: list[Used]
    recruitment: float

    @property
    def a_year(self) -> float | None:
        before, after = self.contractor.whole, self.permanent.whole
        return None if before is None or after is None else before - after

    @property
    def months_to_pay_back(self) -> float | None:
        """Months until a year's saving has paid for one recruitment; None where it never does or is not known."""
        if self.a_year is None or self.a_year <= EVEN:
            return None
        return 12 * self.recruitment / self.a_year


def saving_of(*, conversion: Conversion, on: datetime.date) -> Saving:
    """Two queries. The posts of the conversion, their roles and their squad are fetched already."""
    used = used_on(on=on)
    values = _by_name(used)
    rates = rates_in_force(on=on, organisation=conversion.contractor.squad.organisation_id)
    return Saving(
        contractor=side_of(conversion.contractor, rates, values),
        permanent=side_of(conversion.permanent, rates, values),
        used=used,
        recruitment=values["recruitment_cost"],
    )


def used_on(*, on: datetime.date) -> list[Used]:
    """The assumptions of the two unit costs that are in force on a day. One query."""
    in_force = assumptions_in_force(on=on)
    return [_used(key, in_force.get(key)) for key in KEYS]


def _by_name(used: Iterable[Used]) -> dict[str, float]:
    return {one.key.removeprefix("employment."): one.value for one in used}


def employment_values(*, on: datetime.date) -> dict[str, float]:
    """What `side_of` needs beside the rates: the value of each assumption by its name. One query."""
    return _by_name(used_on(on=on))


def side_of(post: Post, rates: Mapping[tuple[int, str], Rate], values: Mapping[str, float]) -> Side:
    """What a post costs a year, by whoever may fill it; `rates` by role and employment."""
    return (_contractor if post.is_contractors else _permanent)(post, rates, values)


def _used(key: str, row: Assumption | None) -> Used:
    if row is not None and row.value is not None:
        return Used(key, float(row.value), row)
    default = CASE_FIELDS[key].default
    assert isinstance(default, int | float)  # none of KEYS has to be given
    return Used(key, float(default), None)


def _contractor(post: Post, rates: Mapping[tuple[int, str], Rate], values: Mapping[str, float]) -> Side:
    rate = rates.get((post.role_id, post.employment))
    days, multiplier = values["contractor_days"], values["day_rate_multiplier"]
    # A supplier's rate is the framework's, its margin included: an agency's fee on top would flatter the conversion.
    fee = values["contractor_fee_rate"] if post.employment == Employment.AGENCY else 0.0
    if rate is None:
        return Side(post, rate, [], None, days)
    day_rate = float(rate.amount)
    billed = contractor_cost(day_rate, multiplier, days, 0.0)
    whole = contractor_cost(day_rate, multiplier, days, fee)
    parts = [Part(_("Day rate times days billed a year"), billed)]
    if fee:
        parts.append(Part(_("Agency's fee"), whole - billed))
    return Side(post, rate, parts, whole, days)


def _permanent(post: Post, rates: Mapping[tuple[int, str], Rate], values: Mapping[str, float]) -> Side:
    # A fixed-term post is paid as a permanent one where it has no rate of its own.
    rate = rates.get((post.role_id, post.employment)) or rates.get((post.role_id, Employment.PERMANENT))
    days = values["permanent_days"]
    if rate is None:
        return Side(post, None, [], None, days)
    pay = {
        "salary": float(rate.amount),
        "multiplier": values["salary_multiplier"],
        "overhead": values["overhead_per_fte"],
        **{name: values[name] for name in ("ni_rate", "ni_threshold", "pension_rate", "levy_rate")},
    }
    bare = {"ni_rate": 0.0, "pension_rate": 0.0, "levy_rate": 0.0, "overhead": 0.0}
    salary = permanent_cost(**(pay | bare))
    parts = [
        Part(_("Salary"), salary),
        Part(_("Employer's National Insurance"), permanent_cost(**(pay | bare | {"ni_rate": pay["ni_rate"]})) - salary),
        Part(
            _("Employer's pension contribution and apprenticeship levy"),
            (pay["pension_rate"] + pay["levy_rate"]) * salary,
        ),
        Part(_("Overhead"), pay["overhead"]),
    ]
    return Side(post, rate, parts, permanent_cost(**pay), days)


def saving_finding(found: Saving) -> list[str]:
    """Said plainly, whichever way it goes."""
    contractor, permanent = found.contractor, found.permanent
    unknown = []
    if contractor.per_fte is None:
        unknown.append(_("No day rate is known for %(role)s (%(employment)s).") % _who(contractor.post))
    if permanent.per_fte is None:
        unknown.append(_("No salary is known for %(role)s (%(employment)s).") % _who(permanent.post))
    if unknown or found.a_year is None:
        return [*unknown, _("What the conversion saves cannot be worked out.")]
    words = {
        "before": formats.money(contractor.whole),
        "after": formats.money(permanent.whole),
        "saving": formats.money(abs(found.a_year)),
    }
    if found.a_year > EVEN:
        said = _(
            "The conversion saves %(saving)s a year: %(before)s for the contractor, %(after)s for the permanent post."
        )
    elif found.a_year < -EVEN:
        said = _(
            "The conversion costs %(saving)s a year MORE: %(before)s for the contractor, %(after)s for the permanent "
            "post."
        )
    else:
        said = _("The conversion neither saves nor costs: both come to %(before)s a year.")
    sentences = [said % words]
    if contractor.post.fte != permanent.post.fte:
        sentences.append(
            _("The two are not alike in size: %(before)s FTE and %(after)s FTE.")
            % {"before": formats.fte(contractor.post.fte), "after": formats.fte(permanent.post.fte)}
        )
    cost = {"cost": formats.money(found.recruitment), "months": formats.number(found.months_to_pay_back, 1)}
    if found.months_to_pay_back is not None:
        said = _("Recruiting costs %(cost)s once, which the saving pays back in this many months: %(months)s.")
    else:
        said = _("Recruiting costs %(cost)s once, on top of that.")
    return [*sentences, said % cost]


def _who(post: Post) -> dict[str, str]:
    return {"role": str(post.role), "employment": str(post.get_employment_display())}
