"""Months, financial years, price indices and discounting. Month t is month j = t % 12 of financial year y = t // 12."""

from __future__ import annotations

from functools import lru_cache

MONTHS_A_YEAR = 12
FIRST_MONTH = "04"


def overlap(j: float, a: float, b: float) -> float:
    """The share of month j that lies between a and b (months from 1 April, not always whole)."""
    return max(0.0, min(j + 1.0, b) - max(j, a))


@lru_cache(maxsize=100)
def discount_factors(bands: tuple[tuple[int, float], ...], years: int) -> tuple[float, ...]:
    """Present value of £1 of year y: 1 in year 0, then one year's rate after another. `bands` are (from_year, rate)."""
    factors = [1.0]
    for y in range(1, years):
        rate = [band_rate for from_year, band_rate in bands if from_year <= y][-1]
        factors.append(factors[-1] / (1.0 + rate))
    return tuple(factors)


def financial_year(start: str, y: int) -> str:
    """The label of year y of a case that starts in `start` ("2027-04"): "2027-28"."""
    first = int(start[:4]) + y
    return f"{first}-{(first + 1) % 100:02d}"


def month_label(start: str, t: int) -> str:
    """The calendar month t of a case that starts in `start`: month 9 of "2027-04" is "2028-01"."""
    index = int(start[:4]) * 12 + int(start[5:7]) - 1 + t
    return f"{index // 12}-{index % 12 + 1:02d}"
