"""Writes milestones with their forecasts and change requests, and benefits with their years."""

from collections.abc import Mapping
from decimal import Decimal

from accounts.models import User
from accounts.roles import Role
from interchange.sample.benefits import BENEFITS
from interchange.sample.milestones import MILESTONES, SampleMilestone, day
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading
from portfolio.models import BaselineChange, Benefit, BenefitYear, Milestone, MilestoneForecast


def load_milestones(loading: Loading, people: Mapping[str, User]) -> None:
    """`people`: those of the demonstration, by role; elsewhere nobody, and nobody is named as having asked."""
    rows = loading.write(
        Milestone,
        [
            Milestone(
                product=loading.products[one.product],
                title_cy=one.title_cy,
                title_en=one.title_en,
                baseline=day(one.baseline) if one.baseline else None,
                forecast=day(one.forecasts[-1].forecast) if one.forecasts else None,
                actual=day(one.actual) if one.actual else None,
                **MADE_UP.fields(),
            )
            for one in MILESTONES
        ],
    )
    pairs = list(zip(MILESTONES, rows, strict=True))
    loading.write(
        MilestoneForecast,
        [
            MilestoneForecast(
                milestone=row,
                forecast=day(made.forecast),
                made_on=day(made.made_on),
                report=made.report,
                reason_cy=made.reason_cy,
                reason_en=made.reason_en,
            )
            for one, row in pairs
            for made in one.forecasts
        ],
    )
    loading.write(BaselineChange, [change_of(one, row, people) for one, row in pairs if one.change])


def change_of(one: SampleMilestone, row: Milestone, people: Mapping[str, User]) -> BaselineChange:
    """Asked by a delivery lead; decided, where it was, by a board member."""
    change = one.change
    assert change is not None
    decided = bool(change.decided_on)
    return BaselineChange(
        milestone=row,
        before=day(change.before),
        after=day(change.after),
        state=change.state,
        asked_on=day(change.asked_on),
        asked_by=people.get(Role.DELIVERY_LEAD),
        decided_on=day(change.decided_on) if decided else None,
        decided_by=people.get(Role.BOARD_MEMBER) if decided else None,
        reason_cy=change.reason_cy,
        reason_en=change.reason_en,
    )


def load_benefits(loading: Loading) -> None:
    rows = loading.write(
        Benefit,
        [
            Benefit(
                product=loading.products[one.product],
                kind=one.kind,
                title_cy=one.title_cy,
                title_en=one.title_en,
                beneficiary_cy=one.beneficiary_cy,
                beneficiary_en=one.beneficiary_en,
                measure_cy=one.measure_cy,
                measure_en=one.measure_en,
                baseline=one.measured("baseline"),
                target=one.measured("target"),
                double_counts_with=loading.products[one.double_counts_with] if one.double_counts_with else None,
                **MADE_UP.fields(),
            )
            for one in BENEFITS
        ],
    )
    loading.write(
        BenefitYear,
        [
            BenefitYear(
                benefit=row, year=year, expected=_pounds(expected), realised=_pounds(realised), **MADE_UP.fields()
            )
            for one, row in zip(BENEFITS, rows, strict=True)
            for year, (expected, realised) in one.years.items()
        ],
    )


def _pounds(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
