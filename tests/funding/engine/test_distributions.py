"""Each distribution's inverse against its own share below, moments, and rounding."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest

from funding.engine import Field, Parameter, field_of, option_field
from funding.engine import pert as pert_module
from funding.engine.distributions import quantiles, triangular
from funding.engine.randomness import uniforms
from funding.engine.truncated_normal import inverse
from funding.engine.truncated_normal import quantiles as truncated

from .oracle_draws import beta_share

EFFORT = field_of("product.effort_to_live")
DECAY = field_of("product.decay_rate")
AWARD_MONTH = option_field("annual_cycle", "award_month")
N = 200_000
UNIFORM = uniforms(2027, ("test",), 0, N)
TINY, LAST = 2.0**-53, 1 - 2.0**-53


def drawn(field: Field = EFFORT, uniform: np.ndarray = UNIFORM, **given: object) -> np.ndarray:
    parameter = Parameter("", **given)  # type: ignore[arg-type]
    return quantiles(parameter, field, uniform, compiled=len(uniform) == N)


@pytest.mark.parametrize(
    "given",
    [
        {"distribution": "uniform", "low": 30, "high": 70},
        {"distribution": "triangular", "low": 30, "likely": 40, "high": 70},
        {"distribution": "triangular", "low": 30, "likely": 30, "high": 70},
        {"distribution": "triangular", "low": 30, "likely": 70, "high": 70},
        {"distribution": "pert", "low": 30, "likely": 40, "high": 70},
        {"distribution": "pert", "low": 30, "likely": 30, "high": 70},
        {"distribution": "pert", "low": 30, "likely": 70, "high": 70},
        {"distribution": "normal", "mean": 40, "sd": 10, "low": 30, "high": 70},
    ],
)
def test_values_grow_with_their_number_and_stay_between_low_and_high(given: dict[str, object]) -> None:
    found = drawn(uniform=np.array([TINY, *np.linspace(0.001, 0.999, 999), LAST]), **given)
    assert (np.diff(found) > 0).all()
    assert 30 <= found[0] < 30.2
    assert 69.7 < found[-1] <= 70


@pytest.mark.parametrize(
    "given",
    [
        {"distribution": "pert", "low": 30, "likely": 40, "high": 70},
        {"distribution": "pert", "low": 30, "likely": 30, "high": 70},
        {"distribution": "pert", "low": 30, "likely": 70, "high": 70},
        {"distribution": "normal", "mean": 40, "sd": 10, "low": 10, "high": 70},
        {"distribution": "normal", "mean": 40, "sd": 2, "low": 70, "high": 90},
        {"distribution": "normal", "mean": 90, "sd": 1, "low": 10, "high": 50},
    ],
)
def test_compiled_or_not_they_are_the_same_to_the_last_bit(given: dict[str, object]) -> None:
    uniform = np.concatenate([[TINY, 1e-300, 0.5, LAST], UNIFORM[:3000]])
    parameter = Parameter("", **given)  # type: ignore[arg-type]
    plain, compiled = (quantiles(parameter, EFFORT, uniform, compiled=each) for each in (False, True))
    assert plain.tobytes() == compiled.tobytes()


@pytest.mark.parametrize("likely", [0.0, 0.05, 0.3, 0.5, 0.61, 1.0])
def test_pert_inverts_the_beta_distribution(likely: float) -> None:
    uniform = np.array([1e-6, 0.01, 0.1, 0.25, 0.49, 0.5, 0.73, 0.9, 0.99, 1 - 1e-6])
    found = pert_module.quantiles(0.0, likely, 1.0, uniform)
    shares = [beta_share(1 + 4 * likely, 5 - 4 * likely, x) for x in found]
    assert shares == pytest.approx(uniform.tolist(), abs=1e-11)


def test_pert_of_corners_that_have_a_formula() -> None:
    assert np.abs(pert_module.quantiles(0, 0, 1, UNIFORM, compiled=True) - (1 - (1 - UNIFORM) ** 0.2)).max() < 2e-11
    assert np.abs(pert_module.quantiles(0, 1, 1, UNIFORM, compiled=True) - UNIFORM**0.2).max() < 2e-11


@pytest.mark.parametrize(("low", "likely", "high"), [(30, 40, 70), (0, 0, 5), (1, 5, 5), (0.05, 0.09, 0.2)])
def test_pert_has_the_mean_and_the_variance_that_are_taught(low: float, likely: float, high: float) -> None:
    found = drawn(EFFORT, distribution="pert", low=low, likely=likely, high=high)
    mean = (low + 4 * likely + high) / 6
    variance = (mean - low) * (high - mean) / 7
    assert found.mean() == pytest.approx(mean, abs=4 * math.sqrt(variance / N))
    assert found.var() == pytest.approx(variance, rel=0.02)


def test_triangular_inverts_its_share_below() -> None:
    found = triangular(30.0, 40.0, 70.0, UNIFORM)
    below = np.where(found < 40, (found - 30) ** 2 / 400, 1 - (70 - found) ** 2 / 1200)
    assert np.abs(below - UNIFORM).max() < 1e-12
    assert found.mean() == pytest.approx(140 / 3, abs=4 * np.sqrt(650 / 9 / N))


def test_uniform_has_its_mean_and_its_points() -> None:
    found = drawn(distribution="uniform", low=30, high=70)
    assert found.mean() == pytest.approx(50, abs=4 * 40 / math.sqrt(12 * N))
    assert np.percentile(found, [5, 50, 95]) == pytest.approx([32, 50, 68], abs=0.2)


def test_the_inverse_normal_has_sixteen_figures() -> None:
    shares = np.array([1e-300, 1e-100, 1e-20, 1e-9, 0.001, 0.074, 0.0751, 0.3, 0.5, 0.7, 0.93, 0.999, 1 - 1e-12])
    expected = [NormalDist().inv_cdf(share) for share in shares]
    assert inverse(shares, 1 - shares).tolist() == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(("low", "high"), [(-1.0, 1.0), (-0.3, 2.0), (0.5, 3.0), (-math.inf, -1.0), (2.0, math.inf)])
def test_a_truncated_normal_has_the_moments_of_one(low: float, high: float) -> None:
    found = truncated(40.0, 10.0, 40 + 10 * low, 40 + 10 * high, UNIFORM, compiled=True)
    normal = NormalDist()
    at_low, at_high = (normal.pdf(z) if math.isfinite(z) else 0.0 for z in (low, high))
    within = normal.cdf(high) - normal.cdf(low)
    mean = (at_low - at_high) / within
    ends = sum(sign * z * at for sign, z, at in ((1, low, at_low), (-1, high, at_high)) if math.isfinite(z))
    variance = 1 + ends / within - mean**2
    assert found.mean() == pytest.approx(40 + 10 * mean, abs=4 * 10 * math.sqrt(variance / N))
    assert found.var() == pytest.approx(100 * variance, rel=0.02)
    assert found.min() >= 40 + 10 * low
    assert found.max() <= 40 + 10 * high


def test_truncating_is_not_clipping() -> None:
    found = drawn(DECAY, distribution="normal", mean=0.05, sd=0.1)
    assert (found >= 0).all()
    assert (found < 1).all()
    assert len(np.unique(found)) > 0.999 * N  # nobody is heaped up at the ends


@pytest.mark.parametrize(("low", "high"), [(5.0, 6.0), (-9.0, -8.0), (20.0, math.inf), (38.0, 39.0), (60.0, math.inf)])
def test_a_range_far_out_is_still_filled(low: float, high: float) -> None:
    found = truncated(0.0, 1.0, low, high, UNIFORM, compiled=True)
    assert low - 1e-9 <= found.min() < found.max() <= high + 1e-9
    nearer, a_share = (low, 1) if low > 0 else (high, -1)
    # The density falls as exp(-z²/2): half of the draws lie within about ln 2 / z of the nearer end.
    half = np.median(found)
    assert a_share * (half - nearer) == pytest.approx(math.log(2) / abs(nearer), rel=0.05)


def test_a_range_without_its_end_leaves_out_the_end() -> None:
    at = np.array([TINY, 0.5, LAST])
    multiplier = field_of("employment.salary_multiplier")
    assert drawn(multiplier, at, distribution="normal", mean=1e-9, sd=1e-3)[0] > 0
    assert drawn(DECAY, at, distribution="normal", mean=0.999999, sd=1e-3)[-1] < 1


def test_a_whole_parameter_is_rounded_half_up() -> None:
    found = drawn(AWARD_MONTH, np.array([0.1, 0.25, 0.26, 0.5, 0.75, 0.99]), distribution="uniform", low=0, high=2)
    assert found.tolist() == [0, 1, 1, 1, 2, 2]
    counts = np.bincount(drawn(AWARD_MONTH, distribution="uniform", low=0, high=3).astype(int))
    assert counts / N == pytest.approx([1 / 6, 1 / 3, 1 / 3, 1 / 6], abs=4 * math.sqrt(0.25 / N))


def test_an_accidental_cell_of_the_table_is_no_worse_than_the_others() -> None:
    """Just beside the middle of the range, where one table ends and the other begins."""
    for likely in (0.2, 0.5, 0.9):
        share = beta_share(1 + 4 * likely, 5 - 4 * likely, 0.5)
        found = pert_module.quantiles(0.0, likely, 1.0, np.array([share - 1e-10, share, share + 1e-10]))
        assert found == pytest.approx([0.5] * 3, abs=1e-7)
        assert (np.diff(found) >= 0).all()
