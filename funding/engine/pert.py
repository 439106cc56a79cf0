"""7. PERT with shape 4: a beta distribution between low and high, and the inverse of its distribution function.

With m the place of `likely` between low (0) and high (1), the share of the way x is Beta(a, b), a = 1 + 4m, b = 5 - 4m.
Its distribution function is I(x) = xᵃ × a power series in x, so v = I(x)^(1/a) is nearly a straight line in x, and its
inverse is read from a table by cubic interpolation: of x up to ½ by the series in x, above by the one in 1 - x, b and a
changed about. The table has 512 steps a side; its error is below 10⁻¹¹ of the range between low and high.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .compiling import loop
from .results import Floats

_STEPS = 512
_TERMS = 60  # of a series in x up to ½, each less than half of the one before


def quantiles(low: float, likely: float, high: float, uniform: Floats, *, compiled: bool = False) -> Floats:
    """Values of PERT(low, likely, high) at these uniform numbers, shape (draws,)."""
    place = (likely - low) / (high - low)
    found = np.empty(len(uniform))
    # Powers are NumPy's: another's last bit may differ.
    from_low = uniform ** (1.0 / (1.0 + 4.0 * place))
    from_high = (1.0 - uniform) ** (1.0 / (1.0 + 4.0 * (1.0 - place)))
    tables = (*_table(place), *_table(1.0 - place))
    loop(_look_up, compiled)(low, high, _share_below_half(place), uniform, from_low, from_high, *tables, found)
    return found


def _look_up(
    low: float, high: float, share_below_half: float, uniform: Any, from_low: Any, from_high: Any, v_low: Any,
    x_low: Any, slope_low: Any, near_low: Any, v_high: Any, x_high: Any, slope_high: Any, near_high: Any, found: Any,
) -> None:  # fmt: skip
    """Into `found` the values: x up to ½ by which I(x) is each number, from the table of the end it is nearer to."""
    for i in range(len(found)):
        nearer_low = uniform[i] <= share_below_half
        if nearer_low:
            sought, v, x, slope, near = from_low[i], v_low, x_low, slope_low, near_low
        else:
            sought, v, x, slope, near = from_high[i], v_high, x_high, slope_high, near_high
        # The last place of the table whose v is below: near where it would be were they evenly spaced.
        cell = near[min(int(sought * (_STEPS / v[_STEPS])), _STEPS)]
        while cell > 0 and v[cell] >= sought:
            cell -= 1
        while cell < _STEPS - 1 and v[cell + 1] < sought:
            cell += 1
        width = v[cell + 1] - v[cell]
        part = (sought - v[cell]) / width
        rest = 1.0 - part
        from_left = x[cell] * (1.0 + 2.0 * part) + slope[cell] * width * part
        from_right = x[cell + 1] * (3.0 - 2.0 * part) - slope[cell + 1] * width * rest
        way = from_left * rest * rest + from_right * part * part
        found[i] = low + (high - low) * way if nearer_low else high - (high - low) * way


def _share_below_half(place: float) -> float:
    v, _, _, _ = _table(place)
    return float(v[-1]) ** (1.0 + 4.0 * place)


@lru_cache(maxsize=200)
def _table(place: float) -> tuple[Floats, Floats, Floats, NDArray[np.int64]]:
    """(v, x, dx/dv) at `_STEPS` + 1 values of x from 0 to ½, and the place in v below each of as many even steps."""
    a, b = 1.0 + 4.0 * place, 5.0 - 4.0 * place
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    x = np.linspace(0.0, 0.5, _STEPS + 1)
    series = np.ones_like(x)
    for n in range(_TERMS, 0, -1):  # 1 + (a+b)/(a+1) x (1 + (a+b+1)/(a+2) x (…
        series = 1.0 + series * x * ((a + b + n - 1.0) / (a + n))
    # I(x) = xᵃ × smooth, and its slope is that of the density.
    smooth = (1.0 - x) ** b * series * math.exp(-log_beta - math.log(a))
    v = x * smooth ** (1.0 / a)
    slope = a * smooth ** (1.0 - 1.0 / a) * math.exp(log_beta) / (1.0 - x) ** (b - 1.0)
    near = np.clip(np.searchsorted(v, v[-1] / _STEPS * np.arange(_STEPS + 1)) - 1, 0, _STEPS - 1)
    return v, x, slope, near
