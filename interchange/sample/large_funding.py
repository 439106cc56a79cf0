"""Made-up funds, rounds, awards with eleven years of lines, and other costs."""

import datetime
from collections import defaultdict
from decimal import Decimal
from random import Random

from funding.models import Allocation, Award, AwardLine, Certainty, Fund, OtherCost, Round
from interchange.sample.large_names import FUNDS
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading
from portfolio.models import Product

YEARS = range(2020, 2031)
LAST_SECURED = 2026
THOUSAND = Decimal("1000.00")


def add_funding(loading: Loading, rng: Random, products: list[Product]) -> None:
    runner = next(iter(loading.organisations.values()))
    funds = loading.write(
        Fund,
        [
            Fund(
                name_cy=cy,
                name_en=en,
                organisation=runner,
                cycle=cycle,
                budget="capital" if cycle == Fund.Cycle.CAPITAL else "revenue",
                pays_permanent=permanent,
                **MADE_UP.fields(),
            )
            for _key, cy, en, cycle, permanent in FUNDS
        ],
    )
    annual = [fund for fund in funds if fund.cycle == Fund.Cycle.ANNUAL]
    lasting = [fund for fund in funds if fund.cycle != Fund.Cycle.ANNUAL]
    rounds = add_rounds(loading, rng, annual)
    awards, lines = awards_of(rng, products, annual, lasting, rounds)
    loading.write(Award, awards)
    loading.write(AwardLine, lines)
    add_allocations(loading, lines)
    add_costs(loading, rng, products)


def add_rounds(loading: Loading, rng: Random, funds: list[Fund]) -> dict[tuple[int, int], Round]:
    rows = []
    for fund in funds:
        for year in range(YEARS.start, LAST_SECURED + 1):
            opens = datetime.date(year, 4, 15) + datetime.timedelta(days=rng.randrange(90))
            closes = opens + datetime.timedelta(days=28)
            panel = closes + datetime.timedelta(days=21)
            decision = panel + datetime.timedelta(days=rng.randrange(2, 15))
            rows.append(
                Round(
                    fund=fund,
                    year=year,
                    opens=opens,
                    closes=closes,
                    panel=panel,
                    decision=decision,
                    delivery_ends=datetime.date(year + 1, 3, 31),
                    **MADE_UP.fields(),
                )
            )
    return {(one.fund_id, one.year): one for one in loading.write(Round, rows)}


def awards_of(
    rng: Random,
    products: list[Product],
    annual: list[Fund],
    lasting: list[Fund],
    rounds: dict[tuple[int, int], Round],
) -> tuple[list[Award], list[AwardLine]]:
    """Two products in five live from year to year; the others have one award over all eleven years."""
    awards: list[Award] = []
    lines: list[AwardLine] = []
    for product in products:
        if rng.random() < 0.4:
            for year in range(YEARS.start, LAST_SECURED + 1):
                if rng.random() < 0.85:
                    award = yearly(product, rounds[rng.choice(annual).pk, year], number=len(awards))
                    awards.append(award)
                    lines.append(AwardLine(award=award, year=year, amount=THOUSAND * rng.randrange(20, 200)))
            continue
        fund = rng.choice(lasting)
        award = Award(
            fund=fund,
            product=product,
            reference=f"M-{len(awards):05d}",
            awarded_on=datetime.date(YEARS.start, 3, 2),
            **MADE_UP.fields(),
        )
        awards.append(award)
        base = rng.randrange(20, 250)
        for year in YEARS:
            certainty = Certainty.SECURED if year <= LAST_SECURED else Certainty.INDICATIVE
            unknown = rng.random() < 0.02
            lines.append(
                AwardLine(
                    award=award,
                    year=year,
                    budget=fund.budget,
                    certainty=certainty,
                    amount=None if unknown else THOUSAND * base,
                )
            )
            if fund.budget == "revenue" and rng.random() < 0.4:
                lines.append(
                    AwardLine(
                        award=award,
                        year=year,
                        budget="capital",
                        certainty=certainty,
                        amount=THOUSAND * rng.randrange(5, 90),
                    )
                )
    return awards, lines


def yearly(product: Product, fund_round: Round, *, number: int) -> Award:
    return Award(
        fund=fund_round.fund,
        round=fund_round,
        product=product,
        reference=f"M-{number:05d}",
        awarded_on=fund_round.decision,
        expires=datetime.date(fund_round.year + 1, 4, 1),
        **MADE_UP.fields(),
    )


def add_allocations(loading: Loading, lines: list[AwardLine]) -> None:
    """Each fund has in each year a twentieth more than it has awarded."""
    awarded: dict[tuple[Fund, int, str], Decimal] = defaultdict(Decimal)
    for line in lines:
        awarded[line.award.fund, line.year, line.certainty] += line.amount or 0
    loading.write(
        Allocation,
        [
            Allocation(
                fund=fund,
                year=year,
                certainty=certainty,
                amount=(money * Decimal("1.05")).quantize(THOUSAND),
                **MADE_UP.fields(),
            )
            for (fund, year, certainty), money in awarded.items()
        ],
    )


def add_costs(loading: Loading, rng: Random, products: list[Product]) -> None:
    """Hosting in every year from 2024-25 to 2028-29, audits now and then; some not known."""
    rows = []
    for product in products:
        hosting = rng.randrange(2, 60)
        for year in range(2024, 2029):
            amount = None if rng.random() < 0.03 else THOUSAND * hosting
            rows.append(OtherCost(product=product, year=year, category="hosting", amount=amount, **MADE_UP.fields()))
            if rng.random() < 0.2:
                audit = THOUSAND * rng.randrange(4, 25)
                rows.append(OtherCost(product=product, year=year, category="audit", amount=audit, **MADE_UP.fields()))
    loading.write(OtherCost, rows)
