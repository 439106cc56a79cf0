"""Financial years: 1 April to 31 March, each written as the year it starts in (2027 is 2027-28)."""

import datetime

FIRST_YEAR, LAST_YEAR = 1990, 2099


def financial_year_of(on: datetime.date) -> int:
    """The financial year a day falls in: 31 March 2028 is still 2027."""
    return on.year if on.month >= 4 else on.year - 1


def first_day(year: int) -> datetime.date:
    return datetime.date(year, 4, 1)


def label(year: int) -> str:
    """2027 as "2027-28"."""
    return f"{year}-{(year + 1) % 100:02d}"
