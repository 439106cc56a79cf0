"""7. From a uniform number to a parameter's value: the inverse of each distribution function.

Each grows with its uniform number, so that one number makes one value and the values keep the order of the numbers.
"""

from __future__ import annotations

import math

import numpy as np

from . import pert, truncated_normal
from .case import Parameter
from .fields import Field
from .results import Floats


def quantiles(parameter: Parameter, field: Field, uniform: Floats, *, compiled: bool = False) -> Floats:
    """The parameter's values at these uniform numbers, shape (draws,); `field` is that of its path."""
    exact = _exact(parameter, field, uniform, compiled)
    found = np.minimum(np.maximum(exact, least(parameter, field)), most(parameter, field))
    return half_up(found) if field.whole else found


def half_up(values: Floats) -> Floats:
    """Whole numbers, a half going up."""
    rounded: Floats = np.floor(values + 0.5)
    return rounded


def least(parameter: Parameter, field: Field) -> float:
    """The least value that the parameter can take before it is rounded; minus infinity where there is none."""
    low = -math.inf if parameter.low is None else float(parameter.low)
    if field.minimum is None:
        return low
    return max(low, math.nextafter(field.minimum, math.inf) if field.above_minimum else field.minimum)


def most(parameter: Parameter, field: Field) -> float:
    """The most it can take before it is rounded; infinity where there is no end."""
    high = math.inf if parameter.high is None else float(parameter.high)
    if field.maximum is None:
        return high
    return min(high, math.nextafter(field.maximum, -math.inf) if field.below_maximum else field.maximum)


def _exact(parameter: Parameter, field: Field, uniform: Floats, compiled: bool) -> Floats:
    if parameter.distribution == "normal":
        mean, sd = _given(parameter.mean), _given(parameter.sd)
        ends = least(parameter, field), most(parameter, field)
        return truncated_normal.quantiles(mean, sd, *ends, uniform, compiled=compiled)
    low, high = _given(parameter.low), _given(parameter.high)
    if parameter.distribution == "uniform":
        return low + (high - low) * uniform
    likely = _given(parameter.likely)
    if parameter.distribution == "triangular":
        return triangular(low, likely, high, uniform)
    return pert.quantiles(low, likely, high, uniform, compiled=compiled)


def _given(point: float | None) -> float:
    """A point that the reader has seen to."""
    assert point is not None
    return float(point)


def triangular(low: float, likely: float, high: float, uniform: Floats) -> Floats:
    """The inverse of the triangular distribution function: a square root on either side of `likely`."""
    width = high - low
    below = (likely - low) / width  # the share of draws below `likely`
    rising = low + width * np.sqrt(uniform * below)
    falling = high - width * np.sqrt((1.0 - uniform) * (1.0 - below))
    return np.where(uniform < below, rising, falling)
