"""Bids won and lost, guarantees withdrawn and freezes happen as often as their probabilities say, and together."""

from __future__ import annotations

import math

import numpy as np
import pytest

from funding.engine import build_case
from funding.engine.draws import option_lanes, plan
from funding.engine.events import frozen, numbers, withdrawn, won

from .cases import option, small

N = 40_000
YEARS = 10


def within(share: float, expected: float, of: int = N) -> bool:
    """4 standard errors of a share."""
    return abs(share - expected) <= 4 * math.sqrt(expected * (1 - expected) / of)


def uncertain(*options: dict[str, object], draws: int = N, parameters: tuple[object, ...] = ()) -> dict[str, object]:
    return small(*options, years=YEARS, uncertainty={"draws": draws, "seed": 7, "parameters": list(parameters)})


def test_bids_are_won_as_often_as_a_binomial_says() -> None:
    funded = np.ones(YEARS)
    found = won(funded, 0.4, 0.7, numbers(7, "award", YEARS, 0, N))
    assert found.shape == (YEARS, N)
    assert within(found[0].mean(), 0.4)
    assert all(within(found[year].mean(), 0.7) for year in range(1, YEARS))
    wins = found[1:].sum(axis=0)
    for k in range(YEARS):
        assert within((wins == k).mean(), math.comb(9, k) * 0.7**k * 0.3 ** (9 - k))
    # Whatever became of those before: a year after a lost one is won as often.
    assert within(found[2, found[1] == 0].mean(), 0.7, int((found[1] == 0).sum()))


def test_the_first_bid_is_that_of_the_first_year_to_be_funded() -> None:
    funded = np.array([0, 0, 1, 0, 1, 1.0])
    found = won(funded, 0.2, 0.9, numbers(7, "award", 6, 0, N))
    assert (found[[0, 1, 3]] == 0).all()
    assert within(found[2].mean(), 0.2)
    assert within(found[4].mean(), 0.9)
    assert (won(np.zeros(6), 1.0, 1.0, numbers(7, "award", 6, 0, 10)) == 0).all()


def test_a_guarantee_is_withdrawn_once_and_never_in_the_first_year() -> None:
    found = withdrawn(0.1, numbers(7, "withdrawal", YEARS, 0, N))
    for year in range(1, YEARS):
        assert within((found == year).mean(), 0.9 ** (year - 1) * 0.1)
    assert within((found == YEARS).mean(), 0.9**9)
    assert found.min() == 1


def test_a_freeze_comes_in_any_year_but_the_first() -> None:
    found = frozen(0.3, numbers(7, "freeze", YEARS, 0, N))
    assert (found[0] == 0).all()
    assert all(within(found[year].mean(), 0.3) for year in range(1, YEARS))


def test_a_probability_of_0_or_1_is_never_or_always() -> None:
    uniform = numbers(7, "award", YEARS, 0, N)
    assert (won(np.ones(YEARS), 1.0, 1.0, uniform) == 1).all()
    assert (won(np.ones(YEARS), 0.0, 0.0, uniform) == 0).all()
    assert (withdrawn(0.0, uniform) == YEARS).all()
    assert (withdrawn(1.0, uniform) == 1).all()
    assert (frozen(1.0, uniform)[1:] == 1).all()


def test_options_of_equal_probabilities_share_their_events_and_others_nest() -> None:
    squads = [
        option("sustained_squad", name, withdrawal_probability=p) for name, p in (("a", 0.1), ("b", 0.1), ("c", 0.3))
    ]
    case = build_case(uncertain(*squads, option("contractor_to_permanent", "d", withdrawal_probability=0.1), draws=500))
    a, b, c, d = option_lanes(plan(case), 0, 500)
    assert (a.withdrawn == b.withdrawn).all()
    assert (a.withdrawn == d.withdrawn).all()
    assert (c.withdrawn <= a.withdrawn).all()
    assert (c.withdrawn < a.withdrawn).any()
    assert (a.frozen == c.frozen).all()


def test_a_probability_may_itself_be_uncertain() -> None:
    path = "options.annual_cycle.reaward_probability"
    parameter = {"path": path, "distribution": "uniform", "low": 0.2, "high": 0.6}
    case = build_case(uncertain(option("annual_cycle"), parameters=(parameter,)))
    [lanes] = option_lanes(plan(case), 0, N)
    assert (lanes.funded[0] == 1).all()
    assert all(within(lanes.funded[year].mean(), 0.4) for year in range(1, YEARS))
    # A draw's probability is one for all its years: its wins spread wider than a binomial's.
    spread = lanes.funded[1:].sum(axis=0).var()
    assert spread == pytest.approx(9 * 0.4 * 0.6 + 9 * 8 * (0.4**2 / 12), rel=0.04)
