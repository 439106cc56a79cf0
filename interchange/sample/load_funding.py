"""Writes funds, allocations, rounds, awards and other costs."""

from funding.models import Allocation, Award, AwardLine, Fund, OtherCost, Round
from interchange.sample.awards import AWARDS
from interchange.sample.costs import COSTS, amount
from interchange.sample.funds import ALLOCATIONS, FUNDS, ROUNDS
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading


def load_funding(loading: Loading) -> None:
    load_funds(loading)
    load_awards(loading)
    loading.write(
        OtherCost,
        [
            OtherCost(
                product=loading.products[product],
                year=year,
                category=category,
                amount=amount(text),
                **MADE_UP.fields(),
            )
            for product, categories in COSTS.items()
            for category, years in categories.items()
            for year, text in years.items()
        ],
    )


def load_funds(loading: Loading) -> None:
    funds = loading.write(
        Fund,
        [
            Fund(
                name_cy=one.name_cy,
                name_en=one.name_en,
                organisation=loading.organisations[one.run_by],
                cycle=one.cycle,
                budget=one.budget,
                pays_permanent=one.pays_permanent,
                **one.source.fields(),
            )
            for one in FUNDS
        ],
    )
    loading.funds.update(zip([one.key for one in FUNDS], funds, strict=True))
    loading.write(
        Allocation,
        [
            Allocation(
                fund=loading.funds[one.fund],
                year=one.year,
                certainty=one.certainty,
                amount=one.amount,
                **one.source.fields(),
            )
            for one in ALLOCATIONS
        ],
    )
    rounds = loading.write(
        Round,
        [
            Round(
                fund=loading.funds["transformation"],
                year=one.year,
                opens=one.opens,
                closes=one.closes,
                panel=one.panel,
                decision=one.decision,
                delivery_ends=one.delivery_ends,
                submissions=one.submissions,
                shortlisted=one.shortlisted,
                **one.source.fields(),
            )
            for one in ROUNDS
        ],
    )
    loading.rounds.update((one.year, one) for one in rounds)


def load_awards(loading: Loading) -> None:
    awards = loading.write(
        Award,
        [
            Award(
                fund=loading.funds[one.fund],
                round=None if one.round_year is None else loading.rounds[one.round_year],
                product=loading.products[one.product],
                reference=one.reference,
                awarded_on=one.awarded_on,
                expires=one.expires,
                conditions_cy=one.conditions_cy,
                conditions_en=one.conditions_en,
                **one.source.fields(),
            )
            for one in AWARDS
        ],
    )
    loading.write(
        AwardLine,
        [
            AwardLine(award=award, year=year, budget=one.budget, certainty=certainty, amount=money)
            for one, award in zip(AWARDS, awards, strict=True)
            for year, certainty, money in one.lines
        ],
    )
