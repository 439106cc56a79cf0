"""7. A normal distribution truncated, not clipped, to a range: the inverse of its distribution function.

The inverse of the standard normal's is Wichura's AS 241 (PPND16, Applied Statistics 37, 1988): 16 figures.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .compiling import loop
from .results import Floats

# Coefficients of AS 241, constant first: for the middle, for the tails, for the far tails.
_MIDDLE = (
    (3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
     4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3),
    (1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
     3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3),
)  # fmt: skip
_TAIL = (
    (1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4),
    (1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
     1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9),
)  # fmt: skip
_FAR = (
    (6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7),
    (1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15),
)  # fmt: skip
_BEYOND = 37.0  # standard deviations past which a double no longer holds the share of a tail


def quantiles(mean: float, sd: float, low: float, high: float, uniform: Floats, *, compiled: bool = False) -> Floats:
    """Values at these uniform numbers of the normal distribution kept to low..high (either may be infinite)."""
    a, b = (low - mean) / sd, (high - mean) / sd
    if a > 0.0:  # the whole range is in the upper tail, whose small shares are exact only as a lower one's
        return mean - sd * _standard(-b, -a, 1.0 - uniform, compiled)
    return mean + sd * _standard(a, b, uniform, compiled)


def _standard(a: float, b: float, uniform: Floats, compiled: bool) -> Floats:
    """Standard deviations, of the range from `a` below 0 to b."""
    if b < -_BEYOND:
        return _beyond(a, b, uniform)
    below, within, above = _share_below(a), _share_below(b) - _share_below(a), _share_below(-b)
    return inverse(below + within * uniform, above + within * (1.0 - uniform), compiled=compiled)


def _share_below(z: float) -> float:
    """The standard normal's distribution function."""
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def _beyond(a: float, b: float, uniform: Floats) -> Floats:
    """As far out as this the density falls as exp(-z²/2) does, its slower factor 1/z being as good as constant."""
    least = math.exp(0.5 * (b * b - a * a)) if a > -math.inf else 0.0
    found: Floats = -np.sqrt(b * b - 2.0 * np.log(least + (1.0 - least) * uniform))
    return found


def inverse(share: Floats, rest: Floats, *, compiled: bool = False) -> Floats:
    """The inverse of the standard normal's distribution function, by AS 241. `rest` is 1 - `share`, as exact."""
    with np.errstate(divide="ignore"):  # logarithms are NumPy's: another's last bit may differ
        r = np.sqrt(-np.log(np.minimum(share, rest)))
    found = np.empty(len(share))
    loop(_as_241, compiled)(share, r, found)
    return found


def _as_241(share: Any, r: Any, found: Any) -> None:
    """Into `found` the inverse at each `share`, whose nearer end is exp(-r²) away. Each way is a polynomial divided by
    another; most are in the middle and come first, so that a compiler can take several at once.
    """
    for i in range(len(found)):
        centred = share[i] - 0.5
        x = 0.180625 - centred * centred
        above, below = _MIDDLE[0][7], _MIDDLE[1][7]
        for k in range(6, -1, -1):
            above = above * x + _MIDDLE[0][k]
            below = below * x + _MIDDLE[1][k]
        found[i] = centred * (above / below)
    for i in range(len(found)):
        centred = share[i] - 0.5
        if abs(centred) > 0.425:
            if r[i] <= 5.0:
                x, above, below = r[i] - 1.6, _TAIL[0][7], _TAIL[1][7]
                for k in range(6, -1, -1):
                    above = above * x + _TAIL[0][k]
                    below = below * x + _TAIL[1][k]
            else:
                x, above, below = min(r[i], 27.5) - 5.0, _FAR[0][7], _FAR[1][7]
                for k in range(6, -1, -1):
                    above = above * x + _FAR[0][k]
                    below = below * x + _FAR[1][k]
            found[i] = math.copysign(above / below, centred)
