"""Random numbers depend on the seed, on what they are for and on the draw's number, and on nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from funding.engine.randomness import many_uniforms, uniforms

WHAT = ("parameter", "product.effort_to_live")
KEPT = [0.08440035225867082, 0.8070012075559364, 0.9351491623073592]


def test_a_draws_number_is_the_same_in_whatever_part_it_is_made() -> None:
    whole = uniforms(2027, WHAT, 0, 1000)
    for first, last in [(0, 1), (1, 2), (3, 9), (4, 8), (5, 1000), (997, 1000)]:
        assert (uniforms(2027, WHAT, first, last) == whole[first:last]).all()
    assert (uniforms(2027, WHAT, 999_998, 1_000_000) == uniforms(2027, WHAT, 999_990, 1_000_000)[-2:]).all()


def test_another_seed_or_purpose_has_other_numbers() -> None:
    purposes = [
        WHAT,
        ("parameter", "product.decay_rate"),
        ("award", 1),
        ("award", 11),
        ("freeze", 1),
        ("withdrawal", 1),
    ]
    found = [uniforms(seed, purpose, 0, 4000) for seed in (0, 1, 2027, 10**300) for purpose in purposes]
    assert len({each.tobytes() for each in found}) == len(found)
    # No two of them go together: 4 standard errors of a correlation of none, of 276 pairs.
    correlations = np.corrcoef(found)[np.triu_indices(len(found), 1)]
    assert np.abs(correlations).max() < 4.5 / np.sqrt(4000)


def test_numbers_are_uniform_and_never_0_or_1() -> None:
    found = uniforms(1, WHAT, 0, 200_000)
    assert found.min() > 0
    assert found.max() < 1
    counts = np.histogram(found, 100, (0, 1))[0]
    chi_squared = ((counts - 2000) ** 2 / 2000).sum()
    assert 60 < chi_squared < 150  # 99 degrees of freedom: all but 1 in 1,000 seeds
    assert np.corrcoef(found[:-1], found[1:])[0, 1] == pytest.approx(0, abs=0.01)


def test_they_are_kept_as_they_are() -> None:
    """A run can be drawn again: these never change without the engine's version."""
    assert uniforms(2027, WHAT, 0, 3).tolist() == KEPT


def test_many_purposes_at_once_have_the_numbers_of_each_compiled_or_not() -> None:
    purposes = [WHAT, *(("award", year) for year in range(5))]
    for first, last in [(0, 1), (0, 4), (1, 3), (3, 9), (4, 2052), (255, 777), (999_998, 1_000_000)]:
        for seed in (0, 2027, 10**300):
            expected = [uniforms(seed, purpose, first, last).tobytes() for purpose in purposes]
            for compiled in (False, True):
                found = many_uniforms(seed, purposes, first, last, compiled=compiled)
                assert found.shape == (len(purposes), last - first)
                assert [row.tobytes() for row in found] == expected
    for compiled in (False, True):
        assert many_uniforms(1, [], 5, 9, compiled=compiled).shape == (0, 4)
