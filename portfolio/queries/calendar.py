"""Days some months or a year away."""

import datetime

DAY = datetime.timedelta(days=1)


def months_later(on: datetime.date, months: int) -> datetime.date:
    """The same day of the month that many months later, or earlier; the month's last day where it is shorter."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    following = datetime.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return datetime.date(year, month + 1, min(on.day, (following - DAY).day))


def a_year_after(on: datetime.date) -> datetime.date:
    return months_later(on, 12)
